"""Chains of posts: every part fits by the counter, and together they are the text."""

import re
import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from adapt.posts import ENGLISH, FAMILY, MIXED, PERSIAN, length, one, texts
from channelwise.adapt.room import Room
from channelwise.adapt.split import Misfit
from channelwise.adapt.thread import Chain, label_of
from channelwise.count import Counter, Measured, Piece, core_counters
from channelwise.count.limits import TextLimit
from channelwise.evidence import evidence
from channelwise.vocabulary import Lang
from known import engine

LONG_LINK = "https://acme.com/" + "bread-and-butter/" * 12 + "?from=post&week=47"
WEIGHTED = engine().rulebook.counter("x_weighted")
GRAPHEMES = next(counter for counter in core_counters() if counter.name == "graphemes")
BYTES = next(counter for counter in core_counters() if counter.name == "utf8_bytes")


def room(*limits: tuple[Counter, int], strictest: Counter | None = None) -> Room:
    made = [
        TextLimit("text", "max_chars", most, counter, strictest, hard=True, main=True, when=None,
                  evidence=evidence("judgement: made up", None))
        for counter, most in limits
    ]  # fmt: skip
    return Room(tuple(made), GRAPHEMES)


def chain(text: str, most: int, counter: Counter = WEIGHTED, lang: Lang = "en") -> list[str]:
    both = room((counter, most))
    found = Chain(both, both, lang).cut(text)
    return [part.text for part in found] if isinstance(found, list) else []


def bare(parts: list[str]) -> list[str]:
    return [part.rpartition("\n")[0] for part in parts]


def joined(parts: list[str]) -> str:
    """Without blanks, since those at a cut are gone."""
    return "".join("".join(parts).split())


@pytest.mark.parametrize(
    "text",
    [ENGLISH, PERSIAN, MIXED * 2, f"{ENGLISH}\n\n{PERSIAN}"],
    ids=["en", "fa", "mixed", "both"],
)
def test_real_posts_are_cut_at_the_ends_of_sentences(text: str) -> None:
    found = one(text, "x")
    assert len(found.parts) > 1
    for part in found.parts:
        assert part.fits and length(part.text, "x_weighted") <= 280
        assert part.counts[0].total == length(part.text, "x_weighted")
        assert part.ends_at in ("end", "paragraph", "sentence")
    assert " ".join(" ".join(texts(found)).split()) == " ".join(text.split())


def test_numbers_are_in_the_digits_of_the_language() -> None:
    assert [part.label for part in one(PERSIAN, "x").parts] == ["۱/۲", "۲/۲"]
    assert [part.label for part in one(ENGLISH, "x").parts] == ["1/2", "2/2"]


WORDS = st.lists(
    st.sampled_from([
        "bread", "نان", "می‌خواهیم", "Dr.", "ends.", "تمام؟", "clause,", "بند؛", FAMILY, "👍🏽", "🇮🇷",
        "e\u0301e\u0301", "https://acme.com/menu", "acme.com", "#نان_تازه", "#bread", "@acme_shop", "日本語。パン",
        "{{first name}}", "[URL]", "3.5", "\u2067راست به چپ\u2069", "a" * 50, "\n", "\n\n", "—",
    ]),
    min_size=1, max_size=60,
)  # fmt: skip
COUNTERS = st.sampled_from([WEIGHTED, GRAPHEMES, BYTES])


@given(WORDS, st.integers(20, 200), COUNTERS, st.sampled_from(["en", "fa"]))
def test_parts_fit_and_give_the_text_back(
    words: list[str], most: int, counter: Counter, lang: Lang
) -> None:
    """Each part fits with its number; no word is lost, added or moved; again, it is the same."""
    text = " ".join(words).strip()
    assume(text)
    parts = chain(text, most, counter, lang)
    assume(parts)
    assert all(length(part, counter.name) <= most for part in parts)
    assert joined(bare(parts)) == "".join(text.split())
    assert parts == chain(text, most, counter, lang)
    labels = [part.rpartition("\n")[2] for part in parts]
    assert labels == [label_of(at, str(len(parts)), lang) for at in range(1, len(parts) + 1)]


@given(WORDS, st.integers(70, 200))
def test_nothing_that_is_one_is_cut(words: list[str], most: int) -> None:
    """Links, mentions, hashtags, placeholders, isolated runs and emoji stay in one part."""
    text = " ".join(words).strip()
    assume(text)
    parts = "\0".join(bare(chain(text, most)))
    assume(parts)
    for whole in ("https://acme.com/menu", "#نان_تازه", "@acme_shop", "{{first name}}", FAMILY, "👍🏽", "می‌خواهیم",
                  "🇮🇷", "\u2067راست به چپ\u2069"):  # fmt: skip
        assert parts.count(whole) == text.count(whole)


SENTENCES = st.lists(
    st.sampled_from(["Fresh bread at six.", "نان تازه داریم!", "Come by 🥖", "See https://acme.com/menu for all.",
                     "می‌خواهید بیایید؟", "Yes."]),
    min_size=2, max_size=30,
)  # fmt: skip


@given(SENTENCES, st.integers(45, 120))
def test_no_chain_is_shorter(sentences: list[str], most: int) -> None:
    """Filling each part to the last sentence that fits, counted one by one, takes as many."""
    parts = chain("\n".join(sentences), most)
    assume(len(parts) > 1)
    filled = [""]
    for sentence in sentences:
        longer = f"{filled[-1]}\n{sentence}".strip()
        label = label_of(len(filled), str(len(parts)), "en")
        if length(f"{longer}\n{label}", "x_weighted") <= most:
            filled[-1] = longer
        else:
            filled.append(sentence)
    assert len(parts) == len(filled)


@pytest.mark.parametrize("spare", range(-3, 4))
def test_a_long_link_at_the_edge(spare: int) -> None:
    """A link costs its price whatever its length, and moves to the next part as a whole."""
    words = "word " * 100
    text = f"{words[: 280 - 23 - 4 + spare].strip()} {LONG_LINK} and more after it"
    parts = chain(text, 280)
    assert sum(LONG_LINK in part for part in parts) == 1
    assert all(length(part, "x_weighted") <= 280 for part in parts)


def test_a_link_that_costs_its_length_and_fits_nowhere_cuts_nothing_and_is_told() -> None:
    both = room((GRAPHEMES, 100))
    start = len("  Bread ")
    found = Chain(both, both, "en").cut(f"  Bread {LONG_LINK} rolls")
    assert found == Misfit(start, start + len(LONG_LINK))
    assert chain(f"Bread {LONG_LINK} rolls", 100, GRAPHEMES) == []
    assert chain(f"Bread {LONG_LINK} rolls", len(LONG_LINK) + 4, GRAPHEMES)


@pytest.mark.parametrize("number", [9, 10, 11, 99, 100, 101])
def test_longer_numbers_take_their_room(number: int) -> None:
    """Where the tenth or hundredth part begins, the numbers of all parts grow."""
    text = " ".join(["a" * 14 + "."] * number)
    parts = chain(text, 19)
    assert len(parts) >= number
    assert max(len(part) for part in parts) <= 19
    assert parts[-1].endswith(f"\n{len(parts)}/{len(parts)}")


def test_a_text_that_is_no_multiple_is_even() -> None:
    sizes = [len(part) for part in bare(chain("Four. " * 57, 280))]
    assert sorted(sizes) == [167, 173]


@pytest.mark.parametrize("most", range(40, 70))
def test_a_unit_that_prices_a_part_otherwise_is_counted_again(most: int) -> None:
    """Where parts cost more than the same stretch of the whole, there is another try."""

    def dear_ends(text: str) -> Measured:
        """A full stop at the end of a line costs 8 with its line end, which only parts have."""
        found = re.finditer(r"\.\n|.|\n", text)
        return Measured(
            tuple(
                Piece("character", *one.span(), 8 if one[0] == ".\n" else 1, whole=True)
                for one in found
            )
        )

    dear = Counter("acme_dear", dear_ends, GRAPHEMES.description)
    parts = chain("Aaaa bbbb. " * 20, most, dear)
    assert parts
    assert all(len(part) + 6 <= most for part in parts)


@pytest.mark.parametrize(
    "whole",
    [
        "@acme_shop",
        "#new_bread",
        "{{first name}}",
        "[نشانی سایت]",
        "\u2067راست به چپ\u2069",
    ],
)
def test_each_of_these_stays_whole(whole: str) -> None:
    """Wherever in a string without blanks, or with some inside, it stands."""
    for before in range(12, 31):
        parts = bare(chain(f"{'x' * before}؛{whole}؛{'y' * 40}", 30))
        assert sum(whole in part for part in parts) == 1


def test_the_strictest_unit_counts_too() -> None:
    """Where sources leave the unit open, parts fit in both."""
    both = room((GRAPHEMES, 40), strictest=BYTES)
    found = Chain(both, both, "fa").cut(
        "نان تازه داریم. سر بزنید. خوش آمدید. تا شنبه. به امید دیدار."
    )
    assert found
    assert all(len(part.text.encode()) <= 40 for part in found)


def test_the_post_that_opens_a_chain_may_have_less_room() -> None:
    chained = Chain(room((GRAPHEMES, 20)), room((GRAPHEMES, 60)), "en").cut(
        "Aaaa aaaa. Bbbb bbbb. Cccc cccc. Dddd."
    )
    assert chained and [part.text for part in chained] == [
        "Aaaa aaaa.\n1/2",
        "Bbbb bbbb. Cccc cccc. Dddd.\n2/2",
    ]


def test_no_cut_falls_behind_an_abbreviation_or_into_a_number() -> None:
    text = "We asked Dr. Ahmadi what 3.5 kilos cost, e.g. at Acme Inc. in Lane End. " * 8
    for part in bare(chain(text.strip(), 150)):
        assert re.search(r"End\.$", part)


@pytest.mark.parametrize(
    "number",
    [
        "45 min",
        "01 234 56 78-9",
        "+43 1 234 56",
        "1 250 000",
        "۴۵٫۵۰۰ تومان",
        "۲۵ هزار تومان",
        "3.5 %",
    ],
)
def test_a_number_stays_in_one_with_its_unit(number: str) -> None:
    """Wherever a cut falls, a number in groups is whole, and its unit stands beside it."""
    for before in range(10, 40):
        parts = bare(
            chain(
                f"{'a' * 9} " * (before // 10)
                + "b" * (before % 10 + 1)
                + f" {number} "
                + "c " * 30,
                50,
            )
        )
        assert sum(number in part for part in parts) == 1


def test_a_unit_does_not_end_a_sentence() -> None:
    assert bare(chain("It is 45 min. old and warm. Then we eat it and rest", 40)) == [
        "It is 45 min. old and warm.", "Then we eat it and rest",
    ]  # fmt: skip


def test_closing_hashtags_are_not_left_alone() -> None:
    """They stay with the last sentence, where that leaves room for them."""
    parts = bare(chain("First we bake the bread. Then we eat it all.\n\n#rye #spelt", 50))
    assert parts == ["First we bake the bread.", "Then we eat it all.\n\n#rye #spelt"]


@pytest.mark.parametrize("text", [ENGLISH + "\n\n", PERSIAN + "\n\n", "a" * 99 + " ", "👍🏽 نان "])
def test_long_texts_take_time_in_proportion(text: str) -> None:
    """100,000 characters, in seconds."""
    text = (text * (100_000 // len(text))).strip()
    begun = time.process_time()
    parts = chain(text, 280)
    assert parts and time.process_time() - begun < 12
    assert joined(bare(parts)) == "".join(text.split())


@pytest.mark.parametrize(("opens", "ends"), [("\u2067", "\u2069"), ("\u202b", "\u202c")])
def test_a_direction_that_is_cut_is_closed_and_opened_again(opens: str, ends: str) -> None:
    """Each part sets it for itself, and the signs for that are counted."""
    text = f"Our list: {opens}{'نان تازه داریم. ' * 40}{ends} Done."
    parts = chain(text, 280)
    assert len(parts) == 3
    for part in parts:
        assert part.count(opens) == part.count(ends) == 1
        assert part.index(opens) < part.index(ends) < part.rindex("\n")
        assert length(part, "x_weighted") <= 280
    assert parts[-1].endswith(f"{ends} Done.\n3/3")


def test_a_full_part_has_room_for_the_signs_that_close_a_direction() -> None:
    for most in range(40, 60):
        for part in chain(f"\u2067{'نان تازه ' * 30}\u2069", most):
            assert part.startswith("\u2067") and length(part, "x_weighted") <= most


def test_no_part_begins_or_ends_with_a_blank_that_binds() -> None:
    text = " ".join(["bread\u00a0", "\u202frye", "wheat"] * 40)
    for part in bare(chain(text, 60)):
        assert part == part.strip()

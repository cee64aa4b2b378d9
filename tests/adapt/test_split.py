"""The best cuts: against every other way to cut, and on words that fit nowhere."""

import itertools
import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channelwise.adapt.ends import LETTER, PARAGRAPH, SENTENCE, WORD, breaks
from channelwise.adapt.split import Misfit, Splitter, Unit
from channelwise.adapt.weights import Weights
from channelwise.count import core_counters, count

CODE_POINTS = core_counters()[0]


def split(
    text: str, most: int, first: int | None = None, whole: list[tuple[int, int]] | None = None
) -> list[Unit]:
    found = tried(text, most, first, whole)
    return [] if isinstance(found, Misfit) else found


def tried(
    text: str, most: int, first: int | None = None, whole: list[tuple[int, int]] | None = None
) -> list[Unit] | Misfit:
    splitter = Splitter(text, (Weights(count(text, CODE_POINTS)),), whole or [])
    return splitter.split(lambda index: (first if first and index == 1 else most,))


def words(text: str, most: int, **more) -> list[str]:
    return [text[unit.start : unit.end] for unit in split(text, most, **more)]


def every_way(text: str, most: int) -> Iterator[tuple[tuple[int, int, int, int], list[str]]]:
    """All ways to cut at the ends of sentences and paragraphs, with their worth."""
    places = [one for one in breaks(text) if one.level <= SENTENCE]
    for number in range(len(places) + 1):
        for chosen in itertools.combinations(places, number):
            starts = [0, *(one.start for one in chosen)]
            ends = [*(one.end for one in chosen), len(text)]
            parts = [text[start:end] for start, end in zip(starts, ends, strict=True)]
            if all(len(part) <= most for part in parts):
                inside = sum(one.level == SENTENCE for one in chosen)
                yield (len(parts), inside, sum(len(part) ** 2 for part in parts), 0), parts


SENTENCES = st.lists(
    st.tuples(st.integers(2, 12).map(lambda size: "B" * size + "."), st.sampled_from([" ", "\n\n"])),
    min_size=1, max_size=9,
)  # fmt: skip


@given(SENTENCES, st.integers(13, 40))
def test_no_other_way_is_better(sentences: list[tuple[str, str]], most: int) -> None:
    """Fewest parts, then fewest cuts inside of paragraphs, then the least sum of squares."""
    text = "".join(itertools.chain(*sentences)).strip()
    found = words(text, most)
    best, _ = min(every_way(text, most))
    inside = sum(unit.level == SENTENCE for unit in (split(text, most))[:-1])
    assert (len(found), inside, sum(len(part) ** 2 for part in found), 0) == best


def test_parts_are_even_where_nothing_else_decides() -> None:
    assert [len(part) for part in words("Aaaa. " * 11 + "Aaaa.", 60)] == [35, 35]


def test_the_end_of_a_paragraph_is_better_than_an_even_cut() -> None:
    assert words("One.\n\nTwo two. Three three. Four.", 29) == [
        "One.",
        "Two two. Three three. Four.",
    ]


def test_few_parts_are_better_than_whole_paragraphs() -> None:
    assert len(words("Aaa aaa aaa.\n\nBbb. Ccc ccc ccc ccc. Ddd.\n\nEee eee eee.", 36)) == 2


def test_a_sentence_is_cut_only_if_it_does_not_fit() -> None:
    text = "Short one. This one is long, much too long for the room that is there. End."
    found = words(text, 40)
    assert found[0].startswith("Short one. This one is long,")
    assert all(part.endswith((".", ",")) or " " in part for part in found)
    assert " ".join(found) == text


def test_a_clause_is_cut_only_if_it_does_not_fit() -> None:
    assert words("aa aa, bb bb, cc cc", 13) == ["aa aa,", "bb bb, cc cc"]
    assert [unit.level for unit in split("aaaa bbbb cccc", 10)] == [WORD, PARAGRAPH]


def test_a_word_is_cut_between_letters_as_people_see_them() -> None:
    text = "👨‍👩‍👧‍👦" * 9 + "e\u0301" * 9
    found = split(text, 30)
    assert found[0].level == LETTER
    assert "".join(words(text, 30)) == text
    for part in words(text, 30):
        assert not part.startswith(("\u0301", "\u200d")) and not part.endswith("\u200d")
        assert len(part) <= 30


def test_what_stays_whole_is_never_cut_and_too_long_fits_nowhere() -> None:
    text = "x" * 10 + "#" + "y" * 15
    assert words(text, 16, whole=[(10, 26)]) == ["x" * 10, "#" + "y" * 15]
    assert tried(text, 15, whole=[(10, 26)]) == Misfit(10, 26), "which one it is, is told"
    assert tried("a", 0) == Misfit(0, 1)


@pytest.mark.parametrize(
    ("first", "expected"),
    [(10, ["Aaaa.", "Bbbb. Cccc. Dddd."]), (100, ["Aaaa. Bbbb. Cccc. Dddd."])],
)
def test_the_first_part_has_a_room_of_its_own(first: int, expected: list[str]) -> None:
    assert words("Aaaa. Bbbb. Cccc. Dddd.", 17, first=first) == expected


@pytest.mark.parametrize(
    "text", ["a " * 50_000, "a" * 100_000, "Aa. " * 25_000, "👍🏽" * 30_000, "é, " * 30_000]
)
def test_time_grows_with_the_text_alone(text: str) -> None:
    """100,000 characters of the worst kinds, in seconds."""
    begun = time.process_time()
    found = split(text.strip(), 276)
    assert found and time.process_time() - begun < 6

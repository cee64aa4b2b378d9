"""Many drafts and long ones: the work grows with the text alone, and shared work changes nothing."""

import sys
import weakref
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channelwise import Engine
from channelwise.check.config_read import Configs
from channelwise.check.model import Finding
from channelwise.check.tone import Tone
from channelwise.drafts import place
from channelwise.drafts.model import Draft
from channelwise.drafts.read import draft_from, read_drafts
from channelwise.tone import findings as tone_run
from channelwise.tone import folding
from channelwise.tone.chances import Chances
from channelwise.tone.folding import JOINER, fold, folded_character
from channelwise.tone.literals import literals
from channelwise.tone.patterns import compiled
from channelwise.tone.reading import Reading
from channelwise.tone.trial import judged
from known import engine
from linear import assert_linear, seconds
from tone.labelled import posts

TODAY = date(2026, 11, 23)
BIG = 500_000
ENGINE: Engine = engine()
NETWORKS = ", ".join(network.id for network in ENGINE.rulebook.networks)
# What each of these is half a million letters of: signs that pair, glue, fold, mask or end something.
TEXTS = {
    "one letter": "a", "spaces": " ", "marks": "\u0301", "letters with marks": "e\u0301\u0323",
    "hashes": "#", "hashtags": "#a ", "glued hashtags": "#a#a", "mentions": "@a ", "at": "@a",
    "dots": "a.b.c.", "full stops": ".", "half-spaces": "\u200c", "persian": "نمی\u200cشود ",
    "split persian": "می شود ", "heh and link": "خانه ی ", "drawn out": "سلااااام ",
    "round brackets": "(", "brackets": "[(", "closing": ")]}'", "quotes": '"', "opened": '"a ',
    "curly": "“a", "single": "‘a", "guillemets": "«", "quoted": "«a»", "sentences": "It works. ",
    "questions": "Why?! ", "lines": "a\n", "line ends": "\n", "returns": "a\r\n",
    "families": "👨‍👩‍👧 ", "selectors": "❤️", "joiners": "\u200d", "flags": "🇮🇷",
    "links": "https://a.com ", "glued links": "https://a.com/", "hosts": "a.com ", "www": "www.",
    "e-mail": "a@b.", "capitals": "BUY NOW ", "placeholders": "[URL] ", "open": "[URL",
    "exceptions": "<!-- channelwise: ignore a because b -->\n", "comments": "a <!-- b -->",
    "pictures": "![a](", "hurry": "hurry! ", "marks of Markdown": "a **b** [c](d) `e` ",
    "halves of Markdown": "**a ", "opened links": "[a](", "ticks": "`a ", "overrides": "\u202e",
    "voice": "I think we ", "offers": "همین حالا بخرید! ", "sales": "sale ", "half": "50 % off ",
    "apostrophes": "a'", "hyphens": "a-", "underscores": "a_", "shouts": "a!! ", "digits": "12 ",
    "mixed": "سلام hello ", "list": "- a\n", "denied": "never buy now ", "table": "|a",
}  # fmt: skip


def checked(drafts: list[Draft]) -> list[Finding]:
    return ENGINE.check(drafts, as_of=TODAY).findings


def hostile(name: str, size: int) -> Draft:
    part = TEXTS[name]
    front = f"---\nnetworks: [{NETWORKS}]\nkind: business\n---\n\n"
    return draft_from(f"{front}x {part * (size // len(part.encode()))}\n", "a.md")


@pytest.mark.slow
@pytest.mark.parametrize("name", TEXTS)
def test_a_long_text_is_checked_in_time_that_grows_with_it(name: str) -> None:
    """Half a megabyte takes about four times as long as a quarter of it."""
    assert_linear(lambda size: checked([hostile(name, size)]), BIG)


@pytest.mark.parametrize("name", TEXTS)
def test_some_pages_are_checked_in_a_moment(name: str) -> None:
    """20,000 bytes of the same take well under three seconds."""
    assert seconds(lambda: checked([hostile(name, 20_000)])) < 3


def test_stops_before_a_letter_end_no_sentence_over_and_over() -> None:
    """80,000 full stops with a letter behind them are checked in a moment."""
    draft = draft_from(f"---\nnetworks: [{NETWORKS}]\n---\n{'.' * 80_000}a\n", "a.md")
    assert seconds(lambda: checked([draft])) < 3


def calls(work: Callable[[], object]) -> int:
    """How many functions were called, in Python and in C."""
    number = 0

    def count(_frame: object, event: str, _arg: object) -> None:
        nonlocal number
        number += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return number


def labelled(number: int) -> list[Draft]:
    """So many drafts of the labelled posts, in files of their own."""
    known, ids = posts(), NETWORKS.split(", ")
    return [
        draft_from(
            f"---\nnetworks: [{ids[index % len(ids)]}, {ids[index % 3]}]\nkind: business\n"
            f"reply: {'true' if index % 7 == 0 else 'false'}\n---\n\n"
            f"{known[index % len(known)].situation['text']} ({index})\n",
            f"{index}.md",
        )
        for index in range(number)
    ]


def test_each_draft_of_many_costs_the_same() -> None:
    """Four times as many drafts take about four times as many calls, not sixteen."""
    few, many = labelled(60), labelled(240)
    checked(few)
    assert calls(lambda: checked(many)) < 5 * calls(lambda: checked(few))


def test_each_draft_of_a_list_costs_the_same(tmp_path: Path) -> None:
    """A file of four times as many drafts is read with about four times the calls."""

    def work(number: int) -> Callable[[], object]:
        file = tmp_path / f"{number}.json"
        one = '{"text": "Buy now! Hurry, last chance", "networks": ["acme"]}'
        file.write_text("[" + ",\n".join([one] * number) + "]")
        return lambda: read_drafts([str(file)])

    work(40)()
    assert calls(work(400)) < 5 * calls(work(100))


def test_the_lines_of_a_file_are_found_once_for_all_places_in_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Many findings in one draft do not each count its lines anew."""
    made: list[str] = []
    lines = place.Lines
    monkeypatch.setattr(place, "Lines", lambda text: made.append(text) or lines(text))
    draft = draft_from("networks here\n" + "[URL]\n" * 40, "many.md")
    assert len(checked([draft])) > 40
    assert made == [draft.source]


def alone(found: list[Finding]) -> list[Finding]:
    """Findings that a draft has whatever others are beside it; some notes are told once a run."""
    return [one for one in found if one.state == "found" and not one.code.startswith("core.set.")]


def test_a_draft_among_many_is_judged_as_alone() -> None:
    """What is worked out once for all drafts gives each of them what it gets by itself."""
    drafts = labelled(150)
    apart = [one for draft in drafts for one in alone(checked([draft]))]
    assert alone(checked(drafts)) == apart
    assert len(apart) > 150


def test_no_rule_is_passed_over_that_would_have_found_something(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A rule without a chance in a text finds nothing in it when it is run all the same."""
    rules = Tone(ENGINE.rulebook).book.rules
    examples = [(rule, one) for rule in rules for one in rule.examples["fails"]]
    drafts = labelled(len(posts()))
    found = [judged(*example) for example in examples]
    of_posts = checked(drafts)
    monkeypatch.setattr(Chances, "of", lambda *_: -1)
    assert [judged(*example) for example in examples] == found
    assert checked(drafts) == of_posts


@pytest.mark.parametrize(
    ("pattern", "strings"),
    [
        (r"(?:buy|order) (?:your|our) \w{1,9} now", (" now",)),
        (r"(?:buy|order)? ?\d{1,3}", ()),
        (r"(?:buy|\d{1,3}) it", (" it",)),
        (r"prices?", ("price",)),
        (r"a{0,2}bc", ("bc",)),
        (r"\w{1,3}a.b", ("a",)),
        (r"(?:full (?:stop|halt)|end\.)", ("full ", "end.")),
        (r"آخر[^.]{0,9}فرصت", ("فرصت",)),
    ],
)
def test_strings_that_a_pattern_needs(pattern: str, strings: tuple[str, ...]) -> None:
    """The longest of what no match can do without, in each of the alternatives."""
    assert literals(pattern) == strings


def patterns() -> Iterator[str]:
    for rule in Tone(ENGINE.rulebook).book.rules:
        for name in ("find", "first", "second", "one", "other"):
            yield from (
                pattern for _, pattern in getattr(getattr(rule.check, name, None), "patterns", ())
            )


def test_every_match_of_a_pattern_has_one_of_its_strings() -> None:
    """In all labelled posts, what a pattern of a rule matches holds a string that it needs."""
    texts = [fold(post.situation["text"]).text for post in posts()]
    matches = 0
    for pattern in set(patterns()):
        for found in (match[0] for text in texts for match in compiled(pattern).finditer(text)):
            matches += 1
            assert not literals(pattern) or any(one in found for one in literals(pattern)), pattern
    assert matches > 100


ODD = "a e\u0301\u0323ABß\u200c\u200d\u064b\u0640\r\n\t٣۴ییيكهةآﷺ½ＡＢ\u00ad👩🏽\ufe0f«»’\ud800 می ها ی خ"


def each_alone(text: str) -> Iterator[tuple[int, int, str]]:
    """What folding is told of a text, with no two characters taken together."""
    for at, sign in enumerate(text):
        if sign == JOINER:
            yield at, at + 1, JOINER
        elif sign != "\r" or text[at + 1 : at + 2] != "\n":
            yield at, at + 1, folded_character(sign)


@given(st.text(alphabet=ODD, max_size=40) | st.text(max_size=40))
def test_folding_runs_gives_what_folding_each_character_gives(text: str) -> None:
    """Letters, and the places that they came from, are those of one character after the other."""
    found = fold(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folding, "_runs", each_alone)
        known = fold(text)
    assert found.text == known.text
    assert [*found.starts] == [*known.starts]
    assert [*found.ends] == [*known.ends]


def test_no_more_than_one_draft_is_held_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a draft that was judged, its folded text and words are let go."""
    alive: weakref.WeakSet[Reading] = weakref.WeakSet()
    most = 0

    class Watched(Reading):
        def __init__(self, draft: Draft) -> None:
            nonlocal most
            super().__init__(draft)
            alive.add(self)
            most = max(most, len(alive))

    monkeypatch.setattr(tone_run, "Reading", Watched)
    checked(labelled(40))
    assert most <= 2


def test_settings_are_looked_for_once_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Forty drafts of two folders take two searches for `channelwise.yaml`."""
    from channelwise.check import config_read

    searched: list[Path] = []
    find: Any = config_read.find_config
    monkeypatch.setattr(
        config_read, "find_config", lambda folder: searched.append(folder) or find(folder)
    )
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        for index in range(20):
            (tmp_path / name / f"{index}.md").write_text("Fresh bread")
    configs = Configs(ENGINE.rulebook.networks)
    ENGINE.check(read_drafts([str(tmp_path)]), config=configs.of, as_of=TODAY)
    assert sorted(searched) == [tmp_path / "a", tmp_path / "b"]


@pytest.mark.slow
def test_ten_thousand_drafts_are_one_run(tmp_path: Path) -> None:
    """A folder of so many is read and checked, not refused."""
    for index in range(10_000):
        (tmp_path / f"{index}.md").write_text(f"Loaf number {index} is out of the oven.")
    answer = ENGINE.check(read_drafts([str(tmp_path)]), as_of=TODAY)
    assert answer.summary["drafts"] == 10_000

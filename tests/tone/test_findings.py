"""What is not known is not claimed; places, order and growth of a whole run."""

import json
import random
from dataclasses import replace
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channelwise.check.model import Finding, Span
from channelwise.drafts.model import Spot
from channelwise.drafts.read import read_drafts
from channelwise.tone.context import AccountFacts, Context
from channelwise.tone.findings import tone_findings
from channelwise.tone.outcome import MOST_PLACES
from channelwise.tone.trial import context, draft
from tone.labelled import NETWORKS, book, posts

SELLING = "Buy now! Order today, free shipping, best price."
# Quotation marks within those of a title.
INNER = str.maketrans("“”", "‘’")
MIXED = "Buy now! Order today, best price. نان تازه، همین حالا بخرید، ارسال رایگان برای همه‌جا"
VIEW = "I think the government should resign."
FULL = {
    "language": "en", "kind": "business", "voice": "we", "topics": ["bread"],
    "network": NETWORKS["business"],
}  # fmt: skip


def run(*situations: dict[str, Any]) -> list[Finding]:
    drafts = [draft(one, number) for number, one in enumerate(situations)]
    return tone_findings(book().rules, drafts, context(situations))


def missing(findings: list[Finding]) -> dict[str, Finding]:
    return {
        one.code.removeprefix("core.not-checked."): one
        for one in findings
        if one.state == "not_evaluated"
    }


@pytest.mark.parametrize(
    ("left_out", "text", "code"),
    [
        ("language", MIXED, "language"), ("kind", VIEW, "account-kind"), ("topics", VIEW, "topics"),
        ("voice", "I did it.", "voice"), ("network", "See https://example.com", "network"),
    ],
)  # fmt: skip
def test_what_is_not_declared_is_not_guessed(left_out: str, text: str, code: str) -> None:
    """A rule that would need what is left out says so, names itself, and claims nothing."""
    known = run({**FULL, "text": text})
    assert code not in missing(known)
    findings = run({key: value for key, value in FULL.items() if key != left_out} | {"text": text})
    note = missing(findings)[code]
    assert note.level == "note"
    assert note.fix
    sure = {one.code for one in findings if one.state == "found"}
    assert {one.code for one in known} - sure
    titles = {rule.title.en for rule in book().rules}
    assert any(title.translate(INNER) in note.message.en for title in titles)


def test_nothing_is_said_to_be_missing_for_a_text_without_a_find() -> None:
    """Where no rule would find anything, nothing is missing."""
    assert run({"text": "The rye rests for two days.", "media": [{"alt": "A loaf"}]}) == []


def test_a_missing_thing_is_said_once_for_all_drafts() -> None:
    """Several drafts that lack the same thing give one note, at the first of them."""
    findings = run(*({"text": text} for text in ("The rye rests.", MIXED, MIXED)))
    notes = [one for one in findings if one.code == "core.not-checked.language"]
    assert [one.file for one in notes] == ["draft1.md"]
    assert notes[0].count
    assert notes[0].count.en == "2 drafts"


def test_a_language_without_lists_is_not_judged_by_others() -> None:
    """English words in a German text are no finding, and that is said."""
    findings = run({**FULL, "language": "de", "text": SELLING})
    assert "lists" in missing(findings)
    assert not [one for one in findings if one.code.startswith("core.selling")]


def test_a_language_with_a_region_is_that_language() -> None:
    """`en-GB` is English."""
    one = replace(draft({**FULL, "text": SELLING}), language="en-GB")
    found = tone_findings(book().rules, [one], context([{**FULL, "text": SELLING}]))
    assert "core.selling.hard" in {one.code for one in found}


def test_an_account_speaks_for_its_drafts() -> None:
    """What a draft leaves out is taken from its account; what it says itself goes first."""
    one = replace(draft({"text": VIEW, "language": "en"}), account="shop")
    accounts = {"shop": AccountFacts(kind="business", topics=("bread",))}
    codes = {f.code for f in tone_findings(book().rules, [one], Context({}, accounts))}
    assert "core.separation.opinion" in codes
    own = replace(one, kind="personal")
    codes = {f.code for f in tone_findings(book().rules, [own], Context({}, accounts))}
    assert "core.separation.opinion" not in codes


def test_a_rule_on_networks_tells_which() -> None:
    """A draft for two networks is found where the condition holds, and only there."""
    both = {"acme": NETWORKS["business"], "other": NETWORKS["timely"]}
    one = replace(draft({**FULL, "text": "See https://example.com"}), networks=tuple(both))
    values = {
        name: {f"network.{key}": value for key, value in traits.items()}
        for name, traits in both.items()
    }

    class Net:
        def __init__(self, name: str) -> None:
            self.values = values[name]

    found = tone_findings(book().rules, [one], Context({name: Net(name) for name in both}))
    assert [(f.code, f.network) for f in found if f.code.startswith("core.links")] == [
        ("core.links.costly", "acme")
    ]


@pytest.mark.parametrize(
    ("at", "span"), [(Spot(5, 3), (6, 4)), (None, (2, 4)), (Spot(1, 1), (2, 4))]
)
def test_places_are_those_of_the_file(at: Spot | None, span: tuple[int, int]) -> None:
    """Lines count from where the text begins in its file."""
    situation = {**FULL, "text": "So,\n😍 a lol", "network": NETWORKS["business"]}
    one = replace(draft(situation), text_at=at)
    found = tone_findings(book().rules, [one], context([situation]))
    (slang,) = [f for f in found if f.code == "core.wording.slang"]
    assert slang.span
    assert (slang.span.line, slang.span.column - 1) == span


def test_the_order_of_rules_does_not_matter() -> None:
    """The same findings come in the same order, whatever the order of rules."""
    situations = [post.situation for post in posts()[::7]]
    drafts = [draft(one, number) for number, one in enumerate(situations)]
    known = context(situations)
    shuffled = list(book().rules)
    random.Random(7).shuffle(shuffled)
    first = tone_findings(book().rules, drafts, known)
    assert [one.model_dump() for one in tone_findings(shuffled, drafts, known)] == [
        one.model_dump() for one in first
    ]
    files = [one.file for one in first]
    assert files == sorted(files, key=lambda name: int(name[5:-3]))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from([
    "buy now", "hurry", "#a", "@b", "😍", "!", "?", "\n", "\r\n", " ", "\u200c", "من ", "ما", "می شود", "https://a.co/x",
    "سَلام", "I", "we", "utilize", "LOUD WORDS HERE NOW", "تخفیف ويژه", "\u202e", "\x00", "e\u0301", "۵۰٪", "🇮🇷",
]), max_size=30), st.sampled_from(["en", "fa", None]))  # fmt: skip
def test_every_place_lies_in_the_text(parts: list[str], language: str | None) -> None:
    """Whatever the text, each span is a stretch of it, and nothing fails."""
    text = "".join(parts)
    lines = text.split("\n")
    for one in run({**FULL, "language": language, "text": text}):
        assert one.message.en
        assert one.message.fa
        if one.span:
            assert 1 <= one.span.line <= one.span.end_line <= len(lines)
            assert 1 <= one.span.column <= len(lines[one.span.line - 1]) + 1
            assert one.span.end_column <= len(lines[one.span.end_line - 1]) + 1
            assert (one.span.line, one.span.column) <= (one.span.end_line, one.span.end_column)


HOSTILE = [
    "buy now at the ", "a@", "#a", "a.", "www.", "می ", "\u0301", "ه ی ", "!", "😍", "I we. ", "AA ", "x\"')", "a-",
    "a'", "a_", "a.b@", "ｂｕｙ　ｎｏｗ ", "12 % ", "order your a ", "I think bread. the government ", "سَـ", "\u200c",
]  # fmt: skip


def seconds(unit: str, size: int) -> float:
    situation = {**FULL, "text": (unit * (size // len(unit) + 1))[:size]}
    start = process_time()
    found = run(situation)
    spent = process_time() - start
    codes = [one.code for one in found]
    assert all(codes.count(code) <= MOST_PLACES for code in set(codes))
    return spent


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_with_the_length_alone(unit: str) -> None:
    """Eight times the text takes about eight times as long, for texts made to hurt."""
    seconds(unit, 2_000)
    small = min(seconds(unit, 10_000) for _ in range(2))
    large = seconds(unit, 80_000)
    assert large < 24 * small + 0.3


@pytest.mark.parametrize(
    "text", [SELLING, "همین حالا بخرید! ارسال رایگان به همه‌جای ایران، فقط امروز."]
)
def test_words_that_leave_no_doubt_tell_the_language(text: str) -> None:
    """A draft in plain English or Persian is judged without declaring its language."""
    findings = run({**FULL, "language": None, "text": text})
    assert "language" not in missing(findings)
    assert [one.code for one in findings if one.code.startswith("core.selling.")]


def test_places_are_those_of_the_file_also_in_json(tmp_path: Path) -> None:
    """Under escapes and a picture that left the text, a finding points at its own words."""
    body = json.dumps({"text": '\U0001f956 The "bread"\n\tBuy now! Order today, best price.'})
    source = f'{{\n  "kind": "business",\n{body[1:]}'
    found = _selling(source, tmp_path / "a.json")
    line = source.splitlines()[found.line - 1]
    assert line[found.column - 1 : found.end_column - 1] == "Buy now"
    source = "![A loaf](loaf.jpg)\n\nBuy now! Order today, best price.\n"
    found = _selling(source, tmp_path / "b.md")
    assert (found.line, found.column) == (3, 1)


def _selling(source: str, file: Path) -> Span:
    """Where the first words that sell hard stand."""
    file.write_text(source, encoding="utf-8")
    findings = tone_findings(book().rules, read_drafts([str(file)]), Context({}))
    (found,) = [one for one in findings if one.code == "core.selling.hard"]
    assert found.span
    return found.span


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "I baked it.", True),
        ("en", "I'm here from six.", True),
        ("en", "I/O is not our thing.", False),
        ("en", "Our B I Y kits are here.", False),
        ("en", "A review by Tom: I loved it!", False),
        ("en", "Pope Pius I liked rye.", False),
        ("fa", "خودم پختم.", True),
        ("fa", "سه من آرد خریدیم.", False),
        ("fa", "مادربزرگ می‌گفت: من نان را دوست دارم.", False),
    ],
)
def test_only_the_writer_speaking_alone_breaks_the_voice_of_a_firm(
    language: str, text: str, found: bool
) -> None:
    """Letters, numerals, measures and people who are introduced are not the writer's “I”."""
    situation = {"language": language, "text": text, "kind": "business", "voice": "we"}
    rules = [book().rule("core.separation.voice-we")]
    codes = [one.code for one in tone_findings(rules, [draft(situation)], context([situation]))]
    assert (codes == ["core.separation.voice-we"]) is found

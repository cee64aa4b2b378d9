"""Characters that nobody sees are told of, and those that daily writing needs are not."""

import pytest

from channelwise.check.model import Finding
from check.made_up import acme, draft, limit, run

NETWORK = acme({"text": {"max_chars": limit(500, "characters")}})
ENGLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"


def told(text: str) -> list[Finding]:
    checked = run(draft(text, format="text"), NETWORK)
    return [one for one in checked.findings if one.code == "core.invisible"]


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("rye\ufeffbread", "byte order mark", "U+FEFF"),
        ("rye\u200bbread", "space without width", "U+200B"),
        ("rye\U000e0061", "tag characters", "U+E0061"),
        ("rye\u202ebread\u202c", "right-to-left override", "U+202E"),
        ("rye\u202dbread", "left-to-right override", "U+202D"),
        ("rye\u2067bread", "a mark of direction without its end", "U+2067"),
        ("rye\u202bbread\u2069", "a mark of direction without its end", "U+202B"),
    ],
)
def test_what_is_told(text: str, name: str, code: str) -> None:
    """A warning with the place, the name and what to do, in both languages."""
    [one] = told(f"Hello.\n{text}")
    assert (one.level, one.state) == ("warning", "found")
    assert one.message.en == f"1 invisible character: {name} ({code})"
    assert one.span
    assert (one.span.line, one.span.column, one.span.end_column) == (7, 4, 5)
    assert code in one.message.fa
    assert one.fix and one.fix.text.en and one.fix.text.fa


@pytest.mark.parametrize(
    "text",
    [
        "می‌خواهیم", "👩\u200d🍳 bakes", f"{ENGLAND} bakes", "نان\u200e rye\u200f تازه", "\u061c۵",
        "از \u2067نان\u2069 و \u2068acme\u2069", "\u202bنان\u202c", "a\u2066b\u2067c\u2069d\u2069",
        "stray \u2069 end \u202c", "❤\ufe0f", "ขนมปัง\u200bอร่อย",
    ],
)  # fmt: skip
def test_what_daily_writing_needs(text: str) -> None:
    """Half-spaces, joiners, marks of direction, closed isolates and flags are as they should be."""
    assert told(text) == []


def test_each_kind_once() -> None:
    """Several of a kind make one warning, at the first, with their number."""
    one, other = told("a\ufeffb\u202ec\ufeffd\ufeff")
    assert one.message.en == "3 invisible characters: byte order mark (U+FEFF)"
    assert other.message.en == "1 invisible character: right-to-left override (U+202E)"


def test_an_inner_isolate_closes_first() -> None:
    """Of two isolates with one end, the outer one is open."""
    [one] = told("a\u2066b\u2067c\u2069d")
    assert one.span and one.span.column == 2

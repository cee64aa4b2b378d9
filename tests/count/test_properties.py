"""What holds of every count, in every unit, for every text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channelwise.count import Counter, LinkRules, Range, Weighted, count
from channelwise.count.units import core_counters
from channelwise.text import Text
from channelwise_networks.x import channelwise_register_counters

FEDIVERSE = Weighted(
    graphemes=True, link=23, links=LinkRules(frozenset({"com", "org"}), bare=False),
    far_mentions=True,
)  # fmt: skip
COUNTERS = [
    *core_counters(),
    *channelwise_register_counters(),
    Counter("acme_far", FEDIVERSE, Text("a", "ب"), link=23),
]
PARTS = [
    "سلام", "می‌خواهیم", " ", "\n", "\r\n", "word", "é", "e\u0301", "\u0958", "🙂", "👍🏽", "🇮🇷", "1️⃣", "👨‍👩‍👧", "中文",
    "https://example.com/menu", "example.org", "@acme@far.org", "[URL]", "{{name}}", "#", "\u200f", "ﷺ", "𓋓",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PARTS) | st.text(max_size=5), max_size=12).map("".join)
PLAIN = st.text(st.sampled_from("abc سلام۱۲"), max_size=10)
each_unit = pytest.mark.parametrize("counter", COUNTERS, ids=lambda counter: counter.name)


@each_unit
@given(TEXTS)
def test_the_total_is_the_sum_of_its_parts(counter: Counter, text: str) -> None:
    found = count(text, counter)
    assert found.total == sum(part.total for part in found.parts)
    assert all(part.number > 0 for part in found.parts)
    assert len({(part.kind, part.each) for part in found.parts}) == len(found.parts)


@each_unit
@given(TEXTS, PLAIN)
def test_more_plain_text_is_never_shorter(counter: Counter, text: str, more: str) -> None:
    """A word after a blank takes nothing off what is there already."""
    assert count(f"{text} {more}", counter).total >= count(text, counter).total


@each_unit
@given(TEXTS, st.integers(0, 60))
def test_the_place_is_the_first_that_is_too_long(counter: Counter, text: str, limit: int) -> None:
    """What is before the place fits; with the one thing that stands there it no longer does."""
    found = count(text, counter)
    place = found.too_long(limit)
    if place is None:
        assert found.total <= limit
        return
    spent = spent_with_it = 0
    for start, measured in found.measured:
        for piece in measured.pieces:
            steps = 1 if piece.whole else piece.number
            for step in range(steps):
                at = start + measured.original(piece.start + step)
                spent += piece.cost if at < place.offset else 0
                spent_with_it += piece.cost if at <= place.offset else 0
    assert spent <= limit < spent_with_it
    before = text[: place.offset]
    assert (place.line, place.column) == (before.count("\n") + 1, len(before) - before.rfind("\n"))


@pytest.mark.parametrize("counter", core_counters(), ids=lambda counter: counter.name)
@given(TEXTS, st.integers(0, 60))
def test_the_text_before_the_place_fits(counter: Counter, text: str, limit: int) -> None:
    """In units without links, cutting the text at the place makes it fit, and not before."""
    place = count(text, counter).too_long(limit)
    if place is not None:
        assert count(text[: place.offset], counter).total <= limit


@each_unit
@given(TEXTS)
def test_pieces_cover_the_text(counter: Counter, text: str) -> None:
    """Every code point is in exactly one piece, whatever was normalised."""
    found = count(text, counter)
    ends = [start + m.original(m.pieces[-1].end) for start, m in found.measured if m.pieces]
    starts = [start + m.original(m.pieces[0].start) for start, m in found.measured if m.pieces]
    assert starts[:1] == ([0] if text else [])
    assert ends[-1:] == ([len(text)] if text else [])
    assert starts[1:] == ends[:-1]


@given(TEXTS)
def test_normalising_changes_no_weighted_length(text: str) -> None:
    """The weighted unit composes first: a decomposed text has the same length."""
    import unicodedata

    (counter,) = channelwise_register_counters()
    composed = unicodedata.normalize("NFC", text)
    assert count(text, counter).total == count(composed, counter).total


@pytest.mark.parametrize(
    "wrong",
    [
        {"default": 150, "scale": 100},
        {"emoji": 1, "scale": 2, "default": 2},
        {"default": -1},
        {"link": -1},
        {"scale": 0},
        {"ranges": (Range(0, 9, 3),), "scale": 2, "default": 2},
    ],
)
def test_weights_that_make_no_whole_units_are_refused(wrong: dict) -> None:
    with pytest.raises(ValueError, match=r"multiple|nothing"):
        Weighted(**wrong)

"""What holds of every count, in every unit, for every text."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from channelwise.count import Count, Counter, LinkRules, Range, Weighted, count
from channelwise.count.units import core_counter, core_counters
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
# Texts in which much joins: what is one character in one unit is many in another.
JOINED = st.lists(
    st.sampled_from([*PARTS, *"aé‌\u200d\u0301\ufe0f🇮👩👧🏽\u0915\u094d\u0600\r\n", "a.com", "+", "-"]), max_size=14
).map("".join)  # fmt: skip
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
def test_the_place_is_told_by_line_and_column(counter: Counter, text: str, limit: int) -> None:
    place = count(text, counter).too_long(limit)
    if place is not None:
        before = text[: place.offset]
        assert (place.line, place.column) == (
            before.count("\n") + 1, len(before) - before.rfind("\n"),
        )  # fmt: skip


@each_unit
@given(JOINED, st.integers(0, 60))
def test_the_text_up_to_the_place_fits_and_no_character_is_cut(
    counter: Counter, text: str, limit: int
) -> None:
    """Neither what people see as one character nor an emoji, link or mention is cut in two."""
    found = count(text, counter)
    place = found.too_long(limit)
    if place is None:
        assert found.total <= limit
        return
    assert count(text[: place.offset], counter).total <= limit
    assert place.offset in {0, *(cluster.start() for cluster in regex.finditer(r"\X", text))}
    assert not any(start < place.offset < end for start, end in wholes(found))


@each_unit
@given(JOINED, st.integers(0, 60))
def test_with_what_stands_at_the_place_it_is_too_long(
    counter: Counter, text: str, limit: int
) -> None:
    """What fits is not cut: only where cutting would make a link is the place further back."""
    found = count(text, counter)
    place = found.too_long(limit)
    if place is not None:
        ends = [cluster.end() for cluster in regex.finditer(r"\X", text)]
        edges = [end for end in ends if not any(a < end < b for a, b in wholes(found))]
        fitting = [end for end in edges if end > place.offset and spent(found, end) <= limit]
        assert not fitting or any(count(text[:end], counter).total > limit for end in fitting)


def spent(found: Count, end: int) -> int:
    """What the text costs up to an offset, as a part of the whole."""
    return sum(
        piece.cost
        for start, measured in found.measured
        for piece in measured.pieces
        for step in range(1 if piece.whole else piece.number)
        if start + measured.original(piece.start + step) < end
    )


def wholes(found: Count) -> list[tuple[int, int]]:
    """Where each thing that cannot be cut begins and ends in the text."""
    return [
        (start + measured.original(piece.start), start + measured.original(piece.end))
        for start, measured in found.measured
        for piece in measured.pieces
        if piece.whole
    ]


@pytest.mark.parametrize(
    ("text", "limit", "fits"),
    [
        ("ab 👨\u200d👩\u200d👧 c", 4, "ab "),
        ("abc e\u0301", 5, "abc "),
        ("a\r\nb", 2, "a"),
        ("ab 🇮🇷", 4, "ab "),
        ("می‌خوا\u064eهیم", 6, "می‌خو"),
    ],
)
def test_a_character_of_many_code_points_goes_whole(text: str, limit: int, fits: str) -> None:
    """Also in units in which its first code points alone would still fit."""
    place = count(text, core_counter("code_points")).too_long(limit)
    assert text[: place.offset] == fits


@pytest.mark.parametrize(
    ("text", "limit"), [("see example.comes", 15), ("https://a.com\ufe0f b", 23), ("[URL](b)", 5)]
)
def test_a_cut_makes_no_link_of_what_was_none(text: str, limit: int) -> None:
    """The place is before what would be a link, or was one, if the text ended there."""
    (counter,) = channelwise_register_counters()
    place = count(text, counter).too_long(limit)
    assert text[: place.offset] in ("see ", "")


@pytest.mark.parametrize("limit", [-1, -280])
def test_a_limit_below_zero_is_a_mistake(limit: int) -> None:
    with pytest.raises(ValueError, match="0 or more"):
        count("abc", core_counter("graphemes")).too_long(limit)


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

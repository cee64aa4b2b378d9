"""Placeholders cost what they stand for, and a note says what was taken for them."""

import pytest

from channelwise.count import count
from channelwise.count.placeholders import placeholders
from channelwise.count.units import core_counter
from channelwise_networks.x import channelwise_register_counters

(X,) = channelwise_register_counters()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[URL] {{url}} [link] [لینک] {{ Link }} [WEB_ADDRESS]", ["link"] * 6),
        ("{{name}} {{نام مشتری}} [CITY] [FIRST NAME]", ["words"] * 4),
        ("[1] [sic] {name} [] {{}} [A] x[i]", []),
        ("[SOLD OUT] [NEW] [LIVE] [PHOTO] [SPECIAL OFFER] [A NAME DROP]", []),
        ("[link](https://acme.example) [URL](b) [link][1] [website](", []),
        ("[NAME] [Date] [price] [YOUR CITY] [insert link here] [PRICE 2]",
         ["words"] * 4 + ["link", "words"]),
        ("[URL][NAME] [URL] (see below)", ["link", "words", "link"]),
        ("[نام] [تاریخ] [قیمت] [نام مشتری] [لینک ثبت‌نام]", ["words"] * 4 + ["link"]),
        ("[قیمت ویژه] [تخفیف] [نام او را که شنیدم رفتم]", []),
        ("[ ] [_] {{ }}", ["words"]),
        ("[URL\n]", []),
        ("[" + "A" * 61 + "]", []),
    ],
)  # fmt: skip
def test_what_is_a_placeholder(text: str, found: list[str]) -> None:
    assert [one.stands_for for one in placeholders(text)] == found


def test_a_link_costs_what_any_link_does() -> None:
    """Where links have one price, so has a placeholder for one, and that is sure."""
    found = count("سلام\nSee [URL] now", X)
    assert found.total == 4 + 1 + 4 + 23 + 4
    (note,) = found.notes
    assert (note.text, note.stands_for, note.each, note.sure) == ("[URL]", "link", 23, True)
    assert (note.place.offset, note.place.line, note.place.column) == (9, 2, 5)


def test_a_link_of_its_own_length_is_not_sure() -> None:
    """Where a link counts as written, the placeholder does too, and the note says so."""
    found = count("[URL]", core_counter("code_points"))
    (note,) = found.notes
    assert (found.total, note.each, note.sure) == (5, 5, False)


def test_words_count_as_written_and_are_not_sure() -> None:
    found = count("Dear {{name}}", X)
    (note,) = found.notes
    assert (found.total, note.stands_for, note.each, note.sure) == (13, "words", 8, False)


def test_places_after_a_placeholder_are_those_of_the_text() -> None:
    """A text with placeholders and letters to compose is too long where a reader sees it."""
    text = "e\u0301 [URL] " + "a" * 10
    found = count(text, X)
    assert found.total == 2 + 23 + 1 + 10
    assert found.too_long(30).offset == text.index("a" * 10) + 4
    assert found.too_long(10).offset == text.index("[URL]")

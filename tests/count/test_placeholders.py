"""Placeholders cost what they stand for, and a note says what was taken for them."""

import pytest
from click.testing import CliRunner

from channelwise.cli.main import main
from channelwise.count import count
from channelwise.count.placeholders import placeholders
from channelwise.count.units import core_counter
from channelwise.drafts.read import draft_from
from channelwise_networks.x import channelwise_register_counters
from known import engine

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
        ("{{order_url}} {{unsubscribe link}} {{shop.url}} {{orderUrl}} {{link_2}}", ["link"] * 5),
        ("{{ page.url | default: 'a' }} {{لینک سفارش}}", ["link"] * 2),
        ("{{link_text}} {{url_count}} {{curl}} {{name | url}}", ["words"] * 4),
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


@pytest.mark.parametrize(
    ("text", "total", "inside"),
    [
        ("https://example.com/?c={{campaign}}", 23, 1),
        ("https://example.com/{{slug}}", 23, 1),
        ("https://example.com/[URL]", 23, 1),
        ("see https://example.com/?a=[NAME]&b=2", 27, 1),
        ("example.com/[NAME]/{{id}}, and", 23 + 5, 2),
        ("https://{{shop}}.example.com", 23, 1),
        ("https://example.com{{path}} x", 25, 1),
        ("{{base_url}}/p/{{slug}}?x=[NAME] ok", 26, 2),
        ("[URL]/menu. See [URL]", 23 + 6 + 23, 0),
        ("https://[URL]/a", 23, 0),
        ("[URL].", 24, 0),
        ("word[URL]", 27, 0),
        ("example.com [NAME]", 23 + 7, 0),
        ("example.com, [NAME]", 23 + 8, 0),
        ("Visit [CITY].It is", 18, 0),
        ("سلام https://example.com/[نام]؟", 5 + 23 + 1, 1),
    ],
)
def test_a_placeholder_in_a_link_adds_nothing(text: str, total: int, inside: int) -> None:
    """Whatever is put there, the whole is one link; that is sure, and a note says so."""
    found = count(text, X)
    assert found.total == total
    held = [note for note in found.notes if note.in_link]
    assert [(note.each, note.sure) for note in held] == [(0, True)] * inside


def test_where_links_count_as_written_so_does_what_is_in_them() -> None:
    found = count("https://example.com/{{slug}}", core_counter("code_points"))
    assert (found.total, found.notes[0].in_link, found.notes[0].sure) == (28, False, False)


def test_a_link_with_a_placeholder_is_not_cut() -> None:
    """A text that is too long there is too long from the beginning of the link."""
    text = "see https://example.com/{{slug}}/menu now"
    assert text[: count(text, X).too_long(26).offset] == "see "
    assert text[: count(text, X).too_long(27).offset] == text[: -len(" now")]


@pytest.mark.parametrize(
    ("lang", "says"),
    [("en", "[NAME] is part of a link and adds nothing"), ("fa", "بخشی از یک لینک است")],
)
def test_people_are_told_that_it_adds_nothing(lang: str, says: str) -> None:
    done = CliRunner().invoke(
        main, ["count", "https://example.com/[NAME]", "--network", "x", "--lang", lang]
    )
    assert says in done.stdout


def test_the_check_tells_it_as_well() -> None:
    draft = draft_from("---\nnetworks: x\n---\nhttps://example.com/[NAME]", "post.md")
    (found,) = [one for one in engine().check([draft]).findings if one.code == "core.placeholder"]
    assert found.count.en == "nothing of its own on X (Twitter), as part of a link"

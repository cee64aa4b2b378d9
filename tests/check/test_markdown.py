"""Marks of Markdown are told of where a network shows them as they are written."""

import pytest

from channelwise.check.markdown import marks
from channelwise.check.model import Finding
from channelwise.networks.model import Network
from check.made_up import acme, draft, limit, run

CODE = "core.markdown"
PLAIN = acme({"text": {"max_chars": limit(500, "characters")}})
RICH = acme({"text": {"max_chars": limit(500, "characters")}}, specs={"text": {"markdown": True}})


def told(text: str, network: Network = PLAIN, **fields: object) -> list[Finding]:
    checked = run(draft(text, format="text", **fields), network)
    return [one for one in checked.findings if one.code == CODE]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("# Title\nBread.", "# Title"), ("A **bold** loaf", "**bold**"),
        ("See [the menu](https://acme.example).", "[the menu](https://acme.example)"),
        ("See [it](/a_(b)) now", "[it](/a_(b))"), ("Hi.\n> We bake.", "> We bake."),
        ("Use `code` now", "`code`"), ("A ~~dear~~ loaf", "~~dear~~"), ("Tom &amp; Co", "&amp;"),
        (r"5 \* 3", r"\*"), ("A loaf ![rye](rye.png) here", "![rye](rye.png)"),
        ("A *good* loaf", "*good*"), ("So _very good_!", "_very good_"), ("__Now__", "__Now__"),
        ("<https://acme.example>", "<https://acme.example>"), ("```\nbread", "```"),
        ("نان **تازه** داریم", "**تازه**"), ("نان *تازه* داریم", "*تازه*"),
        ("See [the menu][1] today\n\n[1]: https://acme.example", "[the menu][1]"),
    ],
)  # fmt: skip
def test_a_mark_is_told_at_its_place(text: str, mark: str) -> None:
    """Each mark makes a note with its words, at the place where they stand in the file."""
    [one] = told(text)
    assert (one.level, one.state, one.network) == ("note", "found", None)
    assert one.message.en.strip("\u2069").replace("\u2068", "").endswith(f": {mark}")
    before = text[: text.index(mark)]
    line, column = before.count("\n"), len(before) - (before.rfind("\n") + 1)
    assert one.span
    assert (one.span.line, one.span.column) == (6 + line, 1 + column)
    assert one.fix and one.fix.text.fa


@pytest.mark.parametrize(
    "text",
    [
        "#rye bread", "- rye\n- spelt", "* rye\n* spelt", "1. rye\n2. spelt", "5*3*2 loaves",
        "Prices* are net* of tax", "rye > spelt", "> 5 loaves", "^_^ ha ^_^", ":_) and :_(",
        "-_- and -_-", "@__name__ and @a_b_", "#_tag_ here", "snake_case_word", r"¯\_(ツ)_/¯",
        "https://acme.example/_x_/*y*", "it`s rock`n`roll of the `80s", "[URL] and [NAME]",
        "[1] https://acme.example", "AT&T; A&B", "*only today. *Not on Monday", "2 ** 3",
        "***** five stars", "Name: _____", "~5 kg ~ 6 kg", "[sic](really)", "[menu][1] alone",
        "(*) today", "#1 bakery", "a_b@acme.example _c", "---", "<3 and <b>",
    ],
)  # fmt: skip
def test_what_is_no_mark(text: str) -> None:
    """Hashtags, lists, prices, faces, names, addresses and footnotes are told nothing of."""
    assert [text[slice(*one)] for one in marks(text)] == []
    assert told(text) == []


def test_one_note_tells_of_all() -> None:
    """A draft with several marks has one note, at the first, with their number."""
    [one] = told("Fresh.\n**Rye** and **spelt** at [us](https://acme.example).")
    assert one.message.en == "Will be seen as written, in 3 places: **Rye**"
    assert "۳" in one.message.fa
    assert one.span and (one.span.line, one.span.column) == (7, 1)


def test_a_network_that_renders_markdown() -> None:
    """Where a format shows Markdown as it is meant, or no network is named, nothing is said."""
    assert told("**Rye**", RICH) == []
    assert told("**Rye**", networks=None) == []
    assert told("**Rye**", RICH, networks=["acme", "acne"]) == []


def test_comments_are_no_marks() -> None:
    """What stands in a comment is not shown to anybody."""
    assert told("<!-- **internal** -->\nBread.") == []

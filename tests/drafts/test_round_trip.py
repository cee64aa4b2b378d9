"""Any text that is written under a front matter or in JSON is read back, each point in its place."""

import json
import re
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from channelwise.drafts.decode import UNUSABLE, VISIBLE
from channelwise.drafts.model import Draft, Run, Spot
from channelwise.drafts.pictures_in_text import without_pictures
from channelwise.drafts.place import place_of
from channelwise.drafts.read import draft_from, read_drafts

# What hurts: line ends, marks, dashes, joiners, combining letters, astral points, backslashes.
SPICE = '\n\t -|:!()[]\\"/\u200c\u200d\u200e\u200f\u202e\u2066\u2069\u2028\u00a0\ufeffسلامپچيك\u064b\u0301é🙂👩‍🍳\U0010ffff'
points = st.one_of(
    st.sampled_from(SPICE),
    st.sampled_from(["---", "---\n", "\n---\n", "![a](b.png)", "```", "\\n", "\\u200f"]),
    st.characters(exclude_categories=("Cs", "Cc")),
)
texts = (
    st.lists(points, max_size=40)
    .map("".join)
    .filter(lambda text: VISIBLE.search(text) and not UNUSABLE.search(text))
    .filter(lambda text: "<!--" not in text)  # comments have tests of their own
)


def written(text: str, name: str, folder: str) -> Path:
    path = Path(folder, name)
    path.write_bytes(text.encode())
    return path


def read(content: str, end: str) -> Draft:
    with tempfile.TemporaryDirectory() as folder:
        (draft,) = read_drafts([str(written(content, f"a.{end}", folder))])
    return draft


def at(source: str, spot: Spot) -> str:
    """What stands at a place of a source, by counting lines and columns anew."""
    line = source.split("\n")[spot.line - 1]
    return (line + "\n")[spot.column - 1]


@given(texts, st.sampled_from(["\n", "\n\n"]))
@example("\nA", "\n\n")
@example("---\nA\n---", "\n")
def test_a_text_under_a_front_matter_is_read_back(text: str, gap: str) -> None:
    """Every code point returns, in a place that holds that very code point."""
    assume(gap == "\n\n" or text.split("\n", maxsplit=1)[0].strip(" \t"))
    content = f"---\nnetworks: acme\n---{gap}{text}\n"
    draft = read(content, "txt")
    assert draft.text == text
    for offset, point in enumerate(draft.text):
        assert at(draft.source, place_of(draft, offset)) == point


@given(texts)
def test_a_text_alone_is_read_back(text: str) -> None:
    """A text that does not begin with the mark needs no front matter."""
    text = text.lstrip("\ufeff")
    assume(text.split("\n", maxsplit=1)[0].rstrip(" \t") not in ("---", "+++"))
    assume(not re.match(r"\s*---[ \t]*\n[a-z]+:", text))
    draft = read(text + "\n", "txt")
    assert draft.text == text
    assert place_of(draft, 0) == Spot(1, 1)


@given(texts)
def test_line_ends_of_windows_change_nothing(text: str) -> None:
    """The same draft saved with CRLF gives the same text, source and places."""
    content = f"---\ntitle: a\n---\n\n{text}\n"
    unix, windows = read(content, "txt"), read(content.replace("\n", "\r\n"), "txt")
    assert replace(windows, file=unix.file) == unix


@given(texts, st.booleans(), st.sampled_from([None, 1]), st.booleans())
@example("a\r\nb", True, None, False)
@example("\\u200f\u200f\\", True, None, False)
def test_a_text_in_json_is_read_back(
    text: str, ascii_only: bool, indent: int | None, in_list: bool
) -> None:
    """The same for JSON, with escapes or without; the place is that of the sign or its escape."""
    entry = {"title": "t", "text": text, "networks": ["acme"]}
    content = json.dumps([entry] if in_list else entry, ensure_ascii=ascii_only, indent=indent)
    draft = read(content, "json")
    expected = text.replace("\r\n", "\n").removesuffix("\n")
    assert draft.text == expected
    for offset, point in enumerate(draft.text):
        rest = _rest(draft.source, place_of(draft, offset))
        if point == "\n":
            assert rest.startswith(("\\n", "\\r\\n"))
        else:
            assert rest.startswith((point, json.dumps(point)[1:-1], f"\\u{ord(point):04x}"))
    end = _rest(draft.source, place_of(draft, len(draft.text)))
    assert end.startswith(('"', "\\n", "\\r\\n"))


def _rest(source: str, spot: Spot) -> str:
    lines = source.split("\n")
    return "\n".join([lines[spot.line - 1][spot.column - 1 :], *lines[spot.line :]])


lines = st.lists(
    st.one_of(st.sampled_from(["", " ", "![a](b.png)", "  ![c](d.png) ", "A", "سلام", "---"]), texts),
    min_size=1, max_size=12,
)  # fmt: skip


@given(lines)
@example(["A", "", "![a](b.png)", "", "B"])
@example(["![a](b.png)"])
def test_places_are_right_around_pictures(parts: list[str]) -> None:
    """Without its pictures a text has its other lines in order, each in its own place."""
    content = "---\nnetworks: acme\nlink: https://acme.example\n---\n\n" + "\n".join(parts)
    draft = read(content, "md")
    for offset, point in enumerate(draft.text):
        assert at(draft.source, place_of(draft, offset)) == point
    left = [line for line in "\n".join(parts).split("\n") if line.strip() and not _is_picture(line)]
    assert [line for line in draft.text.split("\n") if line.strip()] == left
    assert len(draft.media) == sum(map(_pictures, "\n".join(parts).split("\n")))


def _pictures(line: str) -> int:
    return len(without_pictures(line, [Run(0, 0)]).pictures)


def _is_picture(line: str) -> bool:
    return _pictures(line) > 0


@given(texts, st.integers(0, 60))
def test_places_go_forward(text: str, offset: int) -> None:
    """A later offset has a later place, up to the end, and none lies beyond."""
    draft = draft_from(f"---\nlink: https://acme.example\n---\n\n{text}")
    assume(draft.text)
    offset %= len(draft.text)
    assert _order(place_of(draft, offset)) < _order(place_of(draft, offset + 1))
    for outside in (-1, len(draft.text) + 1):
        with pytest.raises(IndexError):
            place_of(draft, outside)


def _order(spot: Spot) -> tuple[int, int]:
    return spot.line, spot.column


@given(texts, st.integers(1, 50), st.integers(1, 50))
def test_a_draft_made_by_hand_has_places_too(text: str, line: int, column: int) -> None:
    """Without a source, places count from where the text is said to begin."""
    draft = Draft("a.md", "", text, Spot(line, column))
    first = place_of(draft, 0)
    assert first == Spot(line, column)
    newline = text.find("\n")
    if newline >= 0:
        assert place_of(draft, newline) == Spot(line, column + newline)
        assert place_of(draft, newline + 1) == Spot(line + 1, 1)
    assert place_of(Draft("a.md", "", text, None), 0) == Spot(1, 1)

"""Pictures that stand in the text as Markdown: `![what it shows](file)` on a line of its own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final
from urllib.parse import unquote

from channelwise.drafts.cuts import Stretch, cut, source_at
from channelwise.drafts.fields import MOST_PATH, MOST_WORDS, is_address
from channelwise.drafts.model import Run
from channelwise.drafts.problems import problem
from channelwise.errors import Problem
from channelwise.files.lines import Lines

_OPENING, _MIDDLE, _CLOSING = "![", "](", ")"
_BETWEEN: Final = re.compile(r"(?<=\))[ \t]*(?=!\[)")
_ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_LONGEST: Final = MOST_WORDS + MOST_PATH


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the text: the file as it is written, its words, its offset in the source."""

    written: str
    alt: str | None
    at: int

    @property
    def file(self) -> str:
        """The name of the file: in Markdown `%20` stands for a space."""
        return unquote(self.written)


@dataclass(slots=True)
class Body:
    """A text without its pictures, and the way back to the source."""

    text: str = ""
    runs: list[Run] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)


def plain(source: str, start: int) -> Body:
    """The text as it stands, without the line break at its end."""
    return Body(source[start:].removesuffix("\n"), [Run(0, start)])


def without_pictures(text: str, runs: Sequence[Run]) -> Body:
    """A text that lies in a source as `runs` say, without the lines that hold pictures alone.

    Such a line goes with one blank line: the one below it if there is one above as well, or
    at the end of the text the one above. A picture inside a sentence stays as it is written.
    """
    pictures, kept, out, at = list[Picture](), list[Stretch](), list[Stretch](), 0
    below_picture = left_out = False
    for line in text.split("\n"):
        found = _pictures(line, at)
        pictures += (replace(one, at=source_at(runs, one.at)) for one in found)
        spare = below_picture and not line.strip() and _blank_above(text, kept)
        below_picture, left_out = bool(found), bool(found) or spare
        (out if left_out else kept).append((at, at + len(line)))
        at += len(line) + 1
    return _without_lines(text, runs, pictures, out, _last(text, kept) if left_out else at)


def _blank_above(text: str, kept: list[Stretch]) -> bool:
    return not kept or not text[slice(*kept[-1])].strip()


def _last(text: str, kept: list[Stretch]) -> int:
    """Where the text ends whose last line is left out."""
    if kept and _blank_above(text, kept):
        kept.pop()
    return kept[-1][1] if kept else 0


def _without_lines(
    text: str, runs: Sequence[Run], pictures: list[Picture], lines: list[Stretch], end: int
) -> Body:
    if not lines:
        return Body(text, [*runs], pictures)
    whole = [(start, stop + 1) for start, stop in lines]
    return Body(*cut(text, runs, [*whole, (min(end, len(text)), len(text))]), pictures)


def _pictures(line: str, at: int) -> list[Picture]:
    """The pictures of a line that holds nothing else; none if it holds anything else."""
    shown = line.strip(" \t")
    if not shown.startswith(_OPENING) or len(shown) > _LONGEST:
        return []
    at += line.index("!")
    found, begin = list[Picture](), 0
    for part in _BETWEEN.split(shown):
        offset = shown.index(part, begin)
        picture = _picture(part, at + offset)
        if picture is None:
            return []
        found.append(picture)
        begin = offset + len(part)
    return found


def _picture(part: str, at: int) -> Picture | None:
    words, middle, inside = part.removeprefix(_OPENING).partition(_MIDDLE)
    if not middle or not inside.endswith(_CLOSING):
        return None
    alt = _ESCAPE.sub(r"\1", words)
    return Picture(_destination(inside.removesuffix(_CLOSING).strip()), alt.strip() or None, at)


def _destination(inside: str) -> str:
    """The file, without the title that Markdown allows after it, or the `<>` around it."""
    if inside.endswith('"') and ' "' in inside[:-1]:
        inside = inside[: inside.rindex(' "', 0, -1)].rstrip()
    if inside.startswith("<") and inside.endswith(">"):
        inside = inside[1:-1]
    return inside


def picture_problems(body: Body, source: str, file: str) -> list[Problem]:
    """What is wrong with the files that the pictures of a text name."""
    lines = Lines(source)
    return [
        problem(key, file, lines.place(one.at)) for one in body.pictures if (key := _wrong(one))
    ]


def _wrong(picture: Picture) -> str:
    if not picture.file.strip():
        return "picture_without_file"
    if "\0" in picture.file:
        return "picture_name"
    return "media_address" if is_address(picture.written) else ""

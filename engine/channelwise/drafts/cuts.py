"""Taking stretches out of a text while every code point left keeps its place in the source."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from channelwise.drafts.model import Run

Stretch = tuple[int, int]
_BLANKS: Final = " \t"
_BLANK_LINE: Final = re.compile(r"\n[ \t]*(?=\n)")


def stretches(text: str, found: Iterable[Stretch]) -> Iterator[Stretch]:
    """What goes with comments at these places, in order: see `_with_layout`.

    Those with nothing but blanks between them go as one.
    """
    waiting: Stretch | None = None
    for start, end in found:
        if waiting and _past_blanks(text, waiting[1]) == start:
            waiting = waiting[0], end
            continue
        if waiting:
            yield _with_layout(text, *waiting)
        waiting = start, end
    if waiting:
        yield _with_layout(text, *waiting)


def _with_layout(text: str, start: int, end: int) -> Stretch:
    """A comment with its line if it has one to itself, and a blank line if two would meet.

    Of any other, the blanks before it go as well. Nothing here looks at more of the line than
    blanks, as a text may be one line with many comments.
    """
    line = start
    while line and text[line - 1] in _BLANKS:
        line -= 1
    stop = _past_blanks(text, end)
    begins = not line or text[line - 1] == "\n"
    if not begins or (stop < len(text) and text[stop] != "\n"):
        return (start if begins else line), end
    if stop == len(text):
        return len(text[:line].rstrip()), stop
    blank = not line or text.endswith("\n\n", 0, line)
    following = _BLANK_LINE.match(text, stop)
    return line, (following.end() if blank and following else stop) + 1


def _past_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at] in _BLANKS:
        at += 1
    return at


def cut(text: str, runs: Sequence[Run], out: Iterable[Stretch]) -> tuple[str, list[Run]]:
    """The text without the stretches `out`, and the way from what is left to the source.

    They may come in any order, and may overlap.
    """
    parts, found, length, at = list[str](), list[Run](), 0, 0
    for start, end in (*_merged(out), (len(text), len(text))):
        if start > at:
            found += _moved(runs, at, start, length)
            parts.append(text[at:start])
            length += start - at
        at = max(at, end)
    return "".join(parts), found or [runs[0]]


def _merged(out: Iterable[Stretch]) -> list[Stretch]:
    found: list[Stretch] = []
    for start, end in sorted(out):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _moved(runs: Sequence[Run], start: int, end: int, to: int) -> Iterator[Run]:
    """The runs of `text[start:end]`, which now begins at `to`."""
    index = max(0, bisect_right(runs, start, key=_offset) - 1)
    for run in runs[index : bisect_left(runs, end, key=_offset)]:
        first = max(run.text, start)
        yield Run(to + first - start, run.source + first - run.text)


def source_at(runs: Sequence[Run], offset: int) -> int:
    """The offset in the source of one in the text."""
    run = runs[bisect_right(runs, offset, key=_offset) - 1]
    return run.source + offset - run.text


def _offset(run: Run) -> int:
    return run.text

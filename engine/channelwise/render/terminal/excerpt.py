"""The line of a text around a place, with a caret under it."""

import unicodedata
from typing import Final

from rich.cells import cell_len

from channelwise.count.model import Place
from channelwise.files.show import printable
from channelwise.render.terminal.encoding import writable
from channelwise.render.terminal.line import Line
from channelwise.render.terminal.page import Page

_BEFORE: Final = 44
_AFTER: Final = 20
_CUT: Final = "…"
_BLANK: Final = "\u00a0"  # wrapping leaves it where it is
_RIGHT_TO_LEFT: Final = ("R", "AL")
_STRONG: Final = ("L", *_RIGHT_TO_LEFT)
# A line may be a whole text: no more of it than this is looked at.
_MOST: Final = 200


def excerpt(page: Page, text: str, place: Place) -> None:
    """Prints the line that the place is in, and a caret below the place.

    A line that reads from right to left is set on the right, and its caret is counted from there.
    """
    line_start = place.offset - place.column + 1
    before = _tail(text[max(line_start, place.offset - _MOST) : place.offset], place.column > _MOST)
    after = _head(text[place.offset : place.offset + _MOST].partition("\n")[0])
    caret = _BLANK * cell_len(before) + "^"
    for line in (before + after, caret):
        _show(page, line, rtl=_reads_from_right(before + after))


def _show(page: Page, line: str, *, rtl: bool) -> None:
    if rtl:
        plain = writable(line, page.console.encoding)
        page.show(Line(plain, direction="right_to_left"), indent=0)
    else:
        page.code(line, indent=4)


def _tail(text: str, cut: bool) -> str:
    """The end of what comes before, as far as there is room."""
    shown = printable(text)
    kept = shown
    while cell_len(kept) > _BEFORE:
        kept = kept[1:]
    return kept if kept == shown and not cut else _CUT + kept


def _head(text: str) -> str:
    shown = printable(text)
    kept = shown
    while cell_len(kept) > _AFTER:
        kept = kept[:-1]
    return kept if kept == shown else kept + _CUT


def _reads_from_right(text: str) -> bool:
    """The direction of the first letter that has one."""
    kinds = (unicodedata.bidirectional(sign) for sign in text)
    return next((kind for kind in kinds if kind in _STRONG), "L") in _RIGHT_TO_LEFT

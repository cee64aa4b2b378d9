"""The line of a file that a finding is on, with carets under the stretch that it is about."""

import re
from typing import Final

from rich.cells import cell_len

from channelwise.check.model import Span
from channelwise.files.show import printable
from channelwise.render.terminal.encoding import writable
from channelwise.render.terminal.isolates import FSI, PDI
from channelwise.render.terminal.page import Page
from channelwise.text import within_word

_BEFORE: Final = 44
_AROUND: Final = 76
_QUOTED: Final = 40
_CUT: Final = "…"
_JOINER: Final = "\u200c"  # without letters before it, it is only a blank
# Two words on each side of a lone sign, and the signs that hang on them.
_LAST_WORDS: Final = re.compile(r"(?:\S+\s+)?\S+\s*\Z")
_FIRST_WORDS: Final = re.compile(r"\s*\S+(?:\s+\S+)?")
_TAB: Final = " " * 4
# A line may be a whole file: no more of it than this is looked at.
_MOST: Final = 400
_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def excerpt(page: Page, source: str, span: Span, message: str = "") -> None:
    """Prints the line that a span begins on.

    Where letters run from right to left, no column of a terminal can be relied on: then the
    stretch is quoted below the line, unless the message above quotes it already, and no caret
    pretends to know where it is shown.
    """
    line = _line(source, span.line)
    start = min(span.column - 1, len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    before = _tail(line[max(0, start - _MOST) : start], cut=start > _MOST)
    stretch = _shown(line[start : min(end, start + _MOST)])
    after = _shown(line[max(start, end) : end + _MOST])
    if not (before + stretch + after).strip():
        return
    whole = _head(before + stretch + after, _AROUND)
    number = f"{span.line:>5} | "
    if _RIGHT_TO_LEFT.search(whole):
        _print(page, f"{number}{FSI}{whole}{PDI}")
        if stretch.strip() and f"{FSI}{stretch}{PDI}" not in message:
            quoted = f"{FSI}{_head(_quote(before, stretch, after), _QUOTED)}{PDI}"
            quote = page.ui("tone.quote", text=quoted)
            page.say(page.ui("check.here", text=quote), indent=len(number))
        return
    _print(page, number + whole)
    _print(page, _carets(number, before, stretch, whole))


def _quote(before: str, stretch: str, after: str) -> str:
    """The stretch, with a mark where it begins or ends within a word; of a lone sign, which could
    be anywhere, the words on both sides of it as well.
    """
    if any(sign.isalnum() for sign in stretch):
        start = _CUT if within_word(before, stretch) else ""
        end = _CUT if within_word(stretch, after) else ""
        return f"{start}{stretch.strip().strip(_JOINER)}{end}"
    left, right = _LAST_WORDS.search(before), _FIRST_WORDS.match(after)
    return f"{left[0] if left else ''}{stretch}{right[0] if right else ''}".strip()


def _line(source: str, number: int) -> str:
    lines = source.split("\n")
    return lines[number - 1] if number <= len(lines) else ""


def _carets(number: str, before: str, stretch: str, whole: str) -> str:
    """At least one caret, and none beyond the end of what is shown."""
    at = cell_len(before)
    room = max(1, cell_len(whole.removesuffix(_CUT)) - at)
    return " " * (len(number) - 2) + "| " + " " * at + "^" * max(1, min(cell_len(stretch), room))


def _print(page: Page, text: str) -> None:
    """As it is, without wrapping: the two lines belong under each other."""
    plain = writable(text, page.console.encoding)
    page.console.print(plain, soft_wrap=True, highlight=False, markup=False)


def _shown(text: str) -> str:
    """Text that cannot act on a terminal; tabs as blanks, so that what is below stays below."""
    return printable(text.replace("\t", _TAB))


def _tail(text: str, *, cut: bool) -> str:
    shown = _shown(text)
    kept = shown
    while cell_len(kept) > _BEFORE:
        kept = kept[1:]
    return kept if kept == shown and not cut else _CUT + kept


def _head(text: str, most: int) -> str:
    kept = text
    while cell_len(kept) > most:
        kept = kept[:-1]
    return kept if kept == text else kept + _CUT

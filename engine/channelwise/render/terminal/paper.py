"""Printing without a trail of blanks, and printing into a text."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import StringIO
from typing import Final

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

WIDTH: Final = 80


def recorded(write: Callable[[Console], None]) -> str:
    r"""What a function prints on a plain console of 80 cells.

    Example:
        >>> recorded(lambda console: console.print("hello"))
        'hello\n'
    """
    sheet = StringIO()
    write(Console(file=sheet, width=WIDTH, color_system=None, force_terminal=False))
    return sheet.getvalue()


@dataclass(frozen=True, slots=True)
class Trimmed:
    """A renderable whose lines end where their text ends."""

    what: RenderableType

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        for line in console.render_lines(self.what, options, pad=False):
            yield from _without_trail(line)
            yield Segment.line()


def _without_trail(line: list[Segment]) -> list[Segment]:
    kept = list(line)
    while kept:
        last = kept.pop()
        text = last.text.rstrip(" ")
        if text:
            return [*kept, Segment(text, last.style)]
    return kept

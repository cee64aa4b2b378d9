"""A text of one direction that keeps its isolates when it is wrapped."""

import re
from typing import Final, Literal

from rich.cells import cell_len
from rich.console import Console, JustifyMethod, OverflowMethod
from rich.containers import Lines
from rich.text import Text

from channelwise.render.terminal.isolates import PDI, RLI, balanced

Direction = Literal["plain", "right", "right_to_left"]


# Stands for a blank at which no line may end while lines are made. No text has it: it is none of
# Unicode's characters, takes one cell, and is a blank again in what is shown.
_BOUND: Final = "\ufdd0"
_MOST: Final = 24  # cells that stay together, where a line holds twice as many
# What is short and in an isolate or in quotation marks, such as “posts_with: app”.
_SHORT: Final = re.compile(
    rf"[\u2066-\u2068][^\u2066-\u2069\n]{{1,{_MOST}}}\u2069|“[^“”\n]{{1,{_MOST}}}”"
)
# A number and what it counts; a sign between two things and what is before it.
_BLANK: Final = re.compile(r"(?<=\d) (?=[^\W\d])| (?=· )")


def bound(text: str, width: int) -> str:
    """The text with a mark for each blank at which no line should end.

    Example:
        >>> bound("1 link · a word", 80).replace(_BOUND, "_")
        '1_link_· a word'
    """

    def kept(found: re.Match[str]) -> str:
        fits = cell_len(found[0]) <= width // 2
        return found[0].replace(" ", _BOUND) if fits else found[0]

    return _BLANK.sub(_BOUND, _SHORT.sub(kept, text))


class Line(Text):
    """Rich text whose wrapped lines are each laid out in one direction.

    `plain` leaves the direction to the terminal, `right` pushes lines to the right, and
    `right_to_left` puts each of them in an isolate as well.
    """

    def __init__(self, text: str = "", style: str = "", *, direction: Direction = "plain") -> None:
        super().__init__(text, style, justify=None if direction == "plain" else "right")
        self._outer = (RLI, PDI) if direction == "right_to_left" else ("", "")

    def wrap(
        self, console: Console, width: int, *, justify: JustifyMethod | None = None,
        overflow: OverflowMethod | None = None, tab_size: int = 8, no_wrap: bool | None = None,
    ) -> Lines:  # fmt: skip
        """As rich wraps, and then each line closed in itself."""
        whole = self.copy()
        whole.plain = bound(self.plain, width)
        lines = whole.wrap(
            console, width, justify="default", overflow=overflow, tab_size=tab_size, no_wrap=no_wrap
        )
        for line in lines:
            line.plain = line.plain.replace(_BOUND, " ")
            line.rstrip()
        closed = Lines(self._closed(lines))
        closed.justify(console, width, justify or "default", overflow or "fold")
        return closed

    def _closed(self, lines: Lines) -> list[Text]:
        start, end = self._outer
        ends = balanced([line.plain for line in lines])
        return [
            Text(start + before).append_text(line).append(after + end) if line.plain else line
            for line, (before, after) in zip(lines, ends, strict=True)
        ]

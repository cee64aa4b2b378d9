"""A text of one direction that keeps its isolates when it is wrapped."""

from typing import Literal

from rich.console import Console, JustifyMethod, OverflowMethod
from rich.containers import Lines
from rich.text import Text

from channelwise.render.terminal.isolates import PDI, RLI, balanced

Direction = Literal["plain", "right", "right_to_left"]


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
        lines = super().wrap(
            console, width, justify="default", overflow=overflow, tab_size=tab_size, no_wrap=no_wrap
        )
        for line in lines:
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

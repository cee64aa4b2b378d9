"""The sheet that answers are written on: texts, lines, headings and tables of one language."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from rich import box
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table

from channelwise.render.terminal.bars import bar
from channelwise.render.terminal.encoding import writable
from channelwise.render.terminal.isolates import RLI, left_to_right, mixed
from channelwise.render.terminal.line import Direction, Line
from channelwise.render.terminal.paper import Trimmed
from channelwise.text import number, persian_digits
from channelwise.texts import Texts
from channelwise.texts import load as load_texts
from channelwise.vocabulary import Lang

# Longer lines are hard to read, however wide the terminal.
MOST_CELLS: Final = 100

Part = str | tuple[str, str]
Cell = RenderableType


class Bilingual(Protocol):
    """A text in both languages."""

    @property
    def en(self) -> str: ...
    @property
    def fa(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    One that is `wide` takes the room that is left, and wraps; so does one that has a width that
    it may have at the `most`. All others are as wide as what is in them.
    """

    header: str = ""
    wide: bool = False
    number: bool = False
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A console to write on, and the language to write in."""

    console: Console
    lang: Lang
    texts: Texts

    @classmethod
    def on(cls, console: Console, lang: Lang) -> "Page":
        return cls(console, lang, load_texts())

    @property
    def cells(self) -> int:
        return min(self.console.width, MOST_CELLS)

    @property
    def ascii_only(self) -> bool:
        return self.console.options.ascii_only

    # --- texts ------------------------------------------------------------------------------

    def ui(self, key: str, **values: object) -> str:
        return self.texts.ui(key, self.lang, **values)

    def word(self, group: str, word: str) -> str:
        return self.texts.word(group, word, self.lang)

    def words(self, group: str, words: Iterable[str]) -> str:
        return self.listed(self.word(group, word) for word in words)

    def text(self, text: Bilingual) -> str:
        return text.fa if self.lang == "fa" else text.en

    def listed(self, items: Iterable[str]) -> str:
        return ("، " if self.lang == "fa" else ", ").join(items)

    def number(self, value: float) -> str:
        return number(value, self.lang)

    def signed(self, points: int) -> str:
        """Points with their sign, `0` without one."""
        sign = "+" if points > 0 else "−" if points < 0 else ""
        return self.sum(f"{sign}{abs(points)}")

    def whole(self, value: int) -> str:
        """A whole number that may be below zero."""
        return self.sum(str(value).replace("-", "−")) if value < 0 else self.number(value)

    def sum(self, line: str) -> str:
        """A line of digits and signs; Persian too writes it from left to right."""
        return left_to_right(persian_digits(line)) if self.lang == "fa" else line

    def data(self, line: str) -> str:
        """A line of a file, kept as it is written there."""
        return left_to_right(line) if self.lang == "fa" else line

    def date(self, date: str) -> str:
        """A date as its source writes it: 2024, 2024-09 or 2024-09-29."""
        return self.sum(date) if date[:1].isdigit() else self.ui("fact.undated")

    def bar(self, score: int) -> str:
        return bar(score, self.lang, ascii_only=self.ascii_only)

    # --- lines ------------------------------------------------------------------------------

    def line(self, *parts: Part, style: str = "") -> Line:
        """One paragraph; a part is a text, or a text and its style."""
        found = Line(style=style, direction=self._direction)
        for part in parts:
            text, own = (part, "") if isinstance(part, str) else part
            found.append(writable(mixed(text, self.lang), self.console.encoding), own or None)
        return found

    @property
    def _direction(self) -> Direction:
        if self.lang == "en":
            return "plain"
        return "right_to_left" if writable(RLI, self.console.encoding) else "right"

    def show(self, what: RenderableType, indent: int = 0) -> None:
        """Prints, set in from the side where the language begins."""
        sides = (0, indent, 0, 0) if self.lang == "fa" else (0, 0, 0, indent)
        # Padded even by nothing: a console joins bare texts into new ones, which know no direction.
        self.console.print(Trimmed(Padding(what, sides)), width=self.cells)

    def say(self, *parts: Part, indent: int = 0, style: str = "") -> None:
        self.show(self.line(*parts, style=style), indent)

    def code(self, text: str, indent: int = 0) -> None:
        """Words of a file, which run from left to right in both languages."""
        line = Line(writable(text, self.console.encoding))
        self.console.print(Trimmed(Padding(line, (0, 0, 0, indent))), width=self.cells)

    def gap(self) -> None:
        self.console.print()

    def heading(self, text: str) -> None:
        """A heading with an empty line before it."""
        self.gap()
        self.say(text, style="bold cyan")

    def items(self, lines: Iterable[RenderableType], indent: int = 2) -> None:
        """A list with bullets."""
        bullet = self.line("•")
        rows = ((bullet, line) for line in lines)
        self.show(self.grid((Column(), Column(wide=True)), rows), indent)

    def pairs(self, pairs: Iterable[tuple[str, str]], indent: int = 2) -> None:
        """Labels and what they are about."""
        rows = [(self.line(label, style="dim"), self.line(text)) for label, text in pairs]
        columns = (Column(most=self.cells // 3), Column(wide=True))
        self.show(self.grid(columns, rows), indent)

    # --- tables -----------------------------------------------------------------------------

    def grid(self, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> Table:
        """Rows without lines around them, the first column where the language begins."""
        table = Table.grid(padding=(0, 1), expand=True)
        return self._filled(table, columns, rows)

    def table(
        self, columns: Sequence[Column], rows: Iterable[Sequence[Cell]], *, lines: bool = False
    ) -> Table:
        """Rows under a line of headers, with lines between the rows if asked for."""
        table = Table(
            box=box.SIMPLE if lines else box.SIMPLE_HEAD, expand=True, header_style="dim",
            padding=(0, 1), pad_edge=False, show_edge=False, show_lines=lines,
        )  # fmt: skip
        return self._filled(table, columns, rows)

    def _filled(
        self, table: Table, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]
    ) -> Table:
        way = -1 if self.lang == "fa" else 1
        for column in columns[::way]:
            table.add_column(
                self.line(column.header), ratio=1 if column.wide else None, max_width=column.most,
                justify="right" if column.number or self.lang == "fa" else "left",
                no_wrap=not column.wide and column.most is None, overflow="fold",
            )  # fmt: skip
        for row in rows:
            table.add_row(*row[::way])
        return table

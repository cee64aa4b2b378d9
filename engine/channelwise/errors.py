"""Errors that a caller can catch.

ChannelwiseError
├── BadInput          a brief, rule or plugin file is wrong: all its problems, each with its place
├── UnknownName       a network, rule or strategy that is not loaded, with the nearest one
└── BrokenPlugins     `Engine.load(strict=True)` met plugins that could not be loaded
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from channelwise.plugins.model import PluginProblem


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in one file: where it is, what was expected, and how to mend it.

    `key` names the message and `values` fill it, so that a face can say it in another
    language; `message` is the English text. Lines and columns count from 1; 0 = unknown.
    """

    file: str
    line: int
    column: int
    field: str
    message: str
    key: str = ""
    values: tuple[tuple[str, str], ...] = ()
    suggestion: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        field = f"{self.field}: " if self.field else ""
        hint = f"; did you mean '{self.suggestion}'?" if self.suggestion else ""
        return f"{place}: {field}{self.message}{hint}"


class ChannelwiseError(Exception):
    """The root of all errors that channelwise raises on purpose."""


class BadInput(ChannelwiseError):  # noqa: N818 - the name says what is wrong, not that it is one
    """A file or text from outside is wrong; `problems` holds every mistake that was found."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class UnknownName(ChannelwiseError):  # noqa: N818
    """A name that nothing loaded answers to; `nearest` is the closest known one, or empty."""

    def __init__(self, what: str, name: str, nearest: str = "") -> None:
        self.what, self.name, self.nearest = what, name, nearest
        hint = f" Did you mean '{nearest}'?" if nearest else ""
        super().__init__(f"no {what} named '{name}'.{hint}")


class BrokenPlugins(ChannelwiseError):  # noqa: N818
    """Plugins that could not be loaded, each with its distribution and the stage it failed in."""

    def __init__(self, problems: "Sequence[PluginProblem]") -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

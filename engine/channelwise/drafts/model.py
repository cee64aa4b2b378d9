"""Drafts as they are checked: the text, what is declared of it, and where each part stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType

from channelwise.vocabulary import AccountKind, Format


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a file: line and column from 1, columns in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Run:
    """From `text` on, an offset in the text and one in the source move together.

    A new run begins where something between them was left out: the line of a picture, or the
    backslash of an escape. Both offsets count code points from 0.
    """

    text: int
    source: int


@dataclass(frozen=True, slots=True)
class Media:
    """A picture or video of a draft: its file, its alternative text if any, and its place."""

    path: Path
    written: str
    alt: str | None
    spot: Spot


@dataclass(frozen=True, slots=True)
class Ignored:
    """An exception that a draft declares: a code, why, and the last day on which it holds."""

    code: str
    reason: str | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Draft:
    """One post before it goes out.

    `file` is the name shown in findings, `source` the whole file as text, and `text` the words
    of the post, which begin in the file at `text_at` (None where they stand in a JSON string or
    a field, so that only lines of the text itself can be named). What was not declared is None
    or empty, and nothing is guessed from it. `spots` gives the place of each declared field,
    by its path as people write it: `networks`, `networks[1]`, `media[0].alt`. Line ends are
    LF in `source` and `text`, and `runs` lead from one to the other; `place_of` follows them.
    `schedule` is a datetime where the time is said, else a plain day. `begins` is where a draft of
    a list begins in its file, None if the file holds it alone.
    """

    file: str
    source: str
    text: str
    text_at: Spot | None
    networks: tuple[str, ...] = ()
    account: str | None = None
    kind: AccountKind | None = None
    format: Format | None = None
    language: str | None = None
    title: str | None = None
    media: tuple[Media, ...] = ()
    link: str | None = None
    poll: tuple[str, ...] = ()
    schedule: date | None = None
    reply: bool = False
    ignore: tuple[Ignored, ...] = ()
    begins: Spot | None = None
    spots: Mapping[str, Spot] = field(default_factory=lambda: MappingProxyType({}))
    runs: tuple[Run, ...] = ()

    @property
    def day(self) -> date | None:
        """The day on which it goes out, if it is said."""
        return self.schedule.date() if isinstance(self.schedule, datetime) else self.schedule

"""What a rule finds in a draft before it is put into words, and what it lacked to be sure."""

from dataclasses import dataclass
from typing import Literal

from channelwise.tone.metrics import MetricName
from channelwise.tone.model import Found
from channelwise.tone.reading import Region

Missing = Literal[
    "language", "lists", "account_kind", "voice", "topics", "network", "format", "account",
    "schedule", "time",
]  # fmt: skip

# A text that breaks a rule more often is told of so many places: nobody reads more.
MOST_PLACES = 50


@dataclass(frozen=True, slots=True)
class Measure:
    """A number that is beyond its limit; one of a text of so many `words`, if they are given."""

    metric: MetricName
    value: int
    limit: int
    more: bool
    words: int | None = None


@dataclass(frozen=True, slots=True)
class Breach:
    """One place where a rule is broken.

    `at` is a stretch, original offsets of the text, or None where no place can be named.
    `found` are the wordings that broke it, `times` how many there are in how many `words`.
    """

    at: Region | tuple[int, int] | None
    found: tuple[Found, ...] = ()
    measure: Measure | None = None
    times: int | None = None
    words: int | None = None

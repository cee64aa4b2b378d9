"""Rules as the engine works with them: frozen, checked, named conditions inlined."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from channelwise.evidence import Evidence
from channelwise.rules.condition import Condition
from channelwise.rules.fields import Scope
from channelwise.text import Text
from channelwise.vocabulary import Criterion, Status

Topic = Literal[
    "measuring", "patience", "separation", "content", "routine", "tone", "access", "time",
    "audience",
]  # fmt: skip

# Larger points would let one rule decide alone: that is what exclusions are for.
MOST_POINTS: Final = 60


@dataclass(frozen=True, slots=True)
class Points:
    """Add points to one criterion of the candidate."""

    criterion: Criterion
    add: int


@dataclass(frozen=True, slots=True)
class Band:
    """Points while the measured number is above `above` and at most `at_most`."""

    above: int | None
    at_most: int | None
    add: int


@dataclass(frozen=True, slots=True)
class Bands:
    """Points that step with one number; unknown or beyond the last band: the rule is silent."""

    criterion: Criterion
    by: str
    steps: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class Exclude:
    """The candidate cannot be chosen."""


@dataclass(frozen=True, slots=True)
class Say:
    """An advice or a warning; it changes no score."""

    level: Literal["advice", "warning"]
    topic: Topic
    text: Text


Effect = Points | Bands | Exclude | Say


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `network` is set for a network's own rules, which judge that network alone.

    `reads` are the fields of its condition, band and texts; `scope` follows from them.
    """

    id: str
    status: Status
    title: Text
    when: Condition
    then: Effect
    because: Text
    sources: tuple[Evidence, ...]
    examples: Mapping[str, Any]
    reads: frozenset[str]
    scope: Scope
    origin: str
    place: str
    network: str | None = None

"""A description, ready to be shown: all in both languages."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from channelwise.check.model import Finding, Level
from channelwise.evidence import Evidence
from channelwise.text import Text
from channelwise.vocabulary import Format, Status


class Line(NamedTuple):
    """A label and what is said of it."""

    label: Text
    text: Text


@dataclass(frozen=True, slots=True)
class Written:
    """One draft of an example, and what is known of it besides its text; None for nothing."""

    text: str
    given: Text | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """An example of a rule and what the rule finds in it."""

    drafts: tuple[Written, ...]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class LimitLine:
    """A limit of a network that a code is about, for all formats in which it is the same.

    `amount` says it in words, `level` is what is reported beyond it, None for what is not
    checked. `value` and `unit` are those of the network's file; `counted` says how texts are
    counted.
    """

    formats: tuple[Format, ...]
    name: str
    amount: Text
    level: Level | None
    when: Text | None
    source: Evidence | None
    value: Any = None
    unit: str | None = None
    tier: str | None = None
    counted: Text | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that is shown of one tone rule or one code.

    `level` is None where it depends; then `levels` says on what. `network` is the name of the
    network that it is about, if it is about one.
    """

    code: str
    title: Text
    what: Text
    because: Text
    instead: Text
    origin: str
    level: Level | None = None
    levels: Text | None = None
    status: Status | None = None
    network: Text | None = None
    audience: tuple[Line, ...] = ()
    fails: tuple[Sample, ...] = ()
    passes: tuple[Sample, ...] = ()
    limits: tuple[LimitLine, ...] = ()
    sources: tuple[Evidence, ...] = ()

    @property
    def counted(self) -> tuple[Text, ...]:
        """How the texts are counted that the limits are about; mostly one way."""
        return tuple(dict.fromkeys(line.counted for line in self.limits if line.counted))

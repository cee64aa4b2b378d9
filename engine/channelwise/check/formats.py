"""The limits of a network's formats against a draft."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from channelwise.check import lengths
from channelwise.check.amounts import AMOUNTS
from channelwise.check.format_of import format_of
from channelwise.check.limits import Limit, Limits, limits_of
from channelwise.check.media import MEDIA, each_file
from channelwise.check.model import Finding, Fix, Level
from channelwise.check.say import field_span, labels, said, span_at, words
from channelwise.check.subject import Post, Subject
from channelwise.count.limits import Units
from channelwise.count.model import CounterFailed
from channelwise.drafts.model import Draft
from channelwise.networks.check import HARD
from channelwise.networks.model import Network
from channelwise.recommend.grounds import Clock
from channelwise.vocabulary import FORMATS, Format

_Check = Callable[[Subject, Limit], Iterator[Finding]]

_WHOLE: Final[Mapping[str, _Check]] = {
    "text": lengths.text,
    "comment": lengths.comment,
    "fold": lengths.fold,
    "no_text": lengths.no_text,
    "alt": lengths.alt,
    "title": lengths.title,
    "option": lengths.option,
    **AMOUNTS,
}


class Formats:
    """Checks drafts against networks; what it learns of a network's limits it learns once."""

    def __init__(self, units: Units, clock: Clock) -> None:
        self._units, self._clock = units, clock
        self._limits: dict[tuple[str, Format, str | None], Limits] = {}
        self._told: set[tuple[str, Format]] = set()

    def findings(self, post: Post, network: Network, tier: str | None) -> list[Finding]:
        """What is beyond a limit, and what could not be checked."""
        name = format_of(post, network)
        if name is None:
            return [self._unsure(post.draft, network)]
        if name not in network.carries:
            return [self._not_carried(post.draft, network, name)]
        limits = self._limits_of(network, name, tier)
        subject = Subject(post, network, name, limits.known, self._units, self._clock)
        return [*self._checked(subject), *self._not_known(subject, limits.unknown)]

    def _limits_of(self, network: Network, name: Format, tier: str | None) -> Limits:
        key = (network.id, name, tier)
        if key not in self._limits:
            self._limits[key] = limits_of(network, name, tier)
        return self._limits[key]

    def _checked(self, subject: Subject) -> Iterator[Finding]:
        """Firm limits first: a recommendation adds nothing where one of them is broken."""
        broken: set[str] = set()
        for limit in sorted(subject.limits, key=lambda one: one.row.end == "best"):
            if limit.row.end == "best" and limit.row.code in broken:
                continue
            for finding in _one(subject, limit):
                broken.add(limit.row.code)
                yield finding

    def _not_known(self, subject: Subject, unknown: tuple[str, ...]) -> Iterator[Finding]:
        """Limits that no check knows, said once for a format of a network."""
        key = (subject.network.id, subject.format)
        if key in self._told:
            return
        self._told.add(key)
        if unknown:
            yield subject.not_evaluated(
                "limits", said("limits", format=labels("Format", [subject.format]),
                               names=words([*unknown])), None, said("limits.fix"),
            )  # fmt: skip

    def _unsure(self, draft: Draft, network: Network) -> Finding:
        span = span_at(draft.media[0].spot, len(draft.media[0].written)) if draft.media else None
        return Finding(
            code=f"{network.id}.format", level="note", state="not_evaluated", file=draft.file,
            network=network.id, span=span, message=said("format.unsure", network=network.name),
            because=said("because.unknown"), fix=Fix(text=said("format.unsure.fix")),
        )  # fmt: skip

    def _not_carried(self, draft: Draft, network: Network, name: Format) -> Finding:
        """A format that a network does not carry, or of which nothing is known there."""
        known = name in network.plain["formats"]
        evidence = network.evidence.get(f"formats.{name}.available")
        firm = evidence is not None and evidence.confidence in HARD
        level: Level = "note" if not known else "error" if firm else "warning"
        carried = labels("Format", [one for one in FORMATS if one in network.carries])
        key = "format" if known else "format.unknown"
        return Finding(
            code=f"{network.id}.format", level=level, state="found" if known else "not_evaluated",
            file=draft.file, network=network.id, span=field_span(draft, "format", len(name)),
            message=said(key, network=network.name, format=labels("Format", [name])),
            because=said("format.because" if known else "because.unknown"),
            fix=Fix(text=said("format.fix", carried=carried)),
            grounds=[self._clock.ground(evidence)] if evidence else [],
        )  # fmt: skip


def _one(subject: Subject, limit: Limit) -> Iterator[Finding]:
    measure = limit.row.measure
    try:
        if measure in MEDIA:
            yield from each_file(subject, limit, MEDIA[measure])
        elif measure != "inside":
            yield from _WHOLE[measure](subject, limit)
    except CounterFailed as failed:
        message = said("unit_failed", unit=failed.unit, reason=failed.reason)
        yield subject.not_evaluated(limit.row.code, message, None, said("unit_failed.fix"))

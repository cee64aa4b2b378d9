"""A draft on one network: what the limits are held against, looked up once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from channelwise.check.cases import Case, cases
from channelwise.check.limits import Limit, Terms
from channelwise.check.model import Finding, Fix, Level, Span
from channelwise.check.say import Value, joined, labels, said, whole_span
from channelwise.count.counting import count
from channelwise.count.limits import Units, unit_names
from channelwise.count.model import Count, Counter
from channelwise.drafts.media import NotSeen, Picture, Video, look
from channelwise.drafts.model import Draft, Media
from channelwise.evidence import Evidence
from channelwise.networks.check import HARD
from channelwise.networks.model import Network
from channelwise.recommend.grounds import Clock
from channelwise.recommend.model import Said
from channelwise.tone.reading import Reading
from channelwise.vocabulary import Format

_OPEN: Final = Terms()
Look = Picture | Video | NotSeen


class Post:
    """A draft, read, counted and looked into once for all networks."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._counts: dict[tuple[str, str], Count] = {}

    @cached_property
    def reading(self) -> Reading:
        """The draft with its hashtags, mentions and links found, as tone rules read it."""
        return Reading(self.draft)

    @cached_property
    def media(self) -> tuple[tuple[Media, Look], ...]:
        return tuple((media, look(media)) for media in self.draft.media)

    def count(self, text: str, counter: Counter) -> Count:
        """The length of a text of this draft; CounterFailed if the unit fails."""
        key = (counter.name, text)
        if key not in self._counts:
            self._counts[key] = count(text, counter)
        return self._counts[key]


@dataclass(frozen=True)
class Subject:
    """A post on a network, in a format, and the limits that hold for it and its account.

    `closed` are formats for longer videos that other tiers of accounts have.
    """

    post: Post
    network: Network
    format: Format
    limits: tuple[Limit, ...]
    units: Units
    clock: Clock
    closed: tuple[tuple[Format, str], ...] = ()
    terms: Terms = _OPEN

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """The ways of posting and kinds of accounts that are not ruled out, in order."""
        return cases(self.network, self.format, self.terms)

    @property
    def draft(self) -> Draft:
        return self.post.draft

    def named(self, measure: str) -> Limit | None:
        """The first limit of the format with that measure."""
        return next((limit for limit in self.limits if limit.row.measure == measure), None)

    def counters(self, limit: Limit) -> tuple[Counter, Counter | None]:
        """The unit that a limit on text is in, and the strictest one that sources leave open."""
        spec: Mapping[str, str] = self.network.plain["formats"][self.format]["limits"][limit.name]
        if own := spec.get("counted_in"):
            return self.units.counter(own), None
        unit, strictest = unit_names(self.network)
        return self.units.counter(unit), self.units.counter(strictest) if strictest else None

    def finding(
        self, limit: Limit, message: Said, *, span: Span | None, fix: Said | None,
        count: Said | None = None, level: Level | None = None,
    ) -> Finding:  # fmt: skip
        """Something beyond a limit. Only a hard limit makes an error."""
        return Finding(
            code=f"{self.network.id}.{limit.row.code}",
            level=level or limit.level, file=self.draft.file,
            network=self.network.id, span=span or whole_span(self.draft), message=message,
            because=self.because(limit),
            fix=Fix(text=fix) if fix else None, count=count,
            grounds=[] if limit.own else [self.clock.ground(limit.evidence)],
        )  # fmt: skip

    def because(self, limit: Limit, *, sure: bool = True) -> Said:
        """Why the limit counts: how firm it is, the case that it holds for, where it is another.

        `sure` is False where it is left open whether a draft is beyond it.
        """
        tiers = [
            said("because.tier", tier=tier, value=value if isinstance(value, int) else str(value))
            for tier, value in limit.others
        ]
        # Which way of posting is meant, `when` says better than a general sentence.
        told = limit.hard and limit.through and limit.when and not limit.own
        firmness = None if told else self.firmness(limit, sure=sure)
        return joined(firmness, limit.when, *tiers, *self._elsewhere(limit))

    def firmness(self, limit: Limit, *, sure: bool = True) -> Said:
        """Who says that the limit counts."""
        if limit.own:
            return said("because.own", value=limit.value)
        if limit.row.measure == "titled":
            return said("titled.because", network=self.network.name)
        if not sure and _key(limit) == "hard":
            return said("because.then", network=self.network.name)
        return said(f"because.{_key(limit)}", network=self.network.name)

    def _elsewhere(self, limit: Limit) -> Iterator[Said]:
        """What to write down where the limit is another for this account."""
        if limit.server and not limit.own:
            yield said("because.server", name=limit.name)
        if limit.row.measure == "seconds" and limit.row.end == "most":
            yield from (
                said("because.format", tier=tier, format=labels("Format", [name]))
                for name, tier in self.closed
            )

    def not_evaluated(self, code: str, message: Said, span: Span | None, fix: Said) -> Finding:
        """Something that could not be checked, and what would have to be known."""
        return Finding(
            code=f"{self.network.id}.{code}", level="note", state="not_evaluated",
            file=self.draft.file, network=self.network.id, span=span or whole_span(self.draft),
            message=message, because=said("because.unknown"), fix=Fix(text=fix),
        )  # fmt: skip


def _key(limit: Limit) -> str:
    if not limit.hard:
        disputed = limit.evidence.confidence in HARD and limit.row.end != "best"
        return "disputed" if disputed else "soft"
    official = limit.evidence.confidence == "official"
    return limit.through or ("hard" if official else "encoded")


def is_firm(evidence: Evidence | None) -> bool:
    """Whether the network itself says something, or software enforces it."""
    return evidence is not None and evidence.confidence in HARD


def own_finding(
    code: str, level: Level, draft: Draft, span: Span | None, key: str, /, *,
    seen: bool = True, network: str | None = None, **values: Value,
) -> Finding:  # fmt: skip
    """A finding that no network's limit stands behind: `check.KEY` and its reason and fix."""
    return Finding(
        code=code, level=level, state="found" if seen else "not_evaluated", file=draft.file,
        network=network, span=span or whole_span(draft), message=said(key, **values),
        because=said(f"{key}.because"), fix=Fix(text=said(f"{key}.fix", **values)),
    )  # fmt: skip

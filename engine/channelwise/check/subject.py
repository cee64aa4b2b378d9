"""A draft on one network: what the limits are held against, looked up once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from channelwise.check.limits import Limit
from channelwise.check.model import Finding, Fix, Level, Span
from channelwise.check.say import joined, said
from channelwise.count.counting import count
from channelwise.count.limits import Units, unit_names
from channelwise.count.model import Count, Counter
from channelwise.drafts.media import NotSeen, Picture, Video, look
from channelwise.drafts.model import Draft, Media
from channelwise.networks.model import Network
from channelwise.recommend.grounds import Clock
from channelwise.recommend.model import Said
from channelwise.tone.reading import Reading
from channelwise.vocabulary import Format

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
    """A post on a network, in a format, and the limits that hold for it and its account."""

    post: Post
    network: Network
    format: Format
    limits: tuple[Limit, ...]
    units: Units
    clock: Clock

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
            level=level or ("error" if limit.hard else "note"), file=self.draft.file,
            network=self.network.id, span=span, message=message, because=self.because(limit),
            fix=Fix(text=fix) if fix else None, count=count,
            grounds=[self.clock.ground(limit.evidence)],
        )  # fmt: skip

    def because(self, limit: Limit) -> Said:
        """Why the limit counts: how firm it is, the case that it holds for, other tiers."""
        firm = said(f"because.{'hard' if limit.hard else 'soft'}", network=self.network.name)
        tiers = [
            said("because.tier", tier=tier, value=value if isinstance(value, int) else str(value))
            for tier, value in limit.others
        ]
        return joined(firm, limit.when, *tiers)

    def not_evaluated(self, code: str, message: Said, span: Span | None, fix: Said) -> Finding:
        """Something that could not be checked, and what would have to be known."""
        return Finding(
            code=f"{self.network.id}.{code}", level="note", state="not_evaluated",
            file=self.draft.file, network=self.network.id, span=span, message=message,
            because=said("because.unknown"), fix=Fix(text=fix),
        )  # fmt: skip


def own_finding(
    code: str, level: Level, draft: Draft, span: Span | None, key: str, /, *,
    seen: bool = True, network: str | None = None, **values: str | int | Said,
) -> Finding:  # fmt: skip
    """A finding that no network's limit stands behind: `check.KEY` and its reason and fix."""
    return Finding(
        code=code, level=level, state="found" if seen else "not_evaluated", file=draft.file,
        network=network, span=span, message=said(key, **values), because=said(f"{key}.because"),
        fix=Fix(text=said(f"{key}.fix", **values)),
    )  # fmt: skip

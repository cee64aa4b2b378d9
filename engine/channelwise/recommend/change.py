"""The smallest change of a brief that brings a network in, verified by running it.

Changes cost by how much they ask of a business: deciding is cheap, making time or learning a
format costs more, and what a business is (its customers, its offer) most. Single changes are
tried first, the cheapest first; then pairs and triples of those that help at all.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Final

from channelwise.brief.model import Brief
from channelwise.recommend.model import Change, Edit
from channelwise.recommend.options import OPTIONS, additions, current
from channelwise.recommend.saying import said
from channelwise.recommend.standing import FITTING, Judge, Scored, Standing
from channelwise.recommend.written import written
from channelwise.texts import Texts
from channelwise.vocabulary import FORMATS, INGREDIENTS, Verdict

# Cost of changing a field. Fields that are not named here are what the business is.
_COST: Final = {
    "exclude": 1, "accounts": 1, "content.want": 1, "time.horizon_weeks": 1, "goals": 2,
    "time.hours_per_week": 2, "content.can_make": 2, "content.have": 2, "time.people": 3,
}  # fmt: skip
_NATURE: Final = 5

_MOST_HOURS: Final = 40
_MOST_PAIRED: Final = 28
_MOST_TRIPLED: Final = 12


@dataclass(frozen=True, slots=True)
class Try:
    """One edit: a field and its new plain value. Lists grow; the size breaks ties of cost."""

    field: str
    value: Any
    size: int = 0

    @property
    def cost(self) -> int:
        return _COST.get(self.field, _NATURE)


@dataclass(frozen=True, slots=True)
class Found:
    """Edits that bring the network in, the standing they lead to, and how many were tried."""

    edits: tuple[Try, ...]
    standing: Standing
    tried: int


class Search:
    """Looks for the cheapest edits after which the network has one of the wanted verdicts."""

    def __init__(self, judge: Judge, brief: Brief, network: str) -> None:
        self._judge, self._brief, self._network = judge, brief, network
        self.tried = 0

    def run(self, wanted: Iterable[Verdict]) -> Found | None:
        """The first success in the order of number of edits, cost, size, field; or None."""
        goal = frozenset(wanted)
        start = self._judge.standing(self._brief).place(self._network).best
        helpful: list[tuple[int, Try]] = []
        for edit in sorted(self._singles(), key=lambda e: (e.cost, e.size)):
            standing = self._run((edit,))
            if standing is None:
                continue
            after = standing.place(self._network).best
            if after.verdict in goal:
                return Found((edit,), standing, self.tried)
            if gain := _gain(start, after):
                helpful.append((gain, edit))
        return self._together(goal, helpful)

    def _together(self, goal: frozenset[str], helpful: list[tuple[int, Try]]) -> Found | None:
        """Pairs, then triples, of the edits that helped most, the cheapest sum first."""
        ranked = [edit for _, edit in sorted(helpful, key=lambda pair: -pair[0])]
        for count, most in ((2, _MOST_PAIRED), (3, _MOST_TRIPLED)):
            groups = [
                group for group in combinations(ranked[:most], count)
                if len({edit.field for edit in group}) == count
            ]  # fmt: skip
            for group in sorted(
                groups, key=lambda g: (sum(e.cost for e in g), sum(e.size for e in g))
            ):
                standing = self._run(group)
                if standing and standing.place(self._network).best.verdict in goal:
                    return Found(group, standing, self.tried)
        return None

    def _run(self, edits: tuple[Try, ...]) -> Standing | None:
        self.tried += 1
        try:
            changed = self._brief.with_changes({edit.field: edit.value for edit in edits})
        except ValueError:  # an edit that this brief does not allow, such as a network both ways
            return None
        return self._judge.standing(changed)

    def _singles(self) -> Iterator[Try]:
        yield from self._without_exclusion()
        yield from self._more_hours()
        content = self._brief.content
        yield from (
            Try("content.can_make", value) for value in additions(content.can_make, FORMATS)
        )
        for field in ("content.have", "content.want"):
            present = current(self._brief, field) or []
            yield from (Try(field, value) for value in additions(present, INGREDIENTS))
        for field in OPTIONS:
            if field not in (
                "time.hours_per_week",
                "content.can_make",
                "content.have",
                "content.want",
            ):
                yield from self._other_answers(field)

    def _without_exclusion(self) -> Iterator[Try]:
        exclude = self._brief.exclude or []
        if self._network in exclude:
            yield Try("exclude", [name for name in exclude if name != self._network])

    def _more_hours(self) -> Iterator[Try]:
        """Every whole number of hours above the present one: the smallest that works is kept."""
        now = self._brief.time.hours_per_week
        for hours in range(math.floor(now) + 1, _MOST_HOURS + 1):
            yield Try("time.hours_per_week", hours, hours)

    def _other_answers(self, field: str) -> Iterator[Try]:
        now = current(self._brief, field)
        for value in OPTIONS[field](self._judge):
            if value == now:
                continue
            if field == "goals" and now:
                yield Try(field, [*value, *(goal for goal in now if goal not in value)])
            elif field == "accounts" and now:
                yield Try(field, [*now, *value])
            else:
                yield Try(field, value)


def _gain(before: Scored, after: Scored) -> int:
    """How much nearer an edit brings: fewer exclusions and floors first, then the total."""
    if before.excluded_by != after.excluded_by:
        return 10**6 * (len(before.excluded_by) - len(after.excluded_by))
    return max(0, after.total - before.total)


def smallest_change(
    judge: Judge, brief: Brief, network: str, texts: Texts
) -> tuple[Change | None, int]:
    """The change that brings the network in, and how many were tried.

    For a network that is in already: the change that would get it recommended; for one that is
    recommended, none.
    """
    now = judge.standing(brief).place(network).best.verdict
    if now == "recommended":
        return None, 0
    search = Search(judge, brief, network)
    found = search.run(("recommended",) if now == "possible" else FITTING)
    if found is None:
        return None, search.tried
    place = found.standing.place(network)
    change = Change.model_construct(
        edits=[_edit(brief, edit, texts) for edit in found.edits],
        verdict=place.best.verdict,
        score=judge.score_of(place.best, found.standing),
        rank=1 + [other.id for other in found.standing.places].index(network),
    )
    return change, search.tried


def _edit(brief: Brief, edit: Try, texts: Texts) -> Edit:
    field = edit.field
    was = current(brief, field)
    label = said(texts.label(field))
    return Edit.model_construct(
        field=field, label=label, was=written(texts, field, was),
        becomes=written(texts, field, edit.value),
    )  # fmt: skip

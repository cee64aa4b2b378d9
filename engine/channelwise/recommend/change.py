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
from channelwise.recommend.standing import FITTING, Judge, Standing, below_floor
from channelwise.recommend.written import written
from channelwise.texts import Texts
from channelwise.vocabulary import FORMATS, INGREDIENTS, Verdict

# Cost of changing a field. Fields that are not named here are what the business is; its accounts
# are among them, since nobody decides to have followers.
_COST: Final = {
    "exclude": 1, "content.want": 1, "time.horizon_weeks": 1, "goals": 2,
    "time.hours_per_week": 2, "content.can_make": 2, "content.have": 2, "time.people": 3,
}  # fmt: skip
_NATURE: Final = 5

_MOST_HOURS: Final = 40
_MOST_PAIRED: Final = 28
_MOST_TRIPLED: Final = 14
_MOST_OF_A_FIELD: Final = 12

# Exclusions, criteria under their floor, and the total with its sign turned: less is nearer.
Distance = tuple[int, int, int]


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
        """The first success in the order of number of edits, cost, size, field; or None.

        What a business cannot change about itself is tried last, one answer at a time.
        """
        goal = frozenset(wanted)
        start = self._distance(self._judge.standing(self._brief), self._brief)
        helpful: list[tuple[Distance, Try]] = []
        for edit in sorted(self._singles(), key=lambda e: (e.cost, e.size)):
            result = self._run((edit,))
            if result is None:
                continue
            brief, standing = result
            if standing.place(self._network).best.verdict in goal:
                return Found((edit,), standing, self.tried)
            distance = self._distance(standing, brief)
            if distance < start:
                helpful.append((distance, edit))
        return self._together(goal, helpful) or self._nature(goal)

    def _distance(self, standing: Standing, brief: Brief) -> "Distance":
        """How far from being in: exclusions, then criteria under their floor, then the total."""
        best = standing.place(self._network).best
        wished = self._network in (brief.exclude or ())
        low = below_floor(self._judge.policy, best.scores, standing.weights)
        return (len(best.excluded_by) + wished, len(low), -best.total)

    def _nature(self, goal: frozenset[str]) -> Found | None:
        """The first other answer to what the business is, if one would do."""
        edits = [edit for field in OPTIONS for edit in self._other_answers(field, nature=True)]
        for edit in sorted(edits, key=lambda e: e.size):
            result = self._run((edit,))
            if result and result[1].place(self._network).best.verdict in goal:
                return Found((edit,), result[1], self.tried)
        return None

    def _together(
        self, goal: frozenset[str], helpful: "list[tuple[Distance, Try]]"
    ) -> Found | None:
        """Pairs, then triples, of the edits that helped most, the cheapest sum first."""
        ranked = [edit for _, edit in sorted(helpful, key=lambda pair: pair[0])]
        for count, most in ((2, _MOST_PAIRED), (3, _MOST_TRIPLED)):
            groups = [
                group for group in combinations(_varied(ranked, most), count)
                if len({edit.field for edit in group}) == count
            ]  # fmt: skip
            for group in sorted(groups, key=_effort):
                result = self._run(group)
                if result and result[1].place(self._network).best.verdict in goal:
                    return self._fewest_hours(goal, group, result[1])
        return None

    def _fewest_hours(
        self, goal: frozenset[str], group: tuple[Try, ...], standing: Standing
    ) -> Found:
        """The same edits with the fewest hours that will do."""
        others = tuple(edit for edit in group if edit.field != "time.hours_per_week")
        most = next((edit.size for edit in group if edit not in others), 0)
        for hours in self._more_hours():
            if hours.size >= most:
                break
            result = self._run((*others, hours))
            if result and result[1].place(self._network).best.verdict in goal:
                return Found((*others, hours), result[1], self.tried)
        return Found(group, standing, self.tried)

    def _run(self, edits: tuple[Try, ...]) -> tuple[Brief, Standing] | None:
        self.tried += 1
        try:
            changed = self._brief.with_changes({edit.field: edit.value for edit in edits})
        except ValueError:  # an edit that this brief does not allow, such as a network both ways
            return None
        return changed, self._judge.standing(changed)

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

    def _other_answers(self, field: str, *, nature: bool = False) -> Iterator[Try]:
        """Other answers to a field; what the business is, only when `nature` asks for it.

        A field that was left out may be answered either way: that changes no business.
        """
        now = current(self._brief, field)
        if _is_nature(self._brief, field) is not nature:
            return
        for value in OPTIONS[field](self._judge):
            if value == now or (nature and not isinstance(value, str)):
                continue
            # To serve both kinds of customers is nearer than to give one of them up.
            size = 0 if value == "both" else 1
            if field == "goals" and now:
                yield Try(field, [*value, *(goal for goal in now if goal not in value)], size)
            else:
                yield Try(field, value, size)


def _is_nature(brief: Brief, field: str) -> bool:
    """True if the field tells what the business is, and the brief has said it."""
    return field not in _COST and current(brief, field) is not None


def _varied(ranked: list[Try], most: int) -> list[Try]:
    """The first of them, but at most a few of one field, so that other fields get a turn."""
    taken: dict[str, int] = {}
    kept = []
    for edit in ranked:
        taken[edit.field] = taken.get(edit.field, 0) + 1
        if taken[edit.field] <= _MOST_OF_A_FIELD:
            kept.append(edit)
    return kept[:most]


def _effort(group: tuple[Try, ...]) -> tuple[int, int]:
    return sum(edit.cost for edit in group), sum(edit.size for edit in group)


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
        reachable=not any(_is_nature(brief, edit.field) for edit in found.edits),
        verdict=place.best.verdict,
        score=judge.score_of(place.best, found.standing),
        rank=1 + [other.id for other in found.standing.places].index(network),
    )
    return change, search.tried


def _edit(brief: Brief, edit: Try, texts: Texts) -> Edit:
    """A list that only grows is told by what is added to it."""
    field, was = edit.field, current(brief, edit.field)
    lists = isinstance(edit.value, list) and isinstance(was, list)
    added = [one for one in edit.value if one not in was] if lists else []
    adds = bool(added) and edit.value == [*was, *added]
    return Edit.model_construct(
        field=field, label=said(texts.label(field)), adds=adds, was=written(texts, field, was),
        becomes=written(texts, field, added if adds else edit.value),
    )  # fmt: skip

"""Scores: from fired clauses to criteria, totals, verdicts and the order of networks."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import add, lt, mul
from typing import Final

from channelwise.brief.answers import Value, answers
from channelwise.brief.model import Brief
from channelwise.evaluate.clauses import Candidate, Clause, Executor, Outcome, bits, clauses
from channelwise.evaluate.index import BitIndex
from channelwise.evaluate.walk import Walker
from channelwise.load.policy import Policy
from channelwise.load.rulebook import Rulebook
from channelwise.networks.model import Network, Strategy
from channelwise.recommend.measures import (
    NETWORK_MEASURES,
    STRATEGY_MEASURES,
    Case,
    Measure,
    half_up,
    ready_formats,
)
from channelwise.recommend.prepared import Asked, Offer, Side
from channelwise.rules.model import Bands, Exclude, Points, Rule
from channelwise.vocabulary import CRITERIA, Criterion, Verdict

_Build = Callable[[Sequence[Clause], Sequence[Candidate], Sequence[Sequence[int]]], Executor]
EXECUTORS: Final[dict[str, _Build]] = {"index": BitIndex, "walk": Walker}
FITTING: Final = ("recommended", "possible")
_ORDER: Final[dict[Verdict, int]] = {"recommended": 0, "possible": 1, "not_now": 2, "excluded": 3}


@dataclass(slots=True)
class Scored:
    """One candidate with its points, in the order of `CRITERIA`.

    Plain to make, since the search for a change makes thousands that nobody looks into: not
    frozen, and with its points by name only when asked. Nothing changes one once it is made.
    """

    network: Network
    strategy: Strategy
    unheld: tuple[int, ...]
    held: tuple[int, ...]
    total: int
    verdict: Verdict
    excluding: int
    outcome: Outcome

    @property
    def sums(self) -> Mapping[Criterion, int]:
        """Base and points of each criterion, before they are held to 0-100."""
        return dict(zip(CRITERIA, self.unheld, strict=True))

    @property
    def scores(self) -> Mapping[Criterion, int]:
        """The same, held to 0-100."""
        return dict(zip(CRITERIA, self.held, strict=True))

    @property
    def excluded_by(self) -> tuple[int, ...]:
        """Positions of the clauses that exclude it."""
        return tuple(bits(self.excluding))


@dataclass(frozen=True, slots=True)
class Place:
    """A network's place in the ranking: its best candidate, then the others by score."""

    best: Scored
    candidates: tuple[Scored, ...]

    @property
    def id(self) -> str:
        return self.best.network.id


@dataclass(frozen=True, slots=True)
class Standing:
    """All networks in order, under one brief; `spoken` are the rules that read the brief alone."""

    brief: Brief
    weights: Mapping[Criterion, int]
    places: tuple[Place, ...]
    spoken: Outcome

    @property
    def weight_sum(self) -> int:
        return sum(self.weights.values())

    def place(self, network: str) -> Place:
        return next(place for place in self.places if place.id == network)


class Judge:
    """Judges briefs by a rulebook. Built once; frozen and safe to share between threads."""

    def __init__(self, rulebook: Rulebook, executor: str = "index") -> None:
        self.rules: tuple[Rule, ...] = tuple(r for r in rulebook.rules if r.status != "deprecated")
        self.policy: Policy = rulebook.policy
        self.clauses: tuple[Clause, ...] = clauses(self.rules)
        self.pairs: tuple[tuple[Network, Strategy], ...] = tuple(
            (network, strategy)
            for network in rulebook.networks
            for strategy in sorted(network.strategies, key=lambda strategy: strategy.id)
        )
        self.networks = rulebook.networks
        reads = frozenset().union(*(rule.reads for rule in self.rules))
        self._network_measures = {n: f for n, f in NETWORK_MEASURES.items() if n in reads}
        self._strategy_measures = {n: f for n, f in STRATEGY_MEASURES.items() if n in reads}
        self._asks = self._prepared_measures()
        self._points = self._point_table()
        # A rulebook without rules still has criteria: a row that never fires says how many.
        rows = [_by_criterion(*points) for points in self._points] or [_by_criterion(None, 0)]
        self._executor: Executor = EXECUTORS[executor](self.clauses, self.candidates(), rows)
        self.bases = tuple(self.policy.scales[name].base for name in CRITERIA)
        self.excluding = sum(
            1 << position
            for position in range(len(self.clauses))
            if isinstance(self.rule_of(position).then, Exclude)
        )

    def candidates(self) -> list[Candidate]:
        """What the executor judges: each strategy, and last the brief by itself."""
        judging = {
            network.id: sorted(
                [*self._positions("network", network), *self._positions("strategy", network)]
            )
            for network in self.networks
        }
        found = [self._candidate(n, strategy, judging[n.id]) for n, strategy in self.pairs]
        return [*found, Candidate({}, self._positions("brief", None))]

    def _candidate(self, network: Network, strategy: Strategy, judging: list[int]) -> Candidate:
        variables = {name: f"{name}@{network.id}" for name in self._network_measures}
        variables |= {name: f"{name}@{strategy.key}" for name in self._strategy_measures}
        return Candidate({**network.values, **strategy.values}, judging, variables)

    def _positions(self, scope: str, network: Network | None) -> list[int]:
        """Clauses of that scope that judge this network: those for all, and its own."""
        return [
            position
            for position, clause in enumerate(self.clauses)
            if (rule := self.rules[clause.rule]).scope == scope
            and (rule.network is None or (network is not None and rule.network == network.id))
        ]

    def _point_table(self) -> tuple[tuple[Criterion | None, int], ...]:
        table: list[tuple[Criterion | None, int]] = []
        for clause in self.clauses:
            effect = self.rules[clause.rule].then
            criterion = effect.criterion if isinstance(effect, Points | Bands) else None
            table.append((criterion, clause.add))
        return tuple(table)

    def score_of(self, scored: Scored, standing: Standing) -> int:
        """Total / weight sum, rounded half up: the score that is shown."""
        return half_up(scored.total, standing.weight_sum)

    def rule_of(self, position: int) -> Rule:
        """The rule that a clause comes from."""
        return self.rules[self.clauses[position].rule]

    def points_of(self, position: int) -> tuple[Criterion | None, int]:
        """The criterion and points of a clause; (None, 0) if it scores nothing."""
        return self._points[position]

    def values(self, brief: Brief) -> dict[str, Value]:
        """Every variable of the candidates that the brief gives a value."""
        found: dict[str, Value] = answers(brief)
        asked = Asked(brief)
        for offer, measures in self._asks:
            case = Case.of(asked, offer)
            for name, measure in measures:
                if (value := measure(case)) is not None:
                    found[name] = value
        return found

    def _prepared_measures(self) -> tuple[tuple[Offer, tuple[tuple[str, Measure], ...]], ...]:
        """For each strategy the variables it fills; its network's come with the first of them."""
        found = []
        for network in self.networks:
            side = Side(network)
            asks = [(f"{n}@{network.id}", f) for n, f in self._network_measures.items()]
            for strategy in network.strategies:
                asks += [(f"{n}@{strategy.key}", f) for n, f in self._strategy_measures.items()]
                found.append((Offer(self.policy, side, strategy), tuple(asks)))
                asks = []
        return tuple(found)

    def weights(self, brief: Brief) -> dict[Criterion, int]:
        """The policy's weights, with those that the brief sets."""
        own = brief.weights or {}
        return {name: own.get(name, scale.weight) for name, scale in self.policy.scales.items()}

    def standing(self, brief: Brief) -> Standing:
        """All networks scored and in order."""
        weights = self.weights(brief)
        *outcomes, spoken = self._executor.judge(self.values(brief))
        scorer = _Scorer(self, brief, weights)
        by_network: dict[str, list[Scored]] = {network.id: [] for network in self.networks}
        for (network, strategy), outcome in zip(self.pairs, outcomes, strict=True):
            by_network[network.id].append(scorer.score(network, strategy, outcome))
        places = [_place(scored, brief) for scored in by_network.values()]
        places.sort(key=lambda place: _key(place.best, place.id))
        return Standing(brief, weights, tuple(places), spoken)


class _Scorer:
    """Scores candidates under one brief's weights."""

    def __init__(self, judge: "Judge", brief: Brief, weights: Mapping[Criterion, int]) -> None:
        self._bases, self._excluding = judge.bases, judge.excluding
        self._unwanted = frozenset(brief.exclude or ())
        self._weights = tuple(weights[name] for name in CRITERIA)
        scales, policy = judge.policy.scales, judge.policy
        # A criterion that the brief gives no weight has no floor; every score is at least 0.
        self._floors = tuple(scales[name].floor if weights[name] else 0 for name in CRITERIA)
        self._recommended = policy.recommended * sum(self._weights)
        self._possible = policy.possible * sum(self._weights)

    def score(self, network: Network, strategy: Strategy, outcome: Outcome) -> Scored:
        unheld = tuple(map(add, self._bases, outcome.sums))
        held = tuple([0 if n < 0 else 100 if n > 100 else n for n in unheld])  # noqa: FURB136
        total = sum(map(mul, self._weights, held))
        excluding = outcome.fired & self._excluding
        left_out = excluding or network.id in self._unwanted
        verdict = "excluded" if left_out else self._verdict(held, total)
        return Scored(network, strategy, unheld, held, total, verdict, excluding, outcome)

    def _verdict(self, scores: Sequence[int], total: int) -> Verdict:
        """No mean can hide a criterion that fails: one score under its floor is enough."""
        if True in map(lt, scores, self._floors):
            return "not_now"
        if total >= self._recommended:
            return "recommended"
        return "possible" if total >= self._possible else "not_now"


def _by_criterion(criterion: Criterion | None, add: int) -> list[int]:
    return [add if name == criterion else 0 for name in CRITERIA]


def below_floor(
    policy: Policy, scores: Mapping[Criterion, int], weights: Mapping[Criterion, int]
) -> list[Criterion]:
    """Criteria whose score is under the floor; one that the brief gives no weight has none."""
    return [name for name in CRITERIA if weights[name] and scores[name] < policy.scales[name].floor]


def _place(scored: Sequence[Scored], brief: Brief) -> Place:
    """The best first. Where all are excluded, one that could be made tells the nearer reason."""
    order = sorted(scored, key=lambda one: _key(one, one.strategy.id))
    if order[0].verdict == "excluded":
        order.sort(key=lambda one: not ready_formats(brief, one.network, one.strategy))
    return Place(order[0], tuple(order))


def _key(scored: Scored, name: str) -> tuple[int, int, str]:
    return _ORDER[scored.verdict], -scored.total, name

"""Scores: from fired clauses to criteria, totals, verdicts and the order of networks."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from channelwise.brief.answers import Value, answers
from channelwise.brief.model import Brief
from channelwise.errors import BadInput, Problem
from channelwise.evaluate.clauses import Candidate, Clause, Executor, Outcome, bits, clauses
from channelwise.evaluate.index import BitIndex
from channelwise.evaluate.tally import Tally
from channelwise.evaluate.walk import Walker
from channelwise.load.policy import Policy
from channelwise.load.rulebook import Rulebook
from channelwise.networks.model import Network, Strategy
from channelwise.recommend.measures import NETWORK_MEASURES, STRATEGY_MEASURES, Case, half_up
from channelwise.rules.model import Bands, Exclude, Points, Rule
from channelwise.vocabulary import CRITERIA, Criterion, Verdict

EXECUTORS: Final[dict[str, Callable[[Sequence[Clause], Sequence[Candidate]], Executor]]] = {
    "index": BitIndex,
    "walk": Walker,
}
FITTING: Final = ("recommended", "possible")
_ORDER: Final[dict[Verdict, int]] = {"recommended": 0, "possible": 1, "not_now": 2, "excluded": 3}


@dataclass(frozen=True, slots=True)
class Scored:
    """One candidate with its points: `sums` before, `scores` after holding them to 0-100."""

    network: Network
    strategy: Strategy
    sums: Mapping[Criterion, int]
    scores: Mapping[Criterion, int]
    total: int
    verdict: Verdict
    excluded_by: tuple[int, ...]
    outcome: Outcome


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
        self._executor: Executor = EXECUTORS[executor](self.clauses, self.candidates())
        self._points = self._point_table()
        self._tally = Tally([_by_criterion(*points) for points in self._points])
        self._bases = [(name, self.policy.scales[name].base) for name in CRITERIA]
        self._excluding = sum(
            1 << position
            for position in range(len(self.clauses))
            if isinstance(self.rule_of(position).then, Exclude)
        )

    def candidates(self) -> list[Candidate]:
        """What the executor judges: each strategy, and last the brief by itself."""
        found = [self._candidate(network, strategy) for network, strategy in self.pairs]
        return [*found, Candidate({}, self._positions("brief", None))]

    def _candidate(self, network: Network, strategy: Strategy) -> Candidate:
        variables = {name: f"{name}@{network.id}" for name in self._network_measures}
        variables |= {name: f"{name}@{strategy.key}" for name in self._strategy_measures}
        judging = [*self._positions("network", network), *self._positions("strategy", network)]
        return Candidate({**network.values, **strategy.values}, sorted(judging), variables)

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
        """total / weight sum, rounded half up: the score that is shown."""
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
        seen: set[str] = set()
        for network, strategy in self.pairs:
            case = Case(brief, self.policy, network, strategy)
            if network.id not in seen:
                seen.add(network.id)
                for name, measure in self._network_measures.items():
                    if (value := measure(case)) is not None:
                        found[f"{name}@{network.id}"] = value
            for name, measure in self._strategy_measures.items():
                if (value := measure(case)) is not None:
                    found[f"{name}@{strategy.key}"] = value
        return found

    def weights(self, brief: Brief) -> dict[Criterion, int]:
        """The policy's weights, with those that the brief sets."""
        own = brief.weights or {}
        weights = {name: own.get(name, scale.weight) for name, scale in self.policy.scales.items()}
        if not any(weights.values()):
            problem = Problem("brief", 0, 0, "weights", "all weights are 0: nothing would count")
            raise BadInput([problem])
        return weights

    def standing(self, brief: Brief) -> Standing:
        """All networks scored and in order."""
        weights = self.weights(brief)
        *outcomes, spoken = self._executor.judge(self.values(brief))
        by_network: dict[str, list[Scored]] = {network.id: [] for network in self.networks}
        for (network, strategy), outcome in zip(self.pairs, outcomes, strict=True):
            by_network[network.id].append(self._score(brief, weights, network, strategy, outcome))
        places = [_place(scored) for scored in by_network.values()]
        places.sort(key=lambda place: _key(place.best, place.id))
        return Standing(brief, weights, tuple(places), spoken)

    def _score(
        self, brief: Brief, weights: Mapping[Criterion, int], network: Network,
        strategy: Strategy, outcome: Outcome,
    ) -> Scored:  # fmt: skip
        added = self._tally.sums(outcome.fired)
        sums = {name: base + add for (name, base), add in zip(self._bases, added, strict=True)}
        scores = {name: min(100, max(0, value)) for name, value in sums.items()}
        total = sum(weights[name] * score for name, score in scores.items())
        excluded = tuple(bits(outcome.fired & self._excluding))
        left_out = excluded or (brief.exclude and network.id in brief.exclude)
        verdict = "excluded" if left_out else self._verdict(scores, total, weights)
        return Scored(network, strategy, sums, scores, total, verdict, excluded, outcome)

    def _verdict(
        self, scores: Mapping[Criterion, int], total: int, weights: Mapping[Criterion, int]
    ) -> Verdict:
        """No mean can hide a criterion that fails: one score under its floor is enough."""
        weight_sum = sum(weights.values())
        if below_floor(self.policy, scores, weights):
            return "not_now"
        if total >= self.policy.recommended * weight_sum:
            return "recommended"
        return "possible" if total >= self.policy.possible * weight_sum else "not_now"


def _by_criterion(criterion: Criterion | None, add: int) -> list[int]:
    return [add if name == criterion else 0 for name in CRITERIA]


def below_floor(
    policy: Policy, scores: Mapping[Criterion, int], weights: Mapping[Criterion, int]
) -> list[Criterion]:
    """Criteria whose score is under the floor; one that the brief gives no weight has none."""
    return [name for name in CRITERIA if weights[name] and scores[name] < policy.scales[name].floor]


def _place(scored: Sequence[Scored]) -> Place:
    order = sorted(scored, key=lambda one: _key(one, one.strategy.id))
    return Place(order[0], tuple(order))


def _key(scored: Scored, name: str) -> tuple[int, int, str]:
    return _ORDER[scored.verdict], -scored.total, name

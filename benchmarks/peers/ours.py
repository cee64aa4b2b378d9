"""channelwise: the bit index and the tally that the engine scores with.

The decision's conditions become channelwise's own condition trees, each rule a clause and each
candidate's fields its constants; nothing else is prepared. Ids and points come out of the same
tables that the engine uses.
"""

from typing import Any

from benchmarks.peers.decision import CRITERIA, Condition, Decision, Record, Result
from channelwise import __version__
from channelwise.evaluate.clauses import Candidate, Clause
from channelwise.evaluate.index import BitIndex
from channelwise.evaluate.tally import Tally
from channelwise.rules import condition as ours


def tree(condition: Condition) -> ours.Condition:
    """The decision's condition as one of channelwise's."""
    match condition:
        case ("all", parts):
            return ours.All(tuple(map(tree, parts)))
        case ("any", parts):
            return ours.Any_(tuple(map(tree, parts)))
        case ("not", part):
            return ours.Not(tree(part))
        case ("test", field, operator, value):
            return ours.Test(field, operator, _operand(operator, value))
    raise ValueError(f"not a condition: {condition!r}")


def _operand(operator: str, value: Any) -> Any:
    if operator == "between":
        return tuple(value)
    return frozenset(value) if isinstance(value, tuple | list | frozenset) else value


class Peer:
    """channelwise in the form of a peer."""

    name = "channelwise"
    version = __version__

    def __init__(self, decision: Decision) -> None:
        everything = tuple(range(len(decision.rules)))
        self._ids = tuple(rule.id for rule in decision.rules)
        self._index = BitIndex(
            [Clause(number, tree(rule.when)) for number, rule in enumerate(decision.rules)],
            [
                Candidate({f"candidate.{name}": value for name, value in candidate.items()}, everything)
                for candidate in decision.candidates
            ],
        )
        self._tally = Tally(
            [[rule.points if rule.criterion == name else 0 for name in CRITERIA] for rule in decision.rules],
            self._ids,
        )
        self._excluding = sum(
            1 << number for number, rule in enumerate(decision.rules) if not rule.criterion
        )

    def decide(self, brief: Record) -> Result:
        """Fired ids, points by criterion and exclusion, for each candidate."""
        outcomes = self._index.judge({
            f"brief.{name}": frozenset(value) if isinstance(value, tuple) else value
            for name, value in brief.items()
        })  # fmt: skip
        names, sums, excluding = self._tally.names, self._tally.sums, self._excluding
        return [
            (names(outcome.fired), tuple(sums(outcome.fired)), bool(outcome.fired & excluding))
            for outcome in outcomes
        ]


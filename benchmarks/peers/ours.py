"""channelwise: the bit index that the engine scores with.

The decision's conditions become channelwise's own condition trees, each rule a clause and each
candidate's fields its constants; nothing else is prepared. Points come out of the index; the
bits of fired rules, which the engine keeps as they are, are turned into ids here.
"""

from collections.abc import Callable, Sequence
from typing import Any

from benchmarks.peers.decision import CRITERIA, Condition, Decision, Record, Result
from channelwise import __version__
from channelwise.evaluate.clauses import Candidate, Clause
from channelwise.evaluate.index import BitIndex
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
        self._index = BitIndex(
            [Clause(number, tree(rule.when)) for number, rule in enumerate(decision.rules)],
            [
                Candidate(
                    {f"candidate.{name}": value for name, value in candidate.items()}, everything
                )
                for candidate in decision.candidates
            ],
            [
                [rule.points if rule.criterion == name else 0 for name in CRITERIA]
                for rule in decision.rules
            ],
        )
        self._ids = ids_of([rule.id for rule in decision.rules])
        self._excluding = sum(
            1 << number for number, rule in enumerate(decision.rules) if not rule.criterion
        )

    def decide(self, brief: Record) -> Result:
        """Fired ids, points by criterion and exclusion, for each candidate."""
        outcomes = self._index.judge({
            f"brief.{name}": frozenset(value) if isinstance(value, tuple) else value
            for name, value in brief.items()
        })  # fmt: skip
        ids, excluding = self._ids, self._excluding
        return [(ids(fired), sums, fired & excluding > 0) for fired, _, sums in outcomes]


def ids_of(ids: Sequence[str]) -> Callable[[int], tuple[str, ...]]:
    """From the bits of fired rules to their ids, eight at a lookup.

    The lookups are written out, one for each byte: twice as fast as a loop over them.
    """
    tables = {f"t{at}": _rows(ids[at : at + 8]) for at in range(0, len(ids), 8)}
    unpacked = ", ".join(f"*{table}[r[{place}]]" for place, table in enumerate(tables))
    unpack = eval(f"lambda {', '.join(tables)}: lambda r: ({unpacked},)")(**tables)
    size = len(tables)
    return lambda fired: unpack(fired.to_bytes(size, "little"))


def _rows(ids: Sequence[str]) -> list[tuple[str, ...]]:
    return [
        tuple(name for bit, name in enumerate(ids) if row >> bit & 1)
        for row in range(1 << len(ids))
    ]

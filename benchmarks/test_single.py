"""One brief at a time: every engine takes the same decision, checked and then timed.

An engine that refuses a brief has that counted and shown; it is timed on the briefs that it
takes, and skipped if there is none (`-rs` shows how many it was asked).
"""

from collections.abc import Iterator
from itertools import cycle
from time import perf_counter
from typing import Any, Protocol

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.peers import (
    clips,
    datalogic,
    durable,
    generated,
    ours,
    reference,
    rule_engine_peer,
    zen,
)
from benchmarks.peers.decision import (
    Decision,
    Record,
    RefusalError,
    Result,
    make_briefs,
    make_decision,
)

# A warning that is recorded at each call would be timed with it.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:durable")

CHECKED = 50  # briefs on which each engine must agree with the oracle
SECONDS = 3.0  # what an engine may take in all; slow ones get fewer rounds
FEWEST, MOST = 200, 10_000  # rounds


class Peer(Protocol):
    """What an engine must offer to be measured."""

    name: str
    version: str

    def decide(self, brief: Record) -> Result:
        """Fired ids, points by criterion and exclusion, for each candidate."""


# Each takes the decision as its only argument. An engine is added by adding it here.
PEERS: tuple[Any, ...] = (
    ours.Peer,
    generated.Index,
    generated.Lanes,
    generated.Branches,
    zen.Expressions,
    zen.Table,
    zen.Compiled,
    datalogic.Peer,
    datalogic.Many,
    clips.Peer,
    rule_engine_peer.Peer,
    reference.Peer,
    durable.Peer,  # last, since it leaves threads behind that could disturb others
    durable.Whole,
)


@pytest.fixture(scope="module")
def decision() -> Decision:
    return make_decision()


@pytest.fixture(scope="module")
def briefs() -> tuple[Record, ...]:
    return make_briefs()


@pytest.fixture(scope="module")
def expected(decision: Decision, briefs: tuple[Record, ...]) -> list[Result]:
    oracle = reference.Peer(decision)
    return [oracle.decide(brief) for brief in briefs[:CHECKED]]


@pytest.mark.benchmark(group="single recommendation: 200 rules x 16 candidates, fired ids")
@pytest.mark.parametrize("make", PEERS, ids=lambda peer: peer.name)
def test_single(
    make: Any,
    decision: Decision,
    briefs: tuple[Record, ...],
    expected: list[Result],
    benchmark: BenchmarkFixture,
) -> None:
    """The engine agrees with the oracle wherever it answers at all; then it is timed."""
    peer: Peer = make(decision)
    refused = _check(peer, briefs, expected)
    benchmark.extra_info |= {
        "peer": peer.name, "version": peer.version, "refused": refused, "of": CHECKED,
    }  # fmt: skip
    if refused == CHECKED:
        pytest.skip(f"{peer.name} {peer.version} refuses all {CHECKED} briefs")
    answered = _answered(peer, briefs) if refused else briefs
    turn = cycle(answered)
    benchmark.pedantic(
        peer.decide,
        setup=lambda: ((next(turn),), {}),
        rounds=_rounds(peer, turn),
        warmup_rounds=FEWEST // 4,
    )


def _check(peer: Peer, briefs: tuple[Record, ...], expected: list[Result]) -> int:
    """Compare with the oracle; the number of briefs that the engine refused."""
    refused = 0
    for brief, want in zip(briefs, expected, strict=False):
        try:
            result = peer.decide(brief)
        except RefusalError:
            refused += 1
        else:
            assert result == want
    return refused


def _answered(peer: Peer, briefs: tuple[Record, ...]) -> list[Record]:
    answered = []
    for brief in briefs:
        try:
            peer.decide(brief)
        except RefusalError:
            continue
        answered.append(brief)
    return answered


def _rounds(peer: Peer, turn: Iterator[Record]) -> int:
    """As many rounds as fit into `SECONDS`, judged by a few first ones."""
    start = perf_counter()
    for _ in range(20):
        peer.decide(next(turn))
    each = (perf_counter() - start) / 20
    return max(FEWEST, min(MOST, int(SECONDS / each)))

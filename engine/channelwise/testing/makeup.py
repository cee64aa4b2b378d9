"""What a network offers: strategies for its accounts, sensible rhythms, and things to measure."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from channelwise.testing.subject import Subject

FEWEST: Final = 4
MOST: Final = 8
NEEDED_METRICS: Final = ("growth", "engagement")


def strategies(subject: Subject) -> Iterator[str]:
    """Every kind of account that the network offers has at least one strategy."""
    body = subject.plain["network"]
    served = {strategy["account"] for strategy in body["strategies"]}
    for kind in sorted({account["kind"] for account in body["account_types"]} - served):
        yield f"no strategy is posted from a {kind} account, though the network offers one"


def number_of_strategies(subject: Subject) -> Iterator[str]:
    """Fewer leave little to choose from; more are hard to tell apart."""
    count = len(subject.network.strategies)
    if not FEWEST <= count <= MOST:
        noun = "strategy" if count == 1 else "strategies"
        yield f"{count} {noun}; {FEWEST} to {MOST} are recommended"


def open_ended(subject: Subject) -> Iterator[str]:
    """A ladder that ends at its typical step leaves nothing to a business with more hours."""
    for strategy in subject.network.strategies:
        if strategy.cadence.typical == strategy.cadence.steps[-1]:
            yield f"{strategy.id}: the typical cadence is the highest step; name an upper end too"


def metrics(subject: Subject) -> Iterator[str]:
    """Growth and engagement can be measured; a rate says of what it is a share."""
    found = subject.plain["network"]["metrics"]
    kinds = {metric["kind"] for metric in found}
    for kind in NEEDED_METRICS:
        if kind not in kinds:
            yield f"no metric of the kind '{kind}'"
    for name, count in Counter(metric["id"] for metric in found).items():
        if count > 1:
            yield f"{name}: {count} metrics have this id"
    for metric in found:
        if metric["kind"] == "engagement" and not metric.get("denominator"):
            yield f"{metric['id']}: an engagement rate needs its denominator"
        if metric.get("benchmark") and not metric.get("fact"):
            yield f"{metric['id']}: a benchmark needs a fact"

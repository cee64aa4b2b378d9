"""How sure the top of the ranking is."""

from typing import NamedTuple

from channelwise.load.policy import Policy
from channelwise.recommend.measures import half_up
from channelwise.recommend.model import Certainty, Swap
from channelwise.recommend.standing import FITTING, Standing, below_floor
from channelwise.vocabulary import CRITERIA, Criterion

# A weight is a whole number in this range, as in a brief.
MOST_WEIGHT = 100


def certainty(standing: Standing, policy: Policy) -> Certainty:
    """The margin between the first two networks that fit, and what would swap them.

    margin = (total of the first - total of the second) / weight sum, in tenths of a point.
    """
    fitting = [place.best for place in standing.places if place.best.verdict in FITTING]
    if len(fitting) < 2:
        return Certainty.model_construct(
            first=fitting[0].network.id if fitting else None, second=None, margin_tenths=None,
            close_call=False, swap=None,
        )  # fmt: skip
    first, second = fitting[:2]
    tenths = half_up(10 * (first.total - second.total), standing.weight_sum)
    return Certainty.model_construct(
        first=first.network.id, second=second.network.id, margin_tenths=tenths,
        close_call=first.total - second.total < policy.close_call * standing.weight_sum,
        swap=smallest_swap(second.network.id, standing, policy),
    )  # fmt: skip


class _Runner(NamedTuple):
    """A candidate that some weight of one criterion could put first.

    `score` is its score on that criterion; `low` tells that this is under the floor, which
    keeps it out as long as the criterion has any weight.
    """

    network: str
    total: int
    score: int
    low: bool


def smallest_swap(second: str, standing: Standing, policy: Policy) -> Swap | None:
    """The smallest change of one weight that puts the second network first; None if none does.

    Every weight is tried, the nearest first, with all candidates ranked anew: another strategy
    may then be a network's best, a third network may pass both, and verdicts may change.
    """
    weights, total = standing.weights, standing.weight_sum
    runners = {name: _runners(standing, policy, name) for name in CRITERIA}
    for step in range(1, MOST_WEIGHT + 1):
        for name in CRITERIA:
            for change in (-step, step):
                becomes = weights[name] + change
                if not 0 <= becomes <= MOST_WEIGHT:
                    continue
                if _leader(runners[name], becomes, change, total + change, policy) == second:
                    return Swap.model_construct(
                        criterion=name, weight=weights[name], becomes=becomes
                    )
    return None


def _runners(standing: Standing, policy: Policy, name: Criterion) -> list[_Runner]:
    """Every candidate that is not kept out by an exclusion or by the floor of another criterion."""
    found: list[_Runner] = []
    others = {**standing.weights, name: 0}
    for place in standing.places:
        for one in place.candidates:
            if one.verdict != "excluded" and not below_floor(policy, one.scores, others):
                low = one.scores[name] < policy.scales[name].floor
                found.append(_Runner(place.id, one.total, one.scores[name], low))
    return found


def _leader(
    runners: list[_Runner], becomes: int, change: int, weight_sum: int, policy: Policy
) -> str | None:
    """The first network that fits, once the weight of the runners' criterion has changed."""
    possible = policy.possible * weight_sum
    best: tuple[int, str] | None = None
    for network, total, score, low in runners:
        after = total + change * score
        if weight_sum and after >= possible and not (low and becomes):
            key = (-after, network)  # of those that no floor keeps out, the verdict follows this
            best = key if best is None else min(best, key)
    return best[1] if best else None

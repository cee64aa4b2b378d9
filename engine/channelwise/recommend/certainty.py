"""How sure the top of the ranking is."""

from channelwise.load.policy import Policy
from channelwise.recommend.measures import half_up
from channelwise.recommend.model import Certainty, Swap
from channelwise.recommend.standing import FITTING, Scored, Standing
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
        close_call=tenths < 10 * policy.close_call, swap=smallest_swap(first, second, standing),
    )  # fmt: skip


def smallest_swap(first: Scored, second: Scored, standing: Standing) -> Swap | None:
    """The change of one weight, smallest first, after which the second has the larger total.

    With gap = total1 - total2 and d = score1 - score2 on a criterion, a change c of its weight
    leaves gap + c*d; the smallest c that makes it negative is gap // |d| + 1, against d's sign.
    """
    gap = first.total - second.total
    found: list[tuple[int, int, Criterion, int]] = []
    for order, name in enumerate(CRITERIA):
        lead = first.scores[name] - second.scores[name]
        if lead == 0:
            continue
        step = gap // abs(lead) + 1
        becomes = standing.weights[name] + (-step if lead > 0 else step)
        if 0 <= becomes <= MOST_WEIGHT:
            found.append((step, order, name, becomes))
    if not found:
        return None
    _, _, name, becomes = min(found)
    return Swap.model_construct(criterion=name, weight=standing.weights[name], becomes=becomes)

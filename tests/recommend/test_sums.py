"""An explanation is the exact sum."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from channelwise.brief.model import Brief
from channelwise.recommend.model import Explanation
from channelwise.recommend.options import current
from channelwise.vocabulary import CRITERIA
from known import AS_OF, NAMES, engine, examples, judge, plain
from strategies import briefs


def half_up(top: int, bottom: int) -> int:
    """Divide to the nearest whole number, as a person would round."""
    whole, rest = divmod(top, bottom)
    return whole + (1 if 2 * rest >= bottom else 0)


def assert_adds_up(shown: Explanation) -> None:
    """Every number of the explanation follows from the numbers above it."""
    assert [proof.result.criterion for proof in shown.criteria] == list(CRITERIA)
    for proof in shown.criteria:
        result = proof.result
        assert sum(line.points for line in proof.lines) == result.points
        held = min(100, max(0, result.base + result.points))
        assert result.score == held
        assert result.clamped == (held != result.base + result.points)
        assert result.below_floor == (result.weight > 0 and result.score < result.floor)
        assert len({line.rule for line in proof.lines}) == len(proof.lines)
    assert sum(p.result.weight for p in shown.criteria) == shown.weight_sum
    assert sum(p.result.weight * p.result.score for p in shown.criteria) == shown.total
    assert shown.score == half_up(shown.total, shown.weight_sum)


def _strategies() -> st.SearchStrategy[Any]:
    return st.sampled_from([(one.network, one.id) for _, one in judge().pairs])


@settings(max_examples=25)
@given(brief=briefs(), candidate=_strategies())
def test_every_explanation_adds_up(brief: Brief, candidate: tuple[str, str]) -> None:
    """Base and lines give the points, weights and scores the total, the total the score."""
    network, strategy = candidate
    assert_adds_up(engine().explain(brief, network, strategy, as_of=AS_OF))


@settings(max_examples=15)
@given(brief=briefs(), network=st.sampled_from(NAMES))
def test_explanation_and_recommendation_agree(brief: Brief, network: str) -> None:
    """Both faces show the same rank, verdict, score, criteria and exclusions of a network."""
    entry = engine().recommend(brief, as_of=AS_OF).network(network)
    shown = engine().explain(brief, network, as_of=AS_OF)
    assert_adds_up(shown)
    assert (shown.rank, shown.verdict, shown.score, shown.total, shown.strategy) == (
        entry.rank, entry.verdict, entry.score, entry.total, entry.strategy,
    )  # fmt: skip
    assert [proof.result for proof in shown.criteria] == entry.criteria
    assert shown.exclusions == entry.exclusions
    others = [one.id for one in entry.strategies if one.id != entry.strategy]
    assert [one.id for one in shown.other_strategies] == others


@settings(max_examples=15)
@given(brief=briefs(), network=st.sampled_from(NAMES))
def test_gaps_are_the_whole_gap(brief: Brief, network: str) -> None:
    """Rule by rule, and with what holding did, the gaps add up to the difference of totals."""
    shown = engine().explain(brief, network, as_of=AS_OF)
    if shown.first is None:
        return
    first = engine().explain(brief, shown.first, as_of=AS_OF)
    assert sum(gap.here - gap.there for gap in shown.gaps) == shown.total - first.total


@settings(max_examples=25)
@given(brief=briefs())
def test_reasons_are_the_weightiest(brief: Brief) -> None:
    """The shown reasons for and against have the right sign, and none outweighs them."""
    for entry in engine().recommend(brief, as_of=AS_OF).ranking:
        assert all(reason.weighted > 0 for reason in entry.reasons_for)
        assert all(reason.weighted < 0 for reason in entry.reasons_against)
        for reasons in (entry.reasons_for, entry.reasons_against):
            weights = [abs(reason.weighted) for reason in reasons]
            assert weights == sorted(weights, reverse=True)


@settings(max_examples=25)
@given(brief=briefs())
def test_waiting_rules_wait_for_an_answer(brief: Brief) -> None:
    """Each rule that waits names the answers that it waits for, or that the network lacks figures."""
    shown = engine().explain(brief, "linkedin", as_of=AS_OF)
    fired = {line.rule for proof in shown.criteria for line in proof.lines}
    for line in shown.waiting:
        assert line.answers or line.figures, line.rule
        assert line.rule not in fired
        for field in line.answers:
            # An account may be named without saying what it is used for.
            assert field == "accounts" or current(brief, field) is None, (line.rule, field)


def test_a_clamp_is_shown() -> None:
    """A criterion that was held to 0-100 says so, with the points that were too many."""
    held = [
        proof.result
        for brief in examples().values()
        for network in NAMES
        for proof in engine().explain(brief, network, as_of=AS_OF).criteria
        if proof.result.clamped
    ]
    assert held
    assert all(result.base + result.points not in range(101) for result in held)


@settings(max_examples=25)
@given(brief=briefs())
def test_weights_of_a_brief_count(brief: Brief) -> None:
    """Weights that a brief sets are used as they are; the others are the policy's."""
    shown = engine().recommend(brief, as_of=AS_OF)
    own = plain(brief).get("weights", {})
    for name in CRITERIA:
        assert shown.weights[name] == own.get(name, judge().policy.scales[name].weight)

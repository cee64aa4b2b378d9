"""The smallest change, the open question and the swap of weights hold when they are tried."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bases import bases
from channelwise.brief.model import Brief
from channelwise.recommend.certainty import MOST_WEIGHT, certainty
from channelwise.recommend.change import Search
from channelwise.recommend.options import OPTIONS
from channelwise.recommend.question import signature
from channelwise.recommend.standing import FITTING
from channelwise.recommend.written import written
from channelwise.texts import load as load_texts
from channelwise.vocabulary import CRITERIA
from known import AS_OF, NAMES, changed, engine, examples, judge
from strategies import briefs

# --- the smallest change --------------------------------------------------------------------


def _wanted(brief: Brief, network: str) -> tuple[str, ...]:
    now = judge().standing(brief).place(network).best.verdict
    return ("recommended",) if now == "possible" else FITTING


def _verdict(brief: Brief, *edits: Any) -> str | None:
    """The verdict of the network after the edits; None if no such brief may exist."""
    network, *changes = edits
    try:
        after = brief.with_changes({edit.field: edit.value for edit in changes})
    except ValueError:
        return None
    return judge().standing(after).place(network).best.verdict


def assert_smallest(brief: Brief, network: str) -> None:
    """The change is what it says, and no single edit that costs less does the same."""
    shown = engine().explain(brief, network, as_of=AS_OF)
    if shown.verdict == "recommended":
        assert shown.change is None
        return
    wanted = _wanted(brief, network)
    search = Search(judge(), brief, network)
    found = search.run(wanted)  # type: ignore[arg-type]
    assert shown.tried == search.tried
    if found is None:
        assert shown.change is None
        assert all(_verdict(brief, network, edit) not in wanted for edit in search._singles())
        return
    assert shown.change is not None
    after = brief.with_changes({edit.field: edit.value for edit in found.edits})
    applied = engine().recommend(after, as_of=AS_OF).network(network)
    assert applied.verdict in wanted
    change = shown.change
    assert (change.verdict, change.score, change.rank) == (
        applied.verdict, applied.score, applied.rank,
    )  # fmt: skip
    texts = load_texts()
    assert [edit.field for edit in change.edits] == [edit.field for edit in found.edits]
    for told, edit in zip(change.edits, found.edits, strict=True):
        whole = written(texts, edit.field, edit.value)
        assert whole.en.endswith(told.becomes.en) if told.adds else told.becomes == whole
    cost = (found.edits[0].cost, found.edits[0].size) if len(found.edits) == 1 else (99, 0)
    for edit in search._singles():
        if (edit.cost, edit.size) < cost:
            assert _verdict(brief, network, edit) not in wanted, edit


@pytest.mark.parametrize("network", NAMES)
@pytest.mark.parametrize("name", sorted(examples()))
def test_smallest_change_of_the_examples(name: str, network: str) -> None:
    """For each example and network the change holds when applied, and none is cheaper."""
    assert_smallest(examples()[name], network)


@settings(max_examples=8)
@given(brief=briefs(), network=st.sampled_from(NAMES))
def test_smallest_change_of_any_brief(brief: Brief, network: str) -> None:
    """For any brief the change holds when applied, and none is cheaper."""
    assert_smallest(brief, network)


def test_leaving_an_exclusion_out_comes_first() -> None:
    """A network that only the brief's own exclusion keeps out is brought in by lifting that."""
    brief = changed(examples()["bakery"], exclude=["instagram"])
    shown = engine().explain(brief, "instagram", as_of=AS_OF)
    assert shown.verdict == "excluded"
    assert shown.change is not None
    assert [edit.field for edit in shown.change.edits] == ["exclude"]


def test_an_exclusion_and_one_more_change() -> None:
    """Where lifting the brief's exclusion is not enough, the least that is needed beside it is told."""
    brief = changed(examples()["bakery"], exclude=["snapchat"])
    shown = engine().explain(brief, "snapchat", as_of=AS_OF)
    assert shown.change is not None
    assert [edit.field for edit in shown.change.edits] == ["exclude", "time.hours_per_week"]
    enough = [
        hours
        for hours in range(6, 41)
        if judge()
        .standing(brief.with_changes({"exclude": [], "time.hours_per_week": hours}))
        .place("snapchat")
        .best.verdict
        in FITTING
    ]
    assert shown.change.edits[1].becomes.en == str(enough[0])


def test_what_a_business_is_comes_last() -> None:
    """A change of who the customers are is told only where nothing within reach would do."""
    shown = engine().explain(examples()["bakery"], "linkedin", as_of=AS_OF)
    assert shown.change is not None
    assert not shown.change.reachable
    assert [(edit.field, edit.becomes.en) for edit in shown.change.edits] == [
        ("audience.kind", "businesses and consumers")
    ]


# --- the open question ----------------------------------------------------------------------


def _assert_question_holds(brief: Brief) -> None:
    shown = engine().recommend(brief, as_of=AS_OF).question
    now = signature(judge().standing(brief))
    if shown is None:
        return
    texts = load_texts()
    claimed = [(change.answer, change.ranking) for change in shown.changes]
    found = []
    options = OPTIONS[shown.field](judge())
    for value in options:
        after = judge().standing(brief.with_changes({shown.field: value}))
        if signature(after) != now:
            fitting = [place.id for place in after.places if place.best.verdict in FITTING]
            found.append((written(texts, shown.field, value), fitting))
    assert shown.tried == len(options)
    assert found == claimed
    assert claimed


@settings(max_examples=30)
@given(briefs())
def test_claims_of_the_question_reproduce(brief: Brief) -> None:
    """Each answer that the question claims to matter leads to the ranking it names."""
    _assert_question_holds(brief)


@settings(max_examples=15)
@given(briefs())
def test_no_question_means_nothing_to_ask(brief: Brief) -> None:
    """Where nothing is asked, no tried answer to any open question would change the ranking."""
    if engine().recommend(brief, as_of=AS_OF).question is not None:
        return
    from channelwise.recommend.options import unanswered

    now = signature(judge().standing(brief))
    for field in unanswered(brief):
        for value in OPTIONS[field](judge()):
            after = judge().standing(brief.with_changes({field: value}))
            assert signature(after) == now, (field, value)


# --- certainty ------------------------------------------------------------------------------


def _first_two(brief: Brief) -> list[str]:
    places = [p.id for p in judge().standing(brief).places if p.best.verdict in FITTING]
    return places[:2]


def _assert_swap_holds(brief: Brief) -> bool:
    """Whether there is a swap; if so, it brings the second to the front and one step less does not."""
    sure = certainty(judge().standing(brief), judge().policy)
    assert [name for name in (sure.first, sure.second) if name] == _first_two(brief)
    swap = sure.swap
    if swap is None:
        return False
    step = 1 if swap.becomes > swap.weight else -1
    weights = brief.weights or {}
    before = {**weights, swap.criterion: swap.becomes - step}
    after = {**weights, swap.criterion: swap.becomes}
    assert 0 <= swap.becomes <= MOST_WEIGHT
    assert _first_two(changed(brief, weights=after))[0] == sure.second
    assert _first_two(changed(brief, weights=before))[0] != sure.second
    return True


@settings(max_examples=100)
@given(briefs())
def test_the_swap_really_swaps(brief: Brief) -> None:
    """The named weight puts the second network first, and one step less does not."""
    _assert_swap_holds(brief)


def test_some_example_has_a_swap() -> None:
    """The examples show a swap, so that the property above is about something."""
    assert any([_assert_swap_holds(brief) for brief in examples().values()])


def _first_with(brief: Brief, name: str, weight: int) -> str | None:
    weights = {str(criterion): now for criterion, now in judge().weights(brief).items()}
    weights[name] = weight
    if not any(weights.values()):
        return None
    return next(iter(_first_two(changed(brief, weights=weights))), None)


_WEIGHTS: tuple[dict[str, int], ...] = (
    {},
    {"time": 0},
    {"audience": 0, "goal": 0},
    {"content": 30, "access": 0},
    {"time": 25},
)


@pytest.mark.parametrize("weights", _WEIGHTS, ids=str)
@pytest.mark.parametrize("name", sorted(bases()))
def test_the_swap_is_the_smallest_there_is(name: str, weights: dict[str, int]) -> None:
    """Trying every weight of every criterion, the nearest first, finds the same swap, or none."""
    brief = changed(bases()[name], weights=weights)
    sure = certainty(judge().standing(brief), judge().policy)
    if sure.second is None:
        assert sure.swap is None
        return
    now = judge().weights(brief)
    most = abs(sure.swap.becomes - sure.swap.weight) if sure.swap else 40
    tries = (
        (criterion, now[criterion] + sign * step)
        for step in range(1, most + 1)
        for criterion in CRITERIA
        for sign in (-1, 1)
    )
    found = next(
        (one for one in tries if 0 <= one[1] <= MOST_WEIGHT and _first_with(brief, *one) == sure.second),
        None,
    )  # fmt: skip
    assert found == ((sure.swap.criterion, sure.swap.becomes) if sure.swap else None)


@settings(max_examples=40)
@given(briefs())
def test_margin_is_the_difference(brief: Brief) -> None:
    """The margin is the difference of the totals in tenths of a point, and close below the limit."""
    shown = engine().recommend(brief, as_of=AS_OF)
    sure = shown.certainty
    if sure.second is None or sure.first is None:
        assert sure.margin_tenths is None and not sure.close_call
        return
    gap = shown.network(sure.first).total - shown.network(sure.second).total
    assert sure.margin_tenths is not None
    assert abs(10 * gap / sum(shown.weights.values()) - sure.margin_tenths) <= 0.5
    assert sure.close_call == (sure.margin_tenths < 10 * judge().policy.close_call)

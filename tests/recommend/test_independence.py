"""Networks are judged by themselves: whoever else is installed changes nothing."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channelwise.brief.model import Brief
from channelwise.engine import Engine
from channelwise.load.rulebook import Rulebook
from channelwise.networks.model import Network
from known import AS_OF, NAMES, engine, examples, rulebook
from strategies import briefs, renamed


def _without(book: Rulebook, *names: str) -> Rulebook:
    """The rulebook without some networks; their own rules stay, with nothing to judge."""
    return replace(book, networks=tuple(n for n in book.networks if n.id not in names))


_FEWER = {
    names: Engine(_without(rulebook(), *names))
    for names in [*((name,) for name in NAMES), ("linkedin", "x"), ("instagram", "snapchat")]
}


def _entries(of: Engine, brief: Brief, leave: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    """Every network's answer in order, without its rank."""
    ranking = of.recommend(brief, as_of=AS_OF).ranking
    return [entry.model_dump(exclude={"rank"}) for entry in ranking if entry.id not in leave]


@settings(max_examples=15)
@given(brief=briefs(), removed=st.sampled_from(sorted(_FEWER)))
def test_removing_a_network_changes_no_other(brief: Brief, removed: tuple[str, ...]) -> None:
    """Without some networks, the others keep score, verdict, reasons and order."""
    assert _entries(_FEWER[removed], brief) == _entries(engine(), brief, leave=removed)


@settings(max_examples=10)
@given(brief=briefs(), order=st.permutations(NAMES))
def test_the_order_of_networks_does_not_matter(brief: Brief, order: list[str]) -> None:
    """However the networks were loaded, each has the same answer at the same rank."""
    networks = tuple(rulebook().network(name) for name in order)
    moved = Engine(replace(rulebook(), networks=networks, rules=rulebook().rules[::-1]))
    shown = moved.recommend(brief, as_of=AS_OF).ranking
    wanted = engine().recommend(brief, as_of=AS_OF).ranking
    facts = [(e.id, e.rank, e.verdict, e.score, e.total, e.strategy, e.criteria) for e in shown]
    assert facts == [
        (e.id, e.rank, e.verdict, e.score, e.total, e.strategy, e.criteria) for e in wanted
    ]


def dominated(network: Network, name: str) -> Network:
    """A copy under another id that is no better anywhere: nobody there, no goal served."""
    copy = renamed(network, name)
    goals = {goal: {**spec, "value": 0} for goal, spec in network.plain["goals"].items()}
    return replace(
        copy,
        plain={**copy.plain, "goals": goals, "access": {"default": {"value": "blocked"}}},
        values={**copy.values, "network.upkeep": "heavy"},
    )


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=6)
@given(brief=briefs())
def test_a_dominated_newcomer_changes_no_other(name: str, brief: Brief) -> None:
    """D17: one more network that is worse than another moves no score, verdict or order."""
    for newcomer in ("aaa_first", "zzz_last"):
        copy = dominated(rulebook().network(name), newcomer)
        book = replace(rulebook(), networks=(*rulebook().networks, copy))
        assert _entries(Engine(book), brief, leave=(newcomer,)) == _entries(engine(), brief)


@settings(max_examples=8)
@given(brief=briefs(), name=st.sampled_from(NAMES))
def test_an_equal_twin_ties_with_its_original(brief: Brief, name: str) -> None:
    """A twin is scored by the core's rules as its original is; only a network's own rules differ."""
    own = [rule for rule in rulebook().rules if rule.network is None]
    twin = renamed(rulebook().network(name), "twin")
    book = replace(rulebook(), rules=tuple(own), networks=(rulebook().network(name), twin))
    alike = brief.with_changes({"accounts": None, "exclude": None})
    first, second = Engine(book).recommend(alike, as_of=AS_OF).ranking
    assert (first.total, first.verdict, first.strategy) == (
        second.total, second.verdict, second.strategy,
    )  # fmt: skip


def test_no_networks_at_all() -> None:
    """Without any network the answer is an empty ranking, not an error."""
    book = replace(rulebook(), networks=())
    shown = Engine(book).recommend(examples()["bakery"], as_of=AS_OF)
    assert shown.ranking == [] and shown.certainty.first is None


def test_no_rules_at_all() -> None:
    """Without any rule every network stands at its bases, and nothing is said."""
    book = replace(rulebook(), rules=())
    shown = Engine(book).recommend(examples()["bakery"], as_of=AS_OF)
    assert {entry.total for entry in shown.ranking} == {
        sum(scale.base * scale.weight for scale in book.policy.scales.values())
    }
    assert shown.advice == []

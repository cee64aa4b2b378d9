"""One brief, one answer: whatever the executor, the thread, the order of lists."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from channelwise.brief.model import Brief
from channelwise.engine import Engine
from channelwise.recommend.saying import UNKNOWN
from known import AS_OF, answer, engine, examples, plain, rulebook, texts_in
from strategies import briefs, plain_briefs


@settings(max_examples=25)
@given(briefs())
def test_executors_give_the_same_bytes(brief: Brief) -> None:
    """The fast and the reference executor lead to the same JSON, byte for byte."""
    assert answer(brief, "index") == answer(brief, "walk")


@pytest.mark.parametrize("name", sorted(examples()))
def test_executors_agree_on_the_examples(name: str) -> None:
    """The example briefs get the same JSON from both executors."""
    assert answer(examples()[name], "index") == answer(examples()[name], "walk")


@settings(max_examples=10)
@given(briefs())
def test_the_same_brief_twice(brief: Brief) -> None:
    """The same brief, asked again or read again from its own data, gets the same bytes."""
    first = answer(brief)
    assert answer(brief) == first
    assert answer(Brief.model_validate(plain(brief))) == first


def _shuffled(data: Any, draw: Callable[[Any], Any]) -> Any:
    """The data with every list and mapping in another order, where order means nothing."""
    content, business, audience = data["content"], data["business"], data["audience"]
    for field in ("have", "want", "can_make"):
        if field in content:
            content[field] = draw(st.permutations(content[field]))
    if "ages" in audience:
        audience["ages"] = dict(draw(st.permutations(list(audience["ages"].items()))))
    if all("share" in market for market in business.get("markets", [{}])):
        business["markets"] = draw(st.permutations(business["markets"]))
    if "weights" in data:
        data["weights"] = dict(draw(st.permutations(list(data["weights"].items()))))
    return dict(draw(st.permutations(list(data.items()))))


@settings(max_examples=40)
@given(data=st.data(), plain_brief=plain_briefs())
def test_order_that_means_nothing_changes_nothing(data: st.DataObject, plain_brief: Any) -> None:
    """Material, formats, ages, and markets with shares may come in any order."""
    first = answer(Brief.model_validate(plain_brief))
    moved = _shuffled(json.loads(json.dumps(plain_brief)), data.draw)
    assert answer(Brief.model_validate(moved)) == first


def test_threads_share_an_engine() -> None:
    """Eight threads with one engine get the bytes that one thread gets."""
    wanted = {name: answer(brief) for name, brief in examples().items()}
    work = [name for _ in range(4) for name in wanted]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda name: answer(examples()[name]), work))
    assert found == [wanted[name] for name in work]


@settings(max_examples=10)
@given(briefs())
def test_a_brief_and_a_rulebook_are_never_changed(brief: Brief) -> None:
    """Recommending and explaining leave the brief and the rulebook as they were."""
    before, book = brief.model_dump_json(), repr(rulebook())
    shown = engine().recommend(brief, as_of=AS_OF)
    engine().explain(brief, shown.ranking[-1].id, as_of=AS_OF)
    assert brief.model_dump_json() == before
    assert repr(rulebook()) == book


@pytest.mark.parametrize("name", ["rulebook", "_judge", "_texts", "anything"])
def test_an_engine_is_frozen(name: str) -> None:
    """No attribute of an engine can be set or added."""
    with pytest.raises(AttributeError, match="frozen"):
        setattr(engine(), name, None)
    assert isinstance(engine(), Engine)


@settings(max_examples=20)
@given(briefs())
def test_no_text_shows_a_hole(brief: Brief) -> None:
    """Every placeholder of every text is filled, and with a value that is known."""
    shown = engine().recommend(brief, as_of=AS_OF)
    explained = engine().explain(brief, shown.ranking[0].id, as_of=AS_OF)
    for text in (*texts_in(shown.model_dump()), *texts_in(explained.model_dump())):
        assert "{" not in text and "}" not in text
        assert UNKNOWN not in text


@settings(max_examples=30)
@given(briefs())
@example(next(iter(examples().values())))
def test_ranking_is_in_order(brief: Brief) -> None:
    """Ranks count from 1; verdicts never rise on the way down, nor totals within a verdict."""
    order = ["recommended", "possible", "not_now", "excluded"]
    ranking = engine().recommend(brief, as_of=AS_OF).ranking
    assert [entry.rank for entry in ranking] == list(range(1, len(ranking) + 1))
    keys = [(order.index(entry.verdict), -entry.total, entry.id) for entry in ranking]
    assert keys == sorted(keys)
    for entry in ranking:
        assert entry.id not in (brief.exclude or ()) or entry.verdict == "excluded"
        assert entry.required == (entry.id in (brief.require or ()))


@settings(max_examples=30)
@given(briefs())
def test_networks_taken_together_fit_the_hours(brief: Brief) -> None:
    """The networks taken together need no more minutes than there are, and each one fits."""
    shown = engine().recommend(brief, as_of=AS_OF)
    assert shown.together.minutes <= shown.minutes_a_week
    named = [
        one.id
        for one in shown.ranking
        if one.verdict in ("recommended", "possible")
        or (one.required and one.verdict != "excluded")
    ]
    assert sorted([*shown.together.networks, *shown.together.left_out]) == sorted(named)
    for entry in shown.ranking:
        for strategy in entry.strategies:
            cadence = strategy.cadence
            if cadence is not None:
                assert cadence.least_minutes <= cadence.minutes <= shown.minutes_a_week
                assert cadence.least_posts <= cadence.posts <= cadence.typical_posts


def test_a_deeply_nested_condition_is_judged() -> None:
    """A condition nested as deeply as a rule file may nest it raises no RecursionError."""
    from channelwise.evaluate.clauses import Candidate, Clause
    from channelwise.evaluate.index import BitIndex
    from channelwise.evaluate.walk import Walker
    from channelwise.files.limits import MOST_DEPTH
    from channelwise.rules.condition import Condition, Not
    from channelwise.rules.condition import Test as Check

    condition: Condition = Check("brief.time.people", "is", 1)
    for _ in range(MOST_DEPTH):
        condition = Not(condition)
    clauses, candidates = [Clause(0, condition)], [Candidate({}, (0,))]
    values = {"brief.time.people": 1}
    assert BitIndex(clauses, candidates).judge(values) == Walker(clauses, candidates).judge(values)

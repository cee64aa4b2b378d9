"""Every question is worth its answer: each field of a brief can change what is recommended."""

import json
from typing import Any

import pytest
from pydantic import BaseModel

from channelwise.brief.answers import answers
from channelwise.brief.model import Account, Audience, Brief, Business, Content, Market, Time
from channelwise.recommend.options import OPTIONS
from channelwise.rules.fields import CATALOGUE
from known import AS_OF, changed, engine, examples, judge, plain

_LEAST = Brief.model_validate({
    "business": {"name": "Corner Shop"}, "audience": {"kind": "b2c"},
    "content": {"can_make": ["image", "text"]}, "time": {"hours_per_week": 9},
})  # fmt: skip


def _bases() -> list[Brief]:
    return [*examples().values(), _LEAST]


# What is no question of its own: a wish, or a part of an answer that is a list.
_OTHERS: dict[str, list[Any]] = {
    "weights": [{"time": 20}, {"content": 20}],
    "require": [["snapchat"]],
    "exclude": [["instagram"], ["linkedin"]],
}


# What only a plan reads.
_PLANNED: dict[str, Any] = {
    "content.amounts": {"customer_stories": 9, "company_events": 0, "offers": 1},
    "time.minutes_per_piece": {"image": 9, "text": 45},
    "time.days": ["wed", "sun"],
    "time.work_at": "13:15",
    "time.post_at": "07:45",
}


@pytest.mark.parametrize("field", _PLANNED)
def test_every_field_for_plans_can_change_the_plan(field: str) -> None:
    """D16: for each field that only plans read, another answer to it changes some plan."""
    for brief in examples().values():
        first, other = (
            engine().plan(one, start=AS_OF).model_dump_json()
            for one in (brief, brief.with_changes({field: _PLANNED[field]}))
        )
        if first != other:
            return
    raise AssertionError(f"no plan changed with {field}")


def _parts(model: type[BaseModel], prefix: str = "") -> list[str]:
    return [prefix + name for name in model.model_fields]


_FIELDS = [
    *(
        name
        for part, model in (
            ("business.", Business), ("audience.", Audience), ("content.", Content), ("time.", Time),
        )
        for name in _parts(model, part)
        if name != "business.name" and name not in _PLANNED
    ),
    *(n for n in Brief.model_fields if n not in ("business", "audience", "content", "time")),
]  # fmt: skip


def decision(brief: Brief) -> str:
    """The answer without what merely repeats the brief or counts what it leaves out."""
    shown = engine().recommend(brief, as_of=AS_OF).model_dump()
    for entry in shown["ranking"]:
        del entry["required"], entry["not_evaluated"]
    kept = ("ranking", "together", "advice", "judge_after_weeks", "notes")
    return json.dumps({name: shown[name] for name in kept})


@pytest.mark.parametrize("field", _FIELDS)
def test_every_field_can_change_the_answer(field: str) -> None:
    """D16: for each field some brief exists in which another answer to it changes the answer."""
    options = _OTHERS[field] if field in _OTHERS else OPTIONS[field](judge())
    assert options
    for base in _bases():
        before = decision(base)
        for value in options:
            if decision(base.with_changes({field: value})) != before:
                return
    raise AssertionError(f"no answer to {field} changed the answer to any brief")


_MARKETS: dict[str, tuple[Any, Any]] = {
    "country": ("DE", "IR"),
    "city": (None, "Berlin"),
    "share": (50, 5),
}
_ACCOUNTS: dict[str, tuple[Any, Any]] = {
    "network": ("linkedin", "instagram"),
    "kind": ("personal", "business"),
    "used_for": ("business", "both"),
    "followers": (0, 5000),
    "shares_opinions": (False, True),
}


@pytest.mark.parametrize("part", _parts(Market))
def test_every_part_of_a_market_can_change_the_answer(part: str) -> None:
    """Country, city and share of a market each change the answer to some brief."""
    market = {"country": "US", "share": 50}
    second = {"country": "IR", "share": 50}
    pair = [
        changed(examples()["fashion"], business__markets=[{**market, part: value}, second])
        for value in _MARKETS[part]
    ]
    assert decision(pair[0]) != decision(pair[1])


@pytest.mark.parametrize("part", _parts(Account))
def test_every_part_of_an_account_can_change_the_answer(part: str) -> None:
    """Network, kind, use, followers and opinions of an account each change the answer to some brief."""
    account = {"network": "linkedin", "kind": "business", "used_for": "business", "followers": 10}
    pair = [
        changed(examples()["engineering"], accounts=[{**account, part: value}])
        for value in _ACCOUNTS[part]
    ]
    assert decision(pair[0]) != decision(pair[1])


@pytest.mark.parametrize("name", sorted(examples()))
def test_the_name_changes_only_the_name(name: str) -> None:
    """Another business name leads to the same answer, in which only the name differs."""
    other = plain(examples()[name])
    own = other["business"]["name"]
    other["business"]["name"] = "Quite Another Name"
    shown = engine().recommend(Brief.model_validate(other), as_of=AS_OF).model_dump_json()
    before = engine().recommend(examples()[name], as_of=AS_OF).model_dump_json()
    assert json.dumps(own, ensure_ascii=False) in before
    assert shown.replace("Quite Another Name", own) == before


def test_options_are_valid_answers() -> None:
    """Every possible answer that is tried makes a valid brief."""
    for field, options in OPTIONS.items():
        for value in options(judge()):
            assert _LEAST.with_changes({field: value})


def test_a_full_brief_has_a_value_for_every_field() -> None:
    """A brief that answers everything leaves no field of the brief without a value for rules."""
    full = examples()["clinic"].with_changes({"audience.education": "degree"})
    known = answers(full)
    assert {name for name in CATALOGUE if name.startswith("brief.")} == set(known)
    assert known["brief.time.horizon_weeks"] == full.time.horizon_weeks

"""Directions that a plan must follow, known from published tables or from the seed.

The ids are those of the external cases. Each holds over all the starting briefs, at many hours.
"""

import json
import os
import subprocess
import sys
from functools import cache
from typing import Any

import pytest

from bases import bases
from channelwise.brief.model import Brief
from channelwise.plan.model import Plan
from known import AS_OF, NAMES, ROOT, changed, engine

BASES = bases()
each_base = pytest.mark.parametrize("name", BASES)
HOURS = (1, 2, 3, 4, 5, 8, 12, 20, 40, 80)


@cache
def at_hours(name: str, hours: float) -> Plan:
    """The plan of a starting brief with other hours, on a fixed day."""
    return planned(changed(BASES[name], time__hours_per_week=hours))


def planned(brief: Brief, **options: Any) -> Plan:
    """The plan on a fixed day."""
    return engine().plan(brief, start=AS_OF, **options)


def networks(plan: Plan) -> set[str]:
    return {account.network for account in plan.accounts}


def codes(plan: Plan) -> list[str]:
    return [warning.code for warning in plan.warnings]


# --- hours ----------------------------------------------------------------------------------


@each_base
@pytest.mark.parametrize("hours", [1, 2, 3, 4, 5])
def test_d06_snapchat_never_enters_with_fewer_hours(name: str, hours: float) -> None:
    """D06: going from 40 hours down to 5 or fewer, Snapchat never comes into the plan."""
    assert "snapchat" not in networks(at_hours(name, hours)) - networks(at_hours(name, 40))


@each_base
@pytest.mark.parametrize(("fewer", "more"), [(3, 6), (2, 4), (4, 5), (5, 8), (8, 12), (12, 20)])
def test_d06_nor_between_neighbouring_hours(name: str, fewer: float, more: float) -> None:
    """D06: wherever one starts, fewer hours never bring Snapchat into the plan."""
    assert "snapchat" not in networks(at_hours(name, fewer)) - networks(at_hours(name, more))


def test_d06_snapchat_may_enter_with_many_hours() -> None:
    """D06: from 5 hours to 40, Snapchat comes into some plans."""
    entered = [
        name
        for name in BASES
        if "snapchat" in networks(at_hours(name, 40)) - networks(at_hours(name, 5))
    ]
    assert entered


@each_base
@pytest.mark.parametrize("hours", [hours for hours in HOURS if hours > 1])
def test_d07_half_the_hours_never_bring_more_networks(name: str, hours: float) -> None:
    """D07: when the hours are halved, the number of planned networks never grows."""
    assert len(networks(at_hours(name, hours / 2))) <= len(networks(at_hours(name, hours)))


@each_base
@pytest.mark.parametrize("hours", [0.25, *HOURS, 168])
def test_d08_planned_minutes_never_exceed_the_hours(name: str, hours: float) -> None:
    """D08: the minutes of a plan, added up from each account, stay within the stated hours."""
    plan = at_hours(name, hours)
    assert sum(account.minutes for account in plan.accounts) == plan.used == plan.minutes.total
    assert plan.used <= hours * 60


@each_base
def test_more_hours_never_give_a_worse_plan(name: str) -> None:
    """From one number of hours to the next, the value of the plan never falls."""
    values = [at_hours(name, hours).value for hours in HOURS]
    assert values == sorted(values)


@each_base
@pytest.mark.parametrize("hours", HOURS)
def test_a_plan_never_contradicts_the_ranking(name: str, hours: float) -> None:
    """What is planned without being asked for is recommended or possible in the ranking."""
    brief = changed(BASES[name], time__hours_per_week=hours)
    ranking = engine().recommend(brief, as_of=AS_OF)
    for account in at_hours(name, hours).accounts:
        verdicts = {s.id: s.verdict for s in ranking.network(account.network).strategies}
        assert {verdicts[s.id] for s in account.strategies} <= {"recommended", "possible"}


@each_base
@pytest.mark.parametrize("hours", (0.5, 1, 2, 2.5, 3, 5))
def test_a_shortfall_lacks_minutes_or_says_what_else(name: str, hours: float) -> None:
    """Missing minutes are never below one, and an account to tend is never to be left."""
    plan = at_hours(name, hours)
    short = plan.shortfall
    assert (short is None) == bool(plan.accounts)
    if short is None:
        return
    assert short.missing is None or short.missing > 0
    assert (short.missing is None) == (short.needed is None) == (short.network is None)
    left = {n for w in plan.warnings if w.code == "account_left" for n in w.networks}
    assert short.tend not in left


def test_too_little_material_is_no_lack_of_hours() -> None:
    """Where hours suffice and material does not, no minutes are missing, and material is named."""
    brief = changed(
        BASES["repair"], content__amounts={"result_photos": 2, "customer_stories": 1},
        time__hours_per_week=5,
    )  # fmt: skip
    plan = planned(brief)
    assert plan.shortfall is not None
    assert plan.shortfall.missing is None
    assert {out.network: out.reason for out in plan.left_out}["instagram"] == "material"


# --- countries ------------------------------------------------------------------------------


@each_base
def test_d14_iran_plans_by_its_own_access_and_week(name: str) -> None:
    """D14: with customers in Iran no network is planned that is blocked there, and the week
    begins on Saturday.
    """
    there = changed(BASES[name], business__markets=[{"country": "IR"}], audience__kind="b2c")
    plan = planned(there)
    assert plan.calendar.first_day == "sat"
    assert plan.calendar.working_days == ["sat", "sun", "mon", "tue", "wed"]
    blocked = {
        network.id
        for network in engine().rulebook.networks
        if network.plain["access"].get("IR", {}).get("value") == "blocked"
    }
    assert not networks(plan) & blocked
    filtered = {n.id for n in engine().rulebook.networks
                if n.plain["access"].get("IR", {}).get("value") == "filtered"}  # fmt: skip
    if networks(plan) and networks(plan) <= filtered:
        told = [w for w in plan.warnings if w.code == "access"]
        assert any(ground.date for warning in told for ground in warning.grounds)


# --- posts ----------------------------------------------------------------------------------


@each_base
@pytest.mark.parametrize("hours", HOURS)
def test_d18_an_account_that_sells_too_much_is_warned_of(name: str, hours: float) -> None:
    """D18: the warning stands exactly where over 30 percent of an account's posts sell."""
    plan = at_hours(name, hours)
    selling = {
        account.network
        for account in plan.accounts
        if 100 * sum(s.posts for s in account.strategies if s.sells) > 30 * account.posts
    }
    assert {n for w in plan.warnings if w.code == "sells_too_much" for n in w.networks} == selling


def test_d18_a_shop_that_insists_on_offers_is_warned() -> None:
    """D18: with nothing to post but offers a plan sells only where the brief insists, and warns."""
    account = {"network": "x", "kind": "business", "used_for": "business", "followers": 30000}
    shop = changed(
        BASES["fashion"], content__have=["offers"], content__can_make=["text"],
        accounts=[account], goals=["sales", "traffic"],
    )  # fmt: skip
    assert "x" not in networks(planned(shop))
    plan = planned(changed(shop, require=["x"]))
    assert [s.sells for a in plan.accounts for s in a.strategies] == [True]
    assert "sells_too_much" in codes(plan)


@each_base
@pytest.mark.parametrize("hours", HOURS)
def test_d19_no_planned_account_has_an_empty_week(name: str, hours: float) -> None:
    """D19: every planned account posts in each of the four weeks, or a warning says it does not."""
    plan = at_hours(name, hours)
    posted = {(e.network, e.account, e.week) for e in plan.calendar.entries if e.kind == "post"}
    wanted = {(a.network, a.kind, week) for a in plan.accounts for week in (1, 2, 3, 4)}
    assert wanted <= posted
    tended = plan.shortfall is not None and plan.shortfall.tend is not None
    assert ("empty_week" in codes(plan)) == tended


def test_d19_an_account_that_is_only_tended_is_warned_of() -> None:
    """D19: where the hours allow no posts but an account can be tended, the silence is named."""
    plan = planned(changed(BASES["bakery"], time__hours_per_week=2.5))
    assert plan.shortfall is not None
    assert plan.shortfall.tend == "instagram"
    assert "empty_week" in codes(plan)


@each_base
@pytest.mark.parametrize("hours", HOURS)
def test_d20_listening_and_answering_come_before_production(name: str, hours: float) -> None:
    """D20: every account has time for both, and no day begins with making or adapting."""
    plan = at_hours(name, hours)
    assert all(a.listen_minutes > 0 and a.answer_minutes > 0 for a in plan.accounts)
    for day in {entry.date for entry in plan.calendar.entries}:
        order = [e.kind for e in plan.calendar.entries if e.date == day and e.kind != "post"]
        people = [place for place, kind in enumerate(order) if kind in ("listen", "answer")]
        work = [place for place, kind in enumerate(order) if kind in ("make", "adapt")]
        assert not people or not work or max(people) < min(work)


# --- same input, same bytes -----------------------------------------------------------------

_SCRIPT = """
import sys
from datetime import date
from channelwise import Engine
from channelwise.brief.read import read_brief
engine = Engine.load()
for name in sys.argv[1:]:
    print(engine.plan(read_brief(name), start=date(2026, 11, 1)).model_dump_json())
"""


def _bytes(plugins: str, seed: str) -> bytes:
    briefs = [str(path) for path in sorted((ROOT / "examples").glob("*.yaml"))]
    environment = {**os.environ, "CHANNELWISE_PLUGINS": plugins, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", _SCRIPT, *briefs]
    done = subprocess.run(command, env=environment, capture_output=True, check=True, timeout=200)
    return done.stdout


def test_d22_plans_are_the_same_bytes_in_any_process_and_plugin_order() -> None:
    """D22: other processes, hash seeds and plugin orders print the very same plans."""
    first = _bytes(",".join(NAMES), "1")
    assert first.count(b"channelwise.plan/1") == len(list((ROOT / "examples").glob("*.yaml")))
    assert _bytes(",".join(reversed(NAMES)), "2") == first


def test_d17_a_further_network_that_is_not_chosen_changes_no_plan() -> None:
    """D17: leaving out a network that no plan uses leaves the accounts of the plan as they are."""
    brief = BASES["engineering"]
    plan = planned(brief)
    unused = sorted(set(NAMES) - networks(plan))
    without = planned(changed(brief, exclude=unused))
    assert (
        json.loads(without.model_dump_json())["accounts"]
        == json.loads(plan.model_dump_json())["accounts"]
    )


# --- the owner ------------------------------------------------------------------------------


@each_base
@pytest.mark.parametrize("hours", [8, 20])
def test_d24_the_owner_gets_a_place_of_their_own(name: str, hours: float) -> None:
    """D24: where the offer rests on the owner's experience, the plan has a personal account,
    unless none fits the hours or the business; and its pieces never serve the firm's.
    """
    brief = changed(
        BASES[name], business__rests_on_owner=True, time__hours_per_week=hours,
        content__have=["expertise", "opinions", "behind_the_scenes", "customer_stories"],
    )  # fmt: skip
    plan = planned(brief)
    assert "personal" in {account.kind for account in plan.accounts}
    for shared in plan.shared:
        assert {shared.made_for.kind} == {use.kind for use in shared.goes_to}


# --- days -----------------------------------------------------------------------------------


def test_too_much_work_for_the_days_is_warned_of() -> None:
    """Where one day a week cannot hold the work of the people there are, the plan says so."""
    brief = changed(BASES["fashion"], time__hours_per_week=80, time__days=["mon"], time__people=1)
    assert "crowded_days" in codes(planned(brief))
    assert "crowded_days" not in codes(planned(changed(brief, time__people=30)))


@pytest.mark.parametrize(("days", "warned"), [(["sun"], True), (["mon", "thu"], True),
                                              (["mon", "wed", "fri"], False)])  # fmt: skip
def test_answering_on_too_few_days_is_warned_of(days: list[str], warned: bool) -> None:
    """D20: a routine of answers needs days; with one or two of them a week the plan says so."""
    plan = planned(changed(BASES["bakery"], time__days=days))
    assert ("few_days" in codes(plan)) == warned
    told = [ground for w in plan.warnings if w.code == "few_days" for ground in w.grounds]
    assert any(ground.date == "2016" for ground in told) == warned


# --- private life ---------------------------------------------------------------------------


@pytest.mark.parametrize("hours", [6, 7, 12, 30])
def test_a_private_account_is_never_put_to_work(hours: float) -> None:
    """An account that is there for private life alone is neither planned as it is nor left."""
    plan = at_hours("coach", hours)
    assert not [
        a for a in plan.accounts if (a.network, a.kind, a.exists) == ("x", "personal", True)
    ]
    assert not [w for w in plan.warnings if w.code == "account_left"]


def test_a_network_for_the_owner_alone_is_called_unfit_and_not_empty() -> None:
    """Where only the owner could post, and nobody asked for that, no lack of material is claimed."""
    brief = changed(
        BASES["fashion"], business__rests_on_owner=None, accounts=[],
        content__have=["behind_the_scenes"], content__can_make=["text"],
    )  # fmt: skip
    reasons = {out.network: out.reason for out in planned(brief).left_out}
    assert reasons["x"] == "unfit"

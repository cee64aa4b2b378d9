"""From a brief to what its week can be made of: who stays out, and who comes in by a wish."""

from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channelwise.brief.model import Brief
from channelwise.load.rulebook import Rulebook
from channelwise.networks.model import Network
from channelwise.plan.choices import choices, fits
from channelwise.plan.items import Choices
from channelwise.recommend.standing import Judge
from channelwise.rules.model import Exclude
from channelwise.vocabulary import PACES, Pace
from known import changed, examples, judge, plain, rulebook
from plan.offered import bakery, keys, networks, offered
from strategies import briefs

ESTIMATES = {"measure.minutes_needed", "measure.time_share_percent"}
each_example = pytest.mark.parametrize("name", sorted(examples()))


# --- what stays out -------------------------------------------------------------------------


@cache
def closed_book() -> Rulebook:
    """The rulebook, as if one network could not be opened in China."""
    return replace(rulebook(), networks=tuple(map(_closed, rulebook().networks)))


def _closed(network: Network) -> Network:
    access = {**network.plain["access"], "CN": {"value": "blocked"}}
    shut = network.id == "instagram"
    return replace(network, plain={**network.plain, "access": access}) if shut else network


@cache
def closed_judge() -> Judge:
    """A judge by that rulebook."""
    return Judge(closed_book())


@cache
def judge_without_estimates() -> Judge:
    """A judge whose rules exclude nothing by an estimate of minutes."""
    rules = tuple(
        rule for rule in closed_book().rules
        if not (isinstance(rule.then, Exclude) and ESTIMATES & rule.reads)
    )  # fmt: skip
    return Judge(replace(closed_book(), rules=rules))


@given(briefs())
def test_what_is_excluded_stays_out(brief: Brief) -> None:
    """Nothing can be chosen that a rule excludes for another reason than its minutes."""
    standing = judge_without_estimates().standing(brief)
    excluded = {
        scored.strategy.key
        for place in standing.places for scored in place.candidates if scored.excluded_by
    }  # fmt: skip
    assert not excluded & keys(offered(brief, judging=closed_judge()))


def _told(found: Choices) -> list[tuple[Any, ...]]:
    return [(option.order, option.role, option.value) for option in found.options]


def test_what_the_ranking_rules_out_by_time_is_not_planned() -> None:
    """What a recommendation says takes too long is not planned, unless the brief requires it."""
    for required in ([], ["snapchat"]):
        brief = bakery(time__hours_per_week=1, require=required)
        standing = judge().standing(brief)
        scored = {s.strategy.key: s for place in standing.places for s in place.candidates}
        assert scored["snapchat/first-look"].verdict == "excluded"
        planned = "snapchat/first-look" in keys(choices(judge(), standing, "typical"))
        assert planned == bool(required)


@each_example
def test_more_hours_offer_no_less(name: str) -> None:
    """With more hours everything that was offered is offered still, for the same value."""
    few, many = (offered(changed(examples()[name], time__hours_per_week=h)) for h in (3, 60))
    assert (few.minutes, many.minutes) == (180, 3600)
    assert set(_told(few)) <= set(_told(many))


@each_example
def test_a_wish_excludes(name: str) -> None:
    """What the brief does not want is not there, and all else is as it was."""
    for network in networks(offered(examples()[name])):
        without = offered(changed(examples()[name], exclude=[network]))
        assert networks(without) == networks(offered(examples()[name])) - {network}
        assert all(a.network.id != network for a in without.accounts)


def test_blocked_networks_stay_out_even_if_required() -> None:
    """Who cannot open a network cannot be reached on it, whatever the brief insists on."""
    judging = closed_judge()
    for country, there in (("US", True), ("CN", False)):
        markets = [{"country": country}]
        brief = changed(examples()["fashion"], business__markets=markets, require=["instagram"])
        found = offered(brief, judging=judging)
        assert ("instagram" in networks(found)) is there
        assert bool(found.required) is there


def test_what_cannot_be_made_stays_out() -> None:
    """Only formats that the business can make and the network carries can be chosen."""
    found = offered(bakery(content__can_make=["image", "article"]))
    assert {option.format for option in found.options} == {"image"}


# --- what comes in by a wish ----------------------------------------------------------------


def test_a_required_network_comes_in_unfit() -> None:
    """What the brief insists on can be chosen, though it would not fit by itself."""
    assert "linkedin" not in networks(offered(bakery()))
    found = offered(bakery(require=["linkedin"]))
    assert "linkedin" in networks(found)
    assert found.required == {"linkedin"}
    standing = judge().standing(bakery())
    fit = {one.fits for one in fits(judge(), standing) if one.scored.network.id == "linkedin"}
    assert fit == {False}


def test_a_required_network_that_is_not_loaded_is_not_required() -> None:
    """A plan cannot insist on what it does not know."""
    assert offered(bakery(require=["elsewhere"])).required == frozenset()


def test_a_required_network_without_material_is_not_required() -> None:
    """A network for which nothing can be made is no promise of the plan."""
    found = offered(bakery(require=["linkedin"], content__have=["offers"], content__want=None))
    assert "linkedin" not in networks(found)
    assert found.required == frozenset()


@given(briefs())
def test_what_fits_reaches_the_verdict_possible(brief: Brief) -> None:
    """Without a requirement, nothing is offered that is not worth it or lies under a floor."""
    asked = brief.with_changes({"require": None})
    policy = judge().policy
    weights = judge().weights(asked)
    for fit in fits(judge(), judge().standing(asked)):
        if fit.scored.strategy.key not in keys(offered(asked)):
            continue
        assert fit.scored.verdict in ("recommended", "possible")
        for name, score in fit.scored.scores.items():
            assert not weights[name] or score >= policy.scales[name].floor


def test_the_score_on_time_does_not_count() -> None:
    """The fit is the mean of the other criteria by their weights, in hundredths, rounded half up."""
    standing = judge().standing(bakery())
    for fit in fits(judge(), standing):
        rest = {name: w for name, w in standing.weights.items() if name != "time"}
        total = sum(w * fit.scored.scores[name] for name, w in rest.items())
        assert abs(fit.hundredths * sum(rest.values()) - 100 * total) * 2 <= sum(rest.values())


def test_where_only_time_counts_all_are_worth_the_same() -> None:
    """A brief that gives weight to time alone leaves nothing to tell strategies apart."""
    weights = {"content": 0, "audience": 0, "goal": 0, "presence": 0, "access": 0}
    standing = judge().standing(bakery(weights=weights))
    assert {fit.hundredths for fit in fits(judge(), standing)} == {5000}


def test_strategies_stand_by_id() -> None:
    """The order in which rules rank them is no order of a plan."""
    found = [fit.scored.strategy.key for fit in fits(judge(), judge().standing(bakery()))]
    assert found == sorted(found)


# --- all of it ------------------------------------------------------------------------------


@given(briefs(), st.sampled_from(PACES))
def test_choices_of_any_brief_are_whole(brief: Brief, pace: Pace) -> None:
    """Accounts are those of the options, by id; nothing is worth less than nothing."""
    found = offered(brief, pace)
    ids = [account.id for account in found.accounts]
    assert ids == sorted({option.account.id for option in found.options})
    assert found.required <= networks(found)
    assert found.minutes == brief.minutes_a_week
    for option in found.options:
        assert option.value >= 0
        assert option.posts in option.strategy.cadence.steps
        assert option.format in brief.content.can_make
        assert option.account.network.id not in (brief.exclude or ())
        assert option.account.kind == option.strategy.account


@given(briefs())
def test_choices_do_not_depend_on_the_order_of_answers(brief: Brief) -> None:
    """Ingredients, formats, accounts and wishes in another order: the same choices."""
    data = plain(brief)
    for part, name in (("content", "have"), ("content", "want"), ("content", "can_make")):
        if name in data.get(part, {}):
            data[part][name].reverse()
    for name in ("accounts", "require", "exclude"):
        if name in data:
            data[name].reverse()
    assert offered(Brief.model_validate(data)) == offered(brief)

"""From a brief to what its week can be made of: who may come in, what it earns and costs."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channelwise.brief.model import Brief
from channelwise.load.planning import Planning
from channelwise.load.rulebook import Rulebook
from channelwise.networks.model import Network
from channelwise.plan import costs
from channelwise.plan.choices import account, choices, curve, earned, fits, stocks
from channelwise.plan.items import Account, Choices, Option, Stock
from channelwise.recommend.standing import Judge
from channelwise.rules.model import Exclude
from channelwise.vocabulary import PACES, Pace
from known import changed, examples, judge, plain, rulebook
from strategies import briefs

PLANNING: Planning = judge().policy.planning
KNEES = PLANNING.curve
ESTIMATES = {"measure.minutes_needed", "measure.time_share_percent"}
each_example = pytest.mark.parametrize("name", sorted(examples()))


def offered(brief: Brief, pace: Pace = "typical", judging: Judge | None = None) -> Choices:
    judging = judging or judge()
    return choices(judging, judging.standing(brief), pace)


def keys(found: Choices) -> set[str]:
    """The strategies that can be chosen."""
    return {option.strategy.key for option in found.options}


def networks(found: Choices) -> set[str]:
    return {option.account.network.id for option in found.options}


def bakery(**changes: Any) -> Brief:
    return changed(examples()["bakery"], **changes)


def of(found: Choices, key: str) -> list[Option]:
    return [option for option in found.options if option.strategy.key == key]


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
    assert not excluded & keys(offered(brief, judging=Judge(closed_book())))


@given(briefs())
def test_estimated_minutes_exclude_nothing(brief: Brief) -> None:
    """With the rules that exclude by estimated minutes or without them: the same choices."""
    with_estimates = offered(brief, judging=Judge(closed_book()))
    assert _told(with_estimates) == _told(offered(brief, judging=judge_without_estimates()))


def _told(found: Choices) -> list[tuple[Any, ...]]:
    return [(option.order, option.role, option.value) for option in found.options]


def test_estimated_minutes_do_exclude_from_a_recommendation() -> None:
    """What a recommendation says takes too long can be planned: the plan counts by itself."""
    brief = bakery(time__hours_per_week=1, require=["snapchat"])
    standing = judge().standing(brief)
    scored = {s.strategy.key: s for place in standing.places for s in place.candidates}
    assert scored["snapchat/first-look"].verdict == "excluded"
    assert "snapchat/first-look" in keys(choices(judge(), standing, "typical"))


@each_example
def test_no_hours_are_too_few_to_choose_from(name: str) -> None:
    """The choices do not depend on the hours, but for the hours themselves."""
    few, many = (offered(changed(examples()[name], time__hours_per_week=h)) for h in (0.25, 60))
    assert (few.minutes, many.minutes) == (15, 3600)
    assert _told(few) == _told(many)


@each_example
def test_a_wish_excludes(name: str) -> None:
    """What the brief does not want is not there, and all else is as it was."""
    for network in networks(offered(examples()[name])):
        without = offered(changed(examples()[name], exclude=[network]))
        assert networks(without) == networks(offered(examples()[name])) - {network}
        assert all(a.network.id != network for a in without.accounts)


def test_blocked_networks_stay_out_even_if_required() -> None:
    """Who cannot open a network cannot be reached on it, whatever the brief insists on."""
    judging = Judge(closed_book())
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
        assert fit.hundredths >= 100 * policy.possible
        for name, score in fit.scored.scores.items():
            assert name == "time" or not weights[name] or score >= policy.scales[name].floor


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


# --- material -------------------------------------------------------------------------------

STORIES = "instagram/customer-stories"  # made from customer stories and photos of results


@pytest.mark.parametrize(
    ("have", "want", "gather"),
    [
        (["offers"], [], None),
        (["result_photos"], [], ("customer_stories",)),
        (["customer_stories"], [], ("result_photos",)),
        (["offers"], ["customer_stories"], ("result_photos",)),
        (["result_photos"], ["customer_stories"], ()),
        (["result_photos", "customer_stories"], [], ()),
    ],
)  # fmt: skip
def test_what_is_missing(have: list[str], want: list[str], gather: tuple[str, ...] | None) -> None:
    """With nothing at hand a strategy stays out; with some of it, the rest must be gathered."""
    there = ["product_photos", "behind_the_scenes", *have]
    found = of(offered(bakery(content__have=there, content__want=want)), STORIES)
    assert {option.gather for option in found} == (set() if gather is None else {gather})


def test_material_that_is_counted_is_at_hand() -> None:
    """Who says how many stories there are has stories."""
    asked = {"content__have": ["product_photos"], "content__want": None}
    assert not of(offered(bakery(**asked)), STORIES)
    found = of(offered(bakery(**asked, content__amounts={"customer_stories": 2})), STORIES)
    assert {option.gather for option in found} == {("result_photos",)}


def test_an_amount_of_nothing_keeps_out() -> None:
    """A strategy that needs what there is none of cannot be chosen, whatever else is there."""
    assert of(offered(bakery()), "instagram/seasonal-offers")
    found = offered(bakery(content__amounts={"offers": 0}))
    assert not [o for o in found.options if "offers" in o.needs]
    assert of(found, "instagram/product-showcase")


def test_a_brief_that_does_not_say_what_it_has_misses_nothing() -> None:
    """Missing is not no: nothing is held against a brief that leaves the question out."""
    found = offered(bakery(content__have=None, content__want=None))
    assert found.options
    assert all(option.gather == () for option in found.options)


def test_amounts_stand_for_the_usual_ones() -> None:
    """A brief's own number counts with the pieces that one carries, and is marked as said."""
    usual = PLANNING.material["company_events"]
    assert stocks(bakery(), PLANNING)["company_events"] == Stock(
        usual.a_month * usual.pieces, usual.a_month, said=False
    )
    said = bakery(content__amounts={"company_events": 3, "product_photos": 5})
    assert stocks(said, PLANNING)["company_events"] == Stock(3 * usual.pieces, 3, said=True)
    assert stocks(said, PLANNING)["product_photos"] == Stock(5, 5, said=True)


def test_what_does_not_run_out_has_no_stock() -> None:
    """Only what the policy or the brief counts is counted."""
    assert set(stocks(bakery(), PLANNING)) == set(PLANNING.material)


# --- the owner ------------------------------------------------------------------------------

OWNERS = "instagram/owners-working-day"


@pytest.mark.parametrize("rests", [True, False, None])
@pytest.mark.parametrize("there", [True, False])
def test_a_private_account_is_not_put_to_work_unasked(rests: bool | None, there: bool) -> None:
    """A personal account comes in if it is there already, or if the offer rests on its owner."""
    accounts = [{"network": "instagram", "kind": "personal"}] if there else []
    brief = changed(
        examples()["fashion"], business__rests_on_owner=rests, accounts=accounts,
        require=["instagram"],
    )  # fmt: skip
    found = offered(brief)
    assert bool(of(found, OWNERS)) == bool(there or rests)
    assert found.owner == bool(rests)


def test_a_private_account_elsewhere_opens_no_other() -> None:
    """That somebody is on one network personally is no reason for another."""
    accounts = [{"network": "x", "kind": "personal"}, {"network": "instagram", "kind": "business"}]
    found = offered(changed(examples()["fashion"], accounts=accounts))
    assert {a.id for a in found.accounts if a.kind == "personal"} == {"x/personal"}


# --- accounts -------------------------------------------------------------------------------


def instagram(brief: Brief, kind: str = "business", pace: Pace = "typical") -> Account:
    return account(brief, PLANNING, rulebook().network("instagram"), kind, pace)  # type: ignore[arg-type]


def here(*followers: int | None, kind: str = "business", on: str = "instagram") -> dict[str, Any]:
    return {"accounts": [{"network": on, "kind": kind, **_said(n)} for n in followers]}


def _said(followers: int | None) -> dict[str, int]:
    return {} if followers is None else {"followers": followers}


@pytest.mark.parametrize(
    ("followers", "points"),
    [(0, -15), (99, -15), (100, -8), (999, -8), (1000, 0), (5000, 8), (19_999, 8), (20_000, 15)],
)
def test_followers_are_worth_keeping(followers: int, points: int) -> None:
    """An account's points step with its followers, in hundredths."""
    assert instagram(bakery(**here(followers))).points == 100 * points


def test_a_new_account_has_to_earn_its_keep() -> None:
    """What is not there takes points, a personal one more than a business one."""
    brief = bakery(accounts=[])
    business, personal = instagram(brief), instagram(brief, "personal")
    assert (business.exists, business.followers, business.points) == (False, None, -2000)
    assert (personal.exists, personal.followers, personal.points) == (False, None, -3500)


def test_followers_of_several_accounts_are_added() -> None:
    """Two accounts of one kind count as one with the followers of both."""
    assert instagram(bakery(**here(600, 500))).followers == 1100
    assert instagram(bakery(**here(600, None))).followers == 600


def test_followers_that_are_not_told() -> None:
    """An account without a number is there, and nobody is counted."""
    found = instagram(bakery(**here(None)))
    assert (found.exists, found.followers, found.points) == (True, None, -1500)


@pytest.mark.parametrize("other", [{"kind": "personal"}, {"on": "x"}])
def test_another_account_is_another(other: dict[str, Any]) -> None:
    """An account of another kind, or elsewhere, is not this one."""
    assert not instagram(bakery(**here(9000, **other))).exists


@pytest.mark.parametrize(
    ("followers", "minutes"),
    [(0, 70), (499, 70), (500, 140), (4999, 140), (5000, 210), (20_000, 280), (None, 140)],
)
def test_people_take_time_by_their_number(followers: int | None, minutes: int) -> None:
    """20 minutes a day are 140 a week: half of them for few, more for many, all if not told."""
    assert instagram(bakery(**here(followers))).community == minutes


def test_a_new_account_has_few_to_answer() -> None:
    """Half the time of a small audience."""
    assert instagram(bakery(accounts=[])).community == 70


@pytest.mark.parametrize(("pace", "minutes"), [("low", (35, 5)), ("typical", (70, 10)), ("high", (158, 20))])  # fmt: skip
def test_people_and_upkeep_by_pace(pace: Pace, minutes: tuple[int, int]) -> None:
    """Minutes a day x 7 x the share, rounded up, and the upkeep that the network asks for."""
    found = instagram(bakery(accounts=[]), pace=pace)
    assert (found.community, found.upkeep) == minutes
    assert found.minutes == sum(minutes)


# --- what a post is worth -------------------------------------------------------------------


@pytest.mark.parametrize("knee", KNEES)
def test_the_curve_goes_through_its_knees(knee: tuple[int, int]) -> None:
    """At a knee it earns what stands there, whatever the typical number."""
    posts, share = knee
    for typical in (2, 4, 10, 100):
        assert curve(KNEES, posts * typical // 100, typical) == share


@pytest.mark.parametrize(
    ("posts", "typical", "share"),
    [
        (1, 4, 33),  # half of 65, which is 32.5
        (3, 4, 83),  # halfway between 65 and 100: 82.5
        (2, 3, 77),  # a third of the way from 65 to 100: 76.67
        (3, 2, 113),  # halfway between 100 and 125: 112.5
        (3, 1, 133),  # halfway between 125 and 140: 132.5
        (5, 3, 117),  # two thirds of the way from 100 to 125: 116.67
        (1, 10, 13),  # a fifth of 65
        (5, 1, 140), (1000, 1, 140), (0, 7, 0),
    ],
)  # fmt: skip
def test_the_curve_between_its_knees(posts: int, typical: int, share: int) -> None:
    """In between the line is straight, rounded half up; after the last knee it is flat."""
    assert curve(KNEES, posts, typical) == share


@given(st.integers(1, 100))
def test_each_further_post_earns_no_more(typical: int) -> None:
    """The curve rises and flattens: by whole percent, but for what rounding makes of it."""
    shares = [curve(KNEES, posts, typical) for posts in range(6 * typical)]
    gains = [after - before for before, after in pairwise(shares)]
    assert all(gain >= 0 for gain in gains)
    assert all(after <= before + 1 for before, after in pairwise(gains))


@pytest.mark.parametrize(
    ("fit", "shares", "value"),
    [
        (8000, (100, 100), 8000), (8000, (65, 92), 4784), (7001, (50,), 3501), (6999, (50,), 3500),
        (9371, (113, 92, 60, 40), 2338), (5000, (), 5000), (5000, (0, 100), 0),
    ],
)  # fmt: skip
def test_shares_are_multiplied_and_rounded_once(
    fit: int, shares: tuple[int, ...], value: int
) -> None:
    """The product is rounded half up at its end: 93.71 x 1.13 x 0.92 x 0.6 x 0.4 is 23.38."""
    assert earned(fit, shares) == value


def value(option: Option) -> tuple[str, int, int]:
    return option.format, option.posts, option.role


def values(brief: Brief, key: str) -> Mapping[tuple[str, int, int], int]:
    return {value(option): option.value for option in of(offered(brief), key)}


def test_a_value_by_hand() -> None:
    """The showcase fits 93.71: three images a week as the second strategy earn 34.49 of that."""
    found = values(bakery(), "instagram/product-showcase")
    assert found["carousel", 3, 0] == 9371
    assert found["image", 3, 1] == 3449  # 93.71 x 100 % x 92 % x 40 % = 34.485
    assert found["image", 1, 0] == 3707  # 93.71 x 43 % x 92 %
    assert found["short_video", 7, 2] == 2549  # 93.71 x 128 % x 85 % x 25 %


def test_a_ladder_is_offered_in_all_formats_and_roles() -> None:
    """Each step in each format that can be made, as first, second and third strategy."""
    found = values(bakery(), "instagram/product-showcase")
    formats, steps = {"carousel", "image", "short_video"}, {1, 2, 3, 5, 7}
    assert set(found) == {(f, p, r) for f in formats for p in steps for r in range(3)}


def test_what_is_gone_in_a_day_earns_less() -> None:
    """A story earns 60 percent, but all where the network leads with stories."""
    less = values(bakery(), "instagram/behind-the-scenes-stories")
    assert less["story", 5, 0] == 5036  # of 83.93
    assert values(bakery(), "snapchat/shop-day-story")["story", 7, 0] == 7136


def test_selling_as_the_face_earns_less() -> None:
    """A strategy that mostly sells earns 30 percent as the main one, and is no less on the side."""
    found = values(bakery(), "instagram/seasonal-offers")
    assert found["image", 1, 0] == 2561  # 85.36 x 30 %
    assert found["image", 1, 1] == 3414  # 85.36 x 40 %


def test_roles_past_the_policy_are_not_offered() -> None:
    """There are as many roles as the policy has shares for them."""
    assert {option.role for option in offered(bakery()).options} == {0, 1, 2}
    assert len(PLANNING.strategies) == 3


# --- what a piece takes ---------------------------------------------------------------------


def prices(pace: Pace, **own: int) -> dict[str, tuple[int, int]]:
    brief = bakery(time__minutes_per_piece=own or None)
    found = costs.pieces(brief, PLANNING, pace)
    return {name: (piece.make, piece.adapt) for name, piece in found.items()}


@pytest.mark.parametrize(("pace", "image"), [("low", (15, 5)), ("typical", (35, 10)), ("high", (75, 20))])  # fmt: skip
def test_pieces_by_pace(pace: Pace, image: tuple[int, int]) -> None:
    """Making and fitting a picture, as the table of minutes has it."""
    assert prices(pace)["image"] == image


@pytest.mark.parametrize(("pace", "image"), [("low", (9, 5)), ("typical", (20, 10)), ("high", (43, 20))])  # fmt: skip
def test_own_minutes_stand_for_the_typical_ones(pace: Pace, image: tuple[int, int]) -> None:
    """20 instead of 35 minutes are 20 x 15 / 35 at the low pace and 20 x 75 / 35 at the high one."""
    found = prices(pace, image=20)
    assert found["image"] == image
    assert found["text"] == prices(pace)["text"]


def test_fitting_takes_no_longer_than_making() -> None:
    """Who makes a picture in 4 minutes does not take 10 to fit it elsewhere."""
    assert prices("typical", image=4)["image"] == (4, 4)


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

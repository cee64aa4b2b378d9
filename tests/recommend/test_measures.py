"""Each measure against values worked out by hand."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from channelwise.brief.model import Brief
from channelwise.load.planning import Minutes
from channelwise.networks.model import Cadence
from channelwise.recommend import measures as m
from channelwise.recommend.measures import Case
from channelwise.recommend.prepared import goal_weights
from channelwise.rules.fields import CATALOGUE
from known import judge


def brief(**changes: Any) -> Brief:
    """The smallest brief, with fields replaced."""
    least = Brief.model_validate({
        "business": {"name": "Corner Shop"}, "audience": {"kind": "b2c"},
        "content": {"can_make": ["text"]}, "time": {"hours_per_week": 5},
    })  # fmt: skip
    return least.with_changes({name.replace("__", "."): value for name, value in changes.items()})


def _values(table: dict[str, Any]) -> dict[str, Any]:
    return {key: {"value": value} for key, value in table.items()}


PLAIN = {
    "community_minutes_a_day": {"low": 5, "typical": 10, "high": 20},
    "goals": _values({"awareness": 80, "sales": 41, "leads": 20}),
    "access": _values({"default": "open", "IR": "filtered", "CN": "blocked"}),
    "audience": {
        "use": _values({"US": 60, "IR": 21}),
        "ages": {
            "US": _values({"18-29": 70, "30-49": 40, "65+": 15}),
            "IR": _values({"18-29": 90}),
        },
        "women": _values({"US": 50}),
        "men": _values({"US": 25}),
        "education": {"US": _values({"degree": 44})},
    },
}  # fmt: skip
MAKE = {"text": 20, "image": 35, "story": 10, "short_video": 120}


def network(**plain: Any) -> Any:
    """A made-up network that carries text, pictures and stories."""
    carries = frozenset({"text", "image", "story"})
    return SimpleNamespace(id="acme", carries=carries, plain={**PLAIN, **plain})


def strategy(account: str = "business") -> Any:
    """A made-up strategy of 3 posts a week at least, of text, image or short video."""
    return SimpleNamespace(
        needs=("expertise", "tutorials", "opinions"), goals=("awareness", "leads"),
        formats=("short_video", "image", "text"), cadence=Cadence((3, 5, 7), 5), account=account,
    )  # fmt: skip


def case(of: Brief | None = None, account: str = "business", **plain: Any) -> Case:
    """The made-up candidate under a brief."""
    make: Any = {name: Minutes(1, minutes, 999) for name, minutes in MAKE.items()}
    policy = judge().policy
    policy = replace(policy, planning=replace(policy.planning, make=make))
    return Case(of or brief(), policy, network(**plain), strategy(account))


def test_every_measure_of_the_catalogue_is_computed() -> None:
    """The catalogue lists exactly the measures that are computed, each in its own scope."""
    listed = {
        name: field.scope for name, field in CATALOGUE.items() if field.name.startswith("measure.")
    }
    computed = {
        **dict.fromkeys(m.NETWORK_MEASURES, "network"),
        **dict.fromkeys(m.STRATEGY_MEASURES, "strategy"),
    }
    assert listed == computed


@pytest.mark.parametrize(("top", "bottom", "up", "half"), [
    (0, 3, 0, 0), (1, 3, 1, 0), (3, 2, 2, 2), (5, 2, 3, 3), (4, 2, 2, 2), (100, 201, 1, 0), (1, 2, 1, 1),
])  # fmt: skip
def test_rounding(top: int, bottom: int, up: int, half: int) -> None:
    """One division rounds up, the other to the nearest with halves going up."""
    assert (m.ceil_div(top, bottom), m.half_up(top, bottom)) == (up, half)


def test_ready_formats() -> None:
    """Ready are the strategy's formats that can be made and are carried, in its order."""
    able = brief(content__can_make=["text", "image", "short_video", "story"])
    assert m.ready_formats(able, network(), strategy()) == ("image", "text")
    assert m.formats_ready(case(able)) == 2
    assert m.formats_ready(case(brief(content__can_make=["story"]))) == 0


def test_minutes_needed() -> None:
    """3 posts x 20 minutes for the cheapest ready format + 7 x 10 minutes for the community."""
    assert m.minutes_needed(case()) == 3 * 20 + 70
    assert m.minutes_needed(case(brief(content__can_make=["image"]))) == 3 * 35 + 70
    assert m.minutes_needed(case(brief(content__can_make=["image", "text"]))) == 130
    assert m.minutes_for(case(), 5) == 5 * 20 + 70
    assert m.minutes_needed(case(brief(content__can_make=["live"]))) is None


@pytest.mark.parametrize(("hours", "percent"), [
    (5, 44), (2, 109), (2.1, 104), (130 / 60, 101), (2.17, 100), (168, 2), (0.01, 13000),
])  # fmt: skip
def test_time_share_percent(hours: float, percent: int) -> None:
    """130 minutes in percent of the whole minutes there are, rounded up."""
    assert m.time_share_percent(case(brief(time__hours_per_week=hours))) == percent


def test_time_share_is_unknown_without_a_format() -> None:
    """Where nothing can be made, there are no minutes to compare."""
    assert m.time_share_percent(case(brief(content__can_make=["live"]))) is None


@pytest.mark.parametrize(("have", "want", "percent"), [
    (None, None, None), ([], None, 0), (None, [], None), (["expertise"], None, 33),
    (["expertise", "tutorials", "opinions"], None, 100), (["expertise"], ["tutorials"], 50),
    (["expertise"], ["expertise"], 33), (None, ["opinions"], None), (["offers"], ["offers"], 0),
])  # fmt: skip
def test_ingredients_percent(have: Any, want: Any, percent: int | None) -> None:
    """Of three ingredients, each at hand counts 100 and each only wanted 50, rounded down;
    a wish alone tells nothing of what there is.
    """
    assert m.ingredients_percent(case(brief(content__have=have, content__want=want))) == percent


def test_goal_weights() -> None:
    """Goals count 3, 2, then 1 each; a goal named twice keeps its first place."""
    assert goal_weights(["sales", "leads", "awareness", "support"]) == {
        "sales": 3, "leads": 2, "awareness": 1, "support": 1,
    }  # fmt: skip
    assert goal_weights(["sales", "sales", "leads"]) == {"sales": 3, "leads": 2}
    assert goal_weights(None) == {}


@pytest.mark.parametrize(("goals", "served", "strength"), [
    (None, None, None),
    (["awareness"], 100, 80),
    (["sales"], 0, 41),
    (["sales", "awareness"], 40, 57),  # 2/5; (3x41 + 2x80) / 5 = 56.6
    (["awareness", "sales", "leads"], 66, 57),  # 4/6; (240 + 82 + 20) / 6 = 57.0
    (["support", "sales"], 0, 41),  # no strength is stated for support
    (["support"], 0, None),
])  # fmt: skip
def test_goals(goals: Any, served: int | None, strength: int | None) -> None:
    """Served is rounded down, strength to the nearest over the goals it is stated for."""
    assert m.goals_served_percent(case(brief(goals=goals))) == served
    assert m.goal_strength(case(brief(goals=goals))) == strength


@pytest.mark.parametrize(("ages", "markets", "percent"), [
    (None, None, None),
    ({"18-29": 100}, None, 70),
    ({"18-29": 50, "65+": 50}, None, 43),  # 42.5 goes up
    ({"18-29": 20, "50-64": 80}, None, 70),  # no figure for 50-64: left out
    ({"50-64": 100}, None, None),
    ({"18-29": 100}, [{"country": "IR"}], 90),
    ({"18-29": 100}, [{"country": "DE"}], 70),  # no table: the reference country's
    ({"18-29": 100}, [{"country": "DE", "share": 80}, {"country": "IR", "share": 20}], 70),
    ({"18-29": 100}, [{"country": "DE", "share": 20}, {"country": "IR", "share": 80}], 90),
    ({"30-49": 100}, [{"country": "IR"}], None),
    ({"18-29": 100}, [{"country": "CN"}], None),  # no table, and closed: not like elsewhere
    ({"18-29": 0, "30-49": 100}, None, 40),
])  # fmt: skip
def test_age_reach_percent(ages: Any, markets: Any, percent: int | None) -> None:
    """Use by age, weighted by the audience's ages, by the largest market's own table or,
    where the network opens there freely, by the reference country's.
    """
    of = brief(audience__ages=ages, business__markets=markets)
    assert m.age_reach_percent(case(of)) == percent


@pytest.mark.parametrize(
    ("women", "percent"), [(None, None), (100, 50), (0, 25), (50, 38), (80, 45)]
)
def test_gender_reach_percent(women: int | None, percent: int | None) -> None:
    """Women's share x 50 + men's share x 25, halves going up."""
    assert m.gender_reach_percent(case(brief(audience__women_percent=women))) == percent


def test_gender_reach_needs_both_tables() -> None:
    """With a figure for women alone, nothing is said."""
    audience = {**PLAIN["audience"], "men": {}}
    assert (
        m.gender_reach_percent(case(brief(audience__women_percent=50), audience=audience)) is None
    )


@pytest.mark.parametrize(
    ("education", "percent"), [(None, None), ("degree", 44), ("high_school", None)]
)
def test_education_reach_percent(education: str | None, percent: int | None) -> None:
    """Use among people of that education; unknown where no figure exists."""
    assert m.education_reach_percent(case(brief(audience__education=education))) == percent


_US_IR = [{"country": "US", "share": 75}, {"country": "IR", "share": 25}]


@pytest.mark.parametrize(("markets", "open_", "filtered", "blocked", "use"), [
    (None, None, None, None, None),
    ([{"country": "US"}], 100, 0, 0, 60),
    ([{"country": "IR"}], 0, 100, 0, 21),
    ([{"country": "CN"}], 0, 0, 100, None),
    (_US_IR, 75, 25, 0, 50),  # (75x60 + 25x21) / 100 = 50.25
    ([{"country": "US", "share": 90}, {"country": "IR"}], 90, 10, 0, 56),  # the rest of 100
    ([{"country": "US"}, {"country": "IR"}, {"country": "CN"}], 33, 33, 33, 41),
    ([{"country": "DE", "share": 50}, {"country": "IR", "share": 50}], 50, 50, 0, 21),
    ([{"country": "US", "share": 0}], 100, 0, 0, 60),  # shares of nothing count the same
    ([{"country": "US", "share": 0}, {"country": "IR", "share": 10}], 0, 100, 0, 21),
])  # fmt: skip
def test_markets(
    markets: Any, open_: int | None, filtered: int | None, blocked: int | None, use: int | None
) -> None:
    """Access and use over the markets, weighted by share where every market has one."""
    of = case(brief(business__markets=markets))
    found = (
        m.open_market_percent(of), m.filtered_market_percent(of), m.blocked_market_percent(of),
        m.market_use_percent(of),
    )  # fmt: skip
    assert found == (open_, filtered, blocked, use)


def test_access_without_any_entry_is_unknown() -> None:
    """A network that states no access is neither open nor blocked anywhere."""
    of = case(brief(business__markets=[{"country": "US"}]), access={})
    assert m.open_market_percent(of) is None
    assert m.blocked_market_percent(of) is None
    assert m.filtered_market_percent(of) is None


def test_one_market_of_unknown_access() -> None:
    """Where access is unknown in one market that counts, no share of the markets can be told."""
    markets = [{"country": "US", "share": 60}, {"country": "DE", "share": 40}]
    known = {
        "US": {"value": "open", "judgement": "a"},
        "DE": {"value": "unknown", "judgement": "a"},
    }
    assert m.open_market_percent(case(brief(business__markets=markets), access=known)) is None
    markets[1]["share"] = 0
    assert m.open_market_percent(case(brief(business__markets=markets), access=known)) == 100


def _account(**parts: Any) -> dict[str, Any]:
    return {"network": "acme", "kind": "business", **parts}


@pytest.mark.parametrize(("accounts", "found"), [
    (None, (None, None, None, None)),
    ([], (0, 0, 0, 0)),
    ([_account(network="other", followers=9, used_for="both")], (0, 0, 0, 0)),
    ([_account()], (None, None, 0, 1)),  # neither followers nor use are said
    ([_account(followers=30, used_for="business")], (30, 0, 0, 1)),
    ([_account(followers=30), _account(followers=12), _account()], (42, None, 0, 3)),
    ([_account(kind="personal", followers=500, used_for="both")], (0, 1, 1, 0)),
    ([_account(kind="personal", used_for="business"), _account(used_for="both")], (None, 2, 1, 1)),
    ([_account(kind="personal"), _account(used_for="both", followers=1)], (1, 1, 1, 1)),
])  # fmt: skip
def test_accounts(accounts: Any, found: tuple[int | None, ...]) -> None:
    """Followers on business accounts here, accounts here that mix voices, personal and business ones."""
    of = case(brief(accounts=accounts))
    shown = (m.followers(of), m.mixed_here(of), m.personal_here(of), m.business_here(of))
    assert shown == found


def test_followers_are_those_of_the_strategys_kind() -> None:
    """A strategy for a personal account builds on personal followers only."""
    accounts = [_account(followers=30), _account(kind="personal", followers=500)]
    assert m.followers(case(brief(accounts=accounts), account="personal")) == 500
    assert m.followers(case(brief(accounts=accounts))) == 30


def test_own_minutes_stand_for_the_typical_ones() -> None:
    """A brief's own minutes a piece replace ours for that format alone; the cheapest counts."""
    able = {"content__can_make": ["image", "text"]}
    slow = m.minutes_needed(case(brief(**able, time__minutes_per_piece={"text": 90})))
    assert slow == 3 * 35 + 70
    fast = m.minutes_needed(case(brief(**able, time__minutes_per_piece={"image": 2})))
    assert fast == 3 * 2 + 70

"""What the faces of a plan say alike: numbers, names, changes, the frontier's steps."""

import re
from datetime import date
from itertools import pairwise

import pytest

from channelwise.plan.model import FrontierPoint, HighPace, OtherHours, Plan, StrategyChange
from channelwise.recommend.model import Said
from channelwise.render.phrases import Phrases
from channelwise.render.plan_frontier import enough, height, main_steps, steps
from channelwise.render.plan_other import OtherWords
from channelwise.render.plan_sentences import Sentences
from channelwise.render.plan_words import PlanWords
from channelwise.texts import load as load_texts
from channelwise.vocabulary import AccountKind, Format, Lang
from known import AS_OF, engine, examples
from planned import EXAMPLES, FROZEN_PLANS, frozen_plan, plan_of


def phrases(lang: Lang = "en") -> Phrases:
    return Phrases(load_texts(), lang)


def words(answer: Plan, lang: Lang = "en") -> PlanWords:
    return PlanWords(answer, phrases(lang))


@pytest.mark.parametrize(
    ("hundredths", "plain", "signed"),
    [
        (1214, "12.1", "+12.1"), (1215, "12.2", "+12.2"), (-2615, "−26.2", "−26.2"),
        (0, "0.0", "0.0"), (-4, "0.0", "0.0"), (5, "0.1", "+0.1"),
    ],
)  # fmt: skip
def test_points_have_one_decimal_and_a_true_minus(hundredths: int, plain: str, signed: str) -> None:
    found = words(frozen_plan("coach"))
    assert found.points(hundredths) == plain
    assert found.points(hundredths, signed=True) == signed


def test_persian_points_keep_their_sign_in_front() -> None:
    found = words(frozen_plan("coach"), "fa")
    assert found.points(-2615) == "\u2066−۲۶٫۲\u2069"
    assert found.points(1214) == "۱۲٫۱"


@pytest.mark.parametrize(
    ("network", "kind", "name"),
    [
        ("linkedin", "business", "LinkedIn (business)"),
        ("linkedin", "personal", "LinkedIn (personal)"),
        ("x", "business", "X (Twitter)"),
        ("x", "personal", "X (Twitter) (personal)"),
        ("snapchat", "business", "Snapchat (business)"),
    ],
)
def test_an_account_is_named_by_its_kind_where_the_network_alone_could_be_another(
    network: str, kind: AccountKind, name: str
) -> None:
    found = words(frozen_plan("coach"))
    assert found.account(network, kind) == name
    assert found.account_of(f"{network}/{kind}") == name


@pytest.mark.parametrize(("form", "tail"), [(None, ""), ("event", ", as event pages")])
def test_a_change_of_posts_names_a_change_of_format_too(form: Format | None, tail: str) -> None:
    answer = frozen_plan("clinic")
    account = answer.account("instagram", "personal")
    planned = account.strategies[0]
    assert planned.format != "event"
    change = StrategyChange(
        kind="more", network="instagram", account="personal", strategy=planned.id,
        name=Said(en="The day", fa="روز"), was=3, becomes=5,
        format=form or planned.format,
    )  # fmt: skip
    assert answer.more is not None
    other = answer.more.model_copy(update={"changes": [change]})
    said = Sentences(answer, words(answer)).other.changes(other)
    assert said == [f"“The day” on Instagram (personal): 5 posts a week in place of 3{tail}"]


def test_hours_that_carry_nothing_say_so_and_list_no_changes() -> None:
    answer = plan_of("repair")
    assert answer.less is not None
    say = Sentences(answer, words(answer)).other
    nothing = answer.less.model_copy(update={"networks": [], "gain": -4177})
    assert say.lead("plan.ui.less", nothing).endswith("not enough to keep an account well.")
    assert say.changes(nothing) == []
    same = answer.less.model_copy(update={"networks": ["acme"], "changes": []})
    assert say.lead("plan.ui.less", same).endswith("the plan stays as it is.")


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_parts_of_the_value_are_the_value(name: str) -> None:
    """One line for each strategy, one for each account that counts itself, one for the sum."""
    answer = plan_of(name)
    own = [a.value - sum(one.value for one in a.strategies) for a in answer.accounts]
    strategies = [one for account in answer.accounts for one in account.strategies]
    lines = Sentences(answer, words(answer)).proofs()
    assert len(lines) == len(strategies) + len([one for one in own if one]) + 1
    assert sum(own) + sum(one.value for one in strategies) == answer.value
    assert lines[-1] == f"Value of the week: {words(answer).points(answer.value)} points."


def point(hours: int, value: int, *accounts: str) -> FrontierPoint:
    return FrontierPoint(
        hours=hours, minutes=60 * hours, posts=hours, value=value, accounts=list(accounts)
    )


POINTS = [
    point(0, 0), point(1, 0), point(2, 500, "acme/business"), point(3, 700, "acme/business"),
    point(4, 900, "acme/personal"), point(5, 900, "acme/personal"), point(6, 900, "acme/personal"),
]  # fmt: skip


def test_steps_are_where_something_changes_and_the_hours_asked_for() -> None:
    found = steps(POINTS, 300)
    assert [step.point.hours for step in found] == [0, 2, 3, 4, 5]
    assert [step.point.hours for step in found if step.yours] == [5]
    assert found[3].opens == ["acme/personal"]
    assert found[3].leaves == ["acme/business"]


@pytest.mark.parametrize(
    ("minutes", "hours", "said"),
    [
        (120, 2, "your hours"), (150, 2, "nearest below your 2.5 hours"),
        (3600, 6, "nearest below your 60 hours"), (30, 0, "nearest below your 30 minutes"),
    ],
)  # fmt: skip
def test_hours_without_a_row_of_their_own_mark_the_nearest_below(
    minutes: int, hours: int, said: str
) -> None:
    (own,) = [step for step in steps(POINTS, minutes) if step.yours]
    answer = frozen_plan("coach").model_copy(update={"minutes_a_week": minutes})
    assert own.point.hours == hours
    assert Sentences(answer, words(answer)).mark(own) == said


def test_a_short_frontier_keeps_what_comes_and_goes() -> None:
    assert [step.point.hours for step in main_steps(steps(POINTS, 60))] == [0, 1, 2, 4]


def test_the_hours_that_are_enough_are_those_of_the_last_change() -> None:
    assert enough(steps(POINTS, 300), POINTS) == 4
    assert enough(steps(POINTS[:5], 300), POINTS[:5]) is None
    assert enough(steps(POINTS[:2], 60), POINTS[:2]) is None


@pytest.mark.parametrize("name", FROZEN_PLANS)
def test_bars_never_fall_where_value_rises(name: str) -> None:
    points = frozen_plan(name).frontier or []
    heights = [height(one.value, points) for one in sorted(points, key=lambda p: p.value)]
    assert all(low <= high for low, high in pairwise(heights))
    assert (heights[0], heights[-1]) == (0, 100)


@pytest.mark.parametrize(
    ("accounts", "said"), [([], "Better to open nothing"), (None, "Better to pause")]
)
def test_too_few_hours_open_nothing_new_and_leave_nothing_silent(
    accounts: object, said: str
) -> None:
    """Without hours: who has no account should open none, who has one should pause it."""
    brief = examples()["bakery"].with_changes({"time.hours_per_week": 1})
    if accounts is not None:
        brief = brief.with_changes({"accounts": accounts})
    answer = engine().plan(brief, start=AS_OF)
    assert said in Sentences(answer, words(answer)).shortfall()[1]


@pytest.mark.parametrize("name", sorted(examples()))
def test_each_value_is_the_fit_times_its_shares(name: str) -> None:
    """Every value of a plan is the fit times its six shares, rounded half up once."""
    for account in engine().plan(examples()[name], start=AS_OF).accounts:
        for one in account.strategies:
            whole = one.fit
            for share in one.shares.model_dump().values():
                whole *= share
            assert one.value == (2 * whole + 100**6) // (2 * 100**6)


@pytest.mark.parametrize(
    ("minutes", "en", "fa"),
    [
        (0, "less than a minute a week", "هفته‌ای کمتر از یک دقیقه"),
        (1, "1 minute a week", "هفته‌ای ۱ دقیقه"),
        (59, "59 minutes a week", "هفته‌ای ۵۹ دقیقه"),
        (60, "1 hour a week", "هفته‌ای ۱ ساعت"),
        (150, "2.5 hours a week", "هفته‌ای ۲٫۵ ساعت"),
    ],
)
def test_hours_too_few_for_an_hour_are_told_in_minutes(minutes: int, en: str, fa: str) -> None:
    answer = frozen_plan("coach")
    assert words(answer).time(minutes, a_week=True) == en
    assert words(answer, "fa").time(minutes, a_week=True) == fa


def test_less_than_a_minute_is_no_shortfall_of_0_minutes() -> None:
    answer = frozen_plan("short").model_copy(update={"minutes_a_week": 0})
    missing = Sentences(answer, words(answer)).shortfall()[0]
    assert missing.startswith("Less than a minute a week carries no network well.")
    assert not re.search(r"\b0\b", missing)


def test_a_single_post_a_week_is_a_word_in_persian() -> None:
    found = words(frozen_plan("coach"), "fa")
    assert [found.cadence(posts) for posts in (1, 2)] == ["هفته‌ای یک پست", "هفته‌ای ۲ پست"]


def test_the_worth_of_a_week_stands_in_its_head() -> None:
    answer = frozen_plan("coach").model_copy(update={"value": 11874})
    assert Sentences(answer, words(answer)).head()[-1] == "worth 118.7 points"
    nothing = frozen_plan("short").model_copy(update={"minutes_a_week": 0})
    assert Sentences(nothing, words(nothing)).head()[0] == "Less than a minute a week"
    assert not any("worth" in part for part in Sentences(nothing, words(nothing)).head())


# --- other hours --------------------------------------------------------------------------------


def other_words(lang: Lang = "en", **changes: object) -> tuple[OtherWords, OtherHours]:
    """What is said of one hour more beside a plan that is worth 100 points."""
    plan = frozen_plan("coach").model_copy(update={"value": 10_000})
    asked = plan.warnings[0].model_copy(
        update={"code": "required_left_out", "networks": ["instagram"]}
    )
    plan = plan.model_copy(update={"warnings": [asked]})
    assert plan.more is not None
    assert plan.more.changes
    return OtherWords(plan, words(plan, lang)), plan.more.model_copy(update=changes)


@pytest.mark.parametrize(
    ("gain", "said", "listed"),
    [
        (200, "+2.0 points", True), (199, "about the same value", True),
        (0, "about the same value", False), (-199, "about the same value", False),
        (-200, "another plan", True),
    ],
)  # fmt: skip
def test_a_gain_below_two_percent_is_about_the_same(gain: int, said: str, listed: bool) -> None:
    """More hours without a gain ask for no change."""
    say, other = other_words(gain=gain, wanted_more=False)
    assert say.said(other) == said
    assert bool(say.changes(other)) is listed
    assert say.bare(other) is (gain == 200)


def test_fewer_hours_list_their_changes_though_they_cost_little() -> None:
    """Whoever has an hour less has to change something; a real loss is told in points."""
    minutes = frozen_plan("coach").minutes_a_week - 60
    say, other = other_words(gain=-199, minutes_a_week=minutes)
    assert (say.said(other), bool(say.changes(other))) == ("about the same value", True)
    say, other = other_words(gain=-1450, minutes_a_week=minutes, wanted_more=True)
    assert say.said(other) == "−14.5 points"


@pytest.mark.parametrize(
    ("gain", "said"),
    [
        (-1450, "the week is worth 14.5 points less"), (-100, "about the same value"),
        (3000, "+30.0 points"),
    ],
)  # fmt: skip
def test_more_hours_that_earn_less_say_what_they_make_room_for(gain: int, said: str) -> None:
    say, other = other_words(gain=gain, wanted_more=True, networks=["instagram", "linkedin"])
    assert say.said(other) == f"makes room for Instagram, which you asked for; {said}"
    assert say.changes(other)
    assert not say.bare(other)
    persian, other = other_words("fa", gain=gain, wanted_more=True, networks=["instagram"])
    assert "اینستاگرام" in persian.said(other)


def test_hours_that_are_not_what_is_missing_are_not_varied() -> None:
    short = frozen_plan("short")
    assert short.shortfall is not None
    assert short.more is not None
    carries = short.more.model_copy(update={"networks": ["acme"]})
    nothing = short.more.model_copy(update={"networks": []})
    found = [
        OtherWords(answer, words(answer)).found()
        for more in (carries, nothing) for missing in (30, None)
        if (answer := short.model_copy(update={
            "more": more, "less": nothing,
            "shortfall": short.shortfall.model_copy(update={"missing": missing}),
        }))
    ]  # fmt: skip
    assert found == [[("plan.ui.more", carries)], [], [], []]


def test_networks_that_are_all_ruled_out_are_not_called_unsuitable() -> None:
    short = frozen_plan("short")
    assert short.shortfall is not None
    gone = short.shortfall.model_copy(
        update={"network": None, "name": None, "needed": None, "missing": None}
    )
    for reason, said in (("excluded", "every network is ruled out"), ("unfit", "no network suits")):
        out = [one.model_copy(update={"reason": reason}) for one in short.left_out]
        answer = short.model_copy(update={"shortfall": gone, "left_out": out})
        assert said in Sentences(answer, words(answer)).shortfall()[0]


# --- paces, dates, shares -----------------------------------------------------------------------


def test_the_high_pace_is_advised_only_where_it_keeps_an_account() -> None:
    answer = frozen_plan("coach")
    keeps = HighPace(accounts=["linkedin/personal", "instagram/business"], minutes=300, posts=4)
    kept, none, unsolved = (
        Sentences(one, words(one)).paces()
        for high in (keeps, HighPace(accounts=[], minutes=0, posts=0), None)
        if (one := answer.model_copy(update={"high": high}))
    )
    assert kept.endswith(
        "use --pace high: it keeps LinkedIn (personal), Instagram (business), 4 posts a week."
    )
    assert none.endswith("At the longest times no plan fits your hours.")
    assert "--pace" not in none + unsolved


def test_the_first_look_and_the_day_of_judging_are_two_dates() -> None:
    answer = frozen_plan("coach").model_copy(update={"first_review": date(2027, 2, 22)})
    for judge_on, said in (
        (None, "First look at the numbers: Mon 22 Feb 2027."),
        (
            date(2027, 9, 6),
            "First look at the numbers: Mon 22 Feb 2027; judge results: Mon 6 Sep 2027.",
        ),
    ):
        dated = answer.model_copy(update={"judge_on": judge_on})
        assert Sentences(dated, words(dated)).review() == said


@pytest.mark.parametrize(("share", "there"), [(50, True), (100, False)])
def test_material_that_is_yet_to_be_gathered_shows_in_the_proof(share: int, there: bool) -> None:
    answer = frozen_plan("coach")
    account = answer.accounts[0]
    one = account.strategies[0]
    shares = one.shares.model_copy(update={"gather": share})
    changed = account.model_copy(update={"strategies": [one.model_copy(update={"shares": shares})]})
    found = answer.model_copy(update={"accounts": [changed]})
    assert ("yet to be gathered 50%" in Sentences(found, words(found)).proofs()[0]) is there

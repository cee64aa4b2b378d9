"""What the faces of a plan say alike: numbers, names, changes, the frontier's steps."""

from itertools import pairwise

import pytest

from channelwise.plan.model import FrontierPoint, Plan, StrategyChange
from channelwise.recommend.model import Said
from channelwise.render.phrases import Phrases
from channelwise.render.plan_frontier import enough, height, main_steps, steps
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


@pytest.mark.parametrize(("form", "tail"), [("image", ""), ("story", ", as stories")])
def test_a_change_of_posts_names_a_change_of_format_too(form: Format, tail: str) -> None:
    answer = frozen_plan("clinic")
    account = answer.account("instagram", "personal")
    planned = account.strategies[0]
    assert planned.format == "image"
    change = StrategyChange(
        kind="more", network="instagram", account="personal", strategy=planned.id,
        name=Said(en="The day", fa="روز"), was=3, becomes=5, format=form,
    )  # fmt: skip
    assert answer.more is not None
    other = answer.more.model_copy(update={"changes": [change]})
    said = Sentences(answer, phrases()).changes(other)
    assert said == [f"“The day” on Instagram (personal): 5 posts a week in place of 3{tail}"]


def test_hours_that_carry_nothing_say_so_and_list_no_changes() -> None:
    answer = plan_of("repair")
    assert answer.less is not None
    say = Sentences(answer, phrases())
    nothing = answer.less.model_copy(update={"networks": [], "gain": -4177})
    assert say.other("plan.ui.less", nothing).endswith("not enough to keep an account well.")
    assert say.changes(nothing) == []
    assert say.other("plan.ui.less", answer.less).endswith("the plan stays as it is.")


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_parts_of_the_value_are_the_value(name: str) -> None:
    """One line for each strategy, one for each account that counts itself, one for the sum."""
    answer = plan_of(name)
    own = [a.value - sum(one.value for one in a.strategies) for a in answer.accounts]
    strategies = [one for account in answer.accounts for one in account.strategies]
    lines = Sentences(answer, phrases()).proofs()
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


def test_half_hours_mark_no_row() -> None:
    assert not any(step.yours for step in steps(POINTS, 150))


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
    ("accounts", "said"), [([], "Better to open nothing"), (None, "Better to say goodbye")]
)
def test_too_few_hours_open_nothing_new_and_leave_nothing_silent(
    accounts: object, said: str
) -> None:
    """Without hours: who has no account should open none, who has one should say goodbye there."""
    brief = examples()["bakery"].with_changes({"time.hours_per_week": 1})
    if accounts is not None:
        brief = brief.with_changes({"accounts": accounts})
    found = Sentences(engine().plan(brief, start=AS_OF), phrases())
    assert said in found.shortfall()[1]


@pytest.mark.parametrize("name", sorted(examples()))
def test_each_value_is_the_fit_times_its_shares(name: str) -> None:
    """Every value of a plan is the fit times its five shares, rounded half up once."""
    for account in engine().plan(examples()[name], start=AS_OF).accounts:
        for one in account.strategies:
            whole = one.fit
            for share in one.shares.model_dump().values():
                whole *= share
            assert one.value == (2 * whole + 100**5) // (2 * 100**5)

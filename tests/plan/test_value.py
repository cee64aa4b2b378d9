"""What a post is worth: fit x pace x format x role, rounded once."""

from collections.abc import Mapping
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channelwise.brief.model import Brief
from channelwise.plan.choices import curve, earned
from channelwise.plan.items import Option
from known import judge
from plan.offered import bakery, of, offered

PLANNING = judge().policy.planning
KNEES = PLANNING.curve


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
    """The showcase fits 93.71: three images a week as the second strategy earn 28.11 of that."""
    found = values(bakery(), "instagram/product-showcase")
    assert found["carousel", 3, 0] == 9371
    assert found["image", 3, 1] == 2811  # 93.71 x 100 % x 75 % x 40 % = 28.113
    assert found["image", 1, 0] == 3022  # 93.71 x 43 % x 75 %
    assert found["short_video", 7, 2] == 1799  # 93.71 x 128 % x 60 % x 25 %


def test_a_ladder_is_offered_in_all_formats_and_roles() -> None:
    """Each step in each format that can be made, as first, second and third strategy."""
    found = values(bakery(), "instagram/product-showcase")
    formats, steps = {"carousel", "image", "short_video"}, {1, 2, 3, 5, 7}
    assert set(found) == {(f, p, r) for f in formats for p in steps for r in range(3)}


def test_what_is_gone_in_a_day_earns_less() -> None:
    """A story earns 60 percent, but all where the network leads with stories."""
    less = values(bakery(), "instagram/behind-the-scenes-stories")
    assert less["story", 5, 0] == 5036  # of 83.93
    many = bakery(time__hours_per_week=40)
    assert values(many, "snapchat/shop-day-story")["story", 7, 0] == 7136


def test_selling_is_no_face_of_an_account_unless_asked_for() -> None:
    """A strategy that mostly sells is the main one on a required network alone, for 30 percent."""
    found = values(bakery(), "instagram/seasonal-offers")
    assert ("image", 1, 0) not in found
    assert found["image", 1, 1] == 3414  # 85.36 x 40 %
    asked = values(bakery(require=["instagram"]), "instagram/seasonal-offers")
    assert asked["image", 1, 0] == 2561  # 85.36 x 30 %
    assert asked["image", 1, 1] == 3414


def test_what_has_to_be_gathered_first_earns_less() -> None:
    """Where the business has only a part of the material, a strategy earns 70 percent."""
    brief = bakery(content__want=["customer_stories"])
    (least, *_) = (o for o in of(offered(brief), "instagram/customer-stories") if o.role == 0)
    assert least.gather == ("result_photos",)
    assert least.shares[-1] == PLANNING.gather == 70


def test_roles_past_the_policy_are_not_offered() -> None:
    """There are as many roles as the policy has shares for them."""
    assert {option.role for option in offered(bakery()).options} == {0, 1, 2}
    assert len(PLANNING.strategies) == 3

"""What an account takes and gives before anything is posted, and what a piece takes."""

from typing import Any

import pytest

from channelwise.brief.model import Brief
from channelwise.plan import costs
from channelwise.plan.choices import account
from channelwise.plan.items import Account
from channelwise.vocabulary import AccountKind, Pace
from known import judge, rulebook
from plan.offered import bakery

PLANNING = judge().policy.planning

# --- accounts -------------------------------------------------------------------------------


def instagram(brief: Brief, kind: AccountKind = "business", pace: Pace = "typical") -> Account:
    return account(brief, PLANNING, rulebook().network("instagram"), kind, pace)


def here(*followers: int | None, kind: str = "business", on: str = "instagram") -> dict[str, Any]:
    return {"accounts": [{"network": on, "kind": kind, **_said(n)} for n in followers]}


def _said(followers: int | None) -> dict[str, int]:
    return {} if followers is None else {"followers": followers}


@pytest.mark.parametrize(
    ("followers", "points"),
    [
        (0, -15),
        (99, -15),
        (100, 0),
        (499, 0),
        (500, 15),
        (1000, 25),
        (5000, 35),
        (19_999, 35),
        (20_000, 45),
    ],
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

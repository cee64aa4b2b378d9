"""Material and people: what there is to begin with, and whose account is put to work."""

import pytest

from channelwise.plan.choices import stocks
from channelwise.plan.items import Stock
from known import changed, examples, judge
from plan.offered import bakery, of, offered

PLANNING = judge().policy.planning

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
    assert found.owner == (100 * PLANNING.owner if rests else 0)


def test_a_private_account_elsewhere_opens_no_other() -> None:
    """That somebody is on one network personally is no reason for another."""
    accounts = [{"network": "x", "kind": "personal"}, {"network": "instagram", "kind": "business"}]
    found = offered(changed(examples()["fashion"], accounts=accounts))
    assert {a.id for a in found.accounts if a.kind == "personal"} == {"x/personal"}

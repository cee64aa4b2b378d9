"""The plans of the example briefs, as people read them. Read a changed snapshot before you
accept it: would you do this with your week?
"""

from datetime import date
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from channelwise import read_brief
from channelwise.plan.model import Plan
from channelwise.render.terminal.paper import recorded
from channelwise.render.terminal.plan import plan as page
from known import engine

EXAMPLES = Path(__file__).parents[2] / "examples"
BRIEFS = sorted(path.stem for path in EXAMPLES.glob("*.yaml"))
START = date(2026, 11, 30)


def plan_of(name: str) -> Plan:
    return engine().plan(read_brief(EXAMPLES / f"{name}.yaml"), start=START)


@pytest.mark.parametrize("lang", ["en", "fa"])
@pytest.mark.parametrize("name", BRIEFS)
def test_plan(name: str, lang: str, snapshot: SnapshotAssertion) -> None:
    """The plan of an example brief stays as it was read and found sensible."""
    found = plan_of(name)
    assert recorded(lambda paper: page(found, lang, paper)) == snapshot


@pytest.mark.parametrize(
    ("name", "accounts"),
    [
        ("bakery", {"instagram/business"}),
        ("engineering", {"linkedin/business"}),
        ("coach", {"linkedin/business", "linkedin/personal", "x/business"}),
        ("fashion", {"instagram/business", "snapchat/business"}),
        ("clinic", {"instagram/business", "instagram/personal"}),
        ("repair", {"instagram/business"}),
    ],
)
def test_which_accounts(name: str, accounts: set[str]) -> None:
    """Each example keeps the accounts that its hours, its material and its owner call for."""
    assert {f"{a.network}/{a.kind}" for a in plan_of(name).accounts} == accounts

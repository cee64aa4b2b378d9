"""Two findings on one matter: the more exact one is told, the other is marked."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from channelwise.check.covered import covered
from channelwise.check.model import Finding, Said
from channelwise.tone.load import load_tone
from check.made_up import acme, draft, limit, run

TEXT = Said(en="m", fa="m")
RULES: Any = {
    "core.a.general": SimpleNamespace(yields_to=("core.a.exact", "NETWORK.format")),
    "core.a.exact": SimpleNamespace(yields_to=()),
}
ONE_DRAFT: Callable[[Finding], int] = lambda _: 0  # noqa: E731 - a name for what it stands for


def made(code: str, level: str = "note", network: str | None = None, **fields: Any) -> Finding:
    return Finding(
        code=code, level=level, file="a.md", network=network, span=None, message=TEXT,
        because=TEXT, fix=None, **fields,
    )  # fmt: skip


def marks(*found: Finding, draft_of: Callable[[Finding], int] = ONE_DRAFT) -> list[str | None]:
    return [one.covered_by for one in covered(found, RULES, draft_of)]


def test_the_more_exact_finding_covers() -> None:
    """What a rule yields to covers it, whichever is first; nothing else does."""
    assert marks(made("core.a.general"), made("core.a.exact")) == ["core.a.exact", None]
    assert marks(made("core.a.exact"), made("core.a.general")) == [None, "core.a.exact"]
    assert marks(made("core.a.general"), made("core.b.other")) == [None, None]


@pytest.mark.parametrize(
    ("other", "covers"),
    [
        (made("acme.format", "error", "acme"), True),
        (made("acne.format", "error", "acne"), False),
        (made("acme.format", "note", "acme", state="not_evaluated"), False),
        (made("acme.format", "error", "acme", suppressed="why not"), True),
    ],
    ids=["same network", "another network", "not evaluated", "accepted"],
)
def test_it_is_of_the_same_network_and_found(other: Finding, covers: bool) -> None:
    """A limit covers what is said for its own network, accepted or not, if it was found."""
    marked = covered([made("core.a.general", network="acme"), other], RULES, ONE_DRAFT)
    assert (marked[0].covered_by == "acme.format") is covers


def test_what_is_said_for_another_network_covers_nothing() -> None:
    """A rule may break on one network alone: what is told of another does not stand for it."""
    general = made("core.a.general", network="acme")
    assert marks(general, made("core.a.exact", network="acne")) == [None, None]
    assert marks(general, made("core.a.exact")) == ["core.a.exact", None]


def test_nothing_grave_is_covered_by_something_slight() -> None:
    """A note does not hide a warning."""
    assert marks(made("core.a.general", "warning"), made("core.a.exact")) == [None, None]


def test_drafts_do_not_cover_each_other() -> None:
    """Only what is found in the same draft counts."""
    numbers = iter((0, 1, 0, 1))
    found = (made("core.a.general"), made("core.a.exact"))
    assert marks(*found, draft_of=lambda _: next(numbers)) == [None, None]


def test_a_selling_draft_is_told_once() -> None:
    """A first line that sells in a draft that pushes all along is one matter; both are in JSON."""
    text = "Buy now! Free shipping, best price. Order today with our code at checkout."
    checked = run(draft(text, format="text", kind="business", language="en"), acme({"text": {}}))
    by_code = {one.code: one for one in checked.findings}
    assert by_code["core.selling.hard"].stands
    assert by_code["core.selling.opens-with-offer"].covered_by == "core.selling.hard"
    standing = [one for one in checked.findings if one.stands]
    numbers = [checked.summary[level] for level in ("error", "warning", "note")]
    assert sum(numbers) == len(standing)


def test_a_missing_picture_is_told_once() -> None:
    """Where the network does not carry words alone, the tone rule on pictures is silent."""
    network = acme({"text": None, "image": {"caption_max": limit(99, "characters")}})
    checked = run(draft("New buns on the counter."), network)
    codes = {one.code for one in checked.findings if one.stands}
    assert "core.media.missing" not in codes


def test_rules_yield_to_rules_that_there_are() -> None:
    """No rule of the core waits for a code of the core that does not exist."""
    rules = load_tone().rules
    codes = {rule.id for rule in rules}
    rivals = {rival for rule in rules for rival in rule.yields_to if rival.startswith("core.")}
    assert rivals
    assert rivals <= codes

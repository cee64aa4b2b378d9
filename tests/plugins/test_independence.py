"""No plugin changes what is said of another's network, and their order changes nothing."""

from collections.abc import Callable
from datetime import date
from itertools import permutations

import pytest
import yaml

from channelwise import Brief, Engine, Recommendation
from channelwise.plugins.discover import OWN, installed
from channelwise.plugins.model import Plugin
from helpers_site import BRIEF, acme_files
from known import NAMES

Write = Callable[..., Plugin]
DAY = date(2026, 11, 1)
OURS = tuple(one for one in installed() if one.distribution == OWN and one.name in NAMES)


@pytest.fixture(scope="module")
def brief() -> Brief:
    return Brief.model_validate(yaml.safe_load(BRIEF))


def _dominated() -> dict[str, str]:
    """A network that is worse than any: nothing there suits anybody, and nobody is there."""
    files = acme_files("zzz_last")
    for old, new in (
        ("value: 60, judgement", "value: 0, judgement"), ("value: 50, judgement", "value: 0, judgement"),
        ("steps: [1, 2, 3], typical: 2", "steps: [100, 200], typical: 100"),
        ("default: {value: open", "default: {value: blocked"), ("upkeep: {value: light", "upkeep: {value: heavy"),
    ):  # fmt: skip
        assert old in files["network.yaml"]
        files["network.yaml"] = files["network.yaml"].replace(old, new)
    return files


def _of_others(answer: Recommendation, guest: str) -> list[str]:
    """Everything said of each other network, but for its place in the list."""
    return [
        place.model_copy(update={"rank": 0}).model_dump_json()
        for place in answer.ranking
        if place.id != guest
    ]


def test_order_of_plugins(write: Write, brief: Brief) -> None:
    """The answer is the same to the byte in whatever order the plugins come."""
    guests = [write(f"{name}_plugin", acme_files(name)) for name in ("acme", "beta", "gamma")]
    answers = set()
    for order in permutations((*OURS[:2], *guests)):
        engine = Engine.load(plugins=order)
        answers.add(engine.recommend(brief, as_of=DAY).model_dump_json())
    assert len(answers) == 1


@pytest.mark.parametrize("guest", ["acme", "zzz_last"])
def test_one_network_more(guest: str, write: Write, brief: Brief) -> None:
    """One network more changes no score, verdict, reason or relative order of the others."""
    files = _dominated() if guest == "zzz_last" else acme_files()
    before = Engine.load(plugins=OURS).recommend(brief, as_of=DAY)
    after = Engine.load(plugins=[*OURS, write("guest_plugin", files)]).recommend(brief, as_of=DAY)
    assert len(after.ranking) == len(before.ranking) + 1
    assert _of_others(after, guest) == _of_others(before, guest)


def test_dominated_network(write: Write, brief: Brief) -> None:
    """A network worse than all others comes last and changes no rank (D17)."""
    before = Engine.load(plugins=OURS).recommend(brief, as_of=DAY)
    engine = Engine.load(plugins=[*OURS, write("guest_plugin", _dominated())])
    after = engine.recommend(brief, as_of=DAY)
    assert after.ranking[-1].id == "zzz_last"
    assert after.ranking[:-1] == before.ranking


@pytest.mark.parametrize("gone", range(len(OURS)))
def test_one_network_less(gone: int, brief: Brief) -> None:
    """Leaving a built-in network out changes nothing that is said of the rest."""
    whole = Engine.load(plugins=OURS).recommend(brief, as_of=DAY)
    rest = Engine.load(plugins=[*OURS[:gone], *OURS[gone + 1 :]]).recommend(brief, as_of=DAY)
    (left_out,) = {place.id for place in whole.ranking} - {place.id for place in rest.ranking}
    assert _of_others(rest, left_out) == _of_others(whole, left_out)


def test_both_executors(write: Write, brief: Brief) -> None:
    """A third party's network is judged alike by the fast executor and the reference."""
    plugins = [*OURS, write("acme_plugin", acme_files())]
    fast, reference = (
        Engine.load(plugins=plugins, executor=name).recommend(brief, as_of=DAY)
        for name in ("index", "walk")
    )
    assert fast.model_dump_json() == reference.model_dump_json()

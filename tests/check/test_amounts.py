"""What is said of too many and too few: nothing of a limit of none, and no rule of our own."""

from dataclasses import replace
from typing import Any

import pytest

from channelwise.check.model import Finding
from channelwise.networks.model import Network
from check.made_up import acme, draft, found, limit, run

FOUR = "#a @ann $ABC a.com"


def only(network: Network, text: str, **fields: Any) -> list[Finding]:
    checked = run(draft(text, format="text", **fields), network)
    return [one for one in found(checked) if one.state == "found"]


@pytest.mark.parametrize(
    ("name", "en", "fa"),
    [
        ("hashtags", "No hashtags belong here", "اینجا جای هشتگ نیست"),
        ("mentions", "No mentions belong here", "اینجا جای منشن نیست"),
        ("cashtags", "No cashtags belong here", "اینجا جای نماد بورسی نیست"),
        ("links", "No links belong here", "اینجا جای لینک نیست"),
    ],
)
def test_a_limit_of_none_is_no_number(name: str, en: str, fa: str) -> None:
    """Where nothing of a kind is taken, nobody reads "at most 0"."""
    [finding] = only(acme({"text": {f"{name}_max": limit(0, name)}}), FOUR)
    assert (finding.message.en, finding.message.fa) == (en, fa)


def test_none_where_some_are_needed() -> None:
    """Nobody reads "0 hashtags" either."""
    network = acme({"text": {"hashtags_recommended": limit("2-3", "hashtags", hard=False)}})
    [nothing], [one] = only(network, "Rye."), only(network, "Rye. #a")
    assert nothing.message.en == "No hashtag yet; at least 2"
    assert one.message.en == "1 hashtag; at least 2"
    assert {nothing.level, one.level} == {"note"}


@pytest.mark.parametrize(
    ("confidence", "told"),
    [("official", True), ("encoded-in-code", False), ("vendor-study", False), ("blog", False)],
)
def test_a_minimum_is_told_if_the_network_itself_advises_it(confidence: str, told: bool) -> None:
    """Advice of others is no reason to tell anybody that hashtags are missing."""
    network = acme({"text": {"hashtags_recommended": limit("1-3", "hashtags", hard=False)}})
    evidence = {
        path: replace(one, confidence=confidence)  # type: ignore[arg-type]
        for path, one in network.evidence.items()
    }
    given = replace(network, evidence=evidence)
    assert bool(only(given, "Rye.")) is told
    assert only(given, "#a #b #c #d")


@pytest.mark.parametrize(
    ("text", "too_many"),
    [("Rye: https://acme.example/rye", False), ("Rye: https://acme.example/wheat", True)],
)
def test_a_declared_link_that_is_in_the_text_too_counts_once(text: str, too_many: bool) -> None:
    """What is declared and written is one link; another one in the text makes two."""
    network = acme({"text": {"links_max": limit(1, "links")}})
    assert bool(only(network, text, link="https://acme.example/rye")) is too_many

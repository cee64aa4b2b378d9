"""What the built-in limits rest on: the claim that is cited states the number, and is firm."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from channelwise.networks.check import HARD, claim_of
from known import ROOT, rulebook

ADVICE = ("visible_before_fold", "px", "days")
WORDS = {"one": "1", "two": "2", "three": "3", "none": "none"}
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def limits() -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Each limit as its file writes it, with the claim that it cites."""
    from channelwise.files.read import read_document

    for network in rulebook().networks:
        folder = ROOT / "plugins" / "channelwise_networks" / network.id
        facts = read_document(folder / "facts.yaml").data["facts"]
        body = read_document(folder / "network.yaml").data["network"]
        for name, spec in body["formats"].items():
            for limit_name, limit in spec.get("limits", {}).items():
                claim = claim_of(facts[limit["fact"]], limit.get("claim"))
                assert claim is not None
                yield f"{network.id}.{name}.{limit_name}", limit, dict(claim)


ALL = list(limits())


def numbers(value: Any) -> set[str]:
    text = " ".join(map(str, value)) if isinstance(value, list) else str(value)
    for word, digits in WORDS.items():
        text = re.sub(rf"\b{word}\b", digits, text, flags=re.IGNORECASE)
    return set(_NUMBER.findall(text.replace(",", "")))


@pytest.mark.parametrize(("where", "limit", "claim"), ALL, ids=[one[0] for one in ALL])
def test_the_cited_claim_states_the_number(
    where: str, limit: dict[str, Any], claim: dict[str, Any]
) -> None:
    """Every number of a limit stands in the value of the claim that it cites."""
    assert numbers(limit["value"]) <= numbers(claim["value"]), where


@pytest.mark.parametrize(("where", "limit", "claim"), ALL, ids=[one[0] for one in ALL])
def test_a_firm_claim_makes_a_firm_limit(
    where: str, limit: dict[str, Any], claim: dict[str, Any]
) -> None:
    """What the network states or software enforces is an error, and nothing else is; of two that
    differ the stricter one counts.
    """
    name = where.rpartition(".")[2]
    if name in ADVICE or name.endswith("_recommended"):
        assert not limit["hard"]
    else:
        assert limit["hard"] is (claim["confidence"] in HARD)


def test_findings_show_the_claim() -> None:
    """The evidence of a limit is that of its claim, with its own source, date and confidence."""
    [x] = [one for one in rulebook().networks if one.id == "x"]
    found = x.evidence["formats.text.limits.premium_max_chars"]
    assert (found.id, found.confidence) == ("formats.text_post.max_chars", "encoded-in-code")
    assert "Publora" in found.title
    assert x.evidence["formats.text.limits.max_chars"].confidence == "official"

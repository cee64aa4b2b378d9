"""Every claim of the seed is carried by rules."""

from collections import defaultdict

import pytest

from known import rulebook

# The claims by number; S10, S12 and S18 have two parts each.
CLAIMS = (
    "S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9", "S10a", "S10b", "S11", "S12a", "S12b",
    "S13", "S14", "S15", "S16", "S17", "S18a", "S18b",
)  # fmt: skip


def carried() -> dict[str, list[str]]:
    """The ids of the rules in force that name each claim as a source."""
    found: dict[str, list[str]] = defaultdict(list)
    for rule in rulebook().rules:
        for source in rule.sources:
            if source.id.startswith("seed#") and rule.status != "deprecated":
                found[source.id.removeprefix("seed#")].append(rule.id)
    return found


@pytest.mark.parametrize("claim", CLAIMS)
def test_each_claim_is_carried_by_a_rule(claim: str) -> None:
    """The claim is a source of at least one rule in force."""
    table = "\n".join(f"{name}: {', '.join(carried().get(name, ['-']))}" for name in CLAIMS)
    assert carried().get(claim), f"no rule carries {claim}\n{table}"


def test_no_rule_names_a_claim_that_does_not_exist() -> None:
    """Every seed source is one of the claims."""
    unknown = {name: rules for name, rules in carried().items() if name not in CLAIMS}
    assert not unknown

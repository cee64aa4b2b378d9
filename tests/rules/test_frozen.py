"""What is loaded cannot be changed: an engine may be shared between threads."""

from dataclasses import replace

import pytest

from channelwise.load.rulebook import load

BOOK = load(strict=False)
NETWORK = BOOK.networks[0]
FROZEN = {
    "network values": NETWORK.values,
    "network evidence": NETWORK.evidence,
    "strategy values": NETWORK.strategies[0].values,
    "scales": BOOK.policy.scales,
    "minutes": BOOK.policy.make,
    "examples": BOOK.rules[0].examples,
}


@pytest.mark.parametrize("name", FROZEN)
def test_frozen(name: str) -> None:
    """No entry can be set in it, nor taken from it."""
    frozen = FROZEN[name]
    assert frozen
    with pytest.raises(TypeError):
        frozen[next(iter(frozen))] = None  # type: ignore[index]
    with pytest.raises(AttributeError):
        frozen.clear()  # type: ignore[attr-defined]


def test_a_changed_copy_is_possible() -> None:
    """`dataclasses.replace` gives another network, and leaves the first as it was."""
    other = replace(NETWORK, values={**NETWORK.values, "network.id": "acme"})
    assert other.values["network.id"] == "acme"
    assert NETWORK.values["network.id"] == NETWORK.id

"""Every code that a check can report without a tone rule, and what stands behind each.

A code is `NETWORK.END` for the limits of a network's formats (the ends are those of
`channelwise.check.table`) and `core.NAME` for what holds everywhere. What people read of
them is in `texts/codes.yaml`.
"""

from collections.abc import Container
from dataclasses import dataclass
from typing import Final, get_args

from channelwise.check.table import CODES
from channelwise.text import Text
from channelwise.texts import load
from channelwise.tone.outcome import Missing

SUPPRESSIONS: Final = ("form", "reason", "many", "unused", "expired")
NOT_CHECKED: Final = tuple(missing.replace("_", "-") for missing in get_args(Missing))
CORE_CODES: Final = (
    "core.network",
    "core.account",
    "core.file",
    "core.placeholder",
    "core.markdown",
    "core.invisible",
    *(f"core.suppression.{name}" for name in SUPPRESSIONS),
    *(f"core.not-checked.{name}" for name in NOT_CHECKED),
)


@dataclass(frozen=True, slots=True)
class Described:
    """What a code is for. `levels` says at which levels it is reported, and when."""

    title: Text
    what: Text
    because: Text
    instead: Text
    levels: Text


def key_of(code: str, networks: Container[str | None]) -> str:
    """The name under which a code is described: without its network, or "" if it is not ours.

    Example:
        >>> key_of("acme.media.size", {"acme"}), key_of("core.file", ()), key_of("acme.tip", ())
        ('media.size', 'core.file', '')

    """
    if code in CORE_CODES:
        return code
    owner, _, end = code.partition(".")
    return end if owner in networks and end in CODES else ""


def described(key: str) -> Described:
    """What a code is for, by the name that `key_of` gives.

    Raises:
        KeyError: there is no such code.

    """
    parts = ("title", "what", "because", "instead", "levels")
    return Described(**{part: _text(key, part) for part in parts})


def _text(key: str, part: str) -> Text:
    """A text of the code itself, else of those that it belongs to, else of all codes."""
    phrases, group = load().phrases, key.rpartition(".")[0]
    for name in (f"{key}.{part}", f"{group}.{part}", part):
        if f"check.rule.{name}" in phrases:
            return phrases[f"check.rule.{name}"].text
    raise KeyError(key)

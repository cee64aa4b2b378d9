"""How long a text is, in each network's own unit, and why.

    from channelwise import Engine
    from channelwise.count import count

    rulebook = Engine.load().rulebook
    found = count("Fresh bread from six 🥖 acme.example/bread", rulebook.counter("graphemes"))
    print(found.total, found.parts, found.too_long(30))

A unit is a `Counter`: a name, a function that cuts a text into priced pieces, and words for
people. The core brings `code_points`, `utf16_units`, `utf8_bytes` and `graphemes`; plugins
bring those of their networks, most simply as a `Weighted`. Nothing is imported until used.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from channelwise.count.counting import count
    from channelwise.count.links import LinkRules, Short
    from channelwise.count.model import (
        Count,
        Counter,
        CounterFailed,
        Measured,
        Note,
        Part,
        Piece,
        Place,
        Refused,
        Shift,
    )
    from channelwise.count.units import Range, core_counters
    from channelwise.count.weighted import Weighted

_MODEL = (
    "Count", "Counter", "CounterFailed", "Measured", "Note", "Part", "Piece", "Place", "Refused",
    "Shift",
)  # fmt: skip
_HOME = {
    **dict.fromkeys(_MODEL, "model"), "count": "counting", "LinkRules": "links", "Short": "links",
    "Range": "units", "core_counters": "units", "Weighted": "weighted",
}  # fmt: skip

__all__ = [
    "Count",
    "Counter",
    "CounterFailed",
    "LinkRules",
    "Measured",
    "Note",
    "Part",
    "Piece",
    "Place",
    "Range",
    "Refused",
    "Shift",
    "Short",
    "Weighted",
    "core_counters",
    "count",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'channelwise.count' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(f"channelwise.count.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return __all__

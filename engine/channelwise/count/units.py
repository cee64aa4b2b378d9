"""The units of the core: code points, UTF-16 units, UTF-8 bytes and graphemes."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from itertools import pairwise
from typing import Any, Final, NamedTuple

from channelwise.count.model import Counter, Measured, Piece

LAST: Final = 0x10FFFF
# Scripts without conjuncts: there a letter joins another only by a mark or joiner between them.
_SCRIPTS: Final = "".join(
    rf"\p{{{name}}}"
    for name in ("Latin", "Greek", "Cyrillic", "Arabic", "Hebrew", "Han", "Hiragana", "Katakana")
)


class Range(NamedTuple):
    """Code points from `first` to `last`, both included, and the price of each in units."""

    first: int
    last: int
    cost: int


Pricing = Callable[[str, int, int], Iterator[Piece]]


def by_range(ranges: Iterable[Range], default: int) -> Pricing:
    """Prices each code point by the first range that it is in.

    Returns:
        A function that gives the pieces of `text` from `start` to `end`.

    Example:
        >>> price = by_range([Range(0, 0x7F, 1)], default=2)
        >>> [(piece.number, piece.cost) for piece in price("aé", 0, 2)]
        [(1, 1), (1, 2)]
    """
    costs = list(_apart(ranges, default))
    groups = {cost: _class_of([r for r in costs if r.cost == cost]) for _, _, cost in costs}
    order = list(groups)
    runs = re.compile("|".join(f"({groups[cost]}+)" for cost in order))

    def price(text: str, start: int, end: int) -> Iterator[Piece]:
        for run in runs.finditer(text, start, end):
            cost = order[(run.lastindex or 1) - 1]
            yield Piece("character", run.start(), run.end(), cost)

    return price


def _apart(ranges: Iterable[Range], default: int) -> Iterator[Range]:
    """All of Unicode in ranges that do not overlap."""
    found = list(ranges)
    edges = sorted({0, LAST + 1, *(r.first for r in found), *(r.last + 1 for r in found)})
    for first, after in pairwise(edges):
        price = next((r.cost for r in found if r.first <= first <= r.last), default)
        yield Range(first, after - 1, price)


def _class_of(ranges: Iterable[Range]) -> str:
    return "[" + "".join(f"\\U{r.first:08x}-\\U{r.last:08x}" for r in ranges) + "]"


def by_grapheme(text: str, start: int, end: int) -> Iterator[Piece]:
    """Prices each extended grapheme cluster (UAX 29) at 1."""
    for found in _cluster_pattern().finditer(text, start, end):
        first, last = found.span()
        if found.lastindex:
            yield Piece("character", first, last, 1)
        else:
            yield Piece("character", first, last, 1, whole=True)


@lru_cache(maxsize=1)
def _cluster_pattern() -> Any:
    """Runs of characters that never join, or one cluster; `regex` knows the newest Unicode."""
    import regex

    # Two plain characters never join; only what follows the last of a run may join it.
    plain = rf"[\n[\p{{GCB=Other}}&&[\x20-\x7e\u2010-\u2027{_SCRIPTS}]]]"
    # `\X` looks back through all flags before it, which takes too long after a million.
    flag = r"\p{GCB=Regional_Indicator}{2}(?![\p{GCB=Extend}\p{GCB=ZWJ}\p{GCB=SpacingMark}])"
    return regex.compile(rf"({plain}+(?={plain}|\Z))|{flag}|\X", regex.V1)


_UTF8: Final = (Range(0, 0x7F, 1), Range(0x80, 0x7FF, 2), Range(0x800, 0xFFFF, 3))
_PRICING: Final[dict[str, Callable[[], Pricing]]] = {
    "code_points": lambda: by_range((), 1),
    "utf16_units": lambda: by_range((Range(0, 0xFFFF, 1),), 2),
    "utf8_bytes": lambda: by_range(_UTF8, 4),
    "graphemes": lambda: by_grapheme,
}
CORE_NAMES: Final = tuple(_PRICING)


@lru_cache(maxsize=len(CORE_NAMES))
def _pricing(name: str) -> Pricing:
    return _PRICING[name]()


def _measured(name: str, text: str) -> Measured:
    return Measured(tuple(_pricing(name)(text, 0, len(text))))


@lru_cache(maxsize=1)
def core_counters() -> tuple[Counter, ...]:
    """The units of the core, with their descriptions."""
    from channelwise.texts import load

    phrases = load().phrases
    return tuple(
        Counter(name, partial(_measured, name), phrases[f"unit.{name}"].text) for name in CORE_NAMES
    )


def core_counter(name: str) -> Counter:
    """One unit of the core by its name; KeyError if there is none."""
    return {counter.name: counter for counter in core_counters()}[name]

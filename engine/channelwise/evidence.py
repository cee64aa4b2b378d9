"""What a rule, trait or limit rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from channelwise.vocabulary import Confidence


@dataclass(frozen=True, slots=True)
class Evidence:
    """A source as it is shown. `date` is the source's own, as it writes it; '' if it has none.

    `id` is `seed#S12a`, `fact:FILE#PATH`, a path in a network's facts, or `judgement: why`.
    """

    id: str
    title: str
    address: str
    date: str
    confidence: Confidence


def evidence(name: str, cited: Mapping[str, Any] | None) -> Evidence:
    """A cited fact; without one, a claim of the seed article or a judgement."""
    if cited is not None:
        return Evidence(name, cited["title"], cited["address"], cited["date"], cited["confidence"])
    if name.startswith("judgement"):
        return Evidence(name, "", "", "", "judgement")
    return Evidence(name, "", "", "", "blog")


def month(date: str) -> int | None:
    """The date's month, counted from year 0; None for 'undated'. A bare year is its January.

    Example:
        >>> month("2024-09-29") - month("2024")
        8
    """
    year, _, rest = date.partition("-")
    if len(year) != 4 or not year.isascii() or not year.isdigit():
        return None
    part = rest[:2]
    return int(year) * 12 + (int(part) - 1 if len(part) == 2 and part.isdigit() else 0)

"""What a rule, trait or limit rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from channelwise.vocabulary import Confidence

SEED: Final = "Seed article (Persian) on small businesses and social networks"


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
    return Evidence(name, SEED, "", "undated", "blog")


def month(date: str) -> int | None:
    """The date's month, counted from year 0; None for 'undated'. A bare year is its January.

    Of a range its end counts; a remark in brackets is passed over.

    Example:
        >>> month("2024-09-29") - month("2024"), month("2023-05/2024-02 (twice)") - month("2024")
        (8, 1)
    """
    end = date.partition(" ")[0].rpartition("/")[2]
    year, _, rest = end.partition("-")
    if len(year) != 4 or not year.isascii() or not year.isdigit():
        return None
    part = rest[:2]
    return int(year) * 12 + (int(part) - 1 if len(part) == 2 and part.isdigit() else 0)

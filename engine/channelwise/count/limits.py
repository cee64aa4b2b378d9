"""How a text stands to the limits of a network's formats."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Protocol

from channelwise.check.limits import Held, Terms, held
from channelwise.check.table import REFUSED, TABLE
from channelwise.count.counting import count
from channelwise.count.model import Count, Counter, Place
from channelwise.errors import UnknownName
from channelwise.evidence import Evidence
from channelwise.files.nearest import nearest
from channelwise.networks.model import Network
from channelwise.text import Text
from channelwise.vocabulary import FORMATS, Format

# Where no source tells how a network counts, code points are the plainest guess.
ASSUMED: Final = "code_points"
# Limits of the text of a post itself; others that count text are about a part beside it.
MAIN: Final = frozenset(
    ("max_chars", "max_bytes", "caption_max", "text_max", "message_max", "description_max",
     "question_max_chars")
)  # fmt: skip
_ENDS: Final = ("_max", "_max_chars", "_max_bytes")
_UNIT: Final = "characters"


class Units(Protocol):
    """Whatever finds a unit by its name, such as a rulebook."""

    def counter(self, name: str) -> Counter: ...


@dataclass(frozen=True, slots=True)
class TextLimit:
    """A limit that counts text. `main` limits are of the post itself, others of a part of it.

    A format that takes no text beside its pictures has the limit 0.
    `strictest` is the unit that counts most among those that sources leave open, if they do.
    """

    format: Format
    name: str
    value: int
    counter: Counter
    strictest: Counter | None
    hard: bool
    main: bool
    when: Text | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Verdict:
    """A text beside one limit. `place` is where it becomes too long, None if it fits.

    `most` is its length in the strictest unit that sources leave open.
    """

    limit: TextLimit
    count: Count
    place: Place | None
    most: int

    @property
    def left(self) -> int:
        """Units to spare; below zero, how many are too many."""
        return self.count.left(self.limit.value)

    @property
    def fits(self) -> bool:
        return self.place is None

    @property
    def unsure(self) -> bool:
        """True if it fits as counted, and does not in the strictest unit."""
        return self.fits and self.most > self.limit.value


@dataclass(frozen=True, slots=True)
class Fit:
    """A text on a network: its length, and every limit that counts text.

    `format` is the one that decides: the one asked for, else the first that limits the text of
    a post, in the order of `channelwise.vocabulary.FORMATS`. None if there is no such limit.
    `known` is False where no source tells how the network counts.
    """

    network: Network
    count: Count
    known: bool
    format: Format | None
    verdicts: tuple[Verdict, ...]

    @property
    def deciding(self) -> tuple[Verdict, ...]:
        """The limits on a post of the format that decides."""
        return tuple(v for v in self.verdicts if v.limit.main and v.limit.format == self.format)

    @property
    def blocked(self) -> bool:
        """True if the text is over a hard limit of the format that decides."""
        return any(verdict.limit.hard and not verdict.fits for verdict in self.deciding)


def unit_names(network: Network) -> tuple[str, str | None]:
    """The unit that a network counts in, and the strictest one that sources leave open."""
    counting = network.plain.get("counting") or {}
    return counting.get("unit", ASSUMED), counting.get("strictest")


def text_limits(
    network: Network, units: Units, terms: Terms | None = None
) -> tuple[TextLimit, ...]:
    """Every limit that counts text, of the formats that the network carries.

    Args:
        network: whose limits.
        units: what texts are counted in.
        terms: what is known of the account: then its tier's limits stand in place of the general
            ones. Without it the limits of all tiers are there, each under its name.
    """
    return tuple(
        _limit(network, units, name, one)
        for name in FORMATS
        if name in network.carries
        for one in _held(network, name, terms)
        if _counts_text(one.base, one.spec)
    )


def _held(network: Network, name: Format, terms: Terms | None) -> Iterator[Held]:
    if terms is not None:
        yield from held(network, name, terms)
        return
    for limit_name, spec in network.plain["formats"][name].get("limits", {}).items():
        yield Held(limit_name, limit_name, spec)


def _refusals(network: Network, units: Units, terms: Terms | None) -> Iterator[TextLimit]:
    """Formats that take no text beside their pictures and videos, as a limit of 0."""
    for name in FORMATS:
        for one in _held(network, name, terms) if name in network.carries else ():
            row = TABLE.get(one.base)
            if row and row.measure == "no_text" and one.spec["value"] in REFUSED:
                spec = {**one.spec, "value": 0}
                yield replace(_limit(network, units, name, one._replace(spec=spec)), main=True)


def fit(
    text: str, network: Network, units: Units, asked: str | None = None,
    terms: Terms | None = None,
) -> Fit:  # fmt: skip
    """How a text stands on a network, in the format asked for or the first that fits the case.

    Args:
        text: what is counted.
        network: whose limits are held against it.
        units: what texts are counted in.
        asked: the format that decides; the first whose text is limited if it is not given.
        terms: what is known of the account, such as its tier.

    Raises:
        UnknownName: the network does not carry the format.
        CounterFailed: a unit of a plugin failed.

    Example:
        >>> from channelwise import Engine
        >>> rulebook = Engine.load().rulebook
        >>> fit("Fresh bread at six", rulebook.networks[0], rulebook).blocked
        False
    """
    if asked is not None and asked not in network.carries:
        raise UnknownName("post_format", asked, nearest(asked, network.carries))
    limits = text_limits(network, units, terms)
    first = next((limit.format for limit in limits if limit.main), None)
    limits += tuple(_refusals(network, units, terms)) if text.strip() else ()
    chosen = next((name for name in FORMATS if name == asked), first)
    counts = _Counts(text)
    own = counts.of(units.counter(unit_names(network)[0]))
    verdicts = tuple(_verdict(counts, limit) for limit in limits)
    return Fit(network, own, "counting" in network.plain, chosen, verdicts)


class _Counts:
    """Counts of one text, each made once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._made: dict[str, Count] = {}

    def of(self, counter: Counter) -> Count:
        if counter.name not in self._made:
            self._made[counter.name] = count(self._text, counter)
        return self._made[counter.name]


def _verdict(counts: _Counts, limit: TextLimit) -> Verdict:
    found = counts.of(limit.counter)
    most = counts.of(limit.strictest).total if limit.strictest else found.total
    return Verdict(limit, found, found.too_long(limit.value), most)


def _counts_text(name: str, limit: Mapping[str, Any]) -> bool:
    unit = limit.get("unit") or ""
    in_characters = unit == _UNIT or unit.endswith(f" {_UNIT}")
    named = name in MAIN or name.endswith(_ENDS)
    whole = isinstance(limit["value"], int) and not isinstance(limit["value"], bool)
    return whole and named and (in_characters or "counted_in" in limit)


def _limit(network: Network, units: Units, name: Format, one: Held) -> TextLimit:
    spec = one.spec
    own = spec.get("counted_in")
    unit, strictest = (own, None) if own else unit_names(network)
    return TextLimit(
        format=name, name=one.name, value=spec["value"], counter=units.counter(unit),
        strictest=units.counter(strictest) if strictest else None, hard=spec["hard"],
        main=one.base in MAIN, when=Text.of(spec["when"]) if spec.get("when") else None,
        evidence=network.evidence[f"formats.{name}.limits.{one.name}"],
    )  # fmt: skip

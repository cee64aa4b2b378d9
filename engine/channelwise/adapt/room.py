"""The limits that a text has to keep on a network, in a format."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from channelwise.adapt.model import PartCount
from channelwise.check.lengths import sum_of
from channelwise.check.limits import tier_of
from channelwise.count.counting import count
from channelwise.count.limits import TextLimit, Units, text_limits, unit_names
from channelwise.count.model import Counter
from channelwise.networks.model import Network
from channelwise.vocabulary import Format

# The text of an answer to somebody, where a network limits that apart.
_ANSWER: Final = "comment_max_chars"


@dataclass(frozen=True)
class Room:
    """What a text may be as long as: its limits, and the unit of the network where it has none.

    Raises:
        CounterFailed: counting in it, where a plugin's unit fails.
    """

    limits: tuple[TextLimit, ...]
    own: Counter

    @property
    def hard(self) -> tuple[tuple[Counter, int], ...]:
        """Units and what they allow at most, where a network refuses more. The strictest unit
        that sources leave open counts too, so that what is cut fits whichever it is.
        """
        found: dict[str, tuple[Counter, int]] = {}
        for limit in self.limits:
            if limit.hard:
                for counter in filter(None, (limit.counter, limit.strictest)):
                    most = found.get(counter.name, (counter, limit.value))[1]
                    found[counter.name] = (counter, min(most, limit.value))
        return tuple(found.values())

    def holds(self, text: str) -> bool:
        """True if a text is within every hard limit, in its strictest unit as well."""
        return all(count(text, counter).total <= most for counter, most in self.hard)

    def counts(self, text: str) -> list[PartCount]:
        """A text beside each of its limits."""
        if not self.limits:
            return [_counted(text, self.own, None, hard=False)]
        return [_counted(text, one.counter, one.value, hard=one.hard) for one in self.limits]


def _counted(text: str, counter: Counter, limit: int | None, *, hard: bool) -> PartCount:
    found = count(text, counter)
    left = None if limit is None else limit - found.total
    return PartCount(
        unit=counter.name, total=found.total, limit=limit, left=left, hard=hard,
        made=sum_of(found, counter),
    )  # fmt: skip


def room_of(
    network: Network, units: Units, name: Format | None, *, reply: bool = False,
    tier: str | None = None,
) -> Room:  # fmt: skip
    """The limits on the text of a post, or of an answer where those have limits of their own.

    Those of a tier of accounts stand in place of the general ones.
    """
    limits = {one.name: one for one in text_limits(network, units) if one.format == name}
    spec = network.plain["formats"].get(name, {}).get("limits", {})
    own = {base: limits[other] for base, other in of_tier(spec, tier).items() if other in limits}
    answer = [limits[_ANSWER]] if _ANSWER in limits else []
    main = [own.get(one.name, one) for one in limits.values() if one.main]
    return _room(network, units, answer if reply and answer else main)


def of_tier(spec: Mapping[str, Any], tier: str | None) -> dict[str, str]:
    """The general limits for which a tier has its own, and the names of these.

    Example:
        >>> of_tier({"max_chars": {}, "premium_max_chars": {}}, "premium")
        {'max_chars': 'premium_max_chars'}
    """
    found = ((tier_of(name, spec), name) for name in spec)
    return {base[1]: name for base, name in found if base and base[0] == tier}


def comment_room(network: Network, units: Units, name: Format | None) -> Room:
    """The limits on a comment below a post of that format."""
    limits = [limit for limit in text_limits(network, units) if limit.name == _ANSWER]
    own = [limit for limit in limits if limit.format == name]
    return _room(network, units, own or limits[:1])


def _room(network: Network, units: Units, limits: Iterable[TextLimit]) -> Room:
    return Room(tuple(limits), units.counter(unit_names(network)[0]))

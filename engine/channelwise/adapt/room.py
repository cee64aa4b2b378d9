"""The limits that a text has to keep on a network, in a format."""

from collections.abc import Iterable
from dataclasses import dataclass

from channelwise.adapt.model import PartCount
from channelwise.check.lengths import sum_of
from channelwise.check.limits import Terms
from channelwise.count.counting import count
from channelwise.count.limits import TextLimit, Units, text_limits, unit_names
from channelwise.count.model import Counter
from channelwise.count.posted import limits_of_post
from channelwise.networks.model import Network
from channelwise.vocabulary import Format


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
        made=sum_of(found, counter), plain=all(one.each == 1 for one in found.parts),
    )  # fmt: skip


def room_of(
    network: Network, units: Units, name: Format | None, terms: Terms, *, reply: bool = False
) -> Room:
    """The limits on the text of a post, or of an answer, as they hold for an account."""
    limits = text_limits(network, units, terms)
    return _room(network, units, limits_of_post(limits, name, reply=reply))


def comment_room(network: Network, units: Units, terms: Terms) -> Room:
    """The limits on a comment below a post: those of any answer to somebody."""
    return room_of(network, units, None, terms, reply=True)


def _room(network: Network, units: Units, limits: Iterable[TextLimit]) -> Room:
    return Room(tuple(limits), units.counter(unit_names(network)[0]))

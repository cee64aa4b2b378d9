"""Chains of posts: a text cut into numbered parts, each counted again as it will be posted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from channelwise.adapt.direction import closed
from channelwise.adapt.marks import protected
from channelwise.adapt.room import Room
from channelwise.adapt.split import Misfit, Splitter, Unit
from channelwise.adapt.weights import Weights
from channelwise.count.counting import count
from channelwise.count.model import Counter
from channelwise.text import number
from channelwise.vocabulary import Lang

# Below the text, so that it stands apart from words of either direction.
BEFORE_LABEL: Final = "\n"
_MOST_DIGITS: Final = 6
_TRIES: Final = 8


class Link(NamedTuple):
    """One part of a chain: where it lies in the text, what ends there, and its number."""

    start: int
    end: int
    level: int
    label: str
    text: str


@dataclass(frozen=True)
class Chain:
    """The rooms of a chain: of the post that opens it, and of those that follow."""

    opening: Room
    following: Room
    lang: Lang

    def cut(self, text: str) -> list[Link] | Misfit | None:
        """The parts of a text, numbered, or what in it fits nowhere, by its place in the text.

        Blanks at its ends and where it is cut are left out. None if nothing limits a part, or no
        way is found by which each part fits with its number.

        Raises:
            CounterFailed: a unit of a plugin failed.
        """
        blank = len(text) - len(text.lstrip())
        text, counters = text.strip(), self._counters()
        if not counters:
            return None
        counts = [count(text, counter) for counter in counters]
        weights = tuple(Weights(found) for found in counts)
        splitter = Splitter(text, weights, protected(text, counts))
        for digits in range(1, _MOST_DIGITS + 1):
            found, fits = self._with_digits(splitter, counters, digits)
            if isinstance(found, Misfit):
                return Misfit(found.start + blank, found.end + blank)
            if fits or found is None:
                return found
        return None

    def _with_digits(
        self, splitter: Splitter, counters: Sequence[Counter], digits: int
    ) -> tuple[list[Link] | Misfit | None, bool]:
        """The chain if its number of parts has so many digits; False if it has more.

        A unit may price a part otherwise than the same stretch of the whole text. Then there is
        a little less room for all parts, and another try.
        """
        spare = [0] * len(counters)
        for _ in range(_TRIES):
            units = splitter.split(_Rooms(self, counters, digits, tuple(spare)).of)
            if isinstance(units, Misfit):
                return units, False
            if len(str(len(units))) > digits:
                return [], False
            parts = list(self._numbered(splitter.text, units))
            over = self._over(parts, counters)
            if not any(over):
                return parts, True
            spare = [had + more for had, more in zip(spare, over, strict=True)]
        return None, False

    def _numbered(self, text: str, units: Sequence[Unit]) -> Iterator[Link]:
        # Blanks that bind two words bind none at the edge of a part.
        stretches = closed([text[unit.start : unit.end].strip() for unit in units])
        for index, (unit, words) in enumerate(zip(units, stretches, strict=True), 1):
            label = label_of(index, str(len(units)), self.lang)
            yield Link(unit.start, unit.end, unit.level, label, words + BEFORE_LABEL + label)

    def _over(self, parts: Sequence[Link], counters: Sequence[Counter]) -> list[int]:
        """By how much the longest part is too long, in each unit."""
        over = [0] * len(counters)
        for index, part in enumerate(parts, 1):
            most = self.most(index, counters)
            for place, counter in enumerate(counters):
                total = count(part.text, counter).total
                over[place] = max(over[place], total - most[place])
        return over

    def _counters(self) -> list[Counter]:
        both = (*self.opening.hard, *self.following.hard)
        return list({counter.name: counter for counter, _ in both}.values())

    def most(self, index: int, counters: Sequence[Counter]) -> list[int]:
        """What part number `index` may cost; a unit that does not limit it allows anything."""
        room = self.opening if index == 1 else self.following
        limits = {counter.name: most for counter, most in room.hard}
        return [limits.get(counter.name, _ANYTHING) for counter in counters]


_ANYTHING: Final = 10**9


@dataclass(frozen=True)
class _Rooms:
    """The room that is left for the words of each part, its number taken off."""

    chain: Chain
    counters: Sequence[Counter]
    digits: int
    spare: tuple[int, ...]

    def of(self, index: int) -> tuple[int, ...]:
        shown = str(min(index, 10**self.digits - 1))
        label = BEFORE_LABEL + label_of(int(shown), "9" * self.digits, self.chain.lang)
        most = self.chain.most(index, self.counters)
        return tuple(
            most[place] - count(label, counter).total - self.spare[place]
            for place, counter in enumerate(self.counters)
        )


def label_of(index: int, total: str, lang: Lang) -> str:
    """The number of a part in the digits of the language.

    Example:
        >>> label_of(2, "12", "en"), label_of(2, "12", "fa")
        ('2/12', '۲/۱۲')
    """
    return f"{number(index, lang)}/{number(int(total), lang)}"

"""A unit put together from prices: by range, by grapheme, for emoji, links and mentions."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from channelwise.count.emoji import emoji_spans
from channelwise.count.links import LinkRules
from channelwise.count.mentions import far_mentions
from channelwise.count.model import Measured, Piece
from channelwise.count.prepared import prepared
from channelwise.count.units import Pricing, Range, by_grapheme, by_range

Finder = Callable[[str], Iterable[Piece]]
_NO_LINKS: Final = LinkRules(frozenset())


@dataclass(frozen=True)
class Weighted:
    """A configurable unit. An instance is the `measure` of a Counter.

    Attributes:
        default: weight of a code point that is in none of the `ranges`.
        ranges: weights by code point; the first range that holds it counts.
        scale: what all weights are divided by; each must be a multiple of it.
        graphemes: price each grapheme cluster at 1 instead, whatever its code points weigh.
        emoji: weight of an emoji sequence; None to weigh its code points.
        link: units (not weight) that every link costs; None for its length as written.
        links: what is a link.
        far_mentions: of `@name@server`, charge `@name` alone.
        nfc: compose the text first (Unicode NFC).
        line_ends: count CR LF as one character.
        refused: characters that no text may hold there, whatever its length.

    Raises:
        ValueError: a weight is below zero or no multiple of the scale.

    Example:
        >>> unit = Weighted(default=200, ranges=(Range(0, 0x10ff, 100),), scale=100, emoji=200)
        >>> sum(piece.total for piece in unit("سلام 🙂").pieces)
        7
    """

    default: int = 1
    ranges: tuple[Range, ...] = ()
    scale: int = 1
    graphemes: bool = False
    emoji: int | None = None
    link: int | None = None
    links: LinkRules = field(default=_NO_LINKS, repr=False)
    far_mentions: bool = False
    nfc: bool = False
    line_ends: bool = False
    refused: str = ""

    def __post_init__(self) -> None:
        weights = [self.default, self.emoji or 0, *(found.cost for found in self.ranges)]
        if self.scale < 1 or any(weight < 0 or weight % self.scale for weight in weights):
            raise ValueError(f"each weight must be a multiple of the scale {self.scale}")
        if self.link is not None and self.link < 0:
            raise ValueError("a link cannot cost less than nothing")

    def __call__(self, text: str) -> Measured:
        """The pieces of a text."""
        ready = prepared(text, nfc=self.nfc, line_ends=self.line_ends)
        return Measured(tuple(self._pieces(ready.text)), ready.shifts, self._wrong(ready.text))

    def _pieces(self, text: str) -> Iterator[Piece]:
        at = 0
        for piece in self._special(text):
            if piece.start >= at:
                yield from self._plain(text, at, piece.start)
                yield piece
                at = piece.end
        yield from self._plain(text, at, len(text))

    def _wrong(self, text: str) -> tuple[int, ...]:
        """Where characters are that no text may hold."""
        if not self.refused:
            return ()
        return tuple(found.start() for found in self._refused.finditer(text))

    @cached_property
    def _refused(self) -> re.Pattern[str]:
        return re.compile(f"[{re.escape(self.refused)}]")

    def _special(self, text: str) -> list[Piece]:
        """Links, mentions and emoji; of two that begin at one place, that is the order."""
        found = [piece for finder in self._finders for piece in finder(text)]
        return sorted(found, key=_start)

    @cached_property
    def _plain(self) -> Pricing:
        if self.graphemes:
            return by_grapheme
        ranges = [Range(*found[:2], found.cost // self.scale) for found in self.ranges]
        return by_range(ranges, self.default // self.scale)

    @cached_property
    def _finders(self) -> tuple[Finder, ...]:
        found: list[Finder] = []
        if self.link is not None:
            found.append(self._links)
        if self.far_mentions:
            found.append(far_mentions)
        if self.emoji is not None:
            found.append(self._emoji)
        return tuple(found)

    def _links(self, text: str) -> Iterator[Piece]:
        for start, end in self.links.spans(text):
            yield Piece("link", start, end, self.link or 0, whole=True)

    def _emoji(self, text: str) -> Iterator[Piece]:
        for start, end in emoji_spans(text):
            yield Piece("emoji", start, end, (self.emoji or 0) // self.scale, whole=True)


def _start(piece: Piece) -> int:
    return piece.start

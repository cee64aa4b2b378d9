"""A draft as tone rules read it: folded once, cut into lines, sentences, hashtags and links.

Links, mentions and e-mail addresses are masked in the text, since the letters in them are
names: `example.com/shop` asks nobody to shop. Only the scope `links` looks into links.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Final

from channelwise.check.model import Span
from channelwise.count.emoji import emoji_spans
from channelwise.drafts.language import language_of
from channelwise.drafts.model import Draft, Media, Spot
from channelwise.drafts.place import place_of
from channelwise.tone.atoms import Atoms, atoms
from channelwise.tone.folding import Folded, fold
from channelwise.tone.hashtags import hashtags
from channelwise.tone.links import links
from channelwise.tone.quoted import quoted

MASK: Final = "\ufffc"
_EMAIL: Final = re.compile(r"(?<![\w.+-])[\w+-](?:[\w.+-]{0,63})@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_MENTION: Final = re.compile(
    r"(?<![\w@/])[@\uff20][A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,60}[A-Za-z0-9_])?"
)
_SENTENCE_END: Final = re.compile(r"(?<![.!?])[.!?]++[\"')\]]{0,4}(?=\s|\Z)|\n++")
_LETTER_OR_DIGIT: Final = re.compile(r"[^\W_]")
_LINE: Final = re.compile(r"[^\n]++")


@dataclass(frozen=True)
class Piece:
    """A folded stretch of a draft: its body, one link, or one alternative text."""

    folded: Folded
    offset: int = 0  # where it begins in the text of the draft
    media: Media | None = None

    @property
    def text(self) -> str:
        return self.folded.text

    @cached_property
    def atoms(self) -> Atoms:
        return atoms(self.folded.text)

    def whole(self) -> "Region":
        return Region(self, 0, len(self.text))

    def is_whole(self, region: "Region") -> bool:
        return region.start == 0 and region.end == len(self.text)


@dataclass(frozen=True)
class Region:
    """A stretch of a piece, in folded offsets."""

    piece: Piece
    start: int
    end: int


class Reading:
    """One draft, read once for all rules. Every part is found when it is first asked for."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._regions: dict[str, tuple[Region, ...]] = {}

    @cached_property
    def spoken(self) -> str | None:
        """The language that the words tell, where they leave no doubt."""
        return language_of(self.draft.text)

    @cached_property
    def links(self) -> list[tuple[int, int]]:
        """Original offsets of the links, without the punctuation behind them."""
        return list(links(self.draft.text))

    @cached_property
    def mentions(self) -> list[tuple[int, int]]:
        text = _masked(self.draft.text, [*self.links, *self._emails])
        return [found.span() for found in _MENTION.finditer(text)]

    @cached_property
    def hashtags(self) -> list[tuple[int, int]]:
        return list(hashtags(_masked(self.draft.text, self.links)))

    @cached_property
    def _emails(self) -> list[tuple[int, int]]:
        if "@" not in self.draft.text:
            return []
        return [found.span() for found in _EMAIL.finditer(self.draft.text)]

    @cached_property
    def plain(self) -> str:
        """The original text with links, addresses and mentions masked, offset by offset."""
        return _masked(self.draft.text, sorted([*self.links, *self._emails, *self.mentions]))

    @cached_property
    def emoji(self) -> list[tuple[int, int]]:
        return list(emoji_spans(self.draft.text))

    @cached_property
    def body(self) -> Piece:
        return Piece(fold(self.plain))

    @cached_property
    def words(self) -> int:
        """How many words the text has; glued ones count once."""
        gaps = self.body.atoms.gaps
        return len(self.body.atoms.words) - sum(1 for gap in gaps if gap == "glue")

    def regions(self, scope: str) -> tuple[Region, ...]:
        """The stretches that a scope stands for; none if the draft has no such thing."""
        if scope not in self._regions:
            self._regions[scope] = tuple(self._stretches(scope))
        return self._regions[scope]

    def _stretches(self, scope: str) -> Iterator[Region]:
        match scope:
            case "text":
                yield self.body.whole()
            case "first_line":
                yield from self._first_line()
            case "opening":
                for line in self._first_line():
                    yield from islice(self.sentences(line), 1)
            case "sentence":
                yield from self.sentences(self.body.whole())
            case "hashtags":
                yield from (self._folded_region(span) for span in self.hashtags)
            case "links":
                yield from (self._link(span) for span in self.links)
            case _:
                yield from self._alternatives()

    def _link(self, span: tuple[int, int]) -> Region:
        return Piece(fold(self.draft.text[span[0] : span[1]]), span[0]).whole()

    def _alternatives(self) -> Iterator[Region]:
        for media in self.draft.media:
            if media.alt:
                yield Piece(fold(media.alt), 0, media).whole()

    def _first_line(self) -> Iterator[Region]:
        for line in _LINE.finditer(self.body.text):
            if line[0].strip():
                yield Region(self.body, *line.span())
                return

    def _folded_region(self, span: tuple[int, int]) -> Region:
        return Region(self.body, self.body.folded.at(span[0]), self.body.folded.at(span[1]))

    def sentences(self, region: Region) -> Iterator[Region]:
        """The sentences of a stretch; a line end ends one too, as posts often have no full stop."""
        text, start = region.piece.text, region.start
        for mark in _SENTENCE_END.finditer(text, region.start, region.end):
            yield from _if_words(region.piece, start, mark.end())
            start = mark.end()
        yield from _if_words(region.piece, start, region.end)

    def quotes(self, region: Region) -> list[Region]:
        """The quotations of the body; none in links, hashtags or alternative texts alone."""
        return self._quotes if region.piece is self.body else []

    @cached_property
    def _quotes(self) -> list[Region]:
        return [self._folded_region(span) for span in quoted(self.plain)]

    def original(self, region: Region) -> tuple[int, int]:
        """The original offsets of a stretch in the text of the draft."""
        start, end = region.piece.folded.span(region.start, region.end)
        return region.piece.offset + start, region.piece.offset + end

    def span(self, region: Region) -> Span:
        """Where a stretch stands in the file."""
        if region.piece.media is not None:
            return _spot_span(region.piece.media.spot, region.piece.media.written)
        return self.place(*self.original(region))

    def place(self, start: int, end: int) -> Span:
        """Where original offsets of the text stand in the file, from 1."""
        first, last = place_of(self.draft, start), place_of(self.draft, end)
        return Span(
            line=first.line, column=first.column, end_line=last.line, end_column=last.column
        )


def _if_words(piece: Piece, start: int, end: int) -> Iterator[Region]:
    text = piece.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if _LETTER_OR_DIGIT.search(text, start, end):
        yield Region(piece, start, end)


def _masked(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with these stretches replaced, one sign for each of theirs."""
    if not spans:
        return text
    parts, at = [], 0
    for start, end in sorted(spans):
        if end > at:
            parts += [text[at : max(start, at)], MASK * (end - max(start, at))]
            at = end
    return "".join([*parts, text[at:]])


def _spot_span(spot: Spot, written: str) -> Span:
    return Span(
        line=spot.line, column=spot.column, end_line=spot.line,
        end_column=spot.column + max(1, len(written)),
    )  # fmt: skip

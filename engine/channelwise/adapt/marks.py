"""What must stay whole in a text: links, mentions, hashtags, numbers, placeholders, isolates."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from channelwise.count.model import Count
from channelwise.count.placeholders import placeholders
from channelwise.drafts.model import Draft
from channelwise.tone.reading import Reading

Span = tuple[int, int]

# A run between marks of direction; a much longer one was not meant as one word or name.
_ISOLATED: Final = re.compile("[\u2066-\u2068][^\u2066-\u2069\n]{0,200}\u2069")
# A telephone number, or one in groups; and a number with its unit.
_NUMBERS: Final = re.compile(
    r"[+(]?\d[\d.,:/٫٬()–-]{0,20}(?:[ ](?:- )?[(]?\d[\d.,:/٫٬()–-]{0,20}){1,6}"
    r"|\d[ ](?:kg|g|km|m|cm|mm|ml|l|t|h|min|%|°C?|€|\$|£|euros?|dollars?|pounds?|percent|hours?"
    r"|minutes?|seconds?|days?|weeks?|months?|years?|people|am|pm|a\.m\.|p\.m\."
    r"|(?:هزار|میلیون|میلیارد)(?:[ ](?:تومان|ریال|یورو|دلار|نفر))?"
    r"|تومان|ریال|یورو|دلار|پوند|کیلو|کیلوگرم|گرم|تن|متر|سانتی‌متر|لیتر|درصد|٪"
    r"|درجه|ساعت|دقیقه|ثانیه|روز|هفته|ماه|سال|نفر|عدد)(?!\w)"
)
_WHOLE: Final = frozenset(("link", "mention"))


def reading_of(text: str) -> Reading:
    """A bare text, read for its links, mentions and hashtags."""
    return Reading(Draft(file="", source="", text=text, text_at=None))


def protected(text: str, counts: Iterable[Count]) -> list[Span]:
    """The stretches of a text that no cut may fall into, in order and without overlaps.

    What a counting unit prices as one link or mention is one of them.

    Example:
        >>> protected("see #new_bread at acme.com", [])
        [(4, 14), (18, 26)]
    """
    read = reading_of(text)
    found = [*read.links, *read.mentions, *read.hashtags]
    found += (one.span() for one in _NUMBERS.finditer(text))
    found += ((one.start, one.end) for one in placeholders(text))
    found += (one.span() for one in _ISOLATED.finditer(text))
    for one in counts:
        found += _priced_whole(one)
    return list(_merged(sorted(found)))


def _priced_whole(found: Count) -> Iterator[Span]:
    for offset, measured in found.measured:
        for piece in measured.pieces:
            if piece.whole and piece.kind in _WHOLE:
                start, end = measured.original(piece.start), measured.original(piece.end)
                yield offset + start, offset + end


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Spans that overlap as one."""
    last: Span | None = None
    for start, end in spans:
        if last is None or start >= last[1]:
            if last is not None:
                yield last
            last = (start, end)
        else:
            last = (last[0], max(last[1], end))
    if last is not None:
        yield last

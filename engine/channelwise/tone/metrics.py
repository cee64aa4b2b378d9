"""Integer numbers of a stretch of text, each with the places that make it up.

A number is None where it means nothing for the text, such as the share of capitals of a text
without enough letters: then there is nothing to find.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from channelwise.tone.reading import Reading, Region

MetricName = Literal[
    "words", "emoji", "emoji_per_100_words", "emoji_in_a_row", "hashtags", "hashtags_before_words",
    "long_plain_hashtags",
    "mentions", "links", "links_in_text", "capital_percent", "shouted_words_in_a_row",
    "exclamation_marks",
    "questions", "sentences", "longest_sentence", "media", "media_without_alt",
]  # fmt: skip
Spans = list[tuple[int, int]]

# Letters from which on a share of capitals says something.
LEAST_LETTERS: Final = 20
# From this length on, a hashtag in one case is surely several words: few words are longer.
LONG_HASHTAG: Final = 15
_SHOUTED: Final = re.compile(r"(?<!\w)[A-Z][A-Z']{1,}(?!\w)")
_LATIN: Final = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]")
_CAPITAL: Final = re.compile(r"[A-ZÀ-ÖØ-Þ]")
_EXCLAMATION: Final = re.compile(r"[!\uff01\u203c\u2049]")
_QUESTION: Final = re.compile(r"[?؟\uff1f\u2047-\u2049]++")
_PLAIN_HASHTAG: Final = re.compile(
    rf"[#\uff03](?:[a-z]{{{LONG_HASHTAG},}}+|[A-Z]{{{LONG_HASHTAG},}}+)(?!\w)"
)
_BETWEEN_WORDS: Final = re.compile(r"[\s,]++")


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the original offsets of what was counted; no places for a share of letters.

    `words` is what a number per 100 words was worked out from, beside its places.
    """

    value: int | None
    places: tuple[tuple[int, int], ...] = ()
    words: int | None = None


def measured(name: MetricName, reading: "Reading", region: "Region") -> Number:
    """The number of that name for a stretch of a draft."""
    return _METRICS[name](reading, region)


def _counted(spans: Spans) -> Number:
    return Number(len(spans), tuple(spans))


def _matches(pattern: re.Pattern[str], reading: "Reading", region: "Region") -> Spans:
    start, end = reading.original(region)
    return [found.span() for found in pattern.finditer(reading.plain, start, end)]


def _within(spans: Spans, reading: "Reading", region: "Region") -> Spans:
    """Those of some spans in order that begin in a stretch."""
    start, end = reading.original(region)
    first, last = bisect_left(spans, (start, start)), bisect_left(spans, (end, end))
    return spans[first:last]


def _words(reading: "Reading", region: "Region") -> Number:  # noqa: ARG001 - one shape for all
    atoms = region.piece.atoms
    return Number(atoms.number_of_words(*atoms.range(region.start, region.end)))


def _emoji(reading: "Reading", region: "Region") -> Number:
    return _counted(_within(reading.emoji, reading, region))


def _emoji_density(reading: "Reading", region: "Region") -> Number:
    words, places = _words(reading, region).value, _emoji(reading, region).places
    return Number(100 * len(places) // words, places, words) if words else Number(None)


def _emoji_row(reading: "Reading", region: "Region") -> Number:
    return _longest(reading, _emoji(reading, region).places, re.compile(r"[ \ufe0f]{0,3}"))


def _longest(
    reading: "Reading", spans: tuple[tuple[int, int], ...], between: re.Pattern[str]
) -> Number:
    """The longest row of spans with nothing but `between` among them, as one place."""
    best = row = 0
    end = -1
    for index, span in enumerate(spans):
        joined = index and between.fullmatch(reading.draft.text, spans[index - 1][1], span[0])
        row = row + 1 if joined else 1
        if row > best:
            best, end = row, index
    return Number(best, ((spans[end - best + 1][0], spans[end][1]),) if best else ())


def _hashtags(reading: "Reading", region: "Region") -> Number:
    return _counted(_within(reading.hashtags, reading, region))


def _leading_hashtags(reading: "Reading", region: "Region") -> Number:
    spans = _within(reading.hashtags, reading, region)
    at = reading.original(region)[0]
    leading: Spans = []
    for span in spans:
        if any(sign.isalnum() for sign in reading.plain[at : span[0]]):
            break
        leading.append(span)
        at = span[1]
    return _counted(leading)


def _plain_hashtags(reading: "Reading", region: "Region") -> Number:
    return _counted(_matches(_PLAIN_HASHTAG, reading, region))


def _mentions(reading: "Reading", region: "Region") -> Number:
    return _counted(_within(reading.mentions, reading, region))


def _links(reading: "Reading", region: "Region") -> Number:
    found = _within(reading.links, reading, region)
    extra = 1 if reading.draft.link and region.piece.is_whole(region) else 0
    return Number(len(found) + extra, tuple(found))


def _links_in_text(reading: "Reading", region: "Region") -> Number:
    return _counted(_within(reading.links, reading, region))


def _capitals(reading: "Reading", region: "Region") -> Number:
    start, end = reading.original(region)
    letters = len(_LATIN.findall(reading.plain, start, end))
    capitals = len(_CAPITAL.findall(reading.plain, start, end))
    return Number(100 * capitals // letters if letters >= LEAST_LETTERS else None)


def _shouted(reading: "Reading", region: "Region") -> Number:
    spans = _matches(_SHOUTED, reading, region)
    row = _longest(reading, tuple(spans), _BETWEEN_WORDS)
    # One sign alone may be an abbreviation, and a row of them as well: VAT, PAYE, CIS.
    if row.places and "," in reading.draft.text[slice(*row.places[0])]:
        return Number(0)
    return row


def _exclamations(reading: "Reading", region: "Region") -> Number:
    return _counted(_matches(_EXCLAMATION, reading, region))


def _questions(reading: "Reading", region: "Region") -> Number:
    return _counted(_matches(_QUESTION, reading, region))


def _sentences(reading: "Reading", region: "Region") -> Number:
    spans = [reading.original(sentence) for sentence in reading.sentences(region)]
    return _counted(spans)


def _longest_sentence(reading: "Reading", region: "Region") -> Number:
    found = [(_words(reading, one).value or 0, one) for one in reading.sentences(region)]
    if not found:
        return Number(0)
    most, longest = max(found, key=lambda pair: pair[0])
    return Number(most, (reading.original(longest),))


def _media(reading: "Reading", region: "Region") -> Number:  # noqa: ARG001 - one shape for all
    return Number(len(reading.draft.media))


def _without_alt(reading: "Reading", region: "Region") -> Number:  # noqa: ARG001
    return Number(sum(1 for media in reading.draft.media if not (media.alt or "").strip()))


_METRICS: Final[Mapping[MetricName, Callable[["Reading", "Region"], Number]]] = {
    "words": _words,
    "emoji": _emoji,
    "emoji_per_100_words": _emoji_density,
    "emoji_in_a_row": _emoji_row,
    "hashtags": _hashtags,
    "hashtags_before_words": _leading_hashtags,
    "long_plain_hashtags": _plain_hashtags,
    "mentions": _mentions,
    "links": _links,
    "links_in_text": _links_in_text,
    "capital_percent": _capitals,
    "shouted_words_in_a_row": _shouted,
    "exclamation_marks": _exclamations,
    "questions": _questions,
    "sentences": _sentences,
    "longest_sentence": _longest_sentence,
    "media": _media,
    "media_without_alt": _without_alt,
}

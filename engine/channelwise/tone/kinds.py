"""What each kind of rule finds in one draft. One function a kind."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, Final

from channelwise.tone.context import Topics
from channelwise.tone.metrics import Number, measured
from channelwise.tone.model import (
    Conditional,
    Consistency,
    Existence,
    Find,
    Found,
    Languages,
    Metric,
    Occurrence,
    Substitution,
    ToneRule,
)
from channelwise.tone.outcome import MOST_PLACES, Breach, Measure
from channelwise.tone.reading import Piece, Reading, Region


class View:
    """A draft as one rule sees it: its scope, the languages that count, topics left out."""

    def __init__(
        self, rule: ToneRule, reading: Reading, languages: Languages, topics: Topics | None
    ) -> None:
        self.rule, self.reading, self.languages, self._topics = rule, reading, languages, topics

    def regions(self) -> tuple[Region, ...]:
        return self.reading.regions(self.rule.scope)

    def found(self, find: Find, region: Region) -> list[Found]:
        hits = find.found(region, self.languages)
        if hits and self.rule.audience.outside_quotes:
            hits = _outside(hits, self.reading.quotes(region))
        if hits and self._topics is not None:
            sentences = self.reading.sentences(region)
            hits = _outside(hits, [one for one in sentences if self._on_topic(one)])
        return hits

    def _on_topic(self, sentence: Region) -> bool:
        atoms = sentence.piece.atoms
        return bool(self._topics and self._topics.named_in(atoms, sentence.start, sentence.end))


def _outside(hits: list[Found], stretches: list[Region]) -> list[Found]:
    """The hits that lie in none of these stretches, which are in order and do not overlap."""
    starts = [one.start for one in stretches]
    return [
        hit
        for hit in hits
        if not _inside(hit.region, stretches, bisect_right(starts, hit.region.start) - 1)
    ]


def _inside(inner: Region, outer: list[Region], index: int) -> bool:
    """True if there is an outer stretch of that index, and the inner one ends within it."""
    return index >= 0 and inner.end <= outer[index].end


def breaches(view: View) -> list[Breach]:
    """The places where a rule for single drafts is broken, in order; at most MOST_PLACES."""
    check = view.rule.check
    return list(islice(_KINDS[type(check)](check, view), MOST_PLACES))


def _existence(check: Existence, view: View) -> Iterator[Breach]:
    for region in view.regions():
        hits = view.found(check.find, region)
        if check.whole:
            if hits and _fills(hits, region):
                yield Breach(region, tuple(hits))
        elif not check.begins:
            yield from (Breach(hit.region, (hit,)) for hit in hits)
        elif hits and _is_first(hits[0], region):
            yield Breach(hits[0].region, (hits[0],))


def _is_first(hit: Found, region: Region) -> bool:
    """True if no word of the stretch stands before the hit."""
    atoms = region.piece.atoms
    return atoms.range(region.start, region.end)[0] == atoms.range(hit.region.start, region.end)[0]


def _fills(hits: list[Found], region: Region) -> bool:
    """True if no word of the stretch stands outside the hits."""
    atoms = region.piece.atoms
    first, end = atoms.range(region.start, region.end)
    covered = 0
    for hit in hits:
        low, high = atoms.range(hit.region.start, hit.region.end)
        covered += high - low
    return covered == end - first


def _substitution(check: Substitution, view: View) -> Iterator[Breach]:
    for region in view.regions():
        yield from (Breach(hit.region, (hit,)) for hit in view.found(check.find, region))


def _occurrence(check: Occurrence, view: View) -> Iterator[Breach]:
    regions = view.regions()
    hits = [hit for region in regions for hit in view.found(check.find, region)]
    if check.more and len(hits) <= check.amount.times:
        return  # most drafts: their words need not be counted
    words = sum(measured("words", view.reading, region).value or 0 for region in regions)
    if check.more and _too_many(check, len(hits), words):
        yield Breach(hits[0].region, tuple(hits), times=len(hits), words=words)
    elif not check.more and regions and len(hits) < check.amount.times:
        yield Breach(regions[0], (), times=len(hits), words=words)


def _too_many(check: Occurrence, hits: int, words: int) -> bool:
    dense = check.amount.per_100_words
    return hits > check.amount.times and (dense is None or hits * 100 > dense * words)


def _conditional(check: Conditional, view: View) -> Iterator[Breach]:
    for region in view.regions():
        first = view.found(check.first, region)
        if not first:
            continue
        second = view.found(check.second, region)
        if check.must and not second:
            yield Breach(first[0].region, (first[0],))
        elif not check.must and (pair := _apart(first, second)):
            yield Breach(pair[0].region, pair)


def _apart(first: list[Found], second: list[Found]) -> tuple[Found, Found] | None:
    """The first two that share no word: one phrase that both lists hold is one thing, not two."""
    for one in first:
        for other in second:
            if other.region.end <= one.region.start or one.region.end <= other.region.start:
                return one, other
    return None


def _consistency(check: Consistency, view: View) -> Iterator[Breach]:
    regions = view.regions()
    one = [hit for region in regions for hit in view.found(check.one, region)]
    other = [hit for region in regions for hit in view.found(check.other, region)]
    if one and other:
        later = max(one[0], other[0], key=lambda hit: hit.region.start)
        yield Breach(later.region, (one[0], other[0]))


def _metric(check: Metric, view: View) -> Iterator[Breach]:
    for region in view.regions():
        number = measured(check.metric, view.reading, region)
        if number.value is None:
            continue
        beyond = number.value > check.limit if check.more else number.value < check.limit
        if beyond:
            measure = _measure(check, number, number.value)
            yield from (Breach(at, measure=measure) for at in _places(check, view, region, number))


def _measure(check: Metric, number: Number, value: int) -> Measure:
    """The number as people count it: of a number per 100 words, what stands in this text."""
    if number.words is None:
        return Measure(check.metric, value, check.limit, check.more)
    limit = check.limit * number.words // 100
    return Measure(check.metric, len(number.places), limit, check.more, number.words)


def _places(
    check: Metric, view: View, region: Region, number: Number
) -> list[Region | tuple[int, int] | None]:
    if check.metric == "media_without_alt":
        media = view.reading.draft.media
        return [
            Piece(region.piece.folded, 0, one).whole()
            for one in media
            if not (one.alt or "").strip()
        ]
    if check.metric == "media" or (check.metric == "links" and not number.places):
        return [None]
    if not check.more or not number.places:
        return [region]
    # The first one too many, or the whole row or share where they cannot be told apart.
    each = len(number.places) == number.value
    return [number.places[min(check.limit, len(number.places) - 1) if each else 0]]


_KINDS: Final[dict[type, Callable[[Any, View], Iterator[Breach]]]] = {
    Existence: _existence,
    Substitution: _substitution,
    Occurrence: _occurrence,
    Conditional: _conditional,
    Consistency: _consistency,
    Metric: _metric,
}

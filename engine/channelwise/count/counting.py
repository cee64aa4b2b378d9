"""Counting a text in a unit, with the parts that make up the sum."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from channelwise.count.filled import Filled, filled
from channelwise.count.model import (
    KINDS,
    Count,
    Counter,
    CounterFailed,
    Measured,
    Note,
    Part,
    Piece,
    Place,
    Refused,
    place_in,
)
from channelwise.count.placeholders import Placeholder, placeholders

_Stretches = tuple[tuple[int, Measured], ...]


def count(text: str, counter: Counter) -> Count:
    """The length of a text in a unit.

    A placeholder for a link, such as `[URL]`, costs what a link costs in this unit, and one in a
    link, such as `https://acme.example/[NAME]`, adds nothing to it. Where links cost their own
    length, and for placeholders of words such as `{{name}}`, it is counted as written, and a note
    says that this is not sure.

    Args:
        text: the text as it will be posted.
        counter: the unit, from `channelwise.count` or a rulebook's `counters`.

    Raises:
        CounterFailed: the unit, which a plugin may have brought, raised an error or did not
            give pieces that cover the text.
        TypeError: something else than a text, or a unit's name in place of the unit.

    Example:
        >>> from channelwise.count.units import core_counter
        >>> found = count("نان [URL]", core_counter("utf8_bytes"))
        >>> found.total, [(part.number, part.each) for part in found.parts]
        (12, [(6, 1), (3, 2)])
    """
    _refuse_others(text, counter)
    found = list(placeholders(text))
    whole = _filled(text, found, counter)
    stretches = tuple(_stretches(whole, counter))
    pieces = [piece for _, measured in stretches for piece in measured.pieces]
    total = sum(piece.total for piece in pieces)
    notes = tuple(_notes(text, found, counter, whole.inside))
    refused = tuple(_refused(text, stretches))
    return Count(counter.name, total, _parts(pieces), notes, text, stretches, counter, refused)


def _refuse_others(text: Any, counter: Any) -> None:
    if not isinstance(text, str):
        raise TypeError(f"count() takes a text, not {type(text).__name__}")
    if not isinstance(counter, Counter):
        raise TypeError(
            f"count() takes a Counter, such as rulebook.counter('graphemes'), not {counter!r}; "
            f"engine.count(text, unit='graphemes') takes the name of a unit"
        )


def _filled(text: str, found: Sequence[Placeholder], counter: Counter) -> Filled:
    if counter.link is None or not found:
        return Filled(text, (), frozenset())
    return filled(text, found, lambda given: _measured(given, counter))


def _stretches(whole: Filled, counter: Counter) -> Iterator[tuple[int, Measured]]:
    """The links that placeholders stand for and the text between them, each with its offset."""
    at = 0
    for start, end in whole.links:
        yield at, _measured(whole.text[at:start], counter)
        yield start, Measured((Piece("link", 0, end - start, counter.link or 0, whole=True),))
        at = end
    yield at, _measured(whole.text[at:], counter)


def _measured(text: str, counter: Counter) -> Measured:
    """What the unit gives, if it may be trusted to add up."""
    try:
        found = counter.measure(text)
        reason = problem_with(text, found)
    except Exception as error:
        from channelwise.plugins.model import said

        raise CounterFailed(counter.name, said(error)) from error
    if reason:
        raise CounterFailed(counter.name, reason)
    return found


def problem_with(text: str, found: Any) -> str:
    """Why something is no measure of a text; '' if it is one.

    The text as measured may differ from the one given, so its length is that of the last piece.
    """
    if not isinstance(found, Measured):
        return f"it gave {type(found).__name__}, not Measured"
    at = 0
    for piece in found.pieces:
        if piece.kind not in KINDS or piece.cost < 0:
            return f"no piece may be {piece!r}"
        if piece.start != at or piece.end <= at:
            return f"its pieces leave a gap at {at}"
        at = piece.end
    if found.original(at) != len(text):
        return f"its pieces end at {found.original(at)} of {len(text)}"
    outside = [offset for offset in found.refused if not 0 <= offset < at]
    if outside:
        return f"it refuses what stands at {outside[0]} of {at}"
    return ""


def _parts(pieces: Iterable[Piece]) -> tuple[Part, ...]:
    """The sum by kind and price: mentions and links first, then emoji, then characters."""
    numbers: dict[tuple[int, int], int] = {}
    for piece in pieces:
        key = (-KINDS.index(piece.kind), piece.cost)
        numbers[key] = numbers.get(key, 0) + piece.number
    ordered = sorted(numbers.items())
    return tuple(Part(KINDS[-kind], number, each) for (kind, each), number in ordered)


def _refused(text: str, stretches: _Stretches) -> Iterator[Refused]:
    first: dict[str, int] = {}
    number: dict[str, int] = {}
    for start, measured in stretches:
        for offset in measured.refused:
            at = start + measured.original(offset)
            first.setdefault(text[at], at)
            number[text[at]] = number.get(text[at], 0) + 1
    for sign, at in first.items():
        yield Refused(sign, number[sign], place_in(text, at))


def _notes(
    text: str, found: Iterable[Placeholder], counter: Counter, inside: frozenset[int]
) -> Iterator[Note]:
    line, line_start, seen = 1, 0, 0
    for one in found:
        line += text.count("\n", seen, one.start)
        line_start = max(line_start, text.rfind("\n", seen, one.start) + 1)
        seen = one.start
        place = Place(one.start, line, one.start - line_start + 1)
        if one.start in inside:
            yield Note(text[one.start : one.end], place, one.stands_for, 0, sure=True, in_link=True)
        else:
            yield _note(text, one, place, counter)


def _note(text: str, found: Placeholder, place: Place, counter: Counter) -> Note:
    written = text[found.start : found.end]
    if found.stands_for == "link" and counter.link is not None:
        return Note(written, place, "link", counter.link, sure=True)
    each = sum(piece.total for piece in _measured(written, counter).pieces)
    return Note(written, place, found.stands_for, each, sure=False)

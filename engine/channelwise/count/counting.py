"""Counting a text in a unit, with the parts that make up the sum."""

from collections.abc import Iterable, Iterator
from typing import Any

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
)
from channelwise.count.placeholders import Placeholder, placeholders

_Stretches = tuple[tuple[int, Measured], ...]


def count(text: str, counter: Counter) -> Count:
    """The length of a text in a unit.

    A placeholder for a link, such as `[URL]`, costs what a link costs in this unit; where links
    cost their own length, and for placeholders of words such as `{{name}}`, it is counted as
    written, and a note says that this is not sure.

    Args:
        text: the text as it will be posted.
        counter: the unit, from `channelwise.count` or a rulebook's `counters`.

    Raises:
        CounterFailed: the unit, which a plugin may have brought, raised an error or did not
            give pieces that cover the text.

    Example:
        >>> from channelwise.count.units import core_counter
        >>> found = count("نان [URL]", core_counter("utf8_bytes"))
        >>> found.total, [(part.number, part.each) for part in found.parts]
        (12, [(6, 1), (3, 2)])
    """
    found = list(placeholders(text))
    links = [one for one in found if one.stands_for == "link"] if counter.link is not None else []
    stretches = tuple(_stretches(text, counter, links))
    pieces = [piece for _, measured in stretches for piece in measured.pieces]
    total = sum(piece.total for piece in pieces)
    notes = tuple(_notes(text, found, counter))
    return Count(counter.name, total, _parts(pieces), notes, text, stretches)


def _stretches(
    text: str, counter: Counter, links: Iterable[Placeholder]
) -> Iterator[tuple[int, Measured]]:
    """The text between placeholders for links, and these, each with its offset."""
    at = 0
    for one in links:
        yield at, _measured(text[at : one.start], counter)
        piece = Piece("link", 0, one.end - one.start, counter.link or 0, whole=True)
        yield one.start, Measured((piece,))
        at = one.end
    yield at, _measured(text[at:], counter)


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
    return ""


def _parts(pieces: Iterable[Piece]) -> tuple[Part, ...]:
    """The sum by kind and price: mentions and links first, then emoji, then characters."""
    numbers: dict[tuple[int, int], int] = {}
    for piece in pieces:
        key = (-KINDS.index(piece.kind), piece.cost)
        numbers[key] = numbers.get(key, 0) + piece.number
    ordered = sorted(numbers.items())
    return tuple(Part(KINDS[-kind], number, each) for (kind, each), number in ordered)


def _notes(text: str, found: Iterable[Placeholder], counter: Counter) -> Iterator[Note]:
    line, line_start, seen = 1, 0, 0
    for one in found:
        line += text.count("\n", seen, one.start)
        line_start = max(line_start, text.rfind("\n", seen, one.start) + 1)
        seen = one.start
        yield _note(text, one, Place(one.start, line, one.start - line_start + 1), counter)


def _note(text: str, found: Placeholder, place: Place, counter: Counter) -> Note:
    written = text[found.start : found.end]
    if found.stands_for == "link" and counter.link is not None:
        return Note(written, place, "link", counter.link, sure=True)
    each = sum(piece.total for piece in _measured(written, counter).pieces)
    return Note(written, place, found.stands_for, each, sure=False)

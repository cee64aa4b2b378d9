"""Counts as plain data, for JSON."""

from collections.abc import Callable
from typing import Any

from channelwise.count.limits import Fit, Verdict
from channelwise.count.model import Count, Place

At = Callable[[Place], Place]


def as_it_is(place: Place) -> Place:
    """Places of the text itself, where it stands in no file."""
    return place


def count_data(found: Count, at: At = as_it_is) -> dict[str, Any]:
    """Unit, total, the parts that add up to it, and the placeholders.

    `at` gives the line and column of a place in its file.
    """
    return {
        "unit": found.unit,
        "total": found.total,
        "parts": [
            {"kind": part.kind, "number": part.number, "each": part.each, "total": part.total}
            for part in found.parts
        ],
        "placeholders": [
            {"text": note.text, "place": _place(at(note.place)), "stands_for": note.stands_for,
             "each": note.each, "sure": note.sure}
            for note in found.notes
        ],
    }  # fmt: skip


def fit_data(found: Fit, at: At = as_it_is) -> dict[str, Any]:
    """The count on a network with every limit; `fits` is what the exit code says."""
    return {
        "network": found.network.id,
        **count_data(found.count, at),
        "unit_is_known": found.known,
        "format": found.format,
        "fits": not found.blocked,
        "limits": [_verdict(verdict, found, at) for verdict in found.verdicts],
    }


def _verdict(verdict: Verdict, found: Fit, at: At) -> dict[str, Any]:
    limit, ground = verdict.limit, verdict.limit.evidence
    return {
        "format": limit.format, "name": limit.name, "limit": limit.value,
        "unit": limit.counter.name, "total": verdict.count.total, "left": verdict.left,
        "fits": verdict.fits, "unsure": verdict.unsure, "hard": limit.hard,
        "decides": verdict in found.deciding,
        "when": limit.when._asdict() if limit.when else None,
        "too_long_from": _place(at(verdict.place)) if verdict.place else None,
        "source": {
            "fact": ground.id, "title": ground.title, "address": ground.address,
            "date": ground.date, "confidence": ground.confidence,
        },
    }  # fmt: skip


def _place(place: Place) -> dict[str, int]:
    return {"offset": place.offset, "line": place.line, "column": place.column}

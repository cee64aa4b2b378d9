"""Scores as bars of ten cells."""

from typing import Final

from channelwise.render.terminal.isolates import left_to_right
from channelwise.vocabulary import Lang

CELLS: Final = 10
_FULL_SCORE: Final = 100


def bar(score: int, lang: Lang, *, ascii_only: bool = False) -> str:
    """A score of 0-100 as a bar to the half cell; in Persian it grows from the right.

    Example:
        >>> bar(74, "en"), bar(74, "en", ascii_only=True)
        ('███████▌··', '#######---')
    """
    halves = (2 * CELLS * score + _FULL_SCORE // 2) // _FULL_SCORE
    if ascii_only:
        return ("#" * (halves // 2)).ljust(CELLS, "-")
    if lang == "fa":
        return left_to_right(("▐" * (halves % 2) + "█" * (halves // 2)).rjust(CELLS, "·"))
    return ("█" * (halves // 2) + "▌" * (halves % 2)).ljust(CELLS, "·")

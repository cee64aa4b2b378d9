"""Words of a folded text as atoms, and what stands between them.

An atom is a run of letters and digits, with apostrophes inside it. Half-spaces, hyphens and
underscores split atoms but glue them together: a phrase may begin or end only where no glue
is, so that `شود` is not found in `می‌شود`, nor `buy` in `buy-in`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from channelwise.tone.folding import JOINER

Gap = Literal["glue", "space", "break"]

ATOM: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_GLUE: Final = frozenset((JOINER, "-"))
# One line end may stand inside a phrase, an empty line may not. Underscores are the spaces of
# hashtags, so they separate words there.
_SPACE: Final = re.compile(r" *+\n? *+|_")


@dataclass(frozen=True, slots=True)
class Atoms:
    """The atoms of a text in order: words, offsets, and `gaps[i]` between atoms i and i + 1."""

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    gaps: tuple[Gap, ...]

    def free_before(self, index: int) -> bool:
        return index == 0 or self.gaps[index - 1] != "glue"

    def free_after(self, index: int) -> bool:
        return index == len(self.words) - 1 or self.gaps[index] != "glue"

    def range(self, start: int, end: int) -> tuple[int, int]:
        """The atoms that lie between two offsets, as a range of indexes."""
        return bisect_left(self.spans, (start, start)), bisect_left(self.spans, (end, end))


def atoms(text: str) -> Atoms:
    """The atoms of a folded text.

    Example:
        >>> atoms("act-now, please").gaps
        ('glue', 'break')
    """
    found = tuple(match.span() for match in ATOM.finditer(text))
    words = tuple(text[start:end] for start, end in found)
    pairs = pairwise(found)
    gaps = tuple(gap(text[before[1] : after[0]]) for before, after in pairs)
    return Atoms(words, found, gaps)


def gap(between: str) -> Gap:
    """The kind of what stands between two atoms."""
    if between in _GLUE:
        return "glue"
    return "space" if _SPACE.fullmatch(between) else "break"


def words(text: str) -> Iterator[str]:
    """The words that a reader counts: atoms that are glued together are one."""
    before = ""
    end = 0
    for match in ATOM.finditer(text):
        if before and text[end : match.start()] in _GLUE:
            before += match[0]
        else:
            if before:
                yield before
            before = match[0]
        end = match.end()
    if before:
        yield before

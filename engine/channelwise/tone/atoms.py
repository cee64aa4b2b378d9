"""Words of a folded text as atoms, and what stands between them.

An atom is a run of letters and digits, with apostrophes inside it. Half-spaces, hyphens and
underscores split atoms but glue them together: a phrase may begin or end only where no glue
is, so that `شود` is not found in `می‌شود`, nor `buy` in `buy-in`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final, Literal

from channelwise.tone.folding import JOINER

Gap = Literal["glue", "space", "break"]

ATOM: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_GLUE: Final = frozenset((JOINER, "-"))
_PLAIN_SPACE: Final = frozenset((" ", "\n"))  # what nearly all gaps are, told without a pattern
# One line end may stand inside a phrase, an empty line may not. Underscores are the spaces of
# hashtags, so they separate words there.
_SPACE: Final = re.compile(r" *+\n? *+|_")


@dataclass(frozen=True)
class Atoms:
    """The atoms of a text in order: words, offsets, and `gaps[i]` between atoms i and i + 1."""

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    gaps: tuple[Gap, ...]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The indexes at which each word stands, in order."""
        found: dict[str, list[int]] = {}
        for index, word in enumerate(self.words):
            found.setdefault(word, []).append(index)
        return found

    def free_before(self, index: int) -> bool:
        return index == 0 or self.gaps[index - 1] != "glue"

    def free_after(self, index: int) -> bool:
        return index == len(self.words) - 1 or self.gaps[index] != "glue"

    def range(self, start: int, end: int) -> tuple[int, int]:
        """The atoms that lie between two offsets, as a range of indexes."""
        return bisect_left(self.spans, (start, start)), bisect_left(self.spans, (end, end))

    def whole_words(self) -> Iterator[str]:
        """The words that a reader counts: atoms that are glued together are one."""
        before = ""
        for word, gap_before in zip(self.words, ("break", *self.gaps), strict=False):
            if gap_before == "glue":
                before += word
            else:
                if before:
                    yield before
                before = word
        if before:
            yield before

    def number_of_words(self, first: int, end: int) -> int:
        """How many words a reader counts from the atom `first` to `end`: glued atoms are one."""
        return end - first - self.gaps[first : max(first, end - 1)].count("glue")


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
    if between in _PLAIN_SPACE:
        return "space"
    if between in _GLUE:
        return "glue"
    return "space" if _SPACE.fullmatch(between) else "break"

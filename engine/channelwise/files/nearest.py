"""For "did you mean": the known word that is closest to one that is not known."""

import re
from collections.abc import Iterable
from typing import Final

CLOSE_ENOUGH: Final = 0.6
# Comparing takes time by the square of the length, and no word of ours is as long.
LONGEST: Final = 80

_SPACES: Final = re.compile(r"[-_\s\u200c]+")
_PERSIAN_LETTERS: Final = str.maketrans("يىك", "ییک")  # Arabic letters to Persian


def nearest(word: str, known: Iterable[str]) -> str:
    """The closest known word, or '' where none is close.

    Case, and `-`, `_` and space, make no difference; of two that are equally close the
    first in alphabetical order is taken, whatever the order of `known`.

    Example:
        >>> nearest("Hours per week", ["hours_per_week", "people"])
        'hours_per_week'

    """
    from difflib import SequenceMatcher  # only mistakes need it

    if len(word) > LONGEST:
        return ""
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(_plain(word))
    best, best_ratio = "", CLOSE_ENOUGH
    for candidate in sorted(set(known)):
        matcher.set_seq1(_plain(candidate))
        if matcher.real_quick_ratio() < best_ratio or matcher.quick_ratio() < best_ratio:
            continue
        ratio = matcher.ratio()
        if ratio > best_ratio or (ratio == best_ratio and not best):
            best, best_ratio = candidate, ratio
    return best


def _plain(word: str) -> str:
    return _SPACES.sub(" ", word.casefold().translate(_PERSIAN_LETTERS)).strip()

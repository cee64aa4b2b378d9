"""Emoji as Unicode lists them: a sequence on the list is one emoji, however many code points.

The list is `emoji.txt`. A sign that is shown as text unless asked otherwise (such as the
copyright sign) is an emoji only with the selector that asks for it.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Final, NamedTuple

_LIST: Final = "emoji.txt"
# Code points that begin an emoji and lie no further apart than this are looked for as one range.
_NEAR: Final = 0x1000
_LATIN_END: Final = 0x80


class _Emoji(NamedTuple):
    sequences: frozenset[str]
    lengths: dict[str, tuple[int, ...]]  # by first code point, the longest first
    beginning: re.Pattern[str]  # a sign that may begin one: quick, and not exact


def emoji_spans(text: str) -> Iterator[tuple[int, int]]:
    r"""Start and end of each emoji, the longest at each place.

    Example:
        >>> list(emoji_spans("a\U0001f1ee\U0001f1f7b\u2764\ufe0f"))
        [(1, 3), (4, 6)]
    """
    known = _known()
    at = 0
    while found := known.beginning.search(text, at):
        start = found.start()
        at = start + 1
        for length in known.lengths.get(found[0], ()):
            sequence = text[start : start + length]  # shorter at the end of the text
            if sequence in known.sequences:
                at = start + len(sequence)
                yield start, at
                break


@lru_cache(maxsize=1)
def _known() -> _Emoji:
    lines = files("channelwise.count").joinpath(_LIST).read_text("ascii").splitlines()
    sequences = frozenset(_sequence(line) for line in lines if line and not line.startswith("#"))
    lengths: dict[str, set[int]] = {}
    for sequence in sequences:
        lengths.setdefault(sequence[0], set()).add(len(sequence))
    ordered = {first: tuple(sorted(some, reverse=True)) for first, some in lengths.items()}
    return _Emoji(sequences, ordered, re.compile(f"[{_ranges(map(ord, lengths))}]"))


def _ranges(codes: Iterable[int]) -> str:
    """Few ranges that hold all codes: searching takes time for each of them."""
    rising = sorted(codes)
    # The digits of keycaps stay alone: a range with them would hold all Latin letters.
    near = [code - before <= _NEAR and before >= _LATIN_END for before, code in pairwise(rising)]
    firsts = [code for code, joined in zip(rising, [False, *near], strict=True) if not joined]
    lasts = [code for code, joined in zip(rising, [*near, False], strict=True) if not joined]
    return "".join(f"\\U{one:08x}-\\U{two:08x}" for one, two in zip(firsts, lasts, strict=True))


def _sequence(line: str) -> str:
    return "".join(chr(int(code, 16)) for code in line.split())

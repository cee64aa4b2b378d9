"""Emoji as Unicode lists them: a sequence on the list is one emoji, however many code points.

The list is `emoji.txt`. A sign that is shown as text unless asked otherwise (such as the
copyright sign) is an emoji only with the selector that asks for it.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

_LIST: Final = "emoji.txt"
_KEYS: Final = "#*0123456789"
_KEYCAP: Final = r"[#*0-9](?=\ufe0f|\u20e3)"


class _Emoji(NamedTuple):
    sequences: frozenset[str]
    lengths: dict[str, tuple[int, ...]]  # by first code point, the longest first
    beginning: re.Pattern[str]


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
        for length in known.lengths[found[0]]:
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
    singles = "".join(f"\\U{ord(first):08x}" for first in sorted(lengths) if first not in _KEYS)
    ordered = {first: tuple(sorted(some, reverse=True)) for first, some in lengths.items()}
    return _Emoji(sequences, ordered, re.compile(f"{_KEYCAP}|[{singles}]"))


def _sequence(line: str) -> str:
    return "".join(chr(int(code, 16)) for code in line.split())

"""Stretches of a set direction that a cut falls into: closed before it and opened again behind."""

from collections.abc import Sequence
from typing import Final

_ISOLATES: Final = "\u2066\u2067\u2068"
_END_ISOLATE: Final = "\u2069"
_EMBEDDINGS: Final = "\u202a\u202b\u202d\u202e"
_END_EMBEDDING: Final = "\u202c"
_ENDS: Final = {
    **dict.fromkeys(_ISOLATES, _END_ISOLATE),
    **dict.fromkeys(_EMBEDDINGS, _END_EMBEDDING),
}


def closed(parts: Sequence[str]) -> list[str]:
    r"""The parts of a text, none of which leaves a direction to what stands below it.

    Example:
        >>> [ascii(part) for part in closed(["\u2067one", "two\u2069."])]
        ["'\\u2067one\\u2069'", "'\\u2067two\\u2069.'"]
    """
    found: list[str] = []
    still_open: list[str] = []
    for part in parts:
        before = "".join(still_open)
        for sign in part:
            if sign in _ENDS:
                still_open.append(sign)
            elif still_open and sign == _ENDS[still_open[-1]]:
                still_open.pop()
        after = "".join(_ENDS[sign] for sign in reversed(still_open))
        found.append(f"{before}{part}{after}")
    return found

"""Where a character as people see it begins, which may be many code points."""

from functools import lru_cache
from typing import Any

from channelwise.count.units import PLAIN, cluster_pattern


def cluster_start(text: str, offset: int) -> int:
    r"""The start of the grapheme cluster that an offset is in; the offset if one begins there.

    Nothing is read but the run of signs that may join around the offset, so the time grows no
    faster than the text.

    Example:
        >>> cluster_start("ab e\u0301 cd", 4), cluster_start("ab e\u0301 cd", 5)
        (3, 5)
    """
    if not 0 < offset < len(text) or _begins(text, offset):
        return offset
    before = _apart().search(text, 0, offset)  # searches backwards
    for found in cluster_pattern().finditer(text, before.start() if before else 0):
        if found.end() > offset:
            return offset if found.lastindex else int(found.start())
    return offset


def _begins(text: str, offset: int) -> bool:
    """The quick answer for most texts: two ASCII signs never join, but for CR LF."""
    pair = text[offset - 1 : offset + 1]
    return pair.isascii() and pair != "\r\n"


@lru_cache(maxsize=1)
def _apart() -> Any:
    """The last sign that surely begins a cluster: one that never joins, after another such."""
    import regex

    return regex.compile(f"(?<={PLAIN}){PLAIN}", regex.V1 | regex.REVERSE)

"""Where the hashtags of a text are: in any script, with the marks that its letters carry.

The signs within words are those that the most widely used parser of hashtags takes;
half-spaces join the words of a hashtag in Persian.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

_SIGNS: Final = "#\uff03"
_WORD: Final = r"\p{L}\p{M}\p{N}_"
# Signs that some scripts have within words. At the end of a hashtag they are its sentence's.
_INNER: Final = (
    "\u200d\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003\u0f0b\u0f0c\u00b7"
)


def hashtags(text: str) -> Iterator[tuple[int, int]]:
    """The offsets of each hashtag of a text, with its sign. A number alone is none.

    Example:
        >>> [text[start:end] for text in ["#محمّد #2026"] for start, end in hashtags(text)]
        ['#محمّد']
    """
    if any(sign in text for sign in _SIGNS):
        yield from (found.span() for found in _pattern().finditer(text))


@lru_cache(maxsize=1)
def _pattern() -> Any:
    import regex  # it knows combining marks; texts without hashtags do not need it

    # What makes an emoji of a sign before a hashtag is a mark too, and no letter's.
    before = rf"(?<![[{_WORD}&/]--[\ufe0e\ufe0f]][{_SIGNS}])(?<![{_SIGNS}][{_SIGNS}])"
    begins = r"(?=[\p{Nd}_]{0,40}[\p{L}\p{Nl}\p{No}])"
    inner = rf"[{_INNER}](?=[{_WORD}])"
    return regex.compile(rf"[{_SIGNS}]{before}{begins}(?:[{_WORD}\u200c]++|{inner})++", regex.V1)

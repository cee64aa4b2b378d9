"""Persian as it is spoken: the object marker and the plural lean on their word.

`فرصت را` is also `فرصت رو` and `فرصتو`, and `قیمت‌ها` is also `قیمتا`.
"""

from collections.abc import Iterator
from typing import Final

Words = tuple[str, ...]

_MARKERS: Final = ("را", "رو")
_PLURALS: Final = frozenset(
    f"ها{ending}"
    for ending in ("", "ی", "یی", "م", "ت", "ش", "مون", "تون", "شون", "یم", "یت", "یش")
)
# Behind these a spoken ending keeps its first letter: صفحه‌ها, and دنیارو for دنیا را.
_OPEN: Final = ("ا", "و", "ه")


def spoken(words: Words) -> Iterator[Words]:
    """The other ways of saying a phrase, given as folded words.

    Example:
        >>> list(spoken(("فرصت", "را", "بگیر")))
        [('فرصت', 'رو', 'بگیر'), ('فرصتو', 'بگیر')]
    """
    ways: list[Words] = [()]
    for word in words:
        ways = [way for said in ways for way in _said(said, word)]
    yield from ways[1:]  # the first one is the phrase as it was given


def _said(before: Words, word: str) -> Iterator[Words]:
    """What was said before with one word more, in each way of saying that word."""
    yield (*before, word)
    if not before:
        return
    last, is_open = before[-1], before[-1].endswith(_OPEN)
    if word in _MARKERS:
        yield (*before, _MARKERS[1 - _MARKERS.index(word)])
        yield (*before[:-1], last + ("رو" if is_open else "و"))
    elif word in _PLURALS and not is_open:
        yield (*before[:-1], last + word[1:])

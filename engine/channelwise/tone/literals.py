"""Strings without which a pattern cannot match: most texts have none, and are passed over."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, pairwise
from typing import Final

from channelwise.tone.patterns import tokens

Strings = tuple[str, ...]
_CLASSES: Final = frozenset("dDsSwW")


@lru_cache(maxsize=512)
def literals(pattern: str) -> Strings:
    r"""Strings of which every match has at least one; none where that cannot be told.

    Example:
        >>> literals(r"(?:buy|order) (?:your|our) \w{1,9} now"), literals(r"\d{1,3} ?%?")
        ((' now',), ())

    """
    levels = [_Level()]
    for kind, sign, repeated in _signs(pattern):
        if kind == "open":
            levels[-1].stop()
            levels.append(_Level())
        elif kind == "close":
            found = levels.pop().closed()
            levels[-1].offer(() if repeated else found)
        elif kind == "or":
            levels[-1].next()
        elif kind == "sign" and not repeated:
            levels[-1].run += sign
        else:
            levels[-1].stop()
    return levels[0].closed()


def may_match(pattern: str, text: str, start: int, end: int) -> bool:
    """False if the pattern surely matches nowhere in a stretch of a text."""
    known = literals(pattern)
    return not known or any(text.find(one, start, end) >= 0 for one in known)


def _signs(pattern: str) -> Iterator[tuple[str, str, bool]]:
    """Each part of a pattern: its kind, its sign if it stands for itself, whether it may repeat."""
    parts = [*tokens(pattern), ("", "")]
    for (kind, text), (after, _) in pairwise(parts):
        repeated = after in ("repeat", "maybe")
        if kind == "escape" and text[1] not in _CLASSES:
            yield "sign", text[1], repeated
        elif kind == "sign" and text == ".":
            yield "any", text, repeated
        elif kind not in ("repeat", "maybe"):
            yield kind, text, repeated


class _Level:
    """A group as far as it was read: past alternatives, and the best strings of this one."""

    def __init__(self) -> None:
        self._past: list[Strings] = []
        self._best: Strings = ()
        self.run = ""

    def stop(self) -> None:
        """The run of signs that stand for themselves ends here."""
        self.offer((self.run,) if self.run else ())
        self.run = ""

    def offer(self, strings: Strings) -> None:
        """Of two choices, the one whose shortest string is longer is met less often."""
        if min(map(len, strings), default=0) > min(map(len, self._best), default=0):
            self._best = strings

    def next(self) -> None:
        """Another alternative begins."""
        self.stop()
        self._past.append(self._best)
        self._best = ()

    def closed(self) -> Strings:
        """Strings of which each alternative has one; none if an alternative has none."""
        self.next()
        return () if () in self._past else tuple(dict.fromkeys(chain(*self._past)))

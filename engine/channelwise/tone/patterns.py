"""Patterns of tone rules: regular expressions with which no text can cost more than its length.

Allowed are characters, classes, groups, alternatives, `?` and `{m,n}`. Not allowed are `*`, `+`,
an open `{m,}`, a repeated group, look-around, references and anchors: so the number of ways to
match at one place is bounded, and MOST_WAYS bounds it. A timeout stands behind that.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

from channelwise.tone.folding import folded_character

MOST_SIGNS: Final = 300
MOST_REPEATS: Final = 40
MOST_WAYS: Final = 5_000
SECONDS: Final = 5.0
# A word ends where no letter, digit or seam follows; see channelwise.tone.atoms.
_BEFORE: Final = r"(?<![\p{L}\p{N}])(?<![\p{L}\p{N}][-'\u200c])"
_AFTER: Final = r"(?![\p{L}\p{N}])(?![-'\u200c][\p{L}\p{N}])"
_SIGNS: Final = (
    r"(?P<escape>\\.)|(?P<class>\[\^?(?:\\.|[^\]\\])++\])|(?P<open>\((?:\?:)?)|(?P<close>\))"
    r"|(?P<repeat>\{(?P<least>\d{0,4}+)(?P<comma>,?)(?P<most>\d{0,4}+)\})|(?P<maybe>\?)|(?P<or>\|)"
    r"|(?P<bad>[*+^$\[\]{}\\])|(?P<sign>.)"
)
_PERSIAN: Final = re.compile("[\u0600-\u06ff]")
_ESCAPES: Final = frozenset("dDsSwW.?*+|()[]{}\\^$-/#&%'\"!,:;")


class BadPattern(ValueError):  # noqa: N818 - the name says what is wrong
    """A pattern that is not allowed; its text says why."""


def checked_pattern(pattern: str) -> str:
    """The same pattern.

    Raises:
        BadPattern: it is no regular expression, or not one of the bounded kind.

    Example:
        >>> checked_pattern(r"only \\d{1,3} left")
        'only \\\\d{1,3} left'
    """
    if not pattern or len(pattern) > MOST_SIGNS:
        raise BadPattern(f"a pattern has 1 to {MOST_SIGNS} characters")
    ways = _ways(pattern)
    if ways > MOST_WAYS:
        raise BadPattern(
            f"it can match in {ways} ways at one place; at most {MOST_WAYS} are allowed"
        )
    compiled(pattern)
    return pattern


def _ways(pattern: str) -> int:
    """An upper bound of the ways in which the pattern can match at one place.

    What follows one another multiplies, alternatives add up.
    """
    done, now, before = [0], [1], ""  # of each open group: past alternatives, the present one
    for token in _tokens().finditer(pattern):
        kind = "repeat" if token["repeat"] else token.lastgroup or ""
        if kind == "open":
            done.append(0)
            now.append(1)
        elif kind == "close" and len(now) > 1:
            inside = done.pop() + now.pop()
            now[-1] *= inside
        elif kind == "or":
            done[-1] += now[-1]
            now[-1] = 1
        else:
            now[-1] *= _factor(token, kind, before)
        before = kind
    return sum(done) + sum(now)


def _factor(token: Any, kind: str, before: str) -> int:
    """By how much one sign multiplies the ways."""
    if kind == "bad" or (kind == "escape" and token[0][1:] not in _ESCAPES):
        raise BadPattern(f"'{token[0]}' is not allowed; use ? or {{1,9}} for what repeats")
    if kind == "repeat":
        return _repeat(token, before)
    if kind == "maybe":
        _refuse_after(before, ("", "open", "or", "repeat", "maybe"), token[0])
        return 2
    return 1


def _repeat(token: Any, before: str) -> int:
    _refuse_after(before, ("", "open", "or", "repeat", "maybe", "close"), token[0])
    least = int(token["least"] or 0)
    if token["comma"] and not token["most"]:
        raise BadPattern(f"'{token[0]}' has no end; write both numbers")
    most = int(token["most"]) if token["comma"] else least
    if not least <= most <= MOST_REPEATS or most == 0:
        raise BadPattern(f"'{token[0]}' must rise, and to {MOST_REPEATS} at most")
    return most - least + 1


def _refuse_after(before: str, kinds: tuple[str, ...], token: str) -> None:
    if before in kinds:
        what = "a group" if before == "close" else "nothing that may be repeated"
        raise BadPattern(f"'{token}' stands after {what}")


@lru_cache(maxsize=1)
def _tokens() -> Any:
    import regex

    return regex.compile(_SIGNS, regex.DOTALL)


def tokens(pattern: str) -> Iterator[tuple[str, str]]:
    """The parts of a pattern, folded as it is compiled: the kind of each, and how it is written."""
    for token in _tokens().finditer(_folded(pattern)):
        yield ("repeat" if token["repeat"] else token.lastgroup or ""), token[0]


def _folded(pattern: str) -> str:
    return _PERSIAN.sub(lambda sign: folded_character(sign[0]), pattern)


@lru_cache(maxsize=512)
def compiled(pattern: str) -> Any:
    """The pattern with the ends of words around it; BadPattern if it is none.

    Its Persian letters and signs are folded as the texts are: `آ` would never be met in one.
    """
    import regex

    try:
        return regex.compile(f"{_BEFORE}(?:{_folded(pattern)}){_AFTER}", regex.V1)
    except regex.error as error:
        raise BadPattern(f"it is no regular expression: {error}") from None

"""Showing outside text in an error without letting it act on the terminal."""

import math
import re
from typing import Any, Final

MOST_SHOWN: Final = 40

# Controls, direction marks, line separators, lone surrogates and a byte order mark that is
# not the first character. The two joiners (U+200C, U+200D) are letters of daily Persian.
HIDDEN: Final = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028\\u2029"
    "\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff\\ufeff\\ufffe\\uffff]|\\r(?!\\n)"
)
_ESCAPED: Final = re.compile(f"{HIDDEN.pattern}|[\\n\\r\\t]")


def code_point(character: str) -> str:
    """The Unicode name of a place, such as `U+202E`."""
    return f"U+{ord(character):04X}"


def printable(text: str) -> str:
    """The text with every control and hidden character written as an escape."""
    return _ESCAPED.sub(lambda found: ascii(found[0])[1:-1], text)


def shortened(text: str) -> str:
    """At most 40 characters of the text, safe to print; `…` tells that some are left out."""
    shown = text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 1] + "…"
    return printable(shown)


def found(value: Any) -> str:
    """A value for "found ...": text in quotes, numbers as they are, the rest by a word.

    Example:
        >>> found("a" * 99) == "'" + "a" * 39 + "…'", found(True), found([1]), found(None)
        (True, 'true', 'list', 'nothing')

    """
    match value:
        case None:
            return "nothing"
        case bool():
            return "true" if value else "false"
        case str():
            return f"'{shortened(value)}'"
        case int() | float():
            return _number(value)
        case _:
            return _container(value)


def _container(value: Any) -> str:
    if isinstance(value, dict):
        return "mapping"
    return "list" if isinstance(value, list | tuple | set | frozenset) else "other"


def _number(value: float) -> str:
    # Python refuses to print integers of thousands of digits, so those go by their size.
    if isinstance(value, int) and value.bit_length() > 128:
        return "long_number"
    if isinstance(value, float) and not math.isfinite(value):
        return "not_finite"
    return str(value)

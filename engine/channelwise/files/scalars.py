"""What a plain YAML scalar means, by the core schema of YAML 1.2.

PyYAML follows YAML 1.1, in which the country code `NO` is false and `1:30` is ninety.
Octal and hexadecimal integers of the core schema are left out: they stay text.
"""

import re
from typing import Final

from channelwise.files.limits import integer

_WORDS: Final[dict[str, bool | None]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER: Final = re.compile(r"[-+]?[0-9]+")
_FLOAT: Final = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_INFINITE: Final = re.compile(r"[-+]?\.(?:inf|Inf|INF)")
_NOT_A_NUMBER: Final = frozenset((".nan", ".NaN", ".NAN"))
_MAY_BE_NUMBER: Final = frozenset("+-.0123456789")

Scalar = str | int | float | bool | None


def resolved(text: str) -> Scalar:
    """The value of an unquoted scalar.

    Example:
        >>> resolved("NO"), resolved("true"), resolved("007"), resolved("1e3"), resolved("")
        ('NO', True, 7, 1000.0, None)

    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _MAY_BE_NUMBER:
        return text
    if _INTEGER.fullmatch(text):
        return integer(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    if _INFINITE.fullmatch(text) or text in _NOT_A_NUMBER:
        return float("nan")  # refused later, with its place
    return text

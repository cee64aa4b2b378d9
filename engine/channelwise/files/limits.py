"""What no file may hold, whatever its kind: checked on the data, where escapes are undone."""

import math
from collections.abc import Iterator
from typing import Any, Final

from channelwise.errors import BadInput, Problem
from channelwise.files.say import problem
from channelwise.files.show import HIDDEN, code_point
from channelwise.files.text_in import MOST_PROBLEMS
from channelwise.files.tree import Document, Path, dotted

MOST_DEPTH: Final = 32
MOST_DIGITS: Final = 15
_LARGEST: Final = 10**MOST_DIGITS
# Enough to be refused, and never so many that Python's own limit on digits is met.
_DIGITS_READ: Final = 20


def integer(digits: str) -> int:
    """The integer, or for one that is too long some integer that is too long as well."""
    sign = "-" if digits.startswith("-") else ""
    return int(sign + (digits.lstrip("+-0")[:_DIGITS_READ] or "0"))


def checked(document: Document) -> Document:
    """The same document.

    Raises:
        BadInput: with each number that is too long or not finite, each date, each hidden
            character that was written as an escape, and nesting that is too deep.

    """
    problems = list[Problem]()
    for found in _problems(document):
        problems.append(found)
        if len(problems) == MOST_PROBLEMS:
            break
    if problems:
        raise BadInput(sorted(problems, key=lambda found: (found.line, found.column)))
    return document


def _problems(document: Document) -> Iterator[Problem]:
    waiting: list[tuple[Path, Any]] = [((), document.data)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, dict):
            yield from _key_problems(document, path, value)
            inside = [((*path, key), child) for key, child in value.items()]
        elif isinstance(value, list):
            inside = [((*path, index), child) for index, child in enumerate(value)]
        else:
            yield from _value_problems(document, path, value)
            continue
        if len(path) >= MOST_DEPTH:
            yield problem("too_deep", document.file, document.place(path), limit=str(MOST_DEPTH))
        else:
            waiting.extend(inside)


def _key_problems(document: Document, path: Path, mapping: dict[str, Any]) -> Iterator[Problem]:
    for key in mapping:
        hidden = HIDDEN.search(key)
        if hidden:
            place = document.key_place((*path, key))
            yield problem("hidden", document.file, place, dotted(path), code=code_point(hidden[0]))


def _value_problems(document: Document, path: Path, value: Any) -> Iterator[Problem]:
    file, place, field = document.file, document.place(path), dotted(path)
    match value:
        case None | bool():
            return
        case str():
            hidden = HIDDEN.search(value)
            if hidden:
                yield problem("hidden", file, place, field, code=code_point(hidden[0]))
        case int():
            if not -_LARGEST < value < _LARGEST:
                yield problem("long_number", file, place, field, limit=str(MOST_DIGITS))
        case float():
            if not math.isfinite(value):
                yield problem("not_finite", file, place, field)
        case _:  # only TOML has more types: dates and times
            yield problem("date", file, place, field)

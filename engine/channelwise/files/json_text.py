"""JSON with places: `json` says whether it is valid, a scan of the tokens says where."""

import json
import re
from dataclasses import dataclass, field
from typing import Any, Final

from channelwise.errors import BadInput, Problem
from channelwise.files.limits import MOST_DEPTH, checked, integer
from channelwise.files.lines import Lines
from channelwise.files.say import problem
from channelwise.files.syntax import syntax_error
from channelwise.files.text_in import MOST_PROBLEMS
from channelwise.files.tree import Document, Path, Place, dotted

# Possessive, and without need of the closing quote: linear on any text, valid or not.
_TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[\]{}:,]|[^\s"\[\]{}:,]+', re.DOTALL)


def parse_json(text: str, file: str) -> Document:
    """The document in a checked text.

    Raises:
        BadInput: where it is not JSON, or a key is given twice, or a number is too long.

    """
    lines = Lines(text)
    _refuse_depth(text, file, lines)
    try:
        data = json.loads(text, parse_int=integer)
    except json.JSONDecodeError as error:
        raise syntax_error(error.msg, file, Place(error.lineno, error.colno)) from None
    scan = _Scan(lines, file)
    for token in _TOKEN.finditer(text):
        scan.take(token[0], token.start())
        if len(scan.problems) == MOST_PROBLEMS:
            break
    if scan.problems:
        raise BadInput(scan.problems)
    return checked(Document(file, data, scan.places, scan.key_places))


def _refuse_depth(text: str, file: str, lines: Lines) -> None:
    # Before `json` sees it: its parser calls itself for each level.
    depth = 0
    for token in _TOKEN.finditer(text):
        if token[0] in "[{":
            depth += 1
        elif token[0] in "]}":
            depth -= 1
        if depth > MOST_DEPTH:
            place = lines.place(token.start())
            raise BadInput([problem("too_deep", file, place, limit=str(MOST_DEPTH))])


@dataclass(slots=True)
class _Open:
    """A container that has begun: `index` counts a list, `key` waits in an object."""

    path: Path
    is_list: bool
    index: int = 0
    key: str | None = None


@dataclass(slots=True)
class _Scan:
    """Places from the marks of a text that is known to be valid."""

    lines: Lines
    file: str
    places: dict[Path, Place] = field(default_factory=dict)
    key_places: dict[Path, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)

    def take(self, mark: str, offset: int) -> None:
        """Add one mark: a bracket, comma, colon, text, number or word."""
        top = self.open[-1] if self.open else None
        if mark in "]}":
            self.open.pop()
        elif mark == ",":
            self._next(top)
        elif mark == ":":
            pass
        elif top and not top.is_list and top.key is None:
            self._key(top, mark, offset)
        else:
            self._value(top, mark, offset)

    def _next(self, top: _Open | None) -> None:
        if top:
            top.index += 1
            top.key = None

    def _key(self, top: _Open, mark: str, offset: int) -> None:
        key: Any = json.loads(mark)
        path, place = (*top.path, key), self.lines.place(offset)
        first = self.key_places.setdefault(path, place)
        if first is not place:
            values = {"first": str(first.line)}
            self.problems.append(problem("duplicate_key", self.file, place, dotted(path), **values))
        top.key = key

    def _value(self, top: _Open | None, mark: str, offset: int) -> None:
        path: Path = ()
        if top:
            path = (*top.path, top.index if top.key is None else top.key)
        self.places[path] = self.lines.place(offset)
        if mark in "[{":
            self.open.append(_Open(path, mark == "["))

"""Where the keys and values of a TOML text are, in one pass without calls to itself."""

import re
import tomllib
from dataclasses import dataclass
from typing import Final

from channelwise.errors import Problem
from channelwise.files.limits import MOST_DEPTH, MOST_DIGITS
from channelwise.files.lines import Lines
from channelwise.files.say import problem
from channelwise.files.text_in import MOST_PROBLEMS
from channelwise.files.tree import START, Path, Place, dotted

# All possessive: each is linear on any text, also on one that is not TOML.
_PART: Final = re.compile(r"""[A-Za-z0-9_-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+'""")
_DOT: Final = re.compile(r"[ \t]*+\.[ \t]*+")
_EQUALS: Final = re.compile(r"[ \t]*+=[ \t]*+")
_BLANK: Final = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_SPACE: Final = re.compile(r"[ \t]*+")
# Longer than any number that is allowed, and shorter than those that Python cannot read.
_LONG_NUMBER: Final = re.compile(r"[-+]?[0-9][0-9_]{99}")
_SCALAR: Final = re.compile(
    r'"{3}(?:[^"\\]|\\.|"(?!""))*+"{3,5}'
    r"|'{3}(?:[^']|'(?!''))*+'{3,5}"
    r"""|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+'|[^\s,\[\]{}#"'=][^,\[\]{}#"'=\n]*+""",
    re.DOTALL,
)


@dataclass(slots=True)
class _Open:
    """An array or inline table that has begun."""

    path: Path
    closing: str
    index: int = 0


class _NotToml(Exception):  # noqa: N818 - a way out of the scan, not an error
    """The scan cannot go on; the parser will say what is wrong."""


class Scan:
    """Places of a text; `problems` are keys given twice, `refusal` a reason not to parse."""

    def __init__(self, text: str, file: str) -> None:
        self.places: dict[Path, Place] = {(): START}
        self.key_places: dict[Path, Place] = {}
        self.problems: list[Problem] = []
        self.refusal: Problem | None = None
        self._text, self._file, self._at = text, file, 0
        self._lines = Lines(text)
        self._table: Path = ()
        self._entries: dict[Path, int] = {}  # arrays of tables, with the index of the last
        self._given: set[Path] = set()  # keys and tables that may not be given again

    def run(self) -> None:
        """Scan to the end, or to the first thing that is not TOML or too deep."""
        try:
            self._skip(_BLANK)
            while self._at < len(self._text) and len(self.problems) < MOST_PROBLEMS:
                if self._text.startswith("[", self._at):
                    self._header()
                else:
                    self._pair(self._table)
                self._skip(_BLANK)
        except _NotToml:
            return

    def _skip(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._text, self._at)
        if not match:
            raise _NotToml
        self._at = match.end()
        return match[0]

    def _expect(self, mark: str) -> None:
        if not self._text.startswith(mark, self._at):
            raise _NotToml
        self._at += len(mark)

    def _refuse(self, key: str, limit: int) -> _NotToml:
        place = self._lines.place(self._at)
        self.refusal = problem(key, self._file, place, limit=str(limit))
        return _NotToml()

    def _key(self) -> list[tuple[str, Place]]:
        """The parts of a dotted key, each with its place."""
        parts = list[tuple[str, Place]]()
        while True:
            place = self._lines.place(self._at)
            parts.append((_unquoted(self._skip(_PART)), place))
            if len(parts) > MOST_DEPTH:
                raise self._refuse("too_deep", MOST_DEPTH)
            dot = _DOT.match(self._text, self._at)
            if not dot:
                return parts
            self._at = dot.end()

    def _header(self) -> None:
        place = self._lines.place(self._at)
        marks = "[[" if self._text.startswith("[[", self._at) else "["
        self._expect(marks)
        self._skip(_SPACE)
        parts = self._key()
        self._skip(_SPACE)
        self._expect("]" * len(marks))
        path: Path = ()
        for name, key_place in parts[:-1]:
            path = self._note((*path, name), key_place, place)
            path = (*path, self._entries[path]) if path in self._entries else path
        path = self._note((*path, parts[-1][0]), parts[-1][1], place)
        if marks == "[[":
            self._entries[path] = self._entries.get(path, -1) + 1
            path = (*path, self._entries[path])
            self.places[path] = place
        else:
            self._once(path, parts[-1][1])
        self._table = path

    def _note(self, path: Path, key_place: Place, place: Place) -> Path:
        self.key_places.setdefault(path, key_place)
        self.places.setdefault(path, place)
        return path

    def _once(self, path: Path, place: Place) -> None:
        if path in self._given:
            first = str(self.key_places[path].line)
            self.problems.append(
                problem("duplicate_key", self._file, place, dotted(path), first=first)
            )
        self._given.add(path)

    def _pair(self, table: Path) -> None:
        """`key = value`; a value that is a container is followed to its end."""
        waiting = list[_Open]()
        self._assign(table, waiting)
        while waiting:
            self._inside(waiting)

    def _assign(self, table: Path, waiting: list[_Open]) -> None:
        parts = self._key()
        self._skip(_EQUALS)
        path = table
        for name, key_place in parts:
            path = self._note((*path, name), key_place, key_place)
        self._once(path, parts[-1][1])
        self._value(path, waiting)

    def _value(self, path: Path, waiting: list[_Open]) -> None:
        self.places[path] = self._lines.place(self._at)
        mark = self._text[self._at : self._at + 1]
        if mark not in ("[", "{"):
            if _LONG_NUMBER.match(self._text, self._at):
                raise self._refuse("long_number", MOST_DIGITS)
            self._skip(_SCALAR)
            return
        if len(waiting) >= MOST_DEPTH:
            raise self._refuse("too_deep", MOST_DEPTH)
        self._at += 1
        waiting.append(_Open(path, "]" if mark == "[" else "}"))

    def _inside(self, waiting: list[_Open]) -> None:
        """One step in the innermost container: its end, a comma, an entry or a pair."""
        top = waiting[-1]
        self._skip(_BLANK)
        if self._text.startswith(top.closing, self._at):
            self._at += 1
            waiting.pop()
        elif self._text.startswith(",", self._at):
            self._at += 1
            top.index += 1
        elif top.closing == "]":
            self._value((*top.path, top.index), waiting)
        else:
            self._assign(top.path, waiting)


def _unquoted(part: str) -> str:
    if part[0] == "'":
        return part[1:-1]
    if part[0] != '"':
        return part
    if "\\" not in part:
        return part[1:-1]
    try:
        return str(tomllib.loads(f"key = {part}")["key"])
    except ValueError:
        raise _NotToml from None

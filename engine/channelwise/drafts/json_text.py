"""Drafts in JSON: their data with places, and the way from a text back to the file."""

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from channelwise.drafts.model import Run
from channelwise.errors import BadInput, Problem
from channelwise.files.read import parse_document
from channelwise.files.say import problem
from channelwise.files.show import HIDDEN, code_point
from channelwise.files.text_in import MOST_PROBLEMS
from channelwise.files.tree import Document, Path, dotted

TEXT: Final = "text"

# Marks that direct text, and separators of lines: a post may hold them, other fields may not.
_CODES: Final = "061c|200[ef]|202[89a-e]|206[6-9]|feff"
_MARKS: Final = re.compile(
    "[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]" rf"|\\u(?:{_CODES})|\\.",
    re.IGNORECASE,
)
_ESCAPED_MARK: Final = re.compile(rf"\\u(?:{_CODES})", re.IGNORECASE)
_STRING: Final = re.compile(r'"((?:[^"\\]|\\.)*+)"')
# Each of them stands for one code point of the text.
_ESCAPE: Final = re.compile(
    r"(?:\\r|\\u000[dD])(?:\\n|\\u000[aA])"
    r"|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|\\u[0-9a-fA-F]{4}|\\."
)


def json_document(source: str, file: str) -> Document:
    """The document of a source; its texts keep their marks of direction.

    Raises:
        BadInput: with every problem of the JSON.

    """
    veiled = parse_document(_MARKS.sub(_veil, source), file, "json")
    try:
        data = json.loads(source)
    except ValueError:  # a mark outside of quotes
        return parse_document(source, file, "json")
    document = Document(file, data, veiled.places, veiled.key_places)
    problems = list(islice(_marked(document), MOST_PROBLEMS))
    if problems:
        raise BadInput(sorted(problems, key=lambda one: (one.line, one.column)))
    return document


# No post begins so, not even one that begins with a placeholder such as {{name}}.
_BEGINS_AS_JSON: Final = re.compile(r'\s*+(?:\[\s*+)?+\{\s*+"')


def holds_drafts(source: str) -> bool:
    """Whether a source of unknown kind is meant as JSON: it begins as an object with a name does.

    Whether it is good JSON is not asked: half of it, from a broken pipe, must not pass for a post.

    Example:
        >>> holds_drafts('{"text": "Fresh bread"}'), holds_drafts("[Fresh] bread")
        (True, False)

    """
    return _BEGINS_AS_JSON.match(source) is not None


def _veil(found: re.Match[str]) -> str:
    """A space of the same length, so that every place stays."""
    if len(found[0]) == 1:
        return " "
    return r"\u0020" if _ESCAPED_MARK.fullmatch(found[0]) else found[0]


def _marked(document: Document) -> Iterator[Problem]:
    """The fields other than a text that hold a hidden mark."""
    for path, words in _strings(document.data, ()):
        found = HIDDEN.search(words)
        if found and not _is_text(path):
            place = document.place(path)
            code = code_point(found[0])
            yield problem("hidden", document.file, place, dotted(path), code=code)


def _is_text(path: Path) -> bool:
    return path == (TEXT,) or (len(path) == 2 and isinstance(path[0], int) and path[1] == TEXT)


def _strings(data: Any, top: Path) -> Iterator[tuple[Path, str]]:
    waiting: list[tuple[Path, Any]] = [(top, data)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, str):
            yield path, value
        elif isinstance(value, list):
            waiting += [((*path, index), one) for index, one in enumerate(value)]
        elif isinstance(value, dict):
            for key, one in value.items():
                yield (*path, key), key if HIDDEN.search(key) else ""
                waiting.append(((*path, key), one))


def runs(source: str, quote: int) -> tuple[Run, ...]:
    """How the text of the JSON string that begins at the offset `quote` lies in the source."""
    string = _STRING.match(source, quote)
    inside = string[1] if string else ""
    found, text, at = [Run(0, quote + 1)], 0, 0
    for escape in _ESCAPE.finditer(inside):
        text += escape.start() - at + 1
        at = escape.end()
        found.append(Run(text, quote + 1 + at))
    return tuple(found)

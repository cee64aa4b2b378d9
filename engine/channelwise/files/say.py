"""Making a Problem from the key of its message, and saying it in another language."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from channelwise.errors import Problem
from channelwise.files.problem_texts import FRAME, MESSAGES, WHAT
from channelwise.files.show import printable
from channelwise.files.tree import Place
from channelwise.text import Text, persian_digits
from channelwise.vocabulary import Lang

LIST_SEPARATOR: Final = ", "
# How the values of a message are said: as numbers, as kinds of value, as words of a file.
_NUMBERS: Final = frozenset(("least", "most", "low", "high", "limit", "first", "count"))
_KINDS: Final = frozenset(("what",))
_LISTS: Final = frozenset(("words", "known"))
_UNKNOWN_PLACE: Final = Place(0, 0)
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_HOLE: Final = re.compile(r"\{(\w+)\}")


def problem(
    key: str,
    file: str,
    place: Place = _UNKNOWN_PLACE,
    field: str = "",
    suggestion: str = "",
    **values: str,
) -> Problem:
    """A Problem whose English message is `MESSAGES[key]` filled with `values`.

    Example:
        >>> str(problem("long_number", "brief.yaml", Place(2, 8), "time.hours", limit="15"))
        'brief.yaml:2:8: time.hours: has more than 15 digits; put it in quotes if it is text'

    """
    return Problem(
        file=printable(file),
        line=place.line,
        column=place.column,
        field=printable(field),
        message=_filled(MESSAGES[key].en, values, "en"),
        key=key,
        values=tuple(values.items()),
        suggestion=printable(suggestion),
    )


def localised(problem: Problem, lang: Lang, messages: Mapping[str, Text] | None = None) -> str:
    """The whole line of a problem in a language; in English it is `str(problem)`.

    In Persian, names of files and fields and words of the file stand in isolates, so that
    a left-to-right word does not reorder the sentence. A message without a Persian text is
    said in English inside an isolate. `messages` adds keys of the caller to those known here.
    """
    if lang == "en":
        return str(problem)
    text = {**MESSAGES, **(messages or {})}.get(problem.key)
    values = dict(problem.values)
    said = values.get("fa") or (_filled(text.fa, values, lang) if text else "")
    return "".join(
        (
            _isolated(_where(problem)) + ": ",
            _isolated(problem.field) + ": " if problem.field else "",
            said or _isolated(printable(problem.message)),
            _filled(FRAME["hint"].fa, {"word": problem.suggestion}, lang)
            if problem.suggestion
            else "",
        )
    )


def _where(problem: Problem) -> str:
    if not problem.line:
        return problem.file
    return f"{problem.file}:{problem.line}:{problem.column}"


def _filled(template: str, values: Mapping[str, str], lang: Lang) -> str:
    return _HOLE.sub(lambda hole: _said(hole[1], values.get(hole[1], hole[0]), lang), template)


def _said(name: str, value: str, lang: Lang) -> str:
    if name in _NUMBERS:
        return _number(value) if lang == "fa" else value
    if name in _KINDS:
        return _alternatives(value.split(","), lang)
    if name == "found":
        return _found(value, lang)
    if lang == "en":
        return value
    if name in _LISTS:
        return "، ".join(_isolated(word) for word in value.split(LIST_SEPARATOR))
    return _isolated(value)


def _number(value: str) -> str:
    digits = persian_digits(value).replace(".", "٫")
    # A minus before Persian digits would move to their right in a right-to-left line.
    return f"\u2066{digits}{_POP_ISOLATE}" if digits.startswith("-") else digits


def _alternatives(kinds: list[str], lang: Lang) -> str:
    words = [WHAT[kind].lang(lang) for kind in kinds]
    comma, last = ("، ", " یا ") if lang == "fa" else (", ", " or ")
    return last.join(filter(None, (comma.join(words[:-1]), words[-1])))


def _found(value: str, lang: Lang) -> str:
    if value in WHAT:
        return WHAT[value].lang(lang)
    if lang == "en":
        return value
    return f"«{_isolated(value[1:-1])}»" if value.startswith("'") else _isolated(value)


def _isolated(text: str) -> str:
    return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}"


def listed(words: Iterable[str]) -> str:
    """Words as one value of a message, safe to print."""
    return LIST_SEPARATOR.join(printable(word) for word in words)

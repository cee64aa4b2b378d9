"""The interview that makes a brief, without a terminal: questions in, checked answers out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from pydantic import ValidationError

from channelwise.brief.model import Brief
from channelwise.brief.typed import Labels, NotUnderstood, Reader, cleaned
from channelwise.brief.writing import to_yaml
from channelwise.files.show import shortened
from channelwise.texts import Question, Texts
from channelwise.texts.direction import isolated
from channelwise.vocabulary import Lang

__all__ = ["Given", "Interview", "Refused", "to_yaml"]

# What the brief's own rules complain of: the phrase that says it, and the limit it names.
_PHRASES: Final = {
    "greater_than_equal": ("at_least", "ge"),
    "less_than_equal": ("at_most", "le"),
    "greater_than": ("above", "gt"),
    "string_too_long": ("too_long", "max_length"),
    "too_long": ("too_many", "max_length"),
    "too_short": ("empty", ""),
    "no_share": ("no_share", ""),
}


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that the brief accepts; None if the question was left out."""

    value: Any


@dataclass(frozen=True, slots=True)
class Refused:
    """Why an answer cannot be used, in the language of the interview."""

    message: str


class Interview:
    """Keeps the accepted answers of one conversation; not for sharing among threads.

    Args:
        networks: names of the known networks by id. Other ids are accepted as well, unless
            they look like a slip for a known one.

    Example:
        >>> from channelwise.texts import load
        >>> talk = Interview(load(), "en")
        >>> talk.reply(talk.texts.question("time.hours_per_week"), "2,5")
        Given(value=2.5)
        >>> talk.brief()
        {'time': {'hours_per_week': 2.5}}
    """

    def __init__(self, texts: Texts, lang: Lang, networks: Labels | None = None) -> None:
        self.texts, self.lang = texts, lang
        self._reader = Reader(texts, lang, networks or {})
        self._given: dict[str, Any] = {}

    @property
    def missing(self) -> tuple[Question, ...]:
        """The needed questions that have no answer yet."""
        return tuple(q for q in self.texts.questions if q.needed and q.field not in self._given)

    def brief(self) -> dict[str, Any]:
        """The answers so far as the plain data of a brief."""
        asked = (question.field for question in self.texts.questions)
        return _nested({field: self._given[field] for field in asked if field in self._given})

    def reply(self, question: Question, typed: str) -> Given | Refused:
        """Takes an answer as it was typed; an accepted one is kept, a later one replaces it."""
        line = cleaned(typed)
        try:
            value = self._read(question, line)
        except NotUnderstood as reason:
            return Refused(self._said(reason))
        self._given.pop(question.field, None)
        if value is not None:
            self._given[question.field] = value
        return Given(value)

    def _read(self, question: Question, line: str) -> Any:
        if line:
            value = self._reader.read(question, line)
            _check({**self._stand_ins(), **self._given, question.field: value}, question.field)
            return value
        if question.needed:
            raise NotUnderstood("needed")
        return None

    def _stand_ins(self) -> dict[str, Any]:
        """Answers to the needed questions, so that the brief's rules judge a part as a whole."""
        found: dict[str, Any] = {}
        for question in self.missing:
            first = next(iter(self.texts.words.get(question.group, ())), "-")
            found[question.field] = {"hours": 1, "words": [first]}.get(question.kind, first)
        return found

    def _said(self, reason: NotUnderstood) -> str:
        values = {
            name: isolated(shortened(value), self.lang) if isinstance(value, str) else value
            for name, value in reason.values.items()
        }
        message = self.texts.ui(reason.key, self.lang, **values)
        if not reason.suggestion:
            return message
        word = isolated(reason.suggestion, self.lang)
        return f"{message} {self.texts.ui('interview.nearest', self.lang, word=word)}"


def _nested(answers: Mapping[str, Any]) -> dict[str, Any]:
    brief: dict[str, Any] = {}
    for field, value in answers.items():
        *parents, last = field.split(".")
        part = brief
        for parent in parents:
            part = part.setdefault(parent, {})
        part[last] = value
    return brief


def _check(answers: Mapping[str, Any], field: str) -> None:
    """Raises NotUnderstood for what the brief's rules say of this field, and of no other."""
    try:
        Brief.model_validate(_nested(answers))
    except ValidationError as error:
        path = tuple(field.split("."))
        for details in error.errors(include_url=False):
            if _concerns(details["loc"], path):
                raise _complaint(details) from None


def _concerns(place: tuple[int | str, ...], path: tuple[str, ...]) -> bool:
    shorter = min(len(place), len(path))
    return place[:shorter] == path[:shorter]


def _complaint(details: Any) -> NotUnderstood:
    if details["type"] == "string_pattern_mismatch" and details["loc"][-1] == "network":
        return NotUnderstood("network", found=details["input"])
    key, limit = _PHRASES.get(details["type"], ("refused", ""))
    return NotUnderstood(key, **({"limit": details["ctx"][limit]} if limit else {}))

"""Labels, questions and phrases in both languages, frozen."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from channelwise.errors import UnknownName
from channelwise.files.nearest import nearest
from channelwise.text import Text, number
from channelwise.vocabulary import Lang

Section = Literal["people", "objectives", "content", "time", "presence"]
Kind = Literal[
    "text", "whole", "hours", "flag", "word", "words", "ordered_words", "shares", "markets",
    "languages", "accounts",
]  # fmt: skip

_HOLE: Final = re.compile(r"\{(\w+)\}")
# Fields of a brief that nobody is asked for have a label all the same.
_UNASKED: Final = "field."


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the interview; `field` is its path in the brief.

    `group` is the word list of `channelwise.vocabulary` that answers come from, or "".
    `example` shows how to type an answer that is neither a word nor a number.
    """

    field: str
    section: Section
    needed: bool
    kind: Kind
    group: str
    ask: Text
    help: Text
    label: Text
    example: Text | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A fixed phrase; `one` is its English where the first number in it is 1."""

    text: Text
    one: str | None = None

    def fill(self, lang: Lang, values: Mapping[str, object]) -> str:
        """The phrase with its `{names}` filled in; KeyError if a value is missing."""
        line = self.text.lang(lang)
        if self.one is not None and lang == "en":
            first = _HOLE.findall(line)[0]
            line = self.one if values[first] in (1, "1") else line
        return _HOLE.sub(lambda hole: _shown(values[hole[1]], lang), line)


def _shown(value: object, lang: Lang) -> str:
    return number(value, lang) if isinstance(value, int | float) else str(value)


@dataclass(frozen=True, slots=True)
class Texts:
    """All fixed texts of the project.

    Example:
        >>> from channelwise.texts import load
        >>> load().word("AudienceKind", "b2b", "en"), load().ui("cadence", "fa", posts=3)
        ('businesses', 'هفته‌ای ۳ پست')
    """

    words: Mapping[str, Mapping[str, Text]]
    questions: tuple[Question, ...]
    phrases: Mapping[str, Phrase]

    def word(self, group: str, word: str, lang: Lang) -> str:
        """The label of a word of `channelwise.vocabulary`, or of a topic.

        Raises:
            UnknownName: there is no such list, or no such word in it.
        """
        return self._labels(group, word)[word].lang(lang)

    def _labels(self, group: str, word: str) -> Mapping[str, Text]:
        if group not in self.words:
            raise UnknownName("word list", group, nearest(group, self.words))
        if word not in self.words[group]:
            raise UnknownName(group, word, nearest(word, self.words[group]))
        return self.words[group]

    def question(self, field: str) -> Question:
        """The question for a field of the brief; UnknownName if none asks for it."""
        for question in self.questions:
            if question.field == field:
                return question
        raise UnknownName("question", field, nearest(field, (q.field for q in self.questions)))

    def label(self, field: str) -> Text:
        """The name of a field of the brief in running text, asked for or not."""
        unasked = self.phrases.get(_UNASKED + field)
        return unasked.text if unasked else self.question(field).label

    def ui(self, key: str, lang: Lang, **values: object) -> str:
        """A heading or fixed phrase, filled in; numbers take the digits of the language.

        Raises:
            UnknownName: there is no such phrase.
            KeyError: a value that the phrase names is missing.
        """
        if key not in self.phrases:
            raise UnknownName("phrase", key, nearest(key, self.phrases))
        return self.phrases[key].fill(lang, values)

"""Phrases in both languages at once."""

from collections.abc import Iterable

from channelwise.text import Text
from channelwise.texts import load
from channelwise.texts.direction import isolated
from channelwise.vocabulary import Lang

Value = str | int | float | Text


def both(key: str, /, **values: Value) -> Text:
    """The phrase of that key, filled in. Words of files are isolated where directions meet.

    Example:
        >>> both("rules.most", amount=both("rules.amount.seconds", value=60)).en
        'at most 60 seconds'

    """

    def line(lang: Lang) -> str:
        return load().ui(key, lang, **{name: _shown(one, lang) for name, one in values.items()})

    return Text(line("en"), line("fa"))


def _shown(value: Value, lang: Lang) -> str | int | float:
    if isinstance(value, Text):
        return value.lang(lang)
    return isolated(value, lang) if isinstance(value, str) else value


def word(group: str, name: str) -> Text:
    """A word of the vocabulary."""
    return load().words[group][name]


def listed(parts: Iterable[Text]) -> Text:
    """Parts with commas between them."""
    some = list(parts)
    return Text(", ".join(one.en for one in some), "، ".join(one.fa for one in some))


def joined(key: str, parts: Iterable[Text]) -> Text:
    """Parts joined two by two with a phrase that has `first` and `second`."""
    first, *rest = parts
    for second in rest:
        first = both(key, first=first, second=second)
    return first


def same(text: str) -> Text:
    """A word of a file, which is the same in both languages."""
    return Text(isolated(text, "en"), isolated(text, "fa"))

"""Fills the placeholders of rule texts with the values at hand, in each language."""

from collections.abc import Mapping
from typing import Final

from channelwise.brief.answers import Value
from channelwise.recommend.model import Said
from channelwise.rules.build import PLACEHOLDER
from channelwise.rules.fields import CATALOGUE
from channelwise.text import Text, number
from channelwise.texts import Texts
from channelwise.vocabulary import Lang

# Stands where a number would, in the text of a rule that waits for an answer.
UNKNOWN: Final = "…"


def said(text: Text) -> Said:
    """A text without placeholders."""
    return Said.model_construct(en=text.en, fa=text.fa)


class Filler:
    """Fills texts for one candidate. `names` are business, network and strategy."""

    def __init__(
        self, texts: Texts, values: Mapping[str, Value], names: Mapping[str, Text]
    ) -> None:
        self._texts, self._values, self._names = texts, values, names

    def fill(self, text: Text) -> Said:
        return Said.model_construct(en=self._fill(text.en, "en"), fa=self._fill(text.fa, "fa"))

    def _fill(self, line: str, lang: Lang) -> str:
        if "{" not in line:
            return line
        return PLACEHOLDER.sub(lambda found: self._word(found[1], lang), line)

    def _word(self, name: str, lang: Lang) -> str:
        if name in self._names:
            return self._names[name].lang(lang)
        value = self._values.get(name)
        return UNKNOWN if value is None else shown(self._texts, name, value, lang)


def shown(texts: Texts, field: str, value: Value, lang: Lang) -> str:
    """A field's value as a reader of the language expects it."""
    known = CATALOGUE.get(field)
    group = known.group if known else ""
    if isinstance(value, bool):
        return texts.ui("yes" if value else "no", lang)
    if isinstance(value, int | float):
        return number(value, lang)
    if isinstance(value, frozenset):
        order = known.words if known and known.words else tuple(sorted(value))
        words = [word for word in order if word in value]
        comma = "، " if lang == "fa" else ", "
        return comma.join(texts.word(group, word, lang) if group else word for word in words)
    return texts.word(group, value, lang) if group else value

"""Fixed phrases in both languages at once."""

from channelwise.recommend.model import Said
from channelwise.text import Text
from channelwise.texts import Texts
from channelwise.vocabulary import Lang


def phrase(texts: Texts, key: str, **values: object) -> Said:
    """A phrase filled in for each language; a value that is a text is said in that language."""
    return Said.model_construct(
        en=_one(texts, key, "en", values), fa=_one(texts, key, "fa", values)
    )


def _one(texts: Texts, key: str, lang: Lang, values: dict[str, object]) -> str:
    own = {name: _own(value, lang) for name, value in values.items()}
    return texts.ui(key, lang, **own)


def _own(value: object, lang: Lang) -> object:
    if isinstance(value, Text):
        return value.lang(lang)
    if isinstance(value, Said):
        return value.fa if lang == "fa" else value.en
    return value


def word(texts: Texts, group: str, name: str) -> Text:
    """A word of the vocabulary in both languages."""
    return Text(texts.word(group, name, "en"), texts.word(group, name, "fa"))

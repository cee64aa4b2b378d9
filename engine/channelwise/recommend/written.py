"""Values of a brief in words, for questions and changes."""

from typing import Any

from channelwise.recommend.model import Said
from channelwise.text import number
from channelwise.texts import Texts
from channelwise.vocabulary import Lang


def written(texts: Texts, field: str, value: Any) -> Said:
    """A brief field's plain value in both languages; an empty list is 'none'."""
    return Said.model_construct(
        en=_written(texts, field, value, "en"), fa=_written(texts, field, value, "fa")
    )


def _written(texts: Texts, field: str, value: Any, lang: Lang) -> str:
    comma = "، " if lang == "fa" else ", "
    if value is None:
        return texts.ui("not_said", lang)
    if isinstance(value, bool):
        return texts.ui("yes" if value else "no", lang)
    if isinstance(value, int | float):
        return number(value, lang)
    if isinstance(value, dict):
        return comma.join(_share(texts, field, key, share, lang) for key, share in value.items())
    if isinstance(value, list):
        items = (_item(texts, field, item, lang) for item in value)
        return comma.join(items) if value else texts.ui("none", lang)
    return _word(texts, field, str(value), lang)


def _share(texts: Texts, field: str, key: str, share: int, lang: Lang) -> str:
    """A part of the whole; the whole itself needs no number."""
    word = _word(texts, field, key, lang)
    sign = "٪" if lang == "fa" else "%"
    return word if share == 100 else f"{word}: {number(share, lang)}{sign}"


def _item(texts: Texts, field: str, item: Any, lang: Lang) -> str:
    if not isinstance(item, dict):
        return _word(texts, field, str(item), lang)
    if "country" in item:
        return " ".join(str(item[key]) for key in ("country", "city") if item.get(key))
    kind = texts.word("AccountKind", item["kind"], lang)
    use = item.get("used_for")
    used = f" ({texts.word('AccountUse', use, lang)})" if use and use != item["kind"] else ""
    followers = item.get("followers")
    counted = f" {texts.ui('followers', lang, count=number(followers, lang))}" if followers else ""
    return f"{item['network']}: {kind}{used}{counted}"


def _word(texts: Texts, field: str, word: str, lang: Lang) -> str:
    group = next((q.group for q in texts.questions if q.field == field), "")
    return texts.word(group, word, lang) if group else word

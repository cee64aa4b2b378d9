"""Text for people, always in both languages."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from channelwise.vocabulary import Lang


class Text(NamedTuple):
    """One text in English and Persian."""

    en: str
    fa: str

    def lang(self, lang: Lang) -> str:
        return self.fa if lang == "fa" else self.en

    def map(self, change: Callable[[str], str]) -> "Text":
        """The same change made to both languages."""
        return Text(change(self.en), change(self.fa))

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> "Text":
        """From the `{en: ..., fa: ...}` of a checked file."""
        return cls(plain["en"], plain["fa"])


_GROUPED_FROM = 10_000
_PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def persian_digits(text: str) -> str:
    """The text with Western digits written as Persian ones."""
    return text.translate(_PERSIAN_DIGITS)


def number(value: float, lang: Lang) -> str:
    """A number as a reader of the language expects it; whole floats lose their `.0`."""
    plain = f"{value:g}" if isinstance(value, float) else str(value)
    return persian_digits(plain).replace(".", "٫") if lang == "fa" else plain


def grouped(value: int, lang: Lang) -> str:
    """A length or amount as a reader of the language expects it, from five digits on in groups.

    Example:
        >>> grouped(25_000, "en"), grouped(25_000, "fa"), grouped(2026, "en")
        ('25,000', '۲۵٬۰۰۰', '2026')
    """
    shown = f"{value:,}" if abs(value) >= _GROUPED_FROM else str(value)
    return persian_digits(shown).replace(",", "٬") if lang == "fa" else shown

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


# What stands within words: joiners, and marks on letters.
_JOINED = "\u200c\u200d\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0654"
_GROUPED_FROM = 10_000
_PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def persian_digits(text: str) -> str:
    """The text with Western digits written as Persian ones."""
    return text.translate(_PERSIAN_DIGITS)


def day(written: str) -> Text:
    """A date as it is written, 2026-11-30: in Persian with its digits, which stay in order."""
    return Text(written, f"\u2066{persian_digits(written)}\u2069")


def ratio(written: str) -> Text:
    """A ratio such as 4:5. A colon would turn it round in a Persian line, so words stand there.

    Example:
        >>> ratio("1.91:1").fa == "۱٫۹۱ به ۱"
        True
    """
    return Text(written, persian_digits(written).replace(".", "٫").replace(":", " به "))


def within_word(before: str, after: str) -> bool:
    """Whether a cut between two texts goes through a word.

    Example:
        >>> within_word("for sa", "le"), within_word("for sale", " now")
        (True, False)
    """
    return _in_word(before[-1:]) and _in_word(after[:1])


def _in_word(sign: str) -> bool:
    return sign.isalnum() or (sign in _JOINED and bool(sign))


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

"""What somebody typed, as a value of the brief.

Numbers may have Persian or Arabic digits, lists either comma, words either language. What
cannot be understood raises NotUnderstood with the key of a phrase; nothing else is raised.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from channelwise.files.nearest import nearest
from channelwise.files.show import HIDDEN
from channelwise.text import Text
from channelwise.texts import Question, Texts
from channelwise.vocabulary import AGE_BANDS, Lang

Labels = Mapping[str, Text]

_SEPARATOR: Final = re.compile(r"[,،;؛]")
_NUMBERS: Final = re.compile(r"\d+(?: \d+)+")
_WHOLE: Final = re.compile(r"[-+]?\d{1,15}")
_DECIMAL: Final = re.compile(r"[-+]?\d{1,9}(?:[.,]\d{1,2})?")
_SHARE: Final = re.compile(r"(.*?)[ :=]+(\d{1,15})")
_COUNTRY: Final = re.compile(r"[A-Z]{2}")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}")
_BETWEEN: Final = re.compile(r"[-\s_\u2010-\u2015\u200c]")
_PERSIAN_LETTERS: Final = str.maketrans("يىك", "ییک")
_MARKS: Final = str.maketrans({"٫": ".", "٬": None, "%": None, "٪": None})
_NONE: Final = frozenset(("none", "هیچ", "هیچکدام", "هیچیک"))
_DASHES: Final = frozenset("-\u2013\u2014")
_FLAGS: Final = {
    **dict.fromkeys(("yes", "y", "true", "بله", "بلی", "آره"), True),
    **dict.fromkeys(("no", "n", "false", "خیر", "نه"), False),
}


class NotUnderstood(Exception):  # noqa: N818 - the name says what happened
    """A phrase that says what is wrong, the values it names, and the nearest valid word."""

    def __init__(self, key: str, suggestion: str = "", **values: object) -> None:
        self.key, self.suggestion, self.values = f"interview.{key}", suggestion, values
        super().__init__(key)


def cleaned(typed: str) -> str:
    """One line without hidden characters, which a file may not hold either."""
    return " ".join(HIDDEN.sub("", typed).split())


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads typed answers. `networks` are the known networks' names by id, for hints."""

    texts: Texts
    lang: Lang
    networks: Labels

    def read(self, question: Question, typed: str) -> Any:  # noqa: PLR0911 - one a kind
        """The value that a cleaned, non-empty answer stands for, or NotUnderstood."""
        if question.kind == "text":
            return typed
        plain = western(typed)
        if question.kind == "whole":
            return _whole(plain)
        if question.kind == "hours":
            return _hours(plain)
        if question.kind == "flag":
            return _flag(plain)
        if question.kind == "word":
            return self._word(plain, question.group)
        if question.kind == "shares":
            return self._shares(_entries(plain), question.group)
        read = self._entry_reader(question)
        return [] if _is_none(plain) else _unique(map(read, _entries(plain)))

    def _entry_reader(self, question: Question) -> Callable[[str], Any]:
        """How one entry of a list is read."""
        if question.kind == "markets":
            return _market
        if question.kind == "languages":
            return _language
        if question.kind == "accounts":
            return self._account
        return lambda entry: self._choice(entry, self.texts.words[question.group])

    def _word(self, plain: str, group: str) -> str:
        entries = _entries(plain)
        if len(entries) > 1:
            raise NotUnderstood("one_word")
        return self._choice(entries[0], self.texts.words[group])

    def _choice(self, entry: str, labels: Labels) -> str:
        """A word by its code, by its label in either language or by its number in the list."""
        found = _exact(entry, labels)
        if found is not None:
            return found
        if not entry.isdecimal():
            raise self._unknown(entry, labels)
        place = int(entry[:9])
        if not 1 <= place <= len(labels):
            raise NotUnderstood("choice", found=entry[:9], last=len(labels))
        return list(labels)[place - 1]

    def _unknown(self, entry: str, labels: Labels, key: str = "unknown") -> NotUnderstood:
        names = {name: code for code, label in labels.items() for name in (code, *label)}
        close = nearest(entry, names)
        hint = labels[names[close]].lang(self.lang) if close else ""
        return NotUnderstood(key, hint, found=entry)

    def _shares(self, entries: list[str], group: str) -> dict[str, int]:
        shares: dict[str, int] = {}
        for entry in entries:
            found = _SHARE.fullmatch(entry)
            if not found:
                raise NotUnderstood("share", found=entry)
            band = self._choice(found[1], self.texts.words[group])
            if band in shares:
                raise NotUnderstood("twice", found=self.texts.word(group, band, self.lang))
            shares[band] = int(found[2])
        return {band: shares[band] for band in AGE_BANDS if band in shares}

    def _account(self, entry: str) -> dict[str, Any]:
        """`network kind [use] [followers] [yes or no]`, the last three in any order."""
        network, rest = self._network(entry.split())
        kind, rest = _taken(rest, self.texts.words["AccountKind"])
        if kind is None:
            raise NotUnderstood("account_kind", found=network)
        account: dict[str, Any] = {"network": network, "kind": kind}
        while rest:
            name, value, rest = self._account_part(rest)
            if name in account:
                raise NotUnderstood("account_part", found=str(value))
            account[name] = value
        return account

    def _network(self, words: list[str]) -> tuple[str, list[str]]:
        known, rest = _taken(words, self.networks)
        if known is not None:
            return known, rest
        typed = words[0].lower()
        slip = self._unknown(words[0], self.networks)
        if slip.suggestion:
            raise slip
        return typed, words[1:]

    def _account_part(self, words: list[str]) -> tuple[str, Any, list[str]]:
        if _WHOLE.fullmatch(words[0]):
            return "followers", int(words[0]), words[1:]
        flag = _FLAGS.get(_folded(words[0]))
        if flag is not None:
            return "shares_opinions", flag, words[1:]
        # A use may be named like the kind of account that is made for it.
        for group in ("AccountUse", "AccountKind"):
            use, rest = _taken(words, self.texts.words[group])
            if use is not None:
                return "used_for", use, rest
        raise self._unknown(words[0], self.texts.words["AccountUse"], "account_part")


def western(text: str) -> str:
    """The text with all digits as 0-9, a decimal point, and no percent or thousands marks."""
    digits = (str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)
    return " ".join("".join(digits).translate(_MARKS).split())


def _folded(text: str) -> str:
    """The text with all that may differ between two ways of writing one word taken away."""
    return _BETWEEN.sub("", western(text).casefold().translate(_PERSIAN_LETTERS))


def _is_none(plain: str) -> bool:
    """True for an answer that says there are none, which is not the same as no answer."""
    return plain in _DASHES or _folded(plain) in _NONE


def _exact(typed: str, labels: Labels) -> str | None:
    wanted = _folded(typed)
    for code, label in labels.items():
        if wanted in (_folded(code), *map(_folded, label)):
            return code
    return None


def _taken(words: list[str], labels: Labels) -> tuple[str | None, list[str]]:
    """The label that the words begin with, the longest first, and the words after it."""
    for length in range(min(len(words), 5), 0, -1):
        found = _exact(" ".join(words[:length]), labels)
        if found is not None:
            return found, words[length:]
    return None, words


def _entries(plain: str) -> list[str]:
    """The parts of a list; numbers alone may stand with spaces between them."""
    entries = [entry.strip() for entry in _SEPARATOR.split(plain) if entry.strip()]
    if not entries:
        raise NotUnderstood("empty")
    split = (entry.split() if _NUMBERS.fullmatch(entry) else [entry] for entry in entries)
    return [part for parts in split for part in parts]


def _unique(values: Any) -> list[Any]:
    """The values without repetitions, each where it stood first."""
    found: list[Any] = []
    for value in values:
        if value not in found:
            found.append(value)
    return found


def _whole(plain: str) -> int:
    if not _WHOLE.fullmatch(plain):
        raise NotUnderstood("whole")
    return int(plain)


def _hours(plain: str) -> int | float:
    if not _DECIMAL.fullmatch(plain):
        raise NotUnderstood("number")
    hours = float(plain.replace(",", "."))
    return int(hours) if hours.is_integer() else hours


def _flag(plain: str) -> bool:
    flag = _FLAGS.get(_folded(plain))
    if flag is None:
        raise NotUnderstood("flag")
    return flag


def _market(entry: str) -> dict[str, Any]:
    """`country [city] [share]`."""
    country, *rest = entry.replace(":", " ").split() or [""]
    if not _COUNTRY.fullmatch(country.upper()):
        raise NotUnderstood("country", found=entry)
    market: dict[str, Any] = {"country": country.upper()}
    share = int(rest.pop()) if rest and _WHOLE.fullmatch(rest[-1]) else None
    if rest:
        market["city"] = " ".join(rest)
    if share is not None:
        market["share"] = share
    return market


def _language(entry: str) -> str:
    if not _LANGUAGE.fullmatch(entry.lower()):
        raise NotUnderstood("language", found=entry)
    return entry.lower()

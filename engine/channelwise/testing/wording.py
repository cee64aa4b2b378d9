"""Texts for people: each is there in English and in Persian, and is what it claims to be."""

import re
from collections.abc import Iterator
from typing import Any, Final

from channelwise.testing.subject import Subject
from channelwise.text import Text

# What an Arabic keyboard types where Persian has a letter of its own.
ARABIC: Final = {"ي": "ی", "ى": "ی", "ك": "ک"}
_PERSIAN: Final = re.compile(r"[\u0621-\u063a\u0641-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc]")
_LATIN: Final = re.compile(r"[A-Za-z]")
_ARABIC_DIGITS: Final = re.compile(r"[\u0660-\u0669]")


def texts(subject: Subject) -> Iterator[str]:
    """Every text of the network and of its own rules, those of tone as well."""
    parts = {"network": subject.plain["network"], "rules": subject.plain["rules"]}
    for path, text in (*_texts(parts, ""), *_texts({"tone": _spoken(subject)}, "")):
        yield from (f"{path}: {problem}" for problem in _wrong(text))


def _spoken(subject: Subject) -> list[dict[str, Any]]:
    """What tone rules say to people, in the shape of their file."""
    names = ("title", "because", "instead")
    return [
        {"id": rule.id, **{name: _plain(getattr(rule, name)) for name in names}}
        for rule in subject.tone
    ]


def _plain(text: Text) -> dict[str, str]:
    return {"en": text.en, "fa": text.fa}


def _texts(tree: Any, path: str) -> Iterator[tuple[str, dict[str, str]]]:
    if isinstance(tree, dict):
        if {"en", "fa"} <= tree.keys():
            yield path, tree
        for key, value in tree.items():
            yield from _texts(value, f"{path}.{key}" if path else str(key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            name = value.get("id", index) if isinstance(value, dict) else index
            yield from _texts(value, f"{path}[{name}]")


def _wrong(text: dict[str, str]) -> Iterator[str]:
    english, persian = text["en"].strip(), text["fa"].strip()
    if not _LATIN.search(english):
        yield "the English text has no Latin letter"
    if english == persian:
        yield "the Persian text is the English one"
    elif not _PERSIAN.search(persian):
        yield "the Persian text has no Persian letter"
    for letter, right in ARABIC.items():
        if letter in persian:
            yield f"the Persian text has the Arabic letter '{letter}'; write '{right}'"
    if _ARABIC_DIGITS.search(persian):
        yield "the Persian text has Arabic digits; write ۰ to ۹"

"""Placeholders in a draft, such as `[URL]` or `{{name}}`, and what each stands for.

In double braces anything is one, for a link if its name ends in such a word: `{{order_url}}`. In
brackets, only what ends in a word that stands for something to
be filled in (in Persian, what begins with one): the words are those of `fill_in.txt`. Other words
in capitals, such as `[SOLD OUT]`, are meant as they are, and so is the text of a link,
`[the menu](https://...)`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

from channelwise.count.model import Standing

_LIST: Final = "fill_in.txt"
_WORDS: Final = "[words]"
_MOST: Final = 60
_PLACEHOLDER: Final = re.compile(
    rf"\{{\{{([^{{}}\[\]\n]{{1,{_MOST}}})\}}\}}"
    rf"|\[([^{{}}\[\]\n]{{1,{_MOST}}})\](?!\(|\[\d{{1,3}}\])"
)
_CAPITALS: Final = re.compile(r"[A-Z][A-Z0-9-]*(?: [A-Z0-9-]+)*")
# What may stand around the word that tells: [YOUR NAME], [insert link here], [PRICE 2].
_BEFORE: Final = re.compile(r"(?:(?:your|our|the|insert|add|enter|put) ){1,3}")
_AFTER: Final = re.compile(r"(?: here| ?[0-9]{1,3})$")
_PARTS_OF_A_NAME: Final = re.compile(r"[ .-]|(?<=[a-z])(?=[A-Z])")
_MOST_OPEN: Final = 3  # words of a phrase that the list leaves open


class Placeholder(NamedTuple):
    """Where a placeholder is, and what will stand there."""

    start: int
    end: int
    stands_for: Standing


def placeholders(text: str) -> Iterator[Placeholder]:
    """Each placeholder, in order.

    Example:
        >>> [found.stands_for for found in placeholders("Dear {{name}}, see [URL] [NEW]")]
        ['words', 'link']
    """
    for found in _PLACEHOLDER.finditer(text):
        kind = _named(found[1]) if found[1] else _standing(_plain(found[2]))
        if kind:
            yield Placeholder(found.start(), found.end(), kind)


def _plain(inside: str) -> str:
    return " ".join(inside.replace("_", " ").split())


def _named(inside: str) -> Standing:
    """What the name of a field in braces stands for: `order_url`, `shop.link`, `orderUrl`."""
    name = _plain(inside.partition("|")[0])  # without the filters of a template
    parts = _PARTS_OF_A_NAME.split(_AFTER.sub("", name))
    last = _known().get(parts[-1].lower()) if parts else None
    return "link" if "link" in (last, _standing(name)) else "words"


def _standing(inside: str) -> Standing | None:
    """What the words in brackets stand for; None if they may be meant as they are."""
    known = _known()
    plain = _AFTER.sub("", _BEFORE.sub("", inside.lower(), count=1))
    if plain in known:
        return known[plain]
    words = plain.split(" ")
    if _CAPITALS.fullmatch(inside):
        return known.get(words[-1])
    return known.get(f"{words[0]} …") if len(words) <= _MOST_OPEN else None


@lru_cache(maxsize=1)
def _known() -> dict[str, Standing]:
    text = files("channelwise.count").joinpath(_LIST).read_text(encoding="utf-8")
    kind: Standing = "link"
    found: dict[str, Standing] = {}
    for line in text.splitlines():
        if line == _WORDS:
            kind = "words"
        elif line and line[0] not in "#[":
            found[line] = kind
    return found

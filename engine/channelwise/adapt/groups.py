"""The links of a text that have to leave it, those that stand side by side as one group."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from channelwise.adapt.wraps import Wrapped, wrapped_links

_FAR: Final = 300
_ALNUM: Final = re.compile(r"[^\W_]")
_LEAD_IN: Final = ":؛;.!?؟…"
_ADDRESS: Final = re.compile(r"https?://|www\.", re.IGNORECASE)
# What may stand between links that are named in one breath.
_BETWEEN: Final = re.compile(r"[ \t]*[,;|،]?[ \t]*")
# The number of an item of a list, which is no word of a sentence.
_NUMBER: Final = re.compile(r"\s*[\d۰-۹]{1,3}[.)]?\s*")


@dataclass(frozen=True, slots=True)
class Group:
    """Links that stand side by side, each named once, or one that has words of its own.

    `inside` tells that they belong to a sentence, `label` are the link's own words.
    """

    start: int
    end: int
    links: tuple[str, ...]
    label: str
    inside: bool

    @property
    def alone(self) -> bool:
        """Whether nothing would miss it."""
        return not self.inside and not self.label


def movable(text: str) -> Iterator[Wrapped]:
    """Links, but no name of a site within a sentence, which is a name like any other."""
    return (one for one in wrapped_links(text) if not _is_name(text, one))


def _is_name(text: str, one: Wrapped) -> bool:
    """Whether a bare name of a site is written like a name, as in "we beat Acme.com"."""
    bare = not one.label and not _ADDRESS.match(one.link) and "/" not in one.link
    return bare and one.link[0].isupper() and _is_inside(text, one.start, one.end)


def groups(text: str) -> Iterator[Group]:
    """Links with next to nothing between them, on one line, are one group."""
    begun: list[Wrapped] = []
    for one in movable(text):
        apart = begun and not _BETWEEN.fullmatch(text, begun[-1].end, one.start)
        if begun and (apart or one.label or begun[-1].label):
            yield _group(text, begun)
            begun = []
        begun.append(one)
    if begun:
        yield _group(text, begun)


def _group(text: str, links: Sequence[Wrapped]) -> Group:
    start, end, label = links[0].start, links[-1].end, links[0].label
    inside = not label and _is_inside(text, start, end)
    return Group(start, end, tuple(dict.fromkeys(one.link for one in links)), label, inside)


def line_before(text: str, at: int) -> str:
    """What stands before a place on its line, without blanks at its end; of much, the end."""
    first = max(0, at - _FAR)
    return text[max(first, text.rfind("\n", first, at) + 1) : at].rstrip()


def _is_inside(text: str, start: int, end: int) -> bool:
    """Whether a stretch belongs to a sentence, which would miss it."""
    before = line_before(text, start)
    stop = text.find("\n", end)
    if _ALNUM.search(text, end, stop if stop >= 0 else len(text)):
        return True
    if not before or _NUMBER.fullmatch(before):
        return False
    return before[-1] not in _LEAD_IN and _ALNUM.match(before[-1]) is not None

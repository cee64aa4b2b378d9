"""Placeholders in a draft, such as `[URL]` or `{{name}}`, and what each stands for."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from channelwise.count.model import Standing

_LINK_WORDS: Final = frozenset(
    ("url", "link", "website", "web address", "لینک", "پیوند", "نشانی سایت", "آدرس سایت")
)
_MOST: Final = 60
# In double braces anything is a placeholder; in brackets, a word for a link or words in capitals.
_PLACEHOLDER: Final = re.compile(
    rf"\{{\{{([^{{}}\[\]\n]{{1,{_MOST}}})\}}\}}|\[([^{{}}\[\]\n]{{1,{_MOST}}})\]"
)
_CAPITALS: Final = re.compile(r"[A-Z][A-Z0-9_ ]+")


class Placeholder(NamedTuple):
    """Where a placeholder is, and what will stand there."""

    start: int
    end: int
    stands_for: Standing


def placeholders(text: str) -> Iterator[Placeholder]:
    """Each placeholder, in order.

    Example:
        >>> [found.stands_for for found in placeholders("Dear {{name}}, see [URL] [1]")]
        ['words', 'link']
    """
    for found in _PLACEHOLDER.finditer(text):
        inside = (found[1] or found[2]).strip()
        is_link = inside.replace("_", " ").lower() in _LINK_WORDS
        if is_link or found[1] or _CAPITALS.fullmatch(inside):
            yield Placeholder(found.start(), found.end(), "link" if is_link else "words")

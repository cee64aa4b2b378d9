"""Links with what is wrapped around them: Markdown, quotes, brackets, marks of bold and italics.

What leaves a text has to take its wrapping with it, or empty brackets and quotes stay behind. Of
a link with words of its own, as in `[the menu](https://acme.com)`, the words stay.
"""

import re
from typing import Final, NamedTuple

from channelwise.adapt.marks import reading_of

_PAIRS: Final = {
    "<": ">", "(": ")", "[": "]", "{": "}", '"': '"', "'": "'", "`": "`", "*": "*", "_": "_",
    "~": "~", "«": "»", "“": "”", "„": "“", "‘": "’",
}  # fmt: skip
_MOST_LABEL: Final = 500
_OPENS: Final = re.compile(r"\]\([ \t]{0,3}<?\Z")
_TITLE: Final = r"(?:[ \t]{1,3}(?:\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'|\([^()\n]{0,200}\)))?"
_CLOSES: Final = re.compile(rf">?{_TITLE}[ \t]{{0,3}}\)")
_BRACKET: Final = re.compile(r"[\[\]\n]")
# Addresses that stand below a text, and where it names them.
_DEFINITION: Final = re.compile(
    rf"^[ ]{{0,3}}\[([^\[\]\n]{{1,100}})\]:[ \t]{{0,3}}<?([^\s<>]++)>?{_TITLE}[ \t]*(?:\n|\Z)\n?",
    re.MULTILINE,
)
_NAMED: Final = re.compile(r"\[([^\[\]\n]{1,300})\](?:\[([^\[\]\n]{0,100})\]|(?![(:\[]))")


class Wrapped(NamedTuple):
    """A link of a text with its wrapping. `label` are its own words, if it has some."""

    start: int
    end: int
    link: str
    label: str


def wrapped_links(text: str) -> list[Wrapped]:
    """Every link of a text, in order.

    Example:
        >>> [(one.link, one.label) for one in wrapped_links('<a.com> or [b](https://b.com)')]
        [('a.com', ''), ('https://b.com', 'b')]
    """
    found: list[Wrapped] = []
    for start, end in reading_of(text).links:
        one = _labelled(text, start, end) or _in_pairs(text, start, end)
        if found and found[-1].start >= one.start:  # a label that is a link itself says nothing
            found.pop()
            one = one._replace(label="")
        found.append(one)
    return found


def _labelled(text: str, start: int, end: int) -> Wrapped | None:
    """A link as Markdown writes it behind its words."""
    opens, closes = _OPENS.search(text, max(0, start - 6), start), _CLOSES.match(text, end)
    if not opens or not closes:
        return None
    begun = _opening(text, opens.start())
    if begun is None:
        return None
    picture = text[begun - 1 : begun] == "!"
    return Wrapped(
        begun - picture, closes.end(), text[start:end], text[begun + 1 : opens.start()].strip()
    )


def _opening(text: str, closing: int) -> int | None:
    """The bracket that belongs to a closing one, on its line."""
    depth = 1
    first = max(0, closing - _MOST_LABEL)
    for found in reversed(list(_BRACKET.finditer(text, first, closing))):
        if found[0] == "\n":
            return None
        depth += 1 if found[0] == "]" else -1
        if not depth:
            return found.start()
    return None


def _in_pairs(text: str, start: int, end: int) -> Wrapped:
    link = text[start:end]
    while start and text[end : end + 1] == _PAIRS.get(text[start - 1], "no pair"):
        start, end = start - 1, end + 1
    return Wrapped(start, end, link, "")


def inlined(text: str) -> str:
    r"""The text with addresses that Markdown lists below put where they are named.

    An address that nothing names stays on its line, so that no link is lost.

    Example:
        >>> inlined("See [the menu][1].\n\n[1]: https://acme.com/menu")
        'See [the menu](https://acme.com/menu).\n\n'
    """
    known = {
        _key(found[1]): found[2]
        for found in _DEFINITION.finditer(text)
        if reading_of(found[2]).links == [(0, len(found[2]))]
    }
    if not known:
        return text
    used: set[str] = set()

    def named(found: re.Match[str]) -> str:
        key = _key(found[2] or found[1])
        if key not in known:
            return found[0]
        used.add(key)
        return f"[{found[1]}]({known[key]})"

    def listed(found: re.Match[str]) -> str:
        key = _key(found[1])
        if key not in known:
            return found[0]
        return "" if key in used else found[0].replace(found[0].strip(), found[2])

    return _DEFINITION.sub(listed, _NAMED.sub(named, text))


def _key(name: str) -> str:
    return " ".join(name.casefold().split())

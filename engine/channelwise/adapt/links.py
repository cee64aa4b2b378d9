"""Taking links out of a text where a network wants them elsewhere, without breaking a sentence.

A link that stands alone, or closes a line behind a colon or a finished sentence, goes, and a line
below says where it is now. Inside a sentence, behind a sign or the mark of a list, and behind each
of several colons, words in brackets take its place. A link that has words of its own leaves these.
Of several links, the words say which one is meant.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from channelwise.adapt.groups import Group, groups, movable
from channelwise.adapt.hashtags import closing_at
from channelwise.adapt.marks import reading_of
from channelwise.adapt.places import placed
from channelwise.adapt.wraps import inlined

_FAR: Final = 300  # how far back an open bracket is looked for


@dataclass(frozen=True, slots=True)
class Pointer:
    """Words in the language of the post that say where its links are.

    `line` is a line of its own, `lines` the same for several links, `inside` what stands in the
    place of a link within a sentence. `numbered` is that for one of several links, by its number
    from 1; None where they are not listed in their order.
    """

    line: str
    lines: str
    inside: str
    numbered: Callable[[int], str] | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """A text without its links; these in order and each once.

    `inside` are the words that stand in sentences now, each once. `numbered` tells that the text
    names some of its links by their number.
    """

    text: str
    links: tuple[str, ...]
    inside: tuple[str, ...]
    numbered: bool = False


def all_links(text: str) -> list[str]:
    """Every link of a text, names of sites within a sentence too."""
    return [text[start:end] for start, end in reading_of(text).links]


def links_in(text: str) -> list[str]:
    """The links of a text that have to go where links are not wanted, in order and each once."""
    return list(dict.fromkeys(one.link for one in movable(text)))


def without_links(text: str, declared: str | None, pointer: Pointer) -> Moved:
    r"""The text with its links and the declared one taken out.

    Example:
        >>> words = Pointer("Link in profile.", "Links in profile.", "(link in profile)")
        >>> without_links("Order here: https://acme.com/shop", None, words).text
        'Order here:\nLink in profile.'
        >>> without_links("Order at acme.com/shop today", None, words).text
        'Order at (link in profile) today'
        >>> without_links("See [the menu](https://acme.com) today", None, words).text
        'See the menu today\n\nLink in profile.'
    """
    text = inlined(text)
    links = links_in(text)
    apart = declared is not None and declared not in links
    links += [declared] if declared and apart else []
    found = list(groups(text))
    line = pointer.line if len(links) == 1 else pointer.lines
    words = [_words(text, group, links, pointer) for group in found]
    result, lined = placed(text, found, words, line, pointer.inside)
    silent = apart or not all(words)
    if silent and not lined:
        result = with_line(result, line)
    inside = (one for group, one in zip(found, words, strict=True) if group.inside)
    numbered = any(
        _is_numbered(group, links, pointer) and one in result
        for group, one in zip(found, words, strict=True)
    )
    return Moved(result, tuple(links), tuple(dict.fromkeys(inside)), numbered)


def _words(text: str, group: Group, links: Sequence[str], pointer: Pointer) -> str:
    """What stands in the place of a group; with the number of its link, if there are others."""
    if pointer.numbered and _is_numbered(group, links, pointer):
        words = pointer.numbered(links.index(group.links[0]) + 1)
    else:
        words = "" if group.label else pointer.inside
    before = text[max(text.rfind("\n", 0, group.start) + 1, group.start - _FAR) : group.start]
    return words.strip("()") if before.count("(") > before.count(")") else words


def _is_numbered(group: Group, links: Sequence[str], pointer: Pointer) -> bool:
    return pointer.numbered is not None and len(links) > 1 and len(group.links) == 1


def with_line(text: str, line: str) -> str:
    r"""The text with a line at its end, but before the hashtags that close it.

    Example:
        >>> with_line("Fresh bread\n\n#bread #rye", "acme.com")
        'Fresh bread\n\nacme.com\n\n#bread #rye'
    """
    at = closing_at(text)
    body, tags = text[:at].rstrip(), text[at:].strip()
    return "\n\n".join(part for part in (body, line, tags) if part)

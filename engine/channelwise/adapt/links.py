"""Taking links out of a text where a network wants them elsewhere, without breaking a sentence.

A link that stands alone, or closes a line behind a colon, a sign or a finished sentence, goes,
and a line below says where it is now. Inside a sentence, words in brackets take its place, and so
they do behind each colon but the last, which would else announce nothing. A link that has words
of its own leaves these. Of several links, the words say which one is meant.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from channelwise.adapt.hashtags import closing_at
from channelwise.adapt.marks import reading_of
from channelwise.adapt.wraps import Wrapped, inlined, wrapped_links

_ALNUM: Final = re.compile(r"[^\W_]")
_LEAD_IN: Final = ":؛;.!?؟…"
_ADDRESS: Final = re.compile(r"https?://|www\.", re.IGNORECASE)
_BLANKS: Final = " \t"
# Signs that point at the link behind them.
_POINTING: Final = re.compile("[👉👇➡⬇▶►→↓🔗][\ufe0f\U0001f3fb-\U0001f3ff]?$")
_TAIL: Final = " \t.,;:!?،؛؟"  # marks that only closed the link
# What may stand between links that are named in one breath.
_BETWEEN: Final = re.compile(r"[ \t]*[,;|،]?[ \t]*")
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
    """A text without its links; these in order and each once; how many stood in sentences.

    `numbered` tells that the text names some of them by their number.
    """

    text: str
    links: tuple[str, ...]
    inside: int
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class _Group:
    """Links that stand side by side, or one that has words of its own."""

    start: int
    end: int
    links: tuple[str, ...]
    label: str
    inside: bool


def all_links(text: str) -> list[str]:
    """Every link of a text, names of sites within a sentence too."""
    return [text[start:end] for start, end in reading_of(text).links]


def links_in(text: str) -> list[str]:
    """The links of a text that have to go where links are not wanted, in order and each once."""
    return list(dict.fromkeys(one.link for one in _movable(text)))


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
    if declared and declared not in links:
        links.append(declared)
    groups = list(_groups(text))
    line = pointer.line if len(links) == 1 else pointer.lines
    words = [_words(text, group, links, pointer) for group in groups]
    found = _replaced(text, groups, line, pointer.inside, words)
    if _unsaid(groups, words, declared=declared is not None):
        found = with_line(found, line)
    numbered = any(
        _is_numbered(group, links, pointer) and one in found
        for group, one in zip(groups, words, strict=True)
    )
    return Moved(found, tuple(links), sum(group.inside for group in groups), numbered)


def _unsaid(groups: Sequence["_Group"], words: Sequence[str], *, declared: bool) -> bool:
    """Whether nothing in the text says yet where its links are."""
    silent = any(not word for word in words)
    below = any(not group.inside and not group.label for group in groups)
    return (declared and not groups) or (silent and not below)


def _words(text: str, group: "_Group", links: Sequence[str], pointer: Pointer) -> str:
    """What stands in the place of a group; with the number of its link, if there are others."""
    if pointer.numbered and _is_numbered(group, links, pointer):
        words = pointer.numbered(links.index(group.links[0]) + 1)
    else:
        words = "" if group.label else pointer.inside
    before = text[max(text.rfind("\n", 0, group.start) + 1, group.start - _FAR) : group.start]
    return words.strip("()") if before.count("(") > before.count(")") else words


def _is_numbered(group: "_Group", links: Sequence[str], pointer: Pointer) -> bool:
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


def _movable(text: str) -> Iterator[Wrapped]:
    """Links, but no name of a site within a sentence, which is a name like any other."""
    return (one for one in wrapped_links(text) if not _is_name(text, one))


def _is_name(text: str, one: Wrapped) -> bool:
    """Whether a bare name of a site is written like a name, as in "we beat Acme.com"."""
    bare = not one.label and not _ADDRESS.match(one.link) and "/" not in one.link
    return bare and one.link[0].isupper() and _is_inside(text, one.start, one.end)


def _groups(text: str) -> Iterator[_Group]:
    """Links with next to nothing between them, on one line, are one group."""
    begun: list[Wrapped] = []
    for one in _movable(text):
        apart = begun and not _BETWEEN.fullmatch(text, begun[-1].end, one.start)
        if begun and (apart or one.label or begun[-1].label):
            yield _group(text, begun)
            begun = []
        begun.append(one)
    if begun:
        yield _group(text, begun)


def _group(text: str, links: Sequence[Wrapped]) -> _Group:
    start, end, label = links[0].start, links[-1].end, links[0].label
    inside = not label and _is_inside(text, start, end)
    return _Group(start, end, tuple(one.link for one in links), label, inside)


def _is_inside(text: str, start: int, end: int) -> bool:
    """Whether a stretch belongs to a sentence, which would miss it."""
    before = text[text.rfind("\n", 0, start) + 1 : start].rstrip()
    stop = text.find("\n", end)
    after = text[end : stop if stop >= 0 else len(text)]
    if _ALNUM.search(after):
        return True
    return bool(before) and before[-1] not in _LEAD_IN and _ALNUM.match(before[-1]) is not None


def _replaced(
    text: str, groups: Sequence[_Group], line: str, plain: str, words: Sequence[str]
) -> str:
    """The text without the groups. Below the last line that lost one, `line` says where.

    `words` are what stands for each of them inside a sentence, `plain` that without a number.
    """
    alone = [group for group in groups if not group.inside and not group.label]
    last = alone[-1] if alone else None
    out, at = "", 0
    for group, inside in zip(groups, words, strict=True):
        out += text[at : group.start]
        at = group.end
        before = out.rstrip(_BLANKS)
        if group.label:
            out += f"{group.label} {inside}".rstrip(_BLANKS)
        elif group.inside or (group is not last and before.endswith((":", "\uff1a"))):
            out += inside
        elif _POINTING.search(before):
            out += line if group is last and inside == plain else inside
        else:
            stop = text.find("\n", at)
            rest = text[at : stop if stop >= 0 else len(text)]
            out = f"{before} {rest.strip(_TAIL)}".rstrip(_BLANKS)
            at += len(rest)
            out, at = _line_end(out, text, at, line if group is last else "")
    return (out + text[at:]).strip("\n") if groups else text


def _line_end(out: str, text: str, at: int, line: str) -> tuple[str, int]:
    """What comes behind a line that lost its link: `line` if any, and no empty line by itself."""
    is_empty = not out or out.endswith("\n")
    if line:
        return out + (line if is_empty else f"\n{line}"), at
    if is_empty:
        at += 1
        at += out.endswith("\n\n") and text.startswith("\n", at)
    return out, at

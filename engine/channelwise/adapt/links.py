"""Taking links out of a text where a network wants them elsewhere, without breaking a sentence.

A link that stands alone, or closes a line behind a colon, a sign or a finished sentence, goes,
and a line below says where it is now. Inside a sentence, words in brackets take its place.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from channelwise.adapt.hashtags import closing_at
from channelwise.adapt.marks import Span, reading_of

_ALNUM: Final = re.compile(r"[^\W_]")
_LEAD_IN: Final = ":؛;.!?؟…"
_ADDRESS: Final = re.compile(r"https?://|www\.", re.IGNORECASE)
_BLANKS: Final = " \t"
_TAIL: Final = " \t.,;:!?،؛؟"  # marks that only closed the link


@dataclass(frozen=True, slots=True)
class Pointer:
    """Words in the language of the post that say where its links are.

    `line` is a line of its own, `lines` the same for several links, `inside` what stands in the
    place of a link within a sentence.
    """

    line: str
    lines: str
    inside: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A text without its links; these in order and each once; how many stood in sentences."""

    text: str
    links: tuple[str, ...]
    inside: int


@dataclass(frozen=True, slots=True)
class _Group:
    """Links that stand side by side."""

    start: int
    end: int
    inside: bool


def all_links(text: str) -> list[str]:
    """Every link of a text, names of sites within a sentence too."""
    return [text[start:end] for start, end in reading_of(text).links]


def links_in(text: str) -> list[str]:
    """The links of a text that have to go where links are not wanted, in order and each once."""
    return list(dict.fromkeys(text[start:end] for start, end in _spans(text)))


def without_links(text: str, declared: str | None, pointer: Pointer) -> Moved:
    r"""The text with its links and the declared one taken out.

    Example:
        >>> words = Pointer("Link in profile.", "Links in profile.", "(link in profile)")
        >>> without_links("Order here: https://acme.com/shop", None, words).text
        'Order here:\nLink in profile.'
        >>> without_links("Order at acme.com/shop today", None, words).text
        'Order at (link in profile) today'
    """
    links = links_in(text)
    if declared and declared not in links:
        links.append(declared)
    groups = list(_groups(text))
    line = pointer.line if len(links) == 1 else pointer.lines
    found = _replaced(text, groups, line, pointer.inside)
    if declared and not groups:
        found = with_line(found, line)
    return Moved(found, tuple(links), sum(group.inside for group in groups))


def with_line(text: str, line: str) -> str:
    r"""The text with a line at its end, but before the hashtags that close it.

    Example:
        >>> with_line("Fresh bread\n\n#bread #rye", "acme.com")
        'Fresh bread\n\nacme.com\n\n#bread #rye'
    """
    at = closing_at(text)
    body, tags = text[:at].rstrip(), text[at:].strip()
    return "\n\n".join(part for part in (body, line, tags) if part)


def _spans(text: str) -> Iterator[Span]:
    """Links, but no bare name of a site within a sentence: that is a name like any other."""
    for start, end in reading_of(text).links:
        written = text[start:end]
        bare = not _ADDRESS.match(written) and "/" not in written
        if not bare or not _is_inside(text, start, end):
            yield start, end


def _groups(text: str) -> Iterator[_Group]:
    """Links with nothing but blanks between them, on one line, are one group."""
    begun: Span | None = None
    for start, end in _spans(text):
        if begun and not text[begun[1] : start].strip(" \t"):
            begun = (begun[0], end)
            continue
        if begun:
            yield _Group(*begun, _is_inside(text, *begun))
        begun = (start, end)
    if begun:
        yield _Group(*begun, _is_inside(text, *begun))


def _is_inside(text: str, start: int, end: int) -> bool:
    """Whether a stretch belongs to a sentence, which would miss it."""
    before = text[text.rfind("\n", 0, start) + 1 : start].rstrip()
    stop = text.find("\n", end)
    after = text[end : stop if stop >= 0 else len(text)]
    if _ALNUM.search(after):
        return True
    return bool(before) and before[-1] not in _LEAD_IN and _ALNUM.match(before[-1]) is not None


def _replaced(text: str, groups: Sequence[_Group], line: str, inside: str) -> str:
    """The text without the groups. Below the last line that lost one, `line` says where."""
    alone = [group for group in groups if not group.inside]
    out, at = "", 0
    for group in groups:
        out += text[at : group.start]
        at = group.end
        if group.inside:
            out += inside
        else:
            stop = text.find("\n", at)
            rest = text[at : stop if stop >= 0 else len(text)]
            out = f"{out.rstrip(_BLANKS)} {rest.strip(_TAIL)}".rstrip(_BLANKS)
            at += len(rest)
            out, at = _line_end(out, text, at, line if group is alone[-1] else "")
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

"""Links with placeholders in them: each is one link, whatever will stand there.

What is not known yet is taken for letters, or for a path where letters would end the link:
`https://acme.example/[NAME]`, `https://acme.example{{path}}`, `{{shop_url}}/menu`.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from channelwise.count.model import Measured
from channelwise.count.placeholders import Placeholder

Measure = Callable[[str], Measured]
Span = tuple[int, int]
_LETTER: Final = "a"
_PATH: Final = "/"
_SCHEME: Final = re.compile(r"https?://\Z", re.IGNORECASE)
_LONGEST_SCHEME: Final = len("https://")
# What may follow a link that a placeholder stands for, and a link to measure it behind.
_TAIL: Final = re.compile(r"[/?#]\S*")
_ANY_LINK: Final = "https://a.com"


class Filled(NamedTuple):
    """A text in which the links around placeholders are whole; all offsets are those of the text.

    `links` are the stretches that a placeholder makes a link: itself, with what belongs to the
    link before and after it. `inside` are the starts of the placeholders that are only part of one.
    """

    text: str
    links: tuple[Span, ...]
    inside: frozenset[int]


def filled(text: str, found: Sequence[Placeholder], measure: Measure) -> Filled:
    """The text as a unit may read it in which every link costs the same.

    Example:
        >>> from channelwise.count.placeholders import placeholders
        >>> from channelwise.count import LinkRules, Weighted
        >>> text, unit = "a.com/[NAME] {{url}}/b", Weighted(link=23, links=LinkRules({"com"}))
        >>> filled(text, [*placeholders(text)], unit)
        Filled(text='a.com/aaaaaa {{url}}/b', links=((13, 22),), inside=frozenset({6}))
    """
    lettered = _with(text, found, _LETTER)
    inside, rest = _parted(found, _links(lettered, measure))
    words = [one for one in rest if one.stands_for == "words"]
    glued = [one for one in words if _follows_a_sign(text, one)]
    paths = _parted(glued, _links(_with(lettered, glued, _PATH), measure))[0] if glued else []
    made = _with(_with(text, inside, _LETTER), paths, _PATH)
    links = tuple(_standing([one for one in rest if one.stands_for == "link"], lettered, measure))
    starts = {one.start for one in (*inside, *paths, *_parted(words, links)[0])}
    return Filled(made, links, frozenset(starts))


def _follows_a_sign(text: str, one: Placeholder) -> bool:
    return one.start > 0 and not text[one.start - 1].isspace()


def _with(text: str, some: Iterable[Placeholder], first: str) -> str:
    """The text with letters in place of placeholders, the first of them another sign."""
    parts, at = list[str](), 0
    for one in some:
        parts += (text[at : one.start], first, _LETTER * (one.end - one.start - 1))
        at = one.end
    return "".join((*parts, text[at:]))


def _links(text: str, measure: Measure) -> list[Span]:
    found = measure(text)
    return [
        (found.original(piece.start), found.original(piece.end))
        for piece in found.pieces
        if piece.kind == "link"
    ]


def _parted(
    some: Iterable[Placeholder], links: Sequence[Span]
) -> tuple[list[Placeholder], list[Placeholder]]:
    """Placeholders that a link which begins before them holds, and the others."""
    held, others = list[Placeholder](), list[Placeholder]()
    for one in some:
        before = bisect_left(links, (one.start, 0)) - 1
        is_held = before >= 0 and one.end <= links[before][1]
        (held if is_held else others).append(one)
    return held, others


def _standing(some: Sequence[Placeholder], lettered: str, measure: Measure) -> Iterator[Span]:
    """The link that each of these stands for, from its scheme to the end of its path."""
    past = 0
    stops = [*(one.start for one in some), len(lettered)][1:]
    for one, stop in zip(some, stops, strict=True):
        scheme = _SCHEME.search(lettered, max(past, one.start - _LONGEST_SCHEME), one.start)
        tail = _TAIL.match(lettered, one.end, stop)
        start, past = scheme.start() if scheme else one.start, one.end
        if tail:
            past += max(0, _links(_ANY_LINK + tail[0], measure)[0][1] - len(_ANY_LINK))
        yield start, past

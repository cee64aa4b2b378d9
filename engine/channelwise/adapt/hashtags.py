"""Keeping to the number of hashtags that a network takes: the first ones stay."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from channelwise.adapt.marks import Span, reading_of

_SIGN: Final = re.compile("[#\uff03]")


@dataclass(frozen=True, slots=True)
class Trimmed:
    """A text with fewer hashtags. `dropped` are gone, `plain` are words of a sentence now."""

    text: str
    dropped: tuple[str, ...]
    plain: tuple[str, ...]


def hashtags_in(text: str) -> list[str]:
    """The hashtags of a text, in order, as they are written."""
    return [text[start:end] for start, end in reading_of(text).hashtags]


def with_hashtags(text: str, most: int) -> Trimmed:
    r"""The text with its first `most` hashtags.

    Those that close the text are dropped, and those that stay of them are gathered on one line.
    One inside a sentence loses its sign alone, since the sentence needs its word.

    Example:
        >>> with_hashtags("We bake #rye daily\n#bread #fresh #now", 2).text
        'We bake #rye daily\n#bread'
        >>> with_hashtags("#Rye and #sour_dough", 1).text
        '#Rye and sour dough'
    """
    spans = reading_of(text).hashtags
    if len(spans) <= most:
        return Trimmed(text, (), ())
    closing = _closing(text, spans)
    inside, last = spans[:closing], spans[closing:]
    kept = [text[start:end] for start, end in last[: max(0, most - len(inside))]]
    body = _worded(text[: last[0][0]] if last else text, inside[most:])
    return Trimmed(
        text=body + " ".join(kept) if kept else body.rstrip(),
        dropped=tuple(text[start:end] for start, end in last[len(kept) :]),
        plain=tuple(text[start:end] for start, end in inside[most:]),
    )


def closing_at(text: str) -> int:
    """Where the hashtags begin that close a text; its end if none do."""
    spans = reading_of(text).hashtags
    closing = _closing(text, spans)
    return spans[closing][0] if closing < len(spans) else len(text)


def _closing(text: str, spans: Sequence[Span]) -> int:
    """The first of the hashtags that close the text, with nothing but blanks around them."""
    end, first = len(text), len(spans)
    while first and not text[spans[first - 1][1] : end].strip():
        first -= 1
        end = spans[first][0]
    # The word of a sentence that happens to be its last is no closing hashtag.
    alone = first < len(spans) and _begins_line(text, spans[first][0])
    return first if alone or len(spans) - first > 1 else len(spans)


def _begins_line(text: str, at: int) -> bool:
    """Whether only blanks stand before a place on its line, or a sentence that is over."""
    before = text[text.rfind("\n", 0, at) + 1 : at].rstrip()
    return not before or not (before[-1].isalnum() or before[-1] in ",،")


def _worded(text: str, spans: Sequence[Span]) -> str:
    """The text with these hashtags as plain words."""
    parts: list[str] = []
    at = 0
    for start, end in spans:
        words = _SIGN.sub("", text[start:end]).replace("_", " ").strip()
        parts += [text[at:start], words]
        at = end
    return "".join([*parts, text[at:]])

"""A text as a unit reads it: normalised, with one character for a line end."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import Final, NamedTuple

from channelwise.count.model import Shift

_LINE_END: Final = re.compile("\r\n?")
# Python orders combining marks by moving each past the others: too slow for very long runs.
_SAFE_TEXT: Final = 4096
_MANY_MARKS: Final = 64


class Prepared(NamedTuple):
    """The text to measure, and the way back to the one that was given."""

    text: str
    shifts: tuple[Shift, ...] = ()


def prepared(text: str, *, nfc: bool, line_ends: bool) -> Prepared:
    r"""The text in Unicode's composed form (NFC), with CR LF and CR as LF, as asked for.

    Example:
        >>> prepared("a\r\nb", nfc=False, line_ends=True)
        Prepared(text='a\nb', shifts=(Shift(at=1, end=2, original=1, original_end=3),))
    """
    compose = nfc and not _is_composed(text)
    if compose or (line_ends and "\r" in text):
        return _changed(text, compose=compose, line_ends=line_ends)
    return Prepared(text)


def _is_composed(text: str) -> bool:
    if text.isascii():
        return True
    if len(text) > _SAFE_TEXT and _has_many_marks(text):
        return False
    return unicodedata.is_normalized("NFC", text)


def _has_many_marks(text: str) -> bool:
    import regex

    return regex.search(rf"\p{{M}}{{{_MANY_MARKS}}}", text) is not None


def _changed(text: str, *, compose: bool, line_ends: bool) -> Prepared:
    """Goes through the text by what composes together, and notes what became of it."""
    parts: list[str] = []
    shifts: list[Shift] = []
    at = start = 0
    for old in _clusters(text) if compose else _between_line_ends(text):
        new = _composed(old) if compose else old
        new = _LINE_END.sub("\n", new) if line_ends else new
        if len(new) != len(old):
            shifts.append(Shift(at, at + len(new), start, start + len(old)))
        parts.append(new)
        at += len(new)
        start += len(old)
    return Prepared("".join(parts), tuple(shifts))


def _clusters(text: str) -> Iterator[str]:
    """Stretches that no composition reaches across: ASCII, or one grapheme cluster."""
    import regex  # only texts that are not composed yet need it

    return (found[0] for found in regex.finditer(r"[\x20-\x7e]+(?=[\n\x20-\x7e])|\X", text))


def _between_line_ends(text: str) -> Iterator[str]:
    return (found[0] for found in re.finditer("\r\n?|[^\r]+", text))


def _composed(cluster: str) -> str:
    ordered = _ordered(cluster) if len(cluster) > _MANY_MARKS else cluster
    return unicodedata.normalize("NFC", ordered)


def _ordered(cluster: str) -> str:
    """The cluster with its marks taken apart and in canonical order, in n log n."""
    apart = "".join(unicodedata.normalize("NFD", character) for character in cluster)
    runs = groupby(apart, key=lambda character: unicodedata.combining(character) > 0)
    return "".join(
        "".join(sorted(run, key=unicodedata.combining) if marks else run) for marks, run in runs
    )

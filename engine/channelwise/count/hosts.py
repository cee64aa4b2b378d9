"""Host names in running text: labels, dots, and an end that is a known top-level domain.

A text is read run by run, and each run once, so that no text however hostile takes more than
time in proportion to its length.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from channelwise.count.signs import LATIN_LABEL, OUTSIDE_HOST

MOST_LABEL: Final = 63  # of a label in its ASCII form, RFC 1035
_PUNYCODE: Final = re.compile(r"xn--[\-0-9a-z]+", re.IGNORECASE)
_ASCII_WORD: Final = re.compile(r"[0-9A-Za-z]*")
_LATIN: Final = re.compile(rf"[{LATIN_LABEL}.]+", re.IGNORECASE)
_HOST_SIGN: Final = re.compile(rf"[^{OUTSIDE_HOST}._\-]")
RUN: Final = re.compile(rf"[^{OUTSIDE_HOST}]+")


class Endings:
    """Top-level domains, found at a place of a text.

    A domain in ASCII may not be followed by a letter, digit, `@`, `+` or `-`; in other scripts,
    text often goes on without a space.
    """

    def __init__(self, names: frozenset[str]) -> None:
        self._names = names
        lengths: dict[str, set[int]] = {}
        for name in names:
            if not name.isascii():
                lengths.setdefault(name[0], set()).add(len(name))
        self._lengths = {first: sorted(some, reverse=True) for first, some in lengths.items()}

    def end(self, text: str, start: int, stop: int) -> int:
        """Where the top-level domain at `start` ends; 0 if there is none before `stop`."""
        for length in self._lengths.get(text[start : start + 1].lower(), ()):
            end = start + length
            if end <= stop and text[start:end].lower() in self._names and _may_end(text, end, stop):
                return end
        found = _ASCII_WORD.match(text, start, stop)
        if found and found[0].lower() in self._names and _may_end(text, found.end(), stop):
            return found.end()
        coded = _PUNYCODE.match(text, start, stop)
        return coded.end() if coded else 0


def _may_end(text: str, end: int, stop: int) -> bool:
    following = text[end : min(end + 1, stop)]
    return not (following.isascii() and (following.isalnum() or following in ("@", "+", "-")))


class _Label(NamedTuple):
    start: int
    end: int
    closed: bool  # a dot follows
    sound_end: bool  # its last sign is no hyphen or underscore
    mark: int  # where its last underscore is; -1 without one


class Hosts:
    """The host names that can begin in one run of labels and dots."""

    def __init__(self, text: str, start: int, end: int, endings: Endings) -> None:
        self._text = text
        self._labels = list(_labels(text, start, end))
        self._ends = [endings.end(text, label.start, len(text)) for label in self._labels]
        self._starts = [label.start for label in self._labels]
        # For each label, where the longest host ends that has all of it as its first label.
        self._reach = [0] * (len(self._labels) + 1)
        for index in range(len(self._labels) - 1, -1, -1):
            self._reach[index] = self._from(index, self._labels[index].start)

    @property
    def any(self) -> bool:
        """Whether a host name may end in this run at all."""
        return any(self._ends[1:])

    def end(self, start: int) -> int:
        """Where the longest host name from `start` ends; 0 if none begins there."""
        return self._from(bisect_right(self._starts, start) - 1, start)

    def _from(self, index: int, start: int) -> int:
        label = self._labels[index]
        if not (label.closed and label.sound_end and _HOST_SIGN.match(self._text, start)):
            return 0
        # An underscore is for labels further left than the one before the top-level domain.
        return self._reach[index + 1] or (0 if label.mark >= start else self._ends[index + 1])


def _labels(text: str, start: int, end: int) -> Iterator[_Label]:
    while start <= end:
        dot = text.find(".", start, end)
        stop = end if dot < 0 else dot
        yield _label(text, start, stop, closed=dot >= 0)
        start = stop + 1


def _label(text: str, start: int, end: int, *, closed: bool) -> _Label:
    sound_end = start < end and _HOST_SIGN.match(text, end - 1) is not None
    return _Label(start, end, closed, sound_end, text.rfind("_", start, end))


def latin_hosts(text: str, start: int, end: int, endings: Endings) -> Iterator[tuple[int, int]]:
    """The hosts in Latin letters within `text[start:end]`, which is one host name.

    Text in another script often runs straight into a host name; this is what is left of it.
    """
    while found := _LATIN.search(text, start, end):
        labels = list(_labels(text, found.start(), found.end()))
        first, last = _chain(labels)
        ends = [endings.end(text, label.start, end) for label in labels[first + 1 : last + 1]]
        reached = next(filter(None, reversed(ends)), 0)
        if reached:
            yield labels[first].start, reached
        start = reached or labels[last].end + 1


def _chain(labels: list[_Label]) -> tuple[int, int]:
    """The first label that is not empty, and the last that only such labels lead to."""
    first = next((i for i, label in enumerate(labels) if label.start < label.end), len(labels) - 1)
    last = first
    while last + 1 < len(labels) and labels[last].start < labels[last].end:
        last += 1
    return first, last


def sound_labels(host: str) -> bool:
    """True if each label, in its ASCII form, is short enough for a host name."""
    if host[:4] == "xn--" and not host.isascii():
        return False
    return all(_ascii_length(label) <= MOST_LABEL for label in host.split("."))


@lru_cache(maxsize=256)
def _ascii_length(label: str) -> int:
    if label.isascii() or len(label) > MOST_LABEL:  # coding never makes a label shorter
        return len(label)
    return len("xn--") + len(label.encode("punycode"))

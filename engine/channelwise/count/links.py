"""Links in running text, as networks that give each link one fixed length find them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from channelwise.count.hosts import RUN, Endings, Hosts, latin_hosts, sound_labels
from channelwise.count.signs import NOT_BEFORE, OUTSIDE_HOST, PATH, PATH_END, QUERY, QUERY_END

_SCHEME: Final = re.compile(r"https?://\Z", re.IGNORECASE)
_LONGEST_SCHEME: Final = len("https://")
_BEGINNING: Final = re.compile(rf"(?<![{NOT_BEFORE}])[^{OUTSIDE_HOST}._\-]")
_MAY_PRECEDE: Final = re.compile(rf"[^{NOT_BEFORE}]")
_PORT: Final = re.compile(r":[0-9]+")
_PATH: Final = re.compile(rf"[{PATH}]*+", re.IGNORECASE)
_PATH_TO_END: Final = re.compile(rf"[{PATH}]*[{PATH_END}]", re.IGNORECASE)
_BRACKETS: Final = re.compile(
    rf"\((?:[{PATH}]++|[{PATH}]*+\([{PATH}]++\)[{PATH}]*+)\)", re.IGNORECASE
)
_QUERY_PART: Final = rf"\?[{QUERY}]*[{QUERY_END}]"
_SHORT: Final = rf"https?://{{}}/([a-z0-9]+)(?:{_QUERY_PART})?"
_QUERY: Final = re.compile(_QUERY_PART, re.IGNORECASE)


class Short(NamedTuple):
    """A host of short links: what comes after `/` and letters and digits is no part of a link.

    Where there are more than `most` of these letters and digits, it is no link at all.
    """

    host: str
    most: int


class _Match(NamedTuple):
    start: int
    host: int
    host_end: int
    tail: int  # the same as `end` if there is a path, and as `host_end` if not
    end: int

    @property
    def has_scheme(self) -> bool:
        return self.host > self.start


@dataclass(frozen=True)
class LinkRules:
    """What counts as a link.

    Attributes:
        endings: the known top-level domains, in small letters; `xn--` ones are always known.
        bare: whether `example.com` is a link without `http://` or `https://` before it.
            Then its host must be in Latin letters, whatever surrounds it.
        most: code points that a link may have; a longer one counts as written.
        short: hosts of short links.

    Example:
        >>> rules = LinkRules(frozenset({"com"}))
        >>> [tuple(span) for span in rules.spans("See example.com/menu. And (http://a.com)")]
        [(4, 20), (27, 39)]
    """

    endings: frozenset[str]
    bare: bool = True
    most: int = 4096
    short: tuple[Short, ...] = ()

    @cached_property
    def _known(self) -> Endings:
        return Endings(self.endings)

    @cached_property
    def _short(self) -> tuple[tuple[re.Pattern[str], int], ...]:
        return tuple(
            (re.compile(_SHORT.format(re.escape(one.host)), re.IGNORECASE), one.most)
            for one in self.short
        )

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Start and end of each link, in order."""
        if "." not in text or not (self.bare or ":" in text):
            return
        past = 0  # where the last match ended; what is before it is spoken for
        for run in RUN.finditer(text):
            if run.end() > past and "." in run[0]:
                for match in self._in_run(text, run.start(), run.end(), past):
                    past = match.end
                    yield from self._links(text, match)

    def _in_run(self, text: str, start: int, end: int, past: int) -> Iterator[_Match]:
        hosts = Hosts(text, start, end, self._known)
        if not hosts.any:
            return
        for place, host in _places(text, start, end):
            # The sign before a link must not belong to the link before it.
            if past < place or place == past == 0:
                found = _match(text, hosts, place, host)
                if found:
                    yield found
                    past = found.end

    def _links(self, text: str, match: _Match) -> Iterator[tuple[int, int]]:
        host = text[match.host : match.host_end]
        scheme = match.host - match.start or _LONGEST_SCHEME
        if scheme + match.end - match.start > self.most or not sound_labels(host):
            return
        if match.has_scheme:
            yield from self._with_scheme(text, match)
        elif self.bare and text[match.start - 1 : match.start] not in ("-", "_", ".", "/"):
            yield from self._without_scheme(text, match)

    def _with_scheme(self, text: str, match: _Match) -> Iterator[tuple[int, int]]:
        for pattern, most in self._short:
            found = pattern.match(text, match.start, match.end)
            if found:
                if len(found[1]) <= most:
                    yield found.span()
                return
        yield match.start, match.end

    def _without_scheme(self, text: str, match: _Match) -> Iterator[tuple[int, int]]:
        found = list(latin_hosts(text, match.host, match.host_end, self._known))
        if not found:
            return
        yield from found[:-1]
        start, end = found[-1]
        yield start, end + (match.tail - match.host_end)


def _places(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a link with its host in this run can begin, and where that host then begins."""
    scheme = _SCHEME.search(text, max(0, start - _LONGEST_SCHEME), start)
    if scheme and _may_begin(text, scheme.start()):
        yield scheme.start(), start
    places = [found.start() for found in _BEGINNING.finditer(text, start, end)]
    if places[:2] == [0, 1]:  # at the very beginning, the sign before is looked for first
        places[:2] = [1, 0]
    for place in places:
        yield place, place


def _may_begin(text: str, place: int) -> bool:
    return place == 0 or _MAY_PRECEDE.match(text, place - 1) is not None


def _match(text: str, hosts: Hosts, start: int, host: int) -> _Match | None:
    host_end = hosts.end(host)
    if not host_end:
        return None
    port = _PORT.match(text, host_end)
    path = port.end() if port else host_end
    has_path = text[path : path + 1] == "/"
    end = _path_end(text, path) if has_path else path
    query = _QUERY.match(text, end)
    end = query.end() if query else end
    return _Match(start, host, host_end, end if has_path else host_end, end)


def _path_end(text: str, slash: int) -> int:
    """Where a path ends: after its last sign that a path can end with, or after brackets."""
    end = at = slash + 1
    while True:
        found = _PATH_TO_END.match(text, at)
        end = found.end() if found else end
        run = _PATH.match(text, at)
        at = run.end() if run else at
        brackets = _BRACKETS.match(text, at)
        if not brackets:
            return end
        end = at = brackets.end()

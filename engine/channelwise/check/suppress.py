"""Exceptions that stand in a draft: `channelwise: ignore CODE because REASON`.

In Markdown they are comments of the text, `<!-- channelwise: ignore CODE because REASON -->`, for
the line that they stand on or the next one with words on it, or with `ignore-file` for the whole
draft. In a front matter they are comments of YAML, `# channelwise: ignore CODE because REASON`,
and hold for the whole draft. They are no part of the post, so they are taken out before
anything is counted. JSON has no comments: there, exceptions belong in the settings.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from typing import Final

from channelwise.check.model import Finding, Span
from channelwise.check.say import span_at, span_of
from channelwise.check.subject import own_finding
from channelwise.drafts.front import parts
from channelwise.drafts.model import Draft, Run, Spot
from channelwise.drafts.place import place_of
from channelwise.errors import BadInput
from channelwise.files.lines import Lines

MOST_COMMENT: Final = 500
MOST_EXCEPTIONS: Final = 100
CODE: Final = re.compile(r"[a-z][a-z0-9_-]*(?:\.[a-z0-9_-]+)*(?:\.\*)?")
# It ends before the next comment begins, so that no text takes more than one pass.
_COMMENT: Final = re.compile(
    rf"<!--\s{{0,9}}channelwise\s?:((?:(?!-->|<!--).){{0,{MOST_COMMENT}}})-->", re.DOTALL
)
_YAML_COMMENT: Final = re.compile(r"^[ \t]*(#[ \t]*channelwise[ \t]?:([^\n]*))$", re.MULTILINE)
_DIRECTIVE: Final = re.compile(
    r"\s*(ignore(?:-file)?)\s+([^\s,]+(?:\s*,\s*[^\s,]+)*)(?:\s+because\b(.*))?", re.DOTALL
)
_WORD: Final = re.compile(r"\S")
_NOT_LINE_END: Final = re.compile(r"[^\n]")
_BLANK_LINE: Final = re.compile(r"\n[ \t]*(?=\n)")
_NOT_MARKDOWN: Final = (".txt", ".json")


@dataclass(slots=True)
class Accepted:
    """One exception: codes, reason, the lines that it is for (None: all), where it stands."""

    codes: tuple[str, ...]
    reason: str
    lines: frozenset[int] | None
    span: Span
    used: set[str] = field(default_factory=set)

    def accepts(self, finding: Finding) -> bool:
        """True if it is for this finding; remembers that it was needed."""
        if self.lines is not None and finding.span and finding.span.line not in self.lines:
            return False  # what has no place is about the whole draft
        code = next((one for one in self.codes if matches(one, finding.code)), None)
        if code is not None:
            self.used.add(code)
        return code is not None

    @property
    def unused(self) -> tuple[str, ...]:
        return tuple(code for code in self.codes if code not in self.used)


@dataclass(frozen=True, slots=True)
class Read:
    """A draft without its exceptions, these, and what is wrong with some of them.

    In `masked` blanks stand for them: so its words can be judged where they stand, while what is
    counted is `draft`.
    """

    draft: Draft
    masked: Draft
    exceptions: tuple[Accepted, ...] = ()
    findings: tuple[Finding, ...] = ()


def matches(pattern: str, code: str) -> bool:
    """Whether a code is meant: itself, or anything below it with `.*`.

    Example:
        >>> matches("acme.*", "acme.media.size"), matches("acme.length", "acme.lengths")
        (True, False)

    """
    if pattern.endswith(".*"):
        return code.startswith(pattern[:-1])
    return code == pattern


def read_exceptions(draft: Draft) -> Read:
    """The exceptions of a draft, and the draft as it will be posted."""
    if "channelwise" not in draft.source or not draft.runs:
        return Read(draft, draft)
    found: list[Accepted] = []
    findings: list[Finding] = []
    places = chain(_in_front(draft), _in_text(draft))
    for whole, body, span, lines in islice(places, MOST_EXCEPTIONS):
        made = _exception(draft, body, span, None if whole else lines)
        if isinstance(made, Accepted):
            found.append(made)
        else:
            findings.append(made)
    if more := next(places, None):
        many = own_finding(
            "core.suppression.many", "warning", draft, more[2], "suppress.many",
            limit=MOST_EXCEPTIONS,
        )  # fmt: skip
        findings.append(many)
    return Read(_without_comments(draft), _masked(draft), tuple(found), tuple(findings))


_Place = tuple[bool, str, Span, frozenset[int]]


def _in_front(draft: Draft) -> Iterator[_Place]:
    if draft.file.lower().endswith(".json"):
        return
    try:
        body = parts(draft.source, draft.file).body
    except BadInput:  # a draft that was not read from a file
        return
    lines = Lines(draft.source)
    for found in _YAML_COMMENT.finditer(draft.source, 0, body):
        span = span_at(Spot(*lines.place(found.start(1))), len(found[1]))
        if span is not None:
            yield True, found[2], span, frozenset()


def _in_text(draft: Draft) -> Iterator[_Place]:
    blanked = ""
    for found in _comments(draft):
        blanked = blanked or _COMMENT.sub(lambda one: " " * len(one[0]), draft.text)
        span = span_of(draft, *found.span())
        whole = found[1].lstrip().startswith("ignore-file")
        yield whole, found[1], span, _lines(draft, found.end(), blanked, span)


def _comments(draft: Draft) -> Iterator[re.Match[str]]:
    if not draft.file.lower().endswith(_NOT_MARKDOWN):
        yield from _COMMENT.finditer(draft.text)


def _lines(draft: Draft, end: int, blanked: str, span: Span) -> frozenset[int]:
    """The comment's own lines, and the next one with words on it that is no comment itself."""
    lines = range(span.line, span.end_line + 1)
    line_end = blanked.find("\n", end)
    words = _WORD.search(blanked, line_end) if line_end >= 0 else None
    return frozenset((*lines, place_of(draft, words.start()).line) if words else lines)


def _exception(
    draft: Draft, body: str, span: Span, lines: frozenset[int] | None
) -> Accepted | Finding:
    found = _DIRECTIVE.fullmatch(body.rstrip())
    codes = [code.strip() for code in found[2].split(",")] if found else []
    if not found or not all(CODE.fullmatch(code) for code in codes):
        return own_finding("core.suppression.form", "warning", draft, span, "suppress.form")
    reason = " ".join((found[3] or "").split())
    if not any(sign.isalnum() for sign in reason):
        return own_finding("core.suppression.reason", "warning", draft, span, "suppress.reason")
    return Accepted(tuple(codes), reason, lines, span)


def _without_comments(draft: Draft) -> Draft:
    cuts = [_cut(draft.text, *found.span()) for found in _comments(draft)]
    if not cuts:
        return draft
    text, runs, at = "", list[Run](), 0
    for start, end in (*_merged(cuts), (len(draft.text), len(draft.text))):
        if start > at:
            runs += _moved(draft.runs, at, start, len(text))
            text += draft.text[at:start]
        at = max(at, end)
    runs = runs or [draft.runs[0]]
    made = replace(draft, text=text, runs=tuple(runs))
    return replace(made, text_at=place_of(made, 0)) if draft.text_at else made


def _masked(draft: Draft) -> Draft:
    if draft.file.lower().endswith(_NOT_MARKDOWN):
        return draft
    text = _COMMENT.sub(lambda found: _NOT_LINE_END.sub(" ", found[0]), draft.text)
    return replace(draft, text=text)


def _cut(text: str, start: int, end: int) -> tuple[int, int]:
    """What goes with a comment: its line if it has one to itself, and a blank line if two meet."""
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    if text[line:start].strip() or text[end:stop].strip():
        while start > line and text[start - 1] in " \t":
            start -= 1
        return start, end
    if stop == len(text):
        return len(text[:line].rstrip()), stop
    blank = not line or text.endswith("\n\n", 0, line)
    following = _BLANK_LINE.match(text, stop)
    return line, (following.end() if blank and following else stop) + 1


def _merged(cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(cuts):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _moved(runs: tuple[Run, ...], start: int, end: int, to: int) -> Iterator[Run]:
    """The runs of `text[start:end]`, which now begins at `to`."""
    index = max(0, bisect_right(runs, start, key=_offset) - 1)
    for run in runs[index : bisect_left(runs, end, key=_offset)]:
        first = max(run.text, start)
        yield Run(to + first - start, run.source + first - run.text)


def _offset(run: Run) -> int:
    return run.text


def applied(finding: Finding, exceptions: Iterable[Accepted]) -> Finding:
    """The finding, marked if an exception of its draft accepts it."""
    for one in exceptions:
        if one.accepts(finding):
            return finding.model_copy(update={"suppressed": one.reason, "suppressed_in": "source"})
    return finding


def unused(draft: Draft, exceptions: Iterable[Accepted]) -> Iterator[Finding]:
    """A note on each code of an exception that accepted nothing."""
    for one in exceptions:
        for code in one.unused:
            yield own_finding(
                "core.suppression.unused", "note", draft, one.span, "suppress.unused", code=code
            )

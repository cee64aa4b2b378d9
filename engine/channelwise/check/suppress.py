"""Exceptions that stand in a draft: `channelwise: ignore CODE because REASON`.

In Markdown they are comments of the text, `<!-- channelwise: ignore CODE because REASON -->`, for
the line that they stand on or the next one with words on it, or with `ignore-file` for the whole
draft. In a front matter they are comments of YAML, `# channelwise: ignore CODE because REASON`,
and hold for the whole draft. They are no part of the post, so they are taken out before
anything is counted. Front matter and JSON may also hold them in the field `ignore`, which
`accepted` reads.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Final

from channelwise.check.accepted import CODE, Accepted, declared, is_reason
from channelwise.check.model import Finding, Span
from channelwise.check.say import span_at, span_of
from channelwise.check.subject import own_finding
from channelwise.drafts.comments import EXCEPTION, NAME, NEARLY
from channelwise.drafts.cuts import cut, stretches
from channelwise.drafts.front import parts
from channelwise.drafts.model import Draft, Spot
from channelwise.drafts.place import place_of
from channelwise.errors import BadInput
from channelwise.files.lines import Lines

MOST_EXCEPTIONS: Final = 100
_YAML_COMMENT: Final = re.compile(
    rf"^[ \t]*(#[ \t]*(?:(channelwise[ \t]?:)|{NEARLY})([^\n]*))$", re.MULTILINE
)
_MAYBE: Final = re.compile(NAME)
_DIRECTIVE: Final = re.compile(
    r"\s*(ignore(?:-file)?)\s+([^\s,]+(?:\s*,\s*[^\s,]+)*)(?:\s+because\b(.*))?", re.DOTALL
)
_WORD: Final = re.compile(r"\S")
_NOT_LINE_END: Final = re.compile(r"[^\n]")
_TEXT: Final = ".txt"


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


def read_exceptions(draft: Draft) -> Read:
    """The exceptions of a draft, and the draft as it will be posted."""
    has_comments = bool(draft.runs) and _MAYBE.search(draft.source) is not None
    if not has_comments and not draft.ignore:
        return Read(draft, draft)
    made = [*declared(draft), *(_commented(draft) if has_comments else ())]
    found = tuple(one for one in made if isinstance(one, Accepted))
    findings = tuple(one for one in made if isinstance(one, Finding))
    if not has_comments:
        return Read(draft, draft, found, findings)
    return Read(_without_comments(draft), _masked(draft), found, findings)


def is_markdown(draft: Draft) -> bool:
    """Whether comments of a draft are none of its words: in JSON and `.txt` they are words."""
    return draft.text_at is not None and not draft.file.lower().endswith(_TEXT)


def _commented(draft: Draft) -> Iterator[Accepted | Finding]:
    """The exceptions that stand in comments, as many as are read."""
    places = chain(_in_front(draft), _in_text(draft))
    for whole, body, span, lines in islice(places, MOST_EXCEPTIONS):
        yield _exception(draft, body, span, None if whole else lines)
    if more := next(places, None):
        yield own_finding(
            "core.suppression.many", "warning", draft, more[2], "suppress.many",
            limit=MOST_EXCEPTIONS,
        )  # fmt: skip


_Place = tuple[bool, str, Span, frozenset[int]]


def _in_front(draft: Draft) -> Iterator[_Place]:
    if draft.text_at is None:  # JSON
        return
    try:
        body = parts(draft.source, draft.file).body
    except BadInput:  # a draft that was not read from a file
        return
    lines = Lines(draft.source)
    for found in _YAML_COMMENT.finditer(draft.source, 0, body):
        span = span_at(Spot(*lines.place(found.start(1))), len(found[1]))
        if span is not None:
            yield True, found[3] if found[2] else "", span, frozenset()


def _in_text(draft: Draft) -> Iterator[_Place]:
    blanked = ""
    for found in _comments(draft):
        blanked = blanked or EXCEPTION.sub(lambda one: " " * len(one[0]), draft.text)
        span = span_of(draft, *found.span())
        body = found[2] if found[1] else ""
        whole = body.lstrip().startswith("ignore-file")
        yield whole, body, span, _lines(draft, found.end(), blanked, span)


def _comments(draft: Draft) -> Iterator[re.Match[str]]:
    if is_markdown(draft):
        yield from EXCEPTION.finditer(draft.text)


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
    if not is_reason(reason):
        return own_finding("core.suppression.reason", "warning", draft, span, "suppress.reason")
    return Accepted(tuple(codes), reason, lines, span)


def _without_comments(draft: Draft) -> Draft:
    found = [one.span() for one in _comments(draft)]
    if not found:
        return draft
    text, runs = cut(draft.text, draft.runs, stretches(draft.text, found))
    made = replace(draft, text=text, runs=tuple(runs))
    return replace(made, text_at=place_of(made, 0)) if draft.text_at else made


def _masked(draft: Draft) -> Draft:
    if not is_markdown(draft):
        return draft
    text = EXCEPTION.sub(lambda found: _NOT_LINE_END.sub(" ", found[0]), draft.text)
    return replace(draft, text=text)

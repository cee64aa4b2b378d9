"""Exceptions of a draft once they are read: what each accepts, and until when."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from channelwise.check.model import Finding, Span
from channelwise.check.say import field_span
from channelwise.check.subject import own_finding
from channelwise.drafts.model import Draft, Ignored
from channelwise.text import day as day_of

CODE: Final = re.compile(r"[a-z][a-z0-9_-]*(?:\.[a-z0-9_-]+)*(?:\.\*)?")


@dataclass(slots=True)
class Accepted:
    """One exception: codes, reason, the lines that it is for (None: all), where it stands.

    `until` is the last day on which it holds, or None.
    """

    codes: tuple[str, ...]
    reason: str
    lines: frozenset[int] | None
    span: Span | None
    until: date | None = None
    used: set[str] = field(default_factory=set)

    def accepts(self, finding: Finding, day: date) -> bool:
        """True if it is for this finding on a day; remembers that it was needed."""
        if self.ended(day):
            return False
        if self.lines is not None and finding.span and finding.span.line not in self.lines:
            return False  # what has no place is about the whole draft
        code = next((one for one in self.codes if matches(one, finding.code)), None)
        if code is not None:
            self.used.add(code)
        return code is not None

    def ended(self, day: date) -> bool:
        return self.until is not None and day > self.until

    @property
    def unused(self) -> tuple[str, ...]:
        return tuple(code for code in self.codes if code not in self.used)


def matches(pattern: str, code: str) -> bool:
    """Whether a code is meant: itself, or anything below it with `.*`.

    Example:
        >>> matches("acme.*", "acme.media.size"), matches("acme.length", "acme.lengths")
        (True, False)

    """
    if pattern.endswith(".*"):
        return code.startswith(pattern[:-1])
    return code == pattern


def is_reason(words: str) -> bool:
    """Whether some words say anything: dots and dashes do not."""
    return any(sign.isalnum() for sign in words)


def declared(draft: Draft) -> Iterator[Accepted | Finding]:
    """The exceptions that a draft declares in its field `ignore`, for all of it."""
    for index, one in enumerate(draft.ignore):
        yield _declared(draft, f"ignore[{index}]", one)


def _declared(draft: Draft, place: str, one: Ignored) -> Accepted | Finding:
    code = field_span(draft, f"{place}.code", len(one.code))
    if not CODE.fullmatch(one.code):
        return own_finding("core.suppression.form", "warning", draft, code, "suppress.code")
    reason = " ".join((one.reason or "").split())
    if not is_reason(reason):
        span = field_span(draft, f"{place}.reason", len(one.reason or "")) or code
        return own_finding("core.suppression.reason", "warning", draft, span, "suppress.no_reason")
    return Accepted((one.code,), reason, None, code, one.until)


def applied(finding: Finding, exceptions: Iterable[Accepted], day: date) -> Finding:
    """The finding, marked if an exception of its draft accepts it on that day."""
    for one in exceptions:
        if one.accepts(finding, day):
            return finding.model_copy(update={"suppressed": one.reason, "suppressed_in": "source"})
    return finding


def unused(
    draft: Draft, exceptions: Iterable[Accepted], day: date, known: Callable[[str], bool]
) -> Iterator[Finding]:
    """A note on each known code of an exception that ended, or that accepted nothing."""
    for one in exceptions:
        key = "expired" if one.ended(day) else "unused"
        until = day_of(one.until.isoformat()) if one.until else ""
        for code in filter(known, one.unused):
            yield own_finding(
                f"core.suppression.{key}", "note", draft, one.span, f"suppress.{key}", code=code,
                until=until,
            )  # fmt: skip

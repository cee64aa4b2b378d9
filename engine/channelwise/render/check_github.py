"""Findings as workflow commands of GitHub, which shows them beside the lines of a change.

The form and its escaping are those of GitHub's documentation of workflow commands: a percent
sign and line ends are written as `%25`, `%0D` and `%0A`, in properties `:` and `,` as well.
"""

from collections.abc import Iterator
from typing import Final

from channelwise.check.model import Checked, Finding, Unread
from channelwise.recommend.model import Said
from channelwise.render.check_safe import safe
from channelwise.vocabulary import Lang

_COMMANDS: Final = {"error": "error", "warning": "warning", "note": "notice"}
_DATA: Final = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_PROPERTY: Final = (*_DATA, (":", "%3A"), (",", "%2C"))


def github(checked: Checked, lang: Lang) -> str:
    r"""One command for each draft that could not be read, and each finding that stands or leaves
    limits out; an empty text if there is none.

    Example:
        >>> github(Checked(version="1", rulebook="", as_of="2026-11", files=[], findings=[],
        ...     summary={}), "en")
        ''

    """
    shown = [one for one in checked.findings if one.stands or one.leaves_out]
    lines = [*(_unread(one, lang) for one in checked.unread), *(_command(f, lang) for f in shown)]
    return "".join(f"{line}\n" for line in lines)


def _unread(one: Unread, lang: Lang) -> str:
    place = {"file": one.file, "line": one.line, "col": one.column}
    given = {name: str(value) for name, value in place.items() if value}
    properties = ",".join(f"{name}={_escaped(value, _PROPERTY)}" for name, value in given.items())
    return f"::error {properties}::{_escaped(_text(one.message, lang), _DATA)}"


def _command(finding: Finding, lang: Lang) -> str:
    properties = ",".join(f"{name}={_escaped(value, _PROPERTY)}" for name, value in _place(finding))
    message = "\n".join(_text(part, lang) for part in _parts(finding))
    return f"::{_COMMANDS[finding.level]} {properties}::{_escaped(message, _DATA)}"


def _place(finding: Finding) -> Iterator[tuple[str, str]]:
    yield "file", finding.file
    if span := finding.span:
        yield "line", str(span.line)
        yield "endLine", str(span.end_line)
        # Columns are understood within one line alone.
        if span.end_line == span.line:
            yield "col", str(span.column)
            yield "endColumn", str(span.end_column)
    yield "title", finding.code


def _parts(finding: Finding) -> Iterator[Said]:
    yield finding.message
    if finding.count:
        yield Said(en=f"({finding.count.en})", fa=f"({finding.count.fa})")
    if finding.fix:
        yield finding.fix.text


def _text(said: Said, lang: Lang) -> str:
    return said.fa if lang == "fa" else said.en


def _escaped(text: str, signs: tuple[tuple[str, str], ...]) -> str:
    """Safe in a command; other controls are written out, since logs are shown on terminals."""
    for sign, code in signs:
        text = text.replace(sign, code)
    return safe(text)

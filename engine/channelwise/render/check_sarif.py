"""Findings as SARIF 2.1.0 (OASIS Standard), with rules, fixes and suppressions.

Columns count code points, as `columnKind` says. What was not checked has the kind `open`, and
what another result says more exactly `informational`.
"""

from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from channelwise.check.model import About, Checked, Finding, Span, Unread
from channelwise.recommend.model import Said
from channelwise.render.escaping import escaped
from channelwise.texts import load
from channelwise.vocabulary import Lang

SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_KINDS: Final = {"source": "inSource", "config": "external"}
_STDIN: Final = "<stdin>"


def sarif(checked: Checked, lang: Lang) -> dict[str, Any]:
    """One run as plain data, ready for JSON."""
    indexes = {rule.code: index for index, rule in enumerate(checked.rules)}
    driver = {
        "name": "channelwise", "version": checked.version,
        "rules": [_rule(rule, lang) for rule in checked.rules],
    }  # fmt: skip
    run = {
        "tool": {"driver": driver}, "columnKind": "unicodeCodePoints",
        "language": "fa" if lang == "fa" else "en",
        "artifacts": [{"location": {"uri": _uri(file)}} for file in checked.files],
        "invocations": [_invocation(checked, lang)],
        "results": [_result(finding, indexes, lang) for finding in checked.findings],
        "properties": {"rulebook": checked.rulebook, "asOf": checked.as_of},
    }  # fmt: skip
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _invocation(checked: Checked, lang: Lang) -> dict[str, Any]:
    """Whether all drafts could be read, and what kept the others from it."""
    return {
        "executionSuccessful": not checked.unread,
        "toolExecutionNotifications": [_unread(one, lang) for one in checked.unread],
    }


def _unread(one: Unread, lang: Lang) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(one.file)}}
    if one.line:
        place["region"] = {"startLine": one.line, "startColumn": one.column or 1}
    return {
        "level": "error", "message": {"text": _text(one.message, lang)},
        "locations": [{"physicalLocation": place}],
    }  # fmt: skip


def _rule(rule: About, lang: Lang) -> dict[str, Any]:
    parts = {"why": rule.because, "instead": rule.instead}
    told = {name: _text(part, lang) for name, part in parts.items() if part}
    return {
        "id": rule.code, "shortDescription": {"text": _text(rule.title, lang)},
        "fullDescription": {"text": _text(rule.because, lang)},
        "help": {"text": "\n".join(told.values()), "markdown": _markdown(rule.code, told, lang)},
        "defaultConfiguration": {"level": rule.level},
    }  # fmt: skip


def _markdown(code: str, told: dict[str, str], lang: Lang) -> str:
    """The help as viewers show it; the command in it tells more."""
    names = {name: load().ui(f"rules.{name}", lang) for name in told}
    lines = [f"**{names[name]}:** {escaped(said)}" for name, said in told.items()]
    return "\n\n".join([*lines, f"`channelwise rules show {code}`"])


def _result(finding: Finding, indexes: dict[str, int], lang: Lang) -> dict[str, Any]:
    found = finding.state == "found" and finding.covered_by is None
    kind = "fail" if found else "informational" if finding.covered_by else "open"
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": indexes.get(finding.code, -1),
        "kind": kind,
        "level": finding.level if found else "none",
        "message": {"text": _message(finding, lang)},
        "locations": [{"physicalLocation": _place(finding)}],
        "properties": _properties(finding, lang),
    }
    if finding.fix and finding.fix.replacement is not None and finding.span:
        result["fixes"] = [_fix(finding, finding.fix.replacement, finding.span, lang)]
    if finding.suppressed is not None:
        kind = _KINDS[finding.suppressed_in or "source"]
        result["suppressions"] = [{"kind": kind, "justification": finding.suppressed}]
    return result


def _message(finding: Finding, lang: Lang) -> str:
    """What a viewer shows: what is wrong, how it was counted, and the way out."""
    message = _text(finding.message, lang)
    count = f"({_text(finding.count, lang)})" if finding.count else ""
    fix = _text(finding.fix.text, lang) if finding.fix else ""
    return "\n".join(part for part in (message, count, fix) if part)


def _place(finding: Finding) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(finding.file)}}
    if finding.span:
        place["region"] = _region(finding.span)
    return place


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line, "startColumn": span.column, "endLine": span.end_line,
        "endColumn": span.end_column,
    }  # fmt: skip


def _fix(finding: Finding, replacement: str, span: Span, lang: Lang) -> dict[str, Any]:
    change = {"deletedRegion": _region(span), "insertedContent": {"text": replacement}}
    text = _text(finding.fix.text, lang) if finding.fix else ""
    return {
        "description": {"text": text},
        "artifactChanges": [
            {"artifactLocation": {"uri": _uri(finding.file)}, "replacements": [change]}
        ],
    }


def _properties(finding: Finding, lang: Lang) -> dict[str, Any]:
    found: dict[str, Any] = {"because": _text(finding.because, lang)}
    if finding.network:
        found["network"] = finding.network
    if finding.formats:
        found["formats"] = finding.formats
    if finding.count:
        found["count"] = _text(finding.count, lang)
    if finding.grounds:
        found["grounds"] = [ground.model_dump() for ground in finding.grounds]
    return found


def _uri(file: str) -> str:
    """A reference that is relative where the name is; standard input has no address."""
    if file == _STDIN:
        return "stdin"
    path = PurePath(file)
    if path.is_absolute():
        return path.as_uri()
    parts = path.as_posix()
    # A colon in the first part of a relative reference would read as a scheme.
    return quote(parts, safe="/-._~")


def _text(said: Said, lang: Lang) -> str:
    return said.fa if lang == "fa" else said.en

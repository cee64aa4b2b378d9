"""Findings as JUnit XML, which most build servers read: one test case for each of them."""

import re
from collections.abc import Iterable
from typing import Final
from xml.etree import ElementTree as ET

from channelwise.check.model import LEVELS, Checked, FailOn, Finding, Unread
from channelwise.recommend.model import Said
from channelwise.vocabulary import Lang

# What XML 1.0 cannot hold, escaped or not.
_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(checked: Checked, lang: Lang, fail_on: FailOn = "error") -> str:
    """The document. What makes the check fail is a failure, and what was not checked is skipped.

    A file without a finding has one case that passes, so that no suite is empty. What could not
    be read is an error.
    """
    root = ET.Element("testsuites", name="channelwise")
    total = 0, 0, 0
    for file in dict.fromkeys((*checked.files, *(one.file for one in checked.findings))):
        findings = [one for one in checked.findings if one.file == file]
        numbers = _suite(root, file, findings, lang, fail_on)
        total = total[0] + numbers[0], total[1] + numbers[1], total[2] + numbers[2]
    for unread in checked.unread:
        _unread(root, unread, lang)
    errors = len(checked.unread)
    _numbered(root, total[0] + errors, *total[1:], errors)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, "unicode") + "\n"


def _suite(
    root: ET.Element, file: str, findings: list[Finding], lang: Lang, fail_on: FailOn
) -> tuple[int, int, int]:
    suite = ET.SubElement(root, "testsuite", name=_valid(file))
    for finding in findings:
        _case(suite, finding, lang, fail_on)
    if not findings:
        ET.SubElement(suite, "testcase", classname=_valid(file), name="channelwise")
    numbers = len(suite), _number(suite, "failure"), _number(suite, "skipped")
    _numbered(suite, *numbers)
    return numbers


def _number(suite: ET.Element, name: str) -> int:
    return sum(1 for _ in suite.iter(name))


def _unread(root: ET.Element, unread: Unread, lang: Lang) -> None:
    suite = ET.SubElement(root, "testsuite", name=_valid(unread.file))
    case = ET.SubElement(suite, "testcase", classname=_valid(unread.file), name="channelwise")
    ET.SubElement(case, "error", message=_valid(_text(unread.message, lang)))
    _numbered(suite, 1, 0, 0, 1)


def _numbered(
    element: ET.Element, tests: int, failures: int, skipped: int, errors: int = 0
) -> None:
    element.set("tests", str(tests))
    element.set("failures", str(failures))
    element.set("errors", str(errors))
    element.set("skipped", str(skipped))


def _case(suite: ET.Element, finding: Finding, lang: Lang, fail_on: FailOn) -> None:
    place = f" {finding.span.line}:{finding.span.column}" if finding.span else ""
    case = ET.SubElement(
        suite, "testcase", classname=_valid(finding.file), name=_valid(f"{finding.code}{place}")
    )
    message = _valid(_text(finding.message, lang))
    if not finding.stands:
        reason = message if finding.suppressed is None else _valid(finding.suppressed)
        ET.SubElement(case, "skipped", message=reason)
    elif fail_on != "never" and LEVELS.index(finding.level) <= LEVELS.index(fail_on):
        failure = ET.SubElement(case, "failure", type=finding.level, message=message)
        failure.text = _valid("\n".join(_lines(finding, lang)))
    else:
        ET.SubElement(case, "system-out").text = _valid("\n".join(_lines(finding, lang)))


def _lines(finding: Finding, lang: Lang) -> Iterable[str]:
    yield _text(finding.message, lang)
    if finding.count:
        yield _text(finding.count, lang)
    yield _text(finding.because, lang)
    if finding.fix:
        yield _text(finding.fix.text, lang)


def _text(said: Said, lang: Lang) -> str:
    return said.fa if lang == "fa" else said.en


def _valid(text: str) -> str:
    return _NOT_XML.sub(lambda found: ascii(found[0])[1:-1], text)

"""Findings in one line each, for editors, `grep` and eyes: `path:line:col: level code message`."""

from channelwise.check.model import Checked, Finding
from channelwise.files.show import printable
from channelwise.render.check_safe import safe
from channelwise.texts import load
from channelwise.texts.direction import isolated
from channelwise.vocabulary import Lang


def concise(checked: Checked, lang: Lang) -> str:
    """A line for each finding that stands; an empty text if there is none.

    Example:
        >>> concise(Checked(version="1", rulebook="", as_of="2026-11", files=[], findings=[],
        ...     summary={}), "en")
        ''

    """
    return "".join(f"{_line(one, lang)}\n" for one in checked.findings if one.stands)


def _line(finding: Finding, lang: Lang) -> str:
    """The place comes first and bare, so that it can be followed in both languages."""
    place = printable(finding.file)
    if finding.span:
        place += f":{finding.span.line}:{finding.span.column}"
    level = isolated(load().ui(f"check.level.{finding.level}", lang), lang)
    message = finding.message.fa if lang == "fa" else finding.message.en
    code = printable(finding.code)
    return f"{place}: {level} {code} {_kept(safe(message), lang)}"


def _kept(message: str, lang: Lang) -> str:
    return isolated(message, lang) if lang == "fa" else message

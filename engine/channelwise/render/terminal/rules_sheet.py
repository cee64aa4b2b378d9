"""One tone rule or code in full: what it does, why, an example, what to do instead, sources."""

import re
from collections.abc import Iterable
from typing import Final

from rich.console import Console

from channelwise.check.model import Finding
from channelwise.evidence import Evidence
from channelwise.files.show import printable
from channelwise.reference.model import LimitLine, Sample, Sheet, Written
from channelwise.reference.samples import chosen
from channelwise.render.check_safe import safe
from channelwise.render.terminal.check_excerpt import excerpt
from channelwise.render.terminal.page import Page, Part
from channelwise.render.terminal.sources import source
from channelwise.text import Text
from channelwise.vocabulary import Lang

_STYLES: Final = {"error": "bold red", "warning": "yellow", "note": "cyan"}
_INDENT: Final = 2
_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff]")


def sheet(one: Sheet, lang: Lang, console: Console) -> None:
    """Prints a tone rule or a code."""
    page = Page.on(console, lang)
    _head(page, one)
    _texts(page, "rules.what", [one.what, *([one.levels] if one.levels else [])])
    _texts(page, "rules.why", [one.because])
    if one.audience:
        page.heading(page.ui("rules.for"))
        page.pairs((page.text(line.label), safe(page.text(line.text))) for line in one.audience)
    _example(page, "rules.example", chosen(one.fails, lang))
    _texts(page, "rules.instead", [one.instead])
    _sample(page, chosen(one.passes, lang))
    if one.network and one.levels:
        _limits(page, one, one.network)
    if one.sources:
        page.heading(page.ui("sources"))
        # Two claims of one article read the same here.
        lines = dict.fromkeys(_cited(page, found) for found in one.sources)
        page.items(map(page.line, lines))


def _head(page: Page, one: Sheet) -> None:
    page.say((page.text(one.title), "bold"))
    about = [page.word("Status", one.status)] if one.status else []
    parts: list[Part] = [(one.code, "bold"), (f" · {' · '.join([*about, one.origin])}", "dim")]
    if one.level:
        parts += [(" · ", "dim"), (page.ui(f"check.level.{one.level}"), _STYLES[one.level])]
    page.say(*parts)


def _texts(page: Page, title: str, texts: Iterable[Text]) -> None:
    page.heading(page.ui(title))
    for text in texts:
        page.say(safe(page.text(text)), indent=_INDENT)


def _example(page: Page, title: str, sample: Sample | None) -> None:
    if sample is not None:
        page.heading(page.ui(title))
        _sample(page, sample)


def _sample(page: Page, sample: Sample | None) -> None:
    """The drafts of an example, with what is found marked in them and said below."""
    if sample is None:
        return
    for number, draft in enumerate(sample.drafts):
        found = [one for one in sample.findings if one.file == f"draft{number}.md"]
        _draft(page, draft, found)
    if not sample.findings:
        page.say((page.ui("rules.nothing"), "green"), indent=_INDENT)


def _draft(page: Page, draft: Written, found: list[Finding]) -> None:
    if draft.given:
        given = page.ui("rules.given", what=safe(page.text(draft.given)))
        page.say((given, "dim"), indent=_INDENT)
    marked = {one.span.line: one.span for one in reversed(found) if one.span}
    for number, line in enumerate(draft.text.split("\n"), 1):
        if number in marked:
            excerpt(page, draft.text, marked[number])
        else:
            _line(page, printable(line))
    for one in found:
        message = page.ui("rules.found", message=safe(page.text(one.message)))
        page.say((message, _STYLES[one.level]), indent=_INDENT)


def _line(page: Page, text: str) -> None:
    """A line of a draft on the side where it begins."""
    show = page.say if _RIGHT_TO_LEFT.search(text) or page.lang == "en" else page.code
    show(text, indent=2 * _INDENT)


def _limits(page: Page, one: Sheet, network: Text) -> None:
    name = page.text(network)
    if not one.limits:
        page.gap()
        key = "no_unchecked" if one.code.endswith(".limits") else "no_limits"
        page.say(page.ui(f"rules.{key}", network=name))
        return
    page.heading(page.ui("rules.limits", network=name))
    for unit in one.counted:
        page.say(page.ui("rules.counted", unit=page.text(unit)), indent=_INDENT)
    for line in one.limits:
        _limit(page, line)


def _limit(page: Page, line: LimitLine) -> None:
    formats = page.words("Format", line.formats)
    parts: list[Part] = [(f"{formats}: ", "bold"), page.text(line.amount)]
    if line.level:
        level = page.ui(f"check.level.{line.level}")
        parts += [" ", (f"[{level}]", _STYLES[line.level])]
    page.say(*parts, indent=_INDENT)
    if line.when:
        page.say(page.text(line.when), indent=2 * _INDENT)
    if line.source:
        page.say((_cited(page, line.source), "dim"), indent=2 * _INDENT)


def _cited(page: Page, one: Evidence) -> str:
    """A source by its title, with date and confidence; what has no title by its reason."""
    if not one.title:
        return source(page, one)
    dated = () if one.confidence == "judgement" else (page.date(one.date),)
    return " · ".join((one.title, *dated, page.word("Confidence", one.confidence)))

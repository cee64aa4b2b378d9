"""The findings of a check, as linters print them: place, level, code, what, where, way out."""

from collections.abc import Mapping
from typing import Final

from rich.console import Console

from channelwise.check.model import LEVELS, Checked, Finding
from channelwise.files.show import printable
from channelwise.render.check_safe import safe
from channelwise.render.terminal.check_excerpt import excerpt
from channelwise.render.terminal.check_lines import Told, plain_place
from channelwise.render.terminal.encoding import writable
from channelwise.render.terminal.isolates import FSI, LRI, PDI
from channelwise.render.terminal.page import Page
from channelwise.vocabulary import Lang

_STYLES: Final = {"error": "bold red", "warning": "yellow", "note": "cyan"}
_INDENT: Final = 2
_MOST_CODES: Final = 4


def checked(
    found: Checked, sources: Mapping[str, str], lang: Lang, console: Console, *, verbose: bool
) -> None:
    """The findings of all files and a summary.

    Args:
        found: the result of a check.
        sources: the text of each file, by the name that findings give.
        lang: the language of the page.
        console: where it is written.
        verbose: also what was not checked, accepted or said by another finding, and of each all
            that is known: its reason, its sum and its sources.

    """
    page = Page.on(console, lang)
    told = Told(page, verbose)
    for finding in found.findings:
        if finding.stands or finding.leaves_out or verbose:
            _finding(page, finding, sources.get(finding.file), told)
    _summary(page, found, verbose=verbose)


def _finding(page: Page, finding: Finding, source: str | None, told: Told) -> None:
    _header(page, finding)
    message = safe(page.text(finding.message))
    page.say(message, indent=_INDENT, style="bold")
    if finding.span and source is not None:
        excerpt(page, source, finding.span, message)
    for label, text in told.lines(finding):
        page.say((f"{page.ui(f'check.label.{label}')} ", "dim"), safe(text), indent=_INDENT)
    page.gap()


def _header(page: Page, finding: Finding) -> None:
    """One line that is never wrapped, so that editors and terminals can follow the place."""
    place = plain_place(finding)
    level = "not_evaluated" if finding.state == "not_evaluated" else finding.level
    word = page.ui(f"check.level.{level}")
    plain = page.lang == "en" and place.isascii()
    before, after = ("", "") if plain else (LRI, PDI)
    word = word if plain else f"{FSI}{word}{PDI}"
    code = printable(finding.code)
    if finding.network and not code.startswith(f"{finding.network}."):
        code += f" ({finding.network})"
    parts = (f"{before}{place}: ", word, f": {code}{after}")
    line = page.console.render_str("", markup=False)
    for part, style in zip(parts, ("bold", _STYLES[finding.level], ""), strict=True):
        line.append(writable(part, page.console.encoding), style or None)
    page.console.print(line, soft_wrap=True)


def _summary(page: Page, found: Checked, *, verbose: bool) -> None:
    numbers = found.summary
    parts = [
        page.ui(f"check.{level}s", number=numbers[level]) for level in LEVELS if numbers[level]
    ]
    drafts = page.ui("check.drafts", number=numbers["drafts"])
    none = page.ui("check.none_open" if numbers["not_evaluated"] else "check.none")
    line = page.listed(parts) if parts else none
    worst = next((level for level in LEVELS if numbers[level]), None)
    style = _STYLES[worst] if worst else "green"
    page.say(page.ui("check.summary", found=line, drafts=drafts), style=style)
    if not verbose:
        _left_out(page, found)
        if parts:
            page.say((page.ui("check.more"), "dim"))


def _left_out(page: Page, found: Checked) -> None:
    """How much the page does not show, and which codes were not checked."""
    open_ = [one for one in found.findings if one.state == "not_evaluated" and not one.leaves_out]
    codes = list(dict.fromkeys(one.code for one in open_ if one.suppressed is None))
    if codes:
        shown = [page.data(printable(code)) for code in codes[:_MOST_CODES]]
        more = ["…"] if len(codes) > _MOST_CODES else []
        number = sum(one.suppressed is None for one in open_)
        line = page.ui("check.not_evaluated", number=number, codes=page.listed([*shown, *more]))
        page.say((line, "dim"))
    if number := found.summary["suppressed"]:
        page.say((page.ui("check.suppressed", number=number), "dim"))

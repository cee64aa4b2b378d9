"""How long a text is, what it is made of, and how it stands to each limit."""

from collections.abc import Iterable
from typing import Final

from rich.console import Console

from channelwise.count.limits import Fit, Verdict
from channelwise.count.model import Count, Counter, Note, Part, Place
from channelwise.count.plain import At, as_it_is
from channelwise.render.terminal.excerpt import excerpt
from channelwise.render.terminal.page import Column, Page
from channelwise.render.terminal.sources import source
from channelwise.vocabulary import Lang

_THINGS: Final = {
    "character": "count.characters", "emoji": "count.emojis", "link": "count.links",
    "mention": "count.mentions",
}  # fmt: skip
FORMAT_OPTION: Final = "--as"


def where(file: str, line: int, lang: Lang, console: Console, *, first: bool) -> None:
    """The file and line of a draft whose count follows."""
    page = Page.on(console, lang)
    if not first:
        page.gap()
    page.say((page.data(f"{file}:{line}"), "bold cyan"))


def fit(
    found: Fit, unit: Counter, lang: Lang, console: Console, *, asked: bool, at: At = as_it_is
) -> None:
    """A text on a network; `asked` is true if the format was chosen.

    `at` gives the line and column of a place in its file.
    """
    page = Page.on(console, lang)
    title = page.ui("count.on", network=page.text(found.network.name))
    page.say((title, "bold"))
    _sum(page, found.count, unit)
    if not found.known:
        page.say(page.ui("count.assumed"))
    _limits(page, found, asked=asked, at=at)
    _notes(page, found.count.notes)


def in_unit(found: Count, unit: Counter, lang: Lang, console: Console) -> None:
    """A text in one unit."""
    page = Page.on(console, lang)
    _sum(page, found, unit)
    _notes(page, found.notes)


def in_units(found: Iterable[tuple[Count, Counter]], lang: Lang, console: Console) -> None:
    """A text in every unit there is."""
    page = Page.on(console, lang)
    page.say((page.ui("count.in_units"), "bold"))
    rows = [
        (page.line((page.number(one.total), "bold")), page.line(page.data(unit.name)),
         page.line(page.text(unit.description)))
        for one, unit in found
    ]  # fmt: skip
    columns = (Column(number=True), Column(), Column(wide=True))
    page.show(page.grid(columns, rows), indent=2)


def _sum(page: Page, found: Count, unit: Counter) -> None:
    page.say(page.ui("count.unit", unit=page.text(unit.description)))
    key = "count.made" if found.parts else "count.empty"
    page.say((page.ui(key, total=found.total), "bold"))
    page.items(page.line(_part(page, part)) for part in found.parts)


def _part(page: Page, part: Part) -> str:
    things = page.ui(_THINGS[part.kind], number=part.number)
    return page.ui("count.part", things=things, each=part.each, total=part.total)


def _limits(page: Page, found: Fit, *, asked: bool, at: At) -> None:
    deciding = found.deciding
    if found.format is None or not deciding:
        page.gap()
        name = page.word("Format", found.format) if found.format else ""
        key = "count.no_format_limit" if found.format else "count.no_limit"
        page.say(page.ui(key, format=name))
    else:
        page.heading(page.ui("count.deciding", format=page.word("Format", found.format)))
        for verdict in deciding:
            _verdict(page, verdict, named=False, at=at)
        if not asked:
            page.say((page.ui("count.choose", option=page.data(FORMAT_OPTION)), "dim"), indent=2)
    if others := [verdict for verdict in found.verdicts if verdict not in deciding]:
        page.heading(page.ui("count.others"))
        for verdict in others:
            _verdict(page, verdict, named=True, at=at)


def _verdict(page: Page, verdict: Verdict, *, named: bool, at: At) -> None:
    limit = verdict.limit
    kind = page.ui("terminal.hard" if limit.hard else "terminal.soft")
    when = f". {page.text(limit.when)}" if limit.when else ""
    names = (page.word("Format", limit.format), page.data(limit.name))
    name = page.listed(names) if named else names[1]
    standing = (_standing(page, verdict), _style(verdict))
    page.say(f"{name}: ", standing, " ", (f"[{kind}]", "dim"), when, indent=2)
    if named:
        return
    page.say((source(page, limit.evidence), "dim"), indent=4)
    if verdict.unsure and limit.strictest:
        unit = page.text(limit.strictest.description)
        page.say(page.ui("count.unsure", unit=unit, most=verdict.most), indent=4)
    if verdict.place and limit.value:
        _place(page, verdict.count.text, verdict.place, at(verdict.place))


def _place(page: Page, text: str, place: Place, shown: Place) -> None:
    numbers = {"line": shown.line, "column": shown.column, "offset": place.offset + 1}
    page.say(page.ui("count.from_here", **numbers), indent=4)
    excerpt(page, text, place)


def _standing(page: Page, verdict: Verdict) -> str:
    total, limit = verdict.count.total, verdict.limit.value
    if not limit:
        return page.ui("check.caption")
    if verdict.fits:
        return page.ui("count.fits", total=total, limit=limit, left=verdict.left)
    return page.ui("count.over", total=total, limit=limit, over=-verdict.left)


def _style(verdict: Verdict) -> str:
    if verdict.fits:
        return "yellow" if verdict.unsure else "green"
    return "bold red" if verdict.limit.hard else "yellow"


def _notes(page: Page, notes: Iterable[Note]) -> None:
    lines = [_note(page, note) for note in notes]
    if lines:
        page.heading(page.ui("count.notes"))
        page.items(page.line(line) for line in lines)


def _note(page: Page, note: Note) -> str:
    key = f"count.note_{note.stands_for}" + ("" if note.sure else "_unsure")
    return page.ui(key, text=page.data(note.text), each=note.each)

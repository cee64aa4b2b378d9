"""The rules that are loaded, and one of them in full."""

from collections.abc import Iterable, Sequence
from json import dumps

from rich.console import Console, Group, RenderableType

from channelwise.render.terminal.conditions import Row, effect_rows, rows
from channelwise.render.terminal.page import Column, Page
from channelwise.render.terminal.sources import source
from channelwise.rules.model import Bands, Effect, Exclude, Points, Rule, Say
from channelwise.vocabulary import Lang


def rules(loaded: Sequence[Rule], lang: Lang, console: Console) -> None:
    """Id, title and effect of each rule."""
    page = Page.on(console, lang)
    columns = (Column(page.ui("rule"), wide=True), Column(page.ui("terminal.effect")))
    page.show(page.table(columns, [_row(page, one) for one in loaded]))


def _row(page: Page, one: Rule) -> list[RenderableType]:
    named = Group(page.line((one.id, "bold")), page.line((page.text(one.title), "dim")))
    return [named, page.line(effect(page, one.then))]


def effect(page: Page, then: Effect) -> str:
    """What a rule does, in a few words."""
    match then:
        case Points(criterion, add):
            return f"{page.signed(add)} {page.word('Criterion', criterion)}"
        case Bands(criterion, _, steps):
            low, high = min(step.add for step in steps), max(step.add for step in steps)
            span = f"{page.signed(low)} … {page.signed(high)}"
            return f"{span} {page.word('Criterion', criterion)}"
        case Exclude():
            return page.ui("terminal.excludes")
        case Say(level, topic):
            return f"{page.ui(f'terminal.{level}')}: {page.word('Topic', topic)}"


def rule(one: Rule, lang: Lang, console: Console) -> None:
    """Prints a rule: when it fires, what it does, why, its sources and examples."""
    page = Page.on(console, lang)
    page.say((page.text(one.title), "bold"))
    about = f"{page.word('Status', one.status)} · {one.origin}"
    page.say((one.id, "bold"), (f" · {about}", "dim"))
    _tree(page, "terminal.when", rows(one.when))
    _tree(page, "terminal.then", effect_rows(one.then))
    if isinstance(one.then, Say):
        page.say(page.text(one.then.text), indent=2)
    page.heading(page.ui("terminal.because"))
    page.say(page.text(one.because), indent=2)
    _sources(page, one)
    _examples(page, one)


def _tree(page: Page, title: str, lines: Iterable[Row]) -> None:
    page.heading(page.ui(title))
    for depth, line in lines:
        page.code(line, indent=2 + 2 * depth)


def _sources(page: Page, one: Rule) -> None:
    page.heading(page.ui("sources"))
    page.items(page.line(source(page, found)) for found in one.sources)


def _examples(page: Page, one: Rule) -> None:
    for kind, examples in one.examples.items():
        page.heading(page.ui(f"terminal.{kind}"))
        for example in examples:
            page.code(dumps(example, ensure_ascii=False), indent=2)

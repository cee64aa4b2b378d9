"""Tone rules and codes of checks, a line or two each."""

from collections.abc import Iterable, Sequence
from typing import Final

from rich.console import Console, Group, RenderableType

from channelwise.check.codes import described
from channelwise.reference.catalogue import Code
from channelwise.render.terminal.page import Column, Page
from channelwise.text import Text
from channelwise.tone.model import ToneRule
from channelwise.vocabulary import Lang

_STYLES: Final = {"error": "bold red", "warning": "yellow", "note": "cyan"}


def tone_rules(loaded: Sequence[ToneRule], lang: Lang, console: Console) -> None:
    """Id, title and level of each tone rule."""
    page = Page.on(console, lang)
    columns = (Column(page.ui("rule"), wide=True), Column(page.ui("rules.level")))
    rows = [
        (_named(page, one.id, one.title), page.line((_level(page, one), _STYLES[one.level])))
        for one in loaded
    ]
    page.show(page.table(columns, rows))


def _level(page: Page, one: ToneRule) -> str:
    return page.ui(f"check.level.{one.level}")


def codes(known: Sequence[Code], lang: Lang, console: Console) -> None:
    """Codes with their titles; those of limits once, with the networks that have them."""
    page = Page.on(console, lang)
    columns = (Column(page.ui("rules.code"), wide=True), Column(page.ui("rules.networks"), most=30))
    page.show(page.table(columns, list(_rows(page, known))))


def _rows(page: Page, known: Sequence[Code]) -> Iterable[tuple[RenderableType, RenderableType]]:
    groups: dict[str, list[str]] = {}
    for code in known:
        groups.setdefault(code.key, []).extend([code.network.id] if code.network else [])
    for key, networks in groups.items():
        name = f"NETWORK.{key}" if networks else key
        told = page.listed(networks) if networks else page.ui("rules.everywhere")
        yield _named(page, name, described(key).title), page.line((told, "dim"))


def _named(page: Page, name: str, title: Text) -> RenderableType:
    return Group(page.line((name, "bold")), page.line((page.text(title), "dim")))

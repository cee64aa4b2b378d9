"""`channelwise rules`."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from channelwise.cli.common import (
    BAD_INPUT,
    deliver,
    json_text,
    lang_option,
    load_rulebook,
    said,
    told,
)
from channelwise.vocabulary import Lang

if TYPE_CHECKING:
    from channelwise.load.own import Found
    from channelwise.reference.catalogue import Catalogue, Code
    from channelwise.rules.model import Rule
    from channelwise.tone.model import ToneRule

FAILED: Final = 1
KINDS: Final = ("scoring", "tone", "check")

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group
def rules() -> None:
    """List, show, check and test rules."""


def _catalogue(lang: Lang) -> "Catalogue":
    from channelwise.reference.catalogue import Catalogue

    return Catalogue(load_rulebook(lang=lang))


@rules.command(name="list")
@click.option(
    "--kind", type=click.Choice(KINDS), help="Only rules that give points, tone rules, or codes."
)
@json_option
@lang_option
def list_(kind: str | None, as_json: bool, lang: Lang) -> None:
    """List what has a name: rules that give points, tone rules, codes of checks."""
    with told(lang):
        found = _catalogue(lang)
        kinds = (kind,) if kind else KINDS
        if as_json:
            from channelwise.reference.plain import row

            rows = [row(one) for name in kinds for one in _of_kind(found, name)]
            deliver(json_text(rows), None)
        else:
            for name in kinds:
                _table(found, name, lang, headed=kind is None)


def _of_kind(found: "Catalogue", kind: str) -> "Sequence[Rule | ToneRule | Code]":
    if kind == "scoring":
        return found.rulebook.rules
    return found.tone if kind == "tone" else found.codes


def _table(found: "Catalogue", kind: str, lang: Lang, *, headed: bool) -> None:
    from channelwise.cli.common import console
    from channelwise.render.terminal import rules_list
    from channelwise.render.terminal.page import Page
    from channelwise.render.terminal.rules import rules as scoring

    sheet = console()
    if headed:
        Page.on(sheet, lang).heading(said(f"rules.{kind}", lang))
    if kind == "scoring":
        scoring(found.rulebook.rules, lang, sheet)
    elif kind == "tone":
        rules_list.tone_rules(found.tone, lang, sheet)
    else:
        rules_list.codes(found.codes, lang, sheet)


@rules.command
@click.argument("rule")
@json_option
@lang_option
def show(rule: str, as_json: bool, lang: Lang) -> None:
    """Show RULE, a rule or a code of a check: what it does, why, examples, limits, sources."""
    with told(lang):
        catalogue = _catalogue(lang)
        found = catalogue.find(rule)
        if as_json:
            from channelwise.reference.plain import full

            deliver(json_text(full(found, catalogue)), None)
        else:
            _page(catalogue, found, lang)


def _page(catalogue: "Catalogue", found: "Rule | ToneRule | Code", lang: Lang) -> None:
    from channelwise.cli.common import console
    from channelwise.render.terminal.rules import rule as page
    from channelwise.render.terminal.rules_sheet import sheet
    from channelwise.rules.model import Rule

    if isinstance(found, Rule):
        page(found, lang, console())
    else:
        sheet(catalogue.sheet(found), lang, console())


@rules.command
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@lang_option
def check(paths: tuple[Path, ...], lang: Lang) -> None:
    """Check files of rules, tone rules and lexicons, or folders of them.

    Every mistake is told with its place. What lies beside a network.yaml is checked as that
    network's own, and a file in the folder tone or lexicons of a pack with the whole pack. Exit
    code 2 if there is a mistake.
    """
    from channelwise.files.say import localised

    with told(lang):
        from channelwise.load import own

        found = own.read(paths)
    for problem in found.problems:
        click.echo(localised(problem, lang), err=True)
    if found.problems:
        sys.exit(BAD_INPUT)
    click.echo(_counted(found, lang))


def _counted(found: "Found", lang: Lang) -> str:
    if not found.lexicons:
        return said("cli.checked", lang, count=found.rules)
    parts = {"rules": found.rules, "lexicons": found.lexicons}
    return said("cli.checked_both", lang, **_numbers(parts, lang))


def _numbers(parts: dict[str, int], lang: Lang) -> dict[str, str]:
    return {name: said(f"cli.{name}", lang, count=count) for name, count in parts.items()}


@rules.command
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@lang_option
def test(paths: tuple[Path, ...], lang: Lang) -> None:
    """Run the examples of all loaded rules, or only of those in PATHS. Exit code 1 if one fails."""
    from channelwise.errors import BadInput
    from channelwise.load import own

    with told(lang):
        found = own.read(paths) if paths else own.loaded(load_rulebook(lang=lang))
        if found.problems:
            raise BadInput(found.problems)
    failed = found.failures()
    for failure in failed:
        click.echo(str(failure), err=True)
    parts = {"rules": found.rules, "examples": found.examples}
    click.echo(said("cli.tested", lang, **_numbers(parts, lang), failed=len(failed)))
    if failed:
        sys.exit(FAILED)

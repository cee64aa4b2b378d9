"""`channelwise rules`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
    from channelwise.rules.model import Rule

FAILED = 1


@click.group
def rules() -> None:
    """List, show, check and test rules."""


@rules.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@lang_option
def list_(as_json: bool, lang: Lang) -> None:
    """List every rule: its id, what it does and its title."""
    with told(lang):
        found = load_rulebook(lang=lang).rules
        if as_json:
            deliver(json_text([_row(rule) for rule in found]), None)
        else:
            from channelwise.cli.common import console
            from channelwise.render.terminal.rules import rules as table

            table(found, lang, console())


def _row(rule: "Rule") -> dict[str, Any]:
    return {
        "id": rule.id, "status": rule.status, "scope": rule.scope, "network": rule.network,
        "origin": rule.origin, "title": rule.title._asdict(),
        "sources": [source.id for source in rule.sources], "reads": sorted(rule.reads),
    }  # fmt: skip


@rules.command
@click.argument("rule")
@lang_option
def show(rule: str, lang: Lang) -> None:
    """Show RULE: when it fires, what it does, why, its sources and examples."""
    with told(lang):
        from channelwise.cli.common import console
        from channelwise.render.terminal.rules import rule as page

        page(load_rulebook(lang=lang).rule(rule), lang, console())


@rules.command
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@lang_option
def check(paths: tuple[Path, ...], lang: Lang) -> None:
    """Check rule files, or folders of them: every mistake with its place.

    The rules.yaml beside a network.yaml is checked as that network's own. Exit code 2 if
    there is a mistake.
    """
    from channelwise.errors import BadInput, Problem
    from channelwise.files.say import localised
    from channelwise.load import bundle

    with told(lang):
        core = bundle.core()
    problems: list[Problem] = []
    count = 0
    for path in paths:
        try:
            count += len(bundle.rules_to_check(path, core))
        except BadInput as error:
            problems.extend(error.problems)
    for problem in problems:
        click.echo(localised(problem, lang), err=True)
    if problems:
        sys.exit(BAD_INPUT)
    click.echo(said("cli.checked", lang, count=count))


@rules.command
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@lang_option
def test(paths: tuple[Path, ...], lang: Lang) -> None:
    """Run the examples of all loaded rules, or only of those in PATHS. Exit code 1 if one fails."""
    from channelwise.rules.trial import failures

    with told(lang):
        chosen = _in_files(paths) if paths else load_rulebook(lang=lang).rules
    failed = [failure for rule in chosen for failure in failures(rule)]
    for failure in failed:
        click.echo(str(failure), err=True)
    examples = sum(len(part) for rule in chosen for part in rule.examples.values())
    parts = {"rules": len(chosen), "examples": examples}
    counted = {name: said(f"cli.{name}", lang, count=count) for name, count in parts.items()}
    click.echo(said("cli.tested", lang, **counted, failed=len(failed)))
    if failed:
        sys.exit(FAILED)


def _in_files(paths: tuple[Path, ...]) -> "tuple[Rule, ...]":
    from channelwise.load import bundle
    from channelwise.rules.build import rule

    core = bundle.core()
    return tuple(
        rule(plain, {}, str(path), None)
        for path in paths
        for plain in bundle.rules_to_check(path, core)
    )

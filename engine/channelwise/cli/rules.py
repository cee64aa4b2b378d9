"""`channelwise rules`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from channelwise.cli.common import BAD_INPUT, deliver, json_text, lang_option, load_rulebook, told
from channelwise.vocabulary import Lang

if TYPE_CHECKING:
    from channelwise.rules.model import Rule

FAILED = 1
paths_argument = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))


@click.group
def rules() -> None:
    """List, show, check and test rules."""


@rules.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@lang_option
def list_(as_json: bool, lang: Lang) -> None:
    """List every rule: its id, what it does and its title."""
    with told(lang):
        found = load_rulebook().rules
        if as_json:
            deliver(json_text([_row(rule) for rule in found]), None)
        else:
            from channelwise.cli.common import console
            from channelwise.render.terminal import rules as table

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
        from channelwise.render.terminal import rule as page

        page(load_rulebook().rule(rule), lang, console())


@rules.command
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@lang_option
def check(paths: tuple[Path, ...], lang: Lang) -> None:
    """Check rule files: every mistake with its place. Exit code 2 if there is one."""
    from channelwise.errors import BadInput, Problem
    from channelwise.files.say import localised
    from channelwise.load import bundle

    with told(lang):
        core = bundle.core()
    problems: list[Problem] = []
    count = 0
    for path in paths:
        try:
            count += len(bundle.rules(path, core).data["rules"])
        except BadInput as error:
            problems.extend(error.problems)
    for problem in problems:
        click.echo(localised(problem, lang), err=True)
    if problems:
        sys.exit(BAD_INPUT)
    click.echo(f"{count} rules, no problem found.")


@rules.command
@paths_argument
def test(paths: tuple[Path, ...]) -> None:
    """Run the examples of all loaded rules, or only of those in PATHS. Exit code 1 if one fails."""
    from channelwise.rules.trial import failures

    with told():
        loaded = load_rulebook(paths).rules
        origins = {str(path) for path in paths}
        chosen = [rule for rule in loaded if not paths or rule.origin in origins]
        failed = [failure for rule in chosen for failure in failures(rule)]
    for failure in failed:
        click.echo(str(failure), err=True)
    examples = sum(len(part) for rule in chosen for part in rule.examples.values())
    click.echo(f"{len(chosen)} rules, {examples} examples, {len(failed)} failed.")
    if failed:
        sys.exit(FAILED)

"""`channelwise plugins`."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from channelwise.cli.common import deliver, json_text, lang_option, quiet, said, told
from channelwise.vocabulary import Lang

if TYPE_CHECKING:
    from channelwise.load.rulebook import Rulebook

PROBLEMS = 1


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--check", is_flag=True, help="Exit with code 1 if a plugin has a problem.")
@lang_option
@click.pass_context
def plugins(ctx: click.Context, as_json: bool, check: bool, lang: Lang) -> None:
    """List plugins, what each brings, and what is wrong with those that are left out."""
    if ctx.invoked_subcommand:
        return
    with told(lang):
        from channelwise.load.rulebook import load

        with quiet():
            rulebook = load(strict=False)
        rows = _rows(rulebook)
        deliver(json_text(rows) if as_json else _table(rows, lang), None)
        if check and rulebook.problems:
            ctx.exit(PROBLEMS)


@plugins.command
@click.argument("name")
@click.option(
    "--folder", type=click.Path(path_type=Path), help="Folder to create.  [default: NAME-network]"
)
def new(name: str, folder: Path | None) -> None:
    """Start a plugin that adds the network NAME.

    Writes files to fill in, of a made-up network whose tests pass as they are.

    \b
    Example:
      channelwise plugins new acme
    """
    from channelwise.cli.plugins_new import create

    with told():
        create(name, folder)


def _rows(rulebook: "Rulebook") -> list[dict[str, Any]]:
    brought: dict[str, list[str]] = {}
    for network in rulebook.networks:
        brought.setdefault(network.plugin, []).append(network.id)
    good = [
        {
            "name": p.name, "distribution": p.distribution, "version": p.version,
            "module": p.module, "networks": brought.get(p.name, []), "problem": None,
        }
        for p in rulebook.plugins
    ]  # fmt: skip
    bad = [
        {
            "name": x.plugin.name, "distribution": x.plugin.distribution,
            "version": x.plugin.version, "module": x.plugin.module, "networks": [],
            "problem": {"stage": x.stage, "message": x.message},
        }
        for x in rulebook.problems
    ]  # fmt: skip
    return good + bad


def _table(rows: list[dict[str, Any]], lang: Lang) -> str:
    lines = [_line(row, lang) for row in rows]
    return "\n".join(lines) if lines else said("cli.no_plugin", lang)


def _line(row: dict[str, Any], lang: Lang) -> str:
    from channelwise.texts.direction import isolated

    head = isolated(f"{row['name']}  ({row['distribution']} {row['version']})", lang)
    fine, broken = (f"[{said(f'cli.plugin_{state}', lang)}]" for state in ("fine", "broken"))
    if row["problem"]:
        problem = f"{row['problem']['stage']}: {row['problem']['message']}"
        return f"{broken} {head}\n    {isolated(problem, lang)}"
    networks = isolated(", ".join(row["networks"]), lang)
    brought = f"  {said('cli.networks', lang, names=networks)}" if row["networks"] else ""
    return f"{fine:<{len(broken)}} {head}{brought}"

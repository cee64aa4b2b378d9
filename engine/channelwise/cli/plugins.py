"""`channelwise plugins`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from channelwise.cli.common import deliver, json_text, lang_option, quiet, told
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
        from channelwise.cli.plugins_rows import rows, table
        from channelwise.load.rulebook import load

        with quiet():
            rulebook = load(strict=False)
        found = rows(rulebook)
        deliver(json_text(found) if as_json else table(found, lang), None)
        if check:
            _tell_slips(rulebook, lang)
        if check and rulebook.problems:
            ctx.exit(PROBLEMS)


def _tell_slips(rulebook: "Rulebook", lang: Lang) -> None:
    """Limits of networks that no check knows, on stderr: mostly they are misspelt."""
    from channelwise.check.slips import slips

    for network in rulebook.networks:
        for slip in slips(network):
            click.echo(slip.fa if lang == "fa" else slip.en, err=True)


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

"""`channelwise networks`."""

from typing import TYPE_CHECKING, Any

import click

from channelwise.cli.common import console, deliver, json_text, lang_option, load_rulebook, told
from channelwise.vocabulary import Lang

if TYPE_CHECKING:
    from channelwise.networks.model import Network


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@lang_option
@click.pass_context
def networks(ctx: click.Context, as_json: bool, lang: Lang) -> None:
    """List the networks that are installed."""
    if ctx.invoked_subcommand:
        return
    with told(lang):
        found = load_rulebook(lang=lang).networks
        if as_json:
            deliver(json_text([_row(network) for network in found]), None)
        else:
            from channelwise.render.terminal.networks import networks as table

            table(found, lang, console())


def _row(network: "Network") -> dict[str, Any]:
    return {
        "id": network.id, "name": network.name._asdict(), "origin": network.origin,
        "formats": sorted(network.carries), "strategies": [s.id for s in network.strategies],
    }  # fmt: skip


@networks.command
@click.argument("network")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@lang_option
def show(network: str, as_json: bool, lang: Lang) -> None:
    """Show NETWORK: traits, formats, limits, strategies, and every fact with its source."""
    with told(lang):
        found = load_rulebook(lang=lang).network(network)
        facts = found.facts()
        if as_json:
            deliver(json_text({"network": found.plain, "facts": facts}), None)
        else:
            from channelwise.render.terminal.network import network as page

            page(found, facts, lang, console())

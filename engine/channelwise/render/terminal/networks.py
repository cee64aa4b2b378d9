"""The networks that are loaded, as a table."""

from collections.abc import Sequence
from typing import Final

from rich.console import Console, RenderableType

from channelwise.networks.model import Network
from channelwise.render.terminal.page import Column, Page
from channelwise.vocabulary import FORMATS, Lang

# Below this width a table has no room for words.
_ROOM: Final = 64


def networks(loaded: Sequence[Network], lang: Lang, console: Console) -> None:
    """Id, name, strategies, kinds of account and formats of each network; no verdict."""
    page = Page.on(console, lang)
    headers = ("terminal.strategies", "terminal.accounts", "formats")
    if page.cells < _ROOM:
        for network in loaded:
            page.say((page.text(network.name), "bold"), f" ({network.id})")
            page.pairs(zip(map(page.ui, headers), _cells(page, network), strict=True))
        return
    strategies, accounts, formats = map(page.ui, headers)
    columns = (
        Column("id"), Column(page.ui("network")), Column(strategies, wide=True), Column(accounts),
        Column(formats, wide=True),
    )  # fmt: skip
    page.show(page.table(columns, [_row(page, network) for network in loaded], lines=True))


def _row(page: Page, network: Network) -> list[RenderableType]:
    named = [page.line((network.id, "bold")), page.line(page.text(network.name))]
    return [*named, *map(page.line, _cells(page, network))]


def _cells(page: Page, network: Network) -> tuple[str, str, str]:
    kinds = sorted({strategy.account for strategy in network.strategies})
    return (
        "\n".join(page.text(strategy.name) for strategy in network.strategies),
        "\n".join(page.word("AccountKind", kind) for kind in kinds),
        page.words("Format", (name for name in FORMATS if name in network.carries)),
    )

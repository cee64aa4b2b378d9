"""The networks that are loaded, as a table."""

from collections.abc import Iterable, Sequence

from rich.console import Console, RenderableType

from channelwise.networks.model import Network
from channelwise.render.terminal.page import Column, Page
from channelwise.vocabulary import FORMATS, Lang


def networks(loaded: Sequence[Network], lang: Lang, console: Console) -> None:
    """Id, name, strategies, kinds of account and formats of each network; no verdict."""
    page = Page.on(console, lang)
    columns = (
        Column("id"), Column(page.ui("network")), Column(page.ui("terminal.strategies"), wide=True),
        Column(page.ui("terminal.accounts")), Column(page.ui("formats"), wide=True),
    )  # fmt: skip
    page.show(page.table(columns, [_row(page, network) for network in loaded], lines=True))


def _row(page: Page, network: Network) -> list[RenderableType]:
    kinds = sorted({strategy.account for strategy in network.strategies})
    formats = [name for name in FORMATS if name in network.carries]
    return [
        page.line((network.id, "bold")),
        page.line(page.text(network.name)),
        page.line(_lines(page.text(strategy.name) for strategy in network.strategies)),
        page.line(_lines(page.word("AccountKind", kind) for kind in kinds)),
        page.line(page.words("Format", formats)),
    ]


def _lines(items: Iterable[str]) -> str:
    return "\n".join(items)

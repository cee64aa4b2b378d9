"""The networks in order, as a table."""

from collections.abc import Sequence
from typing import Final

from rich.console import RenderableType

from channelwise.recommend.model import NetworkAnswer
from channelwise.render.terminal.page import Column, Page
from channelwise.vocabulary import Verdict

# The word is always there as well; colours only help the eye.
COLOURS: Final[dict[Verdict, str]] = {
    "recommended": "bold green", "possible": "yellow", "not_now": "magenta", "excluded": "red",
}  # fmt: skip

# Below this width the bars give way to the words.
_ROOM_FOR_BARS: Final = 64


def verdict(page: Page, word: Verdict) -> tuple[str, str]:
    """The verdict's word, coloured."""
    return page.word("Verdict", word), COLOURS[word]


def ranking(page: Page, networks: Sequence[NetworkAnswer]) -> None:
    """Rank, network, verdict, score and best strategy of each network."""
    page.heading(page.ui("ranking.title"))
    bars = page.cells >= _ROOM_FOR_BARS
    columns = [
        Column("#", number=True), Column(page.ui("network")), Column(page.ui("verdict")),
        Column(page.ui("score"), number=True), *([Column()] if bars else []),
        Column(page.ui("strategy.best"), wide=True),
    ]  # fmt: skip
    page.show(page.table(columns, [_row(page, network, bars=bars) for network in networks]))


def _row(page: Page, network: NetworkAnswer, *, bars: bool) -> list[RenderableType]:
    out = network.verdict == "excluded"
    best = next(one for one in network.strategies if one.id == network.strategy)
    return [
        page.line(page.number(network.rank)),
        page.line((page.text(network.name), "" if out else "bold")),
        page.line(verdict(page, network.verdict)),
        page.line(page.number(network.score)),
        *([page.line((page.bar(network.score), COLOURS[network.verdict]))] if bars else []),
        page.line("" if out else page.text(best.name)),
    ]

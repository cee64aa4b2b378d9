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

# Below this width bars and strategies give way; the sections below name the strategies.
_ROOM: Final = 64


def verdict(page: Page, word: Verdict) -> tuple[str, str]:
    """The verdict's word, coloured."""
    return page.word("Verdict", word), COLOURS[word]


def ranking(page: Page, networks: Sequence[NetworkAnswer]) -> None:
    """Rank, network, verdict, score and best strategy of each network."""
    page.heading(page.ui("ranking.title"))
    room = page.cells >= _ROOM
    columns = [
        Column("#", number=True), Column(page.ui("network")), Column(page.ui("verdict")),
        Column(page.ui("score"), number=True),
        *([Column(), Column(page.ui("strategy.best"), wide=True)] if room else []),
    ]  # fmt: skip
    page.show(page.table(columns, [_row(page, network, room=room) for network in networks]))


def _remark(page: Page, network: NetworkAnswer, best: str) -> str:
    """The best strategy; where a criterion under its floor decides, that one."""
    low = [page.word("Criterion", one.criterion) for one in network.criteria if one.below_floor]
    return page.ui("ranking.low", criteria=page.listed(low)) if low else best


def _row(page: Page, network: NetworkAnswer, *, room: bool) -> list[RenderableType]:
    out = network.verdict == "excluded"
    row: list[RenderableType] = [
        page.line(page.number(network.rank)),
        page.line((page.text(network.name), "" if out else "bold")),
        page.line(verdict(page, network.verdict)),
        page.line(page.number(network.score)),
    ]
    if room:
        best = next(one for one in network.strategies if one.id == network.strategy)
        row.append(page.line((page.bar(network.score), COLOURS[network.verdict])))
        row.append(page.line("" if out else _remark(page, network, page.text(best.name))))
    return row

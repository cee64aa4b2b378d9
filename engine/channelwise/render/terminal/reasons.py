"""What speaks for a network and what against it."""

from collections.abc import Sequence

from rich.console import RenderableType

from channelwise.recommend.model import NetworkAnswer, Reason
from channelwise.render.terminal.page import Column, Page


def reasons(page: Page, network: NetworkAnswer) -> None:
    """The weightiest reasons of both kinds, each with its points and criterion."""
    _some(page, "reasons.for", network.reasons_for, "green")
    _some(page, "reasons.against", network.reasons_against, "red")


def _some(page: Page, title: str, found: Sequence[Reason], colour: str) -> None:
    if found:
        page.say((page.ui(title), "bold"), indent=2)
        columns = (Column(number=True), Column(), Column(wide=True))
        page.show(page.grid(columns, [_row(page, reason, colour) for reason in found]), indent=4)


def _row(page: Page, reason: Reason, colour: str) -> list[RenderableType]:
    criterion = page.word("Criterion", reason.criterion) if reason.criterion else ""
    return [
        page.line((page.signed(reason.points), colour)),
        page.line(criterion),
        page.line(page.text(reason.text)),
    ]

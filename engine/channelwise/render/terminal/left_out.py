"""Networks that do not fit, each with the one reason that decides."""

from collections.abc import Sequence

from channelwise.recommend.model import CriterionResult, NetworkAnswer
from channelwise.render.digest import below_floor, decisive
from channelwise.render.terminal.page import Page
from channelwise.render.terminal.ranking import verdict
from channelwise.render.terminal.reasons import reasons


def left_out(page: Page, networks: Sequence[NetworkAnswer], *, full: bool) -> None:
    """One entry for each network that is not for now, or excluded; in full with all reasons."""
    if not networks:
        return
    page.heading(page.ui("terminal.left_out"))
    for network in networks:
        _entry(page, network)
        if full:
            reasons(page, network)
    if not full:
        page.say((page.ui("terminal.more_reasons"), "dim"), indent=2)


def _entry(page: Page, network: NetworkAnswer) -> None:
    name, word = (page.text(network.name), "bold"), verdict(page, network.verdict)
    page.items([page.line(name, ": ", word, ". ", deciding(page, network))])


def deciding(page: Page, network: NetworkAnswer) -> str:
    """An exclusion; else the criterion furthest below its floor; else what weighs most."""
    said = [page.text(reason.text) for reason in decisive(network)[:1]]
    low = [] if network.exclusions else below_floor(network)
    if low:
        said = [_floor(page, min(low, key=lambda r: (r.score - r.floor, r.criterion))), *said]
    return " ".join(said) or page.ui("terminal.too_little")


def _floor(page: Page, result: CriterionResult) -> str:
    criterion = page.word("Criterion", result.criterion)
    return page.ui("terminal.floor", criterion=criterion, score=result.score, floor=result.floor)

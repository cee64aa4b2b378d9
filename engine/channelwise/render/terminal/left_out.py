"""Networks that do not fit, each with the one reason that decides."""

from collections.abc import Sequence

from channelwise.recommend.model import CriterionResult, NetworkAnswer
from channelwise.render.terminal.page import Page, Part
from channelwise.render.terminal.ranking import verdict


def left_out(page: Page, networks: Sequence[NetworkAnswer]) -> None:
    """One entry for each network that is not for now, or excluded."""
    if networks:
        page.heading(page.ui("terminal.left_out"))
        page.items(page.line(*_entry(page, network)) for network in networks)


def _entry(page: Page, network: NetworkAnswer) -> list[Part]:
    return [
        (page.text(network.name), "bold"), ": ", verdict(page, network.verdict), ". ",
        deciding(page, network),
    ]  # fmt: skip


def deciding(page: Page, network: NetworkAnswer) -> str:
    """An exclusion; else the criterion furthest below its floor; else what weighs most against it."""
    if network.exclusions:
        return page.text(network.exclusions[0].text)
    low = [result for result in network.criteria if result.below_floor]
    if low:
        return _below(page, network, min(low, key=lambda result: result.score - result.floor))
    if network.reasons_against:
        return page.text(network.reasons_against[0].text)
    return page.ui("terminal.too_little")


def _below(page: Page, network: NetworkAnswer, result: CriterionResult) -> str:
    criterion = page.word("Criterion", result.criterion)
    floor = page.ui("terminal.floor", criterion=criterion, score=result.score, floor=result.floor)
    why = (r for r in network.reasons_against if r.criterion == result.criterion)
    return " ".join([floor, *(page.text(reason.text) for reason in list(why)[:1])])

"""How many of the reasons rest on facts past their shelf life."""

from collections.abc import Iterable

from channelwise.recommend.model import Reason, Recommendation
from channelwise.render.terminal.page import Page


def shown_reasons(answer: Recommendation) -> list[Reason]:
    """Every reason of the answer, whichever way it speaks."""
    return [
        reason
        for network in answer.ranking
        for reason in (*network.reasons_for, *network.reasons_against, *network.exclusions)
    ]


def age(page: Page, reasons: Iterable[Reason]) -> None:
    """One line if any reason rests on an old fact, with the date of the oldest."""
    found = list(reasons)
    dates = [[g.date for g in reason.grounds if g.old] for reason in found]
    old = [min(some) for some in dates if some]
    if old:
        line = page.ui(
            "terminal.old_reasons", count=len(old), total=len(found), date=page.date(min(old))
        )
        page.gap()
        page.say((line, "dim"))

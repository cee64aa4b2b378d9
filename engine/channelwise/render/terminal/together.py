"""What the hours carry at once."""

from collections.abc import Mapping

from channelwise.recommend.model import Recommendation
from channelwise.render.terminal.page import Page
from channelwise.vocabulary import MINUTES_PER_HOUR


def hours(minutes: int) -> float:
    """Minutes in hours, to the hundredth."""
    return round(minutes / MINUTES_PER_HOUR, 2)


def together(page: Page, answer: Recommendation, names: Mapping[str, str]) -> None:
    """Which of the fitting networks can be run at once, and which have to wait."""
    found = answer.together
    if not found.networks and not found.left_out:
        return
    page.heading(page.ui("together.title"))
    page.say(_taken(page, answer, names), indent=2)
    if found.left_out:
        waiting = page.listed(names[name] for name in found.left_out)
        page.say(page.ui("together.left_out"), ": ", waiting, indent=2)
    if len(found.networks) > 1 or found.left_out:
        page.say((page.ui("together.note"), "dim"), indent=2)


def _taken(page: Page, answer: Recommendation, names: Mapping[str, str]) -> str:
    found = answer.together
    if not found.networks:
        return page.ui("together.none")
    lead = page.ui("together.fits", hours=hours(answer.minutes_a_week))
    taken = page.listed(names[name] for name in found.networks)
    return f"{lead}: {taken} ({page.ui('minutes_a_week', minutes=found.minutes)})"

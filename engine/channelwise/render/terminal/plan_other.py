"""What an hour more or less changes, and whether the week also fits where things take longer."""

from channelwise.plan.model import OtherHours
from channelwise.render.plan_sentences import Sentences
from channelwise.render.terminal.page import Page


def other_hours(page: Page, say: Sentences) -> None:
    """The changes in words, and what they are worth."""
    found = say.other.found()
    if not found:
        return
    page.heading(page.ui("plan.ui.other"))
    for key, other in found:
        _other(page, say, key, other)


def _other(page: Page, say: Sentences, key: str, other: OtherHours) -> None:
    page.say(say.other.lead(key, other), indent=2)
    page.items((page.line(change) for change in say.other.changes(other)), indent=4)


def paces(page: Page, say: Sentences, *, full: bool) -> None:
    """The high cost of every item; in full also the others."""
    if not say.plan.accounts:
        return
    page.heading(page.ui("plan.ui.paces"))
    page.say(say.paces(), indent=2)
    if full:
        page.items(page.line(line) for line in say.each_pace())

"""A plan as a shop owner reads it in a terminal: what to do this week, and then why."""

from rich.console import Console

from channelwise.plan.model import Plan
from channelwise.render.phrases import Phrases
from channelwise.render.plan_sentences import Sentences
from channelwise.render.plan_words import PlanWords
from channelwise.render.terminal.page import Page
from channelwise.render.terminal.plan_days import calendar
from channelwise.render.terminal.plan_frontier import frontier
from channelwise.render.terminal.plan_notes import left_out, material, review, warnings
from channelwise.render.terminal.plan_other import other_hours, paces
from channelwise.render.terminal.plan_strategies import strategies
from channelwise.render.terminal.plan_week import shared, week
from channelwise.vocabulary import Lang


def plan(answer: Plan, lang: Lang, console: Console, full: bool = False) -> None:
    """Prints the plan; `full` leaves nothing out.

    Example:
        >>> plan(engine.plan(brief), "fa", Console(width=80))  # doctest: +SKIP
    """
    page = Page.on(console, lang)
    say = Sentences(answer, PlanWords(answer, Phrases(page.texts, lang)))
    _head(page, say)
    week(page, say)
    shared(page, say)
    calendar(page, say, full=full)
    if full:
        strategies(page, say)
    warnings(page, answer, full=full)
    material(page, say)
    other_hours(page, say)
    paces(page, say, full=full)
    frontier(page, say, full=full)
    left_out(page, say)
    review(page, say, full=full)
    _notes(page, answer)


def _head(page: Page, say: Sentences) -> None:
    """Whose week it is and how much of it is used; a shortfall stands in for the use."""
    page.say(page.ui("plan.ui.title", business=say.plan.business), style="bold")
    hours, *more = say.head()
    page.say(hours, ("".join(f" · {one}" for one in more), "dim"))
    missing, *instead = say.shortfall() or [""]
    if not missing:
        page.say(say.used())
        return
    page.gap()
    page.say((missing, "bold red"))
    page.heading(page.ui("plan.ui.instead"))
    for line in instead:
        page.say(line, indent=2)


def _notes(page: Page, answer: Plan) -> None:
    if answer.notes:
        page.gap()
        page.items((page.line(page.text(note)) for note in answer.notes), indent=0)

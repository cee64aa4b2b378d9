"""A recommendation as a shop owner reads it in a terminal."""

from rich.console import Console

from channelwise.recommend.model import Recommendation
from channelwise.render import digest
from channelwise.render.terminal.advising import advising
from channelwise.render.terminal.age import age, shown_reasons
from channelwise.render.terminal.fitting import fitting
from channelwise.render.terminal.left_out import left_out
from channelwise.render.terminal.measuring import measuring
from channelwise.render.terminal.page import Page
from channelwise.render.terminal.ranking import ranking
from channelwise.render.terminal.sureness import open_question, sureness
from channelwise.render.terminal.together import hours, together
from channelwise.vocabulary import Lang


def recommendation(
    answer: Recommendation, lang: Lang, console: Console, full: bool = False
) -> None:
    """Prints the answer; `full` leaves nothing out.

    Example:
        >>> recommendation(engine.recommend(brief), "fa", Console(width=80))  # doctest: +SKIP
    """
    page = Page.on(console, lang)
    names = {network.id: page.text(network.name) for network in answer.ranking}
    fits = digest.fitting(answer)
    _title(page, answer)
    ranking(page, answer.ranking)
    if not fits:
        page.say(page.ui("recommend.none"), style="bold")
    for network in fits:
        fitting(page, network, full=full)
    left_out(page, digest.rest(answer), full=full)
    together(page, answer, names)
    advising(page, answer.advice, names, full=full)
    if fits:
        measuring(page, fits, answer.judge_after_weeks, full=full)
    sureness(page, answer.certainty, names)
    open_question(page, answer.question, names, full=full)
    _notes(page, answer)
    age(page, shown_reasons(answer))


def _title(page: Page, answer: Recommendation) -> None:
    page.say(page.ui("recommend.title", business=answer.business), style="bold")
    spent = page.ui("recommend.hours", hours=hours(answer.minutes_a_week))
    judged = page.ui("recommend.as_of", month=page.date(answer.as_of))
    page.say(spent, (f" · {judged}", "dim"))


def _notes(page: Page, answer: Recommendation) -> None:
    if answer.notes:
        page.gap()
        page.items((page.line(page.text(note)) for note in answer.notes), indent=0)

"""The calendar day by day: the first week, or all of them."""

from rich.console import RenderableType

from channelwise.render.jalali import shown_date
from channelwise.render.plan_days import Day, DayWords, Task, days, habit, week_of
from channelwise.render.plan_sentences import Sentences
from channelwise.render.terminal.page import Column, Page


def calendar(page: Page, say: Sentences, *, full: bool) -> None:
    """What is done when, people first; `full` prints all weeks."""
    found = say.plan.calendar
    if not found.entries:
        return
    weeks = range(1, found.weeks + 1) if full else range(1, 2)
    words, shown = DayWords(say.words), found.entries if full else week_of(found, 1)
    daily = habit(shown)
    for week in weeks:
        key = "calendar.week" if full else "calendar.first"
        page.heading(page.ui(f"plan.ui.{key}", week=week))
        # What every day begins with is said once; if the days differ, it stands among the tasks.
        if daily and week == 1:
            page.say(words.habit(daily), indent=2)
        for day in days(week_of(found, week), people=daily is None):
            _day(page, words, day)
    page.say((page.ui("plan.ui.pieces_note"), "dim"), indent=2)
    if not full and found.weeks > 1:
        page.say((page.ui("plan.ui.calendar.rest", weeks=found.weeks), "dim"), indent=2)


def _day(page: Page, words: DayWords, day: Day) -> None:
    page.say((shown_date(day.date, page.lang), "bold"), indent=2)
    columns = (Column(), Column(number=True), Column(wide=True))
    page.show(page.grid(columns, [_task(page, words, task) for task in day.tasks]), indent=4)
    hands = max(task.first.hands for task in day.tasks)
    if hands > 1:
        page.say((page.ui("plan.ui.hands", hands=hands), "dim"), indent=4)


def _task(page: Page, words: DayWords, task: Task) -> list[RenderableType]:
    minutes = page.ui("plan.ui.short_minutes", minutes=task.minutes) if task.minutes else ""
    return [
        page.line((page.sum(task.first.at), "dim")),
        page.line((minutes, "dim")),
        page.line(words.task(task)),
    ]

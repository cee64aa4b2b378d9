"""The best week at each number of hours: a table with a bar for its value."""

from collections.abc import Sequence
from typing import Final

from rich.console import RenderableType

from channelwise.plan.model import FrontierPoint
from channelwise.render.plan_frontier import Step, enough, height, main_steps, steps
from channelwise.render.plan_sentences import Sentences
from channelwise.render.terminal.page import Column, Page

# Below this width only hours, value and bar are left.
_ROOM: Final = 56


def frontier(page: Page, say: Sentences, *, full: bool) -> None:
    """Hours at which something changes; in short those at which much does."""
    points = say.plan.frontier or []
    if not any(point.value for point in points):
        return
    found = steps(points, say.plan.minutes_a_week)
    shown = found if full else main_steps(found)
    page.heading(page.ui("plan.ui.frontier"))
    _table(page, say, shown, points)
    last = enough(found, points)
    if last is not None:
        page.say(page.ui("plan.ui.frontier.end", hours=last), indent=2)
    page.say((page.ui("plan.ui.frontier.note"), "dim"), indent=2)
    if len(shown) < len(found):
        page.say((page.ui("plan.ui.frontier.rest"), "dim"), indent=2)


def _table(
    page: Page, say: Sentences, shown: Sequence[Step], points: Sequence[FrontierPoint]
) -> None:
    room = page.cells >= _ROOM
    columns = [
        Column(page.ui("plan.ui.frontier.hours"), number=True),
        Column(page.ui("plan.ui.frontier.value"), number=True),
        Column(wide=not room),
        *([Column(page.ui("plan.ui.posts"), number=True)] if room else []),
        *([Column(page.ui("plan.ui.frontier.accounts"), wide=True)] if room else []),
    ]
    rows = [_row(page, say, step, points, room=room) for step in shown]
    page.show(page.table(columns, rows))


def _row(
    page: Page, say: Sentences, step: Step, points: Sequence[FrontierPoint], *, room: bool
) -> list[RenderableType]:
    point = step.point
    style = "bold" if step.yours else ""
    row = [
        page.line((page.number(point.hours), style)),
        page.line((say.words.points(point.value), style)),
        page.line((page.bar(height(point.value, points)), "cyan")),
    ]
    if room:
        row += [page.line(page.number(point.posts)), page.line((say.step(step), style))]
    return [*row]

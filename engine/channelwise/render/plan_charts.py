"""The charts of a plan's page, each with its caption in the reader's language."""

from typing import Final

from markupsafe import Markup

from channelwise.plan.model import Activities, Plan, PlannedAccount
from channelwise.render import plan_svg as svg
from channelwise.render.plan_page import WORK, minutes_of
from channelwise.render.plan_page_words import PageWords
from channelwise.render.svg import Caption
from channelwise.vocabulary import MINUTES_PER_HOUR, Activity

_HUNDREDTHS: Final = 100
# Levels of the chart of steps: at most so many, at a round number of points.
_LEVELS: Final = 5
_ROUND: Final = (1, 2, 5)
_HOURS_APART: Final = 5


class PlanCharts:
    """Draws for one page."""

    def __init__(self, words: PageWords) -> None:
        self._words, self._p = words, words.p

    def mark(self, kind: Activity) -> str:
        """The number that stands for an activity in the bars and beside its name."""
        return self._p.n(WORK.index(kind) + 1)

    def swatch(self, kind: Activity) -> Markup:
        return svg.swatch(kind)

    def all_work(self, plan: Plan) -> Markup:
        """All minutes of the week by activity, against those there are."""
        title = self._p.ui("hours.chart", used=plan.used, minutes=plan.minutes_a_week)
        return self._bar("work", title, plan.minutes, plan.minutes_a_week)

    def work_of(self, account: PlannedAccount, plan: Plan) -> Markup:
        """One account's minutes on the same scale."""
        who = self._words.full(account.network, account.kind)
        title = self._words.part(who, account.minutes)
        name = f"work-{account.network}-{account.kind}"
        return self._bar(name, title, minutes_of(account), plan.minutes_a_week)

    def _bar(self, name: str, title: str, minutes: Activities, there: int) -> Markup:
        parts = [svg.Slice(kind, self.mark(kind), getattr(minutes, kind)) for kind in WORK]
        desc = self._p.comma.join(
            self._words.part(self._p.ui(f"plan.ui.{part.kind}"), part.minutes)
            for part in parts
            if part.minutes
        )
        return svg.work_bar(parts, there, Caption(name, title, desc), rtl=self._p.rtl)

    def frontier(self, plan: Plan) -> Markup:
        """Value over hours; the plan must have its frontier."""
        points = plan.frontier or []
        values = [point.value for point in points]
        last = len(points) - 1
        hours = [svg.Tick(at, self._p.n(at)) for at in range(0, last + 1, _HOURS_APART)]
        levels = [svg.Tick(at, self._p.n(at // _HUNDREDTHS)) for at in levels_up_to(max(values))]
        title = self._p.ui("plan.ui.frontier.chart", least=0, most=last)
        desc = self._p.ui(
            "plan.html.frontier.desc", most=last, value=self._words.points(values[-1]),
            hours=self._p.hours(plan.minutes_a_week), own=self._words.points(plan.value),
        )  # fmt: skip
        caption = Caption("frontier-chart", title, desc)
        return svg.step_chart(
            values, hours, levels, self._own(plan, last), caption, rtl=self._p.rtl
        )

    def _own(self, plan: Plan, last: int) -> svg.Own | None:
        if plan.minutes_a_week > last * MINUTES_PER_HOUR:
            return None
        hours = self._p.hours(plan.minutes_a_week)
        label = self._p.ui("plan.html.frontier.own", hours=hours)
        return svg.Own(plan.minutes_a_week, plan.value, label)


def levels_up_to(value: int) -> list[int]:
    """Round values from 0 to the first one that is not below `value`, in hundredths of a point.

    Example:
        >>> levels_up_to(29471)
        [0, 10000, 20000, 30000]
    """
    width = 1
    while True:
        for step in _ROUND:
            apart = step * width * _HUNDREDTHS
            if apart * _LEVELS >= value:
                return list(range(0, value + apart, apart))
        width *= 10

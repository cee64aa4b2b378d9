"""A plan's Markdown after the week: what to mind, what else there could be, and why."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from channelwise.plan.model import Material, OtherHours, PlannedAccount, PlanWarning
from channelwise.render.escaping import escaped, table
from channelwise.render.markdown_parts import Writer
from channelwise.render.plan_frontier import Step, enough, height, steps
from channelwise.render.plan_sentences import Sentences

# A bar of full height; one sign is five percent.
_CELL: Final = 5


def after_the_week(say: Sentences, write: Writer) -> Iterator[str]:
    """The blocks, in the order of all faces."""
    parts = _Parts(say, write)
    if say.plan.warnings:
        yield write.heading(2, "warnings")
        yield write.items(parts.warnings())
    if say.plan.material:
        yield from parts.material()
    yield from parts.other_hours()
    if say.plan.accounts:
        yield from parts.paces()
    if any(point.value for point in say.plan.frontier or ()):
        yield from parts.frontier()
    if say.plan.accounts:
        yield write.heading(2, "plan.ui.proof")
        yield write.items(map(escaped, say.proofs()))
        yield escaped(say.p.ui("plan.ui.proof.note"))
    if say.plan.left_out:
        yield from parts.left_out()
    if say.plan.accounts:
        yield from parts.review()


class _Parts:
    """The sections."""

    def __init__(self, say: Sentences, write: Writer) -> None:
        self.say, self.write, self.p, self.plan = say, write, say.p, say.plan

    def warnings(self) -> Iterator[str]:
        """Every warning; a reason that several share stands after the last of them."""
        for because, found in groupby(self.plan.warnings, key=lambda one: self.p.say(one.because)):
            *others, last = found
            yield from (escaped(self.p.say(one.text)) for one in others)
            yield self._warning(last, because)

    def _warning(self, warning: PlanWarning, because: str) -> str:
        text = escaped(self.p.say(warning.text))
        return f"{text} *{escaped(because)}*{self.write.cites(warning.grounds)}"

    def material(self) -> Iterator[str]:
        p = self.p
        yield self.write.heading(2, "plan.ui.material")
        keys = ("what", "a_month", "carries", "used")
        rows = [self._material(one) for one in self.plan.material]
        yield table([p.cap(f"plan.ui.material.{key}") for key in keys], rows, frozenset({1, 2, 3}))
        if any(one.assumed for one in self.plan.material):
            yield escaped(p.ui("plan.ui.assumed.note"))

    def _material(self, one: Material) -> list[str]:
        p = self.p
        what = p.label("Ingredient", one.ingredient)
        if one.assumed:
            what = p.ui("plan.ui.material.assumed", what=what)
        return [escaped(what), p.n(one.a_month), p.n(one.carries), p.n(one.used)]

    def other_hours(self) -> Iterator[str]:
        found = self.say.other.found()
        if found:
            yield self.write.heading(2, "plan.ui.other")
        for key, other in found:
            yield self._other(key, other)

    def _other(self, key: str, other: OtherHours) -> str:
        lead = escaped(self.say.other.lead(key, other))
        changes = self.write.items(map(escaped, self.say.other.changes(other)))
        return f"{lead}\n\n{changes}" if changes else lead

    def paces(self) -> Iterator[str]:
        yield self.write.heading(2, "plan.ui.paces")
        yield escaped(self.say.paces())
        yield self.write.items(map(escaped, self.say.each_pace()))

    def frontier(self) -> Iterator[str]:
        p, points = self.p, self.plan.frontier or []
        found = steps(points, self.plan.minutes_a_week)
        yield self.write.heading(2, "plan.ui.frontier")
        keys = ("frontier.hours", "frontier.value", "frontier.bar", "minutes", "posts",
                "frontier.accounts")  # fmt: skip
        rows = [self._step(step) for step in found]
        yield table([p.cap(f"plan.ui.{key}") for key in keys], rows, frozenset({0, 1, 3, 4}))
        last = enough(found, points)
        if last is not None:
            yield escaped(p.ui("plan.ui.frontier.end", hours=last))
        yield escaped(p.ui("plan.ui.frontier.note"))

    def _step(self, step: Step) -> list[str]:
        p, point = self.p, step.point
        bar = "█" * (height(point.value, self.plan.frontier or []) // _CELL)
        return [
            p.n(point.hours), self.say.words.points(point.value), bar, p.n(point.minutes),
            p.n(point.posts), escaped(self.say.step(step)),
        ]  # fmt: skip

    def left_out(self) -> Iterator[str]:
        p = self.p
        yield self.write.heading(2, "plan.ui.left_out")
        rows = [
            [escaped(self.say.words.left_out(one)), escaped(p.say(one.text))]
            for one in self.plan.left_out
        ]
        yield table([p.cap("network"), p.cap("plan.ui.why")], rows)

    def review(self) -> Iterator[str]:
        p, plan = self.p, self.plan
        yield self.write.heading(2, "measure.title")
        for account in _by_network(plan.accounts):
            if account.metrics:
                yield f"### {escaped(p.say(account.name))}"
                yield self.write.metrics(account.metrics)
        wait = p.ui("judge.weeks", weeks=plan.judge_after_weeks)
        yield f"{escaped(wait)} **{escaped(self.say.review())}**"


def _by_network(accounts: list[PlannedAccount]) -> list[PlannedAccount]:
    """One account of each network: what is measured there is the same for all of them."""
    return list({account.network: account for account in accounts}.values())

"""A plan as GitHub-flavoured Markdown: everything of it, in the order of all faces.

Whatever comes from a brief or a plugin is escaped, so that no name can become markup.
"""

from collections.abc import Iterator

from channelwise.plan.model import Plan, PlannedAccount, PlannedStrategy
from channelwise.recommend.model import Ground
from channelwise.render.escaping import escaped, table
from channelwise.render.jalali import shown_date
from channelwise.render.markdown_parts import Writer
from channelwise.render.phrases import Phrases
from channelwise.render.plan_days import Day, DayWords, days, habit, week_of
from channelwise.render.plan_markdown_parts import after_the_week
from channelwise.render.plan_sentences import Sentences
from channelwise.render.plan_words import PlanWords
from channelwise.render.sources import Sources
from channelwise.texts import load as load_texts
from channelwise.vocabulary import Lang


def plan_markdown(answer: Plan, lang: Lang) -> str:
    """The plan as a document, with all weeks of its calendar.

    Example:
        >>> plan_markdown(engine.plan(brief), "fa")  # doctest: +SKIP
    """
    phrases = Phrases(load_texts(), lang)
    say = Sentences(answer, PlanWords(answer, phrases))
    report = _Report(say, Writer(phrases, Sources(_grounds(answer))))
    return report.write.document(report.blocks())


def _grounds(answer: Plan) -> Iterator[Ground]:
    for warning in answer.warnings:
        yield from warning.grounds
    for account in answer.accounts:
        yield from (metric.ground for metric in account.metrics if metric.ground)


class _Report:
    """What to do comes here; what it rests on, and what else there could be, comes after."""

    def __init__(self, say: Sentences, write: Writer) -> None:
        self.say, self.write, self.p, self.plan = say, write, say.p, say.plan

    def blocks(self) -> Iterator[str]:
        yield from self._head()
        if self.plan.accounts:
            yield from self._week()
        yield from self._shared()
        if self.plan.calendar.entries:
            yield from self._calendar()
        if self.plan.accounts:
            yield from self._strategies()
        yield from after_the_week(self.say, self.write)
        if self.plan.notes:
            yield self.write.heading(2, "report.notes")
            yield self.write.items(escaped(self.p.say(note)) for note in self.plan.notes)
        yield from self.write.source_list()
        yield self.write.foot(self.plan.version, self.plan.rulebook, self.plan.as_of)

    def _head(self) -> Iterator[str]:
        """A shortfall stands before everything else."""
        p, plan = self.p, self.plan
        yield f"# {escaped(p.ui('plan.ui.title', business=p.isolated(plan.business)))}"
        yield escaped(" · ".join(self.say.head()))
        missing, *instead = self.say.shortfall() or [""]
        if not missing:
            yield escaped(self.say.used())
            return
        yield f"**{escaped(missing)}**"
        yield self.write.heading(2, "plan.ui.instead")
        yield from map(escaped, instead)

    def _week(self) -> Iterator[str]:
        p, plan = self.p, self.plan
        yield self.write.heading(2, "plan.ui.week")
        keys = ("account", "activity", "format", "posts", "minutes")
        head = [p.cap(f"plan.ui.{key}") for key in keys]
        rows = [row for account in plan.accounts for row in self._account(account)]
        posts = sum(account.posts for account in plan.accounts)
        total = [p.cap("plan.ui.all"), "", "", p.n(posts), p.n(plan.used)]
        rows.append([f"**{cell}**" if cell else "" for cell in total])
        yield table(head, rows, frozenset({3, 4}))
        if len(plan.accounts) > 1:
            yield escaped(self.say.by_work())

    def _account(self, account: PlannedAccount) -> Iterator[list[str]]:
        """People first; each minute stands in one row."""
        p = self.p
        name = f"**{escaped(p.say(account.name))}**<br>{escaped(self.say.words.standing(account))}"
        people = account.listen_minutes + account.answer_minutes
        yield [name, p.cap("plan.ui.people"), "", "", p.n(people)]
        for one in account.strategies:
            minutes = p.n(one.make_minutes + one.adapt_minutes)
            form = p.label("Format", one.format)
            yield ["", escaped(p.say(one.name)), form, p.n(one.posts), minutes]
        if account.upkeep_minutes:
            yield ["", p.cap("plan.ui.upkeep"), "", "", p.n(account.upkeep_minutes)]

    def _shared(self) -> Iterator[str]:
        if self.plan.shared:
            yield self.write.heading(2, "plan.ui.shared")
            yield self.write.items(escaped(self.say.shared(one)) for one in self.plan.shared)
        yield escaped(self.say.separation())

    def _calendar(self) -> Iterator[str]:
        found, words = self.plan.calendar, DayWords(self.say.words)
        yield self.write.heading(2, "plan.ui.calendar")
        daily = habit(found.entries)
        if daily:
            yield escaped(words.habit(daily))
        yield escaped(self.p.ui("plan.ui.pieces_note"))
        for week in range(1, found.weeks + 1):
            yield f"### {escaped(self.p.ui('plan.ui.calendar.week', week=week))}"
            shown = days(week_of(found, week), people=daily is None)
            rows = [row for day in shown for row in self._day(words, day)]
            head = [self.p.cap(f"plan.ui.{key}") for key in ("day", "time", "minutes", "task")]
            yield table(head, rows, frozenset({2}))

    def _day(self, words: DayWords, day: Day) -> Iterator[list[str]]:
        p = self.p
        name = shown_date(day.date, p.lang)
        hands = max(task.first.hands for task in day.tasks)
        if hands > 1:
            name += f" ({p.ui('plan.ui.hands', hands=hands)})"
        for task in day.tasks:
            minutes = p.n(task.minutes) if task.minutes else ""
            at = self.say.words.clock(task.first.at)
            yield [escaped(name), at, minutes, escaped(words.task(task))]
            name = ""

    def _strategies(self) -> Iterator[str]:
        yield self.write.heading(2, "plan.ui.strategies")
        for account in self.plan.accounts:
            where = escaped(self.say.words.account(account.network, account.kind))
            for one in account.strategies:
                yield f"### {escaped(self.p.say(one.name))} · {where}"
                yield self.write.facts(self._strategy(one))

    def _strategy(self, one: PlannedStrategy) -> Iterator[tuple[str, str]]:
        p = self.p
        yield "cadence.title", self.say.words.cadence(one.posts)
        if one.adapted:
            made = p.ui("plan.ui.made.parts", made=one.made, adapted=one.adapted)
            yield "plan.ui.make", made
        yield "needs", p.words("Ingredient", one.needs)
        if one.gather:
            yield "plan.ui.gather", p.words("Ingredient", one.gather)
        yield "tone", p.say(one.tone)
        yield "example", p.say(one.example)

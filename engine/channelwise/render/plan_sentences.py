"""What a plan says in sentences, the same in a terminal and in a written report."""

from typing import Final

from channelwise.plan.model import (
    AtPace,
    Material,
    Plan,
    PlannedAccount,
    PlannedStrategy,
    SharedPieces,
    Shortfall,
)
from channelwise.render.jalali import shown_date
from channelwise.render.phrases import capital
from channelwise.render.plan_frontier import Step
from channelwise.render.plan_other import OtherWords
from channelwise.render.plan_words import PlanWords
from channelwise.vocabulary import MINUTES_PER_HOUR

_PERCENT: Final = 100


class Sentences:
    """Speaks about one plan in one language."""

    def __init__(self, plan: Plan, words: PlanWords) -> None:
        self.plan, self.words, self.p = plan, words, words.p
        self.other = OtherWords(plan, words)

    def head(self) -> list[str]:
        """The hours, at which pace, and what the plan is worth; a plan of nothing is not priced."""
        plan, p = self.plan, self.p
        parts = [capital(self.words.time(plan.minutes_a_week, a_week=True))]
        parts.append(p.ui(f"plan.ui.pace.{plan.pace}"))
        return [*parts, self.worth()] if plan.accounts else parts

    def worth(self) -> str:
        """The value of the week in points."""
        return self.p.ui("plan.ui.worth", points=self.words.points(self.plan.value))

    def used(self) -> str:
        """How much of the hours the week takes."""
        plan = self.plan
        if plan.left == 0:
            return self.p.ui("plan.ui.used.all", minutes=plan.minutes_a_week)
        return self.p.ui(
            "plan.ui.used", used=plan.used, minutes=plan.minutes_a_week, left=plan.left
        )

    def by_work(self) -> str:
        """The minutes by what is done, people first."""
        minutes = self.plan.minutes
        key = "plan.ui.by_work" if minutes.adapt else "plan.ui.by_work.made"
        return self.p.ui(
            key, people=minutes.listen + minutes.answer, make=minutes.make, adapt=minutes.adapt,
            upkeep=minutes.upkeep,
        )  # fmt: skip

    def shortfall(self) -> list[str]:
        """What is missing, and what to do instead; nothing if the hours carry an account."""
        short, p = self.plan.shortfall, self.p
        if short is None:
            return []
        there = any(one.exists for one in self.plan.left_out)
        instead = p.ui("plan.short.close" if there else "plan.short.nothing")
        if short.tend_name and short.tend_minutes is not None:
            name = p.isolated(p.say(short.tend_name))
            instead = p.ui("plan.short.tend", name=name, minutes=short.tend_minutes)
        return [self._missing(short), instead]

    def _missing(self, short: Shortfall) -> str:
        """The minutes that lack; or that it is not the minutes."""
        there, out = self.plan.minutes_a_week, self.plan.left_out
        if short.name and short.needed is not None and short.missing is not None:
            key = "plan.short" if there else "plan.ui.tiny.short"
            name = self.p.isolated(self.p.say(short.name))
            return self.p.ui(
                key, there=there, name=name, needed=short.needed, missing=short.missing
            )
        excluded = bool(out) and all(one.reason == "excluded" for one in out)
        return self.p.ui("plan.ui.ruled_out" if excluded else "plan.short.none")

    def shared(self, pieces: SharedPieces) -> str:
        """Pieces that are made once and posted more than once."""
        return self.p.ui(
            "plan.ui.shared.line", pieces=pieces.pieces,
            format=self.p.word("Format", pieces.format), maker=self.words.use(pieces.made_for),
            others=self.p.comma.join(map(self.words.use, pieces.goes_to)),
            saved=pieces.saved_minutes,
        )  # fmt: skip

    def separation(self) -> str:
        """What keeping owner and firm apart costs, or nothing."""
        minutes = self.plan.separation_minutes
        return self.p.ui("plan.ui.separation", minutes=minutes) if minutes > 0 else ""

    def material(self, material: Material) -> str:
        """How far what runs out goes."""
        p = self.p
        what = p.label("Ingredient", material.ingredient)
        if material.assumed:
            what = p.ui("plan.ui.material.assumed", what=what)
        return p.ui(
            f"plan.ui.material.{'line' if material.used < material.carries else 'all'}", what=what,
            used=material.used, carries=material.carries, a_month=material.a_month,
        )  # fmt: skip

    # --- what would be otherwise ------------------------------------------------------------

    def paces(self) -> str:
        """Whether the week also fits if every task takes as long as it can."""
        if self.plan.pace == "high":
            return self.p.ui("plan.ui.paces.sure")
        high = next(pace for pace in self.plan.paces if pace.pace == "high")
        if high.left < 0:
            over = self.p.ui("plan.ui.paces.over", minutes=high.minutes, over=-high.left)
            return " ".join([over, *self.surely()])
        return self.p.ui("plan.ui.paces.fits", minutes=high.minutes, left=high.left)

    def surely(self) -> list[str]:
        """What does fit at the longest times; nothing if that was not solved."""
        high, p = self.plan.high, self.p
        if high is None:
            return []
        if not high.accounts:
            return [p.ui("plan.ui.paces.none")]
        names = p.comma.join(map(self.words.account_of, high.accounts))
        return [p.ui("plan.ui.paces.high", accounts=names, cadence=self.words.cadence(high.posts))]

    def each_pace(self) -> list[str]:
        """The minutes of the same week at every pace, and what is left or over."""
        return [self._pace(pace) for pace in self.plan.paces]

    def _pace(self, pace: AtPace) -> str:
        p = self.p
        name = capital(p.ui(f"plan.ui.pace.{pace.pace}"))
        key, rest = ("over", -pace.left) if pace.left < 0 else ("left_of", pace.left)
        minutes = p.ui("minutes", minutes=pace.minutes)
        return f"{name}: {minutes}{p.comma}{p.ui(f'plan.ui.{key}', minutes=rest)}"

    def step(self, step: Step) -> str:
        """What comes and goes at these hours, and whether they are the hours asked for."""
        p = self.p
        parts = [self.mark(step)] if step.yours else []
        for key, names in (("opens", step.opens), ("leaves", step.leaves)):
            accounts = map(self.words.account_of, names)
            parts += [p.ui(f"plan.ui.frontier.{key}", account=account) for account in accounts]
        return p.comma.join(parts)

    def mark(self, step: Step) -> str:
        """What is written at the hours asked for, or at the whole hours next to them."""
        there = self.plan.minutes_a_week
        if step.point.hours * MINUTES_PER_HOUR == there:
            return self.p.ui("plan.ui.frontier.you")
        return self.p.ui("plan.ui.frontier.near", hours=self.words.time(there))

    def review(self) -> str:
        """When to look at the numbers, and when to judge by them if that is later."""
        plan, p = self.plan, self.p
        date = shown_date(plan.first_review, p.lang)
        if plan.judge_on is None:
            return p.ui("plan.ui.review", date=date)
        return p.ui("plan.ui.review.judge", date=date, judge=shown_date(plan.judge_on, p.lang))

    # --- where a value comes from -----------------------------------------------------------

    def proofs(self) -> list[str]:
        """Each strategy's and each account's part of the value, and their sum."""
        lines = [line for account in self.plan.accounts for line in self._proofs(account)]
        return [*lines, self.p.ui("plan.ui.proof.sum", value=self.words.points(self.plan.value))]

    def _proofs(self, account: PlannedAccount) -> list[str]:
        network, kind = account.network, account.kind
        lines = [
            f"{self.words.on(self.p.say(one.name), network, kind)}: {self._proof(one)}"
            for one in account.strategies
        ]
        # New accounts have to earn their keep, and followers are worth keeping.
        own = account.value - sum(one.value for one in account.strategies)
        if own:
            name, points = self.words.account(network, kind), self.words.points(own, signed=True)
            lines.append(self.p.ui("plan.ui.proof.account", account=name, points=points))
        return lines

    def _proof(self, one: PlannedStrategy) -> str:
        p, shares = self.p, one.shares
        role = p.ui(f"plan.ui.role.{min(one.role, 2)}")
        pace = {"share": shares.pace, "posts": one.posts, "typical": one.typical_posts}
        parts = [
            p.ui("plan.ui.proof.fit", fit=self.words.points(one.fit)),
            p.ui("plan.ui.proof.pace", **pace),
            p.ui("plan.ui.proof.format", share=shares.format, format=p.word("Format", one.format)),
            p.ui("plan.ui.proof.role", share=shares.role, role=role),
        ]
        for name in ("passing", "selling", "gather"):
            share = getattr(shares, name)
            if share < _PERCENT:
                parts.append(p.ui(f"plan.ui.proof.{name}", share=share))
        value = self.words.points(one.value)
        return p.ui("plan.ui.proof.line", product=" × ".join(parts), value=value)

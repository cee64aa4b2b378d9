"""What to mind in a plan. Each warning has a code, a reason and what it rests on."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from channelwise.brief.answers import mixes_voices
from channelwise.plan.calendar import empty_weeks
from channelwise.plan.choices import business_accounts
from channelwise.plan.items import Account
from channelwise.plan.left_out import LeftOuts
from channelwise.plan.model import Calendar, LeftOut, PlanWarning, Shortfall
from channelwise.plan.planner import Planned
from channelwise.plan.wording import phrase, word
from channelwise.recommend.model import Ground, Said
from channelwise.recommend.reasons import Teller
from channelwise.recommend.standing import FITTING
from channelwise.text import Text
from channelwise.vocabulary import CRITERIA, LANGS

# What each warning rests on, by the beginning of the source's id among those of `plan.yaml`.
_RESTS_ON: Final = {
    "sells_too_much": ("fact:surveys#annoyances_2016.too_many", "seed#S5"),
    "empty_week": ("fact:surveys#annoyances_2016.unfollow_too_quiet",),
    "crowded_days": ("seed#S12b",),
    "few_days": ("seed#S18b", "fact:surveys#reply_expectation_2016.expected"),
    "required_left_out": ("seed#S12b",),
    "required_unfit": ("seed#S12a", "seed#S12b"),
    "account_left": ("seed#S12b",),
    "mixed_account": ("seed#S10a", "seed#S10b"),
    "gather": ("seed#S12a",),
}


class Warner:
    """Collects the warnings of one plan, in a fixed order."""

    def __init__(self, teller: Teller, plan: Planned, lefts: LeftOuts) -> None:
        self._teller, self._plan, self._lefts, self._texts = teller, plan, lefts, teller.texts
        self._planning = teller.judge.policy.planning

    def all(
        self, out: Sequence[LeftOut], short: Shortfall | None, days: Calendar
    ) -> list[PlanWarning]:
        """Every warning, the gravest kinds first."""
        empty = empty_weeks(days, [account.id for account in self._plan.accounts])
        return [
            *self._required(), *self._unfit(), *self._mixed(), *self._access(), *self._selling(),
            *self._empty(empty, short), *self._crowded(days), *self._few(days),
            *self._left(out), *self._gather(),
        ]  # fmt: skip

    def _required(self) -> Iterator[PlanWarning]:
        """Networks that the brief requires and the plan has not."""
        networks = {network.id: network for network in self._teller.judge.networks}
        planned = {account.network.id for account in self._plan.accounts}
        because = phrase(self._texts, "plan.warn.required.because")
        for name in sorted(set(self._teller.standing.brief.require or ()) - planned):
            if name in networks:
                _, why = self._lefts.why(networks[name], None)
                shown = networks[name].name
                text = phrase(self._texts, "plan.warn.required", name=shown, why=why)
            else:
                text = phrase(self._texts, "plan.warn.required.unknown", name=name)
            yield self._warning("required_left_out", text, because, [name])

    def _unfit(self) -> Iterator[PlanWarning]:
        """Required networks that are planned although the ranking advises against them."""
        because = phrase(self._texts, "plan.warn.unfit.because")
        for name in sorted({account.network.id for account in self._plan.accounts}):
            best = self._teller.standing.place(name).best
            if name in self._plan.choices.required and best.verdict not in FITTING:
                weakest = min(CRITERIA, key=lambda one: best.scores[one])
                text = phrase(
                    self._texts, "plan.warn.unfit", name=best.network.name,
                    criterion=word(self._texts, "Criterion", weakest), score=best.scores[weakest],
                )  # fmt: skip
                yield self._warning("required_unfit", text, because, [name])

    def _access(self) -> Iterator[PlanWarning]:
        """What the rules say of reaching the planned networks in the markets there are."""
        places = [self._teller.standing.place(a.network.id).best for a in self._plan.accounts]
        for one in self._teller.advice(places):
            if one.topic == "access" and one.level == "warning":
                yield PlanWarning.model_construct(
                    code="access", text=one.text, because=one.because, networks=one.networks,
                    grounds=one.grounds,
                )  # fmt: skip

    def _mixed(self) -> Iterator[PlanWarning]:
        """Planned accounts that serve both sides today."""
        because = phrase(self._texts, "plan.warn.mixed.because")
        used = {
            f"{a.network}/{a.kind}"
            for a in self._teller.standing.brief.accounts or () if mixes_voices(a)
        }  # fmt: skip
        for one in self._plan.accounts:
            if one.id in used:
                kind = word(self._texts, "AccountKind", one.kind)
                text = phrase(self._texts, "plan.warn.mixed", name=one.network.name, kind=kind)
                yield self._warning("mixed_account", text, because, [one.network.id])

    def _selling(self) -> Iterator[PlanWarning]:
        """Accounts on which more posts sell than people bear."""
        most = self._planning.selling_most
        because = phrase(self._texts, "plan.warn.sells.because")
        for one in self._plan.accounts:
            share = self._selling_share(one)
            if share > most:
                text = phrase(
                    self._texts, "plan.warn.sells", share=share, name=one.network.name, most=most
                )
                yield self._warning("sells_too_much", text, because, [one.network.id])

    def _selling_share(self, account: Account) -> int:
        """Selling posts / posts x 100, rounded up: what is over the limit never looks as if not."""
        here = self._plan.of(account)
        selling = sum(option.posts for option in here if option.sells)
        return -(-100 * selling // sum(option.posts for option in here))

    def _empty(
        self, empty: Iterable[tuple[str, int]], short: Shortfall | None
    ) -> Iterator[PlanWarning]:
        because = phrase(self._texts, "plan.warn.empty.because")
        names = {account.id: account.network for account in self._plan.accounts}
        for name, week in empty:
            text = phrase(self._texts, "plan.warn.empty", name=names[name].name, week=week)
            yield self._warning("empty_week", text, because, [names[name].id])
        if short and short.tend and short.tend_name:
            text = phrase(self._texts, "plan.warn.tend", name=short.tend_name)
            yield self._warning("empty_week", text, because, [short.tend])

    def _crowded(self, days: Calendar) -> Iterator[PlanWarning]:
        """Working days that hold more work than the people there are can do in them."""
        people = self._teller.standing.brief.time.people or 1
        hands = max((entry.hands for entry in days.entries), default=1)
        if hands > people:
            text = phrase(self._texts, "plan.warn.crowded", days=len(days.working_days))
            because = phrase(self._texts, "plan.warn.crowded.because", hands=hands, people=people)
            yield self._warning("crowded_days", text, because, [])

    def _few(self, days: Calendar) -> Iterator[PlanWarning]:
        """A week with so few working days that questions wait too long."""
        count = len(days.working_days)
        if self._plan.options and count < self._planning.days_to_answer:
            text = phrase(self._texts, "plan.warn.few", days=count)
            because = phrase(self._texts, "plan.warn.few.because")
            yield self._warning("few_days", text, because, [])

    def _left(self, out: Sequence[LeftOut]) -> Iterator[PlanWarning]:
        """Accounts there are already that get no time: leaving one is a choice, and is said."""
        for one in out:
            if one.exists and one.reason != "tended":
                because = phrase(self._texts, "plan.warn.left.because", why=one.text)
                yield self._warning("account_left", self._leaving(one), because, [one.network])

    def _leaving(self, one: LeftOut) -> Said:
        ours = business_accounts(self._teller.standing.brief)
        here = [a for a in ours if a.network == one.network]
        kinds = {a.kind for a in here if one.kind in (None, a.kind)}
        kind = self._listed([word(self._texts, "AccountKind", name) for name in sorted(kinds)])
        if one.followers is None:
            return phrase(self._texts, "plan.warn.left.unknown", name=one.name, kind=kind)
        return phrase(
            self._texts, "plan.warn.left", name=one.name, followers=one.followers, kind=kind
        )

    def _gather(self) -> Iterator[PlanWarning]:
        """Material that the plan needs and the business has not."""
        because = phrase(self._texts, "plan.warn.gather.because")
        for option in self._plan.options:
            if option.gather:
                what = self._listed([word(self._texts, "Ingredient", one) for one in option.gather])
                name = Text(*(self._named(option.strategy.name, option.account, lang)
                              for lang in LANGS))  # fmt: skip
                text = phrase(self._texts, "plan.warn.gather", name=name, what=what)
                yield self._warning("gather", text, because, [option.account.network.id])

    @staticmethod
    def _named(name: Text, account: Account, lang: str) -> str:
        network = account.network.name
        if lang == "fa":
            return f"«{name.fa}» در {network.fa}"
        return f"'{name.en}' on {network.en}"

    @staticmethod
    def _listed(words: Sequence[Text]) -> Text:
        return Text(", ".join(one.en for one in words), "، ".join(one.fa for one in words))

    def _warning(
        self, code: str, text: Said, because: Said, networks: list[str]
    ) -> PlanWarning:  # fmt: skip
        return PlanWarning.model_construct(
            code=code, text=text, because=because, networks=networks, grounds=self._grounds(code)
        )

    def _grounds(self, code: str) -> list[Ground]:
        wanted = _RESTS_ON[code]
        return [
            self._teller.clock.ground(source) for source in self._planning.sources
            if source.id.startswith(wanted)
        ]  # fmt: skip

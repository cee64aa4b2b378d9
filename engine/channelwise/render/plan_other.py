"""What a plan says of an hour more or less: what it would be worth, and what would change."""

from typing import Final

from channelwise.plan.model import OtherHours, Plan, StrategyChange
from channelwise.render.plan_words import PlanWords

# A difference below this share of the plan's value is no reason to change anything.
_NEAR_PERCENT: Final = 2
# What begins or ends matters more than how often.
_ORDER: Final = ("starts", "stops", "more", "fewer", "format")


class OtherWords:
    """Speaks about the plans with other hours beside one plan."""

    def __init__(self, plan: Plan, words: PlanWords) -> None:
        self._plan, self._words, self._p = plan, words, words.p

    def found(self) -> list[tuple[str, OtherHours]]:
        """One hour more and one less, with the key of what each is called.

        None if it is not the hours that lack; a plan without an account has only what would
        give it one.
        """
        plan = self._plan
        both = (("plan.ui.more", plan.more), ("plan.ui.less", plan.less))
        there = [(key, other) for key, other in both if other]
        if plan.shortfall is None:
            return there
        if plan.shortfall.missing is None:
            return []
        return [(key, other) for key, other in there if other.networks]

    def lead(self, key: str, other: OtherHours) -> str:
        """What so many hours would bring; the changes follow it."""
        return f"{self._p.ui(key)} ({self._words.time(other.minutes_a_week)}): {self.said(other)}"

    def said(self, other: OtherHours) -> str:
        """What the other plan is beside this one."""
        if not other.networks:
            return self._p.ui("plan.ui.other.none")
        if not other.changes:
            return self._p.ui("plan.ui.other.same")
        room = [self._room(other)] if self._makes_room(other) else []
        return self._p.pause.join([*room, self._value(other)])

    def bare(self, other: OtherHours) -> bool:
        """Whether the points alone tell what it is worth."""
        return not (self._makes_room(other) or self._near(other) or self._loses(other))

    def shown(self, other: OtherHours) -> list[StrategyChange]:
        """The changes worth telling: none if all of it stops, or if they bring nothing."""
        idle = other.gain == 0 or (self._loses(other) and not self._makes_room(other))
        if not other.networks or (idle and self._near(other)):
            return []
        return sorted(other.changes, key=lambda change: _ORDER.index(change.kind))

    def changes(self, other: OtherHours) -> list[str]:
        """The same in words."""
        return [self._change(change) for change in self.shown(other)]

    def _value(self, other: OtherHours) -> str:
        p = self._p
        if self._near(other):
            return p.ui("plan.ui.gain.same")
        if self._loses(other):
            # More hours that earn less pay for what the brief asks for; they are never a loss.
            key = "plan.ui.gain.less" if self._makes_room(other) else "plan.ui.gain.other"
            return p.ui(key, points=self._words.points(-other.gain))
        return p.ui("plan.ui.gain", points=self._words.points(other.gain, signed=True))

    def _room(self, other: OtherHours) -> str:
        """The networks that were asked for and find a place only then."""
        asked = {
            name for one in self._plan.warnings if one.code == "required_left_out"
            for name in one.networks
        }  # fmt: skip
        p, named = self._p, self._plan.names
        names = [p.isolated(p.say(named[one])) for one in other.networks if one in asked]
        return p.ui("plan.ui.gain.room", networks=p.comma.join(names))

    def _more(self, other: OtherHours) -> bool:
        return other.minutes_a_week > self._plan.minutes_a_week

    def _makes_room(self, other: OtherHours) -> bool:
        return self._more(other) and other.wanted_more

    def _loses(self, other: OtherHours) -> bool:
        return self._more(other) and other.gain < 0

    def _near(self, other: OtherHours) -> bool:
        return 100 * abs(other.gain) < _NEAR_PERCENT * self._plan.value

    def _change(self, change: StrategyChange) -> str:
        p, form = self._p, self._p.word("Format", change.format)
        said = p.ui(
            f"plan.ui.change.{change.kind}", was=change.was, format=form,
            what=self._words.on(p.say(change.name), change.network, change.account),
            cadence=self._words.cadence(change.becomes),
        )  # fmt: skip
        if change.kind in ("more", "fewer") and change.format != self._format_of(change):
            return p.ui("plan.ui.change.also", change=said, format=form)
        return said

    def _format_of(self, change: StrategyChange) -> str:
        """The format of a strategy in this plan."""
        planned = self._plan.account(change.network, change.account).strategies
        return next(one.format for one in planned if one.id == change.strategy)

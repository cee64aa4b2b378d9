"""Numbers and names of one plan in one language."""

from typing import Final

from channelwise.plan.model import Entry, LeftOut, Plan, PlannedAccount, Use
from channelwise.render.phrases import Phrases
from channelwise.text import persian_digits
from channelwise.vocabulary import MINUTES_PER_HOUR, AccountKind

_MINUS: Final = "\N{MINUS SIGN}"
_LEFT_TO_RIGHT: Final = "\u2066{}\u2069"


class PlanWords:
    """Names what a plan speaks of."""

    def __init__(self, plan: Plan, phrases: Phrases) -> None:
        self.p, self._plan = phrases, plan
        self._planned = [(account.network, account.kind) for account in plan.accounts]

    def points(self, hundredths: int, *, signed: bool = False) -> str:
        """Points with one decimal, half rounded away from 0: 1215 is 12.2.

        The sign stands in front of the number, whatever direction the line has.
        """
        whole, tenth = divmod((abs(hundredths) + 5) // 10, 10)
        text = f"{whole}.{tenth}"
        if self.p.rtl:
            text = persian_digits(text).replace(".", "٫")
        sign = self._sign(hundredths) if whole or tenth else ""
        if not sign or (sign == "+" and not signed):
            return text
        return _LEFT_TO_RIGHT.format(sign + text) if self.p.rtl else sign + text

    @staticmethod
    def _sign(value: int) -> str:
        return _MINUS if value < 0 else "+"

    def clock(self, at: str) -> str:
        """A time of day."""
        return persian_digits(at) if self.p.rtl else at

    def marks(self, entry: Entry) -> str:
        """What to mind about the time of a post, in brackets; nothing for most of them."""
        found = {"scheduled": entry.scheduled, "late": entry.late}
        said = [self.p.ui(f"plan.ui.{name}") for name, so in found.items() if so]
        return f" ({self.p.comma.join(said)})" if said else ""

    def time(self, minutes: int, *, a_week: bool = False) -> str:
        """Minutes as hours, those below an hour as minutes, and none as less than one."""
        p, tail = self.p, "_a_week" if a_week else ""
        if minutes < 1:
            return p.ui(f"plan.ui.tiny{tail}")
        if minutes < MINUTES_PER_HOUR:
            return p.ui(f"minutes{tail}", minutes=minutes)
        return p.ui(f"hours{tail}", hours=p.hours(minutes))

    def cadence(self, posts: int) -> str:
        """Posts a week; Persian writes a single one as a word."""
        return self.p.ui("plan.ui.cadence.one" if posts == 1 else "cadence", posts=posts)

    def account(self, network: str, kind: AccountKind) -> str:
        """An account by its network, and by its kind where the network alone could be another."""
        name = self.p.say(self._plan.names[network])
        here = [planned for planned in self._planned if planned[0] == network]
        if here == [(network, kind)]:
            return name
        return f"{name} ({self.p.word('AccountKind', kind)})"

    def account_of(self, name: str) -> str:
        """The same by its `network/kind`."""
        network, _, kind = name.partition("/")
        return self.account(network, "personal" if kind == "personal" else "business")

    def standing(self, account: PlannedAccount) -> str:
        """Kind of an account, and whether it is there already."""
        p = self.p
        parts = [p.ui(f"plan.ui.kind.{account.kind}")]
        if account.followers is not None:
            parts.append(p.ui("followers", count=account.followers))
        else:
            parts.append(p.ui("plan.ui.exists" if account.exists else "plan.ui.new"))
        if account.required:
            parts.append(p.ui("ranking.required"))
        return p.comma.join(parts)

    def left_out(self, one: LeftOut) -> str:
        """The network, and the account if it is one of several there."""
        name = self.p.say(one.name)
        return f"{name} ({self.p.word('AccountKind', one.kind)})" if one.kind else name

    def on(self, strategy: str, network: str, kind: AccountKind) -> str:
        """A strategy by its name, and the account it is posted on."""
        return self.p.ui("plan.ui.on", strategy=strategy, account=self.account(network, kind))

    def strategy(self, network: str, kind: AccountKind, strategy: str) -> str:
        """A planned strategy by its id, and the account it is posted on; KeyError if unknown."""
        for one in self._plan.account(network, kind).strategies:
            if one.id == strategy:
                return self.on(self.p.say(one.name), network, kind)
        raise KeyError(f"{network}/{kind}/{strategy}")

    def use(self, use: Use) -> str:
        return self.strategy(use.network, use.kind, use.strategy)

"""Names, minutes and dates of one plan in one language, as its page writes them."""

from datetime import date

from channelwise.plan.model import StrategyChange
from channelwise.render.jalali import shown_date
from channelwise.render.phrases import capital
from channelwise.render.plan_words import PlanWords
from channelwise.vocabulary import WEEKDAYS, AccountKind, Weekday


class PageWords(PlanWords):
    """What a template needs beside the fixed phrases `p`."""

    def full(self, network: str, kind: AccountKind) -> str:
        """Network and kind of account, also where the network alone would be clear."""
        word = self.p.word("AccountKind", kind)
        return self.p.ui(
            "calendar.account", network=self.p.say(self._plan.names[network]), kind=word
        )

    def full_of(self, name: str) -> str:
        """The same by `network/kind`."""
        network, _, kind = name.partition("/")
        return self.full(network, "personal" if kind == "personal" else "business")

    def on(self, strategy: str, network: str, kind: AccountKind) -> str:
        """A strategy and its account, neither of which can turn the sentence around."""
        account = self.p.isolated(self.full(network, kind))
        return self.p.ui("plan.ui.on", strategy=self.p.isolated(strategy), account=account)

    def change(self, change: StrategyChange) -> str:
        """What becomes of a strategy with other hours, as a sentence of its own."""
        return self.p.cap(
            f"plan.ui.change.{change.kind}", was=change.was,
            what=self.on(self.p.say(change.name), change.network, change.account),
            cadence=self.cadence(change.becomes),
            format=self.p.word("Format", change.format),
        )  # fmt: skip

    def part(self, name: str, minutes: int) -> str:
        """A name with its minutes."""
        return f"{name}: {self.p.ui('minutes', minutes=minutes)}"

    def capital(self, text: str) -> str:
        """A text at the beginning of a line."""
        return capital(text)

    def gain(self, hundredths: int) -> str:
        """Points as they are added or lost: +12.1 or −26.2."""
        return self.points(hundredths, signed=True)

    def weekday(self, day: date) -> Weekday:
        return WEEKDAYS[day.weekday()]

    def day(self, day: date) -> str:
        """A date without its weekday."""
        return shown_date(day, self.p.lang, weekday=False)

    def short_day(self, day: date) -> str:
        """A date without weekday and year."""
        return shown_date(day, self.p.lang, weekday=False, year=False)

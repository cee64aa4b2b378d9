"""The week as a table, account by account: people first, then what is made, then upkeep."""

from collections.abc import Iterator, Sequence
from typing import Final

from rich.console import RenderableType
from rich.padding import Padding

from channelwise.plan.model import PlannedAccount, PlannedStrategy
from channelwise.render.plan_sentences import Sentences
from channelwise.render.terminal.page import Column, Page, Part

# Below this width the format stands beside the strategy's name.
_ROOM: Final = 56

Row = Sequence[RenderableType]


def week(page: Page, say: Sentences) -> None:
    """The table of accounts, and the minutes by what is done if there are several accounts."""
    accounts = say.plan.accounts
    if not accounts:
        return
    page.heading(page.ui("plan.ui.week"))
    room = page.cells >= _ROOM
    columns = [
        Column(page.ui("plan.ui.account"), wide=True),
        *([Column(page.ui("plan.ui.format"))] if room else []),
        Column(page.ui("plan.ui.posts"), number=True),
        Column(page.ui("plan.ui.minutes"), number=True),
    ]
    table = _Table(page, say, room=room)
    page.show(page.table(columns, table.rows()))
    if len(accounts) > 1:
        page.say((say.by_work(), "dim"))


class _Table:
    """The rows; each minute of the week stands in exactly one of them, and in the sum."""

    def __init__(self, page: Page, say: Sentences, *, room: bool) -> None:
        self._page, self._say, self._room = page, say, room

    def rows(self) -> Iterator[Row]:
        plan = self._say.plan
        for account in plan.accounts:
            yield self._row(self._name(account))
            yield from self._account(account)
        posts = sum(account.posts for account in plan.accounts)
        total = self._page.line((self._page.ui("plan.ui.all"), "bold"))
        yield self._row(total, "", posts, plan.used, style="bold")

    def _name(self, account: PlannedAccount) -> RenderableType:
        page, parts = self._page, list[Part]()
        parts.append((page.text(account.name), "bold"))
        parts.append((f" · {self._say.words.standing(account)}", "dim"))
        return page.line(*parts)

    def _account(self, account: PlannedAccount) -> Iterator[Row]:
        page = self._page
        people = account.listen_minutes + account.answer_minutes
        name = page.ui("plan.ui.people")
        yield self._row(self._inset((name, "")), minutes=people)
        for strategy in account.strategies:
            yield self._strategy(strategy)
        if account.upkeep_minutes:
            upkeep = self._inset((page.ui("plan.ui.upkeep"), ""))
            yield self._row(upkeep, minutes=account.upkeep_minutes)

    def _strategy(self, strategy: PlannedStrategy) -> Row:
        page = self._page
        form = page.word("Format", strategy.format)
        name = page.text(strategy.name)
        if not self._room:
            name = page.ui("plan.ui.as", strategy=name, format=form)
        minutes = strategy.make_minutes + strategy.adapt_minutes
        return self._row(self._inset((name, "")), form, strategy.posts, minutes)

    def _inset(self, part: Part) -> RenderableType:
        sides = (0, 2, 0, 0) if self._page.lang == "fa" else (0, 0, 0, 2)
        return Padding(self._page.line(part), sides)

    def _row(
        self, name: RenderableType, form: str = "", posts: int | None = None,
        minutes: int | None = None, *, style: str = "",
    ) -> Row:  # fmt: skip
        page = self._page
        numbers = ["" if one is None else page.number(one) for one in (posts, minutes)]
        middle = [page.line(form)] if self._room else []
        return [name, *middle, *(page.line((number, style)) for number in numbers)]


def shared(page: Page, say: Sentences) -> None:
    """What is made once and goes where, and what separation costs."""
    if say.plan.shared:
        page.heading(page.ui("plan.ui.shared"))
        page.items(page.line(say.shared(pieces)) for pieces in say.plan.shared)
    if say.separation():
        page.gap()
        page.say(say.separation())

"""The answer of a plan: the week, its pieces, its calendar, and what would change it.

All numbers are whole. Minutes are minutes a week unless a field says otherwise; values are
hundredths of a point of fit. The JSON of equal input is equal byte for byte.
"""

from datetime import date
from typing import Literal

from pydantic import Field

from channelwise.recommend.model import Ground, MetricAnswer, Part, Said, ToneAnswer
from channelwise.vocabulary import AccountKind, Activity, Format, Ingredient, Pace, Weekday


class Shares(Part):
    """What a strategy earns of its fit, in percent; all of them are multiplied.

    `passing` is below 100 for formats that are gone within a day, `selling` for a main strategy
    that mostly sells, `gather` where some material has yet to be gathered.
    """

    pace: int
    format: int
    passing: int
    role: int
    selling: int
    gather: int


class PlannedStrategy(Part):
    """One strategy of an account, so many posts a week in one format.

    `made` pieces are made for it, `adapted` ones were made for another account and only have to
    be fitted; together they are its posts. `value` = fit x all shares, rounded half up once, in
    hundredths of a point.
    """

    id: str
    name: Said
    role: int = Field(description="0 for the strategy that gives the account its face")
    format: Format
    posts: int
    least_posts: int
    typical_posts: int
    made: int
    adapted: int
    make_minutes: int
    adapt_minutes: int
    fit: int
    shares: Shares
    value: int
    sells: bool
    needs: list[Ingredient]
    gather: list[Ingredient] = Field(description="what the business has not yet and must gather")
    tone: Said
    example: Said


class PlannedAccount(Part):
    """One account to keep: its people first, then what it posts."""

    network: str
    kind: AccountKind
    name: Said
    exists: bool
    followers: int | None
    required: bool
    listen_minutes: int
    answer_minutes: int
    upkeep_minutes: int
    make_minutes: int
    adapt_minutes: int
    minutes: int
    posts: int
    value: int
    strategies: list[PlannedStrategy]
    tone: ToneAnswer
    metrics: list[MetricAnswer]


class Use(Part):
    """Posts of one strategy that come from the same pieces."""

    network: str
    kind: AccountKind
    strategy: str
    posts: int


class SharedPieces(Part):
    """Pieces made once for one strategy and fitted to others on accounts of the same kind.

    `saved_minutes` is what making each of them anew would have cost on top.
    """

    format: Format
    needs: list[Ingredient]
    pieces: int
    made_for: Use
    goes_to: list[Use]
    saved_minutes: int


class Material(Part):
    """Material that runs out: pieces the plan makes of it in four weeks, and how many it carries.

    `assumed` is true if the brief gives no amount, so that a usual one stands in.
    """

    ingredient: Ingredient
    a_month: int
    carries: int
    used: int
    assumed: bool


class Activities(Part):
    """Minutes a week by what is done. Listening and answering come before making."""

    listen: int
    answer: int
    upkeep: int
    make: int
    adapt: int

    @property
    def total(self) -> int:
        return self.listen + self.answer + self.upkeep + self.make + self.adapt


class AtPace(Part):
    """The same plan, every item at another pace: its minutes, and what is left of the hours.

    `left` is below 0 by what the plan would then be over.
    """

    pace: Pace
    minutes: int
    left: int


class HighPace(Part):
    """The best plan within the same hours if everything takes its longest time.

    `accounts` are network/kind, none if no account fits then.
    """

    accounts: list[str]
    minutes: int
    posts: int


class StrategyChange(Part):
    """What becomes of one strategy: starts, stops, or changes its posts or format."""

    kind: Literal["starts", "stops", "more", "fewer", "format"]
    network: str
    account: AccountKind
    strategy: str
    name: Said
    was: int
    becomes: int
    format: Format


class OtherHours(Part):
    """The best plan with other hours, solved anew, and how it differs from this one.

    `gain` is the difference in value, in hundredths of a point. It may be below 0 for more hours
    where `wanted_more` is true: they make room for a network that the brief requires.
    """

    minutes_a_week: int
    minutes: int
    networks: list[str]
    value: int
    gain: int
    wanted_more: bool
    changes: list[StrategyChange]


class FrontierPoint(Part):
    """The best plan at so many hours a week."""

    hours: int
    minutes: int
    posts: int
    value: int
    accounts: list[str] = Field(description="network/kind of each account")


LeftOutReason = Literal[
    "excluded", "unfit", "material", "hours", "time", "worth", "required", "tended"
]


class LeftOut(Part):
    """A network, or an account there is already, that has no place in the plan, and why."""

    network: str
    name: Said
    kind: AccountKind | None = Field(description="null if no account of either kind is planned")
    reason: LeftOutReason
    text: Said
    followers: int | None
    exists: bool


class Shortfall(Part):
    """The hours carry no account well: what the nearest one would need, and what to do instead.

    `missing` are the minutes a week that are lacking, null if it is not the hours that lack.
    `tend` is an account there is already that can be listened to and answered on in the time,
    without posting; null if not even that fits.
    """

    network: str | None
    name: Said | None
    needed: int | None
    missing: int | None = Field(gt=0)
    tend: str | None
    tend_name: Said | None
    tend_kind: AccountKind | None
    tend_minutes: int | None


class PlanWarning(Part):
    """Something to mind: a stable code, what it is, and what it rests on."""

    code: Literal[
        "required_left_out", "required_unfit", "mixed_account", "access", "sells_too_much",
        "empty_week", "crowded_days", "few_days", "account_left", "gather",
    ]  # fmt: skip
    text: Said
    because: Said
    networks: list[str]
    grounds: list[Ground]


class Entry(Part):
    """One thing on one day of the calendar.

    Each working day begins with one entry for listening and one for answering, whose `parts`
    hold the minutes of all accounts for that day. `piece` names the piece of the week that is
    made, adapted or posted (A, B, ...), the same in all three. A post takes no minutes of its
    own: it is part of making or adapting. No two entries of a day overlap, and none runs over
    midnight; from `at` to `until` are minutes / hands, give or take a minute.
    """

    date: date
    weekday: Weekday
    week: int
    at: str = Field(description="time of day, HH:MM")
    until: str = Field(description="when it is over, HH:MM; `at` again for a post")
    hands: int = Field(
        description="how many people share the day's work side by side, so that it ends in time"
    )
    minutes: int = Field(description="minutes of work, of all hands together")
    kind: Activity
    network: str | None
    account: AccountKind | None
    strategy: str | None
    format: Format | None
    piece: str | None
    parts: dict[str, int] = Field(description="minutes by network/kind, for shared slots")
    scheduled: bool = Field(
        default=False, description="a post on a day off, to be scheduled before it"
    )
    late: bool = Field(
        default=False, description="a post after its time of day: its piece is not finished before"
    )


class Calendar(Part):
    """Four weeks from `start` to `end`, both included.

    `first_day` is the first working day of the owner's week, or of the country's week if the
    brief names no days; `country` is where most customers are, null if the brief does not tell.
    """

    start: date
    end: date
    weeks: int
    first_day: Weekday
    working_days: list[Weekday]
    country: str | None
    entries: list[Entry]


class Plan(Part):
    """The best week that the hours allow."""

    form: Literal["channelwise.plan/1"] = "channelwise.plan/1"
    version: str
    rulebook: str = Field(description="fingerprint of rules and networks")
    as_of: str
    business: str
    pace: Pace
    minutes_a_week: int
    minutes: Activities
    used: int
    left: int
    value: int
    accounts: list[PlannedAccount]
    shared: list[SharedPieces]
    separation_minutes: int = Field(
        description="what keeping the owner's posts and the firm's apart costs a week"
    )
    material: list[Material]
    paces: list[AtPace]
    high: HighPace | None = Field(description="null for a plan at the high pace already")
    more: OtherHours | None
    less: OtherHours | None
    frontier: list[FrontierPoint] | None
    left_out: list[LeftOut]
    shortfall: Shortfall | None
    warnings: list[PlanWarning]
    calendar: Calendar
    judge_after_weeks: int
    first_review: date = Field(description="not before the numbers can tell anything")
    judge_on: date | None = Field(description="the end of the brief's horizon, if that is later")
    names: dict[str, Said] = Field(description="names of the networks by id")
    notes: list[Said]

    def account(self, network: str, kind: AccountKind) -> PlannedAccount:
        """The account of that kind on a network; KeyError if the plan has none."""
        for account in self.accounts:
            if (account.network, account.kind) == (network, kind):
                return account
        raise KeyError(f"{network}/{kind}")

"""The brief: what a business says of itself.

Only four answers are needed: the business's name, whom it serves, what it can make and the
hours it has. All others may be left out, and left out is not the same as "no": rules that
need a missing answer are not evaluated, and the recommendation says which one matters most.
"""

import re
from decimal import Decimal
from typing import Annotated, Any, Final, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from channelwise.brief.countries import COUNTRIES
from channelwise.text import persian_digits
from channelwise.vocabulary import (
    CRITERIA,
    HOURS_PER_WEEK,
    MINUTES_PER_HOUR,
    AccountKind,
    AccountUse,
    AgeBand,
    AudienceKind,
    Criterion,
    Education,
    Format,
    Goal,
    Ingredient,
    Looks,
    Offer,
    Sector,
    Weekday,
)

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
NetworkId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]

_CLOCK: Final = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


def _country(code: str) -> str:
    if code not in COUNTRIES:
        raise PydanticCustomError(
            "country", "'{code}' is no country code; they have two letters, such as IR or GB",
            {"code": code, "fa": f"«{code}» کد هیچ کشوری نیست؛ کدها دو حرف دارند، مانند IR یا GB"},
        )  # fmt: skip
    return code


def _clock(text: str) -> str:
    if not _CLOCK.fullmatch(text):
        raise PydanticCustomError(
            "clock", "write a time of day such as 09:00 or 18:30",
            {"fa": "ساعت را مثل 09:00 یا 18:30 بنویسید"},
        )  # fmt: skip
    return text


ClockTime = Annotated[
    str, AfterValidator(_clock), Field(json_schema_extra={"pattern": f"^{_CLOCK.pattern}$"})
]
CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$"), AfterValidator(_country)]
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
Percent = Annotated[int, Field(ge=0, le=100)]
People = Annotated[int, Field(ge=1, le=1_000_000)]
Hours = Annotated[float, Field(gt=0, le=HOURS_PER_WEEK, allow_inf_nan=False)]


class _Part(BaseModel):
    """Closed and strict: an unknown field is an error, and "5" is not a number."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


def _at_most_whole(shares: list[int]) -> None:
    """Shares in percent may leave a rest unsaid, but not exceed the whole."""
    total = sum(shares)
    if total > 100:
        raise PydanticCustomError(
            "shares", "the shares add up to {total} percent, more than 100",
            {"total": total, "fa": f"جمع سهم‌ها {persian_digits(str(total))} درصد است، بیش از ۱۰۰"},
        )  # fmt: skip


class Market(_Part):
    """A country, or one city of it, and its share of the customers in percent."""

    country: CountryCode
    city: Name | None = None
    share: Percent | None = None


class Business(_Part):
    """Who the business is and what it offers."""

    name: Name
    sector: Sector | None = None
    people: People | None = None
    offer: Offer | None = None
    looks: Looks | None = Field(
        None, description="what can be seen of the product or of its result"
    )
    rests_on_owner: bool | None = Field(
        None, description="true if the offer rests on the owner's own experience"
    )
    markets: Annotated[list[Market], Field(min_length=1, max_length=50)] | None = None
    languages: Annotated[list[LanguageCode], Field(min_length=1, max_length=20)] | None = None

    @field_validator("markets")
    @classmethod
    def _shares_fit(cls, markets: list[Market] | None) -> list[Market] | None:
        _at_most_whole([market.share or 0 for market in markets or ()])
        return markets


class Audience(_Part):
    """The customers."""

    kind: AudienceKind
    ages: dict[AgeBand, Percent] | None = Field(None, description="share of each age band")
    women_percent: Percent | None = None
    education: Education | None = None

    @field_validator("ages")
    @classmethod
    def _ages_fit(cls, ages: dict[AgeBand, int] | None) -> dict[AgeBand, int] | None:
        if ages is not None and not any(ages.values()):
            raise PydanticCustomError(
                "no_share", "the shares of the ages are all 0", {"fa": "سهم همهٔ سن‌ها ۰ است"}
            )
        _at_most_whole(list((ages or {}).values()))
        return ages


class Content(_Part):
    """What there is to show and tell, and the formats the business can make of it."""

    have: list[Ingredient] | None = None
    want: list[Ingredient] | None = None
    can_make: Annotated[list[Format], Field(min_length=1)]
    amounts: dict[Ingredient, Annotated[int, Field(ge=0, le=10_000)]] | None = Field(
        None, description="how many of it there are in a month, such as company_events: 2"
    )


class Time(_Part):
    """The time there is for all networks together."""

    hours_per_week: Hours
    people: People | None = Field(None, description="how many people share these hours")
    horizon_weeks: Annotated[int, Field(ge=1, le=520)] | None = Field(
        None, description="weeks until the results are judged"
    )
    minutes_per_piece: dict[Format, Annotated[int, Field(ge=1, le=10_080)]] | None = Field(
        None, description="your own minutes for making one piece of a format"
    )
    days: Annotated[list[Weekday], Field(min_length=1, max_length=7)] | None = Field(
        None, description="days on which you work on this, the first of your week first"
    )
    work_at: ClockTime | None = Field(None, description="when that work begins, such as 09:00")
    post_at: ClockTime | None = Field(None, description="when posts should go out, such as 18:30")

    @field_validator("days")
    @classmethod
    def _each_day_once(cls, days: list[Weekday] | None) -> list[Weekday] | None:
        if days is not None and len(days) != len(set(days)):
            raise PydanticCustomError(
                "twice", "names the same thing twice", {"fa": "یک چیز را دو بار نام می‌برد"}
            )
        return days


class Account(_Part):
    """An account that exists already."""

    network: NetworkId
    kind: AccountKind
    used_for: AccountUse | None = None
    followers: Annotated[int, Field(ge=0, le=10**10)] | None = None
    shares_opinions: bool | None = None


class Brief(_Part):
    """What a business says of itself; the input of a recommendation.

    Example:
        >>> Brief.model_validate({
        ...     "business": {"name": "Corner Bakery"},
        ...     "audience": {"kind": "b2c"},
        ...     "content": {"can_make": ["image"]},
        ...     "time": {"hours_per_week": 5},
        ... }).minutes_a_week
        300
    """

    business: Business
    audience: Audience
    content: Content
    time: Time
    goals: Annotated[list[Goal], Field(min_length=1)] | None = Field(
        None, description="the most important first"
    )
    accounts: Annotated[list[Account], Field(max_length=200)] | None = None
    weights: dict[Criterion, Annotated[int, Field(ge=0, le=100)]] | None = Field(
        None, description="what counts how much; a criterion left out keeps its weight"
    )
    require: list[NetworkId] | None = Field(
        None, description="networks you insist on: the hours go to them first"
    )
    exclude: list[NetworkId] | None = Field(None, description="networks that must not be")

    @property
    def minutes_a_week(self) -> int:
        """Whole minutes a week, rounded down: hours are a hard limit."""
        return int(Decimal(str(self.time.hours_per_week)) * MINUTES_PER_HOUR)

    @model_validator(mode="after")
    def _no_network_both_ways(self) -> Self:
        both = sorted(set(self.require or ()) & set(self.exclude or ()))
        if both:
            names = ", ".join(both)
            raise PydanticCustomError(
                "required_and_excluded", "required and excluded at once: {names}",
                {"names": names, "fa": f"هم خواسته شده و هم کنار گذاشته شده: {names}"},
            )  # fmt: skip
        return self

    @field_validator("weights")
    @classmethod
    def _something_counts(cls, weights: dict[Criterion, int] | None) -> dict[Criterion, int] | None:
        if weights is not None and not any(weights.get(name, 1) for name in CRITERIA):
            raise PydanticCustomError(
                "no_weight", "all weights are 0: nothing would count",
                {"fa": "همهٔ وزن‌ها ۰ است؛ چیزی برای سنجیدن نمی‌ماند"},
            )  # fmt: skip
        return weights

    def with_changes(self, changes: dict[str, Any]) -> "Brief":
        """A validated copy with fields replaced; keys are paths such as `time.hours_per_week`."""
        data = self.model_dump(mode="json", exclude_none=True)
        for path, value in changes.items():
            *parents, last = path.split(".")
            part = data
            for parent in parents:
                part = part.setdefault(parent, {})
            if value is None:
                part.pop(last, None)
            else:
                part[last] = value
        return Brief.model_validate(data)

"""What `plan.yaml` may say."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from channelwise.files.model import Api, Line, Part
from channelwise.vocabulary import AccountKind, AudienceKind, Format, Ingredient, Upkeep, Weekday

Percent = Annotated[int, Field(ge=0, le=100)]
Scale = Annotated[int, Field(ge=0, le=1000)]
Count = Annotated[int, Field(ge=0)]
Points = Annotated[int, Field(ge=-100, le=100)]
Clock = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
Days = Annotated[list[Weekday], Field(min_length=1)]


def whole(words: Any) -> AfterValidator:
    """For a table that needs an entry for each word of a list."""

    def complete(table: dict[str, Any]) -> dict[str, Any]:
        missing = [word for word in get_args(words) if word not in table]
        if missing:
            raise ValueError(f"an entry is missing for: {', '.join(missing)}")
        return table

    return AfterValidator(complete)


class _Knee(Part):
    posts: Scale
    earns: Scale


def _concave(knees: list[_Knee]) -> list[_Knee]:
    """Each post may earn at most what the one before it earned, or a plan would be no whole."""
    steps = [(b.posts - a.posts, b.earns - a.earns) for a, b in pairwise(knees)]
    if knees[0].posts or knees[0].earns:
        raise ValueError("the curve must begin with 0 posts that earn 0")
    if any(run <= 0 or rise < 0 for run, rise in steps):
        raise ValueError("the curve must rise")
    if any(b[1] * a[0] > a[1] * b[0] for a, b in pairwise(steps)):
        raise ValueError("the curve must flatten: each further post earns no more than the last")
    return knees


class _FollowerPoints(Part):
    at_least: Count
    points: Points


class _FollowerPercent(Part):
    at_least: Count
    percent: Scale


def _from_nobody(bands: Sequence[_FollowerPoints | _FollowerPercent]) -> None:
    starts = [band.at_least for band in bands]
    if not starts or starts[0] != 0 or starts != sorted(set(starts)):
        raise ValueError("the bands must begin at 0 followers and rise")


class _Value(Part):
    curve: Annotated[list[_Knee], Field(min_length=2), AfterValidator(_concave)]
    formats: Annotated[list[Percent], Field(min_length=1)]
    passing: dict[Format, Percent]
    strategies: Annotated[list[Percent], Field(min_length=1, max_length=3)]
    selling_main: Percent
    gather: Percent
    new_account: Annotated[dict[AccountKind, Points], whole(AccountKind)]
    followers: list[_FollowerPoints]
    owner: Points

    @model_validator(mode="after")
    def _bands_begin(self) -> Self:
        _from_nobody(self.followers)
        return self


class _Community(Part):
    new_account: Scale
    unknown: Scale
    followers: list[_FollowerPercent]
    listen_percent: Percent

    @model_validator(mode="after")
    def _bands_begin(self) -> Self:
        _from_nobody(self.followers)
        return self


class Rising(Part):
    """Minutes by pace."""

    low: Count
    typical: Count
    high: Count

    @model_validator(mode="after")
    def _rise(self) -> Self:
        if not self.low <= self.typical <= self.high:
            raise ValueError("low, typical and high must rise")
        return self


class _Material(Part):
    a_month: Count
    pieces: Annotated[int, Field(ge=1)]


class _Clock(Part):
    work_at: Clock
    post_at: Annotated[dict[AudienceKind, Clock], whole(AudienceKind)]
    from_: Clock = Field(alias="from")
    to: Clock


class PlanFile(Part):
    """The whole of `plan.yaml`."""

    api: Api
    value: _Value
    selling_most_percent: Percent
    community: _Community
    upkeep: Annotated[dict[Upkeep, Rising], whole(Upkeep)]
    material: dict[Ingredient, _Material]
    clock: _Clock
    weeks: Literal[4]
    days_to_answer: Annotated[int, Field(ge=1, le=7)]
    working_days: dict[Annotated[str, StringConstraints(pattern=r"^([A-Z]{2}|default)$")], Days]
    source: list[Line]

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if "default" not in self.working_days:
            raise ValueError("working_days needs 'default'")
        return self

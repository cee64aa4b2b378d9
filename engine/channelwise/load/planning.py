"""The plan's own policy: what `plan.yaml` and `minutes.yaml` say, frozen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from channelwise.evidence import Evidence, evidence
from channelwise.vocabulary import (
    AccountKind,
    AudienceKind,
    Format,
    Ingredient,
    Pace,
    Upkeep,
    Weekday,
)

DEFAULT: Final = "default"


@dataclass(frozen=True, slots=True)
class Minutes:
    """Minutes for one piece, or a week, by the pace at which somebody works."""

    low: int
    typical: int
    high: int

    def at(self, pace: Pace) -> int:
        return {"low": self.low, "typical": self.typical, "high": self.high}[pace]

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> "Minutes":
        return cls(plain["low"], plain["typical"], plain["high"])


@dataclass(frozen=True, slots=True)
class Bands:
    """A number by followers; (at least so many, number), rising from 0."""

    steps: tuple[tuple[int, int], ...]

    def at(self, followers: int) -> int:
        return next(number for least, number in reversed(self.steps) if followers >= least)


@dataclass(frozen=True, slots=True)
class Supply:
    """Material that runs out: how much there is a month, and pieces that one of it carries."""

    a_month: int
    pieces: int


@dataclass(frozen=True, slots=True)
class Planning:
    """What a plan goes by. Shares are percent; `curve` are (posts in percent of typical, share).

    `make` and `adapt` are minutes a piece, `upkeep` minutes a week.
    """

    curve: tuple[tuple[int, int], ...]
    formats: tuple[int, ...]
    passing: Mapping[Format, int]
    strategies: tuple[int, ...]
    selling_main: int
    gather: int
    owner: int
    selling_most: int
    new_account: Mapping[AccountKind, int]
    follower_points: Bands
    community_new: int
    community_unknown: int
    community_followers: Bands
    listen: int
    make: Mapping[Format, Minutes]
    adapt: Mapping[Format, Minutes]
    upkeep: Mapping[Upkeep, Minutes]
    material: Mapping[Ingredient, Supply]
    work_at: str
    post_at: Mapping[AudienceKind, str]
    earliest: str
    latest: str
    weeks: int
    days_to_answer: int
    working_days: Mapping[str, tuple[Weekday, ...]]
    sources: tuple[Evidence, ...]

    def days_of(self, country: str | None) -> tuple[Weekday, ...]:
        """Working days of a country, the first of its week first."""
        return self.working_days.get(country or DEFAULT, self.working_days[DEFAULT])


def planning(plain: Mapping[str, Any], minutes: Mapping[str, Any]) -> Planning:
    """From the checked data of both files."""
    value, community, clock = plain["value"], plain["community"], plain["clock"]
    return Planning(
        curve=tuple((knee["posts"], knee["earns"]) for knee in value["curve"]),
        formats=tuple(value["formats"]), passing=MappingProxyType(dict(value["passing"])),
        strategies=tuple(value["strategies"]),
        selling_main=value["selling_main"], gather=value["gather"], owner=value["owner"],
        selling_most=plain["selling_most_percent"],
        new_account=MappingProxyType(dict(value["new_account"])),
        follower_points=_bands(value["followers"], "points"),
        community_new=community["new_account"], community_unknown=community["unknown"],
        community_followers=_bands(community["followers"], "percent"),
        listen=community["listen_percent"], make=_table(minutes["make"]),
        adapt=_table(minutes["adapt"]), upkeep=_table(plain["upkeep"]),
        material=MappingProxyType(
            {name: Supply(one["a_month"], one["pieces"]) for name, one in plain["material"].items()}
        ),
        work_at=clock["work_at"], post_at=MappingProxyType(dict(clock["post_at"])),
        earliest=clock["from"], latest=clock["to"], weeks=plain["weeks"],
        days_to_answer=plain["days_to_answer"],
        working_days=MappingProxyType(
            {country: tuple(days) for country, days in plain["working_days"].items()}
        ),
        sources=tuple(evidence(name, plain["cited"].get(name)) for name in plain["source"]),
    )  # fmt: skip


def _bands(plain: Sequence[Mapping[str, int]], name: str) -> Bands:
    return Bands(tuple((band["at_least"], band[name]) for band in plain))


def _table(plain: Mapping[str, Any]) -> Mapping[Any, Minutes]:
    return MappingProxyType({name: Minutes.of(part) for name, part in plain.items()})

"""Which facts a fired rule rests on: its own sources, and those of the numbers it read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from channelwise.brief.model import Brief
from channelwise.evidence import Evidence, month
from channelwise.networks.model import Network
from channelwise.recommend.measures import surveyed_country
from channelwise.recommend.model import Ground
from channelwise.recommend.prepared import by_share
from channelwise.rules.model import Rule
from channelwise.vocabulary import AGE_BANDS, AgeBand

# A reader checks a few sources, not twenty: the first of them are the most telling.
MOST_GROUNDS = 4

# The tables of `audience` that each measure of reach reads.
_TABLES: Final = {
    "age_reach_percent": ("ages",),
    "gender_reach_percent": ("women", "men"),
    "education_reach_percent": ("education",),
}


class Clock:
    """Tells old facts from fresh ones, as of one month."""

    def __init__(self, as_of: date, shelf_life_months: int) -> None:
        self.as_of = f"{as_of.year:04d}-{as_of.month:02d}"
        self._oldest = as_of.year * 12 + as_of.month - 1 - shelf_life_months

    def ground(self, evidence: Evidence) -> Ground:
        """The evidence as it is shown. A source without a date cannot be called old."""
        age = month(evidence.date)
        return Ground.model_construct(
            id=evidence.id, title=evidence.title, address=evidence.address, date=evidence.date,
            confidence=evidence.confidence, old=age is not None and age < self._oldest,
        )  # fmt: skip


def grounds(rule: Rule, network: Network | None, brief: Brief, clock: Clock) -> list[Ground]:
    """The sources of a rule and, for a network, of the facts that its fields came from."""
    found: dict[str, Evidence] = {evidence.id: evidence for evidence in rule.sources}
    if network is not None:
        for path in _paths(sorted(rule.reads), network, brief):
            evidence = network.evidence.get(path)
            if evidence is not None:
                found.setdefault(evidence.id, evidence)
    return [clock.ground(evidence) for evidence in list(found.values())[:MOST_GROUNDS]]


def _paths(fields: Iterable[str], network: Network, brief: Brief) -> Iterator[str]:
    """Paths of the network's file from which these fields took their values."""
    for field in fields:
        root, _, name = field.partition(".")
        if root == "network":
            yield f"traits.{name}"
        elif root == "measure":
            yield from _measure_paths(name, network, brief)


def _measure_paths(name: str, network: Network, brief: Brief) -> Iterable[str]:
    countries = by_share(brief.business.markets or [])
    if name in _TABLES:
        return _table_paths(name, network, brief, countries)
    if name == "goal_strength":
        return [f"goals.{goal}" for goal in brief.goals or ()]
    if name == "market_use_percent":
        return [f"audience.use.{country}" for country in countries]
    if name.endswith("_market_percent"):
        known = network.plain["access"]
        return [f"access.{c if c in known else 'default'}" for c in countries]
    return ["community_minutes_a_day"] if name in ("minutes_needed", "time_share_percent") else []


def _table_paths(
    name: str, network: Network, brief: Brief, countries: Sequence[str]
) -> Iterator[str]:
    """Paths into the survey tables that a measure of reach read."""
    for table in _TABLES[name]:
        for country in _tabled(network, table, countries):
            path = f"audience.{table}.{country}"
            if table == "ages":
                yield from (f"{path}.{band}" for band in _largest(brief.audience.ages or {}))
            else:
                yield f"{path}.{brief.audience.education}" if table == "education" else path


def _tabled(network: Network, table: str, countries: Sequence[str]) -> Iterator[str]:
    """The one country whose table the measure read."""
    tables = network.plain["audience"].get(table, {})
    access = {country: entry["value"] for country, entry in network.plain["access"].items()}
    country = surveyed_country(tables, access, countries)
    if country:
        yield country


def _largest(ages: Mapping[AgeBand, int]) -> list[AgeBand]:
    """The age bands of an audience, the largest first, the younger of equals."""
    return sorted(ages, key=lambda band: (-ages[band], AGE_BANDS.index(band)))

"""Which facts a fired rule rests on: its own sources, and those of the numbers it read."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from channelwise.brief.model import Brief
from channelwise.evidence import Evidence, month
from channelwise.networks.model import Network
from channelwise.recommend.measures import REFERENCE_COUNTRY
from channelwise.recommend.model import Ground
from channelwise.recommend.prepared import by_share
from channelwise.rules.model import Bands, Rule
from channelwise.vocabulary import AGE_BANDS, AgeBand

# A reader checks a few sources, not twenty: the first of them are the most telling.
MOST_GROUNDS = 4


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
        reads = set(rule.reads) | ({rule.then.by} if isinstance(rule.then, Bands) else set())
        for path in _paths(sorted(reads), network, brief):
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


def _measure_paths(name: str, network: Network, brief: Brief) -> Iterator[str]:
    countries = [market.country for market in by_share(brief.business.markets or ())]
    if name == "goal_strength":
        yield from (f"goals.{goal}" for goal in brief.goals or ())
    elif name == "age_reach_percent":
        bands = _largest(brief.audience.ages or {})
        for country in _tabled(network, "ages", countries):
            yield from (f"audience.ages.{country}.{band}" for band in bands)
    elif name == "gender_reach_percent":
        for part in ("women", "men"):
            yield from (f"audience.{part}.{c}" for c in _tabled(network, part, countries))
    elif name == "education_reach_percent":
        for country in _tabled(network, "education", countries):
            yield f"audience.education.{country}.{brief.audience.education}"
    elif name == "market_use_percent":
        yield from (f"audience.use.{country}" for country in countries)
    elif name.endswith("_market_percent"):
        yield from (f"access.{country}" for country in countries)
    elif name in ("minutes_needed", "time_share_percent"):
        yield "community_minutes_a_day"


def _tabled(network: Network, table: str, countries: Iterable[str]) -> Iterator[str]:
    """The one country whose table the measure read."""
    tables = network.plain["audience"].get(table, {})
    yield from [country for country in (*countries, REFERENCE_COUNTRY) if country in tables][:1]


def _largest(ages: Mapping[AgeBand, int]) -> list[AgeBand]:
    """The age bands of an audience, the largest first, the younger of equals."""
    return sorted(ages, key=lambda band: (-ages[band], AGE_BANDS.index(band)))

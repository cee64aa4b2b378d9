"""From a brief to the values that rules read.

Only what the brief says gets a value; a name that is absent from the mapping is unknown.
"""

from collections.abc import Iterable, Mapping, Sequence

from channelwise.brief.model import Account, Brief
from channelwise.vocabulary import AGE_BANDS, AgeBand

Value = str | bool | int | float | frozenset[str]


def answers(brief: Brief) -> dict[str, Value]:
    """The brief's fields by the names of `channelwise.rules.fields`.

    Example:
        A brief without goals has no `brief.goals` and no `brief.first_goal`.
    """
    found: dict[str, Value | None] = {
        "brief.business.sector": brief.business.sector,
        "brief.business.people": brief.business.people,
        "brief.business.offer": brief.business.offer,
        "brief.business.looks": brief.business.looks,
        "brief.business.rests_on_owner": brief.business.rests_on_owner,
        "brief.business.languages": _words(brief.business.languages),
        "brief.audience.kind": brief.audience.kind,
        "brief.audience.main_age": _main_age(brief.audience.ages),
        "brief.audience.women_percent": brief.audience.women_percent,
        "brief.audience.education": brief.audience.education,
        "brief.goals": _words(brief.goals),
        "brief.first_goal": brief.goals[0] if brief.goals else None,
        "brief.content.have": _words(brief.content.have),
        "brief.content.want": _words(brief.content.want),
        "brief.content.topics": _topics(brief),
        "brief.content.can_make": _words(brief.content.can_make),
        "brief.time.hours_per_week": brief.time.hours_per_week,
        "brief.time.people": brief.time.people,
        "brief.time.horizon_weeks": brief.time.horizon_weeks,
        **_markets(brief),
        **_accounts(brief.accounts),
    }
    return {name: value for name, value in found.items() if value is not None}


def _words(values: Sequence[str] | None) -> frozenset[str] | None:
    return None if values is None else frozenset(values)


def _topics(brief: Brief) -> frozenset[str] | None:
    """What there is, and what is wanted on top of it; unknown while nobody said what there is."""
    have, want = brief.content.have, brief.content.want
    return None if have is None else frozenset((*have, *(want or ())))


def _main_age(ages: Mapping[AgeBand, int] | None) -> AgeBand | None:
    if not ages:
        return None
    return max((b for b in AGE_BANDS if b in ages), key=lambda b: (ages[b], -AGE_BANDS.index(b)))


def _markets(brief: Brief) -> dict[str, Value | None]:
    markets = brief.business.markets
    if markets is None:
        return {}
    return {
        "brief.business.countries": frozenset(market.country for market in markets),
        "brief.business.local": any(market.city for market in markets),
    }


def mixes_voices(account: Account) -> bool | None:
    """True if the account serves the other side as well; None if its use is not said."""
    return None if account.used_for is None else account.used_for != account.kind


def _accounts(accounts: list[Account] | None) -> dict[str, Value | None]:
    if accounts is None:
        return {}
    return {
        "brief.accounts.mixed": count(mixes_voices(account) for account in accounts),
        "brief.accounts.opinionated": count(
            account.shares_opinions if account.kind == "business" else False for account in accounts
        ),
        "brief.accounts.networks": frozenset(account.network for account in accounts),
    }


def count(marks: Iterable[bool | None]) -> int | None:
    """How many marks are true; unknown if none is true and some are unknown."""
    seen = list(marks)
    total = sum(mark is True for mark in seen)
    return None if total == 0 and None in seen else total

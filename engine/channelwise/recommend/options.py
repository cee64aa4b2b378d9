"""Possible answers to each field of a brief: what to try when a question is open.

Numbers are tried at and around the bounds that rules name, words by their lists, markets in
the countries that the networks' facts tell apart. So a new rule or network brings its own.
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Any, Final, get_args

from channelwise import vocabulary as v
from channelwise.brief.model import Brief
from channelwise.recommend.measures import REFERENCE_COUNTRY
from channelwise.recommend.standing import Judge
from channelwise.rules.condition import FieldRef, Test, tests

Options = Callable[[Judge], list[Any]]

_EACH_AGE: Final = [{band: 100} for band in v.AGE_BANDS]
_WOMEN: Final = [10, 50, 90]
_BUSINESS_ACCOUNT: Final = {"kind": "business", "used_for": "business", "followers": 2000}
_MIXED_ACCOUNT: Final = {"kind": "personal", "used_for": "both"}


def _words(group: str) -> Options:
    return lambda _: list(get_args(getattr(v, group)))


def _one_each(group: str) -> Options:
    return lambda _: [[word] for word in get_args(getattr(v, group))]


def bounds(judge: Judge, field: str) -> list[int]:
    """Whole numbers that rules name for a field, each with its neighbours, rising."""
    found: set[int] = set()
    for clause in judge.clauses:
        for test in tests(clause.condition):
            if test.field == field:
                found |= {n + d for n in _numbers(test) for d in (-1, 0, 1)}
    return sorted(found)


def _numbers(test: Test) -> Iterable[int]:
    if isinstance(test.value, FieldRef | frozenset | str | bool):
        return ()
    values = test.value if isinstance(test.value, tuple) else (test.value,)
    return [int(value) for value in values if abs(value) < 10**9]


def _counts(field: str) -> Options:
    return lambda judge: [number for number in bounds(judge, field) if number >= 1]


def countries(judge: Judge) -> list[str]:
    """Countries of which some network's facts speak."""
    named: set[str] = {REFERENCE_COUNTRY}
    for network in judge.networks:
        named |= set(network.plain["access"]) | set(network.plain["audience"].get("use", {}))
    return sorted(named - {"default"})


def _languages(judge: Judge) -> list[Any]:
    found = {
        word
        for clause in judge.clauses
        for test in tests(clause.condition)
        if test.field == "brief.business.languages" and isinstance(test.value, frozenset)
        for word in test.value
    }
    return [["en"], *([word] for word in sorted(found - {"en"}))]


def _ingredients(judge: Judge) -> list[Any]:
    """Nothing, each ingredient by itself, and what each strategy is made from."""
    needs = {tuple(sorted(strategy.needs)) for _, strategy in judge.pairs}
    single = {(word,) for word in get_args(v.Ingredient)}
    return [[], *(list(words) for words in sorted(needs | single))]


def _accounts(judge: Judge) -> list[Any]:
    """None, a business account with followers on each network, and a mixed one on each."""
    return [
        [],
        *([{"network": n.id, **_BUSINESS_ACCOUNT}] for n in judge.networks),
        *([{"network": n.id, **_MIXED_ACCOUNT}] for n in judge.networks),
    ]  # fmt: skip


# In the order in which the interview asks.
OPTIONS: Final[Mapping[str, Options]] = {
    "business.sector": _words("Sector"),
    "business.people": _counts("brief.business.people"),
    "business.offer": _words("Offer"),
    "business.looks": _words("Looks"),
    "business.rests_on_owner": lambda _: [True, False],
    "business.markets": lambda judge: [[{"country": code}] for code in countries(judge)],
    "business.languages": _languages,
    "audience.kind": _words("AudienceKind"),
    "audience.ages": lambda _: list(_EACH_AGE),
    "audience.women_percent": lambda _: list(_WOMEN),
    "audience.education": _words("Education"),
    "goals": _one_each("Goal"),
    "content.have": _ingredients,
    "content.want": _ingredients,
    "content.can_make": _one_each("Format"),
    "time.hours_per_week": lambda _: [1, 2, 3, 5, 8, 12, 16, 20, 30, 40],
    "time.people": _counts("brief.time.people"),
    "time.horizon_weeks": _counts("brief.time.horizon_weeks"),
    "accounts": _accounts,
}


def current(brief: Brief, field: str) -> Any:
    """The brief's own value of a field, as plain data; None if it was left out."""
    value: Any = brief
    for step in field.split("."):
        value = getattr(value, step)
    if isinstance(value, list):
        return [
            one.model_dump(exclude_none=True) if hasattr(one, "model_dump") else one
            for one in value
        ]
    return value


def unanswered(brief: Brief) -> list[str]:
    """Fields that the brief leaves out, in the order of the interview."""
    return [field for field in OPTIONS if current(brief, field) is None]


def additions(present: Iterable[Any], words: Iterable[Any]) -> list[list[Any]]:
    """The list with one more word, for each word it does not have."""
    have = list(present)
    return [[*have, word] for word in chain(words) if word not in have]

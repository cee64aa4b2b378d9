"""What the property tests draw from: briefs, conditions and rulebooks of every shape.

Briefs are drawn as plain data, since many tests change one field of them; `briefs()` gives
them validated. Random rulebooks use a few made-up fields of each kind, so that tests on the
same field meet in one rulebook often.
"""

from dataclasses import dataclass, replace
from typing import Any, Final, get_args

from hypothesis import strategies as st

from channelwise import vocabulary as v
from channelwise.brief.model import Brief
from channelwise.evaluate.clauses import Candidate, Clause
from channelwise.networks.model import Network
from channelwise.rules.condition import All, Any_, Condition, FieldRef, Not, Test
from channelwise.rules.fields import OPERATORS

Plain = dict[str, Any]

# --- briefs ---------------------------------------------------------------------------------

NETWORKS: Final = ("linkedin", "instagram", "x", "snapchat", "elsewhere")
COUNTRIES: Final = ("US", "IR", "DE", "CN", "TR")


def words(group: str) -> st.SearchStrategy[Any]:
    """One word of a list of the vocabulary."""
    return st.sampled_from(get_args(getattr(v, group)))


def several(group: str, least: int = 0) -> st.SearchStrategy[list[Any]]:
    """Different words of a list, in any order."""
    return st.lists(words(group), unique=True, min_size=least)


def _filled(needed: dict[str, Any], optional: dict[str, Any]) -> st.SearchStrategy[Plain]:
    return st.fixed_dictionaries(needed, optional=optional)


_MARKET = _filled(
    {"country": st.sampled_from(COUNTRIES)},
    {"city": st.just("Springfield"), "share": st.integers(0, 25)},
)
_ACCOUNT = _filled(
    {"network": st.sampled_from(NETWORKS), "kind": words("AccountKind")},
    {
        "used_for": words("AccountUse"), "followers": st.integers(0, 20_000),
        "shares_opinions": st.booleans(),
    },
)  # fmt: skip
HOURS: Final = st.one_of(
    st.integers(1, 40), st.sampled_from([0.25, 0.5, 1.5, 4.9, 5.1, 7.75, 8.5, 19.99, 60, 168])
)
_AGES = st.dictionaries(words("AgeBand"), st.integers(1, 20), min_size=1)


def plain_briefs(least: bool = False) -> st.SearchStrategy[Plain]:
    """Plain data of valid briefs, in which any optional answer may be missing.

    `least` draws the needed answers only.
    """
    business = {
        "sector": words("Sector"), "people": st.integers(1, 40), "offer": words("Offer"),
        "looks": words("Looks"), "rests_on_owner": st.booleans(),
        "markets": st.lists(_MARKET, min_size=1, max_size=4),
        "languages": st.lists(st.sampled_from(["en", "fa", "ar", "de"]), min_size=1, unique=True),
    }  # fmt: skip
    audience = {
        "ages": _AGES, "women_percent": st.integers(0, 100), "education": words("Education"),
    }  # fmt: skip
    content = {"have": several("Ingredient"), "want": several("Ingredient")}
    time = {"people": st.integers(1, 6), "horizon_weeks": st.integers(1, 60)}
    wishes = {
        "goals": several("Goal", 1), "accounts": st.lists(_ACCOUNT, max_size=4),
        "weights": _weights(), "require": _networks(), "exclude": _networks(),
    }  # fmt: skip
    maybe = (lambda optional: {}) if least else (lambda optional: optional)
    return _filled(
        {
            "business": _filled({"name": st.just("Corner Shop")}, maybe(business)),
            "audience": _filled({"kind": words("AudienceKind")}, maybe(audience)),
            "content": _filled({"can_make": several("Format", 1)}, maybe(content)),
            "time": _filled({"hours_per_week": HOURS}, maybe(time)),
        },
        maybe(wishes),
    ).map(_without_contradiction)


def _weights() -> st.SearchStrategy[Plain]:
    return st.dictionaries(words("Criterion"), st.integers(0, 20)).filter(
        lambda weights: any(weights.values()) or len(weights) < len(v.CRITERIA)
    )


def _networks() -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(NETWORKS), unique=True, max_size=2)


def _without_contradiction(plain: Plain) -> Plain:
    """No network is both required and excluded."""
    if "exclude" not in plain:
        return plain
    required = plain.get("require", ())
    return {**plain, "exclude": [name for name in plain["exclude"] if name not in required]}


def briefs() -> st.SearchStrategy[Brief]:
    """Valid briefs, in which any optional answer may be missing."""
    return plain_briefs().map(Brief.model_validate)


# --- conditions -----------------------------------------------------------------------------

LETTERS: Final = ("a", "b", "c", "d")
KINDS: Final = {
    "brief.word": "word", "brief.words": "words", "brief.number": "number", "brief.flag": "flag",
    "brief.other": "number",
    "network.word": "word", "network.words": "words", "network.number": "number",
    "network.flag": "flag", "strategy.number": "number", "strategy.word": "word",
    "measure.one": "number", "measure.two": "number",
}  # fmt: skip
MEASURES: Final = ("measure.one", "measure.two")
CONSTANTS: Final = tuple(name for name in KINDS if name.startswith(("network.", "strategy.")))
NUMBERS: Final = st.one_of(
    st.integers(-3, 6), st.sampled_from([-0.5, 0.5, 1.0, 1.5, 2.25, 1_000_000])
)
_SETS = st.frozensets(st.sampled_from(LETTERS), max_size=len(LETTERS))
VALUES: Final = {
    "word": st.sampled_from(LETTERS), "words": _SETS, "number": NUMBERS, "flag": st.booleans(),
}  # fmt: skip


def _operand(name: str, kind: str, operator: str) -> st.SearchStrategy[Any]:
    if operator == "between":
        return st.tuples(NUMBERS, NUMBERS).map(lambda ends: tuple(sorted(ends)))
    if operator in ("in", "not_in", "has_any", "has_all", "has_none"):
        return st.frozensets(st.sampled_from(LETTERS), min_size=1, max_size=3)
    others = [FieldRef(other) for other, its in KINDS.items() if its == kind and other != name]
    comparable = kind in ("number", "word") and operator not in ("in", "not_in")
    plain = VALUES[kind]
    return st.one_of(plain, plain, st.sampled_from(others)) if comparable else plain


@st.composite
def single_tests(draw: st.DrawFn, compared: bool = True) -> Test:
    """One test of a field; without `compared`, never against another field."""
    name = draw(st.sampled_from(sorted(KINDS)))
    operator = draw(st.sampled_from(OPERATORS[KINDS[name]]))  # type: ignore[index]
    value = draw(_operand(name, KINDS[name], operator))
    if isinstance(value, FieldRef) and not compared:
        value = draw(VALUES[KINDS[name]])
    return Test(name, operator, value)


def conditions(compared: bool = True, leaves: int = 8) -> st.SearchStrategy[Condition]:
    """Condition trees of tests, `all`, `any` and `not`; an `all` or `any` may be empty."""

    def joined(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        groups = st.lists(parts, max_size=3).map(tuple)
        return st.one_of(groups.map(All), groups.map(Any_), parts.map(Not))

    return st.recursive(single_tests(compared), joined, max_leaves=leaves)


def some_values(names: Any = tuple(KINDS)) -> st.SearchStrategy[Plain]:
    """Values for some of the fields; the others are missing."""
    return st.fixed_dictionaries({}, optional={name: VALUES[KINDS[name]] for name in names})


# --- rulebooks ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Book:
    """What an executor is built from."""

    clauses: tuple[Clause, ...]
    candidates: tuple[Candidate, ...]


@st.composite
def banded(draw: st.DrawFn, rule: int) -> list[Clause]:
    """The clauses of a banded rule: neighbouring ranges of one number."""
    ends = sorted(draw(st.sets(st.integers(-3, 6), min_size=1, max_size=4)))
    number = draw(st.sampled_from([name for name, kind in KINDS.items() if kind == "number"]))
    when = draw(conditions(leaves=3))
    above = [None, *ends]
    clauses = []
    for low, high in zip(above, [*ends, None], strict=True):
        tests = [Test(number, "above", low)] if low is not None else []
        tests += [Test(number, "at_most", high)] if high is not None else []
        clauses.append(Clause(rule, All((when, *tests)), draw(st.integers(-60, 60))))
    return clauses


@st.composite
def books(draw: st.DrawFn) -> Book:
    """Rulebooks of some rules and candidates, each of which is judged by some of the clauses."""
    clauses: list[Clause] = []
    for rule in range(draw(st.integers(1, 6))):
        if draw(st.booleans()):
            clauses.append(Clause(rule, draw(conditions())))
        else:
            clauses.extend(draw(banded(rule)))
    positions = st.sets(st.integers(0, len(clauses) - 1)).map(sorted)
    candidates = [
        Candidate(draw(some_values(CONSTANTS)), draw(positions), draw(_renames(number)))
        for number in range(draw(st.integers(1, 4)))
    ]
    return Book(tuple(clauses), tuple(candidates))


def _renames(number: int) -> st.SearchStrategy[dict[str, str]]:
    """Measures by the candidate's own variables, as the engine names them; sometimes not all."""
    return st.sets(st.sampled_from(MEASURES)).map(
        lambda names: {name: f"{name}@{number}" for name in sorted(names)}
    )


@st.composite
def seen(draw: st.DrawFn, book: Book) -> Plain:
    """Values of a brief and of the candidates' measures, some of them missing."""
    found = draw(some_values([name for name in KINDS if name.startswith("brief.")]))
    for candidate in book.candidates:
        for variable in candidate.variables.values():
            if draw(st.booleans()):
                found[variable] = draw(NUMBERS)
    return found


# --- networks -------------------------------------------------------------------------------


def renamed(network: Network, name: str) -> Network:
    """The same network under another id, as if a third party had brought it."""
    strategies = tuple(replace(strategy, network=name) for strategy in network.strategies)
    values = {**network.values, "network.id": name}
    return replace(network, id=name, strategies=strategies, values=values)

"""The decision that every engine takes: 200 rules x 16 candidates, and 1,000 briefs.

All of it is plain data made from a seed, so that no engine's own form is favoured. The words,
field kinds and operators are those of `channelwise.rules.fields`; a field `brief.hours_per_week`
is the key `hours_per_week` of a brief, `candidate.upkeep` the key `upkeep` of a candidate. Every
field has a value: how engines treat missing answers differs too much to be timed together.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

Value = Any  # a word, a number, a flag, or a tuple of words
Condition = tuple[Any, ...]  # ("all"|"any", [..]), ("not", c), ("test", field, operator, value)
Record = Mapping[str, Value]
Outcome = tuple[tuple[str, ...], tuple[int, ...], bool]  # fired ids, points, excluded
Result = list[Outcome]  # one outcome a candidate, in the decision's order


class RefusalError(Exception):
    """An engine cannot take a brief that it was given."""


CRITERIA = ("content", "time", "audience", "goal", "presence", "access")
POINTS = tuple(step for step in range(-60, 61, 5) if step)

_INGREDIENTS = (
    "product_photos", "result_photos", "customer_stories", "expertise", "opinions",
    "industry_news", "company_events", "offers", "recommendations", "behind_the_scenes",
    "tutorials", "questions_and_answers",
)  # fmt: skip
_GOALS = (
    "awareness", "engagement", "community", "authority", "traffic", "leads", "sales", "support",
    "recruiting",
)  # fmt: skip
_SECTORS = (
    "food", "retail", "crafts", "beauty", "fitness", "health", "home_services",
    "professional_services", "technology", "education", "travel", "events", "arts",
    "manufacturing", "nonprofit", "other",
)  # fmt: skip
_FORMATS = (
    "text", "article", "image", "carousel", "short_video", "long_video", "story", "live", "poll",
    "event",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its kind, and the words or the (lowest, highest) number it may hold."""

    kind: str
    words: tuple[str, ...] = ()
    span: tuple[int, int] = (0, 0)


def _word(*words: str) -> Field:
    return Field("word", words)


def _number(low: int, high: int) -> Field:
    return Field("number", span=(low, high))


_FLAG = Field("flag")

FIELDS: dict[str, Field] = {
    "brief.sector": _word(*_SECTORS),
    "brief.offer": _word("product", "service"),
    "brief.looks": _word("plain", "attractive", "striking"),
    "brief.audience_kind": _word("b2b", "b2c", "both"),
    "brief.main_age": _word("13-17", "18-29", "30-49", "50-64", "65+"),
    "brief.education": _word("high_school", "some_college", "degree"),
    "brief.first_goal": _word(*_GOALS),
    "brief.rests_on_owner": _FLAG,
    "brief.local": _FLAG,
    "brief.people": _number(1, 40),
    "brief.women_percent": _number(0, 100),
    "brief.hours_per_week": _number(1, 40),
    "brief.horizon_weeks": _number(2, 52),
    "brief.mixed": _number(0, 3),
    "brief.goals": Field("words", _GOALS),
    "brief.have": Field("words", _INGREDIENTS),
    "brief.want": Field("words", _INGREDIENTS),
    "brief.can_make": Field("words", _FORMATS),
    "candidate.serves": _word("b2b_first", "both", "b2c_first"),
    "candidate.leads_with": _word("text", "picture", "video", "story", "mixed"),
    "candidate.upkeep": _word("light", "moderate", "heavy"),
    "candidate.attention": _word("short", "medium", "long"),
    "candidate.links": _word("clickable", "costly", "not_clickable"),
    "candidate.register": _word("business", "timely", "visual", "playful", "conversational"),
    "candidate.account": _word("personal", "business"),
    "candidate.leans_on": _word("looks", "words", "person", "moments"),
    "candidate.text_alone": _FLAG,
    "candidate.local_discovery": _FLAG,
    "candidate.sells": _FLAG,
    "candidate.opinion": _FLAG,
    "candidate.timely": _FLAG,
    "candidate.half_life_minutes": _number(10, 5000),
    "candidate.community_minutes_a_week": _number(10, 400),
    "candidate.least_posts": _number(1, 14),
}
BRIEF_FIELDS = tuple(name for name in FIELDS if name.startswith("brief."))
CANDIDATE_FIELDS = tuple(name for name in FIELDS if name.startswith("candidate."))


@dataclass(frozen=True, slots=True)
class Rule:
    """If `when` holds: `points` on `criterion`, or an exclusion if `criterion` is empty."""

    id: str
    when: Condition
    criterion: str
    points: int


@dataclass(frozen=True, slots=True)
class Decision:
    """What an engine is given before the clock starts."""

    rules: tuple[Rule, ...]
    candidates: tuple[Record, ...]


def key(field: str) -> str:
    """The key of a field in its record: `brief.goals` -> `goals`."""
    return field.partition(".")[2]


def make_decision(seed: int = 7, rules: int = 200, candidates: int = 16) -> Decision:
    """The same decision for the same arguments, on every machine."""
    random = Random(seed)
    return Decision(
        tuple(_rule(random, number) for number in range(rules)),
        tuple(_record(random, CANDIDATE_FIELDS) for _ in range(candidates)),
    )


def make_briefs(seed: int = 11, count: int = 1000) -> tuple[Record, ...]:
    """Random briefs in which every field has a value."""
    random = Random(seed)
    return tuple(_record(random, BRIEF_FIELDS) for _ in range(count))


def _record(random: Random, names: tuple[str, ...]) -> Record:
    return {key(name): _value(random, FIELDS[name]) for name in names}


def _value(random: Random, field: Field) -> Value:
    match field.kind:
        case "word":
            return random.choice(field.words)
        case "words":
            return _some(random, field.words, 1, len(field.words) // 2)
        case "flag":
            return random.random() < 0.5
        case _:
            return random.randint(*field.span)


def _some(random: Random, words: tuple[str, ...], least: int, most: int) -> tuple[str, ...]:
    return tuple(sorted(random.sample(words, random.randint(least, most))))


def _rule(random: Random, number: int) -> Rule:
    """A rule of 1-4 tests; the first reads the brief, the second the candidate."""
    tests = [_test(random, BRIEF_FIELDS)]
    for place in range(random.choices((0, 1, 2, 3), (1, 5, 8, 6))[0]):
        brief_too = place > 0 and random.random() < 0.6
        tests.append(_test(random, BRIEF_FIELDS if brief_too else CANDIDATE_FIELDS))
    random.shuffle(tests)
    excludes = random.random() < 0.08
    criterion = "" if excludes else random.choice(CRITERIA)
    points = 0 if excludes else random.choice(POINTS)
    return Rule(f"rule-{number:03}", _join(random, tests), criterion, points)


def _join(random: Random, parts: list[Condition]) -> Condition:
    """Join tests by all, any and not; larger rules nest."""
    if len(parts) == 1:
        return ("not", parts[0]) if random.random() < 0.1 else parts[0]
    if len(parts) > 2 and random.random() < 0.5:
        cut = random.randint(1, len(parts) - 1)
        parts = [_join(random, parts[:cut]), _join(random, parts[cut:])]
    joined: Condition = ("any" if random.random() < 0.15 else "all", tuple(parts))
    return ("not", joined) if random.random() < 0.05 else joined


def _test(random: Random, names: tuple[str, ...]) -> Condition:
    name = random.choice(names)
    return ("test", name, *_operation(random, FIELDS[name]))


def _operation(random: Random, field: Field) -> tuple[str, Value]:
    if field.kind == "flag":
        return "is", random.random() < 0.5
    if field.kind == "number":
        return _number_operation(random, *field.span)
    if field.kind == "words":
        return random.choice(("has_any", "has_any", "has_all", "has_none")), _some(
            random, field.words, 1, 3
        )
    operator = random.choice(("is", "is", "in", "in", "is_not", "not_in"))
    if operator in ("is", "is_not"):
        return operator, random.choice(field.words)
    return operator, _some(random, field.words, 1, max(1, len(field.words) // 2))


# Equality with one number is rare in real rules, so it is rare here.
_NUMBER_OPERATORS = ("at_least", "at_most", "above", "below") * 2 + ("between", "is", "is_not")


def _number_operation(random: Random, low: int, high: int) -> tuple[str, Value]:
    operator = random.choice(_NUMBER_OPERATORS)
    if operator == "between":
        return operator, tuple(sorted((random.randint(low, high), random.randint(low, high))))
    return operator, random.randint(low, high)

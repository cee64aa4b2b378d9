"""What a network's `network.yaml` and `facts.yaml` may say.

These models check a file and print its JSON Schema (`channelwise schema network`); the
frozen objects that the engine works with are in `channelwise.networks.model`.
"""

import re
from typing import Annotated, Any, Final, Generic, Literal, Self, TypeVar

from pydantic import (
    AfterValidator,
    Field,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from channelwise.files.model import Api, Line, Part, Text
from channelwise.vocabulary import (
    Access,
    AccountKind,
    AgeBand,
    Answers,
    Attention,
    Confidence,
    Education,
    Format,
    Goal,
    Ingredient,
    Lead,
    LeansOn,
    Links,
    PostsWith,
    Register,
    Serves,
    Upkeep,
)

Value = TypeVar("Value")
NetworkId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
StrategyId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,59}$")]
CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Percent = Annotated[int, Field(ge=0, le=100)]

_DAY: Final = r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
_DATE: Final = re.compile(rf"({_DAY}(/{_DAY})?|undated)( \([^()]+\))?")


def _dated(date: str) -> str:
    if not _DATE.fullmatch(date):
        raise PydanticCustomError(
            "date",
            "write a date such as 2026-03-31, 2026-03 or 2026, a range such as 2026-01/2026-03, "
            "or undated; a remark in round brackets may follow",
            {"fa": "تاریخ را مثل 2026-03-31 یا 2026-03 یا 2026 بنویسید، بازه را مثل "
                   "2026-01/2026-03، و اگر تاریخ ندارد undated؛ بعدش توضیح در پرانتز هم می‌شود"},
        )  # fmt: skip
    return date


Date = Annotated[
    str, AfterValidator(_dated), Field(json_schema_extra={"pattern": f"^{_DATE.pattern}$"})
]


def _each_once(words: list[str]) -> list[str]:
    if len(words) != len(set(words)):
        raise PydanticCustomError(
            "twice", "names the same thing twice", {"fa": "یک چیز را دو بار نام می‌برد"}
        )
    return words


once: Final = AfterValidator(_each_once)


class Ground(Part):
    """What something rests on: a fact of this network's `facts.yaml`, or a judgement."""

    fact: Line | None = Field(None, description="id of a fact in facts.yaml")
    judgement: Line | None = Field(None, description="why we chose it, where no fact exists")

    @model_validator(mode="after")
    def rests_on_something(self) -> Self:
        if (self.fact is None) == (self.judgement is None):
            raise ValueError("give exactly one of `fact` or `judgement`")
        return self


class Grounded(Ground, Generic[Value]):
    """A value and what it rests on."""

    value: Value


class Traits(Part):
    """What rules can read of a network."""

    serves: Grounded[Serves]
    leads_with: Grounded[Lead]
    text_alone: Grounded[bool] = Field(description="true if a post needs no picture or video")
    upkeep: Grounded[Upkeep] = Field(description="how much steady time it takes to stay active")
    attention: Grounded[Attention]
    half_life_minutes: Grounded[Annotated[int, Field(ge=1)]] | None = None
    links: Grounded[Links] | None = None
    answers: Grounded[list[Answers]]
    register_: Grounded[Register] = Field(alias="register")
    local_discovery: Grounded[bool] | None = Field(
        None, description="true if people find nearby businesses by place there"
    )


class Audience(Part):
    """Who is there, in whole percent of the group that uses the network, by country."""

    use: dict[CountryCode, Grounded[Percent]] = Field({})
    ages: dict[CountryCode, dict[AgeBand, Grounded[Percent]]] = Field({})
    women: dict[CountryCode, Grounded[Percent]] = Field({})
    men: dict[CountryCode, Grounded[Percent]] = Field({})
    education: dict[CountryCode, dict[Education, Grounded[Percent]]] = Field({})


UnitName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]


class Counting(Ground):
    """The unit that texts are counted in: one of the core, or of the network's own plugin."""

    unit: UnitName = Field(description="code_points, utf16_units, utf8_bytes, graphemes, ...")
    strictest: UnitName | None = Field(
        None, description="the unit that counts most, where the source leaves open which it is"
    )
    note: Text | None = None
    reply_mentions: Grounded[Literal["free", "counted"]] | None = Field(
        None, description="free if mentions that begin an answer to somebody are not counted"
    )


class Limit(Part):
    """A limit of a format. `hard` needs an official or encoded claim; else it is a suggestion."""

    value: int | float | str | list[str]
    unit: Line | None = None
    counted_in: UnitName | None = Field(
        None, description="counting unit of a limit on text, where it is not the network's"
    )
    fact: Line
    claim: Line | None = Field(
        None, description="source of the claim under `also` of the fact that states the value"
    )
    hard: bool
    through: PostsWith | None = Field(
        None, description="the way of posting that it holds for, if not for both"
    )
    account: AccountKind | None = Field(
        None, description="the kind of account that it holds for, if not for all"
    )
    server: bool = Field(
        False, description="true if each server sets it; an account may then say its own"
    )
    checked: bool = Field(True, description="false if it is only told to people")
    when: Text | None = Field(None, description="the case it holds for, if not always")


def _not_evidence(name: str) -> str:
    """A part with a key `fact` or `judgement` rests on it, so no limit may have such a name."""
    if name in ("fact", "judgement"):
        raise PydanticCustomError(
            "limit_name", "a limit cannot be called 'fact' or 'judgement'",
            {"fa": "نام یک حد نمی‌تواند fact یا judgement باشد"},
        )  # fmt: skip
    return name


LimitName = Annotated[
    str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$"), AfterValidator(_not_evidence)
]


def _has_default(access: dict[str, Any]) -> dict[str, Any]:
    if "default" not in access:
        raise PydanticCustomError(
            "no_default", "'default' is missing: what holds in all other countries",
            {"fa": "default نیامده است: وضع در بقیهٔ کشورها"},
        )  # fmt: skip
    return access


AccessByCountry = Annotated[
    dict[CountryCode | Literal["default"], Grounded[Access]],
    AfterValidator(_has_default),
    Field(json_schema_extra={"required": ["default"]}),
]


class Like(Part):
    """Another format whose limits hold as well, where this one has none of the same name."""

    format: Format
    without: list[LimitName] = Field([], description="limits of that format that do not hold")


class FormatSpec(Part):
    available: Grounded[bool]
    note: Text | None = None
    tier: Line | None = Field(None, description="the tier of accounts that alone may post in it")
    through: PostsWith | None = Field(
        None, description="the only way of posting in it, if not both"
    )
    markdown: bool = Field(False, description="true if Markdown is shown as it is meant")
    like: Like | None = None
    limits: dict[LimitName, Limit] = Field({})


class AccountType(Part):
    id: StrategyId
    kind: AccountKind
    name: Text


class Tone(Part):
    """How one speaks there; shown with the strategies, and read by draft checks."""

    summary: Text
    voice: Text
    do: Annotated[list[Text], Field(min_length=2)]
    avoid: Annotated[list[Text], Field(min_length=2)]


class MinutesADay(Ground):
    """Minutes a day for listening and answering, for a small audience."""

    low: Annotated[int, Field(ge=0)]
    typical: Annotated[int, Field(ge=0)]
    high: Annotated[int, Field(ge=0)]

    @model_validator(mode="after")
    def rise(self) -> Self:
        if not self.low <= self.typical <= self.high:
            raise ValueError("low, typical and high must rise")
        return self


class Cadence(Ground):
    """Posts a week, from the least that is sensible to the upper end; `typical` is one of them."""

    steps: Annotated[list[Annotated[int, Field(ge=1, le=200)]], Field(min_length=2)]
    typical: int

    @model_validator(mode="after")
    def rises(self) -> Self:
        if self.steps != sorted(set(self.steps)):
            raise ValueError("steps must rise")
        if self.typical not in self.steps:
            raise ValueError("typical must be one of the steps")
        return self


class Strategy(Part):
    """What to post, in which formats, how often, for which goals, from which kind of account."""

    id: StrategyId
    name: Text
    summary: Text
    account: AccountKind
    needs: Annotated[list[Ingredient], Field(min_length=1), once] = Field(
        description="what it is made from; each counts the same"
    )
    formats: Annotated[list[Format], Field(min_length=1)] = Field(
        description="any one of them is enough; the best first"
    )
    goals: Annotated[list[Goal], Field(min_length=1)]
    leans_on: LeansOn
    sells: bool = Field(description="true if most posts sell")
    opinion: bool = Field(description="true if posts state a view")
    timely: bool = Field(description="true if a post is worth little a week later")
    tone: Text
    cadence: Cadence
    example: Text = Field(description="one idea for a first post, for an ordinary small business")


class Metric(Ground):
    """What to measure there; a benchmark needs a fact, a formula alone may be a judgement."""

    id: StrategyId
    name: Text
    kind: Literal["growth", "engagement", "reach", "response"]
    formula: Text
    denominator: Text | None = None
    benchmark: Text | None = None


class Network(Part):
    id: NetworkId
    name: Text
    summary: Text
    home: Line
    traits: Traits
    audience: Audience
    access: AccessByCountry
    goals: dict[Goal, Grounded[Percent]]
    counting: Counting | None = None
    threads: Grounded[bool] | None = Field(
        None, description="true if posts can be chained to a post of one's own, to be read on"
    )
    replies: Grounded[Literal["posts"]] | None = Field(
        None, description="posts if an answer to somebody is a post, with all limits of one"
    )
    formats: dict[Format, FormatSpec]
    account_types: Annotated[list[AccountType], Field(min_length=1)]
    tone: Tone
    community_minutes_a_day: MinutesADay
    strategies: Annotated[list[Strategy], Field(min_length=1)]
    metrics: Annotated[list[Metric], Field(min_length=1)]


class NetworkFile(Part):
    """The whole of `network.yaml`."""

    api: Api
    network: Network


class FactSource(Part):
    title: str
    address: str


class Claim(Part):
    """A competing or confirming value, with a source of its own."""

    value: str | int | float | bool | list[str] | dict[str, int | float | str]
    source: str
    date: Date
    confidence: Confidence
    note: str | None = None


class Fact(Claim):
    unit: str | None = None
    evidence: str | None = None
    also: list[Claim] = Field([])


class PackFactsFile(Part):
    """The whole of a rule pack's `facts.yaml`: as that of a network, without its name."""

    compiled: str
    licence: str
    sources: dict[str, FactSource]
    facts: dict[str, Fact]
    unknowns: list[str] = Field([])


class FactsFile(PackFactsFile):
    """The whole of `facts.yaml`."""

    network: NetworkId

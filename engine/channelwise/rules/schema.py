"""What a rule file may say, apart from its conditions (see `channelwise.rules.check`)."""

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, field_validator, model_validator
from pydantic_core import PydanticCustomError

from channelwise.files.model import Api, Part, Text, exactly
from channelwise.rules.model import MOST_POINTS, Topic
from channelwise.vocabulary import Criterion, Status

RuleId = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9_]*\.[a-z0-9]+(-[a-z0-9]+)*$", max_length=80),
]
ConditionName = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)
]
Amount = Annotated[int, Field(ge=-MOST_POINTS, le=MOST_POINTS)]
Source = Annotated[
    str,
    StringConstraints(
        pattern=r"^(seed#S\d+[ab]?|fact:[a-z]+#[^\s]+|judgement: .+)$", max_length=300
    ),
]


class PointsSpec(Part):
    criterion: Criterion
    add: Amount


class BandSpec(Part):
    at_most: int | None = Field(None, description="the last band may leave it out: no upper end")
    add: Amount


class BandsSpec(Part):
    criterion: Criterion
    by: str = Field(description="the number that decides: a field of kind number")
    steps: Annotated[list[BandSpec], Field(min_length=1)]

    @field_validator("steps")
    @classmethod
    def _rises(cls, steps: list[BandSpec]) -> list[BandSpec]:
        ends = [step.at_most for step in steps]
        inner = [end for end in ends[:-1] if end is not None]
        known = [end for end in ends if end is not None]
        if len(inner) != len(ends) - 1 or known != sorted(set(known)):
            raise PydanticCustomError(
                "bands_rise", "at_most must rise, and only the last band may leave it out",
                {"fa": "at_most باید رو به افزایش باشد و فقط پلهٔ آخر می‌تواند آن را نداشته باشد"},
            )  # fmt: skip
        return steps


class SaySpec(Part):
    topic: Topic
    text: Text


class Then(Part):
    """Exactly one effect."""

    points: PointsSpec | None = None
    bands: BandsSpec | None = None
    exclude: Annotated[Literal[True], exactly(True)] | None = None
    advise: SaySpec | None = None
    warn: SaySpec | None = None

    @model_validator(mode="after")
    def _one_effect(self) -> "Then":
        given = [name for name in self.model_fields_set if getattr(self, name) is not None]
        if len(given) != 1 or len(self.model_fields_set) != 1:
            raise PydanticCustomError(
                "one_effect", "a rule does exactly one of: points, bands, exclude, advise, warn",
                {"fa": "هر قاعده درست یکی از این‌ها را دارد: points، bands، exclude، advise، warn"},
            )  # fmt: skip
        return self


Fragment = dict[Literal["brief", "network", "strategy", "measure"], dict[str, Any]]


class Examples(Part):
    """At least one fragment on which the rule fires, and one on which it is surely silent."""

    fires: Annotated[list[Fragment], Field(min_length=1)]
    silent: list[Fragment] = Field([])


class RuleSpec(Part):
    id: RuleId
    status: Status = "stable"
    title: Text
    when: Any = Field(description="a condition, or `always`")
    then: Then
    because: Text
    source: Annotated[list[Source], Field(min_length=1)]
    examples: Examples


class RuleFile(Part):
    """The whole of a rule file."""

    api: Api
    conditions: dict[ConditionName, Any] = Field({})
    rules: list[RuleSpec] = Field([])

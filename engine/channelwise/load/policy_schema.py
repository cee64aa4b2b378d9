"""What `policy.yaml` and `minutes.yaml` may say."""

from typing import Annotated, Any

from pydantic import Field

from channelwise.errors import BadInput
from channelwise.files.model import Api, Line, Part, Text
from channelwise.files.problems import shape_problems
from channelwise.files.tree import Document
from channelwise.load.planning_schema import Rising, whole
from channelwise.vocabulary import Criterion, Format

Score = Annotated[int, Field(ge=0, le=100)]


class _ScaleText(Part):
    zero: Text
    half: Text
    full: Text


class _CriterionSpec(Part):
    base: Score
    weight: Score
    floor: Score
    name: Text
    scale: _ScaleText


class _Verdicts(Part):
    recommended: Score
    possible: Score


class PolicyFile(Part):
    """The whole of `policy.yaml`."""

    api: Api
    criteria: dict[Criterion, _CriterionSpec]
    verdicts: _Verdicts
    close_call: Score
    fact_shelf_life_months: Annotated[int, Field(ge=1)]
    judge_after_weeks: Annotated[int, Field(ge=1)]
    source: list[Line]


class _MinutesSpec(Rising):
    fact: Line


class MinutesFile(Part):
    """The whole of `minutes.yaml`."""

    api: Api
    make: Annotated[dict[Format, _MinutesSpec], whole(Format)]
    adapt: Annotated[dict[Format, _MinutesSpec], whole(Format)]


def checked(document: Document, model: type[Part]) -> dict[str, Any]:
    """The file's plain data, or BadInput with every problem."""
    problems = shape_problems(document, model)
    if problems:
        raise BadInput(problems)
    return dict(document.data)

"""The answer: which networks, with which strategies, and the proof of it.

Everything a person reads is there in English and Persian. All numbers are whole; the JSON of
equal input is equal byte for byte. Scores are points of a fixed 0-100 scale, `total` is the
exact sum of weight x criterion score, and `score` is total / weight sum, rounded half up.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from channelwise.rules.model import Topic
from channelwise.vocabulary import (
    AccountKind,
    Confidence,
    Criterion,
    Format,
    Goal,
    Ingredient,
    Verdict,
)


class Part(BaseModel):
    """Built on first use: a run that only prints a table never needs the JSON serialisers."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Said(Part):
    """One text in both languages."""

    en: str
    fa: str


class Ground(Part):
    """What a reason rests on. `old` is true if the source is past the shelf life."""

    id: str
    title: str
    address: str
    date: str
    confidence: Confidence
    old: bool


class Reason(Part):
    """A rule that fired. `weighted` = points x the criterion's weight."""

    rule: str
    title: Said
    text: Said
    criterion: Criterion | None
    points: int
    weighted: int
    grounds: list[Ground]


class CriterionResult(Part):
    """base + points, held to 0-100 = score; `clamped` tells that it had to be held."""

    criterion: Criterion
    base: int
    points: int
    score: int
    clamped: bool
    weight: int
    floor: int
    below_floor: bool


class CadenceAnswer(Part):
    """A sensible rhythm: the highest step up to the typical one that the hours carry alone."""

    posts: int
    minutes: int
    least_posts: int
    least_minutes: int
    typical_posts: int
    upper_posts: int


class StrategyAnswer(Part):
    """One content strategy; `formats` are those of its formats that can be made here."""

    id: str
    name: Said
    summary: Said
    account: AccountKind
    verdict: Verdict
    score: int
    tone: Said
    example: Said
    formats: list[Format]
    needs: list[Ingredient]
    missing: list[Ingredient] | None = Field(description="null if the brief does not tell")
    goals: list[Goal]
    cadence: CadenceAnswer | None


class ToneAnswer(Part):
    """How one speaks there."""

    summary: Said
    voice: Said
    do: list[Said]
    avoid: list[Said]


class MetricAnswer(Part):
    """What to measure there. A rate without its denominator says nothing, so both are given."""

    id: str
    name: Said
    kind: Literal["growth", "engagement", "reach", "response"]
    formula: Said
    denominator: Said | None
    benchmark: Said | None
    ground: Ground | None


class NetworkAnswer(Part):
    """One network: the score of its best strategy, the verdict and what led to it."""

    id: str
    name: Said
    summary: Said
    rank: int
    verdict: Verdict
    score: int
    total: int
    required: bool
    strategy: str
    account: AccountKind
    criteria: list[CriterionResult]
    reasons_for: list[Reason]
    reasons_against: list[Reason]
    exclusions: list[Reason]
    strategies: list[StrategyAnswer]
    tone: ToneAnswer
    metrics: list[MetricAnswer]
    not_evaluated: int = Field(description="rules that need an answer the brief leaves out")


class Advice(Part):
    """Something to do or to mind. Without networks it holds for all of them."""

    rule: str
    level: Literal["advice", "warning"]
    topic: Topic
    text: Said
    because: Said
    networks: list[str]
    grounds: list[Ground]


class Swap(Part):
    """The smallest change of one weight that would put the second network first."""

    criterion: Criterion
    weight: int
    becomes: int


class Certainty(Part):
    """How sure the top of the list is. `margin_tenths` are tenths of a point of score."""

    first: str | None
    second: str | None
    margin_tenths: int | None
    close_call: bool
    swap: Swap | None


class Question(Part):
    """The answer missing from the brief that could change the ranking most.

    Each of its possible answers was tried: `changes` lists those that change the order of the
    networks or a verdict, with the ranking they lead to.
    """

    field: str
    label: Said
    ask: Said
    changes: list["Possibility"]
    tried: int


class Possibility(Part):
    """One possible answer, and the networks it would recommend or call possible, in order."""

    answer: Said
    ranking: list[str]


class Together(Part):
    """Networks that the hours carry at once, taken in rank order at their least cadence.

    This is no plan: it shares no production between networks.
    """

    networks: list[str]
    minutes: int
    left_out: list[str]


class Recommendation(Part):
    """The whole answer to a brief."""

    form: Literal["channelwise.recommendation/1"] = "channelwise.recommendation/1"
    version: str
    rulebook: str = Field(description="fingerprint of rules and networks")
    as_of: str = Field(description="month against which the age of facts was judged")
    business: str
    minutes_a_week: int
    weights: dict[Criterion, int]
    ranking: list[NetworkAnswer]
    together: Together
    advice: list[Advice]
    judge_after_weeks: int = Field(description="weeks before success can be judged")
    certainty: Certainty
    question: Question | None
    notes: list[Said]

    def network(self, name: str) -> NetworkAnswer:
        """The answer on one network; KeyError if it is not among them."""
        for answer in self.ranking:
            if answer.id == name:
                return answer
        raise KeyError(name)


class Line(Part):
    """One line of a proof: a rule and its points on a criterion."""

    rule: str
    title: Said
    text: Said
    points: int
    grounds: list[Ground]


class Waiting(Part):
    """A scoring rule that could not be evaluated.

    `answers` are the fields of the brief that it waits for; `figures` is true if the network
    has no figure for it.
    """

    rule: str
    title: Said
    answers: list[str]
    figures: bool


class CriterionProof(Part):
    """base + the lines' points = sum, held to 0-100 = score."""

    result: CriterionResult
    lines: list[Line]


class Gap(Part):
    """One rule that tells this from the first: weighted points here and there.

    The rule `scale` stands for what holding a sum to 0-100 gave or took.
    """

    rule: str
    title: Said
    criterion: Criterion
    here: int
    there: int


class Edit(Part):
    """One change of the brief: what the field says now, and what it would have to say.

    With `adds`, `becomes` is only what is added to a list.
    """

    field: str
    label: Said
    adds: bool
    was: Said
    becomes: Said


class Change(Part):
    """The smallest change found that brings the network in; verified by running it.

    `reachable` is false if it changes what the business is, which no owner simply does.
    """

    edits: list[Edit]
    reachable: bool
    verdict: Verdict
    score: int
    rank: int


class Explanation(Part):
    """Why one network stands where it stands, to the last point."""

    form: Literal["channelwise.explanation/1"] = "channelwise.explanation/1"
    version: str
    rulebook: str
    as_of: str
    business: str
    network: str
    name: Said
    strategy: str
    strategy_name: Said
    rank: int | None = Field(description="null for a strategy that is not the network's best")
    verdict: Verdict
    score: int
    total: int
    weight_sum: int
    exclusions: list[Reason]
    criteria: list[CriterionProof]
    waiting: list[Waiting]
    first: str | None
    first_name: Said | None
    gaps: list[Gap]
    change: Change | None
    tried: int
    other_strategies: list[StrategyAnswer]

"""The weights file: scales, weights, floors, verdicts, and what a piece costs in minutes."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from channelwise.load.planning import Minutes, Planning, planning
from channelwise.text import Text
from channelwise.vocabulary import CRITERIA, Criterion, Format


@dataclass(frozen=True, slots=True)
class Scale:
    """One criterion: score before any rule (`base`), weight, floor, what 0, 50 and 100 mean."""

    base: int
    weight: int
    floor: int
    name: Text
    zero: Text
    half: Text
    full: Text


@dataclass(frozen=True, slots=True)
class Policy:
    """What turns fired rules into verdicts. Thresholds are points of the 0-100 scale."""

    scales: Mapping[Criterion, Scale]
    recommended: int
    possible: int
    close_call: int
    shelf_life_months: int
    judge_after_weeks: int
    planning: Planning

    @property
    def make(self) -> Mapping[Format, Minutes]:
        """Minutes for one piece of each format."""
        return self.planning.make


def policy(plain: Mapping[str, Any], minutes: Mapping[str, Any], plan: Mapping[str, Any]) -> Policy:
    """From the checked data of `policy.yaml`, `minutes.yaml` and `plan.yaml`."""
    return Policy(
        scales=MappingProxyType({name: _scale(plain["criteria"][name]) for name in CRITERIA}),
        recommended=plain["verdicts"]["recommended"],
        possible=plain["verdicts"]["possible"],
        close_call=plain["close_call"],
        shelf_life_months=plain["fact_shelf_life_months"],
        judge_after_weeks=plain["judge_after_weeks"],
        planning=planning(plan, minutes),
    )


def _scale(plain: Mapping[str, Any]) -> Scale:
    texts = {key: Text.of(plain["scale"][key]) for key in ("zero", "half", "full")}
    return Scale(plain["base"], plain["weight"], plain["floor"], Text.of(plain["name"]), **texts)

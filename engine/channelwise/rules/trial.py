"""Runs the examples that every rule carries: it must fire on some and stay silent on others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from channelwise.brief.answers import Value
from channelwise.rules.condition import Truth, truth
from channelwise.rules.fields import flat
from channelwise.rules.model import Bands, Rule

_SAYS: Final[dict[Truth, str]] = {
    True: "fires",
    False: "stays silent",
    None: "cannot be told: a field it reads is missing",
}


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that does not do what it says. `number` counts from 1."""

    rule: str
    place: str
    expected: str
    number: int
    found: str

    def __str__(self) -> str:
        return (
            f"{self.place}: {self.rule}: example {self.number} under '{self.expected}': "
            f"the rule {self.found}"
        )


def failures(rule: Rule) -> Iterator[Failure]:
    """Examples of one rule that fail. A silent example must be surely false, not
    unknown; only a banded rule may also wait for its number.
    """
    for expected, wanted in (("fires", True), ("silent", False)):
        for number, fragment in enumerate(rule.examples.get(expected, ()), 1):
            seen = values(fragment)
            found = fires(rule, seen)
            if found is not wanted and not _waits(rule, seen, expected):
                yield Failure(rule.id, rule.place, expected, number, _SAYS[found])


def _waits(rule: Rule, seen: Mapping[str, Value], expected: str) -> bool:
    """A banded rule without its number is silent; `when: always` could not be shown otherwise."""
    return expected == "silent" and isinstance(rule.then, Bands) and rule.then.by not in seen


def values(fragment: Mapping[str, Any]) -> dict[str, Value]:
    """The fields that an example sets, with lists of words as sets."""
    return {
        name: frozenset(value) if isinstance(value, list) else value
        for name, value in flat(fragment)
    }


def fires(rule: Rule, seen: Mapping[str, Value]) -> Truth:
    """Whether the rule does something, given these values; bands count as part of it."""
    holds = truth(rule.when, seen)
    if not isinstance(rule.then, Bands) or holds is False:
        return holds
    number = seen.get(rule.then.by)
    if number is None:
        return None
    last = rule.then.steps[-1].at_most
    inside = last is None or (isinstance(number, int | float) and number <= last)
    return holds if inside else False

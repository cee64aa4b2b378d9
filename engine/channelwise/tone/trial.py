"""Runs the examples that every tone rule carries: it must find some, and leave others alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

from channelwise.check.model import Finding
from channelwise.drafts.model import Draft, Media, Spot
from channelwise.recommend.grounds import Clock
from channelwise.tone.context import AccountFacts, Context
from channelwise.tone.findings import tone_findings
from channelwise.tone.model import ToneRule

_START: Final = Spot(1, 1)
# The age of a source plays no part in a trial.
_ANY_DAY: Final = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that does not do what it says. `number` counts from 1."""

    rule: str
    place: str
    expected: str
    number: int
    found: str

    def __str__(self) -> str:
        example = f"example {self.number} under '{self.expected}'"
        return f"{self.place}: {self.rule}: {example}: {self.found}"


def trial(rule: ToneRule) -> Iterator[Failure]:
    """The examples of a rule that fail. One that passes must pass surely: a rule that could
    not be evaluated has found nothing, and proved nothing.
    """
    for expected in ("fails", "passes"):
        for number, example in enumerate(rule.examples[expected], 1):
            said = _wrong(judged(rule, example), expected)
            if said:
                yield Failure(rule.id, rule.place, expected, number, said)


def _wrong(findings: Sequence[Finding], expected: str) -> str:
    unsure = [finding.code for finding in findings if finding.state == "not_evaluated"]
    found = [finding for finding in findings if finding.state == "found"]
    if unsure:
        return f"the rule cannot be evaluated ({', '.join(unsure)})"
    if expected == "fails" and not found:
        return "the rule finds nothing"
    return f"the rule finds: {found[0].message.en}" if expected == "passes" and found else ""


def judged(rule: ToneRule, example: Mapping[str, Any]) -> list[Finding]:
    """What one rule finds in an example; that of a network's own rule is a draft for it."""
    situations = [_own(one, rule.network) for one in example.get("drafts", [example])]
    drafts = [draft(situation, number) for number, situation in enumerate(situations)]
    return tone_findings([rule], drafts, context(situations, rule.network))


def _own(situation: Mapping[str, Any], network: str | None) -> Mapping[str, Any]:
    """The situation, on the network whose rule is tried."""
    if network is None:
        return situation
    return {**situation, "network": {"id": network, **(situation.get("network") or {})}}


def draft(situation: Mapping[str, Any], number: int = 0) -> Draft:
    """The draft of a situation; its network and account are named after its number."""
    day = situation.get("schedule")
    media = situation.get("media", ())
    return Draft(
        file=f"draft{number}.md", source=situation["text"], text=situation["text"], text_at=_START,
        networks=(_network(situation),) if situation.get("network") is not None else (),
        account=_account(situation, number), kind=situation.get("kind"),
        format=situation.get("format"), language=situation.get("language"),
        media=tuple(Media(Path("a.jpg"), "a.jpg", one.get("alt"), _START) for one in media),
        link=situation.get("link"), reply=situation.get("reply", False),
        schedule=datetime.fromisoformat(day).replace(tzinfo=UTC) if day else None,
    )  # fmt: skip


def context(situations: Sequence[Mapping[str, Any]], own: str | None = None) -> Context:
    """What is known around the drafts of these situations."""
    return Context(
        networks={
            _network(one): SimpleNamespace(values=_values(one["network"], own))
            for one in situations
            if one.get("network") is not None
        },
        accounts={
            _account(one, number) or "": AccountFacts(
                one.get("kind"), _topics(one), one.get("voice"), one.get("language")
            )
            for number, one in enumerate(situations)
        },
        clock=Clock(_ANY_DAY, 24),
    )


def _network(situation: Mapping[str, Any]) -> str:
    """Networks with the same traits are the same network."""
    return str(situation["network"].get("id") or f"acme-{sorted(situation['network'].items())}")


def _account(situation: Mapping[str, Any], number: int) -> str | None:
    return situation.get("account") or f"account{number}"


def _topics(situation: Mapping[str, Any]) -> tuple[str, ...] | None:
    topics = situation.get("topics")
    return None if topics is None else tuple(topics)


def _values(traits: Mapping[str, Any], own: str | None) -> dict[str, Any]:
    found = {
        f"network.{name}": frozenset(value) if isinstance(value, list) else value
        for name, value in traits.items()
    }
    return {"network.id": own, **found} if own else found

"""Rules and codes as plain data, ready for JSON; texts are `{en, fa}`."""

from collections.abc import Sequence
from typing import Any

from channelwise.evidence import Evidence
from channelwise.reference.catalogue import Catalogue, Code
from channelwise.reference.conditions import as_data
from channelwise.reference.model import LimitLine, Sample, Sheet
from channelwise.rules.model import Band, Bands, Effect, Exclude, Points, Rule, Say
from channelwise.text import Text
from channelwise.tone.model import ToneRule


def row(one: Rule | ToneRule | Code) -> dict[str, Any]:
    """A rule or code in a list."""
    if isinstance(one, Rule):
        return {**_shared(one), "kind": "scoring", "reads": sorted(one.reads)}
    if isinstance(one, ToneRule):
        return {**_shared(one), "kind": "tone", "level": one.level}
    network = one.network
    return {
        "id": one.id, "kind": "check", "network": network.id if network else None,
        "origin": network.origin if network else "core",
    }  # fmt: skip


def _shared(one: Rule | ToneRule) -> dict[str, Any]:
    return {
        "id": one.id, "status": one.status, "scope": one.scope, "network": one.network,
        "origin": one.origin, "title": one.title._asdict(),
        "sources": [source.id for source in one.sources],
    }  # fmt: skip


def full(one: Rule | ToneRule | Code, catalogue: Catalogue) -> dict[str, Any]:
    """All that is shown of a rule or code."""
    if isinstance(one, Rule):
        return {
            **row(one), "because": one.because._asdict(), "when": as_data(one.when),
            "then": _effect(one.then), "examples": dict(one.examples), "place": one.place,
            "sources": _sources(one.sources),
        }  # fmt: skip
    sheet = catalogue.sheet(one)
    return {**row(one), **_sheet(sheet)} if isinstance(one, Code) else _tone(one, sheet)


def _tone(one: ToneRule, sheet: Sheet) -> dict[str, Any]:
    examples = {"fails": _samples(sheet.fails), "passes": _samples(sheet.passes)}
    audience = [
        {"label": line.label._asdict(), "text": line.text._asdict()} for line in sheet.audience
    ]
    return {
        **row(one), **_sheet(sheet), "level": sheet.level, "for": audience, "examples": examples,
        "place": one.place,
    }  # fmt: skip


def _sheet(sheet: Sheet) -> dict[str, Any]:
    texts = ("title", "what", "because", "instead")
    found: dict[str, Any] = {name: getattr(sheet, name)._asdict() for name in texts}
    if sheet.levels:
        found["levels"] = sheet.levels._asdict()
        found["limits"] = [_limit(line) for line in sheet.limits]
    else:
        found["sources"] = _sources(sheet.sources)
    return found


def _limit(line: LimitLine) -> dict[str, Any]:
    return {
        "name": line.name, "formats": list(line.formats), "tier": line.tier, "value": line.value,
        "unit": line.unit, "counted": _text(line.counted), "amount": line.amount._asdict(),
        "level": line.level, "when": _text(line.when),
        "source": _source(line.source) if line.source else None,
    }  # fmt: skip


def _text(text: Text | None) -> dict[str, str] | None:
    return text._asdict() if text else None


def _samples(some: Sequence[Sample]) -> list[dict[str, Any]]:
    return [
        {
            "drafts": [{"text": one.text, "given": _text(one.given)} for one in sample.drafts],
            "found": [one.message.model_dump() for one in sample.findings],
        }
        for sample in some
    ]


def _sources(sources: Sequence[Evidence]) -> list[dict[str, Any]]:
    return [_source(one) for one in sources]


def _source(one: Evidence) -> dict[str, Any]:
    names = ("id", "title", "address", "date", "confidence")
    return {name: getattr(one, name) for name in names}


def _effect(effect: Effect) -> dict[str, Any]:
    match effect:
        case Points(criterion, add):
            return {"points": {"criterion": criterion, "add": add}}
        case Bands(criterion, by, steps):
            bands = [_band(step) for step in steps]
            return {"bands": {"criterion": criterion, "by": by, "steps": bands}}
        case Exclude():
            return {"exclude": True}
        case Say(level, topic, text):
            return {level: {"topic": topic, "text": text._asdict()}}


def _band(step: Band) -> dict[str, int]:
    ends = {"above": step.above, "at_most": step.at_most, "add": step.add}
    return {name: value for name, value in ends.items() if value is not None}

"""`channelwise schema`: what is printed really describes our files and answers."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from channelwise import Engine, read_brief
from channelwise.cli.main import main
from channelwise.cli.schema import KINDS
from channelwise.files.read import read_document
from known import changed, engine, examples

ROOT = Path(__file__).parents[2]
AS_OF = date(2026, 11, 1)


def schema(kind: str) -> dict[str, Any]:
    result = CliRunner().invoke(main, ["schema", kind])
    assert result.exit_code == 0, result.output
    return dict(json.loads(result.stdout))


def wrong(kind: str, data: Any) -> list[str]:
    return [error.message for error in Draft202012Validator(schema(kind)).iter_errors(data)]


def files() -> Iterator[tuple[str, Path]]:
    yield from (("brief", path) for path in sorted(ROOT.glob("examples/*.yaml")))
    yield from (("network", path) for path in sorted(ROOT.glob("plugins/*/*/network.yaml")))
    yield from (("facts", path) for path in sorted(ROOT.glob("plugins/*/*/facts.yaml")))
    yield from (("rules", path) for path in sorted(ROOT.glob("plugins/*/*/rules.yaml")))
    rules = ROOT / "rules" / "channelwise_rules"
    yield from (("rules", path) for path in sorted(rules.glob("*.yaml")) if _is_rules(path))


def _is_rules(path: Path) -> bool:
    return path.name not in ("policy.yaml", "minutes.yaml", "plan.yaml")


@pytest.mark.parametrize("kind", KINDS)
def test_is_a_schema(kind: str) -> None:
    """Each printed schema is itself a valid JSON Schema of draft 2020-12."""
    Draft202012Validator.check_schema(schema(kind))


def _name(value: Any) -> str:
    return f"{value.parent.name}/{value.name}" if isinstance(value, Path) else str(value)


@pytest.mark.parametrize(("kind", "path"), list(files()), ids=_name)
def test_our_files_fit(kind: str, path: Path) -> None:
    """Every example, network, facts and rule file of the project fits its schema."""
    assert wrong(kind, read_document(path).data) == []


def test_answers_fit() -> None:
    """A recommendation and an explanation fit their schemas."""
    engine = Engine.load()
    brief = read_brief(ROOT / "examples" / "coach.yaml")
    answer = engine.recommend(brief, as_of=AS_OF)
    assert wrong("recommendation", answer.model_dump(mode="json")) == []
    for network in answer.ranking:
        proof = engine.explain(brief, network.id, as_of=AS_OF)
        assert wrong("explanation", proof.model_dump(mode="json")) == []


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("brief", {"business": {"name": "A"}, "audience": {"kind": "b2x"}}),
        ("rules", {"api": 1, "rules": [{"id": "a.b", "when": {"brief.time.peple": {"is": 1}}}]}),
        ("rules", {"api": 1, "conditions": {"a": {"brief.time.people": {"has_any": [1]}}}}),
        ("network", {"api": 2, "network": {}}),
        ("recommendation", {"form": "other"}),
    ],
)
def test_refuses_what_is_wrong(kind: str, data: Any) -> None:
    """A schema refuses unknown words, fields and operators."""
    assert wrong(kind, data)


@pytest.mark.parametrize("hours", [0.5, 5])
def test_plans_fit(hours: float) -> None:
    """A plan fits its schema, with and without the hours for anything."""
    brief = changed(examples()["bakery"], time__hours_per_week=hours)
    found = engine().plan(brief, start=AS_OF, frontier=hours < 1)
    assert wrong("plan", found.model_dump(mode="json")) == []

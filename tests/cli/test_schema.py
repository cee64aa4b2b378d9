"""`channelwise schema`: what is printed really describes our files and answers."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from channelwise import Engine, read_brief
from channelwise.cli.main import main
from channelwise.cli.schema import KINDS
from channelwise.errors import BadInput
from channelwise.files.read import parse_document, read_document
from channelwise.tone.check import lexicon_file, tone_file
from helpers_pack import LEXICON, RULES
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
    yield from (("tone", path) for path in sorted(rules.glob("tone/*.yaml")))
    yield from (("tone", path) for path in sorted(ROOT.glob("plugins/*/*/tone.yaml")))
    yield from (("lexicon", path) for path in sorted(rules.glob("lexicons/*.yaml")))


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


def test_drafts_fit() -> None:
    """A draft in JSON, alone or in a list, fits the schema, and a misspelt field does not."""
    one = {"text": "Bread", "networks": ["acme"], "media": [{"file": "a.png", "alt": "Rye"}]}
    assert wrong("draft", one) == wrong("draft", [one, {"text": "B"}]) == []
    for bad in ({"networks": "acme"}, {**one, "network": "acme"}, [], [{"text": 1}]):
        assert wrong("draft", bad)


@pytest.mark.parametrize("hours", [0.5, 5])
def test_plans_fit(hours: float) -> None:
    """A plan fits its schema, with and without the hours for anything."""
    brief = changed(examples()["bakery"], time__hours_per_week=hours)
    found = engine().plan(brief, start=AS_OF, frontier=hours < 1)
    assert wrong("plan", found.model_dump(mode="json")) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kind: existence", "kind: existance"),
        ("level: warning", "level: warn"),
        ("level: warning", "level: error"),
        ("level: warning", "level: warning\n    status: preview"),
        ("id: acme_tone.noise", "id: Noise"),
        ("find: {lexicons: [acme-noise, slang]}", "find: {}"),
        ("find: {lexicons: [acme-noise, slang]}", "find: {words: {de: [laut]}}"),
        ("find: {lexicons: [acme-noise, slang]}", "find: {words: {en: [a]}, patterns: }"),
        ("because: {en: Nobody can hear you over it., fa:", "because: {fa:"),
        ("    source:", "    scope: first line\n    source:"),
        ("    source:", "    for: {networks: {network.regster: {is: business}}}\n    source:"),
        ("    source:", "    for: {networks: {network.register: {is: busness}}}\n    source:"),
        ("    source:", "    for: {networks: {brief.time.people: {is: 1}}}\n    source:"),
        ("text: A quiet day}", "text: A quiet day, network: {regster: business}}"),
        ("text: A quiet day}", "text: A quiet day, network: {register: busness}}"),
        (", {language: en, text: My tennis racket broke}", ""),
        ("kind: existence", "kind: occurrence"),
        (
            "kind: existence",
            "kind: occurrence\n    more_than: {times: 2}\n    fewer_than: {times: 1}",
        ),
        ("kind: existence", "kind: conditional"),
        ("api: 1", "api: 2"),
    ],
)
def test_refuses_wrong_tone_rules(old: str, new: str) -> None:
    """Whatever of a tone file its schema can tell, it tells; the checked loader agrees."""
    assert wrong("tone", yaml.safe_load(RULES)) == []
    assert old in RULES
    text = RULES.replace(old, new, 1)
    assert wrong("tone", yaml.safe_load(text))
    with pytest.raises(BadInput):
        tone_file(parse_document(text, "t.yaml", "yaml"), {"acme-noise": {}, "slang": {}}, {}, None)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("id: acme-noise", "id: acme_noise"),
        ("licence: Ours.", "license: Ours."),
        ("note: noise, ", ""),
        ("[plural]", "[ending]"),
        ("words: [racket]", "words: []"),
        (", words: [racket]", ""),
        ("language: en, note: noise", "language: de, note: noise"),
    ],
)
def test_refuses_wrong_lexicons(old: str, new: str) -> None:
    """Whatever of a lexicon its schema can tell, it tells; the checked loader agrees."""
    assert wrong("lexicon", yaml.safe_load(LEXICON)) == []
    assert old in LEXICON
    text = LEXICON.replace(old, new, 1)
    assert wrong("lexicon", yaml.safe_load(text))
    with pytest.raises(BadInput):
        lexicon_file(parse_document(text, "acme-noise.yaml", "yaml"))


def test_conditions_on_networks_fit() -> None:
    """A condition with groups, names and fields of networks passes, as the rules use it."""
    condition = "{any: [{network.register: {in: [business]}}, {not: {network.local_discovery: {is: true}}}]}"
    text = RULES.replace("    source:", f"    for: {{networks: {condition}}}\n    source:")
    assert wrong("tone", yaml.safe_load(text)) == []

"""The JSON Schema of drafts: what it takes is what is read, and nothing else."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from channelwise.drafts.read import read_drafts
from channelwise.drafts.schema import draft_schema
from channelwise.errors import BadInput

WHOLE: dict[str, Any] = {
    "text": "Bread at six", "networks": ["acme"], "account": "shop", "kind": "business",
    "format": "image", "language": "en", "title": "Bread", "link": "https://acme.example/a",
    "media": [{"file": "a.png", "alt": "Rye"}, "b.png"], "poll": ["a", "b"], "reply": False,
    "schedule": "2026-11-23T09:30",
    "ignore": [{"code": "acme.hashtags", "reason": "we like it", "until": "2026-12-31"}],
}  # fmt: skip
WRONG: dict[str, Any] = {
    "text": 5, "networks": 5, "account": [], "kind": "firm", "format": "imagee", "language": "English",
    "title": "", "link": "acme.example", "media": 5, "poll": "a", "reply": "yes",
    "schedule": "tomorrow", "ignore": {"code": "a", "reason": "b"},
}  # fmt: skip


def fits(data: Any) -> bool:
    return not list(Draft202012Validator(draft_schema()).iter_errors(data))


def is_read(data: Any, folder: Path) -> bool:
    (folder / "a.json").write_text(json.dumps(data), encoding="utf-8")
    try:
        read_drafts([str(folder / "a.json")])
    except BadInput:
        return False
    return True


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(draft_schema())


@pytest.mark.parametrize("data", [WHOLE, [WHOLE, {"text": "A"}], {"text": "A", "title": None}])
def test_what_is_read_fits(data: Any, tmp_path: Path) -> None:
    assert fits(data) and is_read(data, tmp_path)


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_value_of_each_field_does_neither(name: str, tmp_path: Path) -> None:
    """Every field is in the schema, with what it may hold."""
    assert set(WRONG) == set(WHOLE)
    data = {**WHOLE, name: WRONG[name]}
    assert not fits(data) and not is_read(data, tmp_path)


@pytest.mark.parametrize(
    "data", [[], [5], {}, "a", {"text": "A", "unknown": 1}, [{"text": "A"}] * 20_001]
)
def test_what_is_no_draft_does_neither(data: Any, tmp_path: Path) -> None:
    assert not fits(data) and not is_read(data, tmp_path)


def test_editors_ask_for_a_reason() -> None:
    """The check tells a missing reason at its place; an editor tells it while it is written."""
    data = {"text": "A", "ignore": [{"code": "acme.length"}]}
    assert not fits(data)

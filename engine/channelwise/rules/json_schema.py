"""The JSON Schema of rule files, for editors. Conditions are generated from the field list."""

from collections.abc import Iterable
from typing import Any, Final

from channelwise.rules.fields import CATALOGUE, OPERATORS, Field, Kind
from channelwise.rules.schema import RuleFile

_CONDITION: Final = {"$ref": "#/$defs/Condition"}


def rule_file_schema() -> dict[str, Any]:
    """Draft 2020-12; knows every field, its operators and its words."""
    schema = RuleFile.model_json_schema()
    defs = schema["$defs"]
    defs["Condition"] = condition_schema(CATALOGUE.values())
    defs["RuleSpec"]["properties"]["when"] = {"anyOf": [{"const": "always"}, _CONDITION]}
    defs["BandsSpec"]["properties"]["by"] = {"enum": sorted(_numbers())}
    schema["properties"]["conditions"] = {"type": "object", "additionalProperties": _CONDITION}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "channelwise rules",
    } | {key: value for key, value in schema.items() if key != "title"}


def _numbers() -> list[str]:
    return [field.name for field in CATALOGUE.values() if field.kind == "number"]


def condition_schema(fields: Iterable[Field]) -> dict[str, Any]:
    """The schema of a condition that can read these fields; it is to stand under `Condition`."""
    known = tuple(fields)
    group = {"type": "array", "minItems": 1, "items": _CONDITION}
    return {
        "type": "object",
        "minProperties": 1,
        "additionalProperties": False,
        "properties": {
            "all": {**group, "description": "true if all of them are"},
            "any": {**group, "description": "true if one of them is"},
            "not": _CONDITION,
            "condition": {"type": "string", "description": "a named condition"},
            **{field.name: _field(field, known) for field in known},
        },
    }


def _field(field: Field, known: Iterable[Field]) -> dict[str, Any]:
    return {
        "type": "object",
        "description": field.meaning,
        "minProperties": 1,
        "additionalProperties": False,
        "properties": {op: _operand(field, op, known) for op in OPERATORS[field.kind]},
    }


def _operand(field: Field, operator: str, known: Iterable[Field]) -> dict[str, Any]:
    one = value_schema(field)
    if operator == "between":
        return {"type": "array", "minItems": 2, "maxItems": 2, "items": one}
    if operator in ("in", "not_in", "has_any", "has_all", "has_none"):
        return {"type": "array", "minItems": 1, "items": one}
    if field.kind in ("number", "word"):
        return {"anyOf": [one, _reference(field.kind, known)]}
    return one


def value_schema(field: Field) -> dict[str, Any]:
    """The schema of one value of a field; of a field with several, that of each."""
    if field.kind == "number":
        return {"type": "number"}
    if field.kind == "flag":
        return {"type": "boolean"}
    return {"enum": list(field.words)} if field.words else {"type": "string"}


def _reference(kind: Kind, known: Iterable[Field]) -> dict[str, Any]:
    names = [field.name for field in known if field.kind == kind]
    return {
        "type": "object",
        "required": ["field"],
        "additionalProperties": False,
        "properties": {"field": {"enum": names}},
    }

"""The JSON Schemas of tone files and lexicons, for editors.

Generated from the models of `channelwise.tone.schema`; conditions and traits come from the list
of fields. What only a reader of the whole file can tell (a lexicon that is named and not there,
a pattern that is not bounded) is told by `channelwise.tone.check`.
"""

from typing import Any, Final

from pydantic import BaseModel

from channelwise.rules.fields import CATALOGUE, Field
from channelwise.rules.json_schema import condition_schema, value_schema
from channelwise.tone.forms import LANGUAGES
from channelwise.tone.schema import LexiconFile, ToneFile

Schema = dict[str, Any]

# Of these keys exactly one is given, as the models check it.
_ONE_OF: Final = {
    "Occurrence": ("more_than", "fewer_than"),
    "Conditional": ("must", "must_not"),
    "Metric": ("more_than", "fewer_than"),
    "ShareSpec": ("more_than_percent", "fewer_than_percent"),
    "OverSet": ("share", "same_text", "quiet"),
    "Group": ("words", "verbs"),
}
_ANY_OF: Final = {
    "FindSpec": ("lexicons", "words", "patterns"),
    "CountedSpec": ("find", "metric"),
    "VerbSpec": ("past", "present"),
    "DenialSpec": ("before", "after"),
}
_RULES: Final = (
    "Existence", "Substitution", "Occurrence", "Conditional", "Metric", "Consistency", "OverSet",
)  # fmt: skip
_ERROR_NEEDS_A_FACT: Final = {
    "if": {"properties": {"level": {"const": "error"}}, "required": ["level"]},
    "then": {"properties": {"source": {"contains": {"pattern": "^fact:"}}}},
}
_PREVIEW_IS_A_NOTE: Final = {
    "if": {"properties": {"status": {"const": "preview"}}, "required": ["status"]},
    "then": {"properties": {"level": {"const": "note"}}},
}


def tone_file_schema() -> Schema:
    """Draft 2020-12, for a file of tone rules."""
    schema = _made(ToneFile, "channelwise tone")
    defs = schema["$defs"]
    fields = [field for name, field in CATALOGUE.items() if name.startswith("network.")]
    defs["Condition"] = condition_schema(fields)
    defs["ForSpec"]["properties"]["networks"] = {"$ref": "#/$defs/Condition"}
    defs["Traits"] = _traits(fields)
    for name in ("SituationSpec", "ExampleSpec"):
        defs[name]["properties"]["network"] = {"$ref": "#/$defs/Traits"}
    for name in _RULES:
        defs[name]["allOf"] = [_ERROR_NEEDS_A_FACT, _PREVIEW_IS_A_NOTE]
    return schema


def lexicon_file_schema() -> Schema:
    """Draft 2020-12, for a lexicon."""
    schema = _made(LexiconFile, "channelwise lexicon")
    schema["$defs"]["Group"]["allOf"] = list(_forms())
    return schema


def _made(model: type[BaseModel], title: str) -> Schema:
    schema = _without_null(model.model_json_schema())
    for table, keyword in ((_ONE_OF, "oneOf"), (_ANY_OF, "anyOf")):
        for name, keys in table.items():
            if name in schema["$defs"]:
                schema["$defs"][name][keyword] = [{"required": [key]} for key in keys]
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
    return head | {key: value for key, value in schema.items() if key != "title"}


def _without_null(part: Any) -> Any:
    """The same without "or null": what does not matter is left out of a file, and never empty."""
    if isinstance(part, list):
        return [_without_null(one) for one in part]
    if not isinstance(part, dict):
        return part
    kept = {key: _without_null(one) for key, one in part.items() if (key, one) != ("default", None)}
    choices = [one for one in kept.get("anyOf", ()) if one != {"type": "null"}]
    if len(choices) == 1:
        del kept["anyOf"]
        return {**choices[0], **kept}
    return {**kept, "anyOf": choices} if choices else kept


def _traits(fields: list[Field]) -> Schema:
    """The network of an example: any of its fields, without `network.` before them."""
    return {
        "type": "object",
        "description": "traits, such as {register: business}",
        "additionalProperties": False,
        "properties": {field.name.removeprefix("network."): _trait(field) for field in fields},
    }


def _trait(field: Field) -> Schema:
    one = {"description": field.meaning, **value_schema(field)}
    several = {"type": "array", "items": value_schema(field)}
    return {"anyOf": [one, several]} if field.kind in ("words", "texts") else one


def _forms() -> list[Schema]:
    """Each language has forms of its own."""
    return [
        {
            "if": {"properties": {"language": {"const": language}}, "required": ["language"]},
            "then": {"properties": {"forms": {"items": {"enum": list(forms)}}}},
        }
        for language, forms in LANGUAGES.items()
    ]

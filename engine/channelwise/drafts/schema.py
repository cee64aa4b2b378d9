"""The JSON Schema of drafts, for editors: of JSON files, which hold one draft or a list."""

from typing import Any

from channelwise.drafts.fields import JsonFields
from channelwise.drafts.places import MOST_FILES


def draft_schema() -> dict[str, Any]:
    """The schema of a JSON file of drafts; without `text`, its object is that of a front matter.

    Example:
        >>> sorted(draft_schema())
        ['$defs', 'anyOf', 'description']
    """
    one = JsonFields.model_json_schema()
    parts = {**one.pop("$defs", {}), "Draft": one}
    ref = {"$ref": "#/$defs/Draft"}
    some = {"type": "array", "items": ref, "minItems": 1, "maxItems": MOST_FILES}
    return {
        "description": "One draft of a post, or a list of them.",
        "anyOf": [ref, some],
        "$defs": parts,
    }

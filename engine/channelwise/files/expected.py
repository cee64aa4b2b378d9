"""What each kind of pydantic error says was expected, as the key and values of a message."""

import re
from typing import Any, Final, NamedTuple

from pydantic_core import ErrorDetails

from channelwise.files.say import listed
from channelwise.files.show import found, printable


class Said(NamedTuple):
    """The key of a message and what fills it."""

    key: str
    values: dict[str, str]


# Errors that say "another type": of the branches of a union, all of them are reported.
TYPES: Final = {
    "int_type": "whole_number", "int_parsing": "whole_number", "int_from_float": "whole_number",
    "int_parsing_size": "whole_number", "float_type": "number", "float_parsing": "number",
    "finite_number": "number", "string_type": "text", "string_sub_type": "text",
    "bool_type": "flag", "bool_parsing": "flag", "list_type": "list", "tuple_type": "list",
    "set_type": "list", "frozen_set_type": "list", "iterable_type": "list",
    "dict_type": "mapping", "mapping_type": "mapping", "model_type": "mapping",
    "model_attributes_type": "mapping", "dataclass_type": "mapping", "none_required": "nothing",
    "date_type": "date", "date_from_datetime_parsing": "date", "date_parsing": "date",
}  # fmt: skip
LITERALS: Final = frozenset(("literal_error", "enum"))

_PATTERNS: Final = {
    "^[A-Z]{2}$": "country",
    "^[a-z][a-z0-9_]*$": "id",
    "^[a-z][a-z0-9-]*$": "kebab_id",
}
_REPEAT: Final = re.compile(r"\{0,\d+\}(?=\$$)")
_WORD: Final = re.compile(r"'([^']*)'|\"([^\"]*)\"|(-?[\w.]+)")
_BOUNDS: Final = {
    "greater_than_equal": ("at_least", "low", "ge"),
    "less_than_equal": ("at_most", "high", "le"),
    "greater_than": ("above", "low", "gt"),
    "less_than": ("below", "high", "lt"),
}
_LENGTHS: Final = {
    "string_too_short": ("short_text", "least", "min_length"),
    "string_too_long": ("long_text", "most", "max_length"),
    "too_short": ("few", "least", "min_length"),
    "too_long": ("many", "most", "max_length"),
}


def words(details: ErrorDetails) -> list[str]:
    """The words that a literal error allows."""
    expected = str(details.get("ctx", {}).get("expected", ""))
    parts = re.sub(r" or (?=['\"\d-])", ", ", expected)
    return ["".join(match.groups("")) for match in _WORD.finditer(parts)]


def type_said(kinds: list[str], choice: list[str], value: Any) -> Said:
    """For wrong types, wrong words, or both from the branches of one union."""
    values = {"found": found(value)}
    if kinds:
        values["what"] = ",".join(dict.fromkeys(kinds))
    if choice:
        values["words"] = listed(dict.fromkeys(choice))
    if not choice:
        return Said("kind", values)
    if kinds:
        return Said("kind_or_words", values)
    return Said("words" if len(choice) > 1 else "word", values)


def value_said(details: ErrorDetails, bounds: tuple[str, str]) -> Said:
    """For a value of the right type that is not allowed."""
    kind, context, value = details["type"], details.get("ctx", {}), details["input"]
    if kind in _BOUNDS:
        return _bound_said(details, bounds)
    if kind in _LENGTHS:
        key, name, limit = _LENGTHS[kind]
        count = str(context.get(limit, ""))
        return Said("blank", {}) if (name, count) == ("least", "1") else Said(key, {name: count})
    if kind == "multiple_of":
        return Said("multiple", {"count": str(context["multiple_of"]), "found": found(value)})
    if kind == "string_pattern_mismatch":
        return _pattern_said(str(context["pattern"]), value)
    if kind in ("value_error", "assertion_error"):
        return Said("said", {"reason": printable(str(context.get("error", details["msg"])))})
    persian = {"fa": str(context["fa"])} if "fa" in context else {}
    return Said("said", {"reason": printable(details["msg"]), **persian})


def range_said(what: str, bounds: tuple[str, str], value: Any) -> Said:
    """For a number that must lie between two bounds that are both known."""
    low, high = bounds
    return Said("range", {"what": f"some_{what}", "low": low, "high": high, "found": found(value)})


def _bound_said(details: ErrorDetails, bounds: tuple[str, str]) -> Said:
    key, name, limit = _BOUNDS[details["type"]]
    value, bound = details["input"], details.get("ctx", {})[limit]
    what = "whole_number" if isinstance(value, int) and isinstance(bound, int) else "number"
    if all(bounds):
        return range_said(what, bounds, value)
    said = f"{bound:g}" if isinstance(bound, float) else str(bound)
    return Said(key, {"what": f"some_{what}", name: said, "found": found(value)})


def _pattern_said(pattern: str, value: Any) -> Said:
    what = _PATTERNS.get(_REPEAT.sub("*", pattern))
    if what:
        return Said("form", {"what": what, "found": found(value)})
    return Said("pattern", {"pattern": pattern, "found": found(value)})

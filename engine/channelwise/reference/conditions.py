"""A condition on a network in words, and any condition as the data of a rule file."""

from typing import Any

from channelwise.reference.say import both, joined, same, word
from channelwise.rules.condition import All, Any_, Condition, FieldRef, Not, Operand, Test
from channelwise.rules.fields import CATALOGUE
from channelwise.text import Text
from channelwise.texts import load


def in_words(condition: Condition) -> Text:
    """A condition that reads traits of a network, by their labels.

    Example:
        >>> in_words(Test("network.register", "is", "business")).en
        'tone people expect: businesslike'

    """
    match condition:
        case Test(field, operator, value):
            return both(f"rules.op.{operator}", field=_field(field), value=_value(field, value))
        case All(parts):
            return joined("rules.and", map(in_words, parts))
        case Any_(parts):
            return joined("rules.or", map(in_words, parts))
        case Not(part):
            return both("rules.not", part=in_words(part))


def _field(name: str) -> Text:
    phrases = load().phrases
    for key in (f"trait.{name.removeprefix('network.')}", f"rules.field.{name}"):
        if key in phrases:
            return phrases[key].text
    return same(name)


def _value(field: str, value: Operand) -> Text:
    if isinstance(value, frozenset):
        return joined("rules.or", [_one(field, one) for one in sorted(value)])
    if isinstance(value, tuple):
        return joined("rules.ends", [_one(field, one) for one in value])
    return _one(field, value)


def _one(field: str, value: Any) -> Text:
    known = CATALOGUE.get(field)
    if isinstance(value, FieldRef):
        return _field(value.name)
    if isinstance(value, bool):
        return both("yes" if value else "no")
    if known and known.group:
        return word(known.group, str(value))
    return both("check.value", value=value)


def as_data(condition: Condition) -> Any:
    """A condition as a rule file has it.

    Example:
        >>> as_data(Not(Test("brief.time.people", "at_least", 2)))
        {'not': {'brief.time.people': {'at_least': 2}}}

    """
    match condition:
        case Test(field, operator, value):
            return {field: {operator: _data(value)}}
        case All(parts):
            return {"all": [as_data(part) for part in parts]} if parts else "always"
        case Any_(parts):
            return {"any": [as_data(part) for part in parts]}
        case Not(part):
            return {"not": as_data(part)}


def _data(value: Operand) -> Any:
    if isinstance(value, FieldRef):
        return {"field": value.name}
    if isinstance(value, frozenset):
        return sorted(value)
    return list(value) if isinstance(value, tuple) else value

"""Conditions and effects of rules in short lines."""

from collections.abc import Iterator

from channelwise.rules.condition import All, Any_, Condition, FieldRef, Not, Test
from channelwise.rules.model import Band, Bands, Effect, Exclude, Points, Say

Row = tuple[int, str]


def rows(condition: Condition, depth: int = 0) -> Iterator[Row]:
    """The tree as lines with their depth, in the words of a rule file."""
    match condition:
        case Test(field, operator, value):
            yield depth, f"{field} {operator} {_operand(value)}"
        case All(parts) if not parts:
            yield depth, "always"
        case All(parts):
            yield depth, "all"
            yield from _below(parts, depth)
        case Any_(parts):
            yield depth, "any"
            yield from _below(parts, depth)
        case Not(part):
            yield depth, "not"
            yield from rows(part, depth + 1)


def _below(parts: tuple[Condition, ...], depth: int) -> Iterator[Row]:
    for part in parts:
        yield from rows(part, depth + 1)


def _operand(value: object) -> str:
    if isinstance(value, FieldRef):
        return value.name
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, frozenset | tuple):
        items = sorted(map(str, value)) if isinstance(value, frozenset) else map(str, value)
        return f"[{', '.join(items)}]"
    return str(value)


def effect_rows(effect: Effect) -> Iterator[Row]:
    """What a rule does when it fires."""
    match effect:
        case Points(criterion, add):
            yield 0, f"points {criterion} {add:+d}"
        case Bands(criterion, by, steps):
            yield 0, f"bands {criterion} by {by}"
            yield from ((1, _band(step)) for step in steps)
        case Exclude():
            yield 0, "exclude"
        case Say(level, topic):
            yield 0, f"{level} {topic}"


def _band(band: Band) -> str:
    low = "" if band.above is None else f"above {band.above} "
    high = "" if band.at_most is None else f"at most {band.at_most} "
    return f"{low}{high or ''}{band.add:+d}"

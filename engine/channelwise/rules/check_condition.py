"""Checks one condition: its form, its fields, and whether operators and values suit them."""

import re
from typing import Any, Final

from channelwise.files.nearest import nearest
from channelwise.files.show import found as shown
from channelwise.files.show import shortened
from channelwise.files.tree import Path
from channelwise.rules.checking import Check
from channelwise.rules.fields import CATALOGUE, OPERATORS, Field

GROUPS: Final = ("all", "any")
KEYWORDS: Final = (*GROUPS, "not", "condition")
# Fields of kind "texts" have no word list, but what a brief can say there has a form. A word
# of another form would make a rule that never fires.
_FORMS: Final = {
    "brief.business.countries": (re.compile(r"[A-Z]{2}"), "a country code such as DE"),
    "brief.business.languages": (re.compile(r"[a-z]{2,3}"), "a language code such as fa"),
    "brief.accounts.networks": (re.compile(r"[a-z][a-z0-9_]{0,39}"), "the id of a network"),
}


def check_tree(check: Check, tree: Any, path: Path) -> None:
    if tree == "always":
        if path[0] == "conditions" or path[-1] != "when":
            check.report(path, "'always' stands only for a whole `when`")
    elif not isinstance(tree, dict) or not tree:
        example = "brief.time.people: {at_least: 2}"
        check.report(path, f"expected a condition: a mapping such as `{example}`")
    else:
        for key, value in tree.items():
            _branch(check, key, value, (*path, key))


def _branch(check: Check, key: str, value: Any, path: Path) -> None:
    if key in GROUPS:
        if not isinstance(value, list) or not value:
            check.report(path, f"`{key}` takes a list of conditions")
            return
        for index, part in enumerate(value):
            check_tree(check, part, (*path, index))
    elif key == "not":
        check_tree(check, value, path)
    elif key == "condition":
        if not isinstance(value, str) or value not in check.named:
            hint = nearest(str(value), check.named)
            check.report(path, f"no condition is named {shown(value)}", hint)
    else:
        _field(check, key, value, path)


def _field(check: Check, name: str, body: Any, path: Path) -> None:
    known = CATALOGUE.get(name)
    if known is None:
        hint = nearest(name, (*CATALOGUE, *KEYWORDS))
        message = f"'{shortened(name)}' is not a field that rules can read"
        check.report(path, message, hint, key=True)
        return
    if known.kind == "text" and check.network is None:
        check.report(path, f"only a network's own rules may read '{name}': use traits", key=True)
    if not isinstance(body, dict) or not body:
        example = OPERATORS[known.kind][0]
        check.report(path, f"expected an operator and a value, such as {{{example}: ...}}")
        return
    for operator, value in body.items():
        _operator(check, known, operator, value, (*path, operator))


def _operator(check: Check, known: Field, operator: str, value: Any, path: Path) -> None:
    if operator not in OPERATORS[known.kind]:
        allowed = ", ".join(OPERATORS[known.kind])
        hint = nearest(operator, OPERATORS[known.kind])
        message = f"'{shortened(operator)}' does not suit '{known.name}'; use one of: {allowed}"
        check.report(path, message, hint, key=True)
    elif isinstance(value, dict):
        _reference(check, known, operator, value, path)
    elif known.kind == "number":
        _numbers(check, operator, value, path)
    elif known.kind == "flag":
        if not isinstance(value, bool):
            check.report(path, "expected true or false")
    else:
        _words(check, known, operator, value, path)


def _reference(check: Check, known: Field, operator: str, value: Any, path: Path) -> None:
    if set(value) != {"field"}:
        check.report(path, "expected a value, or another field as {field: name}")
        return
    other = CATALOGUE.get(value["field"]) if isinstance(value["field"], str) else None
    if other is None:
        hint = nearest(str(value["field"]), CATALOGUE)
        check.report(path, f"{shown(value['field'])} is not a field that rules can read", hint)
    elif not _comparable(known, other) or operator in ("in", "not_in", "between"):
        check.report(path, f"'{known.name}' cannot be compared with '{other.name}' by '{operator}'")


def _comparable(one: Field, other: Field) -> bool:
    """Two numbers, or two words of one list: of two lists, no word is ever equal."""
    return one.kind == other.kind and one.kind in ("number", "word") and one.words == other.words


def _numbers(check: Check, operator: str, value: Any, path: Path) -> None:
    values = value if operator == "between" else [value]
    wanted = "two numbers, the lower first" if operator == "between" else "a number"
    good = (
        isinstance(values, list)
        and len(values) == (2 if operator == "between" else 1)
        and all(isinstance(v, int | float) and not isinstance(v, bool) for v in values)
        and values == sorted(values)
    )
    if not good:
        check.report(path, f"expected {wanted}")


def _words(check: Check, known: Field, operator: str, value: Any, path: Path) -> None:
    listed = operator not in ("is", "is_not")
    if listed and (not isinstance(value, list) or not value):
        check.report(path, f"`{operator}` takes a list of words")
        return
    for index, word in enumerate(value if listed else [value]):
        where = (*path, index) if listed else path
        if not isinstance(word, str):
            check.report(where, "expected a word")
        elif known.words and word not in known.words:
            allowed = ", ".join(known.words)
            message = f"'{shortened(word)}' is no word of '{known.name}'; it has: {allowed}"
            check.report(where, message, nearest(word, known.words))
        elif not has_form(known, word):
            check.report(where, f"'{shortened(word)}' is not {_FORMS[known.name][1]}")


def has_form(known: Field, word: str) -> bool:
    return known.name not in _FORMS or bool(_FORMS[known.name][0].fullmatch(word))

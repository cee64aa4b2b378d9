"""Checks a rule file: every mistake of the file at once, each with its place.

Runs when a file is loaded, never later. What passes here is plain data that
`channelwise.rules.build` can turn into rules without looking again.
"""

import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, Final

from pydantic import ValidationError

from channelwise.errors import BadInput
from channelwise.files.nearest import nearest
from channelwise.files.problems import shape_problems
from channelwise.files.show import shortened
from channelwise.files.tree import Document, Path
from channelwise.rules import schema
from channelwise.rules.build import NAMES, PLACEHOLDER, condition, placeholders
from channelwise.rules.check_condition import check_tree, has_form
from channelwise.rules.check_named import check_named, report_size, size, used
from channelwise.rules.checking import Check
from channelwise.rules.condition import All, Any_, Condition, Not, fields_of
from channelwise.rules.fields import CATALOGUE, Field, flat
from channelwise.text import Text

THEMES: Final = ("content", "time", "audience", "goals", "presence", "access")
# Fields that have a value for every network or strategy, so a text may always name them.
_OPTIONAL_TRAITS: Final = frozenset(
    {"network.half_life_minutes", "network.links", "network.local_discovery"}
)
_SAME_OF_ALL: Final = (
    "a rule that scores or excludes must read the network, the strategy or a measure; "
    "else it says the same of all"
)
_HOLE: Final = re.compile(r"\{[^{}]*\}")


def rule_file(
    document: Document, shared: Mapping[str, Any], network: str | None = None
) -> dict[str, Any]:
    """The plain data of a rule file, or BadInput with every problem.

    Args:
        document: the file.
        shared: named conditions of the core, usable beside the file's own.
        network: id of the network whose own rules these are; None for rules on all networks.
    """
    data = document.data
    own = data.get("conditions", {}) if isinstance(data, dict) else {}
    named = {**shared, **(own if isinstance(own, dict) else {})}
    check = Check(document, named, network)
    check.problems.extend(shape_problems(document, schema.RuleFile))
    if isinstance(data, dict) and check_named(check, own, shared):
        _rules(check, data.get("rules"))
    if check.problems:
        raise BadInput(sorted(check.problems, key=lambda p: (p.line, p.column)))
    return {
        "conditions": own,
        "rules": [
            _plain(rule, document, index) for index, rule in enumerate(data.get("rules", ()))
        ],
    }


def _plain(rule: dict[str, Any], document: Document, index: int) -> dict[str, Any]:
    place = document.place(("rules", index))
    return {"status": "stable", **rule, "place": f"{PurePath(document.file).name}:{place.line}"}


def _rules(check: Check, rules: Any) -> None:
    if not isinstance(rules, list):
        return
    first: dict[str, int] = {}
    for index, rule in enumerate(rules):
        if not isinstance(rule, dict) or "when" not in rule:
            continue
        path: Path = ("rules", index)
        before = len(check.problems)
        check_tree(check, rule["when"], (*path, "when"))
        _identity(check, rule, path, first)
        if len(check.problems) == before and not size(rule["when"], check.sizes).fits:
            report_size(check, "the condition", (*path, "when"))
        if len(check.problems) == before and _complete(rule) and _can_expand(check, rule["when"]):
            _meaning(check, rule, path)


def _can_expand(check: Check, when: Any) -> bool:
    """False if the condition uses a name, and some named condition is wrong itself."""
    wrong = any(problem.field.startswith("conditions") for problem in check.problems)
    return not wrong or not any(True for _ in used(when))


def _complete(rule: dict[str, Any]) -> bool:
    """True if the parts that the next checks read have the right shape."""
    try:
        schema.RuleSpec.model_validate(rule)
    except ValidationError:
        return False
    return True


def _identity(check: Check, rule: dict[str, Any], path: Path, first: dict[str, int]) -> None:
    name = rule.get("id")
    if not isinstance(name, str):
        return
    if name in first:
        line = check.document.place(("rules", first[name])).line
        message = f"the id '{shortened(name)}' is taken by the rule on line {line}"
        check.report((*path, "id"), message)
    first.setdefault(name, path[1] if isinstance(path[1], int) else 0)
    theme = name.partition(".")[0]
    if check.network:
        if theme != check.network:
            message = f"a rule of this network is named '{check.network}.something'"
            check.report((*path, "id"), message)
    elif theme not in THEMES:
        message = f"the theme before the dot is one of: {', '.join(THEMES)}"
        check.report((*path, "id"), message, nearest(theme, THEMES))


def _meaning(check: Check, rule: dict[str, Any], path: Path) -> None:
    when = condition(rule["when"], check.named)
    ((kind, body),) = rule["then"].items()
    reads = fields_of(when)
    if kind == "bands":
        _band_field(check, body["by"], (*path, "then", "bands", "by"))
        reads |= {body["by"]}
    if kind in ("points", "bands", "exclude") and not check.network and not _judges(reads):
        check.report((*path, "then"), _SAME_OF_ALL)
    sure = _surely_known(when) | ({body["by"]} if kind == "bands" else frozenset())
    texts = {"title": rule["title"], "because": rule["because"]}
    for name, text in texts.items():
        _placeholders(check, text, sure, (*path, name))
    if kind in ("advise", "warn"):
        _placeholders(check, body["text"], sure, (*path, "then", kind, "text"))
    if not rule["examples"].get("silent") and rule["when"] != "always":
        message = "give at least one example on which the rule stays silent"
        check.report((*path, "examples"), message)
    _examples(check, rule, path)


def _judges(reads: frozenset[str]) -> bool:
    return any(CATALOGUE[name].scope != "brief" for name in reads if name in CATALOGUE)


def _band_field(check: Check, name: str, path: Path) -> None:
    known = CATALOGUE.get(name)
    if known is None or known.kind != "number":
        numbers = [field.name for field in CATALOGUE.values() if field.kind == "number"]
        message = f"'{shortened(name)}' is not a number that rules can read"
        check.report(path, message, nearest(name, numbers))


def _surely_known(tree: Condition) -> frozenset[str]:
    """Fields that must have a value if the condition is true."""
    if isinstance(tree, All):
        return frozenset().union(*(_surely_known(part) for part in tree.parts))
    if isinstance(tree, Any_):
        return frozenset.intersection(*(_surely_known(part) for part in tree.parts))
    return fields_of(tree) if not isinstance(tree, Not) else _negated_known(tree.part)


def _negated_known(tree: Condition) -> frozenset[str]:
    if isinstance(tree, All):
        each = (_negated_known(part) for part in tree.parts)
        return frozenset.intersection(fields_of(tree), *each)
    if isinstance(tree, Any_):
        return frozenset().union(*(_negated_known(part) for part in tree.parts))
    return fields_of(tree) if not isinstance(tree, Not) else _surely_known(tree.part)


def _placeholders(check: Check, text: dict[str, str], sure: frozenset[str], path: Path) -> None:
    known = {*CATALOGUE, *NAMES}
    for lang, line in text.items():
        for name in sorted(placeholders(Text(line, line))):
            where = (*path, lang)
            always = name in NAMES or (
                name in CATALOGUE and CATALOGUE[name].constant and name not in _OPTIONAL_TRAITS
            )
            if name not in known:
                message = f"no field is named '{{{shortened(name)}}}'"
                check.report(where, message, nearest(name, known))
            elif not always and name not in sure:
                reason = "may have no value when the rule fires; test it in `when` first"
                check.report(where, f"'{{{name}}}' {reason}")
        if not _well_braced(line):
            check.report((*path, lang), "a brace is not closed, or holds no name of a field")


def _well_braced(line: str) -> bool:
    holes = _HOLE.findall(line)
    outside = _HOLE.sub("", line)
    return not set("{}") & set(outside) and all(PLACEHOLDER.fullmatch(hole) for hole in holes)


def _examples(check: Check, rule: dict[str, Any], path: Path) -> None:
    for kind, fragments in rule["examples"].items():
        for index, fragment in enumerate(fragments):
            where = (*path, "examples", kind, index)
            for name, value in flat(fragment):
                _example_value(check, name, value, where)


def _example_value(check: Check, name: str, value: Any, path: Path) -> None:
    known = CATALOGUE.get(name)
    if known is None:
        message = f"'{shortened(name)}' is not a field that rules can read"
        check.report(path, message, nearest(name, CATALOGUE))
        return
    listed = known.kind in ("words", "texts")
    values = value if listed and isinstance(value, list) else [value]
    if listed != isinstance(value, list) or not all(_suits(known, one) for one in values):
        check.report(path, f"the value of '{name}' does not suit it ({known.kind})")


def _suits(known: Field, value: Any) -> bool:
    if known.kind == "number":
        return isinstance(value, int | float) and not isinstance(value, bool)
    if known.kind == "flag":
        return isinstance(value, bool)
    fits = not known.words or value in known.words
    return isinstance(value, str) and fits and has_form(known, value)

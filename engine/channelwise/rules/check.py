"""Checks a rule file: every mistake of the file at once, each with its place.

Runs when a file is loaded, never later. What passes here is plain data that
`channelwise.rules.build` can turn into rules without looking again.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from pathlib import PurePath
from typing import Any, Final

from pydantic import ValidationError

from channelwise.errors import BadInput, Problem
from channelwise.files.nearest import nearest
from channelwise.files.problems import shape_problems
from channelwise.files.show import found as shown
from channelwise.files.show import shortened
from channelwise.files.tree import Document
from channelwise.rules import schema
from channelwise.rules.build import NAMES, PLACEHOLDER, condition, placeholders
from channelwise.rules.condition import All, Any_, Condition, Not, fields_of
from channelwise.rules.fields import CATALOGUE, OPERATORS, Field, flat
from channelwise.text import Text

Path = tuple[str | int, ...]

_GROUPS: Final = ("all", "any")
MOST_TESTS: Final = 1000
MOST_LEVELS: Final = 100
MOST_CYCLES: Final = 20
_KEYWORDS: Final = ("all", "any", "not", "condition")
# Fields that have a value for every network or strategy, so a text may always name them.
_OPTIONAL_TRAITS: Final = frozenset(
    {"network.half_life_minutes", "network.links", "network.local_discovery"}
)
THEMES: Final = ("content", "time", "audience", "goals", "presence", "access")
# Fields of kind "texts" have no word list, but what a brief can say there has a form. A word
# of another form would make a rule that never fires.
_FORMS: Final = {
    "brief.business.countries": (re.compile(r"[A-Z]{2}"), "a country code such as DE"),
    "brief.business.languages": (re.compile(r"[a-z]{2,3}"), "a language code such as fa"),
    "brief.accounts.networks": (re.compile(r"[a-z][a-z0-9_]{0,39}"), "the id of a network"),
}
_SAME_OF_ALL: Final = (
    "a rule that scores or excludes must read the network, the strategy or a measure; "
    "else it says the same of all"
)
_HOLE: Final = re.compile(r"\{[^{}]*\}")


@dataclass(slots=True)
class _Check:
    """What is wrong so far, and the conditions one may name."""

    document: Document
    named: Mapping[str, Any]
    network: str | None
    problems: list[Problem] = field(default_factory=list)
    sizes: Mapping[str, "_Size"] = field(default_factory=dict)

    def report(self, path: Path, message: str, suggestion: str = "", *, key: bool = False) -> None:
        place = self.document.key_place(path) if key else self.document.place(path)
        self.problems.append(
            Problem(
                file=self.document.file, line=place.line, column=place.column,
                field=dotted(path), message=message, key="rule", suggestion=suggestion,
            )
        )  # fmt: skip


def dotted(path: Path) -> str:
    """A path as people write it: `rules[3].when.all[0]`."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{shortened(step)}" for step in path)
    text = "".join(steps)
    return text.removeprefix(".")


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
    check = _Check(document, named, network)
    check.problems.extend(shape_problems(document, schema.RuleFile))
    if isinstance(data, dict) and _conditions(check, own, shared):
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


# --- conditions -----------------------------------------------------------------------------


def _conditions(check: _Check, own: Any, shared: Mapping[str, Any]) -> bool:
    """Checks the named conditions; False if the rules cannot be judged for lack of them."""
    if not isinstance(own, dict):
        return True
    for name, tree in own.items():
        if name in shared and shared[name] is not tree:
            message = f"the core has a condition '{shortened(name)}' already"
            check.report(("conditions", name), message, key=True)
        _tree(check, tree, ("conditions", name))
    order = _order(check)
    return order is not None and not _swollen(check, own, order)


def _order(check: _Check) -> list[str] | None:
    """Names, each after those that it uses; None, and a report, where some lead back."""
    uses = {name: set(_used(tree)) & check.named.keys() for name, tree in check.named.items()}
    for round_ in range(MOST_CYCLES):
        cycle, order = _sorted_by_use(uses)
        if not cycle:
            return order if round_ == 0 else None
        for name in sorted(cycle):
            message = f"the condition '{shortened(name)}' leads back to itself"
            check.report(("conditions", name), message, key=True)
        uses = {name: used - cycle for name, used in uses.items() if name not in cycle}
    return None


def _sorted_by_use(uses: Mapping[str, set[str]]) -> tuple[set[str], list[str]]:
    """The names of one cycle; or none, and all names, each after those that it uses."""
    try:
        return set(), list(TopologicalSorter(uses).static_order())
    except CycleError as error:
        return set(error.args[1]), []


@dataclass(frozen=True, slots=True)
class _Size:
    """Of a condition once names are replaced: its tests, and how deep they are nested."""

    tests: int
    levels: int

    @property
    def fits(self) -> bool:
        return self.tests <= MOST_TESTS and self.levels <= MOST_LEVELS


def _swollen(check: _Check, own: Mapping[str, Any], order: Iterable[str]) -> bool:
    """Reports named conditions that grow beyond measure once the names in them are replaced."""
    sizes: dict[str, _Size] = {}
    for name in order:
        sizes[name] = _size(check.named[name], sizes)
        if name in own and not sizes[name].fits:
            _report_size(check, f"the condition '{shortened(name)}'", ("conditions", name))
    check.sizes = sizes
    return not all(size.fits for size in sizes.values())


def _report_size(check: _Check, what: str, path: Path) -> None:
    limits = f"{MOST_TESTS} tests or {MOST_LEVELS} levels"
    check.report(path, f"{what} has more than {limits} once names are replaced")


def _size(tree: Any, sizes: Mapping[str, _Size]) -> _Size:
    """Numbers are cut off above the limits, since they can double with each name."""
    if not isinstance(tree, dict | list):
        return _Size(0, 0)
    parts = [_size(part, sizes) for part in tree] if isinstance(tree, list) else [
        _part_size(key, value, sizes) for key, value in tree.items()
    ]  # fmt: skip
    tests = sum(part.tests for part in parts)
    levels = 1 + max((part.levels for part in parts), default=0)
    return _Size(min(tests, MOST_TESTS + 1), min(levels, MOST_LEVELS + 1))


def _part_size(key: str, value: Any, sizes: Mapping[str, _Size]) -> _Size:
    if key == "condition":
        return sizes.get(value, _Size(1, 1)) if isinstance(value, str) else _Size(1, 1)
    if key in _KEYWORDS:
        return _size(value, sizes)
    return _Size(len(value) if isinstance(value, dict) else 1, 1)


def _used(tree: Any) -> Iterator[str]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            if key == "condition" and isinstance(value, str):
                yield value
            else:
                yield from _used(value)
    elif isinstance(tree, list):
        for part in tree:
            yield from _used(part)


def _tree(check: _Check, tree: Any, path: Path) -> None:
    if tree == "always":
        if path[0] == "conditions" or path[-1] != "when":
            check.report(path, "'always' stands only for a whole `when`")
    elif not isinstance(tree, dict) or not tree:
        example = "brief.time.people: {at_least: 2}"
        check.report(path, f"expected a condition: a mapping such as `{example}`")
    else:
        for key, value in tree.items():
            _branch(check, key, value, (*path, key))


def _branch(check: _Check, key: str, value: Any, path: Path) -> None:
    if key in _GROUPS:
        if not isinstance(value, list) or not value:
            check.report(path, f"`{key}` takes a list of conditions")
            return
        for index, part in enumerate(value):
            _tree(check, part, (*path, index))
    elif key == "not":
        _tree(check, value, path)
    elif key == "condition":
        if not isinstance(value, str) or value not in check.named:
            hint = nearest(str(value), check.named)
            check.report(path, f"no condition is named {shown(value)}", hint)
    else:
        _field(check, key, value, path)


def _field(check: _Check, name: str, body: Any, path: Path) -> None:
    known = CATALOGUE.get(name)
    if known is None:
        hint = nearest(name, (*CATALOGUE, *_KEYWORDS))
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


def _operator(check: _Check, known: Field, operator: str, value: Any, path: Path) -> None:
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


def _reference(check: _Check, known: Field, operator: str, value: Any, path: Path) -> None:
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


def _numbers(check: _Check, operator: str, value: Any, path: Path) -> None:
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


def _words(check: _Check, known: Field, operator: str, value: Any, path: Path) -> None:
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
        elif not _has_form(known, word):
            check.report(where, f"'{shortened(word)}' is not {_FORMS[known.name][1]}")


def _has_form(known: Field, word: str) -> bool:
    return known.name not in _FORMS or bool(_FORMS[known.name][0].fullmatch(word))


# --- rules ----------------------------------------------------------------------------------


def _rules(check: _Check, rules: Any) -> None:
    if not isinstance(rules, list):
        return
    first: dict[str, int] = {}
    for index, rule in enumerate(rules):
        if not isinstance(rule, dict) or "when" not in rule:
            continue
        path: Path = ("rules", index)
        before = len(check.problems)
        _tree(check, rule["when"], (*path, "when"))
        _identity(check, rule, path, first)
        if len(check.problems) == before and not _size(rule["when"], check.sizes).fits:
            _report_size(check, "the condition", (*path, "when"))
        if len(check.problems) == before and _complete(rule) and _can_expand(check, rule["when"]):
            _meaning(check, rule, path)


def _can_expand(check: _Check, when: Any) -> bool:
    """False if the condition uses a name, and some named condition is wrong itself."""
    wrong = any(problem.field.startswith("conditions") for problem in check.problems)
    return not wrong or not any(True for _ in _used(when))


def _complete(rule: dict[str, Any]) -> bool:
    """True if the parts that the next checks read have the right shape."""
    try:
        schema.RuleSpec.model_validate(rule)
    except ValidationError:
        return False
    return True


def _identity(check: _Check, rule: dict[str, Any], path: Path, first: dict[str, int]) -> None:
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


def _meaning(check: _Check, rule: dict[str, Any], path: Path) -> None:
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


def _band_field(check: _Check, name: str, path: Path) -> None:
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


def _placeholders(check: _Check, text: dict[str, str], sure: frozenset[str], path: Path) -> None:
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


def _examples(check: _Check, rule: dict[str, Any], path: Path) -> None:
    for kind, fragments in rule["examples"].items():
        for index, fragment in enumerate(fragments):
            where = (*path, "examples", kind, index)
            for name, value in flat(fragment):
                _example_value(check, name, value, where)


def _example_value(check: _Check, name: str, value: Any, path: Path) -> None:
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
    return isinstance(value, str) and fits and _has_form(known, value)

"""Parses and checks files whose bytes are at hand. The slow half of loading."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePath
from types import MappingProxyType
from typing import Any, Final, TypeVar

from channelwise.errors import BadInput, Problem
from channelwise.files.nearest import nearest
from channelwise.files.read import parse_document
from channelwise.files.tree import Document, Path, dotted
from channelwise.load.planning_schema import PlanFile
from channelwise.load.policy_schema import MinutesFile, PolicyFile, checked
from channelwise.networks.check import facts_file, network_file, pack_facts_file, with_source
from channelwise.rules.check import rule_file

Files = Mapping[str, tuple[str, bytes]]
Plain = dict[str, Any]
Result = TypeVar("Result")

CONDITIONS: Final = "conditions.yaml"
_NO_THEMES: Final = (CONDITIONS, "policy.yaml", "minutes.yaml", "plan.yaml")
_FACT: Final = "fact:"


def _document(file: tuple[str, bytes]) -> Document:
    return parse_document(file[1], file[0], "yaml")


def core(files: Files) -> Plain:
    """The core's plain data, or BadInput with the problems of all its files."""
    facts = {
        name.removeprefix("facts/").removesuffix(".yaml"): _document(file).data
        for name, file in files.items() if name.startswith("facts/")
    }  # fmt: skip
    shared = rule_file(_document(files[CONDITIONS]), {})["conditions"]
    themes = [file for name, file in files.items() if _is_theme(name)]
    return {
        "conditions": shared,
        "policy": checked(_document(files["policy.yaml"]), PolicyFile),
        "minutes": checked(_document(files["minutes.yaml"]), MinutesFile),
        "plan": _plan(_document(files["plan.yaml"]), facts),
        "facts": facts,
        "rules": _rules(themes, shared, facts, None),
    }


def _is_theme(name: str) -> bool:
    return "/" not in name and name not in _NO_THEMES


def _plan(document: Document, facts: Plain) -> Plain:
    """The plan's policy, with the facts that it cites written out."""
    plain = checked(document, PlanFile)
    return {**plain, "cited": _cited(plain["source"], ("source",), document, facts)}


def network(files: Files, shared: Plain) -> Plain:
    """A network's plain data, or BadInput with the problems of all its files.

    What one broken file leaves unknown is not held against the others: without facts, no
    citation is checked.
    """
    problems: list[Problem] = []
    document = _tried(problems, lambda: _document(files["network.yaml"]))
    name = _network_id(document) if document else None
    facts = _tried(problems, lambda: facts_file(_document(files["facts.yaml"]), name))
    plain = _tried(problems, lambda: network_file(document, facts)) if document else None
    own = [files["rules.yaml"]] if "rules.yaml" in files and name else []
    known = {**shared["facts"], "own": facts}
    rules = _tried(problems, lambda: _rules(own, shared["conditions"], known, name))
    if plain is None or problems:
        raise BadInput(problems)
    return {**plain, "rules": rules}


def _tried(problems: list[Problem], make: Callable[[], Result]) -> Result | None:
    """What `make` gives; None, with its problems noted, where the input is bad."""
    try:
        return make()
    except BadInput as error:
        problems.extend(error.problems)
        return None


def _network_id(document: Document) -> str | None:
    body = document.data.get("network") if isinstance(document.data, dict) else None
    name = body.get("id") if isinstance(body, dict) else None
    return name if isinstance(name, str) else None


def pack(
    files: Iterable[tuple[str, bytes]], shared: Plain, facts: tuple[str, bytes] | None = None
) -> Plain:
    """The rules of a pack for all networks, or BadInput with the problems of all its files.

    `facts` is the pack's own file of them, if it has one.
    """
    problems: list[Problem] = []
    taken = {rule["id"]: "the core" for rule in shared["rules"]}
    known = dict(shared["facts"])
    if facts is not None:
        known["own"] = _tried(problems, lambda: pack_facts_file(_document(facts)))
    rules = _tried(problems, lambda: _rules(list(files), shared["conditions"], known, None, taken))
    if problems:
        raise BadInput(problems)
    return {"rules": rules}


def _rules(
    files: list[tuple[str, bytes]], shared: Plain, facts: Plain, network_id: str | None,
    taken: Mapping[str, str] = MappingProxyType({}),
) -> list[Plain]:  # fmt: skip
    """The rules of some files; `taken` are ids that others have, and who they are."""
    found: list[Plain] = []
    problems: list[Problem] = []
    owners = dict(taken)
    for file in files:
        try:
            document = _document(file)
            checked_file = rule_file(document, shared, network_id)
            problems.extend(_taken(checked_file["rules"], document, owners))
            named = {**shared, **checked_file["conditions"]}
            for index, rule in enumerate(checked_file["rules"]):
                cited = _cited(rule["source"], ("rules", index, "source"), document, facts)
                found.append({**rule, "when": _inlined(rule["when"], named), "cited": cited})
        except BadInput as error:
            problems.extend(error.problems)
    if problems:
        raise BadInput(problems)
    return found


def _taken(rules: list[Plain], document: Document, owners: dict[str, str]) -> list[Problem]:
    """Ids that a rule of another file has; the others are noted as this file's."""
    problems = []
    for index, rule in enumerate(rules):
        owner = owners.setdefault(rule["id"], PurePath(document.file).name)
        if owner != PurePath(document.file).name:
            place, field = document.place(("rules", index, "id")), f"rules[{index}].id"
            message = f"the id '{rule['id']}' is taken by {owner}"
            problems.append(
                Problem(document.file, place.line, place.column, field, message, "rule")
            )
    return problems


def _inlined(tree: Any, named: Plain) -> Any:
    """The condition with the names of others replaced by what they stand for."""
    if isinstance(tree, list):
        return [_inlined(part, named) for part in tree]
    if not isinstance(tree, dict):
        return tree
    if set(tree) == {"condition"}:
        return _inlined(named[tree["condition"]], named)
    if "condition" in tree:
        return {"all": [_inlined({key: value}, named) for key, value in tree.items()]}
    return {key: _inlined(value, named) for key, value in tree.items()}


def _cited(sources: Iterable[str], path: Path, document: Document, facts: Plain) -> Plain:
    """The facts that the sources at that path name, written out."""
    found: Plain = {}
    for number, source in enumerate(sources):
        if not source.startswith(_FACT):
            continue
        file, _, name = source.removeprefix(_FACT).partition("#")
        if file in facts and facts[file] is None:  # that file is broken itself
            continue
        known = facts.get(file, {}).get("facts", {})
        if name not in known:
            hint = nearest(name, known) if known else nearest(file, facts)
            message = f"no fact '{name}' in '{file}'"
            raise BadInput([_no_fact(document, (*path, number), message, hint)])
        found[source] = with_source(facts[file], name)
    return found


def _no_fact(document: Document, path: Path, message: str, hint: str) -> Problem:
    place = document.place(path)
    return Problem(document.file, place.line, place.column, dotted(path), message, "rule", (), hint)

"""Parses and checks tone files whose bytes are at hand. The slow half of loading."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any

from channelwise.errors import BadInput, Problem
from channelwise.files.nearest import nearest
from channelwise.files.read import parse_document
from channelwise.files.tree import Document, dotted
from channelwise.networks.check import with_source
from channelwise.tone.check import lexicon_file, tone_file

Plain = dict[str, Any]
File = tuple[str, bytes]
_FACT = "fact:"


def checked(
    words: Sequence[File], rules: Sequence[File], shared: Plain, lexicons: Plain, owner: str | None
) -> Plain:
    """Lexicons and rules as plain data, or BadInput with the problems of all files."""
    problems: list[Problem] = []
    own: Plain = {}
    for file in words:
        try:
            body = lexicon_file(_document(file))
            own[body["id"]] = body
            if body["id"] in lexicons:
                message = f"the lexicon '{body['id']}' is there already"
                problems.append(Problem(file[0], 0, 0, "", message, "rule"))
        except BadInput as error:
            problems.extend(error.problems)
    found = _rules(rules, shared, {**lexicons, **own}, owner, problems) if not problems else []
    if problems:
        raise BadInput(problems)
    return {"lexicons": own, "rules": found}


def _document(file: File) -> Document:
    return parse_document(file[1], file[0], "yaml")


def _rules(
    files: Sequence[File], shared: Plain, lexicons: Plain, owner: str | None,
    problems: list[Problem],
) -> list[Plain]:  # fmt: skip
    found: list[Plain] = []
    owners: dict[str, str] = {}
    for file in files:
        try:
            document = _document(file)
            rules = tone_file(document, lexicons, shared["conditions"], owner)
            problems += _taken(rules, document, owners)
            for index, rule in enumerate(rules):
                cited = _cited(rule, index, document, shared["facts"])
                found.append({**_inlined(rule, shared["conditions"]), "cited": cited})
        except BadInput as error:
            problems.extend(error.problems)
    return found


def _taken(rules: list[Plain], document: Document, owners: dict[str, str]) -> list[Problem]:
    """Ids that a rule of another file has."""
    found = []
    for index, rule in enumerate(rules):
        owner = owners.setdefault(rule["id"], document.file)
        if owner != document.file:
            message = f"the id '{rule['id']}' is taken by {PurePath(owner).name}"
            found.append(_problem(document, ("rules", index, "id"), message))
    return found


def _inlined(rule: Plain, conditions: Mapping[str, Any]) -> Plain:
    """The rule with named conditions written out, so that it can be kept by itself."""
    want = rule.get("for", {})
    if "networks" not in want:
        return rule
    return {**rule, "for": {**want, "networks": _replaced(want["networks"], conditions)}}


def _replaced(tree: Any, conditions: Mapping[str, Any]) -> Any:
    if isinstance(tree, list):
        return [_replaced(part, conditions) for part in tree]
    if not isinstance(tree, dict):
        return tree
    parts = [
        _replaced(conditions[value], conditions)
        if key == "condition"
        else {key: _replaced(value, conditions)}
        for key, value in tree.items()
    ]
    return parts[0] if len(parts) == 1 else {"all": parts}


def _cited(rule: Plain, index: int, document: Document, facts: Plain) -> Plain:
    """The facts that a rule names as sources, written out."""
    found: Plain = {}
    for number, source in enumerate(rule["source"]):
        if not source.startswith(_FACT):
            continue
        file, _, name = source.removeprefix(_FACT).partition("#")
        known = facts.get(file, {}).get("facts", {})
        if name not in known:
            hint = nearest(name, known) if known else nearest(file, facts)
            place = ("rules", index, "source", number)
            raise BadInput([_problem(document, place, f"no fact '{name}' in '{file}'", hint)])
        found[source] = with_source(facts[file], name)
    return found


def _problem(
    document: Document, path: tuple[str | int, ...], message: str, hint: str = ""
) -> Problem:
    place = document.place(path)
    return Problem(document.file, place.line, place.column, dotted(path), message, "rule", (), hint)

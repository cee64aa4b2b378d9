"""Parses and checks tone files whose bytes are at hand. The slow half of loading."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Final

from channelwise.errors import BadInput, Problem
from channelwise.files.nearest import nearest
from channelwise.files.read import parse_document
from channelwise.files.tree import Document, dotted
from channelwise.networks.check import facts_file, pack_facts_file, with_source
from channelwise.tone.bundle import Owner
from channelwise.tone.check import lexicon_file, tone_file

Plain = dict[str, Any]
File = tuple[str, bytes]
_FACT: Final = "fact:"
_OWN: Final = "own"


@dataclass(frozen=True, slots=True)
class Files:
    """The files of one place: lexicons, rules, and the facts that its rules may cite as `own`."""

    words: Sequence[File]
    rules: Sequence[File]
    facts: File | None = None


@dataclass(frozen=True, slots=True)
class _Known:
    """What rules may name: lexicons, conditions, facts. Facts of a broken file are None."""

    lexicons: Mapping[str, Any]
    conditions: Mapping[str, Any]
    facts: Mapping[str, Any]


def checked(files: Files, shared: Plain, lexicons: Collection[str], owner: Owner) -> Plain:
    """Lexicons and rules as plain data, or BadInput with the problems of all files.

    Args:
        files: the files of one place.
        shared: the core's conditions and facts.
        lexicons: the names of those of the core, which rules may use beside the place's own.
        owner: whose files they are.
    """
    problems: list[Problem] = []
    own = _lexicons(files.words, lexicons, problems)
    facts = dict(shared["facts"])
    if files.facts is not None:
        facts[_OWN] = _own_facts(files.facts, owner, problems)
    if len(own) < len(files.words):  # a broken lexicon is not held against the rules that use it
        raise BadInput(problems)
    known = _Known({**{name: {} for name in lexicons}, **own}, shared["conditions"], facts)
    found = _rules(files.rules, known, owner, problems)
    if problems:
        raise BadInput(problems)
    return {"lexicons": own, "rules": found}


def _lexicons(
    files: Sequence[File], taken: Collection[str], problems: list[Problem]
) -> dict[str, Plain]:
    own: dict[str, Plain] = {}
    for file in files:
        try:
            document = _document(file)
            body = lexicon_file(document)
            own[body["id"]] = body
            if body["id"] in taken:
                message = f"the core has a lexicon '{body['id']}' already"
                problems.append(_problem(document, ("lexicon", "id"), message))
        except BadInput as error:
            problems.extend(error.problems)
    return own


def _own_facts(file: File, owner: Owner, problems: list[Problem]) -> Plain | None:
    try:
        document = _document(file)
        return facts_file(document, owner.network) if owner.network else pack_facts_file(document)
    except BadInput as error:
        problems.extend(error.problems)
        return None


def _document(file: File) -> Document:
    return parse_document(file[1], file[0], "yaml")


def _rules(
    files: Sequence[File], known: _Known, owner: Owner, problems: list[Problem]
) -> list[Plain]:
    found: list[Plain] = []
    owners: dict[str, str] = {}
    for file in files:
        try:
            document = _document(file)
            rules = tone_file(
                document, known.lexicons, known.conditions, owner.prefix,
                of_network=owner.network is not None,
            )  # fmt: skip
            problems += _taken(rules, document, owners)
            for index, rule in enumerate(rules):
                cited = _cited(rule, index, document, known.facts)
                found.append({**_inlined(rule, known.conditions), "cited": cited})
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


def _cited(rule: Plain, index: int, document: Document, facts: Mapping[str, Any]) -> Plain:
    """The facts that a rule names as sources, written out."""
    found: Plain = {}
    for number, source in enumerate(rule["source"]):
        if not source.startswith(_FACT):
            continue
        file, _, name = source.removeprefix(_FACT).partition("#")
        if file in facts and facts[file] is None:  # that file is broken itself
            return {}
        known = facts.get(file, {}).get("facts", {})
        if name not in known:
            hint = nearest(name, known) if known else nearest(file, facts)
            place = ("rules", index, "source", number)
            raise BadInput([_problem(document, place, f"no fact '{name}' in '{file}'", hint)])
        found[source] = with_source(facts[file], name)
    if rule["level"] == "error" and all(one["confidence"] == "judgement" for one in found.values()):
        message = "an error needs a fact that is more than a judgement"
        raise BadInput([_problem(document, ("rules", index, "level"), message)])
    return found


def _problem(
    document: Document, path: tuple[str | int, ...], message: str, hint: str = ""
) -> Problem:
    place = document.place(path)
    return Problem(document.file, place.line, place.column, dotted(path), message, "rule", (), hint)

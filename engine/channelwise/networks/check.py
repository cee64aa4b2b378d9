"""Checks a network's files: every mistake at once, each with its place."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from channelwise.errors import BadInput, Problem
from channelwise.files.nearest import nearest
from channelwise.files.problems import shape_problems
from channelwise.files.show import shortened
from channelwise.files.tree import Document, Path, dotted
from channelwise.networks import schema
from channelwise.networks.build import grounded, units

# A limit that blocks a post must come from the platform itself or from code that enforces it.
HARD: Final = ("official", "encoded-in-code")


def facts_file(document: Document, network: str | None) -> dict[str, Any]:
    """The plain data of `facts.yaml`, or BadInput. `network` is None where it is not known."""
    problems = shape_problems(document, schema.FactsFile)
    if not problems:
        data = document.data
        problems = _sources(document)
        if network is not None and data["network"] != network:
            problems.append(_problem(document, ("network",), f"expected '{network}'"))
    if problems:
        raise BadInput(problems)
    return dict(document.data)


def _sources(document: Document) -> list[Problem]:
    known = document.data["sources"]
    return [
        _problem(document, (*path, "source"), f"no source '{shortened(claim['source'])}'",
                 nearest(claim["source"], known))
        for path, claim in _claims(document.data["facts"])
        if claim["source"] not in known
    ]  # fmt: skip


def _claims(facts: Mapping[str, Any]) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    for name, fact in facts.items():
        yield ("facts", name), fact
        for index, claim in enumerate(fact.get("also", ())):
            yield ("facts", name, "also", index), claim


def network_file(document: Document, facts: Mapping[str, Any] | None) -> dict[str, Any]:
    """The plain data of `network.yaml` with the facts it cites, or BadInput with all problems.

    Where `facts` is None, since that file is broken, nothing is said of citations.
    """
    problems = shape_problems(document, schema.NetworkFile)
    if not problems:
        problems = [*(_cited(document, facts) if facts else ()), *_strategies(document)]
    if problems:
        raise BadInput(problems)
    body = document.data["network"]
    return {**document.data, "cited": cited(body, facts) if facts else {}}


def cited(body: Mapping[str, Any], facts: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The facts that a network's file names, each with its source's title and address."""
    names = {part["fact"] for _, _, part in grounded(body) if part.get("fact")}
    return {name: with_source(facts, name) for name in sorted(names)}


def with_source(facts: Mapping[str, Any], name: str) -> dict[str, Any]:
    """One fact of a facts file with its source written out."""
    fact = facts["facts"][name]
    source = facts["sources"][fact["source"]]
    return {
        "value": fact["value"], "title": source["title"], "address": source["address"],
        "date": fact["date"], "confidence": fact["confidence"],
    }  # fmt: skip


def _cited(document: Document, facts: Mapping[str, Any]) -> list[Problem]:
    known = facts["facts"]
    problems = []
    for _, path, part in grounded(document.data["network"], place=("network",)):
        name = part.get("fact")
        if name and name not in known:
            problems.append(
                _problem(
                    document,
                    (*path, "fact"),
                    f"no fact '{shortened(name)}' in facts.yaml",
                    nearest(name, known),
                )
            )
        elif part.get("hard") and known[name]["confidence"] not in HARD:
            level = known[name]["confidence"]
            problems.append(
                _problem(
                    document,
                    (*path, "hard"),
                    f"a hard limit needs an official or encoded fact; this one is '{level}'",
                )
            )
    return problems


def unit_problems(document: Document, known: Iterable[str]) -> list[Problem]:
    """Counting units that a checked `network.yaml` names and nobody brings."""
    names = tuple(known)
    return [
        _problem(document, path, f"no counting unit '{unit}'", nearest(unit, names))
        for path, unit in units(document.data["network"])
        if unit not in names
    ]


def _strategies(document: Document) -> list[Problem]:
    body = document.data["network"]
    carried = {name for name, spec in body["formats"].items() if spec["available"]["value"]}
    kinds = {kind["kind"] for kind in body["account_types"]}
    seen: set[str] = set()
    problems = []
    for index, strategy in enumerate(body["strategies"]):
        path = ("network", "strategies", index)
        if strategy["id"] in seen:
            message = f"the id '{strategy['id']}' is taken"
            problems.append(_problem(document, (*path, "id"), message))
        seen.add(strategy["id"])
        if strategy["account"] not in kinds:
            message = "the network has no such account type"
            problems.append(_problem(document, (*path, "account"), message))
        for number, name in enumerate(strategy["formats"]):
            if name not in carried:
                message = f"the network does not carry '{name}'"
                problems.append(_problem(document, (*path, "formats", number), message))
    return problems


def _problem(document: Document, path: Path, message: str, hint: str = "") -> Problem:
    place = document.place(path)
    field = dotted(path)
    return Problem(document.file, place.line, place.column, field, message, "network", (), hint)

"""Checks a network's files: every mistake at once, each with its place."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from channelwise.errors import BadInput, Problem
from channelwise.files.nearest import nearest
from channelwise.files.problems import shape_problems
from channelwise.files.show import shortened
from channelwise.files.tree import Document, Path, dotted
from channelwise.networks import schema
from channelwise.networks.build import citation, grounded, units

# A limit that blocks a post must come from the platform itself or from code that enforces it.
HARD: Final = ("official", "encoded-in-code")


def facts_file(document: Document, network: str | None) -> dict[str, Any]:
    """The plain data of `facts.yaml`, or BadInput. `network` is None where it is not known."""
    problems = shape_problems(document, schema.FactsFile)
    if not problems:
        problems = _sources(document)
        if network is not None and document.data["network"] != network:
            problems.append(_problem(document, ("network",), f"expected '{network}'"))
    if problems:
        raise BadInput(problems)
    return dict(document.data)


def pack_facts_file(document: Document) -> dict[str, Any]:
    """The plain data of the `facts.yaml` of a rule pack, which belongs to no network."""
    problems = shape_problems(document, schema.PackFactsFile) or _sources(document)
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
        cites = _cited(document, facts) if facts else []
        problems = [*cites, *_likes(document), *_strategies(document)]
    if problems:
        raise BadInput(problems)
    body = document.data["network"]
    return {**document.data, "cited": cited(body, facts) if facts else {}}


def cited(body: Mapping[str, Any], facts: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The facts that a network's file names, each with its source's title and address."""
    names = {(part["fact"], part.get("claim")) for _, _, part in grounded(body) if part.get("fact")}
    return {
        citation(*name): with_source(facts, *name)
        for name in sorted(names, key=lambda pair: citation(*pair))
    }


def with_source(
    facts: Mapping[str, Any], name: str, claim_source: str | None = None
) -> dict[str, Any]:
    """One fact of a facts file with its source written out; or its claim of another source."""
    claim = claim_of(facts["facts"][name], claim_source)
    if claim is None:
        raise KeyError(claim_source)
    source = facts["sources"][claim["source"]]
    return {
        "value": claim["value"], "title": source["title"], "address": source["address"],
        "date": claim["date"], "confidence": claim["confidence"],
    }  # fmt: skip


def claim_of(fact: Mapping[str, Any], source: str | None) -> Mapping[str, Any] | None:
    """The claim of a fact that a limit rests on: the fact itself, or one of `also` by its source.

    Example:
        >>> fact = {"value": 280, "also": [{"value": 25000, "source": "guide"}]}
        >>> claim_of(fact, "guide")["value"], claim_of(fact, "law")
        (25000, None)

    """
    if source is None:
        return fact
    return next((claim for claim in fact.get("also", ()) if claim["source"] == source), None)


def _cited(document: Document, facts: Mapping[str, Any]) -> list[Problem]:
    known = facts["facts"]
    problems = []
    for _, path, part in grounded(document.data["network"], place=("network",)):
        name = part.get("fact")
        if name and name not in known:
            message, hint = f"no fact '{shortened(name)}' in facts.yaml", nearest(name, known)
            problems.append(_problem(document, (*path, "fact"), message, hint))
        elif name:
            problems += _claimed(document, path, part, known[name])
    return problems


def _claimed(
    document: Document, path: Path, part: Mapping[str, Any], fact: Mapping[str, Any]
) -> Iterator[Problem]:
    """What is wrong with the claim of a fact that a limit rests on."""
    source = part.get("claim")
    claim = claim_of(fact, source)
    if claim is None:
        others = [one["source"] for one in fact.get("also", ())]
        message = f"the fact has no claim of the source '{shortened(str(source))}' under `also`"
        yield _problem(document, (*path, "claim"), message, nearest(str(source), others))
    elif part.get("hard") and claim["confidence"] not in HARD:
        level = claim["confidence"]
        message = f"a hard limit needs an official or encoded fact; this one is '{level}'"
        yield _problem(document, (*path, "hard"), message)


def _likes(document: Document) -> Iterator[Problem]:
    """Formats that are like one that is not there, or that is like a third itself."""
    formats = document.data["network"]["formats"]
    for name, spec in formats.items():
        if not (like := spec.get("like")):
            continue
        path, other = ("network", "formats", name, "like"), formats.get(like["format"])
        if other is None or other.get("like") or like["format"] == name:
            message = f"'{like['format']}' is no other format of this network without a `like`"
            yield _problem(document, (*path, "format"), message)
            continue
        known = other.get("limits", {})
        for index, limit in enumerate(like.get("without", ())):
            if limit not in known:
                message = f"'{like['format']}' has no limit '{shortened(limit)}'"
                yield _problem(document, (*path, "without", index), message, nearest(limit, known))


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

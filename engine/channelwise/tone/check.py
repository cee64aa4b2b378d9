"""Checks files of tone rules and lexicons: every mistake of a file at once, with its place.

Runs when a file is loaded. What passes is plain data that `channelwise.tone.build` can turn
into rules without looking again.
"""

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from channelwise.check.table import CODES
from channelwise.errors import BadInput
from channelwise.files.nearest import nearest
from channelwise.files.problems import shape_problems
from channelwise.files.show import shortened
from channelwise.files.tree import Document, Path, dotted
from channelwise.rules.build import condition
from channelwise.rules.check_condition import check_tree
from channelwise.rules.checking import Check, with_short_keys
from channelwise.rules.condition import fields_of
from channelwise.rules.fields import CATALOGUE
from channelwise.tone import schema
from channelwise.tone.check_words import check_wordings

Plain = dict[str, Any]

CORE: Final = "core"
KINDS: Final = (
    "existence", "substitution", "occurrence", "conditional", "metric", "consistency", "set",
)  # fmt: skip
# Kinds whose hits stand in sentences, so that topics can be told.
_FINDS: Final = ("existence", "occurrence", "conditional")
_QUOTABLE: Final = (*_FINDS, "substitution", "consistency")
_MEASURED_SCOPES: Final = ("text", "first_line", "opening", "sentence")
_RULE: Final[TypeAdapter[Any]] = TypeAdapter(schema.ToneRuleSpec)


def lexicon_file(document: Document) -> Plain:
    """The plain data of a lexicon, or BadInput with every problem."""
    check = Check(document, {}, None)
    told = _empty(check, document.data, ())
    shapes = shape_problems(document, schema.LexiconFile)
    check.problems.extend(one for one in shapes if one.field not in told)
    body = document.data.get("lexicon") if isinstance(document.data, dict) else None
    if isinstance(body, dict) and not check.problems:
        if body["id"] != PurePath(document.file).stem:
            check.report(("lexicon", "id"), "a lexicon has the name of its file")
        seen: dict[tuple[str, ...], int] = {}
        for name in ("groups", "exempt"):
            for index, group in enumerate(body.get(name, ())):
                check_wordings(check, group, ("lexicon", name, index), seen)
        for language, denial in body.get("denied_by", {}).items():
            for side, words in denial.items():
                group = {"language": language, "words": words}
                check_wordings(check, group, ("lexicon", "denied_by", language, side), {}, own=True)
    _raise(check)
    return dict(body or {})


def tone_file(
    document: Document, lexicons: Mapping[str, Any], shared: Mapping[str, Any],
    owner: str | None, *, of_network: bool = True,
) -> list[Plain]:  # fmt: skip
    """The plain rules of a file, or BadInput with every problem.

    Args:
        document: the file.
        lexicons: the lexicons that rules may name, by id.
        shared: the core's named conditions.
        owner: what the codes of the file begin with: `core`, the id of a network, or the name
            of a pack; None for files of a user, whose codes may begin with anything but `core`.
        of_network: False for the rules of a pack, which cannot name a network.
    """
    network = owner if of_network and owner != CORE else None
    check = Check(document, shared, network)
    rules = document.data.get("rules") if isinstance(document.data, dict) else None
    told = _kinds(check, rules) | _empty(check, rules or (), ("rules",))
    shapes = shape_problems(document, schema.ToneFile)
    check.problems.extend(one for one in shapes if one.field not in told)
    first: dict[str, int] = {}
    for index, rule in enumerate(rules if isinstance(rules, list) else ()):
        if isinstance(rule, dict):
            _identity(check, rule, index, first, owner)
            _audience(check, rule, ("rules", index, "for"))
            if _complete(rule) and not _empty(Check(document, {}, None), rule, ()):
                _meaning(check, rule, ("rules", index), lexicons)
    _raise(check)
    name = PurePath(document.file).name
    return [
        {**rule, "place": f"{name}:{document.place(('rules', index)).line}"}
        for index, rule in enumerate(rules or ())
    ]


def _empty(check: Check, part: Any, path: Path) -> set[str]:
    """Reports keys without a value, and gives their fields: what does not matter is left out."""
    if part is None:
        check.report(path, "this is empty: give a value, or leave the key out")
        return {dotted(with_short_keys(path))}
    inner = part.items() if isinstance(part, dict) else ()
    steps = enumerate(part) if isinstance(part, list) else inner
    return set().union(*(_empty(check, one, (*path, step)) for step, one in steps))


def _kinds(check: Check, rules: Any) -> set[str]:
    """Reports rules of no known kind, and gives the fields under which they are called wrong."""
    found = set[str]()
    for index, rule in enumerate(rules if isinstance(rules, list) else ()):
        if isinstance(rule, dict) and str(rule.get("kind")) not in KINDS:
            path: Path = ("rules", index)
            found.add(dotted(path))
            kinds = ", ".join(KINDS)
            if "kind" in rule:
                hint = nearest(str(rule["kind"]), KINDS)
                check.report((*path, "kind"), f"expected one of: {kinds}", hint)
            else:
                check.report(path, f"'kind' is missing; it is one of: {kinds}")
    return found


def _raise(check: Check) -> None:
    if check.problems:
        raise BadInput(sorted(check.problems, key=lambda one: (one.line, one.column)))


def _complete(rule: Plain) -> bool:
    try:
        _RULE.validate_python(rule)
    except ValidationError:
        return False
    return True


def _identity(
    check: Check, rule: Plain, index: int, first: dict[str, int], owner: str | None
) -> None:
    name, path = rule.get("id"), ("rules", index, "id")
    if not isinstance(name, str):
        return
    if name in first:
        line = check.document.place(("rules", first[name])).line
        check.report(path, f"the id '{shortened(name)}' is taken by the rule on line {line}")
    first.setdefault(name, index)
    begins = name.partition(".")[0]
    if owner is not None and begins != owner:
        check.report(path, f"a rule of this file is named '{owner}.something'")
    elif owner is None and begins == CORE:
        check.report(path, "names that begin with 'core.' are the core's")
    elif begins != CORE and name.partition(".")[2] in CODES:
        check.report(path, f"'{shortened(name)}' is a code of the checks of formats")


def _audience(check: Check, rule: Plain, path: Path) -> None:
    """The condition on networks: well formed, and on nothing but the network."""
    want = rule.get("for")
    tree = want.get("networks") if isinstance(want, dict) else None
    if tree is None:
        return
    where, before = (*path, "networks"), len(check.problems)
    check_tree(check, tree, where)
    if len(check.problems) == before:
        for name in sorted(fields_of(condition(tree, check.named))):
            if CATALOGUE[name].scope != "network" or not name.startswith("network."):
                message = f"a tone rule can read fields of the network only, not '{name}'"
                check.report(where, message)


def _meaning(check: Check, rule: Plain, path: Path, lexicons: Mapping[str, Any]) -> None:
    for find, where in _finds(rule, path):
        for index, name in enumerate(find.get("lexicons", ())):
            if name not in lexicons:
                message = f"no lexicon is named '{shortened(name)}'"
                check.report((*where, "lexicons", index), message, nearest(name, lexicons))
        for part in ("words", "exempt"):
            for language, words in find.get(part, {}).items():
                group = {"language": language, "words": words}
                check_wordings(check, group, (*where, part, language), {}, own=True)
    for index, swap in enumerate(rule.get("swaps", ())):
        check_wordings(check, swap, (*path, "swaps", index), {})
    _fitting(check, rule, path)
    _texts(check, rule, path)
    for example, where in _situations(rule, path):
        _traits(check, example.get("network") or {}, (*where, "network"))


def _finds(rule: Plain, path: Path) -> Iterator[tuple[Plain, Path]]:
    for key in ("find", "if", "must", "must_not", "one", "other"):
        if key in rule:
            yield rule[key], (*path, key)
    posts = rule.get("share", {}).get("posts", {})
    if "find" in posts:
        yield posts["find"], (*path, "share", "posts", "find")


def _fitting(check: Check, rule: Plain, path: Path) -> None:
    kind, scope = rule["kind"], rule.get("scope", "text")
    if kind == "metric" and scope not in _MEASURED_SCOPES:
        allowed = ", ".join(_MEASURED_SCOPES)
        check.report((*path, "scope"), f"numbers are measured of: {allowed}")
    if rule.get("for", {}).get("outside_topics") and kind not in _FINDS:
        kinds = ", ".join(_FINDS)
        check.report((*path, "for", "outside_topics"), f"this suits rules of the kinds: {kinds}")
    if rule.get("for", {}).get("outside_quotes") and kind not in _QUOTABLE:
        kinds = ", ".join(_QUOTABLE)
        check.report((*path, "for", "outside_quotes"), f"this suits rules of the kinds: {kinds}")


def _texts(check: Check, rule: Plain, path: Path) -> None:
    for key in ("title", "because", "instead", "looks_for"):
        for lang, line in (rule.get(key) or {}).items():
            if "{" in line or "}" in line:
                check.report((*path, key, lang), "texts of tone rules have no braces")


def _situations(rule: Plain, path: Path) -> Iterator[tuple[Plain, Path]]:
    for side, examples in rule["examples"].items():
        for index, example in enumerate(examples):
            where = (*path, "examples", side, index)
            if "drafts" in example:
                drafts = enumerate(example["drafts"])
                yield from ((draft, (*where, "drafts", number)) for number, draft in drafts)
            else:
                yield example, where


def _traits(check: Check, traits: Mapping[str, Any], path: Path) -> None:
    """The traits of an example's network: known, and with words that they have."""
    own = [name.removeprefix("network.") for name in CATALOGUE if name.startswith("network.")]
    for name, value in traits.items():
        field = CATALOGUE.get(f"network.{name}")
        if field is None:
            message = f"'{shortened(name)}' is no field of a network"
            check.report((*path, name), message, nearest(name, own), key=True)
        elif field.words:
            for word in value if isinstance(value, list) else [value]:
                if word not in field.words:
                    allowed = ", ".join(field.words)
                    message = (
                        f"'{shortened(str(word))}' is no word of '{field.name}'; it has: {allowed}"
                    )
                    check.report((*path, name), message, nearest(str(word), field.words))

"""What holds for the core's rules as a whole."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from channelwise.recommend import measures
from channelwise.rules.fields import CATALOGUE
from channelwise.rules.model import Bands
from channelwise.rules.trial import failures
from known import ROOT, rulebook

CORE = (ROOT / "engine", ROOT / "rules")
_TEXT = {".py", ".yaml", ".yml", ".json", ".toml", ".md", ".txt", ".j2", ".html", ".css", ".jinja"}
# What people also call the networks that are installed here.
_ALIASES = ("twitter", "توییتر", "توئیتر", "لینکدین", "اینستاگرام", "اینستا", "insta", "اسنپ‌چت", "اسنپ چت")  # fmt: skip


# A quoted letter that means something else: a mode of opening files, a sign in plain letters.
_HARMLESS = ('else "x", encoding', '"×": "x"')


def _names() -> list[str]:
    """Ids and names of installed networks; one letter is matched as a name only in quotes."""
    found = set(_ALIASES)
    for network in rulebook().networks:
        found |= {network.id, *network.name}
        for name in network.name:  # `X (Twitter)` is two names
            found |= {part.strip() for part in re.split(r"[()]", name)}
    return sorted(name for name in found if len(name) > 1)


def _forbidden() -> re.Pattern[str]:
    words = "|".join(re.escape(name) for name in _names())
    one_letter = [n.id for n in rulebook().networks if len(n.id) == 1]
    quoted = "|".join(f"['\"]{name}['\"]" for name in one_letter)
    fields = "|".join(rf"\b(?:network|id): *{name}\b" for name in one_letter)
    own = "|".join(re.escape(f"{network.id}.") + r"[a-z]+-" for network in rulebook().networks)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)|{quoted}|{fields}|(?<![\w.]){own}", re.IGNORECASE)


def _files() -> list[Path]:
    return [
        file
        for place in CORE
        for file in sorted(place.rglob("*"))
        if file.suffix in _TEXT and file.is_file() and "__pycache__" not in file.parts
    ]


def test_the_core_names_no_network() -> None:
    """Neither engine nor core rules hold the id or a name of an installed network."""
    forbidden = _forbidden()
    found = [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()}"
        for file in _files()
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if forbidden.search(line) and not any(part in line for part in _HARMLESS)
    ]
    assert not found, "\n".join(found)
    assert len(_files()) > 50


@pytest.mark.parametrize("text", [
    "LinkedIn", "on twitter,", "'x'", '"x"', "X (Twitter)", "network: x", "اینستاگرام",
    "linkedin.people-before-pages", "(Snapchat)",
])  # fmt: skip
def test_the_search_for_names_finds_them(text: str) -> None:
    """The search above would notice each way of naming a network."""
    assert _forbidden().search(text)


@pytest.mark.parametrize(
    "text", ["x = 1", "for x in y", "exit", "maxx", "linked", "x.y", "box: x2"]
)
def test_the_search_for_names_lets_letters_be(text: str) -> None:
    """A letter by itself, or a part of a word, is no network."""
    assert not _forbidden().search(text)


def test_every_example_of_every_rule_holds() -> None:
    """Each rule fires on the examples it should fire on, and is surely silent on the others."""
    found = [str(failure) for rule in rulebook().rules for failure in failures(rule)]
    assert not found, "\n".join(found)


def test_every_rule_has_examples_of_both_kinds() -> None:
    """Each rule shows where it fires, and each conditional one where it stays silent."""
    for rule in rulebook().rules:
        assert rule.examples["fires"], rule.id
        assert rule.examples.get("silent") or not rule.reads, rule.id


# Answers that measures read from the brief, by the field of the catalogue they belong to.
_READ_BY_MEASURES = {
    "brief.audience.women_percent": measures.gender_reach_percent,
    "brief.audience.education": measures.education_reach_percent,
    "brief.accounts.networks": measures.accounts_here,
}


def _read_by_rules() -> set[str]:
    found: set[str] = set()
    for rule in rulebook().rules:
        found |= rule.reads
        if isinstance(rule.then, Bands):
            found.add(rule.then.by)
    return found


def test_every_answer_of_a_brief_is_read() -> None:
    """Each field of the brief in the catalogue is read by a rule, or by a measure that a rule reads."""
    read = _read_by_rules()
    unread = set()
    for name in CATALOGUE:
        if not name.startswith("brief.") or name in read:
            continue
        measure = _READ_BY_MEASURES.get(name)
        if measure is None or not _reaches_a_rule(measure, read):
            unread.add(name)
    assert not unread


def _reaches_a_rule(measure: Any, read: set[str]) -> bool:
    """Whether a rule reads the measure, or one that is built on it."""
    built_on_it = [
        name
        for name, function in {**measures.NETWORK_MEASURES, **measures.STRATEGY_MEASURES}.items()
        if function is measure or measure.__name__ in function.__code__.co_names
    ]
    return bool(set(built_on_it) & read)


def test_every_measure_is_read() -> None:
    """No measure is computed for nothing."""
    computed = {*measures.NETWORK_MEASURES, *measures.STRATEGY_MEASURES}
    assert computed <= _read_by_rules()


def _uses(tree: Any) -> set[str]:
    """Names of conditions that a tree of plain data uses."""
    if isinstance(tree, list):
        return {name for part in tree for name in _uses(part)}
    if not isinstance(tree, dict):
        return set()
    own = {tree["condition"]} if isinstance(tree.get("condition"), str) else set()
    return own | {name for part in tree.values() for name in _uses(part)}


def test_every_named_condition_is_used() -> None:
    """Each condition that has a name is used by a rule, directly or through another one."""
    files = [
        *(ROOT / "rules" / "channelwise_rules").glob("*.yaml"),
        *(ROOT / "plugins" / "channelwise_networks").glob("*/rules.yaml"),
    ]
    named: dict[str, Any] = {}
    used: set[str] = set()
    for file in files:
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
        named |= data.get("conditions", {})
        used |= _uses(data.get("rules", []))
    while more := {name for used_name in used for name in _uses(named[used_name])} - used:
        used |= more
    assert named
    assert used == set(named)


def test_a_rule_speaks_of_its_own_theme() -> None:
    """A core rule's id begins with a theme, a network's own rule with the network's id."""
    themes = {"content", "time", "audience", "goals", "presence", "access"}
    for rule in rulebook().rules:
        assert rule.id.split(".")[0] in ({rule.network} if rule.network else themes), rule.id

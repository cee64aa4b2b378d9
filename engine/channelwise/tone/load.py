"""Reads lexicons and tone rules: the core's, those of networks, and further files."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from channelwise.errors import BadInput, Problem
from channelwise.files.read import file_bytes
from channelwise.files.say import problem
from channelwise.load import bundle, cache
from channelwise.networks.model import Network
from channelwise.tone.build import tone_rule
from channelwise.tone.model import ToneRule
from channelwise.version import VERSION

Plain = dict[str, Any]
File = tuple[str, bytes]

RULES: Final = "tone"
LEXICONS: Final = "lexicons"
OWN_RULES: Final = "tone.yaml"
_SUFFIXES: Final = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class ToneBook:
    """All tone rules that were loaded, by code; `lexicons` are their plain data by id."""

    rules: tuple[ToneRule, ...]
    lexicons: Mapping[str, Mapping[str, Any]]

    def rule(self, code: str) -> ToneRule:
        """The rule of that code; KeyError if there is none."""
        return {rule.id: rule for rule in self.rules}[code]


def load_tone(networks: Iterable[Network] = (), packs: Sequence[Path] = ()) -> ToneBook:
    """The core's tone rules, those of networks that bring a `tone.yaml`, and those of packs.

    Args:
        networks: networks whose folders are looked into; their own rules judge them alone.
        packs: further files of tone rules, or folders with `tone/` and `lexicons/` in them.

    Raises:
        BadInput: with every problem of the first place that has some.
    """
    shared = bundle.core().data
    core = _read(bundle.folder(bundle.CORE_PACKAGE), shared, {}, "core")
    lexicons: Plain = dict(core["lexicons"])
    rules = _built(core, lexicons, "core", None)
    for network in sorted(networks, key=lambda one: one.id):
        place = bundle.folder(network.package) / OWN_RULES
        if place.is_file():
            plain = _read(place, shared, lexicons, network.id)
            rules += _built(plain, lexicons, network.origin, network.id)
    for pack in packs:
        plain = _read(pack, shared, lexicons, None)
        own = {**lexicons, **plain["lexicons"]}
        rules += _built(plain, own, str(pack), None)
    _refuse_doubles(rules)
    return ToneBook(tuple(sorted(rules, key=lambda rule: rule.id)), lexicons)


def _built(plain: Plain, lexicons: Plain, origin: str, network: str | None) -> list[ToneRule]:
    return [tone_rule(rule, lexicons, origin, network) for rule in plain["rules"]]


def _refuse_doubles(rules: Iterable[ToneRule]) -> None:
    owners: dict[str, ToneRule] = {}
    for rule in rules:
        first = owners.setdefault(rule.id, rule)
        if first is not rule:
            message = f"the id '{rule.id}' is taken by {first.origin} ({first.place})"
            raise BadInput([Problem(rule.origin, 0, 0, "", message, "rule")])


def _read(place: Path, shared: Plain, lexicons: Plain, owner: str | None) -> Plain:
    """The checked plain data of one place: remembered, as long as nothing of it changes."""
    words, rules = _contents(place, LEXICONS), _contents(place, RULES)
    if not rules:
        raise BadInput([problem("no_rule_file", str(place))])
    key = cache.key(VERSION, [*_salt(shared, lexicons, owner), *_code(), *words, *rules])

    def make() -> Plain:
        from channelwise.tone import reading_files  # only needed where nothing is kept

        return reading_files.checked(words, rules, shared, lexicons, owner)

    return cache.remembered(key, make)


def _contents(place: Path, part: str) -> list[File]:
    """The files of one part of a pack, in order; a pack may also be one file of rules."""
    if not place.is_dir():
        return [(str(place), file_bytes(place))] if part == RULES else []
    home = place / part
    if not home.is_dir():
        return []
    names = sorted(file.name for file in home.iterdir() if file.suffix in _SUFFIXES)
    return [(str(home / name), file_bytes(home / name)) for name in names]


def _salt(shared: Plain, lexicons: Plain, owner: str | None) -> Iterator[File]:
    """What the check depends on besides the files: names, facts and conditions of others."""
    import json

    known = {"owner": owner, "lexicons": sorted(lexicons), "conditions": shared["conditions"]}
    yield "salt", json.dumps([known, shared["facts"]], sort_keys=True, default=str).encode()


def _code() -> Iterator[File]:
    """Our own modules, which check: two states of the code may share a version."""
    for file in sorted(Path(__file__).parent.glob("*.py")):
        yield file.name, file.read_bytes()

"""Reads and checks the core rules and each plugin's folder; checked results are remembered."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from channelwise.errors import BadInput, Problem
from channelwise.files.read import file_bytes
from channelwise.files.say import problem
from channelwise.load import cache
from channelwise.version import VERSION

CORE_PACKAGE: Final = "channelwise_rules"
RULE_SUFFIXES: Final = (".yaml", ".yml")
OWN_RULES: Final = "rules.yaml"
FACTS: Final = "facts.yaml"
# Files of a pack that are read by others: its facts, and what is said of tone.
_NO_RULES: Final = (FACTS, "tone.yaml")
CORE_FACTS: Final = ("timecost", "surveys", "benchmarks")
_THEMES: Final = ("content", "time", "audience", "goals", "presence", "access")

Plain = dict[str, Any]
File = tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class Bundle:
    """Plain checked data of one place, and the name under which it is remembered."""

    key: str
    data: Plain


def folder(package: str) -> Path:
    """The folder of an importable package; our data is never inside a zip."""
    return Path(next(iter(import_module(package).__path__)))


def _contents(place: Path, names: Iterable[str]) -> list[File]:
    """The files' bytes, or BadInput with all that cannot be read."""
    found: list[File] = []
    problems: list[Problem] = []
    for name in names:
        try:
            found.append((name, file_bytes(place / name)))
        except BadInput as error:
            problems.extend(error.problems)
    if problems:
        raise BadInput(problems)
    return found


def remembered(
    place: Path, names: Iterable[str], salt: str, make: Callable[[Mapping[str, File]], Plain]
) -> Bundle:
    """The checked data of some files of a folder, made by `make` where it is not kept.

    The key is made of the names within the folder, not of the folder's own: the same files
    have the same key, and so the same fingerprint, on every machine.
    """
    contents = _contents(place, names)
    key = cache.key(VERSION, [("salt", salt.encode()), *contents])
    files = {name: (str(place / name), body) for name, body in contents}
    return Bundle(key, cache.remembered(key, lambda: make(files)))


def core() -> Bundle:
    """Conditions, policy, minutes, facts and rules of the core."""
    place = folder(CORE_PACKAGE)
    names = [
        "conditions.yaml", "policy.yaml", "minutes.yaml", "plan.yaml",
        *(f"facts/{name}.yaml" for name in CORE_FACTS), *(f"{theme}.yaml" for theme in _THEMES),
    ]  # fmt: skip

    def make(files: Mapping[str, File]) -> Plain:
        from channelwise.load import reading  # the checks are only needed where nothing is kept

        return reading.core(files)

    return remembered(place, names, "core", make)


def network(package: str, shared: Bundle) -> Bundle:
    """A network's folder: `network.yaml`, `facts.yaml`, and `rules.yaml` if there is one."""
    return _network(folder(package), shared)


def _network(place: Path, shared: Bundle) -> Bundle:
    names = ["network.yaml", FACTS]
    if (place / OWN_RULES).exists():
        names.append(OWN_RULES)

    def make(files: Mapping[str, File]) -> Plain:
        from channelwise.load import reading

        return reading.network(files, shared.data)

    return remembered(place, names, shared.key, make)


def rules(place: Path, shared: Bundle) -> Bundle:
    """A rule file, or every rule file of a folder, that judges all networks; BadInput if none.

    The rules of a folder may cite the facts of its `facts.yaml` as `fact:own#...`.
    """
    home, names = _rule_files(place)
    if place.is_dir() and (place / FACTS).is_file():
        names = [*names, FACTS]

    def make(contents: Mapping[str, File]) -> Plain:
        from channelwise.load import reading

        files = dict(contents)
        facts = files.pop(FACTS, None) if place.is_dir() else None
        return reading.pack(list(files.values()), shared.data, facts)

    return remembered(home, names, shared.key, make)


def rules_to_check(place: Path, shared: Bundle) -> list[Plain]:
    """The same, but a network's folder or its `rules.yaml` gives that network's own rules."""
    home = place if place.is_dir() else place.parent
    own = place.is_dir() or place.name == OWN_RULES
    if own and (home / "network.yaml").is_file() and (home / OWN_RULES).is_file():
        return list(_network(home, shared).data["rules"])
    return list(rules(place, shared).data["rules"])


def has_rules(place: Path) -> bool:
    """True for a folder with files of rules that give points."""
    return bool(_rule_files_in(place))


def _rule_files(place: Path) -> tuple[Path, Sequence[str]]:
    """The folder and the names of the rule files in it."""
    if not place.is_dir():
        return place.parent, [place.name]
    names = _rule_files_in(place)
    if not names:
        raise BadInput([problem("no_rule_file", str(place))])
    return place, names


def _rule_files_in(place: Path) -> list[str]:
    names = (file.name for file in place.iterdir() if file.suffix in RULE_SUFFIXES)
    return sorted(name for name in names if name not in _NO_RULES)

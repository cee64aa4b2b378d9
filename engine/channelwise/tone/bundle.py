"""Reads and checks tone rules and lexicons: the core's, a network's, a pack's.

A place is a folder with `tone.yaml` or a folder `tone`, and, if wanted, a folder `lexicons` and
`facts.yaml`; or a single file of rules. What was checked is remembered.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, NamedTuple

from channelwise.errors import BadInput
from channelwise.files.say import problem
from channelwise.load import bundle
from channelwise.load.bundle import FACTS, Bundle, File

Plain = dict[str, Any]

CORE: Final = "core"
RULES: Final = "tone"
OWN_RULES: Final = "tone.yaml"
LEXICONS: Final = "lexicons"
_PREFIX: Final = re.compile(r"[a-z][a-z0-9_]*")
_OTHER: Final = re.compile(r"[^a-z0-9_]")


class Owner(NamedTuple):
    """Whose rules they are.

    `prefix` is what their codes begin with; None for files that a user names, whose codes may
    begin with anything but `core`. `network` is set if they judge drafts for that network alone.
    """

    origin: str
    prefix: str | None = None
    network: str | None = None


@dataclass(frozen=True, slots=True)
class ToneBundle:
    """The checked plain data of one place. Two that share a key and an owner are the same."""

    key: str
    owner: Owner
    lexicons: Mapping[str, Plain] = field(compare=False, repr=False)
    rules: tuple[Plain, ...] = field(compare=False, repr=False)

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(rule["id"] for rule in self.rules)


def core(shared: Bundle) -> ToneBundle:
    """The core's own. `shared` are its conditions and facts."""
    place = bundle.folder(bundle.CORE_PACKAGE)
    return _read(place, _names(place), shared, Owner(CORE, CORE))


def says_tone(place: Path) -> bool:
    """True if a folder has files of tone rules or lexicons."""
    return bool(_names(place))


def tone_of(place: Path, shared: Bundle, owner: Owner) -> ToneBundle | None:
    """What a folder or file says of tone; None if it is a folder that says nothing of it.

    Raises:
        BadInput: with every mistake of the files, or for lexicons that no rule can use.
    """
    names = _names(place) if place.is_dir() else [place.name]
    if not names:
        return None
    if not any(map(_is_rules, names)) and place.is_dir():
        raise BadInput([problem("no_rule_file", str(place / RULES))])
    return _read(place if place.is_dir() else place.parent, names, shared, owner)


def prefix_of(plugin: str) -> str:
    """What the codes of a plugin's packs begin with: its name, as codes are written.

    Raises:
        ValueError: no code can begin so.

    Example:
        >>> prefix_of("Acme-tone")
        'acme_tone'
    """
    made = _OTHER.sub("_", plugin.lower())
    if not _PREFIX.fullmatch(made):
        raise ValueError(f"no code can begin with the plugin's name '{plugin}': it needs a letter")
    return made


def _names(place: Path) -> list[str]:
    """The files of a folder, by their paths in it."""
    own = [OWN_RULES] if (place / OWN_RULES).is_file() else []
    names = [*_inside(place, LEXICONS), *own, *_inside(place, RULES)]
    return [*names, FACTS] if names and (place / FACTS).is_file() else names


def _inside(place: Path, part: str) -> list[str]:
    if not (place / part).is_dir():
        return []
    files = (place / part).iterdir()
    return sorted(f"{part}/{file.name}" for file in files if file.suffix in bundle.RULE_SUFFIXES)


def _is_rules(name: str) -> bool:
    return name != FACTS and not name.startswith(f"{LEXICONS}/")


def _read(place: Path, names: Iterable[str], shared: Bundle, owner: Owner) -> ToneBundle:
    taken = () if owner.prefix == CORE else _core_lexicons()
    salt = "\0".join((shared.key, owner.prefix or "", owner.network or "", *taken))

    def make(files: Mapping[str, File]) -> Plain:
        from channelwise.tone import reading_files  # only needed where nothing is kept

        parts = reading_files.Files(
            words=[file for name, file in files.items() if name.startswith(f"{LEXICONS}/")],
            rules=[file for name, file in files.items() if _is_rules(name)],
            facts=files.get(FACTS),
        )
        return reading_files.checked(parts, shared.data, taken, owner)

    found = bundle.remembered(place, names, salt, make)
    return ToneBundle(found.key, owner, found.data["lexicons"], tuple(found.data["rules"]))


def _core_lexicons() -> tuple[str, ...]:
    """Their names alone: a lexicon is called as its file."""
    names = _inside(bundle.folder(bundle.CORE_PACKAGE), LEXICONS)
    return tuple(Path(name).stem for name in names)

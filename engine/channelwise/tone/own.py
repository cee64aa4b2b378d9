"""Tone rules and lexicons that somebody is writing: a file, a folder of them, a pack, a network.

They need not be part of a plugin yet. What belongs together is read together: a file in the
folder `tone` or `lexicons` of a pack is read with the whole pack, and the `tone.yaml` beside a
`network.yaml` as that network's own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, Literal, get_args

from channelwise.errors import BadInput
from channelwise.files.read import file_bytes, parse_document
from channelwise.load import bundle, cache
from channelwise.load.bundle import FACTS, RULE_SUFFIXES
from channelwise.tone import bundle as tone
from channelwise.tone.build import tone_rule
from channelwise.tone.bundle import CORE, LEXICONS, OWN_RULES, RULES, Owner, ToneBundle
from channelwise.tone.model import ToneRule
from channelwise.tone.reading_files import Files, checked
from channelwise.version import VERSION

_NETWORK: Final = "network.yaml"
_Kind = Literal["tone", "words", "scoring"]
_TONE: Final = "tone"
_WORDS: Final = "words"
_SCORING: Final = "scoring"
_KINDS: Final[tuple[_Kind, ...]] = get_args(_Kind)


@dataclass(frozen=True, slots=True)
class Sorted:
    """The files that a path stands for: those of tone, and what else holds rules.

    `scoring` are files or folders of rules that give points.
    """

    owner: Owner
    words: tuple[Path, ...] = ()
    rules: tuple[Path, ...] = ()
    facts: Path | None = None
    scoring: tuple[Path, ...] = ()

    @property
    def has_tone(self) -> bool:
        return bool(self.words or self.rules)


def several(paths: Iterable[Path]) -> list[Sorted]:
    """What each path stands for; of two that stand for the same, the first."""
    found = {(one.words, one.rules, one.scoring): one for one in map(sort_out, paths)}
    return list(found.values())


def sort_out(path: Path) -> Sorted:
    """What a path stands for. One that leads nowhere is left to whoever reads rules."""
    if path.is_dir():
        inner = path.name in (RULES, LEXICONS)
        return replace(_folder(path.parent), scoring=()) if inner else _folder(path)
    kind = _kind(path)
    if path.is_file() and path.parent.name in (RULES, LEXICONS) and kind != _SCORING:
        return replace(_folder(path.parent.parent), scoring=())
    return _file(path, kind)


def own_bundle(files: Sorted) -> ToneBundle:
    """The checked plain data of some files. They are checked anew each time: people edit them.

    Raises:
        BadInput: with every mistake of all of them.
    """
    facts = _bytes(files.facts) if files.facts else None
    parts = Files([_bytes(one) for one in files.words], [_bytes(one) for one in files.rules], facts)
    plain = checked(parts, bundle.core().data, tuple(_core_lexicons(files)), files.owner)
    return ToneBundle(_key(parts), files.owner, plain["lexicons"], tuple(plain["rules"]))


def own_tone(files: Sorted) -> tuple[ToneRule, ...]:
    """The rules of some files, ready to run; BadInput as `own_bundle`."""
    made = own_bundle(files)
    known, owner = {**_core_lexicons(files), **made.lexicons}, files.owner
    return tuple(tone_rule(one, known, owner.origin, owner.network) for one in made.rules)


def _core_lexicons(files: Sorted) -> Mapping[str, Any]:
    """Those of the core, which other files may use too."""
    return {} if files.owner.prefix == CORE else tone.core(bundle.core()).lexicons


def _key(files: Files) -> str:
    """A name for the contents, wherever the files lie."""
    parts = (*files.words, *files.rules, *((files.facts,) if files.facts else ()))
    return cache.key(VERSION, [(Path(name).name, body) for name, body in parts])


def _bytes(path: Path) -> tuple[str, bytes]:
    return str(path), file_bytes(path)


def _folder(place: Path) -> Sorted:
    """A network's folder, a pack, or any folder of files of one or several kinds."""
    kinds = {one: _kind(one) for one in _yaml(place) if one.name not in (FACTS, _NETWORK)}
    loose = {kind: [one for one in kinds if kinds[one] == kind] for kind in _KINDS}
    words = (*_yaml(place / LEXICONS), *loose[_WORDS])
    rules = (*loose[_TONE], *_yaml(place / RULES))
    facts = place / FACTS
    return Sorted(
        _owner(place), words, rules, facts if facts.is_file() and (words or rules) else None,
        _scoring(place, loose, words + rules),
    )  # fmt: skip


def _scoring(
    place: Path, loose: Mapping[_Kind, list[Path]], tone_files: tuple[Path, ...]
) -> tuple[Path, ...]:
    """The folder as a whole, so that ids are compared; its files where others lie among them."""
    strange = [one for one in (*loose[_TONE], *loose[_WORDS]) if one.name != OWN_RULES]
    if strange:
        return tuple(loose[_SCORING])
    return (place,) if loose[_SCORING] or not tone_files else ()


def _file(path: Path, kind: _Kind) -> Sorted:
    home, owner = path.parent, _owner(path.parent)
    if kind == _SCORING:
        return Sorted(owner, scoring=(path,))
    if kind == _WORDS:
        return Sorted(owner, words=(path,))
    facts = home / FACTS if (home / FACTS).is_file() else None
    return Sorted(owner, tuple(_yaml(home / LEXICONS)), (path,), facts)


def _owner(place: Path) -> Owner:
    """The core, or the network that a folder describes, if it does."""
    if place.resolve() == bundle.folder(bundle.CORE_PACKAGE).resolve():
        return Owner(CORE, CORE)
    name = _network_id(place / _NETWORK) if (place / _NETWORK).is_file() else ""
    return Owner(str(place), name, name) if name else Owner(str(place))


def _network_id(file: Path) -> str:
    data = _data(file)
    body = data.get("network") if isinstance(data, dict) else None
    name = body.get("id") if isinstance(body, dict) else None
    return name if isinstance(name, str) else ""


def _yaml(place: Path) -> list[Path]:
    if not place.is_dir():
        return []
    return sorted(one for one in place.iterdir() if one.suffix in RULE_SUFFIXES)


def _kind(file: Path) -> _Kind:
    """What a file holds: by what is in it, else by its name and folder."""
    data = _data(file)
    if isinstance(data, dict) and "lexicon" in data:
        return _WORDS
    rules = data.get("rules") if isinstance(data, dict) else None
    if isinstance(rules, list) and rules:
        return _TONE if any(map(_is_tone, rules)) else _SCORING
    if file.parent.name == LEXICONS:
        return _WORDS
    return _TONE if file.name == OWN_RULES or file.parent.name == RULES else _SCORING


def _is_tone(rule: Any) -> bool:
    """True for what no scoring rule has: a kind of check, a level, a way out."""
    return isinstance(rule, dict) and bool({"kind", "level", "instead"} & rule.keys())


def _data(file: Path) -> Any:
    try:
        return parse_document(file_bytes(file), str(file), "yaml").data
    except BadInput:  # whoever reads it in earnest tells what is wrong
        return None

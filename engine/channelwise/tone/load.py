"""Tone rules ready to run: the core's, those of networks, and those of packs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from channelwise.errors import BadInput, Problem
from channelwise.load import bundle
from channelwise.networks.model import Network
from channelwise.tone import bundle as tone
from channelwise.tone.build import tone_rule
from channelwise.tone.bundle import Owner, ToneBundle
from channelwise.tone.model import ToneRule


@dataclass(frozen=True, slots=True)
class ToneBook:
    """All tone rules that were loaded, by code; `lexicons` are the core's plain data by id.

    `fingerprint` names the contents of the files: two books that share it find the same.
    """

    rules: tuple[ToneRule, ...]
    lexicons: Mapping[str, Mapping[str, Any]]
    fingerprint: str

    def rule(self, code: str) -> ToneRule:
        """The rule of that code; KeyError if there is none."""
        return {rule.id: rule for rule in self.rules}[code]


def load_tone(networks: Iterable[Network] = (), packs: Sequence[Path] = ()) -> ToneBook:
    """The core's tone rules, those of networks that bring some, and those of files.

    Args:
        networks: networks whose folders are looked into; their own rules judge them alone.
        packs: further files of tone rules, or folders with `tone/` and `lexicons/` in them.

    Raises:
        BadInput: with every problem of the first place that has some.
    """
    shared = bundle.core()
    found = [
        tone.tone_of(bundle.folder(one.package), shared, Owner(one.origin, one.id, one.id))
        for one in sorted(networks, key=lambda one: one.id)
    ]
    for place in packs:
        pack = tone.tone_of(place, shared, Owner(str(place)))
        if pack is None:
            raise BadInput([_nothing(place)])
        found.append(pack)
    return tone_book([one for one in found if one is not None])


def tone_book(bundles: Sequence[ToneBundle]) -> ToneBook:
    """The core's tone rules and these, whose own lexicons are for their own rules.

    Raises:
        BadInput: two have a code in common.
    """
    core = tone.core(bundle.core())
    rules = [rule for one in (core, *bundles) for rule in _built(one, core.lexicons)]
    _refuse_doubles(rules)
    keys = "".join(sorted(one.key for one in (core, *bundles)))
    fingerprint = blake2b(keys.encode(), digest_size=8).hexdigest()
    return ToneBook(tuple(sorted(rules, key=lambda rule: rule.id)), core.lexicons, fingerprint)


def _built(one: ToneBundle, lexicons: Mapping[str, Any]) -> list[ToneRule]:
    known = {**lexicons, **one.lexicons}
    return [tone_rule(rule, known, one.owner.origin, one.owner.network) for rule in one.rules]


def _refuse_doubles(rules: Iterable[ToneRule]) -> None:
    owners: dict[str, ToneRule] = {}
    for rule in rules:
        first = owners.setdefault(rule.id, rule)
        if first is not rule:
            message = f"the id '{rule.id}' is taken by {first.origin} ({first.place})"
            raise BadInput([Problem(rule.origin, 0, 0, "", message, "rule")])


def _nothing(place: Path) -> Problem:
    from channelwise.files.say import problem

    return problem("no_rule_file", str(place))

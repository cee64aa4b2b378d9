"""The network under test, and the rulebook it is put beside."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any

from channelwise.count.model import Counter
from channelwise.errors import BadInput, Problem
from channelwise.load import bundle
from channelwise.load.rulebook import Rulebook, load
from channelwise.networks.build import network as build_network
from channelwise.networks.model import Network
from channelwise.plugins.discover import installed
from channelwise.plugins.door import admit
from channelwise.plugins.model import Plugin
from channelwise.rules.build import rule as build_rule
from channelwise.rules.model import Rule
from channelwise.tone.load import load_tone
from channelwise.tone.model import ToneRule


@dataclass(frozen=True, slots=True)
class Subject:
    """One network with its files' data.

    `others` is all that is installed, without it; `installed` tells whether it was among them.
    """

    package: str
    plain: Mapping[str, Any]
    facts: Mapping[str, Any]
    network: Network
    rules: tuple[Rule, ...]
    others: Rulebook
    installed: bool
    counters: tuple[Counter, ...] = ()
    tone: tuple[ToneRule, ...] = ()

    @property
    def together(self) -> Rulebook:
        """The others and this network, as loading them all would give."""
        return replace(
            self.others,
            rules=tuple(sorted((*self.others.rules, *self.rules), key=lambda rule: rule.id)),
            networks=tuple(sorted((*self.others.networks, self.network), key=lambda n: n.id)),
        )


def subject(package: str) -> Subject:
    """Reads a network's folder.

    Raises:
        BadInput: the package has no folder, a file is missing, or a file is wrong.
        ImportError: there is no such package.
    """
    if not hasattr(import_module(package), "__path__"):
        raise _refused(package, "is a module; a network is a package, a folder with its files")
    found = bundle.network(package, bundle.core())
    network = build_network(found.data, package, package, package)
    rules = tuple(build_rule(plain, {}, package, network.id) for plain in found.data["rules"])
    loaded = load(plugins=installed(), strict=False)  # whatever CHANNELWISE_PLUGINS asks for
    return Subject(
        package, found.data, network.facts(), network, rules, _without(loaded, package),
        any(one.package == package for one in loaded.networks), _counters(package, loaded),
        _tone(network),
    )  # fmt: skip


def _tone(network: Network) -> tuple[ToneRule, ...]:
    """The network's own tone rules."""
    return tuple(rule for rule in load_tone([network]).rules if rule.network == network.id)


def _counters(package: str, loaded: Rulebook) -> tuple[Counter, ...]:
    """The units that there are with this package, installed or not; none if its hook is wrong."""
    plugin = Plugin(package, package, package, "0")
    entries = admit([plugin]).entries
    own = {counter.name: counter for entry in entries for counter in entry.counters}
    return tuple({**{counter.name: counter for counter in loaded.counters}, **own}.values())


def _refused(file: str, message: str) -> BadInput:
    return BadInput([Problem(file, 0, 0, "", message)])


def _without(rulebook: Rulebook, package: str) -> Rulebook:
    gone = {network.id for network in rulebook.networks if network.package == package}
    return replace(
        rulebook,
        networks=tuple(network for network in rulebook.networks if network.id not in gone),
        rules=tuple(rule for rule in rulebook.rules if rule.network not in gone),
    )

"""The rulebook: everything that was loaded, frozen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from channelwise.count.model import Counter
from channelwise.count.units import CORE_NAMES, core_counters
from channelwise.errors import BadInput, BrokenPlugins, Problem, UnknownName
from channelwise.files.nearest import nearest
from channelwise.load import bundle
from channelwise.load.policy import Policy, policy
from channelwise.networks.build import network as build_network
from channelwise.networks.build import units
from channelwise.networks.model import Network
from channelwise.plugins.discover import OWN, chosen, installed
from channelwise.plugins.door import Entry, admit
from channelwise.plugins.model import Plugin, PluginProblem, said
from channelwise.plugins.units import checked_counter
from channelwise.rules.build import rule as build_rule
from channelwise.rules.model import Rule

if TYPE_CHECKING:
    import click


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Rules, networks and policy, in an order that does not depend on who was loaded first.

    `fingerprint` names the contents: two rulebooks that share it give the same answers.
    """

    rules: tuple[Rule, ...]
    networks: tuple[Network, ...]
    policy: Policy
    plugins: tuple[Plugin, ...]
    problems: tuple[PluginProblem, ...]
    commands: "tuple[click.Command, ...]"
    fingerprint: str
    counters: tuple[Counter, ...] = ()

    def network(self, name: str) -> Network:
        """The network of that id, or UnknownName with the nearest one."""
        for network in self.networks:
            if network.id == name:
                return network
        raise UnknownName("network", name, nearest(name, (n.id for n in self.networks)))

    def rule(self, name: str) -> Rule:
        """The rule of that id, or UnknownName with the nearest one."""
        for rule in self.rules:
            if rule.id == name:
                return rule
        raise UnknownName("rule", name, nearest(name, (r.id for r in self.rules)))

    def counter(self, name: str) -> Counter:
        """The counting unit of that name, or UnknownName with the nearest one."""
        for counter in self.counters:
            if counter.name == name:
                return counter
        raise UnknownName("unit", name, nearest(name, (c.name for c in self.counters)))


class _Assembly:
    """Collects what plugins bring, and turns away what is taken or broken."""

    def __init__(self, core: bundle.Bundle) -> None:
        self.core = core
        self.networks: dict[str, Network] = {}
        self.rules: dict[str, Rule] = {}
        self.commands: dict[str, click.Command] = {}
        self.counters: dict[str, Counter] = {}
        self.keys: set[str] = {core.key}
        self.problems: list[PluginProblem] = []
        self._add_rules(core.data["rules"], "core", None)

    def _add_rules(self, plain: list[bundle.Plain], origin: str, network: str | None) -> None:
        taken = [rule["id"] for rule in plain if rule["id"] in self.rules]
        if taken:
            raise _Taken(f"the rule id '{taken[0]}' is taken")
        for rule in plain:
            self.rules[rule["id"]] = build_rule(rule, {}, origin, network)

    def add(self, entry: Entry) -> None:
        """All of what a plugin brings, or nothing of it and a problem."""
        before = (
            dict(self.networks), dict(self.rules), dict(self.commands), dict(self.counters),
            set(self.keys),
        )  # fmt: skip
        try:
            for counter in entry.counters:
                self._add_counter(counter, entry.plugin)
            for folder in entry.networks:
                self._add_network(folder.package, entry)
            for pack in entry.rules:
                self.add_pack(bundle.folder(pack.package), str(entry.plugin.distribution))
            for command in entry.commands:
                self._add_command(command)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - importing a stranger's package
            self.networks, self.rules, self.commands, self.counters, self.keys = before
            self.problems.append(PluginProblem(entry.plugin, "data", _told(error)))

    def _add_counter(self, counter: Counter, plugin: Plugin) -> None:
        checked_counter(counter)
        ours = plugin.distribution != OWN and counter.name.partition("_")[0] in _own_ids()
        if ours or counter.name in CORE_NAMES or counter.name in self.counters:
            raise _Taken(f"the counting unit '{counter.name}' is taken")
        self.counters[counter.name] = counter

    def _add_network(self, package: str, entry: Entry) -> None:
        plugin = entry.plugin
        found = bundle.network(package, self.core)
        network = build_network(found.data, plugin.distribution, plugin.name, package)
        _check_units(network, [*CORE_NAMES, *(counter.name for counter in entry.counters)])
        owner = self.networks[network.id].origin if network.id in self.networks else ""
        if owner or (plugin.distribution != OWN and network.id in _own_ids()):
            raise _Taken(f"the network id '{network.id}' is taken by {owner or OWN}")
        self.networks[network.id] = network
        self._add_rules(found.data["rules"], plugin.distribution, network.id)
        self.keys.add(found.key)

    def add_pack(self, place: Path, origin: str) -> None:
        """Rules on all networks, from a folder or a file."""
        found = bundle.rules(place, self.core)
        self._add_rules(found.data["rules"], origin, None)
        self.keys.add(found.key)

    def _add_command(self, command: "click.Command") -> None:
        from channelwise.cli.names import COMMANDS

        if not command.name:
            raise _Taken("a command has no name")
        if command.name in COMMANDS or command.name in self.commands:
            raise _Taken(f"the command name '{command.name}' is taken")
        self.commands[command.name] = command


def _check_units(network: Network, known: Sequence[str]) -> None:
    """BadInput if the network counts in a unit that neither the core nor its plugin brings."""
    if all(unit in known for _, unit in units(network.plain)):
        return
    from channelwise.files.read import read_document
    from channelwise.networks.check import unit_problems

    file = bundle.folder(network.package) / "network.yaml"
    raise BadInput(unit_problems(read_document(file), known))


def _own_ids() -> frozenset[str]:
    """The ids of our own networks, which are the names of their entry points, chosen or not."""
    return frozenset(plugin.name for plugin in installed() if plugin.distribution == OWN)


class _Taken(Exception):  # noqa: N818 - an id that something else has
    pass


def _told(error: BaseException) -> str:
    """What went wrong, as far as the error can tell it."""
    if isinstance(error, _Taken | BadInput):
        return str(error)
    return said(error)


def load(
    *, rules: Sequence[Path] = (), plugins: Iterable[Plugin] | None = None, strict: bool = True
) -> Rulebook:
    """Reads the core rules and every wanted plugin.

    Args:
        rules: further rule files, or folders of them, that judge all networks.
        plugins: the plugins to let in; None for those installed, as the environment chooses.
        strict: raise BrokenPlugins if one cannot be loaded; False leaves it out and keeps why.

    Raises:
        BadInput: a core rule file or one of `rules` is wrong.
        BrokenPlugins: see `strict`.
    """
    wanted, missing = chosen(installed()) if plugins is None else (tuple(plugins), ())
    door = admit(wanted)
    core = bundle.core()
    assembly = _Assembly(core)
    for entry in door.entries:
        assembly.add(entry)
    for place in rules:
        _add_own(assembly, place)
    problems = (*missing, *door.problems, *assembly.problems)
    if strict and problems:
        raise BrokenPlugins(problems)
    broken = {problem.plugin for problem in problems}
    entries = [entry for entry in door.entries if entry.plugin not in broken]
    return Rulebook(
        rules=tuple(sorted(assembly.rules.values(), key=lambda rule: rule.id)),
        networks=tuple(sorted(assembly.networks.values(), key=lambda network: network.id)),
        policy=policy(core.data["policy"], core.data["minutes"], core.data["plan"]),
        plugins=tuple(entry.plugin for entry in entries),
        problems=problems,
        commands=tuple(assembly.commands.values()),
        fingerprint=_fingerprint(assembly.keys),
        counters=(*core_counters(), *(found for _, found in sorted(assembly.counters.items()))),
    )


def _add_own(assembly: _Assembly, place: Path) -> None:
    """Rules that the user named; an id that a plugin has already is the user's to change."""
    try:
        assembly.add_pack(place, str(place))
    except _Taken as error:
        raise BadInput([Problem(str(place), 0, 0, "", str(error))]) from None


def _fingerprint(keys: Iterable[str]) -> str:
    return blake2b("".join(sorted(keys)).encode(), digest_size=8).hexdigest()

"""The rulebook: everything that was loaded, frozen."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

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
from channelwise.plugins.model import Brought, Plugin, PluginProblem, said
from channelwise.plugins.units import checked_counter
from channelwise.rules.build import rule as build_rule
from channelwise.rules.model import Rule
from channelwise.tone.bundle import CORE, Owner, ToneBundle, prefix_of, says_tone, tone_of

if TYPE_CHECKING:
    import click


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Rules, networks and policy, in an order that does not depend on who was loaded first.

    `fingerprint` names the contents: two rulebooks that share it give the same answers. The
    answers to drafts rest on more, and have a fingerprint of their own
    (`channelwise.check.fingerprint`). `tone` is what networks and packs add to the core's tone
    rules, and `brought` what each plugin brings, by the plugin's name.
    """

    rules: tuple[Rule, ...]
    networks: tuple[Network, ...]
    policy: Policy
    plugins: tuple[Plugin, ...]
    problems: tuple[PluginProblem, ...]
    commands: "tuple[click.Command, ...]"
    fingerprint: str
    counters: tuple[Counter, ...] = ()
    tone: tuple[ToneBundle, ...] = ()
    brought: Mapping[str, Brought] = field(default_factory=dict)

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
        self.tone: list[ToneBundle] = []
        self.prefixes: dict[str, Plugin] = {}
        self.brought: dict[str, Brought] = {}
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
        before = self._state()
        try:
            for counter in entry.counters:
                self._add_counter(counter, entry.plugin)
            for folder in entry.networks:
                self._add_network(folder.package, entry)
            for pack in entry.rules:
                self._add_pack_of(entry.plugin, bundle.folder(pack.package))
            for command in entry.commands:
                self._add_command(command)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - importing a stranger's package
            self._set(before)
            self.problems.append(PluginProblem(entry.plugin, "data", _told(error)))
        else:
            self.brought[entry.plugin.name] = self._since(before)

    def _state(self) -> "_State":
        return _State(
            dict(self.networks), dict(self.rules), dict(self.commands), dict(self.counters),
            list(self.tone), dict(self.prefixes), set(self.keys),
        )  # fmt: skip

    def _set(self, state: "_State") -> None:
        (
            self.networks, self.rules, self.commands, self.counters, self.tone, self.prefixes,
            self.keys,
        ) = state  # fmt: skip

    def _since(self, before: "_State") -> Brought:
        tone = self.tone[len(before.tone) :]
        return Brought(
            networks=_new(self.networks, before.networks), rules=_new(self.rules, before.rules),
            tone_rules=tuple(sorted(code for one in tone for code in one.codes)),
            lexicons=tuple(sorted(name for one in tone for name in one.lexicons)),
            counters=_new(self.counters, before.counters),
            commands=_new(self.commands, before.commands),
        )  # fmt: skip

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
        self._claim(network.id, plugin)
        self.networks[network.id] = network
        self._add_rules(found.data["rules"], plugin.distribution, network.id)
        self.keys.add(found.key)
        self._add_tone_of(
            bundle.folder(package), Owner(plugin.distribution, network.id, network.id)
        )

    def _add_pack_of(self, plugin: Plugin, place: Path) -> None:
        """A plugin's rules; the codes of its tone rules begin with the plugin's name."""
        prefix = None
        if says_tone(place):
            prefix = prefix_of(plugin.name)
            self._claim(prefix, plugin)
        tone = self._add_tone_of(place, Owner(plugin.distribution, prefix))
        if not tone or bundle.has_rules(place):
            self.add_scoring(place, plugin.distribution)

    def add_scoring(self, place: Path, origin: str) -> None:
        """Rules that judge all networks, from a file or the files of a folder."""
        found = bundle.rules(place, self.core)
        self._add_rules(found.data["rules"], origin, None)
        self.keys.add(found.key)

    def _add_tone_of(self, place: Path, owner: Owner) -> bool:
        """Adds what a folder says of tone; False if it says nothing of it."""
        found = tone_of(place, self.core, owner)
        if found is not None:
            self.add_tone(found)
        return found is not None

    def add_tone(self, found: ToneBundle) -> None:
        """Tone rules, whose codes nobody else may have."""
        taken = {code: one.owner.origin for one in self.tone for code in one.codes}
        for code in found.codes:
            if code in taken:
                raise _Taken(f"the code '{code}' is taken by {taken[code]}")
        self.tone.append(found)

    def _claim(self, prefix: str, plugin: Plugin) -> None:
        """Codes tell whose rules they are: a prefix is one plugin's alone."""
        reserved = prefix == CORE or (plugin.distribution != OWN and prefix in _own_ids())
        owner = OWN if reserved else self.prefixes.setdefault(prefix, plugin).distribution
        if reserved or self.prefixes[prefix] != plugin:
            raise _Taken(f"codes that begin with '{prefix}.' are those of {owner}")

    def _add_command(self, command: "click.Command") -> None:
        from channelwise.cli.names import COMMANDS

        if not command.name:
            raise _Taken("a command has no name")
        if command.name in COMMANDS or command.name in self.commands:
            raise _Taken(f"the command name '{command.name}' is taken")
        self.commands[command.name] = command


class _State(NamedTuple):
    """What an assembly holds, so that a plugin can be undone."""

    networks: dict[str, Network]
    rules: dict[str, Rule]
    commands: "dict[str, click.Command]"
    counters: dict[str, Counter]
    tone: list[ToneBundle]
    prefixes: dict[str, Plugin]
    keys: set[str]


def _new(now: Mapping[str, object], before: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(sorted(now.keys() - before.keys()))


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
        rules: further files of rules and tone rules, or folders of them with their lexicons,
            that judge all networks; what lies in them is told as `channelwise rules check` does.
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
        tone=tuple(sorted(assembly.tone, key=lambda one: one.codes)),
        brought=assembly.brought,
    )


def _add_own(assembly: _Assembly, place: Path) -> None:
    """Rules that the user named; an id that a plugin has already is the user's to change."""
    from channelwise.tone.own import own_bundle, sort_out  # the checks are only needed for these

    files = sort_out(place)
    try:
        for path in files.scoring:
            assembly.add_scoring(path, str(place))
        if files.has_tone:
            assembly.add_tone(own_bundle(files))
    except _Taken as error:
        raise BadInput([Problem(str(place), 0, 0, "", str(error))]) from None


def _fingerprint(keys: Iterable[str]) -> str:
    return blake2b("".join(sorted(keys)).encode(), digest_size=8).hexdigest()

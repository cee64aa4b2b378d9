"""Lets plugins in: imports each, checks its hooks, calls them, and undoes all of it on failure.

A plugin that fails costs itself and nothing else; what went wrong is kept with its name.
"""

import inspect
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

import pluggy

from channelwise.count.model import Counter
from channelwise.files.nearest import nearest
from channelwise.plugins.model import Plugin, PluginProblem, Stage, said
from channelwise.plugins.spec import API, GROUP, Hooks, NetworkFolder, RulePack

if TYPE_CHECKING:
    import click

HOOKS: Final = tuple(name for name in vars(Hooks) if name.startswith(f"{GROUP}_register_"))
API_NAME: Final = f"{GROUP}_api"
# Options of a hook's mark that would make it wrap others, or stand for another hook.
_NOT_USED: Final = ("wrapper", "hookwrapper", "specname")


@dataclass(frozen=True, slots=True)
class Entry:
    """What one plugin registered."""

    plugin: Plugin
    networks: tuple[NetworkFolder, ...] = ()
    rules: tuple[RulePack, ...] = ()
    counters: tuple[Counter, ...] = ()
    commands: "tuple[click.Command, ...]" = ()


@dataclass(slots=True)
class Door:
    """Plugins that came in, and the problems of those that did not."""

    entries: list[Entry] = field(default_factory=list)
    problems: list[PluginProblem] = field(default_factory=list)


class _Refused(Exception):  # noqa: N818 - carries the stage at which a plugin was turned away
    def __init__(self, stage: Stage, message: str) -> None:
        self.stage, self.message = stage, message


def admit(plugins: Iterable[Plugin]) -> Door:
    """Loads plugins in the order given."""
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(Hooks)
    door = Door()
    for plugin in plugins:
        if manager.has_plugin(plugin.name):
            message = f"the plugin name '{plugin.name}' is taken"
            door.problems.append(PluginProblem(plugin, "hooks", message))
            continue
        try:
            door.entries.append(_admit(manager, plugin))
        except _Refused as refusal:
            if manager.has_plugin(plugin.name):
                manager.unregister(name=plugin.name)
            door.problems.append(PluginProblem(plugin, refusal.stage, refusal.message))
    return door


@contextmanager
def _at(stage: Stage, where: str = "") -> Iterator[None]:
    """Whatever a stranger's code raises turns that plugin away, and nothing else."""
    try:
        yield
    except _Refused:
        raise
    except (Exception, SystemExit) as error:
        raise _Refused(stage, f"{where}{said(error)}") from error


def _admit(manager: pluggy.PluginManager, plugin: Plugin) -> Entry:
    module = _import(plugin)
    with _at("hooks"):
        _check_hooks(module)
        _register(manager, module, plugin)
    return Entry(
        plugin,
        networks=_call(manager, plugin, "channelwise_register_networks", NetworkFolder),
        rules=_call(manager, plugin, "channelwise_register_rules", RulePack),
        counters=_call(manager, plugin, "channelwise_register_counters", Counter),
        commands=_call(manager, plugin, "channelwise_register_commands", None),
    )


def _register(manager: pluggy.PluginManager, module: ModuleType, plugin: Plugin) -> None:
    try:
        manager.register(module, plugin.name)
    except ValueError as error:
        raise _Refused("hooks", f"the module is registered already: {error}") from error


def _import(plugin: Plugin) -> ModuleType:
    import importlib

    name, _, attribute = plugin.module.partition(":")
    with _at("import"):
        found: Any = importlib.import_module(name)
        for part in filter(None, attribute.split(".")):
            found = getattr(found, part)
    if not isinstance(found, ModuleType):
        raise _Refused("import", f"'{plugin.module}' is not a module")
    return found


def _check_hooks(module: ModuleType) -> None:
    api = getattr(module, API_NAME, API)
    if api != API:
        raise _Refused("hooks", f"{API_NAME} is {api!r}, this version speaks {API}")
    marked = 0
    for name, function in vars(module).items():
        if not inspect.isroutine(function):
            continue
        is_marked = hasattr(function, f"{GROUP}_impl")
        if is_marked or name.startswith(f"{GROUP}_register"):
            _check_hook(name, function, is_marked=is_marked)
            marked += 1
    if not marked:
        raise _Refused("hooks", f"no hook found; a plugin marks one of: {', '.join(HOOKS)}")


def _check_hook(name: str, function: Any, *, is_marked: bool) -> None:
    if name not in HOOKS:
        hint = nearest(name, HOOKS)
        extra = f" Did you mean '{hint}'?" if hint else ""
        raise _Refused("hooks", f"'{name}' is not a hook.{extra}")
    if not is_marked:
        raise _Refused("hooks", f"'{name}' is not marked with @hookimpl")
    options = getattr(function, f"{GROUP}_impl")
    wrong = [option for option in _NOT_USED if options.get(option)]
    if wrong:
        raise _Refused("hooks", f"'{name}' is marked with {wrong[0]}, which hooks here do not use")
    if inspect.signature(function).parameters:
        raise _Refused("hooks", f"'{name}' takes no arguments, not even with defaults")


def _call(
    manager: pluggy.PluginManager, plugin: Plugin, hook: str, kind: type | None
) -> tuple[Any, ...]:
    """What one plugin returns for one hook, checked to be a list of the right things."""
    caller = getattr(manager.hook, hook)
    found = caller.get_hookimpls()
    functions = [impl.function for impl in found if impl.plugin_name == plugin.name]
    if not functions:
        return ()
    expected = kind or _command_type()
    with _at("call", f"{hook}: "):
        returned = functions[0]()
        is_list = isinstance(returned, Sequence) and not isinstance(returned, str | bytes)
        if not is_list or not all(isinstance(one, expected) for one in returned):
            raise _Refused("call", f"{hook} must return a list of {expected.__name__}")
        return tuple(returned)


def _command_type() -> type:
    import click

    return click.Command

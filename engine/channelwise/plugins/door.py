"""Lets plugins in: imports each, checks its hooks, calls them, and undoes all of it on failure.

A plugin that fails costs itself and nothing else; what went wrong is kept with its name.
"""

import inspect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

import pluggy

from channelwise.files.nearest import nearest
from channelwise.plugins.model import Plugin, PluginProblem, Stage
from channelwise.plugins.spec import API, GROUP, Hooks, NetworkFolder, RulePack

if TYPE_CHECKING:
    import click

HOOKS: Final = tuple(name for name in vars(Hooks) if name.startswith(f"{GROUP}_register_"))
API_NAME: Final = f"{GROUP}_api"


@dataclass(frozen=True, slots=True)
class Entry:
    """What one plugin registered."""

    plugin: Plugin
    networks: tuple[NetworkFolder, ...] = ()
    rules: tuple[RulePack, ...] = ()
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
        try:
            door.entries.append(_admit(manager, plugin))
        except _Refused as refusal:
            if manager.has_plugin(plugin.name):
                manager.unregister(name=plugin.name)
            door.problems.append(PluginProblem(plugin, refusal.stage, refusal.message))
    return door


def _admit(manager: pluggy.PluginManager, plugin: Plugin) -> Entry:
    if manager.has_plugin(plugin.name):
        raise _Refused("hooks", f"the plugin name '{plugin.name}' is taken")
    module = _import(plugin)
    _check_hooks(module)
    _register(manager, module, plugin)
    return Entry(
        plugin,
        networks=_call(manager, plugin, "channelwise_register_networks", NetworkFolder),
        rules=_call(manager, plugin, "channelwise_register_rules", RulePack),
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
    try:
        found: Any = importlib.import_module(name)
        for part in filter(None, attribute.split(".")):
            found = getattr(found, part)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever a stranger's import raises
        raise _Refused("import", _said(error)) from error
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
    if inspect.signature(function).parameters:
        raise _Refused("hooks", f"'{name}' takes no arguments, not even with defaults")


def _call(
    manager: pluggy.PluginManager, plugin: Plugin, hook: str, kind: type | None
) -> tuple[Any, ...]:
    """What one plugin returns for one hook, checked to be a list of the right things."""
    caller = getattr(manager.hook, hook)
    functions = [impl.function for impl in caller.get_hookimpls() if impl.plugin_name == plugin.name]
    if not functions:
        return ()
    try:
        returned = functions[0]()
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever a stranger's code raises
        raise _Refused("call", f"{hook}: {_said(error)}") from error
    expected = kind or _command_type()
    if not isinstance(returned, Sequence) or not all(isinstance(x, expected) for x in returned):
        raise _Refused("call", f"{hook} must return a list of {expected.__name__}")
    return tuple(returned)


def _command_type() -> type:
    import click

    return click.Command


def _said(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__

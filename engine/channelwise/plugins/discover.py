"""Which plugins there are, and which of them are wanted. Nothing is imported here."""

import os
from collections.abc import Mapping
from typing import Final

from channelwise.files.nearest import nearest
from channelwise.plugins.model import Plugin, PluginProblem
from channelwise.plugins.spec import GROUP

OWN: Final = "channelwise"
CHOICE: Final = "CHANNELWISE_PLUGINS"


def installed() -> tuple[Plugin, ...]:
    """All entry points of the group: ours first, then by distribution and name."""
    from importlib.metadata import entry_points  # slow to import, and only needed here

    found = {
        Plugin(
            point.name, point.value,
            point.dist.name if point.dist else "unknown", point.dist.version if point.dist else "0",
        )
        for point in entry_points(group=GROUP)
    }  # fmt: skip
    return tuple(sorted(found, key=_order))


def _order(plugin: Plugin) -> tuple[bool, str, str, str]:
    return plugin.distribution != OWN, plugin.distribution, plugin.name, plugin.module


def chosen(
    plugins: tuple[Plugin, ...], environment: Mapping[str, str] = os.environ
) -> tuple[tuple[Plugin, ...], tuple[PluginProblem, ...]]:
    """The plugins that `CHANNELWISE_PLUGINS` asks for; all of them if it is not set.

    Example:
        `CHANNELWISE_PLUGINS=acme,beta` loads these two; an empty value loads none.
    """
    wish = environment.get(CHOICE)
    if wish is None:
        return plugins, ()
    names = [name.strip() for name in wish.split(",") if name.strip()]
    known = {plugin.name for plugin in plugins}
    problems = tuple(_missing(name, known) for name in names if name not in known)
    return tuple(plugin for plugin in plugins if plugin.name in names), problems


def _missing(name: str, known: set[str]) -> PluginProblem:
    hint = nearest(name, known)
    extra = f" Did you mean '{hint}'?" if hint else ""
    message = f"{CHOICE} names it, but it is not installed.{extra}"
    return PluginProblem(Plugin(name, "", "unknown", "0"), "choose", message)

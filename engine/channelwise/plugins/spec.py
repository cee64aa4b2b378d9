"""The plugin door: what a plugin may add.

A plugin is a module named by an entry point of the group `channelwise`. It marks functions
with `@hookimpl`; each takes no arguments and returns frozen data. Hooks assemble; they never
score: every candidate is judged by rules alone.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pluggy

if TYPE_CHECKING:
    from collections.abc import Sequence

    import click

    from channelwise.count.model import Counter

GROUP: Final = "channelwise"
API: Final = 1

hookspec: Final = pluggy.HookspecMarker(GROUP)
hookimpl: Final = pluggy.HookimplMarker(GROUP)


@dataclass(frozen=True, slots=True)
class NetworkFolder:
    """A package whose folder holds `network.yaml`, `facts.yaml` and what else is wanted.

    That is `rules.yaml` and `tone.yaml`, for this network alone, and a folder `lexicons` with
    the words that its tone rules look for.
    """

    package: str


@dataclass(frozen=True, slots=True)
class RulePack:
    """A package whose folder holds rules for all networks.

    That is rule files (`*.yaml`), or tone rules (`tone.yaml`, or files in a folder `tone`) with
    their lexicons in a folder `lexicons`, or both; and `facts.yaml`, for rules that cite it.
    """

    package: str


class Hooks:
    """The hooks. A plugin implements any of them, with these names and no arguments."""

    @hookspec
    def channelwise_register_networks(self) -> "Sequence[NetworkFolder]":
        """Networks that this plugin adds."""
        raise AssertionError("a specification is never called")

    @hookspec
    def channelwise_register_rules(self) -> "Sequence[RulePack]":
        """Rules that judge every network, and tone rules that judge every draft."""
        raise AssertionError("a specification is never called")

    @hookspec
    def channelwise_register_counters(self) -> "Sequence[Counter]":
        """Units that texts are counted in, for the networks of this plugin."""
        raise AssertionError("a specification is never called")

    @hookspec
    def channelwise_register_commands(self) -> "Sequence[click.Command]":
        """Commands to add to the command line."""
        raise AssertionError("a specification is never called")

"""What is known of a plugin, and what went wrong with one."""

from dataclasses import dataclass
from typing import Literal

Stage = Literal["choose", "import", "hooks", "call", "data"]


@dataclass(frozen=True, slots=True)
class Plugin:
    """An entry point of the group `channelwise`, before anything is imported."""

    name: str
    module: str
    distribution: str
    version: str

    def __str__(self) -> str:
        return f"{self.name} ({self.distribution} {self.version})"


@dataclass(frozen=True, slots=True)
class Brought:
    """What one plugin brings: ids of networks, rules and lexicons, codes of tone rules, names."""

    networks: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    tone_rules: tuple[str, ...] = ()
    lexicons: tuple[str, ...] = ()
    counters: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PluginProblem:
    """Why a plugin does not take part, and at which stage that showed."""

    plugin: Plugin
    stage: Stage
    message: str

    def __str__(self) -> str:
        return f"plugin {self.plugin}: {self.stage}: {self.message}"


def said(error: BaseException) -> str:
    """The error's type and text; of an error that cannot be printed, its type alone."""
    name = type(error).__name__
    try:
        return f"{name}: {error}" if str(error) else name
    except Exception:  # noqa: BLE001 - the error is a stranger's, and so is its text
        return name

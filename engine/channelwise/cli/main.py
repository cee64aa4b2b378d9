"""The command line. Each command is a module of its own, imported when it is called."""

import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from channelwise.cli.names import COMMANDS, HELP
from channelwise.version import VERSION


class Commands(click.Group):
    """Built-in commands by name; a name that is not built in is looked for among plugins."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in COMMANDS:
            found = getattr(import_module(COMMANDS[cmd_name]), cmd_name)
            return found if isinstance(found, click.Command) else None
        return _from_plugins(cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Lists commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(HELP.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from channelwise.files.nearest import nearest

            hint = nearest(args[0], COMMANDS)
            extra = f" Did you mean '{hint}'?" if hint else ""
            raise click.UsageError(f"{error.message}{extra}", ctx) from None


def _from_plugins(name: str) -> click.Command | None:
    """The command of a plugin that is whole; plugins that are not are named on stderr."""
    from channelwise.cli.common import load_rulebook, told

    with told():
        commands = load_rulebook().commands
    return next((command for command in commands if command.name == name), None)


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
    epilog="Plugins may add networks, rules and commands: see 'channelwise plugins'.",
)
@click.version_option(VERSION, prog_name="channelwise")
def main() -> None:
    """Which social networks should your business be on, with what content, in the hours you have?

    Start with 'channelwise init', then 'channelwise recommend brief.yaml'.
    """


def run(arguments: Sequence[str] | None = None) -> Any:
    """The console script: mistakes of a user end with exit code 2 and no traceback."""
    gc.disable()  # a command ends before there is garbage worth looking for: 20 ms a start
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    return main(arguments)


if __name__ == "__main__":
    run()

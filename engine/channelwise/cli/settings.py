"""The options that say as which account a draft is posted, and where the settings are."""

from pathlib import Path

import click

account_option = click.option(
    "--account", metavar="NAME", help="The account of the settings that it is posted as."
)
config_option = click.option(
    "--config", type=click.Path(path_type=Path),
    help="The settings.  [default: channelwise.yaml beside a draft or above it]",
)  # fmt: skip

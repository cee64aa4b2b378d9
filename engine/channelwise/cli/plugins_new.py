"""`channelwise plugins new`."""

from datetime import date
from pathlib import Path
from typing import Final

import click

NEXT: Final = """\
The network is made up, and passes its tests as it is. Next:

  cd {folder}
  python -m pip install --editable . pytest
  python -m pytest
  channelwise recommend brief.yaml

Then replace what {folder}/README.md lists, a piece at a time.
"""


def create(network: str, folder: Path | None) -> None:
    """Writes a plugin for a network and says what to do next; UsageError if it cannot be."""
    from channelwise.scaffold.write import distribution, write

    _check(network)
    place = folder or Path(distribution(network))
    if place.exists():
        raise click.UsageError(f"the folder '{place}' exists already; choose another by --folder")
    try:
        written = write(network, place, date.today())
    except OSError as error:
        raise click.UsageError(f"cannot write '{place}': {error.strerror}") from None
    for file in written:
        click.echo(f"wrote {file}")
    click.echo(f"\n{NEXT.format(folder=place)}", nl=False)


def _check(network: str) -> None:
    """Refuses a name that no network may have, or that something else has."""
    from pydantic import TypeAdapter, ValidationError

    from channelwise.networks.schema import NetworkId

    try:
        TypeAdapter(NetworkId).validate_python(network)
    except ValidationError:
        raise click.UsageError(
            f"'{network}' cannot name a network: write up to 40 small letters, digits and "
            "underscores, a letter first"
        ) from None
    _check_free(network)


def _check_free(network: str) -> None:
    from channelwise.cli.common import quiet
    from channelwise.load.rulebook import load
    from channelwise.plugins.discover import installed

    with quiet():
        rulebook = load(plugins=installed(), strict=False)
    for known in rulebook.networks:
        if known.id == network:
            raise click.UsageError(f"the network '{network}' exists already, in {known.origin}")
    if network in {rule.id.partition(".")[0] for rule in rulebook.rules}:
        raise click.UsageError(f"'{network}' is a theme of rules already; choose another name")

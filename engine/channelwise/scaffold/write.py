"""Writes a new plugin."""

import re
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

ENDING: Final = ".template"
# What the template says, and what becomes of it; the longest first.
_TOKENS: Final = re.compile(r"acme-network|acme|Acme|YYYY-MM")


def distribution(network: str) -> str:
    """The name of the distribution that brings a network.

    Example:
        >>> distribution("corner_talk")
        'corner-talk-network'
    """
    return f"{network.replace('_', '-')}-network"


def write(network: str, folder: Path, today: date) -> list[Path]:
    """Writes the plugin of a network into a folder that does not exist yet.

    Args:
        network: id of the network, known to be a free and right one.
        folder: the folder to create, with its parents.
        today: its month becomes the date of the example facts.

    Returns:
        The files written, in order of their names.

    Raises:
        OSError: the folder exists, or cannot be written.
    """
    words = {
        "acme-network": distribution(network), "acme": network,
        "Acme": network.replace("_", " ").strip().title(), "YYYY-MM": f"{today:%Y-%m}",
    }  # fmt: skip
    folder.mkdir(parents=True)
    return [
        _written(folder / _filled(path.removesuffix(ENDING), words), _filled(text, words))
        for path, text in sorted(_templates(files("channelwise.scaffold") / "template"))
    ]


def _templates(place: Traversable, path: str = "") -> Iterator[tuple[str, str]]:
    for entry in place.iterdir():
        if entry.is_dir():
            yield from _templates(entry, f"{path}{entry.name}/")
        elif entry.name.endswith(ENDING):
            yield f"{path}{entry.name}", entry.read_text(encoding="utf-8")


def _filled(text: str, words: dict[str, str]) -> str:
    return _TOKENS.sub(lambda found: words[found[0]], text)


def _written(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
    return file

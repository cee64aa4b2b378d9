"""What a file says, and where it says it."""

import re
from dataclasses import dataclass
from typing import Any, NamedTuple

Path = tuple[str | int, ...]

_BARE_KEY = re.compile(r"[^\s.\[\]\"]+")


class Place(NamedTuple):
    """A line and a column of a file, both counted from 1; columns count characters."""

    line: int
    column: int


START = Place(1, 1)


@dataclass(frozen=True, slots=True)
class Document:
    """The data of one file with the place of each value and each key.

    A path is the keys and list indexes that lead to a value: `("accounts", 0, "kind")`.

    Example:
        >>> document = Document("brief.yaml", {"a": 1}, {(): Place(1, 1), ("a",): Place(1, 4)}, {})
        >>> document.place(("a", "missing"))
        Place(line=1, column=4)

    """

    file: str
    data: Any
    places: dict[Path, Place]
    key_places: dict[Path, Place]

    def place(self, path: Path) -> Place:
        """Where the value at `path` begins, or that of its nearest ancestor in the file."""
        for length in range(len(path), -1, -1):
            found = self.places.get(tuple(path[:length]))
            if found:
                return found
        return START

    def key_place(self, path: Path) -> Place:
        """Where the last key of `path` is written; an entry of a list has no key but a place."""
        return self.key_places.get(tuple(path)) or self.place(path)


def dotted(path: Path) -> str:
    """A path as people write it: `accounts[0].kind`, with quotes where a key needs them.

    Example:
        >>> dotted(("audience", "ages", "18-29")), dotted(("accounts", 0, "a b"))
        ('audience.ages.18-29', 'accounts[0]."a b"')

    """
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            name = part if _BARE_KEY.fullmatch(part) else f'"{part}"'
            text += f".{name}" if text else name
    return text

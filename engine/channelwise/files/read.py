"""Reading a file, the standard input or a text into a Document."""

import sys
from itertools import islice
from pathlib import Path
from typing import Final, Literal

from channelwise.errors import BadInput
from channelwise.files.nearest import nearest
from channelwise.files.say import problem
from channelwise.files.show import printable
from channelwise.files.text_in import MAX_BYTES, checked_text
from channelwise.files.tree import START, Document

Kind = Literal["yaml", "json", "toml"]

STDIN: Final = "-"
_KINDS: Final[dict[str, Kind]] = {
    ".yaml": "yaml",
    ".yml": "yaml",
    ".json": "json",
    ".toml": "toml",
}
_MOST_SIBLINGS: Final = 500


def read_document(path: Path | str) -> Document:
    """The document in a file, by the end of its name; `-` reads YAML from standard input.

    Raises:
        BadInput: with every problem of the file that could be found, each with its place.

    Example:
        >>> read_document("brief.yaml").data  # doctest: +SKIP
        {'business': {'name': 'Acme'}}

    """
    if str(path) == STDIN:
        return parse_document(_standard_input(), "<stdin>", "yaml")
    raw, kind = _file(Path(path))
    return parse_document(raw, str(path), kind)


def parse_document(text: str | bytes, file: str, kind: Kind) -> Document:
    """The document in a text; `file` is the name that problems give.

    Raises:
        BadInput: with every problem of the text that could be found, each with its place.

    Example:
        >>> document = parse_document("time: {hours: 4}", "brief.yaml", "yaml")
        >>> document.data, document.place(("time", "hours"))
        ({'time': {'hours': 4}}, Place(line=1, column=15))

    """
    file = printable(file)
    checked = checked_text(text, file)
    # Each parser is imported when a file of its kind is read: a start costs no YAML library.
    if kind == "json":
        from channelwise.files.json_text import parse_json

        return parse_json(checked, file)
    if kind == "toml":
        from channelwise.files.toml_text import parse_toml

        return parse_toml(checked, file)
    from channelwise.files.yaml_text import parse_yaml

    return parse_yaml(checked, file)


def parse_optional(text: str | bytes, file: str) -> Document:
    """The YAML of a text in which everything is optional: without a word it is an empty mapping.

    Raises:
        BadInput: as `parse_document`, but not for an empty text or one of comments alone.

    Example:
        >>> parse_optional("# nothing yet", "channelwise.yaml").data
        {}

    """
    try:
        return parse_document(text, file, "yaml")
    except BadInput as error:
        if [one.key for one in error.problems] != ["empty"]:
            raise
    return Document(printable(file), {}, {(): START}, {})


def _standard_input() -> str | bytes:
    """What stands there; nothing where the standard input is closed."""
    if sys.stdin is None:
        return b""
    raw: str | bytes = getattr(sys.stdin, "buffer", sys.stdin).read(MAX_BYTES + 1)
    return raw


def file_bytes(path: Path) -> bytes:
    """The bytes of a YAML file, or BadInput if there is no such file that may be read."""
    return _file(path)[0]


def _file(path: Path) -> tuple[bytes, Kind]:
    name = str(path)
    try:
        if path.is_dir():
            raise BadInput([problem("folder", name)])
        if not path.exists():
            raise BadInput([problem("no_file", name, suggestion=_neighbour(path))])
        kind = _KINDS.get(path.suffix.lower())
        if kind is None:
            raise BadInput([problem("suffix", name)])
        with path.open("rb") as stream:
            # One byte more than is allowed tells a file that is too large, and reads no more.
            return stream.read(MAX_BYTES + 1), kind
    except PermissionError:
        raise BadInput([problem("no_permission", name)]) from None
    except OSError as error:
        raise BadInput([problem("unreadable", name, reason=error.strerror or "OSError")]) from None
    except ValueError:  # a name that no file can have, such as one with a NUL
        raise BadInput([problem("no_file", name)]) from None


def _neighbour(path: Path) -> str:
    """The file beside it with the most similar name."""
    try:
        beside = list(islice(path.parent.iterdir(), _MOST_SIBLINGS))
    except OSError:
        return ""
    others = (file.name for file in beside if file.suffix.lower() in _KINDS)
    names = [name for name in others if name != path.name]  # a link that leads nowhere
    close = nearest(path.name, names)
    return str(path.parent / close) if close else ""

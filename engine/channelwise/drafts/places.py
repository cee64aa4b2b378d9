"""The files that places name, and what is in them, read with care."""

import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from channelwise.drafts.problems import of_file
from channelwise.errors import Problem
from channelwise.files.nearest import nearest
from channelwise.files.read import STDIN
from channelwise.files.say import problem
from channelwise.files.text_in import MAX_BYTES

SUFFIXES: Final = (".md", ".markdown", ".txt", ".json")
MOST_FILES: Final = 20_000
MOST_MIB: Final = 64
_MIB: Final = 1024 * 1024
_MOST_SIBLINGS: Final = 500


@dataclass(frozen=True, slots=True)
class Found:
    """What a file holds: its name in findings, the folder of its media, its kind by suffix.

    Standard input has no suffix.
    """

    name: str
    folder: Path
    raw: bytes | str
    suffix: str


LeaveOut = Callable[[Path], bool]


def contents(places: Sequence[str], leave_out: LeaveOut) -> Iterator[Found | Problem]:
    """Each file once, in order, or why it cannot be read. It stops at too many or too much.

    Of a folder, the files for which `leave_out` is true are passed over.
    """
    seen, size = set[str](), 0
    for place in places:
        for one in _at(place, leave_out):
            if isinstance(one, Problem):
                yield one
                continue
            real = _real(one)
            if real in seen:
                continue
            seen.add(real)
            found = _opened(one)
            size += len(found.raw) if isinstance(found, Found) else 0
            if len(seen) > MOST_FILES or size > MOST_MIB * _MIB:
                yield of_file("too_many", str(place), files=MOST_FILES, size=MOST_MIB)
                return
            yield found


def _real(path: Path) -> str:
    """One name for a file, whatever leads to it."""
    try:
        return STDIN if str(path) == STDIN else os.path.realpath(path)
    except (OSError, ValueError):  # said when it is opened
        return str(path)


def _at(place: str, leave_out: LeaveOut) -> Iterator[Path | Problem]:
    path = Path(place)
    if place == STDIN or not _is_folder(path):
        yield path
        return
    found = False
    for one in _inside(path):
        if isinstance(one, Problem) or not leave_out(one):
            found = True
            yield one
    if not found:
        yield of_file("no_drafts", place)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # said when it is opened
        return False


def _inside(folder: Path) -> Iterator[Path | Problem]:
    """The drafts of a folder, by name; links to folders are not followed, so none can loop."""
    failed = list[OSError]()
    for at, folders, files in os.walk(folder, onerror=failed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and name.lower().endswith(SUFFIXES):
                yield Path(at, name)
    yield from (_why(str(error.filename), error) for error in failed)


def _opened(path: Path) -> Found | Problem:
    if str(path) == STDIN:
        return Found("<stdin>", Path(), _standard_input(), "")
    name = str(path)
    try:
        return _regular(path, name)
    except FileNotFoundError:
        return problem("no_file", name, suggestion=_neighbour(path))
    except OSError as error:
        return _why(name, error)
    except ValueError:  # a name that no file can have, such as one with a NUL
        return problem("no_file", name)


def _regular(path: Path, name: str) -> Found | Problem:
    if not stat.S_ISREG(path.stat().st_mode):
        return of_file("not_a_file", name)
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        return of_file("suffix", name)
    with path.open("rb") as stream:
        # One byte more than is allowed tells a file that is too large, and reads no more.
        return Found(name, path.parent, stream.read(MAX_BYTES + 1), suffix)


def _why(name: str, error: OSError) -> Problem:
    if isinstance(error, PermissionError):
        return problem("no_permission", name)
    return problem("unreadable", name, reason=error.strerror or type(error).__name__)


def _standard_input() -> bytes | str:
    """What stands there; nothing where the standard input is closed."""
    if sys.stdin is None:
        return b""
    raw: bytes | str = getattr(sys.stdin, "buffer", sys.stdin).read(MAX_BYTES + 1)
    return raw


def _neighbour(path: Path) -> str:
    """The draft or folder beside it with the most similar name."""
    try:
        beside = list(islice(path.parent.iterdir(), _MOST_SIBLINGS))
    except (OSError, ValueError):
        return ""
    others = [
        one.name
        for one in beside
        if one.name != path.name and (one.suffix.lower() in SUFFIXES or _is_folder(one))
    ]
    close = nearest(path.name, others)
    return str(path.parent / close) if close else ""

"""Keeps checked files, so that a second start need not check them again.

An entry is JSON in the user's cache folder, named by a hash of everything that went into it:
the files' bytes, our version, and the state of the code that checks them. A changed file or
check gives another name, so an entry is never stale; one that cannot be read or written is
simply made again.
`CHANNELWISE_CACHE=off` turns the cache off, any other value names its folder.
"""

import json
import os
import re
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

# The folders of all modules that take part in checking a file; "" has those beside the folders.
_CHECKING: Final = (
    "", "brief", "check", "files", "load", "networks", "recommend", "rules", "tone",
)  # fmt: skip
SETTING: Final = "CHANNELWISE_CACHE"
# The folder may be the user's, with other files in it: only names of this form are ours.
_NAME: Final = re.compile(r"[0-9a-f]{40}-[0-9a-f]{12}\.json(\.\d+)?")
_FORM: Final = 1
MOST_ENTRIES: Final = 200
MOST_SECONDS: Final = 90 * 24 * 60 * 60


def folder() -> Path | None:
    """Where entries are kept; None if the cache is off."""
    setting = os.environ.get(SETTING)
    if setting is not None:
        return None if setting in ("", "off") else Path(setting)
    from platformdirs import user_cache_path

    return user_cache_path("channelwise", appauthor=False)


def key(version: str, parts: Iterable[tuple[str, bytes]]) -> str:
    """A name for these named contents: the same on every machine."""
    from hashlib import blake2b

    digest = blake2b(version.encode(), digest_size=20)
    for name, content in parts:
        digest.update(f"\0{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


@lru_cache(maxsize=1)
def _code() -> str:
    """Names the state of our own modules that check: two commits may share a version."""
    from hashlib import blake2b

    home = Path(__file__).parents[1]
    files = (entry for part in _CHECKING for entry in os.scandir(home / part))
    stats = ((entry.path, entry.stat()) for entry in files if entry.name.endswith(".py"))
    state = "".join(sorted(f"{path} {stat.st_size} {stat.st_mtime_ns}\n" for path, stat in stats))
    return blake2b(state.encode(), digest_size=6).hexdigest()


def remembered(name: str, make: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """The entry of that name, made and kept if it is not there."""
    place = folder()
    if place is None:
        return make()
    file = place / f"{name}-{_code()}.json"
    found = _kept(file)
    if found is None:
        found = make()
        _keep(file, found)
    return found


def _kept(file: Path) -> dict[str, Any] | None:
    """The entry in a file; None if there is none, or something else stands there."""
    try:
        found = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    known = isinstance(found, dict) and found.get("form") == _FORM
    data = found.get("data") if known else None
    return data if isinstance(data, dict) else None


def _keep(file: Path, entry: dict[str, Any]) -> None:
    """Writes beside and renames, so that a reader never meets half an entry."""
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps({"form": _FORM, "data": entry}, ensure_ascii=False)
        beside.write_text(text, encoding="utf-8")
        beside.replace(file)
        _prune(file.parent)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _prune(place: Path) -> None:
    """Removes entries that are old, or more than enough, the oldest first."""
    ours = (entry for entry in os.scandir(place) if _NAME.fullmatch(entry.name))
    entries = sorted(((entry.stat().st_mtime, entry.path) for entry in ours), reverse=True)
    oldest = time.time() - MOST_SECONDS
    for number, (written, path) in enumerate(entries):
        if number >= MOST_ENTRIES or written < oldest:
            Path(path).unlink(missing_ok=True)

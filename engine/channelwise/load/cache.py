"""Keeps checked files, so that a second start need not check them again.

An entry is JSON in the user's cache folder, named by a hash of everything that went into it:
the files' bytes, our version, and the form of the entry. A changed file has another name, so
an entry is never stale; one that cannot be read or written is simply made again.
`CHANNELWISE_CACHE=off` turns the cache off, any other value names its folder.
"""

import json
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

FORM: Final = "1"
SETTING: Final = "CHANNELWISE_CACHE"


def folder() -> Path | None:
    """Where entries are kept; None if the cache is off."""
    setting = os.environ.get(SETTING)
    if setting is not None:
        return None if setting in ("", "off") else Path(setting)
    from platformdirs import user_cache_path

    return user_cache_path("channelwise", appauthor=False)


def key(version: str, parts: Iterable[tuple[str, bytes]]) -> str:
    """A name for the result of these named contents."""
    from hashlib import blake2b

    digest = blake2b(f"{FORM} {version}".encode(), digest_size=20)
    for name, content in parts:
        digest.update(f"\0{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def remembered(name: str, make: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """The entry of that name, made and kept if it is not there."""
    place = folder()
    if place is None:
        return make()
    file = place / f"{name}.json"
    try:
        found = json.loads(file.read_bytes())
        if isinstance(found, dict):
            return found
    except (OSError, ValueError):
        pass
    made = make()
    _keep(file, made)
    return made


def _keep(file: Path, entry: dict[str, Any]) -> None:
    """Writes beside and renames, so that a reader never meets half an entry."""
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(entry, ensure_ascii=False), encoding="utf-8")
        beside.replace(file)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)

"""Names all that findings rest on: the rulebook, the tone rules, and how texts are counted."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from typing import Final

from channelwise.load.rulebook import Rulebook
from channelwise.plugins.model import Plugin
from channelwise.tone.load import ToneBook

# The core's only data to count by; its code goes with the version, as all code of ours.
_CORE_DATA: Final = Path(__file__).parents[1] / "count" / "emoji.txt"
_COMPILED: Final = (".pyc", ".pyo")


def fingerprint(rulebook: Rulebook, book: ToneBook) -> str:
    """Changes with any rule, fact, lexicon, network or counting unit that a finding may rest on.

    It is the same on every machine. A recommendation reads no tone rule and counts nothing, so
    that its fingerprint is the rulebook's own.
    """
    bring = (plugin for plugin in rulebook.plugins if _counts(rulebook, plugin))
    return _digest(
        [
            ("rulebook", rulebook.fingerprint.encode()),
            ("tone", book.fingerprint.encode()),
            ("counting", _counting(tuple(bring)).encode()),
        ]
    )


def _counts(rulebook: Rulebook, plugin: Plugin) -> bool:
    return plugin.name in rulebook.brought and bool(rulebook.brought[plugin.name].counters)


@lru_cache(maxsize=4)
def _counting(plugins: tuple[Plugin, ...]) -> str:
    """The core's data, and the files of plugins that bring units: their data and code alike."""
    own = [("core", _CORE_DATA.read_bytes())]
    return _digest([*own, *(file for plugin in plugins for file in _files(plugin))])


def _files(plugin: Plugin) -> Iterator[tuple[str, bytes]]:
    """The files beside a plugin's module; of a module that is no package, itself alone."""
    module = import_module(plugin.module.partition(":")[0])
    name = getattr(module, "__file__", None)
    if name is None:
        return
    beside = Path(name).parent.iterdir() if hasattr(module, "__path__") else [Path(name)]
    for file in sorted(beside):
        if file.is_file() and file.suffix not in _COMPILED:
            yield f"{plugin.module}/{file.name}", file.read_bytes()


def _digest(parts: Iterable[tuple[str, bytes]]) -> str:
    digest = blake2b(digest_size=8)
    for name, content in parts:
        digest.update(f"\0{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()

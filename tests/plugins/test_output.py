"""What plugins print, and whose the standard output stays."""

import json
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from channelwise import Engine
from channelwise.plugins.model import Plugin
from helpers_site import Site, acme_files

Write = Callable[..., Plugin]

SEPARATE = """print('module')
from channelwise.plugins import NetworkFolder, hookimpl


@hookimpl
def channelwise_register_networks():
    print('hook')
    return [NetworkFolder('acme_data')]
"""


def _noisy(site: Site) -> None:
    """A plugin that prints when it is imported, when its hook is called, and in its data."""
    site.add("acme-channelwise", "1.0", "acme_plugin", {"__init__.py": SEPARATE})
    data = site.place / "acme_data"
    data.mkdir()
    for name, text in (acme_files() | {"__init__.py": "print('data')\n"}).items():
        (data / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "command",
    [["recommend", "BRIEF", "--format", "json"], ["networks", "--json"], ["plugins", "--json"],
     ["rules", "list", "--json"], ["explain", "BRIEF", "acme", "--format", "json"]],
    ids=" ".join,
)  # fmt: skip
def test_json_stays_json(command: list[str], site: Site, brief_file: Path) -> None:
    """Whatever a plugin prints, on import, in a hook or in its data, goes to stderr."""
    _noisy(site)
    result = site.run(*(str(brief_file) if word == "BRIEF" else word for word in command))
    assert result.returncode == 0, result.stderr
    assert "acme" in str(json.loads(result.stdout))
    assert result.stderr.split() == ["module", "hook", "data"]


def test_the_library_leaves_standard_output_alone(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While one thread loads a plugin, and after several did, the process's stdout is its own."""
    code = "import time\ntime.sleep(0.05)\n"
    plugins = [write(f"{name}_plugin", {"__init__.py": code}, name=name) for name in ("one", "two")]
    before, seen = sys.stdout, set()
    threads = [
        threading.Thread(target=Engine.load, kwargs={"plugins": [plugin], "strict": False})
        for plugin in plugins
    ]
    threads[0].start()
    for _ in range(4):
        seen.add(id(sys.stdout))
        threading.Event().wait(0.01)
    threads[1].start()
    for thread in threads:
        thread.join()
    assert sys.stdout is before
    assert seen == {id(before)}

"""Plugins for tests: real modules in a folder, in this process or in one of their own."""

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from channelwise.plugins.model import Plugin
from helpers_site import BRIEF, Site

Write = Callable[..., Plugin]


@pytest.fixture(autouse=True)
def _own_settings(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHANNELWISE_CACHE", str(tmp_path_factory.getbasetemp() / "cache"))
    monkeypatch.delenv("CHANNELWISE_PLUGINS", raising=False)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """An empty site; its commands see the built-in plugins and what a test adds."""
    (tmp_path / "site").mkdir()
    return Site(tmp_path / "site")


@pytest.fixture
def brief_file(tmp_path: Path) -> Path:
    file = tmp_path / "brief.yaml"
    file.write_text(BRIEF, encoding="utf-8")
    return file


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Write]:
    """Writes a module of these files into this process's path and gives its entry point."""
    place = tmp_path / "modules"
    monkeypatch.syspath_prepend(place)
    before = set(sys.modules)

    def writer(
        module: str, files: Mapping[str, str], *, name: str = "", value: str = "", dist: str = ""
    ) -> Plugin:
        for path, text in files.items():
            (place / module / path).parent.mkdir(parents=True, exist_ok=True)
            (place / module / path).write_text(text, encoding="utf-8")
        return Plugin(name or module, value or module, dist or f"{module}-dist", "1.2.3")

    yield writer
    for name in set(sys.modules) - before:
        if (place / name.partition(".")[0]).exists():
            del sys.modules[name]

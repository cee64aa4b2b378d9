"""Broken network folders: every mistake is told with its place, and costs that plugin alone."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from channelwise import BadInput, BrokenPlugins, Engine
from channelwise.load import bundle, reading
from channelwise.plugins.model import Plugin

INIT = """from channelwise.plugins import NetworkFolder, hookimpl


@hookimpl
def channelwise_register_networks():
    return [NetworkFolder(__name__)]
"""

Write = Callable[[dict[str, bytes]], Plugin]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes an importable plugin of these files and gives its entry point."""
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "acme_plugin", raising=False)

    def writer(files: dict[str, bytes]) -> Plugin:
        place = tmp_path / "acme_plugin"
        place.mkdir()
        (place / "__init__.py").write_text(INIT, encoding="utf-8")
        for name, content in files.items():
            (place / name).write_bytes(content)
        monkeypatch.setitem(sys.modules, "acme_plugin", None)
        del sys.modules["acme_plugin"]
        return Plugin("acme", "acme_plugin", "acme-channelwise", "3.2.1")

    return writer


def _files(parts: dict[str, str], case: Any = None) -> dict[str, bytes]:
    files = {name: text.encode() for name, text in parts.items()}
    return files | ({case.part: case.content} if case else {})


def test_the_base_is_a_network(valid_network: dict[str, str], write: Write) -> None:
    """The network that the cases break is itself fine."""
    engine = Engine.load(plugins=[write(_files(valid_network))])
    assert [network.id for network in engine.rulebook.networks] == ["acme"]


def test_broken_network(network_case: Any, valid_network: dict[str, str]) -> None:
    """A broken network gives problems with file, place, message and the nearest known word."""
    files = _files(valid_network, network_case)
    with pytest.raises(BadInput) as caught:
        reading.network({name: (name, body) for name, body in files.items()}, bundle.core().data)
    problems = caught.value.problems
    assert network_case.part in [problem.file for problem in problems] or not network_case.line
    for problem in problems:
        assert problem.message
        assert len(str(problem)) < 3000
        assert problem.line > 0 or problem.key in ("empty", "too_big")
    if network_case.line:
        places = [(problem.file, problem.line) for problem in problems]
        assert (network_case.part, network_case.line) in places
    if network_case.says:
        assert network_case.says in "\n".join(problem.message for problem in problems)
    if network_case.hint:
        assert network_case.hint in [problem.suggestion for problem in problems]


def test_broken_network_as_a_plugin(
    network_case: Any, valid_network: dict[str, str], write: Write
) -> None:
    """A plugin with a broken network is left out by name with all problems, or raised if strict."""
    plugin = write(_files(valid_network, network_case))
    rulebook = Engine.load(plugins=[plugin], strict=False).rulebook
    (problem,) = rulebook.problems
    assert (problem.plugin, problem.stage) == (plugin, "data")
    assert "acme (acme-channelwise 3.2.1)" in str(problem)
    assert ".yaml" in problem.message
    assert not rulebook.networks
    assert not rulebook.plugins
    assert not [rule for rule in rulebook.rules if rule.origin != "core"]


def test_strict(valid_network: dict[str, str], write: Write) -> None:
    """Strict loading raises the problems that loose loading keeps."""
    files = _files(valid_network) | {"network.yaml": b"api: 2\n"}
    with pytest.raises(BrokenPlugins) as caught:
        Engine.load(plugins=[write(files)])
    assert "network.yaml:1:6" in str(caught.value)


def test_broken_facts_alone(valid_network: dict[str, str]) -> None:
    """A mistake in the facts is told once: it does not turn every citation into another."""
    files = _files(valid_network) | {
        "facts.yaml": valid_network["facts.yaml"]
        .replace("source: manual", "source: manuel", 1)
        .encode()
    }
    with pytest.raises(BadInput) as caught:
        reading.network({name: (name, body) for name, body in files.items()}, bundle.core().data)
    assert [problem.file for problem in caught.value.problems] == ["facts.yaml"]


def test_mistakes_of_all_three_files(valid_network: dict[str, str]) -> None:
    """Mistakes in facts, network and rules are told at once."""
    files = {
        "network.yaml": valid_network["network.yaml"]
        .replace("value: light", "value: lite")
        .encode(),
        "facts.yaml": valid_network["facts.yaml"]
        .replace("confidence: blog", "confidence: bog")
        .encode(),
        "rules.yaml": valid_network["rules.yaml"].replace("is: crafts", "is: craft").encode(),
    }
    with pytest.raises(BadInput) as caught:
        reading.network({name: (name, body) for name, body in files.items()}, bundle.core().data)
    assert {problem.file for problem in caught.value.problems} == set(files)


@pytest.mark.parametrize("name", ["network.yaml", "facts.yaml"])
def test_missing_file(name: str, valid_network: dict[str, str], write: Write) -> None:
    """A folder without one of the two needed files is a problem of that plugin, by file name."""
    files = _files(valid_network)
    del files[name]
    (problem,) = Engine.load(plugins=[write(files)], strict=False).rulebook.problems
    assert problem.stage == "data"
    assert name in problem.message

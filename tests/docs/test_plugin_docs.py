"""docs/plugins.md says what is so: its commands run, its hooks exist, its links lead somewhere."""

import inspect
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest

import installs
from channelwise.networks.schema import FactsFile, Network
from channelwise.plugins.door import HOOKS, admit
from channelwise.plugins.model import Plugin, Stage
from channelwise.plugins.spec import Hooks
from channelwise.testing import NetworkContract
from channelwise.vocabulary import Confidence

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "plugins.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"# (\S+/\S+)\n")


def blocks(*kinds: str) -> Iterator[tuple[str, str]]:
    """Fenced blocks of these kinds, in order."""
    return ((kind, body) for kind, body in _BLOCK.findall(PAGE) if kind in kinds)


def signature(hook: str) -> str:
    """A hook as a plugin author writes it, without `self`."""
    found = inspect.signature(getattr(Hooks, hook))
    parameters = [str(p) for name, p in found.parameters.items() if name != "self"]
    return f"{hook}({', '.join(parameters)}) -> {found.return_annotation}"


@pytest.mark.parametrize("hook", HOOKS)
def test_every_hook_has_a_heading_with_its_signature(hook: str) -> None:
    assert f"\n### `{signature(hook)}`\n" in PAGE


def test_no_hook_is_told_that_does_not_exist() -> None:
    assert set(re.findall(r"\bchannelwise_register_\w+", PAGE)) == set(HOOKS)


HOOK_EXAMPLES = [body for _, body in blocks("python") if "@hookimpl" in body]


@pytest.mark.parametrize("example", HOOK_EXAMPLES)
def test_examples_of_hooks_are_admitted(example: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each example is a plugin that the door lets in."""
    module = ModuleType("example_plugin")
    exec(compile(example, "docs/plugins.md", "exec"), vars(module))
    monkeypatch.setitem(sys.modules, module.__name__, module)
    door = admit([Plugin("example", module.__name__, "example", "1")])
    assert door.problems == []
    (entry,) = door.entries
    assert entry.networks or entry.rules or entry.counters or entry.commands


def test_every_hook_has_an_example() -> None:
    shown = {name for body in HOOK_EXAMPLES for name in re.findall(r"def (channelwise_\w+)", body)}
    assert shown == set(HOOKS)


def test_the_example_of_the_contract_is_one() -> None:
    (body,) = (body for _, body in blocks("python") if "NetworkContract" in body)
    space: dict[str, type] = {}
    exec(body, space)
    assert issubclass(space["TestHarbor"], NetworkContract)


def test_parts_of_the_files_are_the_schemas() -> None:
    """The two tables name every key at the top of a network and of its facts."""
    network, facts = PAGE.split("| part of `network.yaml`")[1].split("| part of `facts.yaml`")
    told = set(re.findall(r"`(\w+)`", "\n".join(_first_cells(network))))
    assert told == set(Network.model_fields)
    told = set(re.findall(r"`(\w+)`", "\n".join(_first_cells(facts.split("\n\n")[0]))))
    assert told <= set(FactsFile.model_fields)
    assert {"sources", "facts", "unknowns"} <= told


def _first_cells(table: str) -> list[str]:
    return [line.split("|")[1] for line in table.splitlines()[1:] if line.startswith("|")]


@pytest.mark.parametrize("word", [*get_args(Stage), *get_args(Confidence)])
def test_words_are_told(word: str) -> None:
    """Every stage of the door and every level of confidence is explained."""
    assert f"`{word}`" in PAGE


def test_links_lead_somewhere() -> None:
    headings = re.findall(r"^#+ (.*)$", PAGE, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}
    for link in re.findall(r"\]\(([^)]+)\)", PAGE):
        if link.startswith("#"):
            assert link[1:] in anchors, link
        else:
            assert (DOCS / link.partition("#")[0]).is_file(), link


@pytest.mark.slow
def test_the_tutorial_runs(tmp_path: Path) -> None:
    """Every command runs in order from an empty folder; files are written where they stand."""
    made = installs.fresh(tmp_path / "venv")
    here = tmp_path / "work"
    here.mkdir()
    said: dict[str, str] = {}
    for kind, body in blocks("console", "yaml"):
        if kind == "yaml":
            if place := _FILE.match(body):
                file = here / place[1]
                assert file.is_file(), f"the tutorial replaces {place[1]}, which is not there"
                file.write_text(body, encoding="utf-8")
            continue
        for line in body.splitlines():
            assert line.startswith("$ "), line
            command = shlex.split(line.removeprefix("$ "))
            if command[0] == "cd":
                here = here / command[1]
                continue
            done = made.run(*command, cwd=here)
            assert done.returncode == 0, f"{line}\n{done.stdout}"
            said[line.removeprefix("$ ")] = done.stdout
    assert "Harbor" in said["channelwise recommend brief.yaml"]
    assert "harbor" in said["channelwise networks"]
    assert "Offers have a board of their own" in said["channelwise explain brief.yaml harbor"]
    assert "0 failed" in said["channelwise rules test"]

"""Checking 10,000 drafts (`benchmarks.drafts`), as a library and as a process, beside peers.

The lengths of all drafts are compared with those of `twitter-text-parser` before anything is
timed: they are the same. That package counts and does nothing else, so it is timed against our
counting alone, which also tells the parts and placeholders.

`proselint` is here for scale alone. It has other rules, for English prose, and no networks,
limits, accounts or Persian, so nothing of its results can be compared; it is given the texts
that are in English alone, and so are we. Vale is not measured: its packages hold no program,
they fetch one when they are first run.

Memory is noted as `peak_mb`, the most that the process held at once.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version as version_of
from pathlib import Path
from typing import Final

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.drafts import Made, drafts, write
from benchmarks.test_count import explained
from channelwise import Engine
from channelwise.check.config_read import Configs
from channelwise.check.model import Checked
from channelwise.drafts.read import draft_from, read_drafts
from channelwise.version import VERSION
from count.oracle import theirs

ROUNDS: Final = 3
DAY: Final = date(2026, 11, 23)
# Runs a command and prints, after it, how many kilobytes it held at most.
_WATCHED: Final = (
    "import resource, subprocess, sys; subprocess.run(sys.argv[1:]);"
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
)


@pytest.fixture(scope="module")
def made() -> list[Made]:
    return drafts()


@pytest.fixture(scope="module")
def folder(made: list[Made], tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("drafts")
    write(found, made)
    return found


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine.load()


def check_folder(engine: Engine, folder: Path) -> Checked:
    """Read and check all that is in a folder, with the settings that stand there."""
    configs = Configs(engine.rulebook.networks)
    return engine.check(read_drafts([str(folder)]), config=configs.of, as_of=DAY)


def noted(benchmark: BenchmarkFixture, group: str, peer: str, version: str) -> None:
    benchmark.group = group
    benchmark.extra_info |= {"peer": peer, "version": version}


def test_folder(
    engine: Engine, folder: Path, made: list[Made], benchmark: BenchmarkFixture
) -> None:
    """In one Python process, from files to findings."""
    noted(benchmark, "checking 10,000 drafts", "channelwise, as a library", VERSION)
    answer = benchmark.pedantic(check_folder, args=(engine, folder), rounds=ROUNDS)
    assert answer.summary["drafts"] == len(made)


def test_process(engine: Engine, folder: Path, tmp_path: Path, benchmark: BenchmarkFixture) -> None:
    """The whole command, from start to the last byte of its JSON; it finds what the library does."""
    noted(benchmark, "checking 10,000 drafts", "channelwise check, as a process", VERSION)
    out = tmp_path / "found.json"
    command = (
        sys.executable, "-m", "channelwise", "check", str(folder), "--format", "json",
        "--as-of", DAY.isoformat(), "-o", str(out),
    )  # fmt: skip
    watched = (sys.executable, "-c", _WATCHED, *command)
    held = benchmark.pedantic(
        lambda: subprocess.run(watched, check=True, capture_output=True, text=True).stdout,
        rounds=ROUNDS,
    )
    benchmark.extra_info["peak_mb"] = int(held.split()[-1]) // 1024
    expected = check_folder(engine, folder).model_dump(mode="json")
    assert json.loads(out.read_text("utf-8")) == expected


@pytest.mark.parametrize("peer", ["channelwise", "twitter-text-parser"])
def test_counting(peer: str, made: list[Made], benchmark: BenchmarkFixture) -> None:
    """Both give the same length of each of the 10,000 texts; then each is timed."""
    texts = [one.text for one in made]
    measure = explained if peer == "channelwise" else theirs
    assert [explained(text) for text in texts] == [theirs(text) for text in texts]
    version = VERSION if peer == "channelwise" else version_of(peer)
    noted(benchmark, "weighted lengths of 10,000 texts", peer, version)
    benchmark.pedantic(lambda: [measure(text) for text in texts], rounds=ROUNDS)


def english(made: Sequence[Made]) -> list[Made]:
    return [one for one in made if one.language == "en"]


def test_english(engine: Engine, made: list[Made], benchmark: BenchmarkFixture) -> None:
    """The English drafts alone, beside another linter of prose; see above what that says."""
    sources = [one.source for one in english(made)]

    def checked() -> Checked:
        return engine.check([draft_from(source) for source in sources], as_of=DAY)

    noted(benchmark, f"the {len(sources):,} English drafts", "channelwise", VERSION)
    assert benchmark.pedantic(checked, rounds=ROUNDS).summary["drafts"] == len(sources)


def test_proselint(made: list[Made], benchmark: BenchmarkFixture) -> None:
    """The same texts in proselint, with all of its checks."""
    proselint = pytest.importorskip("proselint.tools")
    from proselint.checks import __register__ as checks
    from proselint.registry import CheckRegistry

    CheckRegistry().register_many(checks)
    texts = [one.text for one in english(made)]

    def linted() -> int:
        return sum(len(proselint.LintFile("draft", text).lint()) for text in texts)

    noted(benchmark, f"the {len(texts):,} English drafts", "proselint", version_of("proselint"))
    assert benchmark.pedantic(linted, rounds=ROUNDS) > 0

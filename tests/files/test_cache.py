"""Checked files that are kept between starts: damaged entries, and how many are kept."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from channelwise.load import bundle, cache
from known import rulebook

DAY = 24 * 60 * 60
Remember = Callable[[str], dict[str, object]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(cache.SETTING, str(tmp_path))
    return tmp_path


def name(text: str) -> str:
    return cache.key("1", [("a", text.encode())])


def test_an_entry_is_made_once(folder: Path) -> None:
    """The second time, it comes from the file."""
    assert cache.remembered(name("a"), lambda: {"made": 1}) == {"made": 1}
    assert cache.remembered(name("a"), lambda: {"made": 2}) == {"made": 1}


@pytest.mark.parametrize(
    "damaged",
    ["", "{", "{}", "[]", "null", "7", '{"made": 0}', '{"form": 2, "data": {"made": 0}}',
     '{"form": 1}', '{"form": 1, "data": [0]}', "[" * 100_000, "\ud800"],
    ids=lambda text: text[:30] or "empty",
)  # fmt: skip
def test_a_damaged_entry_is_made_again(damaged: str, folder: Path) -> None:
    """Whatever stands in an entry's file, the answer is right, and the file is mended."""
    cache.remembered(name("a"), lambda: {"made": 1})
    (file,) = folder.iterdir()
    file.write_bytes(damaged.encode(errors="surrogatepass"))
    assert cache.remembered(name("a"), lambda: {"made": 1}) == {"made": 1}
    assert json.loads(file.read_text(encoding="utf-8"))["data"] == {"made": 1}


def test_old_entries_go(folder: Path) -> None:
    """An entry of more than 90 days goes when another is written; files of others stay."""
    cache.remembered(name("old"), lambda: {"made": 1})
    (old,) = folder.iterdir()
    beside = old.with_name(f"{old.name}.123")
    theirs = folder / "theirs.json"
    for file in (beside, theirs):
        file.write_text("{}", encoding="utf-8")
    for file in (old, beside, theirs):
        os.utime(file, (time.time() - 91 * DAY,) * 2)
    cache.remembered(name("new"), lambda: {"made": 1})
    assert not old.exists()
    assert not beside.exists()
    assert theirs.exists()
    assert len(list(folder.iterdir())) == 2


def test_only_so_many_entries_are_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Above the number that is kept, the oldest go."""
    monkeypatch.setattr(cache, "MOST_ENTRIES", 3)
    for age in range(5):
        cache.remembered(name(str(age)), lambda: {"made": 1})
        for file in folder.glob(f"{name(str(age))}*"):
            os.utime(file, (time.time() - (50 - age) * DAY,) * 2)
    kept = {file.name.partition("-")[0] for file in folder.iterdir()}
    assert kept == {name(str(age)) for age in (2, 3, 4)}


USED = """
import sys
from pathlib import Path
from channelwise.load import bundle
from channelwise.tone.bundle import core
core(bundle.core())
bundle.rules_to_check(Path(sys.argv[1]), bundle.core())
for name, module in sorted(sys.modules.items()):
    if name.partition(".")[0] == "channelwise":
        print(module.__file__)
"""


def test_every_module_that_checks_is_part_of_the_name() -> None:
    """An entry is made again when code that takes part in checking files changed."""
    network = str(bundle.folder(rulebook().networks[0].package))
    done = subprocess.run(
        [sys.executable, "-c", USED, network], env={**os.environ, cache.SETTING: "off"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    home = Path(cache.__file__).parents[1]
    used = {Path(line).relative_to(home).parent.as_posix() for line in done.stdout.splitlines()}
    assert "tone" in used
    assert used == {part or "." for part in cache._CHECKING}

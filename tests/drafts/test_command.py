"""Hostile drafts through the real command: a clear error or a well-formed answer, never a traceback."""

import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft7Validator

from channelwise.cli.main import main
from drafts.odd import NAMES, READ, REFUSED, Content, Read, Refused
from known import engine

SARIF: Final = Path(__file__).parents[1] / "check" / "data" / "sarif-schema-2.1.0.json"
FORMS: Final = ("text", "json", "sarif", "github", "junit")
LANGS: Final = ("en", "fa")
SLOWEST: Final = 20  # seconds, several times what it takes
# Runs a command and tells, as all that stands on stderr, how many kilobytes it held at most: the
# tests' own children before it do not count.
WATCHED = (
    "import resource, subprocess, sys; done = subprocess.run(sys.argv[1:]);"
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr);"
    "sys.exit(done.returncode)"
)
MOST_MEMORY: Final = 600  # MiB that a whole run may take
# What acts on a terminal. Our own isolates and the joiners of Persian do not.
ACTS: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\ufeff]")
COMMAND: Final = re.compile(r"::(?:error|warning|notice) [^\n]*?::[^\n]*")


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with things beside the drafts that are no pictures, and one engine for all runs."""
    monkeypatch.setattr("channelwise.cli.check.load_engine", lambda *_: engine())
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.png").touch()
    (tmp_path / "loop.png").symlink_to(tmp_path / "loop.png")
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket")  # relative: such names must be short
        yield tmp_path


def write(end: str, content: Content) -> str:
    name = f"draft.{end}"
    Path(name).write_bytes(content.encode() if isinstance(content, str) else content)
    return name


def run(*arguments: str) -> Result:
    """The command as a person runs it, in this process."""
    started = time.process_time()
    result = CliRunner().invoke(main, ["check", *arguments, "--as-of", "2026-11-01"])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    assert not ACTS.search(result.output), ACTS.search(result.output)
    assert time.process_time() - started < SLOWEST
    return result


def test_there_are_more_than_two_hundred() -> None:
    """Each has a name of its own, beside those of the reader's table."""
    names = [one.name for one in (*REFUSED, *READ)]
    assert len(set(names)) == len(names)
    assert len(names) >= 240


@pytest.mark.parametrize("case", REFUSED, ids=lambda one: one.name)
def test_a_draft_that_cannot_be_used_is_refused(case: Refused) -> None:
    """Code 2, nothing on standard output; each message names the file, the first the place too."""
    name = write(case.end, case.content)
    result = run(name)
    assert (result.exit_code, result.stdout) == (2, "")
    first, *_ = lines = result.stderr.splitlines()
    at = f"{name}:{case.line}:{case.column}: " if case.line else f"{name}: "
    assert first.startswith(at) and case.says in first, first
    assert len(lines) <= 50
    assert all(line.startswith(name) and len(line) < 1_000 for line in lines)
    persian = run(name, "--lang", "fa").stderr
    assert persian.count("\n") == len(lines)
    assert re.search("[\u0600-\u06ff]", persian)


def code_of(answer: str) -> int:
    """What the exit code has to be by the findings of a JSON answer."""
    return int(json.loads(answer)["summary"]["error"] > 0)


@pytest.mark.parametrize("case", READ, ids=lambda one: one.name)
def test_a_strange_draft_is_checked(case: Read) -> None:
    """It is read and judged, and the code is that of what was found."""
    result = run(write(case.end, case.content), "--format", "json")
    assert (result.exit_code, result.stderr) == (code_of(result.stdout), "")


LIGHT: Final = [one for one in READ if len(one.content) < 50_000]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("case", LIGHT, ids=lambda one: one.name)
def test_every_form_of_its_answer_is_whole(case: Read, lang: str) -> None:
    """JSON and XML parse, SARIF fits its schema, each finding is one command of GitHub, and the
    page of a terminal acts on nothing.
    """
    name = write(case.end, case.content)
    results = {form: run(name, "--format", form, "--lang", lang, "-v") for form in FORMS}
    assert {one.exit_code for one in results.values()} == {code_of(results["json"].stdout)}
    for form, result in results.items():
        whole(form, result.stdout)


def whole(form: str, answer: str) -> Any:
    if form == "junit":
        return ET.fromstring(answer)
    if form == "github":
        assert all(COMMAND.fullmatch(line) for line in answer.splitlines())
    if form in ("json", "sarif"):
        data = json.loads(answer)
        if form == "sarif":
            schema = Draft7Validator(json.loads(SARIF.read_text(encoding="utf-8")))
            assert not list(schema.iter_errors(data))
        return data
    return answer


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_strange_name_of_a_file_is_shown_and_acts_on_nothing(name: str, place: Path) -> None:
    """Controls and marks in it are written out, in every form, on one line."""
    path = place / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("---\nnetworks: [x, nope]\nmedia: gone.png\n---\nHello {{name}}\n")
    shown = ascii(name)[1:-1] if not name.isprintable() else name
    assert run(f"./{name}").stdout.lstrip("\u2066").startswith(f"{shown}:2:15: ")
    for form in FORMS:
        whole(form, run(f"./{name}", "--format", form).stdout)
    data = whole("json", run(f"./{name}", "--format", "json").stdout)
    assert data["files"] == [shown]


def test_all_names_together(place: Path) -> None:
    """A folder of them is one well-formed answer, hidden ones left out."""
    for name in NAMES:
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).write_text("---\nnetworks: nope\n---\nHello\n")
    for form in FORMS:
        whole(form, run(".", "--format", form).stdout)
    assert len(whole("json", run(".", "--format", "json").stdout)["files"]) == len(NAMES) - 1


def test_a_folder_of_all_that_cannot_be_used_tells_of_each(place: Path) -> None:
    """As one run of the installed command: every file is named, in little time and memory."""
    small = [one for one in REFUSED if len(one.content) < 100_000]
    for index, one in enumerate(small):
        content = one.content.encode() if isinstance(one.content, str) else one.content
        (place / "folder" / f"{index:03}.{one.end}").write_bytes(content)
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "channelwise", "check", "folder"], cwd=place, check=False,
        capture_output=True, encoding="utf-8", timeout=120,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr and not ACTS.search(done.stderr)
    for index, one in enumerate(small):
        assert f"folder/{index:03}.{one.end}:" in done.stderr, one.name
    assert time.perf_counter() - started < SLOWEST


def test_heavy_drafts_take_bounded_memory(place: Path) -> None:
    """All that are large, in one run of the installed command."""
    for index, one in enumerate(one for one in READ if len(one.content) > 500_000):
        Path(write(one.end, one.content)).rename(place / "folder" / f"{index}.{one.end}")
    command = [sys.executable, "-m", "channelwise", "check", "folder", "--format", "json"]
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *command], cwd=place, check=False, capture_output=True,
        timeout=300, env=dict(os.environ),
    )  # fmt: skip
    assert done.returncode == 0
    assert json.loads(done.stdout)["summary"]["drafts"] == len(list(Path("folder").iterdir()))
    assert int(done.stderr) < MOST_MEMORY * 1024


@pytest.mark.parametrize(
    "content", [b"", b"\0", b"\xff\xfe", b"---\n", b"x" * 2_000_000], ids=["no", "nul", "wide", "open", "big"]
)  # fmt: skip
def test_standard_input_is_told_by_its_name(content: bytes) -> None:
    """What cannot be used on standard input is told as `<stdin>`."""
    result = CliRunner().invoke(main, ["check", "-"], input=content)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("<stdin>")

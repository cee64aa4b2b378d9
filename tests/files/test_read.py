"""Files on disk and the standard input."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from channelwise.errors import BadInput, Problem
from channelwise.files.read import read_document
from channelwise.files.text_in import MAX_BYTES


def refused(path: Path | str) -> Problem:
    with pytest.raises(BadInput) as caught:
        read_document(path)
    assert len(caught.value.problems) == 1
    return caught.value.problems[0]


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.yaml", "a: 1"), ("a.YML", "a: 1"), ("a.json", '{"a": 1}'), ("a.toml", "a = 1")],
)
def test_the_end_of_the_name_tells_the_kind(tmp_path: Path, name: str, text: str) -> None:
    """YAML, JSON and TOML are told by the end of the name, in any case, as Path or str."""
    (tmp_path / name).write_text(text)
    assert read_document(tmp_path / name).data == {"a": 1}
    assert read_document(str(tmp_path / name)).file == str(tmp_path / name)


def test_another_end_of_the_name_names_the_three(tmp_path: Path) -> None:
    """A file of another kind is told which endings are read."""
    (tmp_path / "brief.txt").write_text("a: 1")
    problem = refused(tmp_path / "brief.txt")
    assert problem.key == "suffix"
    assert all(end in problem.message for end in (".yaml", ".json", ".toml"))


def test_a_missing_file_suggests_the_one_beside_it(tmp_path: Path) -> None:
    """A slip in the name gets the nearest file of the folder."""
    (tmp_path / "brief.yml").write_text("a: 1")
    problem = refused(tmp_path / "breif.yml")
    assert (problem.key, problem.suggestion) == ("no_file", str(tmp_path / "brief.yml"))


@pytest.mark.parametrize(
    ("path", "key"),
    [
        (".", "folder"),
        ("nothing/here.yaml", "no_file"),
        ("a\0b.yaml", "no_file"),
        ("a\0b/c.yaml", "no_file"),
        ("", "folder"),
    ],
)
def test_what_is_no_file(path: str, key: str) -> None:
    """Folders, missing folders and impossible names are refused without a traceback."""
    assert refused(path).key == key


def test_a_name_that_is_too_long_is_refused() -> None:
    """What the system refuses to open is BadInput as well."""
    assert refused("a" * 5000 + ".yaml").key in ("unreadable", "no_file")


@pytest.mark.skipif(os.name != "posix", reason="needs the permissions and devices of POSIX")
def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file without permission says so."""
    path = tmp_path / "a.yaml"
    path.write_text("a: 1")

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    assert refused(path).key == "no_permission"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs /dev/zero")
def test_an_endless_file_is_read_no_further_than_the_limit(tmp_path: Path) -> None:
    """A file without end is refused as too large."""
    endless = tmp_path / "endless.yaml"
    endless.symlink_to("/dev/zero")
    assert refused(endless).key == "too_big"


def test_a_file_name_cannot_write_on_the_terminal() -> None:
    """Control and direction characters of a file name are escaped in problems."""
    problem = refused("a\x1b[2J\u202e.yaml")
    assert problem.file == "a\\x1b[2J\\u202e.yaml"


def test_standard_input_is_yaml(monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` reads YAML from standard input, bytes first, so that the encoding is checked."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("a: س".encode())))
    document = read_document("-")
    assert (document.file, document.data) == ("<stdin>", {"a": "س"})
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff")))
    assert refused("-").key == "not_utf8"
    monkeypatch.setattr(sys, "stdin", io.StringIO("a: " + "x" * MAX_BYTES))
    assert refused("-").key == "too_big"


def test_reading_json_imports_no_yaml() -> None:
    """The YAML library is imported only by those who read YAML."""
    code = (
        "import sys; from channelwise.files.read import parse_document as p;"
        "p('{\"a\": 1}', 'f', 'json'); sys.exit('yaml' in sys.modules)"
    )
    engine = next(path for path in sys.path if (Path(path) / "channelwise" / "errors.py").exists())
    env = {**os.environ, "PYTHONPATH": engine}
    assert subprocess.run([sys.executable, "-c", code], env=env, check=False).returncode == 0


def test_closed_standard_input_is_empty() -> None:
    """A process without a standard input gets the message of an empty file."""
    code = "from channelwise.files.read import read_document; read_document('-')"
    command = f'"{sys.executable}" -c "{code}" <&-'
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1].endswith("<stdin>: the file is empty")

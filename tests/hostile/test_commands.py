"""Broken files through the real command line: exit code, place on stderr, nothing on stdout."""

import re
from pathlib import Path
from typing import Any

import pytest

from helpers_site import NETWORK_INIT, Site

PLACE = re.compile(r"\.(?:yaml|json|toml):\d+:\d+: ")
PERSIAN = re.compile("[\u0600-\u06ff]")
PLACELESS = ("is empty", "is larger")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path / "site")


def _is_told(stderr: str) -> bool:
    return bool(PLACE.search(stderr)) or any(word in stderr for word in PLACELESS)


def _check(result: Any) -> None:
    assert result.returncode == 2, result
    assert result.stdout == ""
    assert _is_told(result.stderr), result.stderr
    assert "Traceback" not in result.stderr


def test_recommend(brief_sample: Any, site: Site, tmp_path: Path) -> None:
    """`recommend` on a broken brief ends with code 2 and the place."""
    file = tmp_path / f"brief{brief_sample.suffix}"
    file.write_bytes(brief_sample.content)
    result = site.run("recommend", file)
    _check(result)
    assert str(file) in result.stderr


def test_rules_check(rule_sample: Any, site: Site, tmp_path: Path) -> None:
    """`rules check` on a broken rule file ends with code 2 and the place."""
    file = tmp_path / "mine.yaml"
    file.write_bytes(rule_sample.content)
    result = site.run("rules", "check", file)
    _check(result)
    assert str(file) in result.stderr


def test_network_of_a_plugin(
    network_sample: Any, valid_network: dict[str, str], site: Site, tmp_path: Path
) -> None:
    """A broken network of a plugin is a warning with its place, and `plugins --check` fails."""
    site.add(
        "acme-channelwise", "3.2.1", "acme_plugin", {"__init__.py": NETWORK_INIT, **valid_network}
    )
    (site.place / "acme_plugin" / network_sample.part).write_bytes(network_sample.content)
    checked = site.run("plugins", "--check")
    assert checked.returncode == 1
    assert _is_told(checked.stdout + checked.stderr)
    listed = site.run("networks", "--json")
    assert listed.returncode == 0
    assert "acme (acme_plugin" not in listed.stderr
    assert "acme_plugin (acme-channelwise 3.2.1): data" in listed.stderr
    assert "Traceback" not in listed.stderr


@pytest.mark.parametrize(
    "command", [["recommend"], ["explain"], ["rules", "check"], ["rules", "test"]]
)
def test_missing_file(command: list[str], site: Site, tmp_path: Path) -> None:
    """A file that is not there ends with code 2 and its name, whatever the command."""
    more = ["linkedin"] if command == ["explain"] else []
    result = site.run(*command, tmp_path / "nothing.yaml", *more)
    assert result.returncode == 2
    assert "nothing.yaml" in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout == ""


def test_further_rules_missing(site: Site, tmp_path: Path, valid_brief: str) -> None:
    """`--rules` with a file that is not there ends with code 2 and its name."""
    brief = tmp_path / "brief.yaml"
    brief.write_text(valid_brief, encoding="utf-8")
    result = site.run("recommend", brief, "--rules", tmp_path / "nothing.yaml")
    assert result.returncode == 2
    assert "nothing.yaml" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    "content", [b"\xff\xfe", b"", b"[" * 100_000], ids=["bytes", "empty", "deep"]
)
def test_standard_input(content: bytes, site: Site, tmp_path: Path) -> None:
    """A broken brief on standard input is told as <stdin>."""
    import os
    import subprocess
    import sys

    result = subprocess.run(
        [sys.executable, "-m", "channelwise", "recommend", "-"], input=content,
        capture_output=True, timeout=60, check=False, env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert result.returncode == 2
    assert b"<stdin>" in result.stderr
    assert b"Traceback" not in result.stderr


def test_in_persian(site: Site, tmp_path: Path, valid_brief: str) -> None:
    """`--lang fa` tells the mistakes in Persian and keeps file, line, field and hint."""
    file = tmp_path / "brief.yaml"
    broken = valid_brief.replace("looks: attractive", "looks: atractive").replace(
        "kind: b2c", "kind: b2x"
    )
    file.write_text(broken, encoding="utf-8")
    result = site.run("recommend", file, "--lang", "fa")
    assert result.returncode == 2
    first, second = result.stderr.splitlines()
    for line, field, hint in (
        (first, "business.looks", "attractive"),
        (second, "audience.kind", "b2c"),
    ):
        assert PERSIAN.search(line)
        assert field in line
        assert hint in line
        assert f"{file}:" in line


def test_a_folder_of_rules(site: Site, tmp_path: Path, valid_rules: str) -> None:
    """`rules check` of a folder tells the mistakes of each file; a good folder passes."""
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "a.yaml").write_text(valid_rules, encoding="utf-8")
    assert site.run("rules", "check", folder).returncode == 0
    (folder / "b.yaml").write_text("api: 2\n", encoding="utf-8")
    (folder / "c.yaml").write_text("api: 3\n", encoding="utf-8")
    result = site.run("rules", "check", folder)
    assert result.returncode == 2
    assert "b.yaml:1:6" in result.stderr
    assert "c.yaml:1:6" in result.stderr

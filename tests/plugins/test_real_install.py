"""A third party's network from a wheel, in a fresh environment with the real installer."""

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from helpers_site import BRIEF, acme_files

ROOT = Path(__file__).parents[2]

PROJECT = """[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "acme-channelwise"
version = "2.1.0"
dependencies = ["channelwise"]

[project.entry-points.channelwise]
acme = "acme_plugin"

[tool.hatch.build.targets.wheel]
packages = ["acme_plugin"]
"""


def _run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    inherited = {
        k: v
        for k, v in os.environ.items()
        if k != "PYTHONPATH" and not k.startswith("CHANNELWISE_")
    }
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, encoding="utf-8",
        env={**inherited, "CHANNELWISE_CACHE": str(cwd / "cache"), "PYTHONUTF8": "1"},
        timeout=600, check=False,
    )  # fmt: skip


@pytest.mark.slow
def test_installed_by_pip(tmp_path: Path) -> None:
    """A network installed by pip is listed, ranked and checked; uninstalled, it is gone."""
    project = tmp_path / "acme"
    (project / "acme_plugin").mkdir(parents=True)
    (project / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    for name, text in acme_files().items():
        (project / "acme_plugin" / name).write_text(text, encoding="utf-8")
    brief = tmp_path / "brief.yaml"
    brief.write_text(BRIEF, encoding="utf-8")
    venv.create(tmp_path / "env", with_pip=True)
    scripts = tmp_path / "env" / ("Scripts" if sys.platform == "win32" else "bin")
    for source in (ROOT, project):
        installed = _run(scripts / "python", "-m", "pip", "install", "-q", source, cwd=tmp_path)
        assert installed.returncode == 0, installed.stderr

    def channelwise(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return _run(scripts / "channelwise", *arguments, cwd=tmp_path)

    assert "acme" in channelwise("networks").stdout
    ranked = json.loads(channelwise("recommend", brief, "--format", "json").stdout)["ranking"]
    assert {"acme", "snapchat"} <= {place["id"] for place in ranked}
    checked = channelwise("plugins", "--check")
    assert checked.returncode == 0, checked.stderr
    assert "acme  (acme-channelwise 2.1.0)  networks: acme" in checked.stdout
    assert channelwise("networks", "show", "acme").returncode == 0
    assert channelwise("rules", "test").returncode == 0
    _run(scripts / "python", "-m", "pip", "uninstall", "-qy", "acme-channelwise", cwd=tmp_path)
    rows = json.loads(channelwise("networks", "--json").stdout)
    assert "acme" not in [row["id"] for row in rows]

"""A third party's network from a wheel, in a fresh environment with the real installer."""

import json
import os
import subprocess
import sys
import venv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from helpers_pack import DRAFT, pack_files
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


def _project(folder: Path, package: str, files: Mapping[str, str], project: str) -> Path:
    """A project on disk, as its author has it."""
    inside = {f"{package}/{name}": text for name, text in files.items()}
    for name, text in {"pyproject.toml": project, **inside}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def _pack_project(folder: Path) -> Path:
    project = PROJECT.replace("acme-channelwise", "acme-tone-pack").replace("2.1.0", "0.3")
    project = project.replace('acme = "acme_plugin"', 'acme_tone = "acme_tone"')
    return _project(folder, "acme_tone", pack_files(), project.replace("acme_plugin", "acme_tone"))


@pytest.mark.slow
def test_installed_by_pip(tmp_path: Path) -> None:
    """A network and a pack of tone rules installed by pip take part; uninstalled, they are gone."""
    network = _project(tmp_path / "acme", "acme_plugin", acme_files(), PROJECT)
    pack = _pack_project(tmp_path / "tone")
    brief = tmp_path / "brief.yaml"
    brief.write_text(BRIEF, encoding="utf-8")
    draft = tmp_path / "fair.md"
    draft.write_text(DRAFT, encoding="utf-8")
    venv.create(tmp_path / "env", with_pip=True)
    scripts = tmp_path / "env" / ("Scripts" if sys.platform == "win32" else "bin")
    pip = (scripts / "python", "-m", "pip")
    installed = _run(*pip, "install", "-q", ROOT, network, pack, cwd=tmp_path)
    assert installed.returncode == 0, installed.stderr

    def channelwise(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return _run(scripts / "channelwise", *arguments, cwd=tmp_path)

    def noise() -> list[dict[str, Any]]:
        answer = json.loads(channelwise("check", draft, "--format", "json").stdout)
        return [one for one in answer["findings"] if one["code"] == "acme_tone.noise"]

    assert "acme" in channelwise("networks").stdout
    ranked = json.loads(channelwise("recommend", brief, "--format", "json").stdout)["ranking"]
    assert {"acme", "snapchat"} <= {place["id"] for place in ranked}
    checked = channelwise("plugins", "--check")
    assert checked.returncode == 0, checked.stderr
    assert "acme  (acme-channelwise 2.1.0)  networks: acme" in checked.stdout
    assert "acme_tone  (acme-tone-pack 0.3)  1 tone rule  lexicons: acme-noise" in checked.stdout
    assert channelwise("networks", "show", "acme").returncode == 0
    assert channelwise("rules", "test").returncode == 0

    (finding,) = noise()
    assert finding["because"]["en"] == "Nobody can hear you over it."
    draft.write_text(f"<!-- channelwise: ignore acme_tone.noise because it was loud -->\n{DRAFT}")
    assert [one["suppressed"] for one in noise()] == ["it was loud"]

    _run(*pip, "uninstall", "-qy", "acme-channelwise", "acme-tone-pack", cwd=tmp_path)
    rows = json.loads(channelwise("networks", "--json").stdout)
    assert "acme" not in [row["id"] for row in rows]
    assert noise() == []

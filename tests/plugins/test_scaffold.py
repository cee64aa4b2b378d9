"""`channelwise plugins new`: what it writes, what it refuses, and that the result is a plugin."""

import json
import sys
import tomllib
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result

import installs
from channelwise.cli.main import main
from channelwise.load import bundle
from channelwise.load.rulebook import load
from channelwise.scaffold.write import distribution, write
from channelwise.testing import contract_problems

FILES = {
    "README.md", "brief.yaml", "pyproject.toml", "src/harbor_network/__init__.py",
    "src/harbor_network/facts.yaml", "src/harbor_network/network.yaml",
    "src/harbor_network/rules.yaml", "src/harbor_network/tone.yaml", "tests/test_contract.py",
}  # fmt: skip
BAD_INPUT = 2


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def new(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["plugins", "new", *arguments])


def written(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def test_it_writes_a_plugin(here: Path) -> None:
    """The folder is named like the distribution, and every file is told."""
    result = new("harbor")
    assert result.exit_code == 0, result.output
    assert written(here / "harbor-network") == FILES
    for name in FILES:
        assert f"wrote {Path('harbor-network') / name}" in result.output
    assert "python -m pytest" in result.output


def test_the_folder_can_be_chosen(here: Path) -> None:
    assert new("harbor", "--folder", "deep/er").exit_code == 0
    assert written(here / "deep" / "er") == FILES


def test_nothing_of_the_template_is_left(tmp_path: Path) -> None:
    """The template's own name and date are replaced everywhere, the files' names included."""
    for file in write("corner_talk", tmp_path / "new", date(2026, 3, 31)):
        text = file.read_text(encoding="utf-8")
        assert "acme" not in (text + str(file.relative_to(tmp_path))).lower()
        assert "YYYY" not in text
        assert not file.name.endswith(".template")
    project = tomllib.loads((tmp_path / "new/pyproject.toml").read_text())
    assert project["project"]["name"] == "corner-talk-network"
    assert project["project"]["entry-points"]["channelwise"] == {
        "corner_talk": "corner_talk_network"
    }


@pytest.mark.parametrize("name", ["harbor", "corner_talk", "no", "null", "a_", "acme", "b2b"])
def test_it_keeps_the_contract(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also under names that mean something to YAML."""
    monkeypatch.delitem(sys.modules, f"{name}_network", raising=False)
    write(name, tmp_path / "new", date(2026, 3, 31))
    monkeypatch.syspath_prepend(str(tmp_path / "new" / "src"))
    try:
        assert contract_problems(f"{name}_network") == []
    finally:
        sys.modules.pop(f"{name}_network", None)


@pytest.mark.parametrize(
    "name", ["Harbor", "2fast", "har-bor", "har bor", "../up", "_a", "a" * 41, "بندر"]
)
def test_bad_names(here: Path, name: str) -> None:
    """A name that no network may have is refused with the rule for names."""
    result = new(name)
    assert result.exit_code == BAD_INPUT
    assert "small letters, digits and underscores" in result.output
    assert list(here.iterdir()) == []


def test_ids_of_installed_networks(here: Path) -> None:
    """A network that exists is named with who brings it, whatever the environment chooses."""
    for network in load().networks:
        for environment in ({}, {"CHANNELWISE_PLUGINS": ""}):
            result = CliRunner().invoke(main, ["plugins", "new", network.id], env=environment)
            assert result.exit_code == BAD_INPUT
            assert (
                f"the network '{network.id}' exists already, in {network.origin}" in result.output
            )
    assert list(here.iterdir()) == []


def test_themes_of_rules(here: Path) -> None:
    """A network's rules begin with its id, so a theme of the core cannot be one."""
    theme = next(rule.id.partition(".")[0] for rule in load().rules if rule.network is None)
    result = new(theme)
    assert result.exit_code == BAD_INPUT
    assert "is a theme of rules" in result.output
    assert list(here.iterdir()) == []


def test_a_folder_that_exists(here: Path) -> None:
    """Nothing is ever written over, not even into an empty folder."""
    (here / "harbor-network").mkdir()
    result = new("harbor")
    assert result.exit_code == BAD_INPUT
    assert "the folder 'harbor-network' exists already" in result.output
    assert list((here / "harbor-network").iterdir()) == []


def test_a_folder_that_cannot_be_made(here: Path) -> None:
    """A file in the way ends with a message and no traceback."""
    (here / "file").write_text("")
    result = new("harbor", "--folder", "file/below")
    assert result.exit_code == BAD_INPUT
    assert "cannot write" in result.output
    assert isinstance(result.exception, SystemExit)


def test_names_of_distributions() -> None:
    """Python's packaging asks for a letter or digit at both ends."""
    assert distribution("corner_talk") == "corner-talk-network"
    assert distribution("a_") == "a--network"


@pytest.mark.slow
def test_from_nothing_to_a_ranked_network(tmp_path: Path) -> None:
    """Written, built as a wheel, installed beside channelwise: listed, ranked, tested."""
    made = installs.fresh(tmp_path / "venv", "pytest", "hatchling")
    done = made.run("channelwise", "plugins", "new", "harbor", cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    folder = tmp_path / "harbor-network"
    made.pip(
        "wheel", "--no-build-isolation", "--no-deps", "--wheel-dir", str(tmp_path), str(folder)
    )
    (wheel,) = tmp_path.glob("harbor_network-*.whl")
    inside = set(ZipFile(wheel).namelist())
    assert {name.removeprefix("src/") for name in FILES if name.startswith("src/")} <= inside
    made.pip("install", "--no-deps", str(wheel))

    done = made.run("channelwise", "plugins", "--check", cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    assert (
        "[ok]      harbor  (harbor-network 0.1.0)  networks: harbor  1 rule  1 tone rule"
        in done.stdout
    )

    listed = json.loads(made.run("channelwise", "networks", "--json", cwd=tmp_path).stdout)
    assert {row["id"]: row["origin"] for row in listed}["harbor"] == "harbor-network"
    assert "harbor" in made.run("channelwise", "networks", cwd=tmp_path).stdout

    brief = str(folder / "brief.yaml")
    done = made.run("channelwise", "recommend", brief, "--format", "json", cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    ranked = {one["id"]: one for one in json.loads(done.stdout)["ranking"]}
    assert ranked["harbor"]["verdict"] == "recommended"
    assert len(ranked) == len(listed)

    done = made.run("python", "-m", "pytest", cwd=folder)
    assert done.returncode == 0, done.stdout
    assert (
        "ContractWarning: harbor_network: facts: the source 'example' is an example" in done.stdout
    )
    assert "no installed entry point" not in done.stdout


def test_what_the_template_leaves_out_fits(tmp_path: Path) -> None:
    """The fields that stand there as comments can be switched on as they are written."""
    write("harbor", tmp_path / "new", date(2026, 3, 31))
    file = tmp_path / "new/src/harbor_network/network.yaml"
    text = file.read_text(encoding="utf-8")
    for line in (
        "counting: {unit: graphemes, fact: post.how_counted}",
        "threads: {value: true, fact: post.chains}",
    ):
        assert f"  # {line}\n" in text
        text = text.replace(
            f"  # {line}",
            f"  {line.replace('post.how_counted', 'post.max_chars').replace('post.chains', 'post.pictures')}",
        )
    file.write_text(text, encoding="utf-8")
    plain = bundle.rules_to_check(file.parent, bundle.core())
    assert [rule["id"] for rule in plain] == ["harbor.neighbours-ask-here"]

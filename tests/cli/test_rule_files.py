"""`rules check` and `rules test` on files and folders of every sort."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from channelwise.cli.main import main

ROOT = Path(__file__).parents[2]
ACME = ROOT / "tests" / "acme_network"


def rules(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["rules", *map(str, arguments)])


@pytest.fixture
def acme(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ACME, tmp_path / "acme"))


@pytest.mark.parametrize("what", ["", "rules.yaml"])
def test_rules_of_a_network(what: str, acme: Path) -> None:
    """The `rules.yaml` beside a `network.yaml` is that network's own, by file and by folder."""
    checked = rules("check", acme / what)
    assert (checked.exit_code, checked.output) == (0, "1 rule, no problem found.\n")
    tested = rules("test", acme / what)
    assert (tested.exit_code, tested.output) == (0, "1 rule, 2 examples, 0 failed.\n")


def test_rules_of_a_network_are_checked_as_its_own(acme: Path) -> None:
    """They may cite the network's facts, and not name another network."""
    file = acme / "rules.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("id: acme.", "id: other."))
    checked = rules("check", file)
    assert checked.exit_code == 2
    assert "a rule of this network is named 'acme.something'" in checked.output


@pytest.mark.parametrize("command", ["check", "test"])
def test_a_folder_with_what_cannot_be_read(command: str, tmp_path: Path) -> None:
    """A folder and a link to nowhere that are named like rule files are told, all at once."""
    (tmp_path / "a.yaml").mkdir()
    (tmp_path / "link-to-nowhere.yaml").symlink_to("nowhere")
    result = rules(command, tmp_path)
    assert result.exit_code == 2
    assert f"{tmp_path / 'a.yaml'}: is a folder, not a file" in result.output
    assert f"{tmp_path / 'link-to-nowhere.yaml'}: there is no such file\n" in result.output


@pytest.mark.parametrize("command", ["check", "test"])
def test_a_folder_without_rules(command: str, tmp_path: Path) -> None:
    """A folder in which there is no rule file is a mistake, not zero rules without one."""
    (tmp_path / "notes.txt").write_text("nothing")
    result = rules(command, tmp_path)
    assert result.exit_code == 2
    assert f"{tmp_path}: no rule file (*.yaml) in this folder" in result.output
    assert "هیچ فایل قاعده‌ای" in rules(command, tmp_path, "--lang", "fa").output


def test_counts_in_persian(acme: Path) -> None:
    """What is said after a check is said in the language asked for."""
    assert "۱ قاعده" in rules("check", acme, "--lang", "fa").output
    assert "۲ نمونه" in rules("test", acme, "--lang", "fa").output

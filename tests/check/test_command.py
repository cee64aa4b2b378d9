"""`channelwise check` as people and build servers run it."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml
from jsonschema import Draft202012Validator

from channelwise.drafts.fields import Fields
from check.made_up import picture, video
from helpers_pack import pack_files

ROOT = Path(__file__).parents[2]
LONG = (
    "---\nnetworks: x\nformat: text\nlanguage: en\n---\n" + "Rye and spelt today. " * 15 + "#rye\n"
)
FINE = "---\nnetworks: x\nformat: text\nlanguage: en\n---\nThe rye is out of the oven at six. Shall we keep one for you? #rye\n"


def run(*arguments: str, at: Path = ROOT, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "channelwise", "check", *arguments], input=stdin, cwd=at,
        capture_output=True, encoding="utf-8", check=False, timeout=120,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "80", "CHANNELWISE_PLUGINS": "instagram,linkedin,snapchat,x"},
    )  # fmt: skip


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """A folder with a draft that is too long and one that is fine."""
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "long.md").write_text(LONG, encoding="utf-8")
    (tmp_path / "drafts" / "fine.md").write_text(FINE, encoding="utf-8")
    return tmp_path


def test_exit_codes(drafts: Path) -> None:
    """0 if nothing fails, 1 if something does, 2 for bad input, each without a traceback."""
    assert run("drafts/fine.md", at=drafts).returncode == 0
    found = run("drafts", at=drafts)
    assert (found.returncode, found.stderr) == (1, "")
    assert "drafts/long.md:6:281: error: x.length" in found.stdout
    for arguments in (
        ["nowhere.md"],
        ["drafts", "--network", "linkdin"],
        ["drafts", "--account", "me"],
    ):
        refused = run(*arguments, at=drafts)
        assert (refused.returncode, refused.stdout) == (2, "")
        assert "Traceback" not in refused.stderr
    assert "linkedin" in run("drafts", "--network", "linkdin", at=drafts).stderr


def test_one_bad_draft_hides_no_others(drafts: Path) -> None:
    """What can be read is checked and delivered; the rest is told, and the exit code is 2."""
    (drafts / "drafts" / "bad.md").write_text("---\nnetwork: x\n---\nBread\n", encoding="utf-8")
    found = run("drafts", "--format", "sarif", "-o", "found.sarif", at=drafts)
    assert (found.returncode, found.stdout) == (2, "")
    assert found.stderr.startswith("drafts/bad.md:2:1: network: is not a known field")
    results = json.loads((drafts / "found.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert "x.length" in {one["ruleId"] for one in results}


@pytest.mark.parametrize("form", ["json", "sarif", "github", "junit"])
@pytest.mark.parametrize("others", [[], ["drafts/fine.md"]])
def test_programs_are_told_what_could_not_be_read(
    form: str, others: list[str], drafts: Path
) -> None:
    """Every form for programs names the draft, its line and why, whether others were read or not."""
    (drafts / "bad.md").write_text("---\nnetworks: x\nfromat: text\n---\nBread\n", encoding="utf-8")
    done = run("bad.md", *others, "--format", form, at=drafts)
    assert done.returncode == 2
    told = told_unread(form, done.stdout)
    assert [(file, line) for file, line, _ in told] == [("bad.md", 3)]
    assert all("did you mean 'format'" in message for *_, message in told)


def told_unread(form: str, answer: str) -> list[tuple[str, int, str]]:
    if form == "json":
        return [
            (one["file"], one["line"], one["message"]["en"]) for one in json.loads(answer)["unread"]
        ]
    if form == "sarif":
        (invocation,) = json.loads(answer)["runs"][0]["invocations"]
        assert invocation["executionSuccessful"] is False
        places = [
            (one["locations"][0]["physicalLocation"], one["message"]["text"])
            for one in invocation["toolExecutionNotifications"]
        ]
        return [
            (place["artifactLocation"]["uri"], place["region"]["startLine"], text)
            for place, text in places
        ]
    if form == "github":
        lines = [line for line in answer.splitlines() if line.startswith("::error")]
        found = [
            re.fullmatch(r"::error file=(.*),line=(\d+),col=\d+::(.*)", line) for line in lines
        ]
        return [(one[1], int(one[2]), one[3]) for one in found if one]
    root = ET.fromstring(answer)
    assert root.get("errors") == "1"
    messages = [(one, suite.get("name")) for suite in root for one in suite.iter("error")]
    return [
        (str(name), int(str(error.get("message")).split(":")[1]), str(error.get("message")))
        for error, name in messages
    ]


def test_folders_may_hold_what_is_no_draft(drafts: Path) -> None:
    """`exclude` of the settings keeps files of folders out, but not one that is named itself."""
    (drafts / "channelwise.yaml").write_text("exclude: ['drafts/long.md', 'node_modules/*']\n")
    (drafts / "node_modules" / "a").mkdir(parents=True)
    (drafts / "node_modules" / "a" / "package.json").write_text('{"name": "a"}')
    done = run(".", "--format", "json", at=drafts)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["files"] == ["drafts/fine.md"]
    assert run("drafts/long.md", at=drafts).returncode == 1


def test_a_text_for_no_network_is_not_called_fine(drafts: Path) -> None:
    """Without a network no limit was checked, which is told without asking."""
    (drafts / "plain.md").write_text("The rye is out of the oven at six.\n", encoding="utf-8")
    assert "No limits were checked" in run("plain.md", at=drafts).stdout


def test_rules_of_ones_own(drafts: Path) -> None:
    """`--rules` takes a folder with tone rules and their lexicons; a mistake in it is bad input."""
    for name, text in pack_files().items():
        (drafts / "mine" / name).parent.mkdir(parents=True, exist_ok=True)
        (drafts / "mine" / name).write_text(text, encoding="utf-8")
    (drafts / "loud.md").write_text("What a racket this fair was.\n", encoding="utf-8")
    asked = ("loud.md", "--rules", "mine", "--fail-on", "warning")
    found = run(*asked, at=drafts)
    assert "loud.md:1:8: warning: acme_tone.noise" in found.stdout
    assert found.returncode == 1
    assert run("loud.md", "--fail-on", "warning", at=drafts).returncode == 0
    (drafts / "mine" / "tone" / "noise.yaml").write_text("api: 1\nrulse: []\n", encoding="utf-8")
    refused = run(*asked, at=drafts)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "did you mean 'rules'" in refused.stderr


def test_fail_on(drafts: Path) -> None:
    """The level that fails is that of the option, else that of the settings, else `error`."""
    noted = FINE.replace("at six", "at {{hour}}").replace(
        "language: en", "language: en\naccount: a"
    )
    (drafts / "noted.md").write_text(noted, encoding="utf-8")
    assert run("noted.md", at=drafts).returncode == 0
    assert run("noted.md", "--fail-on", "note", at=drafts).returncode == 1
    assert run("drafts", "--fail-on", "never", at=drafts).returncode == 0
    (drafts / "channelwise.yaml").write_text(
        "accounts: [{name: a}]\nfail_on: note\n", encoding="utf-8"
    )
    assert run("noted.md", at=drafts).returncode == 1
    assert run("noted.md", "--fail-on", "error", at=drafts).returncode == 0


def test_settings_with_mistakes(drafts: Path) -> None:
    """A mistake in the settings is told with its place, in both languages, and ends the run."""
    (drafts / "channelwise.yaml").write_text("acounts: []\n", encoding="utf-8")
    result = run("drafts", at=drafts)
    assert result.returncode == 2
    assert result.stderr.startswith("channelwise.yaml:1:1:"), result.stderr
    assert (
        "channelwise.yaml:1:1: acounts: is not a known field; did you mean 'accounts'?"
        in result.stderr
    )
    assert "did you mean" not in run("drafts", "--lang", "fa", at=drafts).stderr


def test_standard_input(drafts: Path) -> None:
    """A draft may come on standard input; it is called `<stdin>`."""
    result = run("-", at=drafts, stdin=LONG)
    assert result.returncode == 1
    assert "<stdin>:6:281: error: x.length" in result.stdout


@pytest.mark.parametrize("form", ["text", "concise", "json", "sarif", "github", "junit"])
def test_forms_and_files(drafts: Path, form: str) -> None:
    """Every form is written to a file as it is printed, and ends with the same code."""
    printed = run("drafts", "--format", form, "--as-of", "2026-11-01", at=drafts)
    written = run("drafts", "--format", form, "--as-of", "2026-11-01", "-o", "out", at=drafts)
    assert (printed.returncode, written.returncode, written.stdout) == (1, 1, "")
    text = (drafts / "out").read_text(encoding="utf-8")
    assert text == printed.stdout
    if form in ("json", "sarif"):
        json.loads(text)
    if form == "junit":
        ET.fromstring(text)


def test_json_fits_its_schema(drafts: Path) -> None:
    """The JSON answer is what `channelwise schema check` describes."""
    printed = subprocess.run(
        [sys.executable, "-m", "channelwise", "schema", "check"],
        capture_output=True,
        check=True,
        cwd=ROOT,
    )
    answer = json.loads(run("drafts", "--format", "json", at=drafts).stdout)
    assert [
        error.message
        for error in Draft202012Validator(json.loads(printed.stdout)).iter_errors(answer)
    ] == []
    assert answer["files"] == ["drafts/fine.md", "drafts/long.md"]


def test_real_networks_with_real_files(tmp_path: Path) -> None:
    """A picture, a video and a poll against networks that are installed."""
    picture(tmp_path, "wide.png", (1600, 400))
    video(tmp_path, "short.mp4", 10)
    (tmp_path / "a.md").write_text(
        "---\naccount: shop\nmedia: wide.png\n---\nRye. #a #b #c\n", encoding="utf-8"
    )
    (tmp_path / "channelwise.yaml").write_text(
        "accounts: [{name: shop, network: instagram, posts_with: tool}]\n", encoding="utf-8"
    )
    (tmp_path / "b.md").write_text(
        "---\nnetworks: snapchat\nmedia: short.mp4\n---\nRye.\n", encoding="utf-8"
    )
    (tmp_path / "c.md").write_text(
        "---\nnetworks: linkedin\npoll: [rye]\n---\nWhich?\n", encoding="utf-8"
    )
    answer = json.loads(run(".", "--format", "json", at=tmp_path).stdout)
    errors = {(one["file"], one["code"]) for one in answer["findings"] if one["level"] == "error"}
    assert {
        ("a.md", "instagram.media.ratio"), ("a.md", "instagram.media.format"), ("b.md", "snapchat.media.seconds"),
        ("b.md", "snapchat.media.ratio"), ("b.md", "snapchat.media.pixels"), ("c.md", "linkedin.poll.options"),
    } <= errors  # fmt: skip
    assert all(one["grounds"] for one in answer["findings"] if one["level"] == "error")


def test_the_hook_of_pre_commit() -> None:
    """The hook runs our command on kinds of files that it reads."""
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["entry"] == "channelwise check"
    assert hook["require_serial"] is True  # a set is judged as one, not in pieces
    assert hook["language"] == "python"
    assert set(hook["types_or"]) == {"markdown", "plain-text", "json"}


def test_the_page_lists_every_field() -> None:
    """docs/checks.md tells of each field that a draft may have, and of no other."""
    page = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    table = page[page.index("| field |") : page.index("In JSON the same fields")]
    assert set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == set(Fields.model_fields)


def test_python_of_the_page_runs(tmp_path: Path) -> None:
    """The examples of docs/checks.md for Python and settings work as they are written."""
    from channelwise.check.config_read import config_from

    page = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    [code] = [block.split("```")[0] for block in page.split("```python\n")[1:]]
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "a.md").write_text(FINE, encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stderr) == (0, "")
    [config] = [block.split("```")[0] for block in page.split("```yaml\naccounts")[1:]]
    assert config_from("accounts" + config, "channelwise.yaml", tmp_path).accounts

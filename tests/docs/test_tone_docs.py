"""docs/tone.md says what is so: every example of it is loaded and tried, its commands run."""

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator

import installs
from channelwise.cli.main import main
from channelwise.load.rulebook import load
from channelwise.plugins.model import Plugin
from channelwise.tone.check import KINDS
from channelwise.tone.forms import Form
from channelwise.tone.json_schema import tone_file_schema
from channelwise.tone.load import load_tone, tone_book
from channelwise.tone.schema import ForSpec, Scope
from channelwise.tone.trial import trial

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "tone.md").read_text(encoding="utf-8")
_FILE = re.compile(r"# (\S+/\S+)\n")


def blocks(kind: str) -> list[str]:
    """The fenced blocks of a kind, in order."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


FILES = {found[1]: body for body in blocks("yaml") if (found := _FILE.match(body))}
PARTS = [body for body in blocks("yaml") if body.startswith("# kind\n")]


def lay(folder: Path) -> Path:
    """The pack of the page, as its author has it."""
    (python,), (project,) = blocks("python"), blocks("toml")
    files = {**FILES, "src/harbor_tone/__init__.py": python, "pyproject.toml": project}
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def whole(part: str) -> str:
    """The rule of the page with these keys in place of its own."""
    (name,) = (name for name in FILES if "/tone/" in name)
    data: dict[str, Any] = yaml.safe_load(FILES[name])
    new: dict[str, Any] = yaml.safe_load(part)
    (rule,) = data["rules"]
    if "kind" in new:
        rule.pop("find")
    if new.get("kind") == "set":
        rule.pop("scope")
    data["rules"] = [{**rule, **new}]
    return yaml.safe_dump(data, allow_unicode=True)


def failures(text: str, folder: Path) -> list[str]:
    """The examples of the one rule of a file that do not what they say."""
    (folder / "t.yaml").write_text(text, encoding="utf-8")
    rule = load_tone(packs=[folder / "t.yaml"]).rule("harbor_tone.noise")
    return [str(failure) for failure in trial(rule)]


def test_every_example_is_tried() -> None:
    """No block of YAML stands on the page that no test runs."""
    assert len(FILES) + len(PARTS) == len(blocks("yaml"))
    assert len(PARTS) >= len(KINDS)


@pytest.mark.parametrize("part", PARTS)
def test_examples_do_what_they_say(part: str, tmp_path: Path) -> None:
    """Each kind is loaded and its examples fail and pass; its schema agrees."""
    text = whole(part)
    assert list(Draft202012Validator(tone_file_schema()).iter_errors(yaml.safe_load(text))) == []
    assert failures(text, tmp_path) == []


def test_the_pack_of_the_page_is_let_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its files and its hook make a plugin, whose rule does what its examples say."""
    monkeypatch.syspath_prepend(str(lay(tmp_path) / "src"))
    points = tomllib.loads(blocks("toml")[0])["project"]["entry-points"]["channelwise"]
    ((name, module),) = points.items()
    rulebook = load(plugins=[Plugin(name, module, "harbor-tone", "0.1.0")])
    assert rulebook.brought[name].lexicons == ("harbor-noise",)
    assert list(trial(tone_book(rulebook.tone).rule("harbor_tone.noise"))) == []


def test_its_facts_can_be_cited_for_an_error(tmp_path: Path) -> None:
    """A fact of the pack's own file earns the level error, as the page says."""
    pack = lay(tmp_path) / "src/harbor_tone"
    file = pack / "tone/noise.yaml"
    text = file.read_text(encoding="utf-8").replace(
        "status: preview\n    level: note", "level: error"
    )
    cited = text.replace(
        '"judgement: the tone that our shops agreed on"', '"fact:own#noise.scrolled_on"'
    )
    assert cited != text
    file.write_text(cited, encoding="utf-8")
    assert load_tone(packs=[pack]).rule("harbor_tone.noise").level == "error"


def test_words_of_the_page_are_those_of_the_schema() -> None:
    """Every kind, form, scope and key of `for` is told, and none that does not exist."""
    kinds = set(re.findall(r"^`(\w+)`: ", PAGE, re.MULTILINE))
    assert kinds == set(KINDS)
    assert set(first_cells("form")) == set(get_args(Form))
    assert set(first_cells("key")) == set(ForSpec.model_fields)
    for scope in get_args(Scope):
        assert f"`{scope}`" in PAGE


def first_cells(head: str) -> Iterator[str]:
    table = PAGE.split(f"\n| {head} |")[1].split("\n\n")[0]
    return (line.split("`")[1] for line in table.splitlines()[2:])


PATTERNED = """find: {patterns: {en: ['PATTERN']}}
examples:
  fails: [{language: en, text: Only 3 left}, {language: en, text: "Hurry, only 20 left!"}]
  passes: [{language: en, text: Only few left}, {language: en, text: only 2000 left}]
"""


def test_the_pattern_of_the_page_is_one(tmp_path: Path) -> None:
    """The regular expression that the page shows is allowed, and finds what it reads like."""
    shown = re.search(r"`'(only [^']+)'`", PAGE)
    assert shown
    assert failures(whole(PATTERNED.replace("PATTERN", shown[1])), tmp_path) == []


def test_links_lead_somewhere() -> None:
    for link in re.findall(r"\]\(([^)]+)\)", PAGE):
        path, _, anchor = link.partition("#")
        target = DOCS / path if path else DOCS / "tone.md"
        assert target.exists(), link
        if anchor:
            headings = re.findall(r"^#+ (.*)$", target.read_text(encoding="utf-8"), re.MULTILINE)
            known = {re.sub(r"[^\w -]", "", one).lower().replace(" ", "-") for one in headings}
            assert anchor in known, link


def test_the_commands_for_files_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`rules check` and `rules test` take the pack's folder before it is installed."""
    monkeypatch.chdir(lay(tmp_path))
    for line in blocks("console")[0].splitlines():
        command = shlex.split(line.removeprefix("$ channelwise "))
        done = CliRunner().invoke(main, command)
        assert done.exit_code == 0, done.output
    file = tmp_path / FILE_OF_RULES
    file.write_text(file.read_text(encoding="utf-8").replace("racket we", "noise we"), "utf-8")
    assert CliRunner().invoke(main, ["rules", "test", "src/harbor_tone"]).exit_code == 1
    file.write_text(file.read_text(encoding="utf-8").replace("kind:", "knid:"), "utf-8")
    assert CliRunner().invoke(main, ["rules", "check", "src/harbor_tone"]).exit_code == 2


FILE_OF_RULES = "src/harbor_tone/tone/noise.yaml"


@pytest.mark.slow
def test_the_commands_for_an_installed_pack_work(tmp_path: Path) -> None:
    """Installed as the page says, it is listed, tried and used."""
    made = installs.fresh(tmp_path / "venv", "hatchling", "editables")
    here = lay(tmp_path / "work")
    (here / "post.md").write_text("What a racket!\n", encoding="utf-8")
    said = {}
    for line in blocks("console")[2].splitlines():
        command = shlex.split(line.removeprefix("$ "))
        done = made.run(*command, cwd=here)
        assert done.returncode == 0, done.stdout
        said[command[1]] = done.stdout
    assert "1 tone rule  lexicons: harbor-noise" in said["plugins"]
    assert "harbor_tone.noise" in said["check"]

"""The commands, run as people run them: as processes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BAKERY = str(ROOT / "examples" / "bakery.yaml")


def run(*arguments: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "channelwise", *arguments], input=stdin, capture_output=True,
        encoding="utf-8", check=False, cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "80", **environment},
    )  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "fa"])
@pytest.mark.parametrize("form", ["text", "json", "markdown", "html"])
def test_recommend(form: str, lang: str) -> None:
    """`recommend` answers in every form and language, with nothing on stderr."""
    result = run("recommend", BAKERY, "--format", form, "--lang", lang, "--as-of", "2026-11-01")
    assert (result.returncode, result.stderr) == (0, "")
    assert "Mill Lane Bakery" in result.stdout


@pytest.mark.parametrize("form", ["text", "json", "markdown", "html"])
def test_explain(form: str) -> None:
    """`explain` answers in every form."""
    result = run("explain", BAKERY, "snapchat", "--format", form, "--as-of", "2026-11-01")
    assert (result.returncode, result.stderr) == (0, "")
    assert "Snapchat" in result.stdout


def test_output_file(tmp_path: Path) -> None:
    """`-o` writes the same text to a file and prints nothing."""
    target = tmp_path / "answer.json"
    arguments = ["recommend", BAKERY, "--format", "json", "--as-of", "2026-11-01"]
    result = run(*arguments, "-o", str(target))
    assert (result.returncode, result.stdout) == (0, "")
    assert target.read_text(encoding="utf-8") == run(*arguments).stdout


def test_output_folder_is_missing(tmp_path: Path) -> None:
    """An answer that cannot be written is an error with a reason, not a traceback."""
    result = run("recommend", BAKERY, "--format", "json", "-o", str(tmp_path / "no" / "a.json"))
    assert result.returncode != 0
    assert "cannot write" in result.stderr
    assert "Traceback" not in result.stderr
    target = str(tmp_path / "no" / "a.json")
    persian = run("recommend", BAKERY, "--format", "json", "-o", target, "--lang", "fa")
    assert persian.stderr.startswith("خطا: نوشتن در ")


def test_standard_input() -> None:
    """A brief may come on standard input."""
    text = Path(BAKERY).read_text(encoding="utf-8")
    result = run("recommend", "-", "--format", "json", stdin=text)
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout)["business"] == "Mill Lane Bakery"


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["recomend", BAKERY], "recommend"),
        (["explain", BAKERY, "instagran"], "instagram"),
        (["explain", BAKERY, "instagram", "--strategy", "product-showcas"], "product-showcase"),
        (["networks", "show", "linkedn"], "linkedin"),
        (["rules", "show", "time.share-of-hours"], "time.share-of-the-hours"),
    ],
)
def test_misspelt_names(arguments: list[str], hint: str) -> None:
    """A misspelt name ends with code 2 and the nearest known one."""
    result = run(*arguments)
    assert result.returncode == 2
    assert f"Did you mean '{hint}'?" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("shape", ["json", "toml"])
def test_other_forms_of_a_brief(shape: str, tmp_path: Path) -> None:
    """A brief in JSON or TOML gets the same answer as in YAML."""
    texts = {
        "json": '{"business": {"name": "A"}, "audience": {"kind": "b2c"},'
        ' "content": {"can_make": ["image"]}, "time": {"hours_per_week": 5}}',
        "toml": 'business.name = "A"\naudience.kind = "b2c"\n'
        'content.can_make = ["image"]\ntime.hours_per_week = 5\n',
    }
    yaml = "business: {name: A}\naudience: {kind: b2c}\ncontent: {can_make: [image]}\ntime: {hours_per_week: 5}"  # fmt: skip
    file = tmp_path / f"brief.{shape}"
    file.write_text(texts[shape], encoding="utf-8")
    same = run("recommend", "-", "--format", "json", stdin=yaml).stdout
    assert run("recommend", str(file), "--format", "json").stdout == same


def test_help_imports_no_plugin() -> None:
    """`--help` neither imports a plugin nor reads YAML nor loads pydantic."""
    code = (
        "import sys; from channelwise.cli.main import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = ('channelwise_networks', 'yaml', 'pydantic', 'rich', 'pluggy')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.splitlines()[-1] == "[]"


def test_import_is_light() -> None:
    """`import channelwise` reads no file and imports none of the libraries."""
    code = "import sys, channelwise; print([n for n in ('yaml', 'pydantic', 'pluggy', 'click') if n in sys.modules])"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"


def test_further_rules(tmp_path: Path) -> None:
    """A rule file of one's own changes the answer and is tested by its examples."""
    file = tmp_path / "mine.yaml"
    file.write_text(
        """
api: 1
rules:
  - id: content.we-love-text
    title: {en: We love text, fa: متن را دوست داریم}
    when: {network.leads_with: {is: text}}
    then: {points: {criterion: content, add: 7}}
    because: {en: We like to write., fa: نوشتن را دوست داریم.}
    source: ["judgement: taste"]
    examples:
      fires: [{network: {leads_with: text}}]
      silent: [{network: {leads_with: picture}}]
""",
        encoding="utf-8",
    )
    assert run("rules", "check", str(file)).returncode == 0
    tested = run("rules", "test", str(file))
    assert (tested.returncode, tested.stdout) == (0, "1 rule, 2 examples, 0 failed.\n")
    plain = run("recommend", BAKERY, "--format", "json").stdout
    changed = run("recommend", BAKERY, "--format", "json", "--rules", str(file)).stdout
    assert plain != changed


def test_failing_example(tmp_path: Path) -> None:
    """`rules test` ends with code 1 and names the example that fails."""
    good = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8").split("```yaml\n")[1]
    file = tmp_path / "mine.yaml"
    text = good.split("```")[0].replace("hours_per_week: 20", "hours_per_week: 2")
    for ours, mine in (("time.heavy-upkeep-in-few-hours", "time.another"), ("scarce-time", "busy")):
        text = text.replace(ours, mine)
    file.write_text(text, encoding="utf-8")
    result = run("rules", "test", str(file))
    assert result.returncode == 1
    assert "time.another: example 1 under 'silent': the rule fires" in result.stderr


def test_cache_is_optional(tmp_path: Path) -> None:
    """With the cache off, cold, warm, damaged or unwritable, the answer is the same."""
    arguments = ["recommend", BAKERY, "--format", "json", "--as-of", "2026-11-01"]
    off = run(*arguments, CHANNELWISE_CACHE="off")
    folder = tmp_path / "cache"
    cold = run(*arguments, CHANNELWISE_CACHE=str(folder))
    assert list(folder.glob("*.json")), "nothing was kept"
    warm = run(*arguments, CHANNELWISE_CACHE=str(folder))
    for entry in folder.glob("*.json"):
        entry.write_text("{ damaged", encoding="utf-8")
    damaged = run(*arguments, CHANNELWISE_CACHE=str(folder))
    (tmp_path / "file").write_text("", encoding="utf-8")
    unwritable = run(*arguments, CHANNELWISE_CACHE=str(tmp_path / "file"))
    for result in (cold, warm, damaged, unwritable):
        assert (result.returncode, result.stderr) == (0, "")
        assert result.stdout == off.stdout

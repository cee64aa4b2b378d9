"""docs/plans.md says what is so: its brief is valid, its code runs, its links lead somewhere."""

import re
import subprocess
import sys

import yaml

from channelwise.cli.plan import FORMS
from known import ROOT, changed, examples

PAGE = (ROOT / "docs" / "plans.md").read_text(encoding="utf-8")


def block(kind: str) -> str:
    """The one fenced block of that kind."""
    (found,) = re.findall(rf"^```{kind}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    return found


def test_the_answers_of_the_page_are_a_valid_brief() -> None:
    """The fragment of a brief that the page shows is accepted, field by field."""
    shown = yaml.safe_load(block("yaml"))
    fields = {
        f"{part}.{name}": value for part, inner in shown.items() for name, value in inner.items()
    }
    brief = examples()["bakery"].with_changes(fields)
    assert brief.time.post_at == shown["time"]["post_at"]
    assert brief.content.amounts == shown["content"]["amounts"]
    assert changed(brief, time__days=["tue"]).time.days == ["tue"]


def test_the_code_of_the_page_runs() -> None:
    """The Python of the page prints the minutes of a plan that fit the hours."""
    done = subprocess.run(
        [sys.executable, "-c", block("python")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    used, there = map(int, re.findall(r"\d+", done.stdout))
    assert 0 < used <= there == examples()["bakery"].minutes_a_week


def test_the_page_names_every_form() -> None:
    """The forms that the page lists are those of the command."""
    assert f"--format {'|'.join(FORMS)}" in PAGE


def test_the_links_lead_to_files() -> None:
    """Each relative link of the page leads to a file."""
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", PAGE)
    assert links
    assert all((ROOT / "docs" / link).is_file() for link in links)

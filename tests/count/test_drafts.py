"""`channelwise count` reads the files of drafts as the checks read them."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from channelwise.cli.main import main

NOTES = "<!-- for us: 3.20 -->\n<!-- channelwise: ignore a.b because it may -->\n"


def count(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["count", *arguments], catch_exceptions=False)


def results(*arguments: str) -> Any:
    return json.loads(count(*arguments, "--json").stdout)["results"]


def data(*arguments: str) -> Any:
    """The only result."""
    (found,) = results(*arguments)
    return found


def file(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_only_the_post_is_counted(tmp_path: Path) -> None:
    """Neither front matter, nor comments, nor lines of pictures are part of the length."""
    source = f"---\nnetworks: x\n---\n\n{NOTES}Bread!\n\n![Rye](rye.png)\n"
    assert data(file(tmp_path, "a.md", source), "--network", "x")["total"] == 6
    assert data(file(tmp_path, "a.txt", "---\nnetworks: x\n---\nBread!\n"), "--unit", "graphemes")[
        "total"
    ] == 6  # fmt: skip
    assert data(file(tmp_path, "a.json", '{"text": "Br\\u00e9ad!"}'), "--unit", "graphemes")[
        "total"
    ] == 6  # fmt: skip


def test_places_are_those_of_the_file(tmp_path: Path) -> None:
    """Where it becomes too long is told by the line and column of the file."""
    source = f"---\nnetworks: x\n---\n{NOTES}[URL] {'a' * 300}\n"
    found = data(file(tmp_path, "a.md", source), "--network", "x")
    [limit] = [one for one in found["limits"] if one["decides"]]
    assert limit["too_long_from"] == {"offset": 262, "line": 6, "column": 263}
    assert found["placeholders"][0]["place"] == {"offset": 0, "line": 6, "column": 1}
    assert (found["file"], found["line"]) == (str(tmp_path / "a.md"), 1)
    page = count(str(tmp_path / "a.md"), "--network", "x")
    assert page.exit_code == 1
    assert "Too long from line 6, column 263, which is character 263" in page.stdout


def test_each_of_several_drafts_is_counted(tmp_path: Path) -> None:
    """All are told with their line, and one that is too long decides the exit code."""
    drafts = '[{"text": "Bread"},\n {"text": "' + "a" * 281 + '"}]'
    name = file(tmp_path, "all.json", drafts)
    found = results(name, "--network", "x")
    assert [(one["line"], one["total"], one["fits"]) for one in found] == [
        (1, 5, True), (2, 281, False),
    ]  # fmt: skip
    page = count(name, "--network", "x")
    assert page.exit_code == 1
    places = "".join(page.stdout.split())  # the page may break a line anywhere in a long name
    assert "all.json:1" in places and "all.json:2" in places
    rows = results(name)
    assert {(one["line"], one["total"]) for one in rows if one["unit"] == "graphemes"} == {
        (1, 5), (2, 281),
    }  # fmt: skip


def test_the_format_of_the_draft_decides(tmp_path: Path) -> None:
    """The declared format stands in place of the first, unless another is asked for; one that the
    network has not is not taken for another.
    """
    name = file(tmp_path, "a.md", "---\nformat: poll\n---\n" + "a" * 150)
    assert data(name, "--network", "linkedin")["format"] == "poll"
    assert data(name, "--network", "linkedin", "--as", "text")["format"] == "text"
    other = file(tmp_path, "b.md", "---\nformat: text\n---\nBread")
    found = data(other, "--network", "instagram")
    assert (found["format"], found["not_carried"]) == (None, "text")


def test_other_files_and_texts_are_counted_as_they_are(tmp_path: Path) -> None:
    """A file of another name and a text in quotes have neither front matter nor comments."""
    raw = "a\n---\na: b\n---\n<!-- c -->"
    assert data(file(tmp_path, "notes", raw), "--unit", "code_points")["total"] == len(raw)
    assert data(raw, "--unit", "code_points")["total"] == len(raw)


@pytest.mark.parametrize(
    ("source", "says"),
    [("---\nnetwork: x\n---\nA", "a.md:2:1: network: is not a known field"), ("A <!-- b", "a.md:1:3"), ("", "is empty")],
)  # fmt: skip
def test_mistakes_in_a_draft_are_told(source: str, says: str, tmp_path: Path) -> None:
    done = count(file(tmp_path, "a.md", source), "--network", "x")
    assert done.exit_code == 2
    assert says in done.stderr


@pytest.mark.parametrize("name", [".", "..", "drafts"])
def test_a_folder_is_said_to_be_one(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name of a folder is not counted as a text."""
    (tmp_path / "drafts").mkdir()
    monkeypatch.chdir(tmp_path)
    done = count(name, "--network", "x")
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"{name}: is a folder, not a file" in done.stderr


def test_an_empty_text_is_made_of_nothing() -> None:
    done = count("", "--network", "x")
    assert done.exit_code == 0
    assert "Length: 0\n" in done.stdout and "made of" not in done.stdout


def test_a_format_without_text_says_so() -> None:
    """As the check does, instead of a text that is too long for 0."""
    done = count("Bread", "--network", "instagram", "--as", "story")
    assert done.exit_code == 1
    assert "caption: There is no place for a text here [hard limit]" in done.stdout
    assert "Too long from" not in done.stdout and "of 0" not in done.stdout
    assert "اینجا جایی برای متن نیست" in count(
        "Bread", "--network", "instagram", "--as", "story", "--lang", "fa"
    ).stdout.replace("\u2069", "")


def test_the_tier_of_the_account() -> None:
    """Its limits stand in place of those of all accounts, and decide the exit code."""
    text = "a" * 281
    assert count(text, "--network", "x").exit_code == 1
    assert count(text, "--network", "x", "--tier", "premium").exit_code == 0
    [limit] = [
        one for one in data(text, "--network", "x", "--tier", "premium")["limits"] if one["decides"]
    ]
    assert limit["name"] == "premium_max_chars"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--network", "x", "--tier", "premum"], "Did you mean 'premium'?"),
        (["--network", "instagram", "--tier", "premium"], "depends on a tier 'premium'"),
        (["--tier", "premium"], "a tier needs the network"),
    ],
)
def test_a_tier_that_is_not_known(arguments: list[str], says: str) -> None:
    done = count("Bread", *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert says in done.stderr

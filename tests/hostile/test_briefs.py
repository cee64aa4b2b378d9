"""Broken briefs: every one is refused with its place, in both languages, and never crashes."""

import os
import re
from pathlib import Path
from typing import Any

import pytest

from channelwise import BadInput, Engine, read_brief
from channelwise.brief.read import brief_from
from channelwise.files.read import parse_document
from channelwise.files.say import localised

PERSIAN = re.compile("[\u0600-\u06ff]")


def _refused(case: Any, folder: Path) -> BadInput:
    file = folder / f"brief{case.suffix}"
    file.write_bytes(case.content)
    with pytest.raises(BadInput) as caught:
        read_brief(file)
    return caught.value


def test_the_base_is_a_brief(valid_brief: str) -> None:
    """The brief that the cases break is itself fine, and NO in it is Norway."""
    brief = brief_from(parse_document(valid_brief, "brief.yaml", "yaml"))
    assert brief.business.markets
    assert [market.country for market in brief.business.markets] == ["NO", "SE"]


def test_broken_brief(brief_case: Any, tmp_path: Path) -> None:
    """A broken brief gives problems with file, place, message and the nearest known word."""
    problems = _refused(brief_case, tmp_path).problems
    assert problems
    for problem in problems:
        assert problem.file == str(tmp_path / f"brief{brief_case.suffix}")
        assert problem.message
        assert len(str(problem)) < 1500
        # A file without a word, or too large to be read, has no line to show.
        assert problem.line > 0 or problem.key in ("empty", "too_big")
        assert (problem.column > 0) == (problem.line > 0)
    if brief_case.line:
        assert brief_case.line in [problem.line for problem in problems]
    if brief_case.says:
        assert brief_case.says in "\n".join(problem.message for problem in problems)
    if brief_case.hint:
        assert brief_case.hint in [problem.suggestion for problem in problems]


def test_broken_brief_in_persian(brief_case: Any, tmp_path: Path) -> None:
    """Every mistake in a brief is told in Persian, with the place as it is."""
    for problem in _refused(brief_case, tmp_path).problems:
        line = localised(problem, "fa")
        assert problem.message not in line
        said = line.rpartition("\u2069: ")[2]
        assert PERSIAN.search(said), line
        assert str(problem.file) in line
        for mark in "\u202a\u202b\u202d\u202e\x1b\x00":
            assert mark not in line
        assert line.count("\u2068") + line.count("\u2066") == line.count("\u2069")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("missing.yaml", "no such file"), ("folder.yaml", "folder"), ("notes.txt", ".yaml"),
        ("plain", ".yaml"), ("bad\0name.yaml", "no such file"), ("a" * 300 + ".yaml", ""),
        ("brief.yaml/inside.yaml", ""),
    ],
)  # fmt: skip
def test_unreadable_place(name: str, says: str, tmp_path: Path, valid_brief: str) -> None:
    """A place that holds no brief is refused by name, without a line."""
    (tmp_path / "folder.yaml").mkdir()
    for file in ("notes.txt", "plain", "brief.yaml"):
        (tmp_path / file).write_text(valid_brief, encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        read_brief(tmp_path / name)
    (problem,) = caught.value.problems
    assert problem.line == 0
    assert says in problem.message
    assert PERSIAN.search(localised(problem, "fa").rpartition("\u2069: ")[2])


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_unreadable_file(tmp_path: Path, valid_brief: str) -> None:
    """A file that one may not read is refused by name."""
    file = tmp_path / "brief.yaml"
    file.write_text(valid_brief, encoding="utf-8")
    file.chmod(0)
    with pytest.raises(BadInput) as caught:
        read_brief(file)
    assert "may not read" in caught.value.problems[0].message


def test_missing_file_names_its_neighbour(tmp_path: Path, valid_brief: str) -> None:
    """A slip in a file's name is answered with the file that is there."""
    (tmp_path / "bakery.yaml").write_text(valid_brief, encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        read_brief(tmp_path / "bakerry.yaml")
    assert caught.value.problems[0].suggestion == str(tmp_path / "bakery.yaml")


def test_all_mistakes_at_once(valid_brief: str) -> None:
    """A file with five mistakes gives five problems, from top to bottom."""
    broken = valid_brief
    for old, new in (
        ("sector: food", "sector: fod"), ("people: 3", "people: many"), ("kind: b2c", "kind: b2x"),
        ("hours_per_week: 5", "hours_per_week: 500"), ("require: [beta]", "requires: [beta]"),
    ):  # fmt: skip
        broken = broken.replace(old, new)
    with pytest.raises(BadInput) as caught:
        brief_from(parse_document(broken, "brief.yaml", "yaml"))
    lines = [problem.line for problem in caught.value.problems]
    assert len(lines) == 5
    assert lines == sorted(lines)


@pytest.mark.parametrize(
    "change",
    [
        ("hours_per_week: 5", "hours_per_week: 0.0001"), ("hours_per_week: 5", "hours_per_week: 168"),
        ("followers: 120", "followers: 10000000000"), ("people: 3", "people: 1000000"),
        ("share: 80", "share: 0"), ("horizon_weeks: 12", "horizon_weeks: 520"),
        ("country: NO", "country: AQ"), ("require: [beta]", "require: [no_such_network]"),
        ("name: Corner Bakery", 'name: "نان\u200cوایی {brief.goals} %s \\\\ <b>"'),
        ("goals: [awareness, sales]", "goals: [sales, sales, sales]"),
        ("network: acme", "network: snapchat"), ("ages: {18-29: 40, 30-49: 60}", "ages: {13-17: 50, 65+: 50}"),
    ],
    ids=lambda change: change[1][:40],
)  # fmt: skip
def test_extreme_but_valid_brief(change: tuple[str, str], valid_brief: str) -> None:
    """What is odd but allowed gets an answer, or is refused as bad input; it never crashes."""
    assert change[0] in valid_brief
    engine = Engine.load()
    brief = brief_from(parse_document(valid_brief.replace(*change), "brief.yaml", "yaml"))
    try:
        answer = engine.recommend(brief)
    except BadInput:
        return
    assert [place.rank for place in answer.ranking] == list(range(1, len(answer.ranking) + 1))

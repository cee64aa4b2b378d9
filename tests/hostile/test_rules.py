"""Broken rule files: every one is refused when it is loaded, with its place, never later."""

from pathlib import Path
from typing import Any

import pytest

from channelwise import BadInput, Engine
from channelwise.files.say import localised


def _refused(content: bytes, folder: Path) -> BadInput:
    file = folder / "mine.yaml"
    file.write_bytes(content)
    with pytest.raises(BadInput) as caught:
        Engine.load(rules=[file], plugins=())
    return caught.value


def test_the_base_is_a_rule_file(valid_rules: str, tmp_path: Path) -> None:
    """The rule file that the cases break is itself fine."""
    file = tmp_path / "mine.yaml"
    file.write_text(valid_rules, encoding="utf-8")
    engine = Engine.load(rules=[file], plugins=())
    assert engine.rulebook.rule("time.tiring-feed").status == "preview"


def test_broken_rule_file(rule_case: Any, tmp_path: Path) -> None:
    """A broken rule file gives problems with file, place, message and the nearest word."""
    problems = _refused(rule_case.content, tmp_path).problems
    assert problems
    for problem in problems:
        assert problem.file == str(tmp_path / "mine.yaml")
        assert problem.message
        assert len(str(problem)) < 3000
        assert problem.line > 0 or problem.key in ("empty", "too_big")
        assert localised(problem, "fa").startswith("\u2068")
    if rule_case.line:
        assert rule_case.line in [problem.line for problem in problems]
    if rule_case.says:
        assert rule_case.says in "\n".join(problem.message for problem in problems)
    if rule_case.hint:
        assert rule_case.hint in [problem.suggestion for problem in problems]


def _named(conditions: str, when: str = "condition: c0") -> bytes:
    return f"""api: 1
conditions:
{conditions}
rules:
  - id: time.swollen
    title: {{en: a, fa: ا}}
    when: {{{when}}}
    then: {{warn: {{topic: time, text: {{en: a, fa: ا}}}}}}
    because: {{en: a, fa: ا}}
    source: ["judgement: why"]
    examples: {{fires: [{{brief: {{time: {{people: 1}}}}}}], silent: [{{brief: {{time: {{people: 2}}}}}}]}}
""".encode()


LEAF = "brief.time.people: {is: 1}"


def _doubling(depth: int) -> str:
    lines = [
        f"  c{n}: {{all: [{{condition: c{n + 1}}}, {{condition: c{n + 1}}}]}}" for n in range(depth)
    ]
    return "\n".join([*lines, f"  c{depth}: {{{LEAF}}}"])


def _chain(length: int) -> str:
    lines = [f"  c{n}: {{not: {{condition: c{n + 1}}}}}" for n in range(length)]
    return "\n".join([*lines, f"  c{length}: {{{LEAF}}}"])


def _wide(tests: int) -> str:
    return f"  c0: {{any: [{', '.join([f'{{{LEAF}}}'] * tests)}]}}"


@pytest.mark.parametrize(
    "content",
    [
        _named(_doubling(12)),
        _named(_doubling(40)),
        _named(_doubling(400)),
        _named(_chain(300)),
        _named(_chain(5000)),
        _named(_wide(5000)),
        _named(_wide(600), "all: [{condition: c0}, {condition: c0}]"),
        _named(_wide(20), f"any: [{', '.join(['{condition: c0}'] * 5000)}]"),
        _named(f"  c0: {{{LEAF}}}", f"any: [{', '.join([f'{{{LEAF}}}'] * 5000)}]"),
    ],
    ids=[
        "doubling-12", "doubling-40", "doubling-400", "chain-300", "chain-5000", "wide",
        "wide-twice", "used-5000-times", "written-5000-times",
    ],
)  # fmt: skip
def test_swollen_conditions(content: bytes, tmp_path: Path) -> None:
    """Conditions that grow without measure are refused with a place, quickly and in little memory."""
    problems = _refused(content, tmp_path).problems
    assert any("tests" in problem.message or "levels" in problem.message for problem in problems)
    assert all(problem.line > 0 for problem in problems)


@pytest.mark.parametrize("length", [1, 5, 30])
def test_named_conditions_may_build_on_each_other(length: int, tmp_path: Path) -> None:
    """A sensible chain of named conditions is fine."""
    file = tmp_path / "mine.yaml"
    file.write_bytes(_named(_chain(length)))
    assert Engine.load(rules=[file], plugins=()).rulebook.rule("time.swollen")


def test_rule_id_twice_in_a_folder(valid_rules: str, tmp_path: Path) -> None:
    """A rule id may stand once in a folder: the second file with it is named."""
    (tmp_path / "a.yaml").write_text(valid_rules, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(valid_rules, encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        Engine.load(rules=[tmp_path], plugins=())
    assert {problem.file for problem in caught.value.problems} == {str(tmp_path / "b.yaml")}
    assert "a.yaml" in caught.value.problems[0].message


def test_rule_id_of_the_core(valid_rules: str, tmp_path: Path) -> None:
    """A rule file cannot take the id of a core rule."""
    taken = "time.beyond-the-hours"
    content = valid_rules.replace("id: time.tiring-feed", f"id: {taken}").encode()
    error = _refused(content, tmp_path)
    assert taken in str(error)


def test_problems_of_all_files_of_a_folder(valid_rules: str, tmp_path: Path) -> None:
    """Two broken files of a folder are both reported."""
    for name in ("a", "b"):
        broken = valid_rules.replace("api: 1", "api: 9")
        (tmp_path / f"{name}.yaml").write_text(broken, encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        Engine.load(rules=[tmp_path], plugins=())
    assert {Path(problem.file).name for problem in caught.value.problems} == {"a.yaml", "b.yaml"}


@pytest.mark.parametrize("name", ["missing.yaml", "missing"])
def test_missing_rule_file(name: str, tmp_path: Path) -> None:
    """A rule file that is not there is bad input, not a crash."""
    with pytest.raises(BadInput) as caught:
        Engine.load(rules=[tmp_path / name], plugins=())
    assert name in str(caught.value)

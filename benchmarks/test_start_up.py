"""The start-up measurement itself works; how long anything takes is never asserted."""

import sys
from collections.abc import Sequence

import pytest

from benchmarks import start_up


def test_commands_take_turns_and_the_warm_up_does_not_count(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    order: list[str] = []

    def fake(command: Sequence[str]) -> float:
        order.append(command[0])
        return 100.0 if len(order) <= 2 else float(len(order))

    monkeypatch.setattr(start_up, "run_once", fake)
    medians = start_up.measure({"a": ["a"], "b": ["b"]}, runs=3, warm_up=1)
    assert order == ["a", "b"] * 4
    assert medians == {"a": 5.0, "b": 6.0}


def test_the_report_gives_the_subjects_ratio_to_each() -> None:
    text = start_up.report({"base": 0.1, "subject": 0.15}, "subject")
    assert "| `base` | 100.0 | 1.50 x |" in text
    assert "| `subject` | 150.0 | 1.00 x |" in text


def test_a_failing_command_is_told_and_not_timed(capsys: pytest.CaptureFixture[str]) -> None:
    code = start_up.main(["--runs", "1", "--", sys.executable, "-c", "raise SystemExit('broken')"])
    assert code == 1
    assert "broken" in capsys.readouterr().err


def test_real_processes_are_measured(capsys: pytest.CaptureFixture[str]) -> None:
    assert start_up.main(["--runs", "1", "--", sys.executable, "-c", "pass"]) == 0
    assert "python -c pass" in capsys.readouterr().out

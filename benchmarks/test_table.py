"""The table shows what was measured, fastest first, with the conditions it was measured under."""

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.table import main, tables


def _row(name: str, median: float, **extra: object) -> dict[str, Any]:
    return {
        "group": "g",
        "name": f"test[{name}]",
        "extra_info": {"peer": name, "version": "1.0", **extra},
        "stats": {"median": median, "rounds": 1000},
    }


@pytest.fixture
def report() -> dict[str, Any]:
    return {
        "datetime": "2026-01-02T03:04:05+00:00",
        "machine_info": {
            "python_implementation": "CPython",
            "python_version": "3.12.1",
            "system": "Linux",
            "machine": "x86_64",
            "cpu": {"brand_raw": "Some Processor", "count": 2},
        },
        "benchmarks": [_row("slow", 4e-3, refused=7, of=50), _row("fast", 2e-5)],
    }


def test_fastest_first_with_ratios_and_refusals(report: dict[str, Any]) -> None:
    lines = tables(report).splitlines()
    assert lines[0] == "2026-01-02, CPython 3.12.1, Linux x86_64, Some Processor, 2 threads"
    assert lines[-2:] == [
        "| fast | 1.0 | 20.0 | 1.00 | 1,000 | 0 |",
        "| slow | 1.0 | 4,000.0 | 200.00 | 1,000 | 7 of 50 |",
    ]


def test_ratios_against_a_named_engine(report: dict[str, Any]) -> None:
    assert "| fast | 1.0 | 20.0 | 0.01 |" in tables(report, against="slow")


def test_it_reads_a_report_from_a_file(
    report: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "report.json"
    path.write_text(json.dumps(report), "utf-8")
    assert main([str(path)]) == 0
    assert "**g**" in capsys.readouterr().out

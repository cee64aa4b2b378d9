"""Print what pytest-benchmark measured as a Markdown table.

    python -m pytest benchmarks/test_single.py --benchmark-json=single.json
    python -m benchmarks.table single.json
    python -m benchmarks.table single.json --against "generated Python, branches"

Ratios are to the fastest of a group, or to the one that `--against` names.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

Measured = Mapping[str, Any]


def tables(report: Measured, against: str = "") -> str:
    """All groups of a report, each under a line with date, Python and processor."""
    groups: dict[str, list[Measured]] = {}
    for each in report["benchmarks"]:
        groups.setdefault(each["group"] or "no group", []).append(each)
    parts = [conditions(report)]
    parts += [f"**{name}**\n\n{table(rows, against)}" for name, rows in groups.items()]
    return "\n\n".join(parts)


def conditions(report: Measured) -> str:
    """When, with which Python and on what: `2026-01-02, CPython 3.12.1, Linux x86_64, ...`."""
    machine = report["machine_info"]
    python = f"{machine['python_implementation']} {machine['python_version']}"
    system = f"{machine['system']} {machine['machine']}"
    cpu = machine.get("cpu", {})
    processor = cpu.get("brand_raw") or machine.get("processor") or "unknown processor"
    cores = f"{cpu['count']} threads" if "count" in cpu else ""
    day = report["datetime"][:10]
    return ", ".join(part for part in (day, python, system, processor, cores) if part)


def table(rows: Iterable[Measured], against: str = "") -> str:
    """One group, fastest first."""
    ordered = sorted(rows, key=lambda row: row["stats"]["median"])
    base = next((row for row in ordered if name_of(row) == against), ordered[0])
    lines = ["| | version | median, µs | ratio | rounds | refused |"]
    lines += ["| --- | --- | ---: | ---: | ---: | ---: |"]
    lines += [_line(row, base["stats"]["median"]) for row in ordered]
    return "\n".join(lines)


def name_of(row: Measured) -> str:
    """The engine's name, or that of the test if it gave none."""
    return str(row["extra_info"].get("peer", row["name"]))


def _line(row: Measured, base: float) -> str:
    extra, stats = row["extra_info"], row["stats"]
    refused = f"{extra['refused']} of {extra['of']}" if extra.get("refused") else "0"
    return (
        f"| {name_of(row)} | {extra.get('version', '')} | {stats['median'] * 1e6:,.1f} "
        f"| {stats['median'] / base:.2f} | {stats['rounds']:,} | {refused} |"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Read a report and print its tables."""
    parser = argparse.ArgumentParser(description="pytest-benchmark's JSON as Markdown.")
    parser.add_argument("report", type=Path, help="written by --benchmark-json")
    parser.add_argument("--against", default="", help="the name whose median is 1.00")
    options = parser.parse_args(arguments)
    print(tables(json.loads(options.report.read_text("utf-8")), options.against))
    return 0


if __name__ == "__main__":
    sys.exit(main())

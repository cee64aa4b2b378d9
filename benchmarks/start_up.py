"""How long a whole process takes, from start to exit, beside one that only imports.

    python -m benchmarks.start_up
    python -m benchmarks.start_up --runs 41 -- channelwise recommend examples/bakery.yaml

Commands take turns, so that a slow minute of the machine hits all of them alike; medians are
compared. Two imports are the measure, since they differ: `import pydantic` alone loads lazily
and does far less than the first use of a model.
"""

import argparse
import subprocess
import sys
from collections.abc import Mapping, Sequence
from statistics import median
from time import perf_counter

IMPORTS = {
    "import click, pydantic": "import click, pydantic",
    "import click; BaseModel": "import click; from pydantic import BaseModel",
}
RECOMMEND = (sys.executable, "-m", "channelwise", "recommend", "examples/bakery.yaml")
LEAST_RUNS = 21
WARM_UP = 2


def run_once(command: Sequence[str]) -> float:
    """Seconds that a command took; its output goes nowhere. Raises if it fails."""
    start = perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    return perf_counter() - start


def measure(
    commands: Mapping[str, Sequence[str]], runs: int = LEAST_RUNS, warm_up: int = WARM_UP
) -> dict[str, float]:
    """Median seconds of each command over `runs` alternating runs, after a warm-up."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(warm_up + runs):
        for name, command in commands.items():
            taken = run_once(command)
            if turn >= warm_up:
                seconds[name].append(taken)
    return {name: median(each) for name, each in seconds.items()}


def report(medians: Mapping[str, float], subject: str) -> str:
    """A Markdown table: the median of each command, and the subject's ratio to it."""
    rows = ["| process | median, ms | subject takes |", "| --- | ---: | ---: |"]
    for name, seconds in medians.items():
        ratio = medians[subject] / seconds
        rows.append(f"| `{name}` | {seconds * 1000:.1f} | {ratio:.2f} x |")
    return "\n".join(rows)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; exit code 1 if a command fails."""
    parser = argparse.ArgumentParser(description="Time whole processes from start to exit.")
    parser.add_argument("--runs", type=int, default=LEAST_RUNS, help="runs of each command")
    parser.add_argument("command", nargs="*", default=RECOMMEND, help="the command to judge")
    options = parser.parse_args(arguments)
    subject = " ".join(options.command).replace(sys.executable, "python")
    commands = {name: (sys.executable, "-c", code) for name, code in IMPORTS.items()}
    try:
        medians = measure({**commands, subject: options.command}, options.runs)
    except (subprocess.CalledProcessError, FileNotFoundError) as error:
        detail = getattr(error, "stderr", None) or b""
        print(f"{error}\n{detail.decode(errors='replace')}", file=sys.stderr)
        return 1
    print(report(medians, subject))
    return 0


if __name__ == "__main__":
    sys.exit(main())

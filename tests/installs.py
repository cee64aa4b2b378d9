"""Fresh virtual environments with channelwise from this checkout, for tests of real installs."""

import os
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
BIN: Final = "Scripts" if sys.platform == "win32" else "bin"


@dataclass(frozen=True, slots=True)
class Venv:
    """An environment of its own: its commands come first, ours leave no trace."""

    folder: Path

    def run(self, *command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Runs a command as in a shell with the environment activated; both outputs in one."""
        return subprocess.run(
            command, cwd=cwd, env=self._environment(), text=True, encoding="utf-8", check=False,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip

    def pip(self, *arguments: str) -> None:
        """Runs pip, which must succeed."""
        done = self.run("python", "-m", "pip", "--quiet", *arguments, cwd=self.folder)
        assert done.returncode == 0, done.stdout

    def _environment(self) -> dict[str, str]:
        ours = ("PYTHON", "PYTEST", "CHANNELWISE", "COVERAGE", "VIRTUAL_ENV")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
        path = os.pathsep.join((str(self.folder / BIN), kept.get("PATH", "")))
        return kept | {
            "PATH": path, "VIRTUAL_ENV": str(self.folder), "PYTHONUTF8": "1",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1", "CHANNELWISE_CACHE": str(self.folder / "cache"),
        }  # fmt: skip


def fresh(folder: Path, *more: str) -> Venv:
    """An environment with channelwise, built from the checkout as users get it, and what else is named."""
    venv.create(folder, with_pip=True)
    made = Venv(folder)
    made.pip("install", str(ROOT), *more)
    return made

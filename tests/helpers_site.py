"""Real distributions for tests: packages with metadata in a folder that Python is told of."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ACME: Final = Path(__file__).parent / "acme_network"

NETWORK_INIT: Final = """from channelwise.plugins import NetworkFolder, hookimpl


@hookimpl
def channelwise_register_networks():
    return [NetworkFolder(__name__)]
"""

BRIEF: Final = """business: {name: Corner Bakery, sector: crafts, looks: attractive, offer: product}
audience: {kind: b2c}
content: {have: [product_photos, behind_the_scenes], can_make: [image, text]}
time: {hours_per_week: 12}
goals: [sales, awareness]
"""


def acme_files(network: str = "acme") -> dict[str, str]:
    """The files of the network of tests/acme_network, under another id if wanted."""
    files = {
        name: (ACME / name).read_text(encoding="utf-8")
        for name in ("network.yaml", "facts.yaml", "rules.yaml")
    }
    if network != "acme":
        files["network.yaml"] = files["network.yaml"].replace("  id: acme\n", f"  id: {network}\n")
        files["facts.yaml"] = files["facts.yaml"].replace(
            "network: acme\n", f"network: {network}\n"
        )
        files["rules.yaml"] = files["rules.yaml"].replace("id: acme.", f"id: {network}.")
    return {"__init__.py": NETWORK_INIT, **files}


@dataclass(frozen=True)
class Site:
    """A folder of installed distributions, and the command line that sees them."""

    place: Path

    def add(
        self, distribution: str, version: str, module: str, files: Mapping[str, str], *,
        name: str = "", points: Mapping[str, str] | None = None,
    ) -> None:  # fmt: skip
        """Lays out one distribution with a package `module`, as an installer would."""
        package = self.place / module
        for path, text in files.items():
            (package / path).parent.mkdir(parents=True, exist_ok=True)
            (package / path).write_text(text, encoding="utf-8")
        info = self.place / f"{distribution.replace('-', '_')}-{version}.dist-info"
        info.mkdir(parents=True)
        metadata = f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n"
        (info / "METADATA").write_text(metadata, encoding="utf-8")
        lines = [f"{key} = {value}" for key, value in (points or {name or module: module}).items()]
        entries = "\n".join(["[channelwise]", *lines, ""])
        (info / "entry_points.txt").write_text(entries, encoding="utf-8")

    def run(self, *arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        """`channelwise` with these arguments, in a process that has this site's distributions."""
        path = os.pathsep.join(filter(None, (str(self.place), os.environ.get("PYTHONPATH", ""))))
        inherited = {k: v for k, v in os.environ.items() if not k.startswith("CHANNELWISE_")}
        cache = {"CHANNELWISE_CACHE": str(self.place.parent / "cache")}
        return subprocess.run(
            [sys.executable, "-m", "channelwise", *map(str, arguments)],
            env={**inherited, **cache, **environment, "PYTHONPATH": path, "PYTHONUTF8": "1"},
            capture_output=True, text=True, encoding="utf-8", timeout=120, check=False,
        )  # fmt: skip

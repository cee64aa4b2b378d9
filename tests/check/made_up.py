"""A network made up for the tests, with whatever limits a test is about, and drafts for it."""

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

import av
import yaml
from PIL import Image

from channelwise.check.config import Config
from channelwise.check.config_read import config_from
from channelwise.check.model import Checked, Finding
from channelwise.check.run import Asked, check
from channelwise.drafts.model import Draft
from channelwise.drafts.read import draft_from
from channelwise.load.rulebook import Rulebook
from channelwise.networks.build import network
from channelwise.networks.model import Network
from known import rulebook

ACME: Final = Path(__file__).parents[1] / "acme_network" / "network.yaml"
DAY: Final = date(2026, 11, 1)
_FACT: Final = {
    "value": 1, "title": "Acme manual", "address": "https://acme.example/manual",
    "date": "2026-01", "confidence": "official",
}  # fmt: skip


def limit(value: Any, unit: str | None = None, *, hard: bool = True, **more: Any) -> dict[str, Any]:
    """A limit as a network's file writes it; firm ones rest on the manual."""
    return {"value": value, "unit": unit, "hard": hard, "fact": "manual", **more}


def acme(
    formats: dict[str, Any] | None = None, counting: dict[str, Any] | None = None,
    specs: dict[str, dict[str, Any]] | None = None,
) -> Network:  # fmt: skip
    """The network: each format is a mapping of limits, or None where it does not carry it.

    `specs` adds what else a format says, such as its tier.
    """
    body = yaml.safe_load(ACME.read_text(encoding="utf-8"))["network"]
    body["formats"] = {
        name: {
            "available": {"value": limits is not None, "fact": "manual"},
            "limits": {key: _clean(one) for key, one in (limits or {}).items()},
            **(specs or {}).get(name, {}),
        }
        for name, limits in (formats or {"text": {}}).items()
    }
    if counting:
        body["counting"] = {**counting, "fact": "manual"}
    cited = {"manual": _FACT, **{name: _FACT for name in ("kind.serves", "kind.half_life")}}
    cited |= {name: _FACT for name in ("survey.all", "survey.young")}
    plain = {"network": body, "cited": cited}
    return network(plain, "acme-dist", "acme", "channelwise_rules")


def _clean(one: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in one.items() if value is not None}


def book(*networks: Network) -> Rulebook:
    """A rulebook with these networks and no others."""
    return replace(rulebook(), networks=networks)


def draft(text: str, folder: Path | None = None, file: str = "post.md", **fields: Any) -> Draft:
    """A draft for acme with these fields in its front matter."""
    front = yaml.safe_dump({"networks": ["acme"], **fields}, allow_unicode=True, sort_keys=False)
    return draft_from(f"---\n{front}---\n{text}\n", file, folder)


def settings(text: str, *networks: Network) -> Config:
    """Settings as `channelwise.yaml` holds them."""
    return config_from(text, "channelwise.yaml", Path(), networks)


def run(
    drafts: Draft | Sequence[Draft], *networks: Network, config: Config | None = None,
    only: tuple[str, ...] = (), account: str | None = None, day: date = DAY,
) -> Checked:  # fmt: skip
    """A check on a fixed day."""
    given = config or Config()
    some = [drafts] if isinstance(drafts, Draft) else list(drafts)
    return check(book(*networks), some, Asked(only, account, lambda _: given, day))


def found(checked: Checked, prefix: str = "acme.") -> list[Finding]:
    """The findings on limits: those of tone rules have tests of their own."""
    return [one for one in checked.findings if one.code.startswith(prefix)]


def stated(checked: Checked, prefix: str = "acme.") -> list[Finding]:
    """What is claimed of a draft, without what was not checked."""
    return [one for one in found(checked, prefix) if one.state == "found"]


def claimed(checked: Checked, prefix: str = "acme.") -> list[tuple[str, str]]:
    """Code and level of what is claimed, without what was not checked."""
    return [(one.code, one.level) for one in found(checked, prefix) if one.state == "found"]


def picture(folder: Path, name: str, size: tuple[int, int], kind: str = "PNG") -> str:
    """A real picture of a size, in the folder; its name."""
    Image.new("RGB", size, (200, 120, 40)).save(folder / name, kind)
    return name


def weighty(folder: Path, name: str, weight: int) -> str:
    """A real BMP padded to a number of bytes."""
    stream = io.BytesIO()
    Image.new("RGB", (8, 8)).save(stream, "BMP")
    data = stream.getvalue()
    (folder / name).write_bytes(data + b"\0" * (weight - len(data)))
    return name


def video(
    folder: Path, name: str, frames: int, rate: int = 10, size: tuple[int, int] = (64, 48),
    *, sound: bool = False,
) -> str:  # fmt: skip
    """A real MP4 that runs frames / rate seconds, silent or with a moment of sound."""
    with av.open(str(folder / name), "w", format="mp4") as container:
        stream = container.add_stream("mpeg4", rate=rate)
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        if sound:
            _add_sound(container)
        for index in range(frames):
            frame = av.VideoFrame(*size, "yuv420p")
            for plane in frame.planes:
                plane.update(bytes(plane.buffer_size))
            frame.pts = index
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return name


def _add_sound(container: Any) -> None:
    stream = container.add_stream("aac", rate=44_100)
    frame = av.AudioFrame(format="fltp", layout="mono", samples=1024)
    frame.sample_rate = 44_100
    for plane in frame.planes:
        plane.update(bytes(plane.buffer_size))
    container.mux(stream.encode(frame))
    container.mux(stream.encode())

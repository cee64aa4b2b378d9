"""The built-in networks with real drafts and files: at each limit, and just over it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from channelwise.check.model import Finding
from channelwise.networks.model import Network
from check.made_up import draft, picture, run, settings, video
from known import rulebook

NETWORKS = {network.id: network for network in rulebook().networks}
Made = Callable[[Path], dict[str, Any]]


def words(number: int, sign: str = "a", **fields: Any) -> Made:
    return lambda _: {"text": sign * number, **fields}


def text(given: str, **fields: Any) -> Made:
    return lambda _: {"text": given, **fields}


def pictures(number: int, size: tuple[int, int] = (1200, 700), kind: str = "PNG", **more: Any) -> Made:  # fmt: skip
    def made(folder: Path) -> dict[str, Any]:
        name = f"a.{kind.lower()}"
        return {"text": "hi", "media": [picture(folder, name, size, kind)] * number, **more}

    return made


def heavy(weight: int, kind: str, size: tuple[int, int] = (1080, 1080)) -> Made:
    def made(folder: Path) -> dict[str, Any]:
        name = picture(folder, f"a.{kind.lower()}", size, kind)
        with (folder / name).open("ab") as stream:
            stream.truncate(weight)
        return {"text": "hi", "media": [name]}

    return made


def film(frames: int, rate: int = 10, size: tuple[int, int] = (256, 144), **more: Any) -> Made:
    sound = more.pop("sound", False)

    def made(folder: Path) -> dict[str, Any]:
        name = video(folder, "a.mp4", frames, rate, size, sound=sound)
        return {"text": more.pop("text", "hi"), "media": [name], **more}

    return made


def poll(*answers: str, question: str = "Which?") -> Made:
    return lambda _: {"text": question, "poll": list(answers)}


def paper(weight: int, **more: Any) -> Made:
    def made(folder: Path) -> dict[str, Any]:
        with (folder / "a.pdf").open("wb") as stream:
            stream.write(b"%PDF-1.7\n")
            stream.truncate(weight)
        return {"text": "hi", "media": ["a.pdf"], **more}

    return made


UP = (540, 960)
JPEG = {"kind": "JPEG"}
ROWS: list[tuple[str, str, Made, Made]] = [
    ("x", "length", words(280), words(281)),
    ("x", "length", words(140, "🙂"), words(141, "🙂")),
    ("x", "length", words(10_000, format="article", title="T"),
     words(10_001, format="article", title="T")),
    ("x", "length", text("@bob @ann " + "a" * 270, reply=True),
     text("@bob @ann " + "a" * 281, reply=True)),
    ("x", "cashtags", text("$ABC"), text("$ABC $DEF")),
    ("x", "items", pictures(4), pictures(5)),
    ("x", "items", pictures(4, reply=True), pictures(5, reply=True)),
    ("x", "media.format", pictures(1), paper(100)),
    ("instagram", "media.format", film(60, 1, UP, format="story", text=""),
     paper(100, format="story", text="")),
    ("snapchat", "media.format", pictures(1, text="", format="story"),
     paper(100, format="story", text="")),
    ("snapchat", "media.format", pictures(1, text="", format="story"),
     pictures(1, kind="WEBP", text="", format="story")),
    ("snapchat", "items", pictures(1, text="", format="story"),
     pictures(2, text="", format="story")),
    ("snapchat", "media.seconds", film(60, 1, UP, format="story", text=""),
     film(61, 1, UP, format="story", text="")),
    ("x", "items", pictures(1, kind="GIF"), pictures(2, kind="GIF")),
    ("x", "media.format", pictures(1, kind="WEBP"), pictures(1, kind="BMP")),
    ("x", "media.size", heavy(5_000_000, "JPEG"), heavy(5_242_881, "JPEG")),
    ("x", "media.size", heavy(15_000_000, "GIF"), heavy(15_728_641, "GIF")),
    ("x", "media.seconds", film(140, 1), film(141, 1)),
    ("x", "media.seconds", film(5, 10), film(4, 10)),
    ("x", "media.fps", film(60, 60), film(61, 61)),
    ("x", "media.ratio", film(20, size=(192, 64)), film(20, size=(256, 80))),
    ("x", "media.pixels", film(20, size=(1280, 1024)), film(20, size=(1282, 1024))),
    ("x", "media.pixels", film(20, size=(32, 32)), film(20, size=(30, 32))),
    ("x", "poll.options", poll(*"abcd"), poll(*"abcde")),
    ("x", "poll.options", poll(*"ab"), poll("a")),
    ("x", "poll.option", poll("a" * 25, "b"), poll("a" * 26, "b")),
    ("x", "length", poll("a", "b", question="a" * 280), poll("a", "b", question="a" * 281)),
    ("linkedin", "length", words(3000), words(3001)),
    ("linkedin", "length", words(1250, reply=True), words(1251, reply=True)),
    ("linkedin", "length", words(125_000, format="article"), words(125_001, format="article")),
    ("linkedin", "items", pictures(20), pictures(21)),
    ("linkedin", "media.format", pictures(1, kind="GIF"), pictures(1, kind="WEBP")),
    ("linkedin", "media.size", heavy(5_000_000, "PNG"), heavy(5_242_881, "PNG")),
    ("linkedin", "media.size", paper(100_000_000), paper(104_857_601)),
    ("linkedin", "media.seconds", film(3, 1), film(29, 10)),
    ("linkedin", "media.seconds", film(600, 1), film(601, 1)),
    ("linkedin", "media.seconds", film(1800, 1, account="page"), film(1801, 1, account="page")),
    ("linkedin", "media.seconds", film(900, 1, account="linkedin-hand"),
     film(901, 1, account="linkedin-hand")),
    ("linkedin", "items", pictures(1, reply=True), pictures(2, reply=True)),
    ("linkedin", "items", pictures(1, reply=True), film(3, 1, reply=True)),
    ("linkedin", "media.ratio", film(30, size=(480, 200)), film(30, size=(500, 200))),
    ("linkedin", "media.pixels", film(30, size=(256, 144)), film(30, size=(254, 144))),
    ("linkedin", "length", poll("a", "b", question="a" * 140), poll("a", "b", question="a" * 141)),
    ("linkedin", "poll.option", poll("a" * 30, "b"), poll("a" * 31, "b")),
    ("instagram", "length", pictures(1, (1080, 1080), **JPEG, text="a" * 2200),
     pictures(1, (1080, 1080), **JPEG, text="a" * 2201)),
    ("instagram", "hashtags", pictures(1, (1080, 1080), **JPEG, text="#a1 #b1 #c1 #d1 #e1"),
     pictures(1, (1080, 1080), **JPEG, text="#a1 #b1 #c1 #d1 #e1 #f1")),
    ("instagram", "mentions", pictures(1, (1080, 1080), **JPEG, text="@a1 @b1 @c1"),
     pictures(1, (1080, 1080), **JPEG, text="@a1 @b1 @c1 @d1")),
    ("instagram", "items", pictures(10, (1080, 1080), **JPEG), pictures(11, (1080, 1080), **JPEG)),
    ("instagram", "media.format", pictures(1, (1080, 1080), **JPEG), pictures(1, (1080, 1080))),
    ("instagram", "media.size", heavy(8_000_000, "JPEG"), heavy(8_388_609, "JPEG")),
    ("instagram", "media.ratio", pictures(1, (1080, 1350), **JPEG), pictures(1, (1080, 1360), **JPEG)),
    ("instagram", "media.pixels", pictures(1, (320, 320), **JPEG), pictures(1, (319, 319), **JPEG)),
    ("instagram", "media.pixels", pictures(1, (1440, 1080), **JPEG), pictures(1, (1441, 1080), **JPEG)),
    ("instagram", "media.seconds", film(72, 24, (64, 64)), film(69, 24, (64, 64))),
    ("instagram", "media.seconds", film(2160, 24, (64, 64), format="short_video"),
     film(2184, 24, (64, 64), format="short_video")),
    ("instagram", "media.fps", film(240, 60, (64, 64)), film(244, 61, (64, 64))),
    ("instagram", "media.fps", film(92, 23, (64, 64)), film(88, 22, (64, 64))),
    ("instagram", "caption", film(60, 1, UP, format="story", text=""), film(60, 1, UP, format="story")),
    ("instagram", "media.seconds", film(60, 1, UP, format="story", text=""),
     film(61, 1, UP, format="story", text="")),
    ("snapchat", "length", film(50, 10, UP, sound=True, text="a" * 160),
     film(50, 10, UP, sound=True, text="a" * 161)),
    ("snapchat", "media.seconds", film(50, 10, UP, sound=True), film(49, 10, UP, sound=True)),
    ("snapchat", "media.seconds", film(60, 1, UP, sound=True), film(61, 1, UP, sound=True)),
    ("snapchat", "media.sound", film(50, 10, UP, sound=True), film(50, 10, UP)),
    ("snapchat", "media.ratio", film(50, 10, UP, sound=True), film(50, 10, (576, 960), sound=True)),
    ("snapchat", "media.pixels", film(50, 10, UP, sound=True), film(50, 10, (522, 928), sound=True)),
    ("snapchat", "items", pictures(1, text=""), pictures(2, text="")),
    ("snapchat", "caption", pictures(1, text=""), pictures(1)),
    ("snapchat", "media.format", pictures(1, text=""), pictures(1, kind="WEBP", text="")),
    ("snapchat", "title", film(50, 10, UP, format="story", text="", title="t" * 45),
     film(50, 10, UP, format="story", text="", title="t" * 46)),
]  # fmt: skip


def errors(network: Network, folder: Path, made: Made, **more: Any) -> list[Finding]:
    fields = {"account": f"{network.id}-tool"} | made(folder) | more
    one = draft(fields.pop("text"), folder, networks=[network.id], **fields)
    checked = run(one, network, config=ACCOUNTS)
    return [f for f in checked.findings if f.network == network.id and f.level == "error"]


ACCOUNTS = settings("""accounts:
  - {name: big, network: x, tier: premium, posts_with: tool}
  - {name: page, network: linkedin, kind: business, posts_with: tool}
  - {name: linkedin-hand, network: linkedin, posts_with: app}
  - {name: x-tool, network: x, posts_with: tool}
  - {name: linkedin-tool, network: linkedin, kind: personal, posts_with: tool}
  - {name: instagram-tool, network: instagram, posts_with: tool}
  - {name: snapchat-tool, network: snapchat, posts_with: tool}
""")


@pytest.mark.parametrize(("name", "end", "at", "over"), ROWS)
def test_at_the_limit_and_over(tmp_path: Path, name: str, end: str, at: Made, over: Made) -> None:
    """What is at a limit is no error; just over it, that limit is, and nothing else."""
    network = NETWORKS[name]
    assert [f.code for f in errors(network, tmp_path, at)] == []
    assert {f.code for f in errors(network, tmp_path, over)} == {f"{name}.{end}"}


PREMIUM = [
    ("length", words(25_000), words(25_001)),
    ("length", pictures(1, text="a" * 25_000), pictures(1, text="a" * 25_001)),
    ("length", poll("a", "b", question="a" * 25_000), poll("a", "b", question="a" * 25_001)),
    ("media.seconds", film(600, 1), film(601, 1)),
    ("media.pixels", film(20, size=(1920, 1080)), film(20, size=(1922, 1080))),
]  # fmt: skip


@pytest.mark.parametrize(("end", "at", "over"), PREMIUM)
def test_at_the_limit_of_a_tier(tmp_path: Path, end: str, at: Made, over: Made) -> None:
    """The limits of a tier hold for its accounts, in captions and polls as well."""
    network, big = NETWORKS["x"], {"account": "big"}
    assert errors(network, tmp_path, at, **big) == []
    assert {f.code for f in errors(network, tmp_path, over, **big)} == {f"x.{end}"}
    assert errors(network, tmp_path, at) != []

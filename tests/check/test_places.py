"""Files and the formats that have a place for them."""

from pathlib import Path
from typing import Any

import pytest

from channelwise.check.model import Finding
from check.made_up import acme, draft, found, limit, picture, run, settings, stated, video
from known import rulebook

NETWORKS = {network.id: network for network in rulebook().networks}
SOUND = b"ID3\4\0\0\0\0\0\0" + b"\0" * 90


def files(folder: Path) -> None:
    (folder / "deck.pdf").write_bytes(b"%PDF-1.7\n" + b"\0" * 90)
    (folder / "talk.mp3").write_bytes(SOUND)


def on(name: str, folder: Path, media: list[str], **fields: Any) -> list[Finding]:
    one = draft("Our rye.", folder, networks=[name], media=media, **fields)
    return found(run(one, NETWORKS[name]), f"{name}.")


NOWHERE = [
    ("x", {}), ("x", {"format": "image"}), ("x", {"format": "short_video"}),
    ("instagram", {}), ("instagram", {"format": "story"}), ("instagram", {"format": "carousel"}),
    ("snapchat", {}), ("snapchat", {"format": "story"}),
]  # fmt: skip


@pytest.mark.parametrize("file", ["deck.pdf", "talk.mp3"])
@pytest.mark.parametrize(("name", "fields"), NOWHERE)
def test_a_file_that_no_format_takes(
    tmp_path: Path, name: str, fields: dict[str, Any], file: str
) -> None:
    """A document or a sound is an error once, with a source, and fine as nothing."""
    files(tmp_path)
    got = [one for one in on(name, tmp_path, [file], **fields) if one.state == "found"]
    [one] = [one for one in got if one.code == f"{name}.media.format"]
    assert (one.level, bool(one.grounds), one.span and one.span.line) == ("error", True, 5)
    assert file in one.message.en
    assert "fine as" not in one.message.en
    assert not [one for one in got if one.code.endswith((".format", ".items"))
                and one.code != f"{name}.media.format"]  # fmt: skip


def test_no_format_is_offered_where_none_fits(tmp_path: Path) -> None:
    """Nobody is asked which format is meant where the file fits in none."""
    files(tmp_path)
    assert [one.code for one in on("x", tmp_path, ["deck.pdf"]) if one.leaves_out] == []


def test_documents_where_a_series_takes_them(tmp_path: Path) -> None:
    """A series that lists documents takes one; a sound is no document."""
    files(tmp_path)
    assert [one.level for one in on("linkedin", tmp_path, ["deck.pdf"]) if one.state == "found"
            and one.level == "error"] == []  # fmt: skip
    [one] = [one for one in on("linkedin", tmp_path, ["talk.mp3"]) if one.level == "error"]
    assert one.code == "linkedin.media.format"


def test_a_picture_is_not_made_good_by_a_format_of_videos(tmp_path: Path) -> None:
    """Of a picture beside a video, what is wrong is an error: as a video it is not fine."""
    formats = {
        "image": {"items": limit("1-4", "pictures"), "formats": limit(["JPEG"])},
        "short_video": {"items": limit(1, "videos"), "max_seconds": limit(1, "seconds")},
    }
    media = [picture(tmp_path, "a.png", (9, 9)), video(tmp_path, "b.mp4", 15)]
    got = {one.code: one for one in stated(run(draft("x", tmp_path, media=media), acme(formats)))}
    assert {code: one.level for code, one in got.items()} == {
        "acme.items": "error", "acme.media.format": "error", "acme.media.seconds": "error",
    }  # fmt: skip
    assert got["acme.media.format"].formats == ["image"]
    assert not [one for one in got.values() if "fine as" in one.message.en]


def test_limits_of_pictures_in_a_story_leave_videos_alone(tmp_path: Path) -> None:
    """A list of kinds of pictures says nothing of a video; its length is limited all the same."""
    limits = {
        "formats": limit(["JPEG"]), "items": limit(1, "pictures"),
        "max_file_kb": limit(0.001, "kB"), "video_seconds": limit("1-2", "seconds"),
    }  # fmt: skip
    network = acme({"story": limits})
    for tenths, expected in ((15, []), (25, ["acme.media.seconds"])):
        name = video(tmp_path, "a.mp4", tenths)
        one = draft("", tmp_path, media=[name, name], format="story")
        assert {f.code for f in stated(run(one, network))} == set(expected)
    several = [picture(tmp_path, f"{n}.jpg", (9, 9), "JPEG") for n in range(2)]
    codes = [f.code for f in stated(run(draft("", tmp_path, media=several, format="story"), network))]  # fmt: skip
    assert "acme.items" in codes


POLLED = """accounts:
  - {name: hand, network: instagram, posts_with: app}
  - {name: tool, network: instagram, posts_with: tool}
"""


@pytest.mark.parametrize(
    ("account", "level"), [(None, "note"), ("hand", None), ("tool", "warning")]
)
def test_a_format_that_only_the_app_has(
    tmp_path: Path, account: str | None, level: str | None
) -> None:
    """A poll that is a sticker by hand says so to who posts with a tool or does not say."""
    picture(tmp_path, "a.jpg", (1080, 1920), "JPEG")
    fields = {"account": account} if account else {}
    one = draft("Rye or wheat?", tmp_path, networks=["instagram"], media=["a.jpg"],
                poll=["rye", "wheat"], **fields)  # fmt: skip
    config = settings(POLLED, NETWORKS["instagram"])
    got = found(run(one, NETWORKS["instagram"], config=config), "instagram.")
    told = [f for f in got if f.state == "found"]
    assert [(f.code, f.level) for f in told] == ([("instagram.format", level)] if level else [])
    for finding in told:
        assert "sticker in a story" in finding.because.en
        assert "استیکر" in finding.because.fa
    assert not [f for f in got if f.leaves_out]


def test_pictures_of_a_poll_in_a_story(tmp_path: Path) -> None:
    """A poll that is a part of a story keeps the limits of stories."""
    media = [picture(tmp_path, f"{n}.jpg", (1080, 1920), "JPEG") for n in range(2)]
    one = draft("Rye?", tmp_path, networks=["instagram"], media=media, poll=["rye", "wheat"])
    got = stated(run(one, NETWORKS["instagram"]), "instagram.")
    assert [(f.code, f.level) for f in got if f.level == "error"] == [("instagram.items", "error")]

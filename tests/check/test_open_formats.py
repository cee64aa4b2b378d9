"""Drafts that do not say their format, or say one that their parts contradict."""

from pathlib import Path
from typing import Any

import pytest

from channelwise.check.file import files_of
from channelwise.check.format_of import possible
from channelwise.check.model import Finding
from channelwise.check.subject import Post
from channelwise.drafts.seen import NotSeen
from check.made_up import acme, claimed, draft, found, limit, picture, run, settings, stated, video

SERIES = {"items": limit("2-9", "slides")}
FOUR = {"items": limit("1-4", "pictures")}
SHORT = {"seconds": limit("0.1-1", "seconds")}
SHOWN = ("image", "carousel", "short_video", "long_video")
TOLD = [
    ([], {"text": {}}, ["text"]),
    (["a.png"], {"image": {}, "story": {}}, ["image"]),
    (["a.png"], {"carousel": SERIES}, ["carousel"]),
    (["a.png", "b.png"], {"image": {}, "carousel": SERIES}, ["carousel"]),
    (["a.png", "b.png"], {"image": FOUR}, ["image"]),
    (["a.png", "b.png"], {"image": FOUR, "carousel": {"formats": limit(["PDF"])}}, ["image"]),
    (["a.png", "b.png"], {"image": FOUR, "carousel": {}}, ["image", "carousel"]),
    (["a.mp4"], {"short_video": {}}, ["short_video"]),
    (["a.mp4"], {"short_video": SHORT, "long_video": {}}, ["short_video"]),
    (["long.mp4"], {"short_video": SHORT, "long_video": {}}, ["long_video"]),
    (["a.mp4"], {"short_video": {}, "long_video": {}}, ["short_video", "long_video"]),
    (["gone.mov"], {"short_video": SHORT, "long_video": {}}, ["short_video", "long_video"]),
    (["a.png", "a.mp4"], {"carousel": {}, "image": {}}, ["carousel"]),
    (["a.png", "a.mp4"], {"image": {}, "short_video": {}}, ["image", "short_video"]),
    (["a.mp4", "a.mp4"], {"image": {}, "short_video": {}}, ["short_video"]),
    (["a.pdf"], {"carousel": {"formats": limit(["PDF"])}, "image": {}}, ["carousel"]),
    (["a.pptx"], {"carousel": {"formats": limit(["PPTX"])}, "image": {}}, ["carousel"]),
    (["gone.jpg"], {"carousel": {}, "image": {}}, ["image"]),
    (["gone.bin"], {"carousel": {}, "image": {}, "text": {}}, ["image", "carousel"]),
]  # fmt: skip


@pytest.mark.parametrize(("files", "formats", "expected"), TOLD)
def test_formats_that_stay_possible(
    tmp_path: Path, files: list[str], formats: Any, expected: list[str]
) -> None:
    """The parts of a draft leave those formats open that take them, by content or by name."""
    for name in ("a.png", "b.png"):
        picture(tmp_path, name, (9, 9))
    video(tmp_path, "a.mp4", 5)
    video(tmp_path, "long.mp4", 15)
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 \n" + b"\0" * 40)
    (tmp_path / "a.pptx").write_bytes(b"PK\3\4" + b"\0" * 60)
    fields = {"media": files} if files else {}
    post = Post(draft("two words", tmp_path, **fields))
    assert list(possible(post, acme(formats)).names) == expected


def test_videos_without_the_extra_for_videos(tmp_path: Path) -> None:
    """Where nothing here opens videos, a video is one by its first bytes, and limits hold."""
    post = Post(draft("x" * 9, tmp_path, media=[video(tmp_path, "a.mp4", 5)]))
    [(media, _)] = post.media
    post.__dict__["media"] = ((media, NotSeen("video_missing", "mp4")),)
    assert [file.sort for file in files_of(post)] == ["video"]


BOTH = {
    "image": FOUR | {"caption_max": limit(5, "characters")},
    "carousel": {"caption_max": limit(8, "characters")},
}


def of(text: str, folder: Path, formats: Any, media: list[str], **fields: Any) -> list[Finding]:
    return stated(run(draft(text, folder, media=media, **fields), acme(formats)))


def test_beyond_all_possible_formats_is_an_error_with_the_mildest_limit(tmp_path: Path) -> None:
    """What no format would take is an error; the number is that of the mildest."""
    files = [picture(tmp_path, f"{n}.png", (9, 9)) for n in range(2)]
    [one] = of("123456789", tmp_path, BOTH, files)
    assert (one.code, one.level, one.formats) == ("acme.length", "error", ["image", "carousel"])
    assert one.message.en == "The text is too long by 1: 9 of 8 (as pictures, picture series)"


def test_beyond_some_possible_formats_is_a_warning_that_names_them(tmp_path: Path) -> None:
    """What one of the formats takes is only a warning, and told of the format that does not."""
    files = [picture(tmp_path, f"{n}.png", (9, 9)) for n in range(2)]
    [one] = of("123456", tmp_path, BOTH, files)
    assert (one.level, one.formats) == ("warning", ["image"])
    assert one.message.en.endswith("(as pictures; fine as picture series)")
    assert of("12345", tmp_path, BOTH, files) == []


def test_the_mildest_level_counts(tmp_path: Path) -> None:
    """What is advice in one format and a firm limit in another is no error."""
    soft = {"caption_max": limit(5, "characters", hard=False)}
    files = [picture(tmp_path, f"{n}.png", (9, 9)) for n in range(2)]
    assert [f.level for f in of("1234567", tmp_path, BOTH | {"carousel": soft}, files)] == ["note"]


def test_each_file_is_told_apart(tmp_path: Path) -> None:
    """Two files that are wrong in all formats are two findings, each at its name."""
    files = [picture(tmp_path, f"{n}.png", (9, 9)) for n in range(2)]
    only = {"formats": limit(["JPEG"])}
    got = of("x", tmp_path, {"image": FOUR | only, "carousel": only}, files)
    assert [(f.level, f.span and f.span.line) for f in got] == [("error", 5), ("error", 6)]


def test_the_open_format_is_said(tmp_path: Path) -> None:
    """A draft that was held against several formats says so, even where all is well."""
    files = [picture(tmp_path, f"{n}.png", (9, 9)) for n in range(2)]
    checked = run(draft("123", tmp_path, media=files), acme(BOTH))
    [one] = [f for f in found(checked) if f.code == "acme.format"]
    assert (one.state, one.leaves_out, one.formats) == (
        "not_evaluated",
        True,
        ["image", "carousel"],
    )
    assert "pictures, picture series" in one.message.en


def test_a_title_switches_nothing_off() -> None:
    """A titled text may be a post or an article: what is beyond both is an error."""
    formats = {"text": {"max_chars": limit(5, "characters")},
               "article": {"max_chars": limit(9, "characters")}}  # fmt: skip
    levels = {
        length: [f.level for f in stated(run(draft("x" * length, title="News"), acme(formats)))]
        for length in (5, 6, 9, 10)
    }
    assert levels == {5: [], 6: ["warning"], 9: ["warning"], 10: ["error"]}
    alone = acme({"text": formats["text"]})
    assert claimed(run(draft("x" * 6, title="News"), alone)) == [("acme.length", "error")]


def test_the_assumed_format_is_said_in_the_message(tmp_path: Path) -> None:
    """Where the format follows from the files it is said; where it is declared it is not."""
    file = picture(tmp_path, "a.png", (9, 9))
    limits = {"image": {"caption_max": limit(1, "characters")}}
    [assumed] = of("two", tmp_path, limits, [file])
    [declared] = of("two", tmp_path, limits, [file], format="image")
    assert assumed.message.en == f"{declared.message.en} (as pictures)"
    assert assumed.message.fa.startswith(declared.message.fa)
    assert (assumed.formats, declared.formats) == (["image"], [])


@pytest.mark.parametrize("declared", ["text", "short_video"])
def test_declared_format_against_the_files(tmp_path: Path, declared: str) -> None:
    """A format that the files contradict is a warning, and the limits are those of the files."""
    files = [picture(tmp_path, f"{n}.png", (9, 9)) for n in range(5)]
    formats = {"text": {}, "short_video": {}, "image": FOUR}
    got = of("x", tmp_path, formats, files, format=declared)
    assert {(f.code, f.level) for f in got} == {("acme.format", "warning"), ("acme.items", "error")}
    assert of("x", tmp_path, formats, files[:4], format="image") == []


def test_missing_files_contradict_nothing(tmp_path: Path) -> None:
    """Of a file of which nothing is known, nothing is said against the declared format."""
    formats = {"short_video": {}, "image": {}}
    got = of("x", tmp_path, formats, ["gone.bin"], format="short_video")
    assert [f.code for f in got] == []


def test_a_format_made_of_pictures_needs_one() -> None:
    """Without any file it is a warning; where the network limits their number, an error."""
    one = draft("x", format="image")
    assert claimed(run(one, acme({"image": {}}))) == [("acme.items", "warning")]
    assert claimed(run(one, acme({"image": FOUR}))) == [("acme.items", "error")]


MIXES = [
    ({"image": FOUR, "short_video": {"items": limit(1, "videos")}}, [("acme.items", "error")]),
    ({"image": {}, "short_video": {}}, [("acme.items", "warning")]),
    ({"image": FOUR, "carousel": SERIES}, []),
    ({"image": FOUR, "short_video": {}, "carousel": {"formats": limit(["PDF"])}},
     [("acme.items", "warning")]),
]  # fmt: skip


@pytest.mark.parametrize(("formats", "expected"), MIXES)
def test_pictures_and_videos_together(tmp_path: Path, formats: Any, expected: Any) -> None:
    """Both in one post are refused but for a series of pictures and videos; told at the video."""
    media = [picture(tmp_path, "a.png", (9, 9)), video(tmp_path, "b.mp4", 5)]
    got = of("x", tmp_path, formats, media)
    assert [(f.code, f.level) for f in got] == expected
    assert {f.span and f.span.line for f in got} <= {6}


def test_limits_on_pictures_leave_videos_alone(tmp_path: Path) -> None:
    """Where both stand together, a list of picture formats says nothing of the video."""
    media = [picture(tmp_path, "a.png", (9, 9)), video(tmp_path, "b.mp4", 5)]
    got = of("x", tmp_path, {"image": {"formats": limit(["PNG"])}, "short_video": {}}, media)
    assert [f.code for f in got] == ["acme.items"]


PREMIUM = settings("accounts: [{name: big, network: acme, tier: premium}]")


def test_a_format_of_another_tier(tmp_path: Path) -> None:
    """A longer video is an error of the ordinary format, with a word that a tier has more."""
    media = [video(tmp_path, "long.mp4", 15)]
    network = acme(
        {"short_video": SHORT, "long_video": {"seconds": limit("0.1-1.8", "seconds")}},
        specs={"long_video": {"tier": "premium"}},
    )
    for fields in ({}, {"format": "long_video"}):
        [one] = stated(run(draft("x", tmp_path, media=media, **fields), network))
        assert (one.code, one.level) == ("acme.media.seconds", "error")
        assert "“premium”" in one.because.en
    mine = draft("x", tmp_path, media=media, account="big")
    assert stated(run(mine, network, config=PREMIUM)) == []
    longer = draft("x", tmp_path, media=[video(tmp_path, "more.mp4", 19)], account="big")
    assert [f.level for f in stated(run(longer, network, config=PREMIUM))] == ["error"]


POSTED = settings(
    "accounts: [{name: hand, network: acme, posts_with: app},"
    " {name: tool, network: acme, posts_with: tool}]"
)


@pytest.mark.parametrize(
    ("account", "level"), [(None, "warning"), ("hand", "error"), ("tool", None)]
)
def test_a_format_of_one_way_of_posting(
    tmp_path: Path, account: str | None, level: str | None
) -> None:
    """Where the way of posting is not known, the format may be open or not."""
    network = acme(
        {"short_video": SHORT, "long_video": {}}, specs={"long_video": {"through": "tool"}}
    )
    fields = {"account": account} if account else {}
    one = draft("x", tmp_path, media=[video(tmp_path, "long.mp4", 15)], **fields)
    levels = [f.level for f in stated(run(one, network, config=POSTED))]
    assert levels == ([level] if level else [])

"""Looking into media: real files are described, all others get a clear reason, quickly."""

import os
import re
import resource
import sys
import threading
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

from channelwise.drafts import kinds, movie, pictures, whole
from channelwise.drafts.media import NotSeen, Picture, Video, look, why
from channelwise.drafts.model import Media, Spot
from channelwise.drafts.seen import REASONS, Reason
from drafts import made

SLOWEST = 3  # seconds
MOST_MEMORY = 400  # MiB that one look may add


def media(path: Path) -> Media:
    return Media(path, path.name, None, Spot(1, 1))


@pytest.fixture
def seen(tmp_path: Path) -> Callable[..., Picture | Video | NotSeen]:
    """Looks into a file of these bytes."""

    def see(content: bytes, name: str = "file") -> Picture | Video | NotSeen:
        path = tmp_path / name
        path.write_bytes(content)
        return look(media(path))

    return see


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "AVIF", "BMP"])
def test_a_picture_is_described(kind: str, seen: Callable[..., object]) -> None:
    """Format, size in pixels and bytes of a still picture come from the file."""
    content = made.picture(kind)
    assert seen(content) == Picture(kind, 48, 32, len(content), animated=False, frames=1)


@pytest.mark.parametrize("kind", ["PNG", "GIF", "WEBP", "AVIF"])
def test_an_animation_tells_its_frames(kind: str, seen: Callable[..., object]) -> None:
    """The frames of a moving picture are counted."""
    content = made.picture(kind, frames=4)
    assert seen(content) == Picture(kind, 48, 32, len(content), animated=True, frames=4)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize("turned", [6, 8])
def test_a_photo_on_its_side_stands_upright(
    kind: str, turned: int, seen: Callable[..., object]
) -> None:
    """Width and height are those that people see, not those in which a telephone stored it."""
    picture = seen(made.picture(kind, turned=turned))
    assert isinstance(picture, Picture)
    assert (picture.width, picture.height) == (32, 48)


def test_a_photo_upside_down_keeps_its_size(seen: Callable[..., object]) -> None:
    """Half a turn does not swap width and height."""
    picture = seen(made.picture("JPEG", turned=3))
    assert isinstance(picture, Picture)
    assert (picture.width, picture.height) == (48, 32)


@pytest.mark.parametrize(
    ("kind", "container", "codec", "sound", "heard"),
    [
        ("mp4", "mp4", "libx264", "aac", "aac"),
        ("mp4", "mp4", "mpeg4", "", None),
        ("mov", "mov", "mpeg4", "aac", "aac"),
        ("webm", "webm", "libvpx-vp9", "libopus", "opus"),
        ("matroska", "matroska", "libvpx", "", None),
        ("avi", "avi", "mpeg4", "", None),
    ],
)
def test_a_video_is_described(
    kind: str,
    container: str,
    codec: str,
    sound: str,
    heard: str | None,
    seen: Callable[..., object],
) -> None:
    """Container, size, length, codecs and pictures a second come from the file."""
    content = made.video(kind, codec, sound=sound)
    video = seen(content)
    assert isinstance(video, Video)
    names = {"libx264": "h264", "libvpx-vp9": "vp9", "libvpx": "vp8"}
    assert (video.container, video.width, video.height) == (container, 64, 48)
    assert (video.codec, video.bytes, video.fps) == (names.get(codec, codec), len(content), 10.0)
    assert video.seconds == pytest.approx(1.0, abs=0.05)
    assert video.audio is not None if heard else video.audio is None
    assert heard is None or heard in str(video.audio)


def test_a_film_on_its_side_stands_upright(seen: Callable[..., object]) -> None:
    """The turn that a telephone notes in an MP4 swaps width and height."""
    video = seen(made.on_its_side(made.video("mp4")))
    assert isinstance(video, Video)
    assert (video.width, video.height) == (48, 64)


def test_sound_has_no_sides(seen: Callable[..., object]) -> None:
    """A turn that is noted for the sound does not turn the picture."""
    video = seen(made.on_its_side(made.video("mp4", sound="aac"), track=1))
    assert isinstance(video, Video)
    assert (video.width, video.height) == (64, 48)


def test_a_recording_that_does_not_tell_its_length(seen: Callable[..., object]) -> None:
    """A live WebM has no length, and none is guessed."""
    video = seen(made.video("webm", "libvpx", live="1"))
    assert isinstance(video, Video)
    assert video.seconds is None


def test_a_title_that_is_not_utf8_does_not_hide_a_film(seen: Callable[..., object]) -> None:
    """Old cameras write what they are called in other encodings."""
    content = made.video("mp4")
    assert content.count(b"Lavf") == 1
    assert isinstance(seen(content.replace(b"Lavf", b"\xe9\xff\xfe\xe8")), Video)


def test_a_fault_of_ours_is_not_blamed_on_the_file(
    seen: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error that is no library's word for a damaged file is told by its own name."""
    import av
    from PIL import Image

    def fault(*_: object, **__: object) -> None:
        raise TypeError("unexpected argument")

    monkeypatch.setattr(av, "open", fault)
    monkeypatch.setattr(Image, "open", fault)
    for content in (made.picture("PNG"), FILM):
        assert seen(content) == NotSeen("unreadable", "TypeError")


def test_a_codec_that_nobody_knows(seen: Callable[..., object]) -> None:
    """Without a known codec a film is of no known kind; with such a sound it is a film with sound."""
    content = made.video("matroska", "libvpx", sound="libopus")
    assert content.count(b"V_VP8") == content.count(b"A_OPUS") == 1
    assert seen(content.replace(b"V_VP8", b"V_ZZZ")) == NotSeen("unknown_kind")
    video = seen(content.replace(b"A_OPUS", b"A_ZZZZ"))
    assert isinstance(video, Video)
    assert video.audio == "unknown"


def test_a_cover_is_no_video(seen: Callable[..., object]) -> None:
    """The picture that comes with a song does not make it a film."""
    assert seen(made.song_with_cover()) == NotSeen("no_video")


def test_raw_sound_may_have_many_samples(
    seen: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sound without compression has a sample for each tick, and is not taken for a trap."""
    monkeypatch.setattr(movie, "MOST_UNLISTED", 1_000)
    content = made.video("mov", sound="pcm_s16le")
    video = seen(content)
    assert isinstance(video, Video)
    assert video.audio == "pcm_s16le"


def test_a_long_header_of_a_track_is_read(seen: Callable[..., object]) -> None:
    """Tracks with dates of 64 bits have their matrix further on."""
    video = seen(made.on_its_side(made.with_long_header(made.video("mp4"))))
    assert isinstance(video, Video)
    assert (video.width, video.height) == (48, 64)


def test_fragments_that_claim_too_much_are_refused(seen: Callable[..., object]) -> None:
    """A run of samples that lists none of them may not claim millions."""
    film = bytearray(made.video("mp4", movflags="frag_keyframe+empty_moov"))
    run = film.index(b"trun") + 4

    def claiming(samples: int) -> bytes:
        film[run : run + 8] = (1).to_bytes(4) + samples.to_bytes(4)
        return bytes(film)

    assert isinstance(seen(claiming(1_000)), Video)
    assert seen(claiming(movie.MOST_UNLISTED + 1)) == NotSeen("broken", "mp4")


def test_tables_may_claim_what_a_film_can_have(seen: Callable[..., object]) -> None:
    """Samples of one size are counted up to the limit, and refused above it."""
    film = made.video("mp4", "libx264")
    assert isinstance(seen(made.claiming(film, movie.MOST_UNLISTED)), Video)
    assert seen(made.claiming(film, movie.MOST_UNLISTED + 1)) == NotSeen("broken", "mp4")


def test_a_table_that_lists_more_than_it_holds_is_refused(seen: Callable[..., object]) -> None:
    """The count of a table is checked against its size."""
    film = bytearray(FILM)
    at = film.index(b"stsz") + 12
    film[at : at + 4] = (4_000_000).to_bytes(4)
    assert seen(bytes(film)) == NotSeen("broken", "mp4")


def test_a_movie_without_a_kind_of_file_is_old_quicktime(seen: Callable[..., object]) -> None:
    """MOV files of old cameras begin with their boxes at once."""
    video = seen((8).to_bytes(4) + b"wide" + made.video("mov"))
    assert isinstance(video, Video)
    assert video.container == "mov"


def test_a_picture_of_another_brand_first_is_avif(seen: Callable[..., object]) -> None:
    """An AVIF may name itself second."""
    content = made.picture("AVIF")
    assert content[8:12] == b"avif"
    other = content[:8] + b"mif1" + content[12:]
    assert b"avif" in other[16:32]
    picture = seen(other)
    assert isinstance(picture, Picture)
    assert picture.format == "AVIF"


def test_a_fragmented_film_is_read(seen: Callable[..., object]) -> None:
    """An MP4 in fragments, as recorders stream it, is a video as well."""
    content = made.video("mp4", movflags="frag_keyframe+empty_moov")
    assert b"moof" in content
    video = seen(content)
    assert isinstance(video, Video)
    assert (video.width, video.height) == (64, 48)


@pytest.mark.parametrize(
    ("content", "name", "format_"),
    [(made.picture("PNG"), "photo.jpg", "PNG"), (made.picture("JPEG"), "film.mp4", "JPEG")],
)
def test_a_wrong_name_does_not_deceive(
    content: bytes, name: str, format_: str, seen: Callable[..., object]
) -> None:
    """What a file is comes from its content."""
    picture = seen(content, name)
    assert isinstance(picture, Picture)
    assert picture.format == format_


def test_a_video_with_the_name_of_a_picture_is_a_video(seen: Callable[..., object]) -> None:
    """A film that was saved as `photo.png` is looked into as a film."""
    assert isinstance(seen(made.video("mp4"), "photo.png"), Video)


FILM = made.video("mp4")
FRAME = b"\x2c" + bytes(4) + b"\x0a\0\x0a\0\0" + b"\x02\x02\x4c\x01\0"
COMMENT = b"\x21\xfe"

# What the file is, its bytes, the reason, the detail.
BAD: list[tuple[str, bytes, Reason, str]] = [
    ("a file of no bytes", b"", "empty", ""),
    ("a file of one byte", b"\xff", "unknown_kind", ""),
    ("a text", b"Fresh bread every day", "unknown_kind", ""),
    ("zeros", bytes(5000), "unknown_kind", ""),
    ("a page", b"<!DOCTYPE html><html></html>", "unknown_kind", ""),
    ("a list of other files", b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n", "unknown_kind", ""),
    ("a script that joins files", b"ffconcat version 1.0\nfile /etc/passwd\n", "unknown_kind", ""),
    ("two letters like a bitmap", b"BM" + b"x" * 60, "unknown_kind", ""),
    ("a RIFF of nothing known", b"RIFF\x04\0\0\0ABCD", "unknown_kind", ""),
    ("a program", b"\x7fELF" + bytes(100), "unknown_kind", ""),
    ("a TIFF", made.picture("TIFF"), "other_picture", "TIFF"),
    ("an icon", made.picture("ICO"), "other_picture", "ICO"),
    ("a drawing", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "other_picture", "SVG"),
    ("a drawing with a head", b"<?xml version='1.0'?>\n<!-- a -->\n<svg/>", "other_picture", "SVG"),
    ("a HEIC photo", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "other_picture", "HEIC"),
    ("a Photoshop file", b"8BPS\0\1" + bytes(50), "other_picture", "Photoshop"),
    ("a JPEG XL", b"\xff\x0a" + bytes(50), "other_picture", "JPEG XL"),
    ("a JPEG 2000", made.picture("JPEG2000"), "other_picture", "JPEG 2000"),
    ("an EPS", b"%!PS-Adobe-3.0 EPSF-3.0\n", "other_picture", "EPS"),
    ("a PDF", b"%PDF-1.7\n", "other_file", "PDF"),
    ("an archive", b"PK\3\4" + bytes(50), "other_file", "ZIP"),
    ("a song", b"ID3\4" + bytes(50), "other_file", "MP3"),
    ("a recording", b"RIFF\x24\0\0\0WAVEfmt ", "other_file", "WAV"),
    ("a Flash video", b"FLV\1\5" + bytes(50), "other_video", "FLV"),
    ("a Windows video", b"\x30\x26\xb2\x75\x8e\x66\xcf\x11" + bytes(50), "other_video", "WMV"),
    ("a broadcast", (b"G" + bytes(187)) * 3, "other_video", "MPEG"),
    ("a DVD's video", b"\0\0\1\xba" + bytes(50), "other_video", "MPEG"),
    ("an Ogg video", b"OggS" + bytes(50), "other_video", "Ogg"),
    ("a song in an MP4", made.sound_alone(), "no_video", ""),
    ("a JPEG's first bytes and rubbish", b"\xff\xd8\xff" + bytes(100), "broken", "JPEG"),
    ("a PNG without a header", b"\x89PNG\r\n\x1a\n" + made.chunk(b"IEND", b""), "broken", "PNG"),
    ("a PNG of no width", made.png(0, 5), "broken", "PNG"),
    ("a GIF without a picture", made.gif(), "broken", "GIF"),
    ("a GIF of unknown blocks", made.gif(b"\x99"), "broken", "GIF"),
    ("a WebP of no frames", made.webp(100, 100), "broken", "WEBP"),
    ("an AVIF of nothing", b"\0\0\0\x14ftypavif\0\0\0\0avif", "broken", "AVIF"),
    ("an MP4 of nothing", b"\0\0\0\x14ftypisom\0\0\0\0isom", "cut_off", "mp4"),
    ("an MP4 with a box of no size", b"\0\0\0\x10ftypisom\0\0\0\0\0\0\0\1moov" + bytes(8), "broken", "mp4"),
    ("an MP4 of one-byte boxes", FILM.replace(b"\0\0\0\x08free", b"\0\0\0\x01free"), "cut_off", "mp4"),
    ("a WebM of nothing", b"\x1a\x45\xdf\xa3\x84\x42\x82\x84webm" + bytes(50), "broken", "webm"),
    ("an AVI of nothing", b"RIFF\x04\0\0\0AVI ", "broken", "avi"),
    ("a bitmap's header alone", made.picture("BMP")[:40], "cut_off", "BMP"),
    # Made to hurt
    ("a PNG of 2.5 thousand million pixels", made.png(50_000, 50_000), "too_many_pixels", ""),
    ("a WebP of 268 million pixels", made.webp(16_383, 16_383), "too_many_pixels", ""),
    ("a PNG text of 300 MB", made.png(9, 9, made.chunk(b"zTXt", b"a\0\0" + made.zlib.compress(bytes(300_000_000)))), "broken", "PNG"),
    ("a PNG profile of 300 MB", made.png(9, 9, made.chunk(b"iCCP", b"a\0\0" + made.zlib.compress(bytes(300_000_000)))), "broken", "PNG"),
    ("a PNG of 300,000 texts", made.png(9, 9, *(made.chunk(b"tEXt", b"k\0%d" % n) for n in range(300_000))), "broken", "PNG"),
    ("a JPEG of 50 pieces of EXIF", made.jpeg_with(made.greedy_exif(), *[b"Exif\0\0" + bytes(65_000)] * 50), "broken", "JPEG"),
    ("a GIF of a million frames", made.gif(FRAME * 1_000_000), "broken", "GIF"),
    ("a GIF comment of 50 MB", made.gif(COMMENT, (b"\1x") * 17_000_000, b"\0"), "broken", "GIF"),
    ("a file of 65 MB that begins as a PNG", made.png(9, 9) + bytes(65 * 1024**2), "too_big", "64"),
    ("an MP4 that claims 150 million samples", made.claiming(FILM, 150_000_000), "broken", "mp4"),
    ("an MP4 that claims the most samples", made.claiming(FILM, 2**32 - 1), "broken", "mp4"),
    ("an MP4 of 250,000 boxes", FILM + b"\0\0\0\x08free" * 250_000, "broken", "mp4"),
    ("an MP4 with a header of 33 MB", b"\0\0\0\x10ftypisom\0\0\0\0" + (33 * 1024**2 + 8).to_bytes(4) + b"moov" + bytes(33 * 1024**2), "too_big", "32"),
]  # fmt: skip
for _kind in ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "BMP"):
    _whole = made.picture(_kind)
    BAD.append((f"three quarters of a {_kind}", _whole[: len(_whole) * 3 // 4], "cut_off", _kind))
    BAD.append((f"a {_kind} without its last byte", _whole[:-1], "cut_off", _kind))
for _kind in ("mp4", "mov", "webm", "matroska", "avi"):
    _whole = made.video(_kind, "libvpx" if _kind == "webm" else "mpeg4")
    BAD.append((f"half of a {_kind} file", _whole[: len(_whole) // 2], "cut_off", _kind))
    BAD.append((f"a {_kind} file without its last byte", _whole[:-1], "cut_off", _kind))


def memory() -> int:
    """The most memory that this process has had, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


@pytest.mark.parametrize(
    ("content", "reason", "detail"), [one[1:] for one in BAD], ids=[one[0] for one in BAD]
)
def test_a_bad_file_gets_its_reason(
    content: bytes, reason: Reason, detail: str, seen: Callable[..., object]
) -> None:
    """Each of them is refused for what it is, within seconds and without much memory."""
    start, before = time.process_time(), memory()
    assert seen(content) == NotSeen(reason, detail)
    assert time.process_time() - start < SLOWEST
    assert memory() - before < MOST_MEMORY + len(content) // 1024**2


def test_greedy_exif_costs_no_warning_and_little_memory(seen: Callable[..., object]) -> None:
    """Odd EXIF neither prints warnings nor hides the size of the picture."""
    before = memory()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        picture = seen(made.jpeg_with(made.greedy_exif()))
    assert isinstance(picture, Picture)
    assert (picture.width, picture.height) == (48, 32)
    assert not caught
    assert memory() - before < MOST_MEMORY


def test_a_large_photo_is_described_without_a_warning(seen: Callable[..., object]) -> None:
    """A hundred million pixels are a photo of today."""
    picture = seen(made.png(10_000, 10_000))
    assert isinstance(picture, Picture)
    assert picture.width == 10_000


def test_places_that_are_no_files(tmp_path: Path) -> None:
    """A missing file, a folder, a pipe, a device, a loop of links: each is named."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "nowhere").symlink_to(tmp_path / "missing")
    expected = {
        tmp_path / "missing": "no_file",
        tmp_path / "nowhere": "no_file",
        tmp_path: "folder",
        tmp_path / "pipe": "not_a_file",
        Path("/dev/zero"): "not_a_file",
        tmp_path / "loop": "unreadable",
        tmp_path / ("x" * 300): "unreadable",
        Path("a\0b"): "no_file",
        Path("/proc/self/environ/x"): "unreadable",
    }
    reasons = {}
    for path in expected:
        result = look(media(path))
        assert isinstance(result, NotSeen)
        reasons[path] = result.reason
    assert reasons == expected


def test_a_file_that_may_not_be_read(
    tmp_path: Path, seen: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Permission is named as the reason."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "stat", refuse)
    assert look(media(tmp_path / "x")) == NotSeen("no_permission")


@pytest.mark.parametrize(
    ("library", "content", "reason"),
    [("PIL", made.picture("PNG"), "images_missing"), ("av", FILM, "video_missing")],
)
def test_without_the_extra_nothing_is_guessed(
    library: str,
    content: bytes,
    reason: str,
    seen: Callable[..., object],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A picture without Pillow, or a video without PyAV, is not seen, and the extra is named."""
    monkeypatch.setitem(sys.modules, library, None)
    result = seen(content)
    assert result == NotSeen(reason)  # type: ignore[arg-type]
    assert isinstance(result, NotSeen)
    assert "channelwise[" in why(result).en


def test_the_libraries_are_imported_where_they_are_used(tmp_path: Path) -> None:
    """Importing the package, and looking into a text, loads neither Pillow nor PyAV."""
    import subprocess

    (tmp_path / "a.txt").write_text("x")
    code = (
        "import sys; from pathlib import Path; import channelwise.drafts.read;"
        "from channelwise.drafts.media import look; from channelwise.drafts.model import *;"
        f"look(Media(Path({str(tmp_path / 'a.txt')!r}), 'a', None, Spot(1, 1)));"
        "print([name for name in ('PIL', 'av') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_looking_changes_no_file(tmp_path: Path) -> None:
    """Content, time and folder are the same after a look."""
    for name, content in (("a.png", made.picture("PNG")), ("b.mp4", FILM), ("c", b"x")):
        (tmp_path / name).write_bytes(content)
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.iterdir()}
    for path in before:
        look(media(path))
    assert {
        path: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.iterdir()
    } == before


def test_many_threads_see_the_same(tmp_path: Path) -> None:
    """Looks from several threads agree, and the filters of warnings are as before."""
    path = tmp_path / "a.jpg"
    path.write_bytes(made.jpeg_with(made.greedy_exif()))
    filters, results = list(warnings.filters), list[object]()
    threads = [threading.Thread(target=lambda: results.append(look(media(path)))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 8
    assert len(set(results)) == 1
    assert list(warnings.filters) == filters


@pytest.mark.parametrize("reason", REASONS)
def test_each_reason_is_said_in_both_languages(reason: Reason) -> None:
    """A reason is one sentence in English and Persian, with its detail where it has one."""
    said = why(NotSeen(reason, "DETAIL" if reason in _DETAILED else ""))
    assert not re.search("[{}]", said.en + said.fa)
    assert re.search("[\u0600-\u06ff]", said.fa)
    for line in (said.en, said.fa):
        assert ("DETAIL" in line) == (reason in _DETAILED)


_DETAILED = {
    "unreadable",
    "too_big",
    "other_picture",
    "other_video",
    "other_file",
    "cut_off",
    "broken",
}


def test_the_reasons_of_the_table_and_the_tests_are_all_there_are() -> None:
    """No reason exists that nothing gives."""
    elsewhere = {
        "no_file", "folder", "not_a_file", "no_permission", "unreadable", "images_missing",
        "video_missing",
    }  # fmt: skip
    assert {one[2] for one in BAD} | elsewhere == set(REASONS)


def test_limits_are_as_documented() -> None:
    """The limits that texts and docstrings name."""
    assert (pictures.MOST_MIB, movie.MOST_HEADER_MIB) == (64, 32)
    assert whole.MOST_CHUNKS < 300_000
    assert kinds.HEAD >= 2 * 188

"""Real pictures and videos, made for the tests, and files that only pretend to be some."""

import io
import struct
import zlib
from typing import Any

import av
from av.stream import Disposition
from PIL import Image

WIDTH, HEIGHT = 48, 32


def picture(kind: str, frames: int = 1, turned: int = 0) -> bytes:
    """A picture of 48 x 32 pixels as it is stored; `turned` is its EXIF orientation."""
    images = [Image.new("RGB", (WIDTH, HEIGHT), (index * 50, 80, 120)) for index in range(frames)]
    options: dict[str, Any] = {"save_all": True, "append_images": images[1:]} if frames > 1 else {}
    if turned:
        exif = Image.Exif()
        exif[0x0112] = turned
        options["exif"] = exif
    stream = io.BytesIO()
    images[0].save(stream, kind, **options)
    return stream.getvalue()


def video(
    kind: str, codec: str = "mpeg4", frames: int = 10, sound: str = "", **options: Any
) -> bytes:
    """A video of 64 x 48 pixels and 10 pictures a second, with sound if a codec is named."""
    stream = io.BytesIO()
    with av.open(stream, "w", format=kind, options=options) as container:
        pictures = container.add_stream(codec, rate=10)
        pictures.width, pictures.height, pictures.pix_fmt = 64, 48, "yuv420p"
        voice = container.add_stream(sound, rate=48000) if sound else None
        for index in range(frames):
            frame = av.VideoFrame(64, 48, "yuv420p")
            for plane in frame.planes:
                plane.update(bytes(plane.buffer_size))
            frame.pts = index
            container.mux(pictures.encode(frame))
        container.mux(pictures.encode())
        if voice:
            _silence(container, voice)
    return stream.getvalue()


def sound_alone() -> bytes:
    """An MP4 without pictures."""
    stream = io.BytesIO()
    with av.open(stream, "w", format="mp4") as container:
        _silence(container, container.add_stream("aac", rate=48000))
    return stream.getvalue()


def _silence(container: Any, voice: Any) -> None:
    for index in range(20):
        frame = av.AudioFrame(format="fltp", layout="stereo", samples=960)
        for plane in frame.planes:
            plane.update(bytes(plane.buffer_size))
        frame.pts, frame.rate = index * 960, 48000
        container.mux(voice.encode(frame))
    container.mux(voice.encode())


def song_with_cover() -> bytes:
    """An MP4 whose only picture is the cover of a song."""
    stream = io.BytesIO()
    with av.open(stream, "w", format="mp4") as container:
        voice = container.add_stream("aac", rate=48000)
        cover = container.add_stream("mjpeg", rate=1)
        cover.width, cover.height, cover.pix_fmt = 64, 48, "yuvj420p"
        cover.disposition = Disposition.attached_pic
        container.mux(cover.encode(av.VideoFrame(64, 48, "yuvj420p")))
        container.mux(cover.encode())
        _silence(container, voice)
    return stream.getvalue()


def with_long_header(film: bytes) -> bytes:
    """The MP4 with dates of 64 bits in the header of its track."""
    at = film.index(b"tkhd")
    size = int.from_bytes(film[at - 4 : at])
    old = film[at + 4 : at - 4 + size]
    dates = b"".join(bytes(4) + old[start : start + 4] for start in (4, 8))
    new = b"\1" + old[1:4] + dates + old[12:20] + bytes(4) + old[20:]
    made = film[: at - 4] + (size + 12).to_bytes(4) + b"tkhd" + new + film[at - 4 + size :]
    for name in (b"moov", b"trak"):
        place = made.index(name) - 4
        grown = int.from_bytes(made[place : place + 4]) + 12
        made = made[:place] + grown.to_bytes(4) + made[place + 4 :]
    return made


def on_its_side(film: bytes, track: int = 0) -> bytes:
    """The MP4 with the matrix of a track turned by a quarter, as a telephone writes it."""
    tkhd = -1
    for _ in range(track + 1):
        tkhd = film.index(b"tkhd", tkhd + 1)
    tkhd += 4
    at = tkhd + (52 if film[tkhd] else 40)
    matrix = struct.pack(">9i", 0, 0x10000, 0, -0x10000, 0, 0, 0, 0, 0x40000000)
    return film[:at] + matrix + film[at + 36 :]


def claiming(film: bytes, samples: int) -> bytes:
    """The MP4 with tables that claim so many samples of one byte, all in one chunk."""
    made = bytearray(film)
    sizes, chunks = made.index(b"stsz") + 8, made.index(b"stsc") + 16
    made[sizes : sizes + 8] = struct.pack(">II", 1, samples)
    made[chunks : chunks + 4] = struct.pack(">I", samples)
    return bytes(made)


def chunk(name: bytes, content: bytes) -> bytes:
    """A chunk of a PNG."""
    check = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)


def png(width: int, height: int, *more: bytes) -> bytes:
    """A PNG that claims a size, whatever it holds."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n", chunk(b"IHDR", header), *more,
            chunk(b"IDAT", zlib.compress(bytes(10))), chunk(b"IEND", b""),
        )
    )  # fmt: skip


def webp(width: int, height: int) -> bytes:
    """A WebP header that claims a size."""
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF" + struct.pack("<I", 22) + b"WEBPVP8X" + struct.pack("<I", 10) + bytes(4) + size


def gif(*blocks: bytes) -> bytes:
    """A GIF of 10 x 10 pixels made of blocks."""
    return b"GIF89a" + struct.pack("<HHBBB", 10, 10, 0, 0, 0) + b"".join(blocks) + b";"


def jpeg_with(*segments: bytes) -> bytes:
    """A JPEG with further APP1 segments at its beginning."""
    whole = picture("JPEG")
    parts = (b"\xff\xe1" + struct.pack(">H", len(one) + 2) + one for one in segments)
    return whole[:2] + b"".join(parts) + whole[2:]


def greedy_exif() -> bytes:
    """EXIF whose 2,700 entries each point to half of it."""
    entries = b"".join(struct.pack("<HHII", tag, 7, 32_000, 8) for tag in range(1, 2_701))
    table = b"II*\0\x08\0\0\0" + struct.pack("<H", 2_700) + entries
    return (b"Exif\0\0" + table).ljust(65_000, b"\0")

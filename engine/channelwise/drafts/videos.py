"""Videos by PyAV, which carries its own FFmpeg: the header is read, and a little of the rest."""

from typing import TYPE_CHECKING, Any, BinaryIO, Final

from channelwise.drafts.movie import on_its_side
from channelwise.drafts.seen import Unseen, Video

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video.stream import VideoStream

# The format is named, so that no file is taken for a list of further files or addresses.
_FORMATS: Final = {
    "mp4": "mov", "mov": "mov", "webm": "matroska", "matroska": "matroska", "avi": "avi",
}  # fmt: skip
_OPTIONS: Final = {
    "probesize": "4000000", "analyzeduration": "5000000", "max_streams": "64",
    "protocol_whitelist": "",
}  # fmt: skip
_SECONDS: Final = 10
_HEAD: Final = 512
_UNNAMED: Final = "unknown"
_REPLACES_BY_ITSELF: Final = 19
_SEGMENT: Final = b"\x18\x53\x80\x67"
_TICKS: Final = 1_000_000


def video(stream: BinaryIO, kind: str) -> Video:
    """The video in a stream of a kind that is known from its first bytes.

    Raises:
        Unseen: PyAV is not installed, or the file is cut off, damaged or without a video.

    """
    size = stream.seek(0, 2)
    boxed = _FORMATS[kind] == "mov"
    turned = boxed and on_its_side(stream, size, kind)
    if not boxed:
        _refuse_cut_off(stream, size, kind)
    try:
        import av
    except ImportError:
        raise Unseen("video_missing") from None
    stream.seek(0)
    try:
        with av.open(stream, "r", **_arguments(kind, av.__version__)) as container:
            return _video(container, kind, size, turned)
    except Unseen:
        raise
    except av.error.FFmpegError:
        raise Unseen("broken", kind) from None
    except Exception as error:  # noqa: BLE001 - no file may end a run, nor be blamed for a bug
        raise Unseen("unreadable", type(error).__name__) from None


def _arguments(kind: str, version: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "format": _FORMATS[kind],
        "options": _OPTIONS,
        "timeout": _SECONDS,
        "io_open": _no_other_file,
    }
    # Titles need not be UTF-8. From 19 on PyAV replaces what is not, and has no such argument.
    if int(version.split(".", maxsplit=1)[0]) < _REPLACES_BY_ITSELF:
        found["metadata_errors"] = "replace"
    return found


def _no_other_file(*_: Any) -> Any:
    raise PermissionError


def _refuse_cut_off(stream: BinaryIO, size: int, kind: str) -> None:
    stream.seek(0)
    head = stream.read(_HEAD)
    if (_riff_end(head) if kind == "avi" else _segment_end(head)) > size:
        raise Unseen("cut_off", kind)


def _riff_end(head: bytes) -> int:
    return 8 + int.from_bytes(head[4:8], "little")


def _segment_end(head: bytes) -> int:
    """Where the one segment of a WebM or Matroska ends; 0 if that is not told."""
    at = head.find(_SEGMENT) + len(_SEGMENT)
    if at < len(_SEGMENT) or at >= len(head) or not head[at]:
        return 0
    length = 9 - head[at].bit_length()
    size = int.from_bytes(head[at : at + length]) - (1 << 7 * length)
    unknown = (1 << 7 * length) - 1  # a recording that was not finished or is live
    return 0 if size == unknown else at + length + size


def _video(container: "InputContainer", kind: str, size: int, turned: bool) -> Video:
    stream = _main(container)
    codec = _codec(stream)
    if codec is None:
        raise Unseen("unknown_kind")
    width, height = stream.width, stream.height
    if min(width, height) <= 0:
        raise Unseen("broken", kind)
    sound = container.streams.audio
    rate = stream.average_rate or stream.guessed_rate
    return Video(
        container=kind,
        width=height if turned else width,
        height=width if turned else height,
        bytes=size,
        seconds=_seconds(container),
        codec=codec,
        fps=round(float(rate), 3) if rate else None,
        audio=(_codec(sound[0]) or _UNNAMED) if sound else None,
    )


def _codec(stream: Any) -> str | None:
    """The name of a stream's codec; PyAV has none for one that its FFmpeg does not know."""
    return str(stream.codec_context.name) if stream.codec_context else None


def _main(container: "InputContainer") -> "VideoStream":
    """The first video that is not the cover of a piece of music."""
    from av.stream import Disposition

    for stream in container.streams.video:
        if not stream.disposition & Disposition.attached_pic:
            return stream
    raise Unseen("no_video")


def _seconds(container: "InputContainer") -> float | None:
    ticks = container.duration
    return round(ticks / _TICKS, 3) if ticks and ticks > 0 else None

"""What looking into a media file gives: what it is, or why that is not known."""

from dataclasses import dataclass
from typing import Final, Literal, get_args

from channelwise.drafts.problems import phrase
from channelwise.recommend.model import Said

Reason = Literal[
    "no_file", "folder", "not_a_file", "no_permission", "unreadable", "empty", "too_big",
    "unknown_kind", "other_picture", "other_video", "other_file", "cut_off", "broken",
    "too_many_pixels", "no_video", "images_missing", "video_missing",
]  # fmt: skip
REASONS: Final[tuple[Reason, ...]] = get_args(Reason)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its format by content (`JPEG`, `PNG`, ...) and its size.

    `width` and `height` are pixels as people see them, so that a photo that a telephone stored
    on its side stands upright; `bytes` is the size of the file. `frames` is 1 for a still.
    """

    format: str
    width: int
    height: int
    bytes: int
    animated: bool
    frames: int


@dataclass(frozen=True, slots=True)
class Video:
    """A video: `mp4`, `mov`, `webm`, `matroska` or `avi`, and its size.

    `width` and `height` are pixels as people see them, `seconds` the length, `fps` the pictures
    a second on average; the last two are None where the file does not tell. `codec` and
    `audio` are named as FFmpeg does (`h264`, `aac`); `audio` is None without sound.
    """

    container: str
    width: int
    height: int
    bytes: int
    seconds: float | None
    codec: str
    fps: float | None
    audio: str | None


@dataclass(frozen=True, slots=True)
class NotSeen:
    """Nothing is known of a file, and why: `detail` names a format, a limit or what failed."""

    reason: Reason
    detail: str = ""


class Unseen(Exception):  # noqa: N818 - it ends a look, it is no error of ours
    """Raised inside of this package to end a look."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        self.result = NotSeen(reason, detail)
        super().__init__(reason)


def why(not_seen: NotSeen) -> Said:
    """The reason as a sentence in both languages, with what to do about it.

    Example:
        >>> why(NotSeen("no_file")).en
        'there is no such file'

    """
    if not not_seen.detail:
        return phrase(f"media.{not_seen.reason}")
    return phrase(f"media.{not_seen.reason}", detail=not_seen.detail)

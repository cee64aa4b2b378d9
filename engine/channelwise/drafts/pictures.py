"""Pictures by Pillow: their size as people see it, and whether the file is whole."""

import io
import struct
import warnings
from threading import Lock
from typing import TYPE_CHECKING, BinaryIO, Final

from channelwise.drafts.seen import Picture, Unseen
from channelwise.drafts.whole import frames_of

if TYPE_CHECKING:
    from PIL import Image

MOST_MIB: Final = 64
MOST_EXIF: Final = 64 * 1024  # what one segment of a JPEG can hold
_ORIENTATION: Final = 0x0112
_ON_ITS_SIDE: Final = range(5, 9)
# What Pillow's readers raise at a damaged file.
_OF_THE_FILE: Final = (
    OSError, SyntaxError, ValueError, EOFError, IndexError, RuntimeError, struct.error,
)  # fmt: skip
# Until Python 3.14 the filters of warnings belong to all threads.
_FILTERS: Final = Lock()


def picture(stream: BinaryIO, kind: str) -> Picture:
    """The picture in a stream of a kind that is known from its first bytes.

    Raises:
        Unseen: Pillow is not installed, or the file is too large, cut off or damaged.

    """
    data = stream.read(MOST_MIB * 1024**2 + 1)
    if len(data) > MOST_MIB * 1024**2:
        raise Unseen("too_big", str(MOST_MIB))
    frames = frames_of(data, kind)
    try:
        from PIL import Image
    except ImportError:
        raise Unseen("images_missing") from None
    # What Pillow warns of (many pixels, odd tags) concerns decoding, and nothing is decoded here.
    with _FILTERS, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(data), formats=[kind]) as opened:
                width, height = _as_seen(opened)
                frames = frames or int(getattr(opened, "n_frames", 1))
        except Image.DecompressionBombError:
            raise Unseen("too_many_pixels") from None
        except _OF_THE_FILE:
            raise Unseen("broken", kind) from None
        except Exception as error:  # noqa: BLE001 - no file may end a run, nor be blamed for a bug
            raise Unseen("unreadable", type(error).__name__) from None
    return Picture(kind, width, height, len(data), frames > 1, frames)


def _as_seen(opened: "Image.Image") -> tuple[int, int]:
    width, height = opened.size
    return (height, width) if _orientation(opened) in _ON_ITS_SIDE else (width, height)


def _orientation(opened: "Image.Image") -> int:
    exif = opened.info.get("exif", b"")
    if not isinstance(exif, bytes) or not 0 < len(exif) <= MOST_EXIF:
        return 1
    try:
        return int(opened.getexif().get(_ORIENTATION, 1))
    except Exception:  # noqa: BLE001 - the picture is good without it
        return 1

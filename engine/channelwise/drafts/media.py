"""Looking into the pictures and videos of a draft: read only, never a guess."""

import stat
from pathlib import Path
from typing import BinaryIO

from channelwise.drafts.kinds import HEAD, PICTURES, kind_of
from channelwise.drafts.model import Media
from channelwise.drafts.seen import NotSeen, Picture, Unseen, Video, why

__all__ = ["NotSeen", "Picture", "Video", "look", "why"]


def look(media: Media) -> Picture | Video | NotSeen:
    """What a media file is, by its content and not by its name.

    Pictures (JPEG, PNG, GIF, WebP, AVIF, BMP) need the extra `channelwise[images]`, videos (MP4,
    MOV, WebM, Matroska, AVI) `channelwise[video]`; without it the result is NotSeen. Nothing
    is written or fetched. Pictures are not decoded; of a video, FFmpeg reads the header and at
    most 4 MB of its beginning.

    Example:
        >>> from channelwise.drafts.model import Spot
        >>> look(Media(Path("nowhere.jpg"), "nowhere.jpg", None, Spot(1, 1)))
        NotSeen(reason='no_file', detail='')

    """
    try:
        return _looked(media.path)
    except Unseen as unseen:
        return unseen.result
    except FileNotFoundError:
        return NotSeen("no_file")
    except PermissionError:
        return NotSeen("no_permission")
    except OSError as error:
        return NotSeen("unreadable", error.strerror or type(error).__name__)
    except ValueError:  # a name that no file can have
        return NotSeen("no_file")


def _looked(path: Path) -> Picture | Video:
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise Unseen("folder")
    if not stat.S_ISREG(mode):
        raise Unseen("not_a_file")
    with path.open("rb") as stream:
        return _of_stream(stream)


def _of_stream(stream: BinaryIO) -> Picture | Video:
    head = stream.read(HEAD)
    if not head:
        raise Unseen("empty")
    kind = kind_of(head)
    stream.seek(0)
    # Each library is imported when a file of its kind is met: they cost 15 and 50 ms.
    if kind in PICTURES:
        from channelwise.drafts.pictures import picture

        return picture(stream, kind)
    from channelwise.drafts.videos import video

    return video(stream, kind)

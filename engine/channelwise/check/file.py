"""A media file of a draft: what looking into it gave, and what it is taken for without that."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from channelwise.check.subject import Look, Post
from channelwise.check.values import file_format
from channelwise.drafts.kinds import PICTURES, VIDEOS
from channelwise.drafts.media import NotSeen, Picture, Video
from channelwise.drafts.model import Media

Sort = Literal["picture", "video", "document"]

_PICTURES: Final = frozenset(("other_picture", "images_missing", "too_many_pixels"))
_VIDEOS: Final = frozenset(("other_video", "video_missing"))
_OTHER_KINDS: Final = frozenset(("other_picture", "other_video", "other_file"))
# What the end of a name says, where nothing better is known.
_ENDINGS: Final[Mapping[Sort, frozenset[str]]] = {
    "picture": frozenset(
        ("JPG", "JPEG", "PNG", "GIF", "WEBP", "AVIF", "BMP", "HEIC", "HEIF", "TIF", "TIFF", "SVG")
    ),
    "video": frozenset(
        ("MP4", "M4V", "MOV", "WEBM", "MKV", "AVI", "MPG", "MPEG", "WMV", "FLV", "3GP", "OGV")
    ),
    "document": frozenset(
        ("PDF", "PPT", "PPTX", "DOC", "DOCX", "XLS", "XLSX", "ODT", "ODP", "ZIP")
    ),
}
_KINDS: Final[Mapping[Sort, frozenset[str]]] = {
    "picture": _ENDINGS["picture"] | {file_format(name) for name in PICTURES},
    "video": _ENDINGS["video"] | {file_format(name) for name in VIDEOS},
    "document": _ENDINGS["document"],
}


@dataclass(frozen=True)
class File:
    """A media file of a draft, what looking into it gave, and its number in the draft from 0."""

    media: Media
    seen: Look
    index: int

    @property
    def kind(self) -> str:
        """Its format in one spelling, or "" where that is not known."""
        if isinstance(self.seen, Picture):
            return file_format(self.seen.format)
        if isinstance(self.seen, Video):
            return file_format(self.seen.container)
        return file_format(self.seen.detail) if self.seen.reason in _OTHER_KINDS else ""

    @property
    def sort(self) -> Sort | None:
        """By what is in it; by the end of its name where it is missing or cannot be opened."""
        if isinstance(self.seen, Picture):
            return "picture"
        if isinstance(self.seen, Video):
            return "video"
        if self.seen.reason in _PICTURES or self.seen.detail in PICTURES:
            return "picture"
        if self.seen.reason in _VIDEOS or self.seen.detail in VIDEOS:
            return "video"
        if self.seen.reason == "other_file":
            return "document"
        return sort_of(self.media.path.suffix.removeprefix("."))

    @property
    def seconds(self) -> float | None:
        """How long a video runs, where that is known."""
        return self.seen.seconds if isinstance(self.seen, Video) else None

    @cached_property
    def weight(self) -> int | None:
        """Its size in bytes, which is known of files that nothing here can look into as well."""
        if not isinstance(self.seen, NotSeen):
            return self.seen.bytes
        try:
            return self.media.path.stat().st_size if self.media.path.is_file() else None
        except (OSError, ValueError):
            return None


def sort_of(kind: str) -> Sort | None:
    """What files of a kind are, by its name.

    Example:
        >>> sort_of("jpg"), sort_of("PPTX"), sort_of("xyz")
        ('picture', 'document', None)

    """
    spelling = file_format(kind)
    return next((sort for sort, kinds in _KINDS.items() if spelling in kinds), None)


def sorts_of(kinds: Iterable[str]) -> frozenset[Sort]:
    """What files of several kinds are, together."""
    return frozenset(sort for kind in kinds if (sort := sort_of(kind)))


def files_of(post: Post) -> list[File]:
    """The media files of a draft, in order."""
    return [File(media, seen, at) for at, (media, seen) in enumerate(post.media)]

"""Which format a draft is in on a network: declared, or told by its media where that is certain."""

from collections.abc import Iterable
from typing import Final

from channelwise.check.limits import Limit, limits_of
from channelwise.check.media import File
from channelwise.check.subject import Post
from channelwise.check.values import between, names, number
from channelwise.drafts.kinds import PICTURES, VIDEOS
from channelwise.drafts.media import NotSeen, Picture, Video
from channelwise.networks.model import Network
from channelwise.vocabulary import Format

_PICTURES: Final = frozenset(("other_picture", "images_missing", "too_many_pixels"))
_VIDEOS: Final = frozenset(("other_video", "video_missing"))
_MOVING: Final[tuple[Format, ...]] = ("short_video", "long_video")


def format_of(post: Post, network: Network) -> Format | None:
    """The format of a draft on a network, or None where it cannot be told for certain.

    Stories, live videos, events and articles look like other posts, so they have to be declared.
    """
    draft = post.draft
    if draft.format is not None:
        return draft.format
    if draft.poll:
        return "poll"
    if draft.media:
        return _of_media(post, network)
    return None if draft.title else "text"


def _of_media(post: Post, network: Network) -> Format | None:
    files = [File(media, seen, at) for at, (media, seen) in enumerate(post.media)]
    kinds = {_kind(file) for file in files}
    if kinds == {"picture"}:
        return _of_pictures(network, len(files))
    if kinds == {"video"} and len(files) == 1:
        return _of_video(network, files[0])
    if "video" in kinds and kinds <= {"picture", "video"}:
        return "carousel" if "carousel" in network.carries else None
    return _of_document(network, files)


def _kind(file: File) -> str:
    """`picture`, `video`, or what else it is; `` if nothing is known."""
    if isinstance(file.seen, Picture):
        return "picture"
    if isinstance(file.seen, Video):
        return "video"
    if file.seen.reason in _PICTURES or file.seen.detail in PICTURES:
        return "picture"
    if file.seen.reason in _VIDEOS or file.seen.detail in VIDEOS:
        return "video"
    return file.kind


def _limit(network: Network, name: Format, measure: str) -> Limit | None:
    known: Iterable[Limit] = limits_of(network, name).known
    return next((limit for limit in known if limit.row.measure == measure), None)


def _of_pictures(network: Network, number_of: int) -> Format | None:
    if number_of == 1:
        return "image"
    several = [name for name in _series(network) if name in network.carries]
    if len(several) > 1:
        return None
    return several[0] if several else "image"


def _series(network: Network) -> list[Format]:
    """The formats of the network that take several pictures."""
    found: list[Format] = []
    items = _limit(network, "image", "items")
    if items is not None and _most(items) > 1:
        found.append("image")
    documents = _limit(network, "carousel", "file_formats")
    if documents is None or set(names(documents.value)) & PICTURES:
        found.append("carousel")
    return found


def _most(limit: Limit) -> int:
    bounds, one = between(limit.value), number(limit.value)
    if bounds and bounds.most is not None:
        return int(bounds.most)
    return int(one) if one is not None else 0


def _of_video(network: Network, file: File) -> Format | None:
    """Short or long, by the length that the network gives short ones."""
    carried = [name for name in _MOVING if name in network.carries]
    if len(carried) < 2:
        return carried[0] if carried else "short_video"
    limit = _limit(network, "short_video", "seconds")
    length = file.seen.seconds if isinstance(file.seen, Video) else None
    if limit is None or length is None or limit.row.end == "least" or not _most(limit):
        return None
    return "short_video" if length <= _most(limit) * limit.row.scale else "long_video"


def _of_document(network: Network, files: list[File]) -> Format | None:
    """A document where the network makes a series of slides of one."""
    limit = _limit(network, "carousel", "file_formats")
    if len(files) == 1 and limit and "carousel" in network.carries:
        known = names(limit.value)
        return "carousel" if isinstance(files[0].seen, NotSeen) and files[0].kind in known else None
    return None

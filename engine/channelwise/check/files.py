"""What can be said of a draft's files before any limit: whether they are there and whole."""

from collections.abc import Iterator
from typing import Final

from channelwise.check.file import sort_of
from channelwise.check.model import Finding
from channelwise.check.say import span_at
from channelwise.check.subject import Post, own_finding
from channelwise.drafts.media import NotSeen, why
from channelwise.drafts.model import Media

# Reasons that keep a post from going out, whatever the network.
_LOST: Final = frozenset(
    ("no_file", "folder", "not_a_file", "no_permission", "unreadable", "empty", "cut_off", "broken",
     "no_video")
)  # fmt: skip


def file_findings(post: Post) -> Iterator[Finding]:
    """Files that are missing or broken, and those that could not be looked into."""
    for media, seen in post.media:
        if isinstance(seen, NotSeen):
            lost = seen.reason in _LOST or _is_no_such_thing(media, seen)
            span = span_at(media.spot, len(media.written))
            key = "media.lost" if lost else "media.unseen"
            yield own_finding(
                "core.file", "warning" if lost else "note", post.draft, span, key, seen=lost,
                file=media.written, why=why(seen),
            )  # fmt: skip


def _is_no_such_thing(media: Media, seen: NotSeen) -> bool:
    """A file with the name of a picture or video that holds neither."""
    sort = sort_of(media.path.suffix.removeprefix("."))
    return seen.reason == "unknown_kind" and sort in ("picture", "video")

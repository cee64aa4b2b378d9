"""Which picture or video goes with which post."""

from collections.abc import Sequence
from typing import Final

from channelwise.adapt.model import PostPart
from channelwise.adapt.post import Work
from channelwise.adapt.say import said, with_case
from channelwise.check.limits import Limit, limits_of
from channelwise.check.values import between, number
from channelwise.vocabulary import Format

_SERIES: Final[frozenset[Format]] = frozenset(("image", "carousel"))


def with_media(work: Work, parts: Sequence[PostPart]) -> list[PostPart]:
    """The parts with the files that go with each: all with the first post, where it takes them.

    Where there are more than a post takes, and the posts of the chain together take them all,
    they go with its posts in their order, each filled before the next. What does not fit stays
    with the first post, and which of them go is for a person to choose.
    """
    files = [media.written for media in work.draft.media]
    posts = [part for part in parts if part.kind == "post"]
    shares = _shares(work, posts, files) or [files]
    made = [*shares, *[[] for _ in range(len(parts) - len(shares))]]
    return [_with(work, part, share) for part, share in zip(parts, made, strict=True)]


def _shares(work: Work, posts: Sequence[PostPart], files: list[str]) -> list[list[str]] | None:
    """The files of each post that has some; None if they are not to be shared out."""
    limit = _limit(work)
    most = _most(limit) if limit else 0
    if limit is None or not 0 < most < len(files) or len(files) > most * len(posts):
        return None
    shares = [files[at : at + most] for at in range(0, len(files), most)]
    if not all(work.room.holds(part.text) for part in posts[: len(shares)]):
        return None
    text = said("change.media", number=len(files), posts=len(shares))
    because = with_case(said("because.media", network=work.network.name, most=most), limit.when)
    work.change("media", text, because, work.limit_path(limit.name), "threads", items=tuple(files))
    work.shared = True
    return shares


def _limit(work: Work) -> Limit | None:
    """The firm limit on the number of files of a post, where pictures may be a series."""
    name = work.form.given
    if name not in _SERIES:
        return None
    known = limits_of(work.network, name, work.terms).known
    return next(
        (one for one in known if one.row.measure == "items" and one.row.end == "most" and one.hard),
        None,
    )


def _most(limit: Limit) -> int:
    bounds, one = between(limit.value), number(limit.value)
    if bounds and bounds.most is not None:
        return int(bounds.most)
    return int(one) if one is not None else 0


def _with(work: Work, part: PostPart, files: list[str]) -> PostPart:
    """The part with its files; words beside pictures are counted as such."""
    if not files:
        return part
    counts = work.room.counts(part.text)
    return part.model_copy(update={"media": files, "counts": counts})

"""What is posted in the end: one text, or a chain of them, and the first comment."""

from collections.abc import Sequence
from typing import Final

from channelwise.adapt.model import CutAt, PostKind, PostPart
from channelwise.adapt.post import Work
from channelwise.adapt.room import Room, comment_room
from channelwise.adapt.say import said, with_case
from channelwise.adapt.split import Misfit
from channelwise.adapt.thread import Chain, Link
from channelwise.check.cases import cases, in_all
from channelwise.count.counting import count
from channelwise.count.limits import TextLimit
from channelwise.count.model import place_in
from channelwise.drafts.place import place_of
from channelwise.recommend.model import Said
from channelwise.text import within_word

_CUTS: Final[tuple[CutAt, ...]] = ("paragraph", "sentence", "clause", "word", "letter")
_QUOTED: Final = 40


def parts_of(work: Work) -> list[PostPart]:
    """The parts as they are posted, each counted; what cannot be met becomes a task."""
    found = _posts(work)
    if work.comment:
        found.append(_comment(work))
    return found


def _posts(work: Work) -> list[PostPart]:
    words, free = work.counted()
    whole = _part("post", words, work.room, free=work.text[:free])
    if whole.fits:
        _mind_soft_limits(work)
        _mind_free_mentions(work, whole)
        return [whole]
    cut = _cut(work, words)
    if isinstance(cut, list) and cut:
        return _chained(work, cut, work.text[:free].lstrip())
    return _too_long(work, whole, None if isinstance(cut, list) else cut)


def _mind_free_mentions(work: Work, part: PostPart) -> None:
    """Tells that an answer fits only if the network put the mentions there that begin it."""
    if not work.room.holds(part.text):
        work.task("length", said("task.mentions_free", network=work.network.name),
                  "counting.reply_mentions")  # fmt: skip


def _cut(work: Work, words: str) -> list[Link] | Misfit | None:
    """The words as a chain, or what in them fits nowhere; nothing if the network has no chains."""
    if work.following is None:
        return None
    return Chain(work.room, work.following, work.lang or "en").cut(words)


def _chained(work: Work, links: Sequence[Link], mentions: str) -> list[PostPart]:
    """The parts of a chain; `mentions` that cost nothing stand before the first."""
    following = work.following or work.room
    limit = next(one for one in work.room.limits or following.limits if one.hard)
    because = with_case(
        said("because.split", most=limit.value, network=work.network.name), limit.when
    )
    text = said("change.split", number=len(links))
    work.change("split", text, because, f"formats.{limit.format}.limits.{limit.name}", "threads")
    parts = [
        _part("post", link.text, following if index else work.room,
              label=link.label, ends_at="end" if link is links[-1] else _CUTS[link.level],
              free="" if index else mentions)
        for index, link in enumerate(links)
    ]  # fmt: skip
    if mentions:
        _mind_free_mentions(work, parts[0])
    return parts


def _part(
    kind: PostKind, text: str, room: Room, *, label: str | None = None, ends_at: CutAt = "end",
    free: str = "",
) -> PostPart:  # fmt: skip
    """A part with its counts; `free` are the mentions before it that cost nothing."""
    return PostPart(
        kind=kind, text=free + text, label=label, ends_at=ends_at, counts=room.counts(text),
        fits=room.holds(text),
    )  # fmt: skip


def _too_long(work: Work, whole: PostPart, misfit: Misfit | None) -> list[PostPart]:
    """The text uncut, and by how much and from where on it is too long."""
    among = cases(work.network, work.form.given, work.terms)
    for limit in work.room.limits:
        _say_too_long(work, limit, hard=limit.hard and in_all([limit], among), misfit=misfit)
    return [whole]


def _mind_soft_limits(work: Work) -> None:
    for limit in work.room.limits:
        if not limit.hard:
            _say_too_long(work, limit, hard=False)


def _say_too_long(
    work: Work, limit: TextLimit, *, hard: bool, misfit: Misfit | None = None
) -> None:
    """In the unit of the limit, or where that leaves a doubt, in the strictest one."""
    words, free = work.counted()
    for counter in filter(None, (limit.counter, limit.strictest)):
        found = count(words, counter)
        place = found.too_long(limit.value)
        if place is None:
            continue
        sure = counter is limit.counter
        key = "task.too_long" if sure else "task.too_long_unsure"
        offset = free + (misfit.start if misfit and sure else place.offset)
        text = said(
            f"{key}_misfit" if misfit and sure else key, over=-found.left(limit.value),
            total=found.total, most=limit.value, place=_place(work, offset),
            quote=_quote(work.text, offset, misfit if sure else None),
            **({} if sure else {"unit": counter.description}),
        )  # fmt: skip
        because = said(_why_uncut(work, misfit))
        path = f"formats.{limit.format}.limits.{limit.name}"
        work.task("length", text, path, because=with_case(because, limit.when),
                  hard=hard and sure)  # fmt: skip
        return


def _why_uncut(work: Work, misfit: Misfit | None) -> str:
    if work.following is None:
        return "because.uncut"
    return "because.misfit" if misfit else "because.unbreakable"


def _place(work: Work, offset: int) -> Said:
    """Where it stands in the file, if the text is still as it is there."""
    if work.text == work.draft.text:
        spot = place_of(work.draft, offset)
        return said("place.file", line=spot.line, column=spot.column)
    place = place_in(work.text, offset)
    return said("place.text", line=place.line, column=place.column)


def _quote(text: str, offset: int, misfit: Misfit | None) -> str:
    """What stands there: all that fits nowhere, else the rest of the line."""
    rest = text[offset:]
    shown = rest[: misfit.end - misfit.start] if misfit else rest
    line = shown.partition("\n")[0] or shown.strip()
    cut = "…" if within_word(text[:offset], line) else ""
    line = line if len(line) <= _QUOTED else line[: _QUOTED - 1] + "…"
    return cut + line.strip().lstrip("\u200c")


def _comment(work: Work) -> PostPart:
    room = comment_room(work.network, work.units, work.terms)
    part = _part("comment", work.comment, room)
    if not part.fits:
        limit = next(one for one in room.limits if one.hard)
        text = said("task.comment_long", most=limit.value)
        work.task("link", text, f"formats.{limit.format}.limits.{limit.name}", hard=True)
    return part

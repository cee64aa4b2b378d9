"""What is posted in the end: one text, or a chain of them, and the first comment."""

from typing import Final

from channelwise.adapt.model import CutAt, PostKind, PostPart
from channelwise.adapt.post import Work
from channelwise.adapt.room import Room, comment_room
from channelwise.adapt.say import said, with_case
from channelwise.adapt.thread import Chain
from channelwise.count.counting import count
from channelwise.count.limits import TextLimit
from channelwise.count.model import Place
from channelwise.text import Text, within_word

_CUTS: Final[tuple[CutAt, ...]] = ("paragraph", "sentence", "clause", "word", "letter")
_QUOTED: Final = 40


def parts_of(work: Work) -> list[PostPart]:
    """The parts as they are posted, each counted; what cannot be met becomes a task."""
    found = _posts(work)
    if work.comment:
        found.append(_comment(work))
    return found


def _posts(work: Work) -> list[PostPart]:
    whole = _part("post", work.text, work.room)
    if work.room.holds(work.text):
        _mind_soft_limits(work)
        return [whole]
    return _chained(work) or _too_long(work, whole)


def _chained(work: Work) -> list[PostPart]:
    """The text as a chain, or nothing if the network has none or some part would not fit."""
    if work.following is None:
        return []
    chain = Chain(work.room, work.following, work.lang or "en")
    links = chain.cut(work.text)
    if links is None:
        return []
    limit = next(one for one in work.room.limits or work.following.limits if one.hard)
    because = with_case(
        said("because.split", most=limit.value, network=work.network.name), limit.when
    )
    text = said("change.split", number=len(links))
    work.change("split", text, because, f"formats.{limit.format}.limits.{limit.name}", "threads")
    return [
        _part("post", link.text, work.following if index else work.room,
              label=link.label, ends_at="end" if link is links[-1] else _CUTS[link.level])
        for index, link in enumerate(links)
    ]  # fmt: skip


def _part(
    kind: PostKind, text: str, room: Room, *, label: str | None = None, ends_at: CutAt = "end"
) -> PostPart:
    return PostPart(
        kind=kind, text=text, label=label, ends_at=ends_at, counts=room.counts(text),
        fits=room.holds(text),
    )  # fmt: skip


def _too_long(work: Work, whole: PostPart) -> list[PostPart]:
    """The text uncut, and by how much and from where on it is too long."""
    for limit in work.room.limits:
        _say_too_long(work, limit, hard=limit.hard)
    return [whole]


def _mind_soft_limits(work: Work) -> None:
    for limit in work.room.limits:
        if not limit.hard:
            _say_too_long(work, limit, hard=False)


def _say_too_long(work: Work, limit: TextLimit, *, hard: bool) -> None:
    """In the unit of the limit, or where that leaves a doubt, in the strictest one."""
    for counter in filter(None, (limit.counter, limit.strictest)):
        found = count(work.text, counter)
        place = found.too_long(limit.value)
        if place is None:
            continue
        sure = counter is limit.counter
        unit: dict[str, Text] = {} if sure else {"unit": counter.description}
        text = said(
            "task.too_long" if sure else "task.too_long_unsure", over=-found.left(limit.value),
            total=found.total, most=limit.value, line=place.line, column=place.column,
            quote=_quote(work.text, place), **unit,
        )  # fmt: skip
        because = said("because.uncut" if work.following is None else "because.unbreakable")
        path = f"formats.{limit.format}.limits.{limit.name}"
        work.task("length", text, path, because=with_case(because, limit.when),
                  hard=hard and sure)  # fmt: skip
        return


def _quote(text: str, place: Place) -> str:
    rest = text[place.offset :].partition("\n")[0] or text[place.offset :].strip()
    cut = "…" if within_word(text[: place.offset], rest) else ""
    rest = rest if len(rest) <= _QUOTED else rest[: _QUOTED - 1] + "…"
    return cut + rest.strip().lstrip("\u200c")


def _comment(work: Work) -> PostPart:
    room = comment_room(work.network, work.units, work.form.given)
    if not room.limits and work.following:
        room = work.following
    part = _part("comment", work.comment, room)
    if not part.fits:
        limit = next(one for one in room.limits if one.hard)
        text = said("task.comment_long", most=limit.value)
        work.task("link", text, f"formats.{limit.format}.limits.{limit.name}", hard=True)
    return part

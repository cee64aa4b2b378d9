"""How much of a post is seen before "more"."""

from typing import Final

from channelwise.adapt.ends import SENTENCE, breaks
from channelwise.adapt.model import Fold
from channelwise.adapt.post import Work
from channelwise.adapt.say import said
from channelwise.check.values import number
from channelwise.count.counting import count

_NAME: Final = "visible_before_fold"


def fold_of(work: Work, text: str) -> Fold | None:
    """Where the network hides the rest of the first part, if it does; None if all is seen.

    A first sentence that is cut there becomes a task.
    """
    limit = work.limits.get(_NAME)
    most = number(limit["value"]) if limit else None
    if most is None or work.draft.reply:
        return None
    place = count(text, work.room.own).too_long(int(most))
    if place is None:
        return None
    inside = _first_sentence_end(text) > place.offset
    if inside:
        work.task("fold", said("task.fold", most=int(most)), work.limit_path(_NAME))
    return Fold(
        limit=int(most), shown=text[: place.offset], hidden=text[place.offset :], inside=inside,
        grounds=work.grounds(work.limit_path(_NAME)),
    )  # fmt: skip


def _first_sentence_end(text: str) -> int:
    start = len(text) - len(text.lstrip())
    body = text.strip()
    ends = (found.end for found in breaks(body) if found.level <= SENTENCE)
    return start + next(ends, len(body))

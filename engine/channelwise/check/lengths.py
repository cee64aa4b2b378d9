"""Limits that count text: of the post, of a title, of alternative texts, of poll answers."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from channelwise.check.limits import Limit
from channelwise.check.model import Finding, Span
from channelwise.check.say import field_span, listed, said, span_at, span_of
from channelwise.check.subject import Subject, own_finding
from channelwise.check.table import REFUSED
from channelwise.count.model import Count, Counter, Part
from channelwise.count.posted import counted_text
from channelwise.drafts.model import Spot
from channelwise.files.show import code_point
from channelwise.recommend.model import Said

# Where a first sentence ends: a mark before a space, or a line end.
_SENTENCE_END: Final = re.compile(r"(?<![.!?؟…])[.!?؟…]++(?=\s|\Z)|\n")


def text(subject: Subject, limit: Limit) -> Iterator[Finding]:
    """The text of the post in the network's own unit, with the place from which it is too long."""
    yield from _whole_text(subject, limit)


def comment(subject: Subject, limit: Limit) -> Iterator[Finding]:
    """The same for an answer to somebody, where answers have a limit of their own."""
    if subject.draft.reply:
        yield from _whole_text(subject, limit)


def _whole_text(subject: Subject, limit: Limit) -> Iterator[Finding]:
    draft = subject.draft
    yield from _refused(subject, limit)
    words, free = counted_text(draft, subject.network)
    found = list(_measured(subject, limit, _Words(words, "length", free)))
    if not found and free:
        found = [
            one.model_copy(update={"level": "warning" if limit.hard else one.level})
            for one in _measured(subject, limit, _Words(draft.text, "length.mentions"))
        ]
    yield from found
    if not found and (most := limit.amount) is not None:
        yield from _with_link(subject, limit, subject.counters(limit)[0], int(most))


@dataclass(frozen=True, slots=True)
class _Words:
    """A stretch of words: the phrases for it, where it begins, and how offsets become places."""

    words: str
    key: str
    begins: int = 0
    span: Callable[[int], Span | None] | None = None

    def place(self, subject: Subject, offset: int) -> Span | None:
        """From an offset in these words to their end."""
        if self.span:
            return self.span(offset)
        text = subject.draft.text
        return span_of(subject.draft, self.begins + offset, len(text.rstrip()) or len(text))


def _measured(subject: Subject, limit: Limit, given: _Words) -> Iterator[Finding]:
    """Words that are too long, or that are in the strictest unit that sources leave open."""
    most = limit.amount
    if most is None:
        return
    for counter in filter(None, subject.counters(limit)):
        found = subject.post.count(given.words, counter)
        place = found.too_long(int(most))
        if place is None:
            continue
        sure = counter is subject.counters(limit)[0]
        values = {"over": found.total - int(most), "total": found.total, "limit": int(most)}
        unit = {} if sure else {"unit": counter.description}
        yield subject.finding(
            limit, said(given.key if sure else f"{given.key}.unsure", **values, **unit),
            span=given.place(subject, place.offset), fix=said(f"{given.key}.fix", **values),
            count=sum_of(found, counter), level=None if sure or not limit.hard else "warning",
        )  # fmt: skip
        return


def _refused(subject: Subject, limit: Limit) -> Iterator[Finding]:
    """Characters that the network takes in no text, each at its first place; once for a text."""
    if subject.named(limit.row.measure) is not limit:
        return
    ground = subject.network.evidence.get("counting")
    grounds = [subject.clock.ground(ground)] if ground else []
    for one in subject.post.count(subject.draft.text, subject.counters(limit)[0]).refused:
        span = span_of(subject.draft, one.place.offset, one.place.offset + 1)
        finding = own_finding(
            f"{subject.network.id}.{limit.row.code}", "error", subject.draft, span, "refused",
            network=subject.network.id, number=one.number, code=code_point(one.sign),
        )  # fmt: skip
        yield finding.model_copy(update={"grounds": grounds})


def _with_link(subject: Subject, limit: Limit, counter: Counter, most: int) -> Iterator[Finding]:
    """A declared link that is not in the text yet, for networks that have no field for it."""
    draft = subject.draft
    if not draft.link or draft.link in draft.text:
        return
    found = subject.post.count(f"{draft.text} {draft.link}", counter)
    if found.total > most:
        message = said("length.link", over=found.total - most, total=found.total, limit=most)
        yield subject.finding(
            limit, message, span=field_span(draft, "link", len(draft.link)),
            fix=said("length.fix", over=found.total - most), count=sum_of(found, counter),
            level="warning" if limit.hard else None,
        )  # fmt: skip


def sum_of(found: Count, counter: Counter) -> Said:
    """How a count was made: "292 (weighted characters) = 2 links × 23 = 46, 246 characters"."""
    parts = listed([_part(part) for part in found.parts])
    return said("count", total=found.total, unit=counter.description, parts=parts)


def _part(part: Part) -> Said:
    things = said(f"amount.{part.kind}", number=part.number)
    if part.each == 1:
        return things
    return said("count.part", things=things, each=part.each, total=part.total)


def fold(subject: Subject, limit: Limit) -> Iterator[Finding]:
    """A first sentence that is cut where the network hides the rest behind "more"."""
    most, draft = limit.amount, subject.draft
    if most is None:
        return
    counter, _ = subject.counters(limit)
    place = subject.post.count(draft.text, counter).too_long(int(most))
    start = len(draft.text) - len(draft.text.lstrip())
    end = _SENTENCE_END.search(draft.text, start)
    stop = end.end() if end else len(draft.text.rstrip())
    if place and stop > place.offset:
        yield subject.finding(
            limit, said("fold", limit=most), span=span_of(draft, place.offset, stop),
            fix=said("fold.fix", limit=most),
        )  # fmt: skip


def no_text(subject: Subject, limit: Limit) -> Iterator[Finding]:
    """A format that takes no text beside its picture or video."""
    draft = subject.draft
    if limit.value in REFUSED and draft.text.strip():
        span = span_of(draft, 0, len(draft.text.rstrip()))
        yield subject.finding(limit, said("caption"), span=span, fix=said("caption.fix"))


def alt(subject: Subject, limit: Limit) -> Iterator[Finding]:
    """The alternative text of each picture and video."""
    for index, media in enumerate(subject.draft.media):
        if media.alt:
            at = subject.draft.spots.get(f"media[{index}].alt") or media.spot
            yield from _measured(subject, limit, _field(subject, media.alt, "alt", at))


def title(subject: Subject, limit: Limit) -> Iterator[Finding]:
    draft = subject.draft
    if draft.title:
        at = draft.spots.get("title")
        yield from _measured(subject, limit, _field(subject, draft.title, "title", at))


def titled(subject: Subject, limit: Limit) -> Iterator[Finding]:
    """A title that is asked for."""
    if not subject.draft.title:
        yield subject.finding(limit, said("titled"), span=None, fix=said("titled.fix"))


def option(subject: Subject, limit: Limit) -> Iterator[Finding]:
    """Each answer that a poll offers."""
    for index, answer in enumerate(subject.draft.poll):
        at = subject.draft.spots.get(f"poll[{index}]")
        yield from _measured(subject, limit, _field(subject, answer, "option", at))


def _field(subject: Subject, words: str, key: str, at: Spot | None) -> _Words:
    """A field of the draft. The place in it is told where it stands there as it is."""
    start = _begin(subject.draft.source, words, at)

    def span(offset: int) -> Span | None:
        if at is None or start is None:
            return span_at(at, 1 if key == "alt" else len(words))
        return span_at(Spot(at.line, start + offset), len(words) - offset)

    return _Words(words, key, span=span)


def _begin(source: str, words: str, at: Spot | None) -> int | None:
    """The column where words stand in their line, behind a quotation mark or not; None if they
    are written in another way there, such as with escapes.
    """
    lines = source.split("\n")
    if at is None or at.line > len(lines):
        return None
    line = lines[at.line - 1]
    columns = (at.column, at.column + 1)
    return next((one for one in columns if line.startswith(words, one - 1)), None)

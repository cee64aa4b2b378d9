"""Limits that count text: of the post, of a title, of alternative texts, of poll answers."""

import re
from collections.abc import Iterator
from typing import Final

from channelwise.check.limits import Limit
from channelwise.check.model import Finding, Span
from channelwise.check.say import field_span, listed, said, span_at, span_of
from channelwise.check.subject import Subject
from channelwise.check.table import REFUSED
from channelwise.check.values import number
from channelwise.count.model import Count, Counter, Part
from channelwise.recommend.model import Said

# Where a first sentence ends: a mark before a space, or a line end.
_SENTENCE_END: Final = re.compile(r"[.!?؟…]+(?=\s|\Z)|\n")


def text(subject: Subject, limit: Limit) -> Iterator[Finding]:
    """The text of the post in the network's own unit, with the place from which it is too long."""
    if not (subject.draft.reply and subject.named("comment")):
        yield from _whole_text(subject, limit)


def comment(subject: Subject, limit: Limit) -> Iterator[Finding]:
    """The same for an answer to somebody, where answers have a limit of their own."""
    if subject.draft.reply:
        yield from _whole_text(subject, limit)


def _whole_text(subject: Subject, limit: Limit) -> Iterator[Finding]:
    most = number(limit.value)
    if most is None:
        return
    counter, strictest = subject.counters(limit)
    draft, post = subject.draft, subject.post
    found = post.count(draft.text, counter)
    if place := found.too_long(int(most)):
        span = span_of(draft, place.offset, len(draft.text.rstrip()) or len(draft.text))
        yield _too_long(subject, limit, found, counter, span=span, key="length")
        return
    if strictest and (other := post.count(draft.text, strictest)).total > most:
        place = other.too_long(int(most))
        span = span_of(draft, place.offset if place else 0, len(draft.text))
        message = said("length.unsure", total=other.total, limit=most, unit=strictest.description)
        fix = said("length.fix", over=other.total - int(most))
        made = sum_of(other, strictest)
        yield subject.finding(
            limit, message, span=span, fix=fix, count=made, level="warning" if limit.hard else None
        )
        return
    yield from _with_link(subject, limit, counter, int(most))


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


def _too_long(
    subject: Subject, limit: Limit, found: Count, counter: Counter, *, span: Span | None, key: str
) -> Finding:
    most = int(number(limit.value) or 0)
    over = found.total - most
    return subject.finding(
        limit, said(key, over=over, total=found.total, limit=most), span=span,
        fix=said(f"{key}.fix", over=over), count=sum_of(found, counter),
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
    most, draft = number(limit.value), subject.draft
    if most is None or draft.reply:
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
            spot = subject.draft.spots.get(f"media[{index}].alt") or media.spot
            yield from _part_text(subject, limit, media.alt, span_at(spot, 1), "alt")


def title(subject: Subject, limit: Limit) -> Iterator[Finding]:
    draft = subject.draft
    if draft.title:
        span = field_span(draft, "title", len(draft.title))
        yield from _part_text(subject, limit, draft.title, span, "title")


def option(subject: Subject, limit: Limit) -> Iterator[Finding]:
    """Each answer that a poll offers."""
    for index, answer in enumerate(subject.draft.poll):
        span = field_span(subject.draft, f"poll[{index}]", len(answer))
        yield from _part_text(subject, limit, answer, span, "option")


def _part_text(
    subject: Subject, limit: Limit, words: str, span: Span | None, key: str
) -> Iterator[Finding]:
    most = number(limit.value)
    counter, _ = subject.counters(limit)
    found = subject.post.count(words, counter)
    if most is not None and found.total > most:
        yield _too_long(subject, limit, found, counter, span=span, key=key)

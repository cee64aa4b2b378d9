"""Limits on how many: hashtags, mentions, links, pictures, poll answers."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from channelwise.check.file import File, files_of
from channelwise.check.format_of import MADE_OF
from channelwise.check.limits import Limit
from channelwise.check.model import Finding, Span
from channelwise.check.per_file import MIXED
from channelwise.check.say import field_span, said, span_at, span_of
from channelwise.check.subject import Subject
from channelwise.check.table import OF_PICTURES, REFUSED
from channelwise.check.values import Bounds, number

# As stock markets write it: a dollar sign and up to six letters, perhaps a class of shares.
_CASHTAG: Final = re.compile(r"(?<![\w$])\$[A-Za-z]{1,6}(?:[._][A-Za-z]{1,2})?(?!\w)")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of things, and where each of them stands, counted from 0."""

    number: int
    place: Callable[[int], Span | None]


def hashtags(subject: Subject, limit: Limit) -> Iterator[Finding]:
    spans = subject.post.reading.hashtags
    yield from _in_text(subject, limit, spans)


def mentions(subject: Subject, limit: Limit) -> Iterator[Finding]:
    yield from _in_text(subject, limit, subject.post.reading.mentions)


def cashtags(subject: Subject, limit: Limit) -> Iterator[Finding]:
    spans = [found.span() for found in _CASHTAG.finditer(subject.post.reading.plain)]
    yield from _in_text(subject, limit, spans)


def links(subject: Subject, limit: Limit) -> Iterator[Finding]:
    """Links of the text, and the declared one where it is another."""
    draft, spans = subject.draft, subject.post.reading.links
    more = 1 if draft.link and draft.link not in draft.text else 0

    def place(index: int) -> Span | None:
        if index < len(spans):
            return span_of(draft, *spans[index])
        return field_span(draft, "link", len(draft.link or ""))

    yield from _bounded(subject, limit, Amount(len(spans) + more, place))


def _in_text(subject: Subject, limit: Limit, spans: list[tuple[int, int]]) -> Iterator[Finding]:
    amount = Amount(len(spans), lambda index: span_of(subject.draft, *spans[index]))
    yield from _bounded(subject, limit, amount)


def items(subject: Subject, limit: Limit) -> Iterator[Finding]:
    """Pictures and videos. What is made of pictures or videos has at least one.

    A document is one file, however many pages it has; and where pictures and videos stand
    together that may not, counting them says nothing.
    """
    files = files_of(subject.post)
    if is_mixed(subject, files) or any(file.sort == "document" for file in files):
        return
    kept = [file.media for file in files if not _is_beside(subject, limit, file)]
    amount = Amount(len(kept), lambda at: span_at(kept[at].spot, len(kept[at].written)))
    yield from _bounded(subject, limit, amount, floor=None if len(kept) < len(files) else 1)


def _is_beside(subject: Subject, limit: Limit, file: File) -> bool:
    """Whether a limit on the number of pictures says nothing of this video beside them."""
    return subject.format in MIXED and limit.unit in OF_PICTURES and file.sort == "video"


def comment_items(subject: Subject, limit: Limit) -> Iterator[Finding]:
    """Pictures of an answer to somebody, which takes no other files."""
    files, most = files_of(subject.post), limit.amount
    if not subject.draft.reply or most is None:
        return
    other = next((file for file in files if file.sort not in ("picture", None)), None)
    if other:
        span = span_at(other.media.spot, len(other.media.written))
        message = said("comment_items", file=other.media.written, network=subject.network.name)
        yield subject.finding(limit, message, span=span, fix=said("comment_items.fix"))
    elif len(files) > most:
        media = [file.media for file in files]
        amount = Amount(len(files), lambda at: span_at(media[at].spot, len(media[at].written)))
        yield from _bounded(subject, limit, amount)


def is_mixed(subject: Subject, files: Sequence[File]) -> bool:
    """Whether pictures and videos stand together in a format that is made of one of them."""
    return subject.format in MADE_OF and {"picture", "video"} <= {file.sort for file in files}


def gifs(subject: Subject, limit: Limit) -> Iterator[Finding]:
    """GIFs, which stand alone where this limit is: nothing else goes with them."""
    most, files = limit.amount, files_of(subject.post)
    first = next((file for file in files if file.kind == "GIF"), None)
    if first and most is not None and len(files) > most:
        span = span_at(first.media.spot, len(first.media.written))
        message = said("gifs", number=len(files), limit=most, file=first.media.written)
        yield subject.finding(limit, message, span=span, fix=said("gifs.fix"))


def no_media(subject: Subject, limit: Limit) -> Iterator[Finding]:
    media = subject.draft.media
    if limit.value in REFUSED and media:
        span = span_at(media[0].spot, len(media[0].written))
        yield subject.finding(limit, said("no_media"), span=span, fix=said("no_media.fix"))


def options(subject: Subject, limit: Limit) -> Iterator[Finding]:
    draft, poll = subject.draft, subject.draft.poll
    amount = Amount(len(poll), lambda at: field_span(draft, f"poll[{at}]", len(poll[at])))
    yield from _bounded(subject, limit, amount)


def _bounded(
    subject: Subject, limit: Limit, amount: Amount, floor: int | None = None
) -> Iterator[Finding]:
    bounds = _bounds(limit, floor)
    if bounds is None:
        return
    kind = _KINDS.get(limit.row.measure, limit.row.measure)
    if bounds.most is not None and amount.number > bounds.most:
        most = int(bounds.most)
        things = said(f"amount.{kind}", number=amount.number)
        message = said("many", things=things, limit=most) if most else said(f"many.{kind}.none")
        yield subject.finding(
            limit, message, span=amount.place(most),
            fix=said(f"many.{kind}.fix", over=amount.number - most),
        )  # fmt: skip
    elif bounds.least is not None and amount.number < bounds.least and _counts(limit):
        least = int(bounds.least)
        things = said(f"amount.{kind}", number=amount.number)
        none = said(f"few.{kind}.none", limit=least)
        yield subject.finding(
            limit, said("few", things=things, limit=least) if amount.number else none,
            span=amount.place(amount.number - 1) if amount.number else None,
            fix=said(f"few.{kind}.fix", under=least - amount.number),
        )  # fmt: skip


# What is counted is called the same wherever it stands.
_KINDS: Final = {"comment_items": "items"}


def _counts(limit: Limit) -> bool:
    """Whether too few are worth a word: of what is only advised, if the network itself does."""
    return limit.row.end != "best" or limit.evidence.confidence == "official"


def _bounds(limit: Limit, floor: int | None) -> Bounds | None:
    found = limit.range
    if found is None and (most := limit.amount) is not None:
        found = Bounds(None, most)
    if found and found.least is None and floor is not None and limit.hard:
        found = Bounds(number(floor), found.most)
    return found


AMOUNTS: Final[Mapping[str, Callable[[Subject, Limit], Iterator[Finding]]]] = {
    "hashtags": hashtags,
    "mentions": mentions,
    "cashtags": cashtags,
    "links": links,
    "items": items,
    "comment_items": comment_items,
    "gifs": gifs,
    "no_media": no_media,
    "options": options,
}

"""A draft in one format against the limits of that format, the firmest first."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from channelwise.check import lengths
from channelwise.check.amounts import AMOUNTS, is_mixed
from channelwise.check.file import File, files_of
from channelwise.check.limits import Limit
from channelwise.check.media import MEDIA
from channelwise.check.model import Finding
from channelwise.check.per_file import each_file
from channelwise.check.pixels import best_size
from channelwise.check.say import said, span_at
from channelwise.check.subject import Subject, own_finding
from channelwise.count.model import CounterFailed
from channelwise.vocabulary import Format

_Check = Callable[[Subject, Limit], Iterator[Finding]]

_WHOLE: Final[Mapping[str, _Check]] = {
    "text": lengths.text,
    "comment": lengths.comment,
    "fold": lengths.fold,
    "no_text": lengths.no_text,
    "alt": lengths.alt,
    "title": lengths.title,
    "titled": lengths.titled,
    "option": lengths.option,
    "best_size": best_size,
    **AMOUNTS,
}
# Several of these may be broken by one text, each in a unit of its own.
_EACH: Final = frozenset(("text", "alt", "title", "option"))
_SHOWN: Final[frozenset[Format]] = frozenset(("image", "carousel", "short_video", "long_video"))


class Judged(NamedTuple):
    """A finding and the limit behind it, None where it follows from the draft alone."""

    limit: Limit | None
    finding: Finding


def judged(subject: Subject) -> Iterator[Judged]:
    """What is beyond the limits of a format.

    Firm limits come first: advice adds nothing where one of them is broken, and of two firm ones
    on the same thing only the first is told, one that holds in any case before one that holds
    for one way of posting.
    """
    for finding in _made_of(subject):
        yield Judged(None, finding)
    broken, told = set[str](), set[tuple[object, ...]]()
    for limit in sorted(subject.limits, key=_order):
        if not limit.hard and limit.row.code in broken:
            continue
        for finding in one_limit(subject, limit):
            measure = limit.row.measure
            key = (limit.name if measure in _EACH else measure, _place(finding))
            if key not in told:
                told.add(key)
                broken.add(limit.row.code)
                yield Judged(limit, finding)


def _order(limit: Limit) -> tuple[bool, bool, bool]:
    return not limit.hard, limit.row.end == "best", limit.through is not None


def _place(finding: Finding) -> tuple[int, int] | None:
    return (finding.span.line, finding.span.column) if finding.span else None


def one_limit(subject: Subject, limit: Limit) -> Iterator[Finding]:
    """What one limit finds; a plugin's unit that fails is told, and ends nothing else."""
    measure = limit.row.measure
    try:
        if measure in MEDIA:
            yield from each_file(subject, limit, MEDIA[measure])
        elif measure != "inside":
            yield from _WHOLE[measure](subject, limit)
    except CounterFailed as failed:
        message = said("unit_failed", unit=failed.unit, reason=failed.reason)
        yield subject.not_evaluated(limit.row.code, message, None, said("unit_failed.fix"))


def _made_of(subject: Subject) -> Iterator[Finding]:
    """Pictures or videos that the format is made of and the draft lacks, or that do not go
    together in it.
    """
    draft, files = subject.draft, files_of(subject.post)
    limit = subject.named("items")
    code, network = f"{subject.network.id}.items", subject.network
    firm = limit if limit and limit.hard else None
    if not files and subject.format in _SHOWN and firm is None:
        yield own_finding(code, "warning", draft, None, "no_files", network=network.id)
    if is_mixed(subject, files):
        yield _mixed(subject, files, firm)


def _mixed(subject: Subject, files: list[File], limit: Limit | None) -> Finding:
    """Pictures and videos together, told at the first video."""
    network, media = subject.network, next(file.media for file in files if file.sort == "video")
    span = span_at(media.spot, len(media.written))
    if limit is None:
        return own_finding(
            f"{network.id}.items", "warning", subject.draft, span, "mixed.unsure",
            network=network.id, name=network.name,
        )  # fmt: skip
    message = said("mixed", network=network.name)
    found = subject.finding(limit, message, span=span, fix=said("mixed.fix"))
    return found.model_copy(update={"because": subject.firmness(limit)})

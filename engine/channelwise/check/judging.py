"""A draft in one format against the limits of that format, the firmest first."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from channelwise.check import lengths
from channelwise.check.amounts import AMOUNTS, is_mixed
from channelwise.check.cases import Judged, weighed
from channelwise.check.file import File, files_of
from channelwise.check.limits import Limit
from channelwise.check.media import MEDIA
from channelwise.check.model import Finding, Level
from channelwise.check.per_file import each_file, is_out_of_place
from channelwise.check.pixels import best_size
from channelwise.check.say import said, span_at
from channelwise.check.subject import Subject, is_firm, own_finding
from channelwise.check.table import NOT_ALONE
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
# Several of these may be broken by one text, each in a unit of its own. Of some there may be
# several in a draft, each on a line of its own.
_WORDS: Final = frozenset(("text", "title"))
_EACH: Final = frozenset(("alt", "option"))
_SHOWN: Final[frozenset[Format]] = frozenset(("image", "carousel", "short_video", "long_video"))


def judged(subject: Subject) -> Iterator[Judged]:
    """What is beyond the limits of a format, and what it is made of and the draft lacks."""
    for finding in _made_of(subject):
        yield Judged(None, finding)
    yield from held_against(subject)


def held_against(subject: Subject) -> Iterator[Judged]:
    """What is beyond the limits of a subject alone.

    Firm limits come first: advice adds nothing where one of them is broken. What several limits
    say of the same thing is told once.
    """
    broken, met = set[str](), dict[_Key, list[Judged]]()
    for limit in sorted(subject.limits, key=_order):
        for finding in map(_fair(subject, limit), one_limit(subject, limit)):
            key = _key(limit, finding)
            if limit.hard or limit.row.code not in broken or key in met:
                met.setdefault(key, []).append(Judged(limit, finding))
                broken.add(limit.row.code)
    for found in met.values():
        yield weighed(found, subject.cases)


def _fair(subject: Subject, limit: Limit) -> Callable[[Finding], Finding]:
    """Findings with a reason that claims no more than their level."""

    def fair(finding: Finding) -> Finding:
        if finding.level != "warning" or not limit.hard:
            return finding
        return finding.model_copy(update={"because": subject.because(limit, sure=False)})

    return fair


_Key = tuple[object, ...]


def _key(limit: Limit, finding: Finding) -> _Key:
    """What a finding is about, so that those of several limits on the same thing meet."""
    measure, span = limit.row.measure, finding.span
    if measure in _WORDS:
        return limit.base, None
    if measure in _EACH:
        return limit.base, span.line if span else None
    return measure, (span.line, span.column) if span else None


def _order(limit: Limit) -> tuple[bool, bool, bool]:
    tied = limit.through is not None or limit.account is not None
    return not limit.hard, limit.row.end == "best", tied


def one_limit(subject: Subject, limit: Limit) -> Iterator[Finding]:
    """What one limit finds; a plugin's unit that fails is told, and ends nothing else."""
    measure = limit.row.measure
    try:
        if measure in MEDIA:
            yield from each_file(subject, limit, MEDIA[measure])
        elif measure not in NOT_ALONE:
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
        # Where words alone surely cannot go out, it is no matter of the format that was declared.
        alone = network.evidence.get("formats.text.available")
        sure = "text" not in network.carries and is_firm(alone)
        level: Level = "error" if sure else "warning"
        yield own_finding(code, level, draft, None, "no_files", network=network.id)
    if is_mixed(subject, files):
        yield _mixed(subject, files, firm)
    yield from (_out_of_place(subject, one) for one in files if is_out_of_place(subject, one))


def _out_of_place(subject: Subject, file: File) -> Finding:
    """A document or a sound in a format of pictures or videos."""
    network, media, listed = subject.network, file.media, subject.named("file_formats")
    evidence = listed.evidence if listed else network.evidence.get(
        f"formats.{subject.format}.available"
    )  # fmt: skip
    found = own_finding(
        f"{network.id}.media.format", "error" if is_firm(evidence) else "warning", subject.draft,
        span_at(media.spot, len(media.written)), "media.out_of_place", network=network.id,
        file=media.written, name=network.name,
        kind=file.kind or media.path.suffix.removeprefix(".").upper(),
    )  # fmt: skip
    grounds = [subject.clock.ground(evidence)] if evidence else []
    return found.model_copy(update={"grounds": grounds})


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

"""What checks on single files share: which files a limit is about, and how findings are made."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Final

from channelwise.check.file import File, files_of, sorts_of
from channelwise.check.format_of import MADE_OF
from channelwise.check.limits import Limit
from channelwise.check.model import Finding, Level
from channelwise.check.say import said, span_at
from channelwise.check.subject import Subject
from channelwise.check.values import Bounds, names
from channelwise.drafts.kinds import PICTURES
from channelwise.recommend.model import Said
from channelwise.vocabulary import Format

# Formats that may hold pictures and videos at once.
MIXED: Final[frozenset[Format]] = frozenset(("carousel", "story"))
_OF_VIDEOS: Final = frozenset(("seconds", "fps", "sound"))

Check = Callable[[Subject, Limit, File], Iterator[Finding]]


def each_file(subject: Subject, limit: Limit, check: Check) -> Iterator[Finding]:
    """A check on every file that the limit is about."""
    for file in files_of(subject.post):
        if is_about(subject, file, limit.row.measure):
            yield from check(subject, limit, file)


def is_about(subject: Subject, file: File, measure: str = "") -> bool:
    """Whether limits on files are about this one.

    Those of a format that is made of pictures are about nothing else. Where pictures and videos may
    stand together, a list of picture formats is about pictures, and so are the limits beside it
    but for those that only videos can keep; a list of documents is about documents.
    """
    made_of = MADE_OF.get(subject.format)
    if is_out_of_place(subject, file) or (made_of and file.sort and file.sort not in made_of):
        return False
    listed = subject.named("file_formats")
    if subject.format not in MIXED or listed is None or file.sort != "video":
        return True
    return measure in _OF_VIDEOS or not set(names(listed.value)) <= PICTURES


def is_out_of_place(subject: Subject, file: File) -> bool:
    """Whether a file is neither picture nor video, in a format that is made of these.

    Of a series without a list of formats it is not known whether it takes documents.
    """
    if file.sort != "document":
        return False
    listed = subject.named("file_formats")
    if subject.format == "carousel":
        return listed is not None and "document" not in sorts_of(names(listed.value))
    return subject.format == "story" or subject.format in MADE_OF


def found_in(
    subject: Subject, limit: Limit, file: File, message: Said, fix: Said, *, sure: bool = True
) -> Finding:
    """Something beyond a limit, told at the file; only a warning where it is not sure."""
    span = span_at(file.media.spot, len(file.media.written))
    level: Level | None = None if sure or not limit.hard else "warning"
    return subject.finding(limit, message, span=span, fix=fix, level=level)


def _bounds(limit: Limit) -> Bounds | None:
    found, one, scale = limit.range, limit.amount, limit.row.scale
    if found is not None and found.least is not None and found.most is not None:
        return Bounds(found.least * scale, found.most * scale)
    if one is None:
        return None
    return Bounds(one * scale, None) if limit.row.end == "least" else Bounds(None, one * scale)


def bounded(
    subject: Subject, limit: Limit, file: File, key: str, value: Fraction
) -> Iterator[Finding]:
    """A number of a file outside the ends of a limit."""
    bounds = _bounds(limit)
    if bounds is None or bounds.holds(value):
        return
    way = "few" if bounds.below(value) else "many"
    edge = bounds.least if way == "few" else bounds.most
    message = said(f"{key}.{way}", file=file.media.written, value=value, limit=edge or 0)
    yield found_in(subject, limit, file, message, said(f"{key}.{way}.fix", limit=edge or 0))

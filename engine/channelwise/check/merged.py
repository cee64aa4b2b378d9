"""A draft whose format is open, judged by what its possible formats agree on.

What is beyond the limits of all of them is reported with the mildest limit; what is beyond the
limits of some is a warning that names these.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

from channelwise.check.cases import Judged
from channelwise.check.file import File, Sort
from channelwise.check.format_of import MADE_OF
from channelwise.check.media import MEDIA
from channelwise.check.model import LEVELS, Finding, Level
from channelwise.check.say import labels, said
from channelwise.vocabulary import Format

# Limits that are about one thing of several in a draft, so that its place tells which.
_OF_FILES: Final = frozenset(MEDIA)
_OF_PARTS: Final = frozenset(("alt", "option")) | _OF_FILES
_Key = tuple[object, ...]


def named(finding: Finding, formats: Sequence[Format], others: Sequence[Format] = ()) -> Finding:
    """A finding that says in which formats the draft was taken, and in which it would be fine."""
    key, values = "as", {"message": finding.message, "formats": labels("Format", [*formats])}
    if others:
        key, values = "as_some", values | {"others": labels("Format", [*others])}
    message = said(key, **values)
    return finding.model_copy(update={"message": message, "formats": [*formats]})


def merged(
    found: Mapping[Format, Sequence[Judged]], files: Sequence[File] = ()
) -> Iterator[Finding]:
    """The findings of several formats as those of one draft, each with its formats.

    What is wrong with a picture is not made good by a format that takes videos alone.
    """
    keyed = {name: dict(_keyed(judged)) for name, judged in found.items()}
    for key in dict.fromkeys(key for by_key in keyed.values() for key in by_key):
        beyond = {name: by_key[key] for name, by_key in keyed.items() if key in by_key}
        mildest = min(beyond.values(), key=_harm)
        sort = _sort(mildest, files)
        others = [name for name in keyed if name not in beyond and _takes(name, sort)]
        level = _level([one.finding for one in beyond.values()], everywhere=not others)
        finding = mildest.finding.model_copy(update={"level": level})
        yield named(finding, [*beyond], others)


def _sort(one: Judged, files: Sequence[File]) -> Sort | None:
    """What sort of file a finding is about, if it is about one of several."""
    if one.limit is None or one.limit.row.measure not in _OF_FILES:
        return None
    place = _part(one)
    spots = ((file.sort, file.media.spot) for file in files)
    return next((sort for sort, at in spots if at and (at.line, at.column) == place), None)


def _takes(name: Format, sort: Sort | None) -> bool:
    return sort is None or sort in MADE_OF.get(name, {sort})


def _keyed(judged: Sequence[Judged]) -> Iterator[tuple[_Key, Judged]]:
    """What each is about, so that findings of several formats meet: how many of a code came
    before it as well, since a text may be beyond several limits.
    """
    seen: dict[_Key, int] = {}
    for one in judged:
        key = (one.finding.code, one.finding.state, _part(one))
        seen[key] = seen.get(key, 0) + 1
        yield (*key, seen[key]), one


def _part(one: Judged) -> object:
    span = one.finding.span
    if span is None or (one.limit and one.limit.row.measure not in _OF_PARTS):
        return None
    # Within a text the place is that of the limit: its line tells which text it is.
    words = one.limit is not None and one.limit.row.measure not in _OF_FILES
    return span.line if words else (span.line, span.column)


def _harm(one: Judged) -> tuple[int, Fraction]:
    """How hard a finding is on a draft: by its level, then by how little the limit leaves."""
    most = one.limit.highest if one.limit else None
    return -LEVELS.index(one.finding.level), -(most if most is not None else Fraction(0))


def _level(findings: Sequence[Finding], *, everywhere: bool) -> Level:
    mildest = max((one.level for one in findings), key=LEVELS.index)
    return "warning" if mildest == "error" and not everywhere else mildest

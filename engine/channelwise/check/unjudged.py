"""What could not be held against a draft, and why: said, so that silence never means "fine"."""

from collections.abc import Iterator
from typing import Final

from channelwise.check.file import File, files_of
from channelwise.check.format_of import Possible
from channelwise.check.model import Finding, Fix, Level
from channelwise.check.per_file import is_about, is_out_of_place
from channelwise.check.say import (
    field_span,
    joined,
    labels,
    listed,
    said,
    span_at,
    whole_span,
    words,
)
from channelwise.check.subject import Subject, own_finding
from channelwise.drafts.model import Draft
from channelwise.networks.check import HARD
from channelwise.networks.model import Network
from channelwise.recommend.grounds import Clock
from channelwise.vocabulary import FORMATS, Format

_SHAPES: Final = frozenset(
    ("ratio", "width", "height", "largest", "smallest", "resolution", "pixels")
)


def unsure(draft: Draft, network: Network, names: tuple[Format, ...]) -> Finding:
    """The format is not said, and the draft was held against what several have in common."""
    span = span_at(draft.media[0].spot, len(draft.media[0].written)) if draft.media else None
    found = own_finding(
        f"{network.id}.format", "note", draft, span, "format.unsure", seen=False,
        network=network.id, name=network.name, formats=labels("Format", [*names]),
    )  # fmt: skip
    return found.model_copy(update={"formats": [*names]})


def clash(draft: Draft, network: Network, found: Possible) -> Finding:
    """The format that a draft says is not one that it can be posted in."""
    declared = [found.declared] if found.declared else []
    return own_finding(
        f"{network.id}.format", "warning", draft,
        field_span(draft, "format", len(found.declared or "")), "format.clash",
        network=network.id, format=labels("Format", [*declared]),
        told=labels("Format", [*found.names]),
    )  # fmt: skip


def not_carried(draft: Draft, network: Network, name: Format, clock: Clock) -> Finding:
    """A format that a network does not carry, or of which nothing is known there."""
    known = name in network.plain["formats"]
    evidence = network.evidence.get(f"formats.{name}.available")
    firm = evidence is not None and evidence.confidence in HARD
    level: Level = "note" if not known else "error" if firm else "warning"
    carried = labels("Format", [one for one in FORMATS if one in network.carries])
    key = "format" if known else "format.unknown"
    return Finding(
        code=f"{network.id}.format", level=level, state="found" if known else "not_evaluated",
        file=draft.file, network=network.id,
        span=field_span(draft, "format", len(name)) or whole_span(draft),
        message=said(key, network=network.name, format=labels("Format", [name])),
        because=said("format.because" if known else "because.unknown"),
        fix=Fix(text=said("format.fix", carried=carried)),
        grounds=[clock.ground(evidence)] if evidence else [],
    )  # fmt: skip


def no_limits(subject: Subject) -> Finding:
    """A format that is carried, and of whose limits nothing is known."""
    return own_finding(
        f"{subject.network.id}.format", "note", subject.draft, None, "format.no_limits",
        seen=False, network=subject.network.id, name=subject.network.name,
        format=labels("Format", [subject.format]),
    )  # fmt: skip


def left_open(subject: Subject, unknown: tuple[str, ...]) -> Iterator[Finding]:
    """Limits that no check knows, and things in the draft of which no limit is known."""
    form = labels("Format", [subject.format])
    parts = []
    if gaps := dict.fromkeys(_gaps(subject)):
        names = listed([said(f"gap.{gap}") for gap in gaps])
        network = subject.network.name
        parts.append(said("gaps", network=network, format=form, names=names))
    if unknown:
        parts.append(said("limits", format=form, names=words([*unknown])))
    if parts:
        yield subject.not_evaluated("limits", joined(*parts), None, said("limits.fix"))


def _gaps(subject: Subject) -> Iterator[str]:
    measures: set[str] = {limit.row.measure for limit in subject.limits}
    if subject.draft.text.strip() and not measures & {"text", "no_text"}:
        yield "text"
    for file in files_of(subject.post):
        if is_out_of_place(subject, file):
            continue
        yield from _of_file(file, {one for one in measures if is_about(subject, file, one)})


def _of_file(file: File, measures: set[str]) -> Iterator[str]:
    if "file_formats" not in measures:
        yield "kinds"
    if not measures & {"size", "gif_size"}:
        yield "size"
    if file.sort == "video" and "seconds" not in measures:
        yield "seconds"
    if file.sort != "document" and not measures & _SHAPES:
        yield "shape"

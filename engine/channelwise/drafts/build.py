"""From checked fields and a text to a Draft."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from channelwise.drafts.fields import Fields, MediaEntry
from channelwise.drafts.model import Draft, Ignored, Media, Run, Spot
from channelwise.drafts.pictures_in_text import Picture
from channelwise.files.lines import Lines
from channelwise.files.tree import Document, dotted
from channelwise.files.tree import Path as DataPath


@dataclass(frozen=True, slots=True)
class Origin:
    """The file of a draft: its name in findings, the folder that media are beside, its source."""

    file: str
    folder: Path
    source: str


@dataclass(frozen=True, slots=True)
class Written:
    """The text of a draft, where it begins if it stands there as it is, and its pictures."""

    text: str
    at: Spot | None
    runs: tuple[Run, ...]
    pictures: tuple[Picture, ...] = ()


def draft(
    origin: Origin, fields: Fields, document: Document, written: Written, top: DataPath = ()
) -> Draft:
    """The draft whose fields stand at `top` of the document."""
    return Draft(
        file=origin.file,
        source=origin.source,
        text=written.text,
        text_at=written.at,
        runs=written.runs,
        networks=_names(fields.networks),
        account=fields.account,
        kind=fields.kind,
        format=fields.format,
        language=fields.language,
        title=fields.title,
        media=(*_declared(origin, fields, document, top), *_pictures(origin, written)),
        link=fields.link,
        poll=tuple(fields.poll or ()),
        schedule=fields.schedule,
        reply=bool(fields.reply),
        ignore=tuple(Ignored(one.code, one.reason, one.until) for one in fields.ignore or ()),
        begins=Spot(*document.place(top)) if top else None,
        spots=_spots(document, top),
    )


def _names(networks: str | list[str] | None) -> tuple[str, ...]:
    """Each network once, in the order given."""
    names = [networks] if isinstance(networks, str) else networks or []
    return tuple(dict.fromkeys(names))


def _declared(origin: Origin, fields: Fields, document: Document, top: DataPath) -> list[Media]:
    given = fields.media
    if not isinstance(given, list):
        return [_media(origin, given, document, (*top, "media"))] if given is not None else []
    return [
        _media(origin, entry, document, (*top, "media", index)) for index, entry in enumerate(given)
    ]


def _media(origin: Origin, entry: str | MediaEntry, document: Document, path: DataPath) -> Media:
    if isinstance(entry, str):
        return Media(origin.folder / entry, entry, None, Spot(*document.place(path)))
    alt = entry.alt if entry.alt and entry.alt.strip() else None
    spot = Spot(*document.place((*path, "file")))
    return Media(origin.folder / entry.file, entry.file, alt, spot)


def _pictures(origin: Origin, written: Written) -> list[Media]:
    if not written.pictures:
        return []  # the lines of a long list of drafts are not looked for again for each
    lines = Lines(origin.source)
    return [
        Media(origin.folder / one.file, one.written, one.alt, Spot(*lines.place(one.at)))
        for one in written.pictures
    ]


def _spots(document: Document, top: DataPath) -> Mapping[str, Spot]:
    """The place of every field under `top` and of the parts of it."""
    depth = len(top)
    value: Any = document.data
    for part in top:
        value = value[part]
    empty = {name for name, one in value.items() if one is None}
    return MappingProxyType(
        {
            dotted(path[depth:]): Spot(*place)
            for path, place in document.places.items()
            if len(path) > depth and path[:depth] == top and path[depth] not in empty
        }
    )

"""What a draft may declare, in a front matter or in JSON, and what each field may hold."""

import re
from datetime import date, datetime
from typing import Annotated, Any, Final
from unicodedata import decimal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError, PydanticKnownError

from channelwise.drafts.problems import phrase
from channelwise.files.model import Line, Part
from channelwise.vocabulary import AccountKind, Format

# Wider than any network's limits: those are for the check to tell, with their source.
MOST_WORDS: Final = 10_000
MOST_ENTRIES: Final = 100
MOST_PATH: Final = 1_000
MOST_REASON: Final = 600

# A day, with its time if the time matters.
_MOMENT: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"([T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?)?"
)
# A day of the calendars of Iran and of the Hijra, in whatever digits and signs.
_OTHER_CALENDAR: Final = re.compile(r"1[34]\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# A year outside of these is one of another calendar, or a slip: 1405 is 2026 in Iran.
_YEARS: Final = range(1990, 2200)
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}")
_LINK: Final = re.compile(r"[Hh][Tt][Tt][Pp][Ss]?://[^\s/]\S*")
_ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")  # one letter would be a drive


def is_address(file: str) -> bool:
    """True for `https://...` and `data:...`, but not for a drive such as `C:`."""
    return bool(_ADDRESS.match(file))


def _refused(key: str) -> PydanticCustomError:
    said = phrase(key)
    return PydanticCustomError("draft", said.en, {"fa": said.fa})


def _not_blank(words: str) -> str:
    if not words.strip():
        raise PydanticKnownError("string_too_short", {"min_length": 1})
    return words


def _moment(value: Any) -> Any:
    moment = _read_moment(value)
    if moment is None:
        raise _refused("schedule_year" if _is_of_another_calendar(value) else "schedule")
    if moment.year not in _YEARS:
        raise _refused("schedule_year")
    return moment


def _read_moment(value: Any) -> date | None:
    """A day, which is a datetime if its time is said."""
    try:
        if isinstance(value, str) and _MOMENT.fullmatch(value):
            plain = _DAY.fullmatch(value) is not None
            return date.fromisoformat(value) if plain else datetime.fromisoformat(value)
    except ValueError:  # the 31st of February
        pass
    return None


def _is_of_another_calendar(value: Any) -> bool:
    digits = "".join(str(decimal(sign, sign)) for sign in str(value)[:10])
    return _OTHER_CALENDAR.match(digits) is not None


def _day(value: Any) -> Any:
    try:
        if isinstance(value, str) and _DAY.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:  # the 31st of February
        pass
    raise _refused("until")


def _language(code: str) -> str:
    if not _LANGUAGE.fullmatch(code):
        raise _refused("language")
    return code


def _link(address: str) -> str:
    if not _LINK.fullmatch(address):
        raise _refused("link")
    return address


def _file(name: str) -> str:
    if is_address(name):
        raise _refused("media_address")
    return name


def _shown(pattern: re.Pattern[str]) -> WithJsonSchema:
    """How editors are told of a text that has to look like this from its first sign to its last."""
    return WithJsonSchema({"type": "string", "pattern": f"^(?:{pattern.pattern})$"})


_SOME: Final = Field(json_schema_extra={"minLength": 1})  # told by `_not_blank`, blanks too
Words = Annotated[str, StringConstraints(max_length=MOST_WORDS), AfterValidator(_not_blank), _SOME]
FileName = Annotated[
    str,
    StringConstraints(max_length=MOST_PATH),
    AfterValidator(_not_blank),
    AfterValidator(_file),
    _SOME,
]
Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
_Entries = Field(min_length=1, max_length=MOST_ENTRIES)


class MediaEntry(Part):
    """A picture or video with its alternative text."""

    file: FileName
    alt: Annotated[str, StringConstraints(max_length=MOST_WORDS)] | None = None


class IgnoreEntry(Part):
    """Findings that are accepted in this draft, and why.

    A code of the wrong form or a missing reason is told by the check, at its place, as it is of
    comments.
    """

    model_config = ConfigDict(json_schema_extra={"required": ["code", "reason"]})

    code: Line
    reason: Annotated[str, StringConstraints(max_length=MOST_REASON)] | None = None
    until: Day | None = Field(None, description="the last day on which it holds")


class Fields(Part):
    """The fields of a front matter. A field that is left empty is as one that is not there."""

    networks: Line | Annotated[list[Line], _Entries] | None = None
    account: Line | None = None
    kind: AccountKind | None = None
    format: Format | None = None
    language: Annotated[str, AfterValidator(_language), _shown(_LANGUAGE)] | None = None
    title: Words | None = None
    media: (
        FileName
        | MediaEntry
        | Annotated[list[FileName | MediaEntry], Field(max_length=MOST_ENTRIES)]
        | None
    ) = None
    link: Annotated[str, AfterValidator(_link), _shown(_LINK)] | None = None
    poll: Annotated[list[Words], _Entries] | None = None
    schedule: Annotated[datetime | date, BeforeValidator(_moment), _shown(_MOMENT)] | None = None
    reply: bool | None = None
    ignore: Annotated[list[IgnoreEntry], Field(max_length=MOST_ENTRIES)] | None = None


class JsonFields(Fields):
    """A draft in JSON: the same fields beside the text."""

    text: str

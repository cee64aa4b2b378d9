"""Reads drafts of posts: Markdown and text with a front matter, and JSON."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import ValidationError

from channelwise.drafts.build import Origin, Written, draft
from channelwise.drafts.decode import source_of, unusable
from channelwise.drafts.fields import Fields, JsonFields
from channelwise.drafts.front import front_document, parts
from channelwise.drafts.json_text import TEXT, json_document, runs
from channelwise.drafts.model import Draft, Spot
from channelwise.drafts.pictures_in_text import Body, picture_problems, plain, without_pictures
from channelwise.drafts.places import Found, contents
from channelwise.drafts.problems import problem
from channelwise.errors import BadInput, Problem
from channelwise.files.lines import Lines
from channelwise.files.problems import from_pydantic
from channelwise.files.show import printable
from channelwise.files.text_in import MOST_PROBLEMS
from channelwise.files.tree import Document
from channelwise.files.tree import Path as DataPath

_Model = TypeVar("_Model", bound=Fields)
_PLAIN: Final = ".txt"
_JSON: Final = ".json"


def read_drafts(places: Sequence[str]) -> list[Draft]:
    r"""The drafts in files and folders, in the order of `places`; each file is read once.

    A place is a file, a folder (all `*.md`, `*.txt` and `*.json` in it and below, in the order
    of their names, without hidden ones) or `-`, which is Markdown from standard input.

    Markdown and text may begin with a front matter: YAML between a first line `---` and the next
    line `---`. One blank line below it is layout. The text is what follows, code point by code
    point, without the line break at its end; no further `---` means anything.

    In Markdown, a picture `![what it shows](file)` that has a line to itself is taken out of the
    text and added to the media, since that is how people show where it belongs, and no
    network would show those signs as a picture. One blank line goes with it if two would meet.
    Inside a sentence it stays as it is written. In `.txt` and JSON the text is never touched.

    JSON is one object with `text` and the fields of a front matter, or a list of such objects.
    Media are looked for beside the draft that names them.

    Raises:
        BadInput: with every problem of every file, each with its place and a way to mend it.

    Example:
        >>> read_drafts(["drafts", "-"])  # doctest: +SKIP
        [Draft(file='drafts/opening.md', ...), Draft(file='<stdin>', ...)]

    """
    drafts, problems = list[Draft](), list[Problem]()
    for found in contents(places):
        if isinstance(found, Problem):
            problems.append(found)
            continue
        try:
            drafts += _drafts(found)
        except BadInput as error:
            problems += error.problems
    if problems:
        raise BadInput(problems)
    return drafts


def draft_from(text: str | bytes, file: str = "<draft>", folder: Path | None = None) -> Draft:
    r"""The draft in a Markdown text; `folder` is where its media are looked for.

    Raises:
        BadInput: with every problem of the text.

    Example:
        >>> draft_from("---\nnetworks: acme\n---\nFresh bread!\n").text
        'Fresh bread!'

    """
    return _drafts(Found(file, folder or Path(), text, ".md"))[0]


def _drafts(found: Found) -> list[Draft]:
    file = printable(found.name)
    origin = Origin(file, found.folder, source_of(found.raw, file))
    if found.suffix == _JSON:
        return _json_drafts(origin)
    return [_written_draft(origin, with_pictures=found.suffix != _PLAIN)]


def _written_draft(origin: Origin, *, with_pictures: bool) -> Draft:
    source, file = origin.source, origin.file
    cut = parts(source, file)
    body = without_pictures(source, cut.body) if with_pictures else plain(source, cut.body)
    problems = [*unusable(source, cut.body, file), *picture_problems(body, source, file)]
    try:
        document = front_document(cut.front, file)
        fields = _checked(Fields, document, (), document.data)
    except BadInput as error:
        raise BadInput([*error.problems, *problems][:MOST_PROBLEMS]) from None
    if problems:
        raise BadInput(problems[:MOST_PROBLEMS])
    made = draft(origin, fields, document, _as_written(body, source))
    if _is_empty(made):
        raise BadInput([problem("nothing_to_post", file)])
    return made


def _as_written(body: Body, source: str) -> Written:
    at = Spot(*Lines(source).place(body.runs[0].source))
    return Written(body.text, at, tuple(body.runs), tuple(body.pictures))


def _is_empty(made: Draft) -> bool:
    return not (made.text.strip() or made.media or made.poll or made.link)


def _json_drafts(origin: Origin) -> list[Draft]:
    document = json_document(origin.source, origin.file)
    starts = _line_starts(origin.source)
    drafts, problems = list[Draft](), list[Problem]()
    for top, entry in _entries(document):
        try:
            drafts.append(_json_draft(origin, document, top, entry, starts))
        except BadInput as error:
            problems += error.problems
    if problems:
        raise BadInput(problems[:MOST_PROBLEMS])
    return drafts


def _entries(document: Document) -> Iterator[tuple[DataPath, Any]]:
    data = document.data
    if isinstance(data, dict):
        yield (), data
    elif isinstance(data, list) and data:
        yield from (((index,), entry) for index, entry in enumerate(data))
    else:
        raise BadInput([problem("json_top", document.file, document.place(()))])


def _json_draft(
    origin: Origin, document: Document, top: DataPath, entry: Any, starts: list[int]
) -> Draft:
    fields = _checked(JsonFields, document, top, entry)
    place = document.place((*top, TEXT))
    text = fields.text.replace("\r\n", "\n").removesuffix("\n")
    lies = runs(origin.source, starts[place.line - 1] + place.column - 1)
    made = draft(origin, fields, document, Written(text, None, lies), top)
    if _is_empty(made):
        raise BadInput([problem("nothing_to_post", origin.file, place)])
    return made


def _line_starts(source: str) -> list[int]:
    starts = [0]
    for line in source.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts


def _checked(model: type[_Model], document: Document, top: DataPath, entry: Any) -> _Model:
    try:
        return model.model_validate(entry)
    except ValidationError as error:
        raise BadInput(from_pydantic(error, document, top, model)) from None

"""Reads drafts of posts: Markdown and text with a front matter, and JSON."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import ValidationError

from channelwise.drafts.build import Origin, Written, draft
from channelwise.drafts.comments import comment_problems, without_comments
from channelwise.drafts.decode import VISIBLE, source_of, unusable
from channelwise.drafts.fields import Fields, JsonFields
from channelwise.drafts.front import front_document, parts
from channelwise.drafts.json_text import TEXT, holds_drafts, json_document, runs
from channelwise.drafts.model import Draft, Spot
from channelwise.drafts.pictures_in_text import Body, picture_problems, plain, without_pictures
from channelwise.drafts.places import MOST_FILES, MOST_MIB, Found, LeaveOut, contents
from channelwise.drafts.problems import of_file, problem
from channelwise.errors import BadInput, Problem
from channelwise.files.lines import Lines
from channelwise.files.problems import from_pydantic
from channelwise.files.show import printable
from channelwise.files.text_in import MOST_PROBLEMS
from channelwise.files.tree import Document, Place
from channelwise.files.tree import Path as DataPath

_Model = TypeVar("_Model", bound=Fields)
_PLAIN: Final = ".txt"
_JSON: Final = ".json"


def _none(_: Path) -> bool:
    return False


def read_drafts(places: Sequence[str], leave_out: LeaveOut = _none) -> list[Draft]:
    r"""The drafts in files and folders, in the order of `places`; each file is read once.

    A place is a file, a folder (all `*.md`, `*.markdown`, `*.txt` and `*.json` in it and below, in
    the order of their names, without hidden ones) or `-`, standard input: JSON if it begins as an
    object or a list of objects does, else Markdown.

    Markdown and text may begin with a front matter: YAML between a first line `---` and the next
    line `---`. One blank line below it is layout. The text is what follows, code point by code
    point, without the line break at its end; no further `---` means anything.

    In Markdown, a picture `![what it shows](file)` that has a line to itself is taken out of the
    text and added to the media, since that is how people show where it belongs, and no
    network would show those signs as a picture. One blank line goes with it if two would meet.
    Inside a sentence it stays as it is written. Comments, `<!-- not for the post -->`, are taken
    out wherever they stand, with what they hold; only exceptions stay until they are read. In
    `.txt` and JSON the text is never touched.

    JSON is one object with `text` and the fields of a front matter, or a list of such objects.
    Media are looked for beside the draft that names them. Of folders, files for which `leave_out`
    is true are passed over.

    Raises:
        BadInput: with every problem of every file, each with its place and a way to mend it.

    Example:
        >>> read_drafts(["drafts", "-"])  # doctest: +SKIP
        [Draft(file='drafts/opening.md', ...), Draft(file='<stdin>', ...)]

    """
    drafts, problems = readable_drafts(places, leave_out)
    if problems:
        raise BadInput(problems)
    return drafts


def readable_drafts(
    places: Sequence[str], leave_out: LeaveOut = _none
) -> tuple[list[Draft], list[Problem]]:
    """As `read_drafts`, but what can be read is read, beside the problems of the rest."""
    drafts, problems = list[Draft](), list[Problem]()
    for found in contents(places, leave_out):
        if isinstance(found, Problem):
            problems.append(found)
            continue
        read, wrong = _drafts(found)
        drafts += read
        problems += wrong
        if len(drafts) > MOST_FILES:
            return [], [*problems, _too_many(found.name)]
    return drafts, problems


def _too_many(file: str) -> Problem:
    return of_file("too_many", file, files=MOST_FILES, size=MOST_MIB)


def draft_from(text: str | bytes, file: str = "<draft>", folder: Path | None = None) -> Draft:
    r"""The draft in a Markdown text; `folder` is where its media are looked for.

    Raises:
        BadInput: with every problem of the text.

    Example:
        >>> draft_from("---\nnetworks: acme\n---\nFresh bread!\n").text
        'Fresh bread!'

    """
    return _written_draft(_origin(Found(file, folder or Path(), text, ".md")), is_markdown=True)


def _drafts(found: Found) -> tuple[list[Draft], list[Problem]]:
    """The drafts of a file that can be read, and what is wrong with the others."""
    try:
        origin = _origin(found)
        if found.suffix == _JSON or (not found.suffix and holds_drafts(origin.source)):
            return _json_drafts(origin)
        return [_written_draft(origin, is_markdown=found.suffix != _PLAIN)], []
    except BadInput as error:
        return [], list(error.problems)


def _origin(found: Found) -> Origin:
    file = printable(found.name)
    return Origin(file, found.folder, source_of(found.raw, file))


def _written_draft(origin: Origin, *, is_markdown: bool) -> Draft:
    source, file = origin.source, origin.file
    begin = parts(source, file)
    body, problems = plain(source, begin.body), unusable(source, begin.body, file)
    if is_markdown:
        problems += comment_problems(source, begin.body, file)
        body = without_pictures(*without_comments(source, begin.body))
        problems += picture_problems(body, source, file)
    try:
        document = front_document(begin.front, file)
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
    seen = VISIBLE.search(made.text)
    return not (seen or made.media or made.poll or made.link)


def _json_drafts(origin: Origin) -> tuple[list[Draft], list[Problem]]:
    document = json_document(origin.source, origin.file)
    if isinstance(document.data, list) and len(document.data) > MOST_FILES:
        raise BadInput([_too_many(origin.file)])
    starts = _line_starts(origin.source)
    drafts, problems = list[Draft](), list[Problem]()
    for top, entry, part in _entries(document):
        try:
            drafts.append(_json_draft(origin, part, top, entry, starts))
        except BadInput as error:
            problems += error.problems
    return drafts, problems[:MOST_PROBLEMS]


def _entries(document: Document) -> Iterator[tuple[DataPath, Any, Document]]:
    """Each draft of a document, with the part of the document that is about it."""
    data = document.data
    if isinstance(data, dict):
        yield (), data, document
    elif isinstance(data, list) and data:
        with_parts = zip(data, _by_entry(document), strict=True)
        yield from (((index,), *both) for index, both in enumerate(with_parts))
    else:
        raise BadInput([problem("json_top", document.file, document.place(()))])


def _by_entry(document: Document) -> list[Document]:
    """The document for each entry of its list, with no other entry's places to look through."""
    top = document.place(())
    places: list[dict[DataPath, Place]] = [{(): top} for _ in document.data]
    keys: list[dict[DataPath, Place]] = [{} for _ in document.data]
    for found, apart in ((document.places, places), (document.key_places, keys)):
        for path, place in found.items():
            if path and isinstance(path[0], int):
                apart[path[0]][path] = place
    file, data = document.file, document.data
    return [Document(file, data, *both) for both in zip(places, keys, strict=True)]


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

"""From the errors of a pydantic model to problems with a place in the file."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from channelwise.errors import Problem
from channelwise.files.expected import (
    LITERALS,
    TYPES,
    Said,
    range_said,
    type_said,
    value_said,
    words,
)
from channelwise.files.nearest import nearest
from channelwise.files.say import listed, problem
from channelwise.files.schema_at import SchemaAt
from channelwise.files.show import found, shortened
from channelwise.files.tree import Document, Path, dotted

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError
    from pydantic_core import ErrorDetails

_KEY_MARK: Final = "[key]"
_MOST_KNOWN: Final = 12
_ANSWERS: Final = {
    **dict.fromkeys(("yes", "y", "on", "بله", "آری"), "true"),
    **dict.fromkeys(("no", "n", "off", "نه", "خیر"), "false"),
}


def from_pydantic(
    error: "ValidationError",
    document: Document,
    prefix: Path = (),
    model: "type[BaseModel] | None" = None,
) -> list[Problem]:
    """The problems of a document whose data at `prefix` a model refused, in order of place.

    A wrong value is placed where it stands, a missing key where its parent begins, an
    unknown key at the key. `model`, the model that refused, tells the keys that a mapping may
    have, for "did you mean", and both bounds of a number where the error knows one. A validator
    that raises `PydanticCustomError(kind, english, {"fa": persian})` is quoted in both languages.

    Example:
        >>> str(from_pydantic(error, document)[0])  # doctest: +SKIP
        "brief.yaml:3:9: business.looks: expected one of: plain, attractive, striking; \
found 'atractive'; did you mean 'attractive'?"

    """
    reader = _Reader(document, prefix, SchemaAt(model))
    problems = [reader.problem(group) for group in reader.groups(error)]
    return sorted(problems, key=lambda one: (one.line, one.column))


def shape_problems(document: Document, model: "type[BaseModel]") -> list[Problem]:
    """What a model has against a document; none if it accepts it."""
    from pydantic import ValidationError

    try:
        model.model_validate(document.data)
    except ValidationError as error:
        return from_pydantic(error, document, model=model)
    return []


@dataclass(frozen=True, slots=True)
class _Group:
    """The errors of one value or of one key: several where a union has several branches."""

    path: Path
    of_key: bool
    details: list["ErrorDetails"]

    @property
    def only_types(self) -> bool:
        return all(one["type"] in TYPES or one["type"] in LITERALS for one in self.details)


@dataclass(frozen=True, slots=True)
class _Reader:
    document: Document
    prefix: Path
    schema: SchemaAt

    def groups(self, error: "ValidationError") -> list[_Group]:
        """The errors by place, without those of union branches that were not meant."""
        groups: dict[tuple[Path, bool], _Group] = {}
        for one in error.errors(include_url=False):
            path, of_key = self._path(one)
            groups.setdefault((path, of_key), _Group(path, of_key, [])).details.append(one)
        # A value of another type can have no errors inside, so where there are some, the
        # type was that of one branch, and the other branches were not meant.
        parents = {path[:length] for path, _ in groups for length in range(len(path))}
        return [
            group
            for group in groups.values()
            if group.of_key or not (group.only_types and group.path in parents)
        ]

    def problem(self, group: _Group) -> Problem:
        """One problem for all errors of a value or key."""
        kinds = {one["type"]: one for one in group.details}
        if "missing" in kinds:
            return self._said(group, Said("missing", {}))
        if "extra_forbidden" in kinds:
            return self._unknown_key(group)
        right_type = [
            one for one in group.details if one["type"] not in TYPES and one["type"] not in LITERALS
        ]
        choice = [word for one in group.details if one["type"] in LITERALS for word in words(one)]
        if right_type:
            bounds = self.schema.bounds(self._inner(group.path))
            return self._said(group, value_said(right_type[0], bounds))
        return self._wrong_type(group, choice)

    def _wrong_type(self, group: _Group, choice: list[str]) -> Problem:
        value = group.details[0]["input"]
        types = [TYPES[one["type"]] for one in group.details if one["type"] in TYPES]
        bounds = self.schema.bounds(self._inner(group.path))
        if len(types) == 1 and not choice and types[0].endswith("number") and all(bounds):
            return self._said(group, range_said(types[0], bounds, value))
        if group.of_key and choice:
            said = Said("key_words", {"words": listed(choice)})
        else:
            said = type_said(types, choice, value)
        return self._said(group, said, _hint(value, types, choice))

    def _unknown_key(self, group: _Group) -> Problem:
        parent, key = group.path[:-1], str(group.path[-1])
        known = self.schema.keys(self._inner(parent))
        given = _at(self.document.data, parent)
        free = [word for word in dict.fromkeys(known) if not _has(given, word)]
        close = nearest(key, free)
        if close or not free:
            return self._said(group, Said("unknown_key", {}), close)
        return self._said(group, Said("unknown_key_of", {"known": listed(free[:_MOST_KNOWN])}))

    def _said(self, group: _Group, said: Said, suggestion: str = "") -> Problem:
        path, file = group.path, self.document.file
        if group.details[0]["type"] == "missing":
            place = self.document.place(path[:-1])
        elif group.of_key:
            place = self.document.key_place(path)
        else:
            place = self.document.place(path)
        field = dotted(tuple(shortened(one) if isinstance(one, str) else one for one in path))
        return problem(said.key, file, place, field, suggestion, **said.values)

    def _inner(self, path: Path) -> Path:
        return path[len(self.prefix) :]

    def _path(self, details: "ErrorDetails") -> tuple[Path, bool]:
        """The data path of an error, and whether it is about the key; tags of unions and the
        names of validators, which pydantic puts between the keys, are left out.
        """
        location, kind = details["loc"], details["type"]
        path, value = self.prefix, _at(self.document.data, self.prefix)
        for index, part in enumerate(location):
            if part == _KEY_MARK and index and not _has(value, part):
                return path, True
            if _has(value, part):
                path, value = (*path, part), _at(value, (part,))
        if kind == "missing":
            path = (*path, location[-1])
        return path, kind == "extra_forbidden"


def _has(value: Any, part: str | int) -> bool:
    if isinstance(value, dict):
        return part in value
    return isinstance(value, list) and isinstance(part, int) and 0 <= part < len(value)


def _at(value: Any, path: Path) -> Any:
    for part in path:
        if not _has(value, part):
            return None
        value = value[part]
    return value


def _hint(value: Any, types: list[str], choice: list[str]) -> str:
    """What was probably meant: a near word, `true` for `yes`, or quotes around a number."""
    if isinstance(value, str):
        close = nearest(value, choice)
        return close or (_ANSWERS.get(value.casefold(), "") if "flag" in types else "")
    if "text" in types and isinstance(value, int | float):
        return f'"{found(value)}"'
    return ""

"""YAML with places, from the events of libyaml.

Only what plain data needs: no anchors, aliases, tags or merge keys, one document, text keys,
and scalars by YAML 1.2. Events are read in a loop, so depth costs no stack.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from channelwise.errors import BadInput, Problem
from channelwise.files.limits import MOST_DEPTH, checked
from channelwise.files.say import problem
from channelwise.files.scalars import resolved
from channelwise.files.show import shortened
from channelwise.files.syntax import syntax_error
from channelwise.files.text_in import MOST_PROBLEMS
from channelwise.files.tree import START, Document, Path, Place, dotted

# libyaml is eight times as fast; a PyYAML that was built without it still reads.
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse_yaml(text: str, file: str) -> Document:
    """The document in a checked text.

    Raises:
        BadInput: with all mistakes up to the first one that leaves the rest without meaning.

    """
    builder = _Builder(file)
    for event in _events(text, file):
        builder.take(event)
        if builder.stopped or len(builder.problems) >= MOST_PROBLEMS:
            break
    if builder.problems:
        raise BadInput(builder.problems)
    if builder.blank:
        raise BadInput([problem("empty", file)])
    return checked(Document(file, builder.data, builder.places, builder.key_places))


def _events(text: str, file: str) -> Iterator[Any]:
    try:
        yield from yaml.parse(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reason = " ".join(filter(None, (error.problem, error.context)))
        raise _explained(reason, text, file, mark) from None
    except yaml.YAMLError as error:
        raise syntax_error(str(error), file, START) from None


def _explained(reason: str, text: str, file: str, mark: Any) -> BadInput:
    place = _place(mark) if mark else START
    if mark and "cannot start any token" in reason and text[mark.index : mark.index + 1] == "\t":
        return BadInput([problem("tab", file, place)])
    return syntax_error(reason, file, place)


def _place(mark: Any) -> Place:
    return Place(mark.line + 1, mark.column + 1)


@dataclass(slots=True)
class _Open:
    """A mapping or list that has begun; `key` is the key that waits for its value."""

    path: Path
    node: dict[str, Any] | list[Any]
    key: str | None = None


@dataclass(slots=True)
class _Builder:
    file: str
    data: Any = None
    blank: bool = True
    places: dict[Path, Place] = field(default_factory=dict)
    key_places: dict[Path, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    stopped: bool = False
    open: list[_Open] = field(default_factory=list)

    def take(self, event: Any) -> None:
        """Add one event; `stopped` tells that no further one makes sense."""
        match event:
            case yaml.ScalarEvent():
                self._check_marks(event)
                self._scalar(event)
            case yaml.MappingStartEvent():
                self._check_marks(event)
                self._begin(event, {})
            case yaml.SequenceStartEvent():
                self._check_marks(event)
                self._begin(event, [])
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.open.pop()
            case yaml.AliasEvent():
                self._report("alias", event)
                self.stopped = self._wants_key()
                if not self.stopped:
                    self._add(None, event)
            case yaml.DocumentStartEvent() if self.places:
                self._report("documents", event, stop=True)

    def _wants_key(self) -> bool:
        top = self.open[-1] if self.open else None
        return top is not None and isinstance(top.node, dict) and top.key is None

    def _report(self, key: str, event: Any, stop: bool = False, **values: str) -> None:
        at = dotted(self.open[-1].path) if self.open else ""
        self.problems.append(problem(key, self.file, _place(event.start_mark), at, **values))
        self.stopped = stop

    def _check_marks(self, event: Any) -> None:
        if event.anchor is not None:
            self._report("alias", event)
        elif event.tag is not None:
            self._report("tag", event)

    def _scalar(self, event: Any) -> None:
        plain = event.implicit[0]
        value = resolved(event.value) if plain else event.value
        if self._wants_key():
            self._key(event, value, plain)
        else:
            self._add(value, event)

    def _key(self, event: Any, value: Any, plain: bool) -> None:
        top, key = self.open[-1], event.value
        if not key and plain:
            self._report("key_missing", event)
        elif not isinstance(value, str):
            self._report("key_in_quotes", event, name=shortened(key))
        elif plain and key == "<<":
            self._report("merge", event)
        path = (*top.path, key)
        if path in self.key_places:
            first = self.key_places[path].line
            place = _place(event.start_mark)
            twice = problem("duplicate_key", self.file, place, dotted(path), first=str(first))
            self.problems.append(twice)
        self.key_places.setdefault(path, _place(event.start_mark))
        top.key = key

    def _begin(self, event: Any, node: dict[str, Any] | list[Any]) -> None:
        if self._wants_key():
            self._report("key_is_collection", event, stop=True)
        elif len(self.open) >= MOST_DEPTH:
            self._report("too_deep", event, stop=True, limit=str(MOST_DEPTH))
        else:
            self.open.append(_Open(self._add(node, event), node))

    def _add(self, value: Any, event: Any) -> Path:
        path: Path = ()
        if not self.open:
            self.data, self.blank = value, value is None and not getattr(event, "value", "")
        elif isinstance(node := self.open[-1].node, list):
            path = (*self.open[-1].path, len(node))
            node.append(value)
        elif (key := self.open[-1].key) is not None:
            path = (*self.open[-1].path, key)
            node[key] = value
            self.open[-1].key = None
        self.places[path] = _place(event.start_mark)
        return path

"""What a model's JSON Schema says about the value at a path: its bounds and its keys."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from pydantic import BaseModel
from pydantic.errors import PydanticUserError

from channelwise.files.tree import Path

Node = Mapping[str, Any]
_NOTHING: Final[Node] = {}
_BRANCHES: Final = ("anyOf", "oneOf", "allOf")


class SchemaAt:
    """The schema of a model, asked by data path. Every answer is empty where it is silent."""

    def __init__(self, model: type[BaseModel] | None) -> None:
        try:
            self._root: Node = model.model_json_schema() if model else _NOTHING
        except PydanticUserError:  # some types have no JSON Schema; the errors can do without
            self._root = _NOTHING

    def keys(self, path: Path) -> tuple[str, ...]:
        """The fields that the mapping at `path` may have."""
        return tuple(key for node in self._at(path) for key in node.get("properties", ()))

    def bounds(self, path: Path) -> tuple[str, str]:
        """The least and the greatest number allowed at `path`, as text; '' for none."""
        for node in self._at(path):
            if "minimum" in node or "maximum" in node:
                return _number(node.get("minimum")), _number(node.get("maximum"))
        return "", ""

    def _at(self, path: Path) -> list[Node]:
        nodes = list(self._branches(self._root))
        for part in path:
            nodes = [
                branch
                for node in nodes
                for inner in _inside(node, part)
                for branch in self._branches(inner)
            ]
        return nodes

    def _branches(self, node: Node) -> Iterator[Node]:
        """The node itself, its references followed, and each of its alternatives."""
        waiting, seen = [node], set[str]()
        while waiting:
            node = waiting.pop(0)
            name = str(node.get("$ref", "")).rpartition("/")[2]
            if name and name not in seen:
                seen.add(name)
                waiting.append(self._root.get("$defs", _NOTHING).get(name, _NOTHING))
            for kind in _BRANCHES:
                waiting.extend(node.get(kind, ()))
            yield node


def _inside(node: Node, part: str | int) -> Iterator[Node]:
    if isinstance(part, int):
        children = [node.get("items")]
    elif part in node.get("properties", _NOTHING):
        children = [node["properties"][part]]
    else:
        patterns = node.get("patternProperties", _NOTHING)
        children = [node.get("additionalProperties"), *patterns.values()]
    yield from (child for child in children if isinstance(child, dict))


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)

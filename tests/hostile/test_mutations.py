"""Whatever is done to a valid file, reading it answers or raises BadInput, and nothing else."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from channelwise import BadInput
from channelwise.brief.read import brief_from
from channelwise.files.read import parse_document
from channelwise.load import bundle, reading
from channelwise.rules.build import rule as build_rule
from channelwise.rules.trial import failures

SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**18), 10**18), st.floats(), st.text(max_size=12),
    st.sampled_from(["always", "is", "field", "fact", "condition", "US", "no", "{}", "{network.name}", "b2c"]),
)  # fmt: skip
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=5,
)
LINES = st.one_of(
    st.text(max_size=20), st.sampled_from(["- ", "  ", "a:", "&a b", "*a", "? x", "{", "]", "---", "!t v", "\t", "'"])
)  # fmt: skip
MANY = settings(max_examples=150)


def _lines_changed(data: st.DataObject, text: str) -> str:
    """One to three lines deleted, doubled, replaced, joined or shifted."""
    lines = text.split("\n")
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(lines) - 1))
        new = data.draw(LINES)
        match data.draw(
            st.sampled_from(["delete", "double", "replace", "join", "shift", "insert"])
        ):
            case "delete":
                lines[at : at + 1] = [] if len(lines) > 1 else lines
            case "double":
                lines.insert(at, lines[at])
            case "replace":
                lines[at] = new
            case "join":
                lines[at] += new
            case "shift":
                lines[at] = "  " + lines[at]
            case _:
                lines.insert(at, new)
    return "\n".join(lines)


def _places(tree: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path] if path else []
    if isinstance(tree, dict):
        for key, value in tree.items():
            found += _places(value, (*path, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            found += _places(value, (*path, index))
    return found


def _at(tree: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        tree = tree[step]
    return tree


def _node_changed(data: st.DataObject, tree: Any) -> Any:
    """One to three nodes deleted, replaced, renamed, doubled or moved elsewhere."""
    for _ in range(data.draw(st.integers(1, 3))):
        places = _places(tree)
        if not places:
            break
        *parents, last = data.draw(st.sampled_from(places))
        holder = _at(tree, tuple(parents))
        match data.draw(st.sampled_from(["delete", "replace", "rename", "double", "move"])):
            case "delete":
                del holder[last]
            case "replace":
                holder[last] = data.draw(VALUES)
            case "rename" if isinstance(holder, dict):
                holder[data.draw(st.text(max_size=8))] = holder.pop(last)
            case "double" if isinstance(holder, list):
                holder.insert(last, holder[last])
            case _:
                holder[last] = deepcopy(_at(tree, data.draw(st.sampled_from(places))))
    return tree


def _never_crashes(read: Callable[[], Any]) -> None:
    try:
        read()
    except BadInput as error:
        assert error.problems
        for problem in error.problems:
            assert problem.message
            assert problem.line >= 0


def _changed(data: st.DataObject, text: str) -> str:
    if data.draw(st.booleans()):
        return _lines_changed(data, text)
    tree = _node_changed(data, yaml.safe_load(text))
    return str(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False))


@MANY
@given(data=st.data())
def test_brief(data: st.DataObject, valid_brief: str) -> None:
    """A changed brief is a brief or bad input."""
    text = _changed(data, valid_brief)
    _never_crashes(lambda: brief_from(parse_document(text, "brief.yaml", "yaml")))


@MANY
@given(data=st.data())
def test_rules(data: st.DataObject, valid_rules: str) -> None:
    """A changed rule file is bad input, or rules that can be built and whose examples run."""
    text = _changed(data, valid_rules).encode("utf-8", "surrogatepass")

    def read() -> None:
        for plain in reading.pack([("mine.yaml", text)], bundle.core().data)["rules"]:
            list(failures(build_rule(plain, {}, "mine", None)))

    _never_crashes(read)


@MANY
@given(data=st.data(), part=st.sampled_from(["network.yaml", "facts.yaml", "rules.yaml"]))
def test_network(data: st.DataObject, part: str, valid_network: dict[str, str]) -> None:
    """A changed network folder is a network that can be built, or bad input."""
    from channelwise.networks.build import network

    files = {**valid_network, part: _changed(data, valid_network[part])}
    encoded = {name: (name, text.encode("utf-8", "surrogatepass")) for name, text in files.items()}

    def read() -> None:
        network(reading.network(encoded, bundle.core().data), "acme", "acme", "acme")

    _never_crashes(read)

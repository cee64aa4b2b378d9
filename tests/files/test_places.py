"""Data equal to what the standard parsers give, and the places of all of it."""

import json
import tomllib
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from channelwise.errors import BadInput
from channelwise.files import yaml_text
from channelwise.files.problem_texts import MESSAGES
from channelwise.files.read import Kind, parse_document
from channelwise.files.tree import Document, Place, dotted

WORDS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Cn", "Co")), max_size=12
)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**14), 10**14)
    | st.floats(allow_nan=False, allow_infinity=False)
    | WORDS
)
TREES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=20,
)
TABLES = st.dictionaries(WORDS, TREES, min_size=1, max_size=4)


def paths(data: Any, path: tuple[str | int, ...] = ()) -> dict[tuple[str | int, ...], bool]:
    """All paths of the data; true where the last part is a key."""
    found = {path: bool(path) and isinstance(path[-1], str)}
    if isinstance(data, dict | list):
        pairs = data.items() if isinstance(data, dict) else enumerate(data)
        for key, value in pairs:
            found |= paths(value, (*path, key))
    return found


def offset(text: str, place: Place) -> int:
    return sum(len(line) + 1 for line in text.split("\n")[: place.line - 1]) + place.column - 1


def parsed(raw: str | bytes, kind: Kind) -> Document | None:
    """The document, or None where it was refused with problems that say something."""
    try:
        return parse_document(raw, "f", kind)
    except BadInput as error:
        problems = error.problems
    assert problems
    assert all(one.message and one.key in MESSAGES for one in problems)
    return None


def check_places(document: Document, text: str) -> None:
    every = paths(document.data)
    assert set(document.places) == set(every)
    assert set(document.key_places) == {path for path, is_key in every.items() if is_key}
    for place in (*document.places.values(), *document.key_places.values()):
        assert 0 <= offset(text, place) <= len(text) + 1  # a value that is left out


@given(TREES, st.sampled_from([None, 1, "\t"]), st.booleans())
def test_json_has_the_data_of_the_standard_parser_and_all_places(
    data: Any, indent: int | str | None, ascii_only: bool
) -> None:
    """JSON gives what `json.loads` gives, and each value stands at its place."""
    text = json.dumps(data, indent=indent, ensure_ascii=ascii_only)
    document = parse_document(text, "f.json", "json")
    assert document.data == json.loads(text)
    check_places(document, text)
    decoder = json.JSONDecoder()
    for path, place in document.places.items():
        value = document.data
        for part in path:
            value = value[part]
        assert decoder.raw_decode(text, offset(text, place))[0] == value
    for path, place in document.key_places.items():
        assert decoder.raw_decode(text, offset(text, place))[0] == path[-1]


@given(TREES)
def test_yaml_reads_what_a_yaml_writer_wrote(data: Any) -> None:
    """Data written as YAML with all texts quoted comes back, with a place for all of it."""
    tree = yaml.compose(yaml.safe_dump(data, allow_unicode=True))
    plain = yaml.serialize(_untagged(tree), allow_unicode=True)
    if not plain.strip(". \n"):
        return
    document = parse_document(plain, "f.yaml", "yaml")
    assert document.data == data
    check_places(document, plain)


def _untagged(node: Any) -> Any:
    """The node with texts in double quotes and all other scalars plain."""
    if isinstance(node, yaml.ScalarNode):
        is_text = node.tag.endswith(":str")
        node.style = '"' if is_text else None
    elif isinstance(node, yaml.SequenceNode):
        node.value = [_untagged(child) for child in node.value]
    else:
        node.value = [(_untagged(key), _untagged(value)) for key, value in node.value]
    return node


def toml(value: Any) -> str:
    if isinstance(value, dict):
        return (
            "{" + ", ".join(f"{toml(str(key))} = {toml(one)}" for key, one in value.items()) + "}"
        )
    if isinstance(value, list):
        return "[ # list\n" + "".join(f"{toml(one)},\n" for one in value) + "]"
    if isinstance(value, bool) or value is None:
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(value) if "." in repr(value) or "e" in repr(value) else f"{value}.0"
    return json.dumps(value, ensure_ascii=False)


@given(TABLES, st.booleans())
def test_toml_has_the_data_of_the_standard_parser_and_all_places(
    tables: dict[str, Any], headers: bool
) -> None:
    """TOML gives what `tomllib` gives, with a place for every key and value."""
    lines = [f"{toml(key)} = {toml(one)} # x\n" for key, one in tables.items()]
    if headers:
        lines += [f"[[{toml(key + 'x' * 13)} . t]]\n  a . 'b' = 1\n" for key in tables]
    text = "".join(lines)
    document = parse_document(text, "f.toml", "toml")
    assert document.data == tomllib.loads(text)
    check_places(document, text)


@given(st.binary(max_size=60) | st.text(max_size=60), st.sampled_from(["yaml", "json", "toml"]))
@example(b"", "yaml")
@example("a: !<tag:yaml.org,2002:binary> x", "yaml")
def test_any_bytes_give_a_document_or_bad_input(raw: str | bytes, kind: Any) -> None:
    """Nothing but BadInput is ever raised, whatever the bytes."""
    document = parsed(raw, kind)
    assert document is None or document.places


@given(
    st.lists(
        st.sampled_from(
            ["a", "b", ": ", ":", "- ", "\n", "  ", "\t", "[", "]", "{", "}", ",", "'", '"', "\\",
             "#", "&a", "*a", "!", "!!int ", "---\n", "...", "? ", "| ", "> ", "<<", "1", "=", ".",
             " = ", "%", "@", "NaN", "[[", "]]", '"""', "\r\n", "\\u202e", "2020-01-01", "-", "e9"]
        ),
        max_size=40,
    ).map("".join),
    st.sampled_from(["yaml", "json", "toml"]),
)  # fmt: skip
@example('"\\ud800"', "json")
def test_any_mix_of_marks_gives_a_document_or_bad_input(text: str, kind: Any) -> None:
    """The marks of the three languages in any order give data with places, or BadInput."""
    document = parsed(text, kind)
    if document:
        check_places(document, text)
    if document and kind == "toml":
        assert document.data == tomllib.loads(text)
    if document and kind == "json":
        assert document.data == json.loads(text)


def test_yaml_places() -> None:
    """A value is placed where it begins, also in flow style and when it is left out."""
    document = parse_document("a: 1\n# x\nب:\n  - {c: 2}\n  -\n", "f", "yaml")
    assert document.places == {
        (): (1, 1),
        ("a",): (1, 4),
        ("ب",): (4, 3),
        ("ب", 0): (4, 5),
        ("ب", 0, "c"): (4, 9),
        ("ب", 1): (5, 4),
    }
    assert document.key_places == {("a",): (1, 1), ("ب",): (3, 1), ("ب", 0, "c"): (4, 6)}


def test_toml_places() -> None:
    """Headers, arrays of tables, dotted and quoted keys are found where they are written."""
    text = (
        "x = [1, {y = 2}]\n[a . 'b c']\nd.\"e\\u0041\" = 3\n"
        "[[g]]\n[[g]]\n[g.h]\ni = '''\nz'''''\nj=1\n"
    )
    document = parse_document(text, "f", "toml")
    assert document.data == tomllib.loads(text)
    assert document.place(("x", 1, "y")) == (1, 14)
    assert document.place(("a",)) == (2, 1)
    assert document.key_place(("a", "b c")) == (2, 6)
    assert document.place(("a", "b c", "d", "eA")) == (3, 15)
    assert document.place(("g", 0)) == (4, 1)
    assert document.place(("g", 1)) == (5, 1)
    assert document.place(("g", 1, "h", "i")) == (7, 5)
    assert document.key_place(("g", 1, "h", "j")) == (9, 1)


def test_a_bom_and_crlf_move_no_place() -> None:
    """Places count what an editor shows: no BOM, and CRLF as one line end."""
    document = parse_document(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", "f", "yaml")
    assert (document.place(("a",)), document.place(("b",))) == ((1, 4), (2, 4))


def test_a_missing_path_has_the_place_of_its_nearest_ancestor() -> None:
    """A path that is not in the file is placed at what is there of it."""
    document = parse_document("a:\n  b: 1", "f", "yaml")
    assert document.place(("a", "b", "c", 3)) == (2, 6)
    assert document.place(("z",)) == (1, 1)
    assert document.key_place(("a", "z")) == (2, 3)


def test_a_path_is_written_as_people_write_it() -> None:
    """Keys are joined by dots, indexes stand in brackets, unusual keys in quotes."""
    assert dotted(("audience", "ages", "18-29")) == "audience.ages.18-29"
    assert dotted(("accounts", 0, "kind")) == "accounts[0].kind"
    assert dotted((0, "a b", "c.d", "")) == '[0]."a b"."c.d".""'
    assert dotted(()) == ""


def test_a_pyyaml_without_libyaml_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """The slower loader gives the same data and places."""
    text = "a: [1, {b: 'x'}]\nc: |\n  y\n"
    fast = parse_document(text, "f", "yaml")
    monkeypatch.setattr(yaml_text, "_LOADER", yaml.SafeLoader)
    assert parse_document(text, "f", "yaml") == fast

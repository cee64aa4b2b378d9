"""Texts that were made to hurt, or that a tired person saves by mistake."""

import json
import time
from typing import Any

import pytest

from channelwise.errors import BadInput
from channelwise.files.problem_texts import MESSAGES
from channelwise.files.read import Kind, parse_document
from channelwise.files.text_in import MAX_BYTES, MOST_PROBLEMS

LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{name}: &{name} [*{before}, *{before}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)

# kind, text, the key of the first problem, its line, its column (0 = the whole file)
HOSTILE: dict[str, tuple[Kind, str | bytes, str, int, int]] = {
    "empty": ("yaml", "", "empty", 0, 0),
    "blank": ("yaml", " \n\t\n", "empty", 0, 0),
    "only a comment": ("yaml", "# nothing\n", "empty", 0, 0),
    "only a document mark": ("yaml", "---\n", "empty", 0, 0),
    "only a BOM": ("yaml", b"\xef\xbb\xbf", "empty", 0, 0),
    "too large": ("yaml", "a: " + "x" * MAX_BYTES, "too_big", 0, 0),
    "too large in bytes alone": ("yaml", "a: " + "س" * (MAX_BYTES // 2), "too_big", 0, 0),
    "NUL": ("yaml", "a: b\nc: \0", "hidden", 2, 4),
    "NUL as bytes": ("yaml", b"\0", "hidden", 1, 1),
    "escape character": ("yaml", "a: \x1b[2J", "hidden", 1, 4),
    "delete": ("yaml", "a: b\x7f", "hidden", 1, 5),
    "next line C1": ("yaml", "a: b\x85c: d", "hidden", 1, 5),
    "line separator": ("yaml", "a: b\u2028c", "hidden", 1, 5),
    "lone carriage return": ("yaml", "a: b\rc: d", "hidden", 1, 5),
    "right-to-left override": ("yaml", "a: سلام\nb: x\u202ey", "hidden", 2, 5),
    "left-to-right isolate": ("yaml", "a: \u2066x", "hidden", 1, 4),
    "right-to-left mark": ("yaml", "a: x\u200f", "hidden", 1, 5),
    "Arabic letter mark": ("yaml", "a: x\u061c", "hidden", 1, 5),
    "second BOM": ("yaml", "\ufeffa: \ufeffb", "hidden", 1, 4),
    "not a character": ("yaml", "a: \uffff", "hidden", 1, 4),
    "lone surrogate": ("yaml", "a: \ud800", "hidden", 1, 4),
    "override written as an escape": ("yaml", 'a: "\\u202e"', "hidden", 1, 4),
    "NUL written as an escape": ("yaml", 'a: ["x", "\\0"]', "hidden", 1, 10),
    "NUL escaped in a key": ("yaml", 'a: {"\\0": 1}', "hidden", 1, 5),
    "Latin-1": ("yaml", "a: b\ncafé: x".encode("latin-1"), "not_utf8", 2, 4),
    "UTF-16": ("yaml", "a: b".encode("utf-16"), "not_utf8", 1, 1),
    "wrong byte after a BOM": ("yaml", b"\xef\xbb\xbfab\xff", "not_utf8", 1, 3),
    "encoded surrogate": ("yaml", b"a: \xed\xa0\x80", "not_utf8", 1, 4),
    "overlong slash": ("yaml", b"a: \xc0\xaf", "not_utf8", 1, 4),
    "deep lists": ("yaml", "[" * 100_000, "too_deep", 1, 33),
    "deep mappings": ("yaml", "{a: " * 100_000, "too_deep", 1, 129),
    "deep blocks": ("yaml", "- " * 100_000 + "x", "too_deep", 1, 65),
    "deep by indent": ("yaml", "".join(" " * i + "a:\n" for i in range(900)), "too_deep", 33, 33),
    "billion laughs": ("yaml", LAUGHS, "alias", 1, 4),
    "alias of itself": ("yaml", "a: &a [*a]", "alias", 1, 4),
    "anchor alone": ("yaml", "a: &x 1", "alias", 1, 4),
    "anchor of a key": ("yaml", "&x a: 1", "alias", 1, 1),
    "alias as a key": ("yaml", "*x : 1", "alias", 1, 1),
    "alias that is unknown": ("yaml", "a: *x", "alias", 1, 4),
    "anchor without a name": ("yaml", "a: & x", "alias", 1, 5),
    "python object": ("yaml", "!!python/object/apply:os.system [ls]", "tag", 1, 1),
    "python name": ("yaml", "a: !!python/name:os.system", "tag", 1, 4),
    "local tag": ("yaml", "a: !env HOME", "tag", 1, 4),
    "string tag": ("yaml", "a: !!str 5", "tag", 1, 4),
    "bare tag": ("yaml", "a: ! 5", "tag", 1, 4),
    "tag of an unknown handle": ("yaml", "a: !x!y 5", "tag", 1, 4),
    "tagged mapping": ("yaml", "a: !!omap\n  b: 1", "tag", 1, 4),
    "merge key": ("yaml", "a: 1\n<<: {b: 2}", "merge", 2, 1),
    "duplicate key": ("yaml", "a: 1\nb: 2\na: 3", "duplicate_key", 3, 1),
    "duplicate in quotes": ("yaml", "{a: 1, 'a': 2}", "duplicate_key", 1, 8),
    "number as a key": ("yaml", "a: 1\n2024: 5", "key_in_quotes", 2, 1),
    "truth as a key": ("yaml", "true: 5", "key_in_quotes", 1, 1),
    "null as a key": ("yaml", "~: 5", "key_in_quotes", 1, 1),
    "no key": ("yaml", "?\n: 5", "key_missing", 1, 2),
    "list as a key": ("yaml", "? [a]\n: 5", "key_is_collection", 1, 3),
    "two documents": ("yaml", "a: 1\n---\nb: 2", "documents", 2, 1),
    "NaN": ("yaml", "a: .nan", "not_finite", 1, 4),
    "infinity": ("yaml", "a: [1, -.inf]", "not_finite", 1, 8),
    "float beyond range": ("yaml", "a: 1e999", "not_finite", 1, 4),
    "sixteen digits": ("yaml", "a: 1234567890123456", "long_number", 1, 4),
    "the least number of sixteen digits": ("yaml", f"a: {10**15}", "long_number", 1, 4),
    "a million digits": ("yaml", "a: -" + "9" * 1_000_000, "long_number", 1, 4),
    "tab as indent": ("yaml", "a:\n\t- b", "tab", 2, 1),
    "open quote": ("yaml", "a: 'b\nc: d", "quote_open", 2, 5),
    "open list": ("yaml", "a: [b\nc: d", "comma_missing", 2, 2),
    "colon in a text": ("yaml", "a: b: c", "colon_in_text", 1, 5),
    "uneven indent": ("yaml", "a:\n  - b\n c: d", "indent", 3, 2),
    "at sign": ("yaml", "a: @acme", "text_quotes", 1, 4),
    "text after a quoted text": ("yaml", "'a' 'b'", "after_end", 1, 5),
    "unknown escape": ("yaml", 'a: "\\q"', "escape", 1, 5),
    "unknown YAML version": ("yaml", "%YAML 3.0\n---\na: 1", "syntax", 1, 1),
    "JSON: empty": ("json", "", "empty", 0, 0),
    "JSON: deep lists": ("json", "[" * 100_000, "too_deep", 1, 33),
    "JSON: deep objects": ("json", '{"a":' * 100_000, "too_deep", 1, 161),
    "JSON: deep and closed": ("json", "[" * 100_000 + "]" * 100_000, "too_deep", 1, 33),
    "JSON: NaN": ("json", '{"a": NaN}', "not_finite", 1, 7),
    "JSON: Infinity": ("json", "[1, -Infinity]", "not_finite", 1, 5),
    "JSON: float beyond range": ("json", "[1e999]", "not_finite", 1, 2),
    "JSON: a million digits": ("json", "[" + "9" * 1_000_000 + "]", "long_number", 1, 2),
    "JSON: duplicate key": ("json", '{"a": 1,\n "\\u0061": 2}', "duplicate_key", 2, 2),
    "JSON: lone surrogate": ("json", '["\\ud800"]', "hidden", 1, 2),
    "JSON: escaped override": ("json", '{"a": "\\u202e"}', "hidden", 1, 7),
    "JSON: raw tab in a string": ("json", '"a\tb"', "quote_open", 1, 3),
    "JSON: trailing text": ("json", "{} x", "after_end", 1, 4),
    "JSON: two documents": ("json", "{}\n{}", "after_end", 2, 1),
    "JSON: key without quotes": ("json", "{a: 1}", "key_quotes", 1, 2),
    "JSON: comment": ("json", "{} // no", "after_end", 1, 4),
    "JSON: half a million quotes": ("json", '\\"' * 500_000, "value_missing", 1, 1),
    "JSON: open": ("json", '{"a": "b', "quote_open", 1, 7),
    "TOML: only a comment": ("toml", "# nothing", "empty", 0, 0),
    "TOML: deep array": ("toml", "a = " + "[" * 100_000, "too_deep", 1, 37),
    "TOML: deep inline tables": ("toml", "a = " + "{b=" * 100_000, "too_deep", 1, 101),
    "TOML: deep key": ("toml", ".".join("a" * 400_000) + " = 1", "too_deep", 1, 66),
    "TOML: deep header": ("toml", "[" + ".".join("a" * 400_000) + "]", "too_deep", 1, 67),
    "TOML: deep by parts": (
        "toml",
        f"[{'.'.join('a' * 30)}]\n{'.'.join('b' * 30)} = 1",
        "too_deep",
        2,
        3,
    ),
    "TOML: date": ("toml", "a = 2026-11-23", "date", 1, 5),
    "TOML: time": ("toml", "a = [07:30:00]", "date", 1, 6),
    "TOML: date that is none": ("toml", "a = 2026-02-30", "date", 1, 5),
    "TOML: nan": ("toml", "a = 1\nb = nan", "not_finite", 2, 5),
    "TOML: inf": ("toml", "a = -inf", "not_finite", 1, 5),
    "TOML: sixteen digits": ("toml", "a = 1_234_567_890_123_456", "long_number", 1, 5),
    "TOML: ten thousand digits": ("toml", "a = " + "9" * 10_000, "long_number", 1, 5),
    "TOML: duplicate key": ("toml", "a = 1\nb = 2\na = 3", "duplicate_key", 3, 1),
    "TOML: duplicate table": ("toml", "[a]\nb = 1\n[a]", "duplicate_key", 3, 2),
    "TOML: table over a list": ("toml", "[[a]]\n[a]", "declared_twice", 2, 3),
    "TOML: no value": ("toml", "a = ", "value_missing", 1, 4),
    "TOML: no equals sign": ("toml", "a: 1", "equals_missing", 1, 2),
    "TOML: open array": ("toml", "a = [1,", "value_missing", 1, 8),
    "TOML: two statements on a line": ("toml", "a = 1 b = 2", "after_end", 1, 7),
    "TOML: escaped override": ("toml", 'a = "\\u202e"', "hidden", 1, 5),
    "TOML: open text": ("toml", 'a = """b', "quote_open", 1, 9),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_refused_with_its_place(name: str) -> None:
    """A hostile text gives the problem that names it, at its line and column, and quickly."""
    kind, text, key, line, column = HOSTILE[name]
    start = time.process_time()
    with pytest.raises(BadInput) as caught:
        parse_document(text, "f", kind)
    first = caught.value.problems[0]
    assert (first.key, first.line, first.column) == (key, line, column), str(first)
    assert str(first).isprintable()
    assert time.process_time() - start < 5


HARMLESS: dict[str, tuple[Kind, str | bytes, Any]] = {
    "CRLF": ("yaml", b"a: 1\r\nb: [x]\r\n", {"a": 1, "b": ["x"]}),
    "BOM": ("yaml", b"\xef\xbb\xbfa: 1", {"a": 1}),
    "BOM in JSON": ("json", b'\xef\xbb\xbf{"a": 1}', {"a": 1}),
    "BOM in TOML": ("toml", b"\xef\xbb\xbfa = 1", {"a": 1}),
    "Persian with joiners": ("yaml", "a: می‌خواهم\u200d", {"a": "می‌خواهم\u200d"}),
    "country code": ("yaml", "a: [NO, yes, on, Off, y]", {"a": ["NO", "yes", "on", "Off", "y"]}),
    "text in quotes": ("yaml", "a: ['1', \"true\", '~']", {"a": ["1", "true", "~"]}),
    "document marks": ("yaml", "---\na: 1\n...\n", {"a": 1}),
    "merge in quotes": ("yaml", "'<<': 1", {"<<": 1}),
    "thirty-two levels": ("json", "[" * 32 + "]" * 32, json.loads("[" * 32 + "]" * 32)),
    "fifteen digits": ("yaml", "a: -999999999999999", {"a": -999999999999999}),
    "many zeros first": ("yaml", "a: " + "0" * 60 + "7", {"a": 7}),
    "many lists side by side": ("json", "[" + "[]," * 99 + "[]]", [[]] * 100),
    "quotes before closing quotes": ("toml", "a = '''x'''''\nb = 1", {"a": "x''", "b": 1}),
    "tabs between JSON tokens": ("json", '{\t"a"\t:\t1\t}', {"a": 1}),
    "emoji by two escapes": ("json", '"\\ud83d\\ude00"', "😀"),
    "block text": ("yaml", "a: |\n  x\n  y\n", {"a": "x\ny\n"}),
    "clock": ("yaml", "a: 1:30", {"a": "1:30"}),
    "date stays text": ("yaml", "a: 2026-11-23", {"a": "2026-11-23"}),
    "null": ("yaml", "null", None),
}


@pytest.mark.parametrize("name", HARMLESS)
def test_harmless_text_is_read(name: str) -> None:
    """What only looks strange is read as it was meant."""
    kind, text, data = HARMLESS[name]
    assert parse_document(text, "f", kind).data == data


def test_all_mistakes_of_a_file_are_told_at_once() -> None:
    """Mistakes that leave the rest readable do not hide later ones."""
    with pytest.raises(BadInput) as caught:
        parse_document("a: *x\na: !t 1\n5: &y z\n<<: {b: 1, b: 2}", "f", "yaml")
    keys = [one.key for one in caught.value.problems]
    assert keys == [
        "alias",
        "duplicate_key",
        "tag",
        "key_in_quotes",
        "alias",
        "merge",
        "duplicate_key",
    ]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("yaml", "a: 1\n" * 1000),
        ("json", "{" + ",".join(['"a": 1'] * 1000) + "}"),
        ("toml", "a = 1\n" * 1000),
        ("yaml", "\0" * 1000),
        ("json", "[" + ",".join(["NaN"] * 1000) + "]"),
    ],
)
def test_problems_of_one_file_are_limited(kind: Kind, text: str) -> None:
    """A file of a thousand mistakes tells the first fifty."""
    with pytest.raises(BadInput) as caught:
        parse_document(text, "f", kind)
    assert len(caught.value.problems) == MOST_PROBLEMS


def test_a_duplicate_names_the_line_of_the_first() -> None:
    """The message of a duplicate key gives its path and the line of the first."""
    with pytest.raises(BadInput, match=r"f:4:3: a\.b: is given twice; the first is on line 2"):
        parse_document("a:\n  b: 1\n  c: 1\n  b: 2", "f", "yaml")
    thrice: dict[Kind, str] = {"yaml": "a: 1\n" * 3, "toml": "a = 1\n" * 3}
    for kind, text in thrice.items():
        with pytest.raises(BadInput) as caught:
            parse_document(text, "f", kind)
        assert [dict(one.values)["first"] for one in caught.value.problems] == ["1", "1"]


def test_messages_have_both_languages_with_the_same_holes() -> None:
    """Every message is said in English and Persian and is filled with the same values."""
    import re

    for key, text in MESSAGES.items():
        holes = [sorted(set(re.findall(r"\{\w+\}", one))) for one in (text.en, text.fa)]
        assert holes[0] == holes[1], key
        assert text.en, key
        assert re.search("[\u0600-\u06ff]", text.fa) or text.fa == "{reason}", key
        assert not re.search("[\u064a\u0643]", text.fa), key

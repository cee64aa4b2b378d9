"""Drafts that were made to hurt, or that a tired person saves by mistake."""

import json
import os
import re
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from channelwise.drafts import places
from channelwise.drafts.problems import phrase
from channelwise.drafts.read import read_drafts
from channelwise.errors import BadInput, Problem
from channelwise.files.say import localised
from channelwise.files.text_in import MAX_BYTES, MOST_PROBLEMS

LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{name}: &{name} [*{before}, *{before}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


# Python 3.13 names the comma itself.
COMMA = ("comma_extra", 1, 13) if sys.version_info >= (3, 13) else ("key_quotes", 1, 14)


def front(yaml: str, text: str = "Hello\n") -> str:
    return f"---\n{yaml}\n---\n{text}"


def field(line: str) -> str:
    """A draft whose field on line 3 is the one of interest."""
    return front(f"networks: acme\n{line}")


def post(**more: Any) -> str:
    return json.dumps({"text": "Hello", **more})


# What it is, the end of its name, its content, the first problem, its line and column (0: whole).
HOSTILE: list[tuple[str, str, str | bytes, str, int, int]] = [
    # Nothing in it
    ("an empty file", "md", "", "empty", 0, 0),
    ("an empty text file", "txt", "", "empty", 0, 0),
    ("an empty JSON file", "json", "", "empty", 0, 0),
    ("blank lines alone", "md", " \n\t\n\n", "empty", 0, 0),
    ("a byte order mark alone", "md", b"\xef\xbb\xbf", "empty", 0, 0),
    ("a front matter alone", "md", "---\nnetworks: acme\n---\n", "draft.nothing_to_post", 1, 1),
    ("a front matter without a line break", "md", "---\nnetworks: acme\n---", "draft.nothing_to_post", 1, 1),
    ("two marks alone", "md", "---\n---\n", "draft.nothing_to_post", 1, 1),
    ("a front matter of comments", "md", "---\n# no\n---\n\n", "draft.nothing_to_post", 1, 1),
    ("a front matter and blank lines", "txt", front("title: A", "\n \n\t\n"), "draft.nothing_to_post", 1, 1),
    ("a JSON text of nothing", "json", post(text=""), "draft.nothing_to_post", 1, 10),
    ("a JSON text of spaces", "json", post(text=" \n"), "draft.nothing_to_post", 1, 10),
    # Bytes
    ("too large", "md", "x" * (MAX_BYTES + 1), "too_big", 0, 0),
    ("too large in bytes alone", "txt", "س" * (MAX_BYTES // 2 + 1), "too_big", 0, 0),
    ("too large JSON", "json", post(text="x" * MAX_BYTES), "too_big", 0, 0),
    ("Latin-1", "md", "Caf\xe9".encode("latin-1"), "not_utf8", 1, 4),
    ("Latin-1 on a later line", "txt", b"---\nnetworks: acme\n---\nA caf\xe9", "not_utf8", 4, 6),
    ("Windows-1256", "md", "سلام".encode("cp1256"), "not_utf8", 1, 1),
    ("UTF-16", "md", "Hello".encode("utf-16"), "draft.utf16", 0, 0),
    ("UTF-16 of the other order", "txt", b"\xfe\xff" + "سلام".encode("utf-16-be"), "draft.utf16", 0, 0),
    ("UTF-16 without a mark", "md", "Hello".encode("utf-16-le"), "draft.utf16", 0, 0),
    ("UTF-32", "md", "Hi".encode("utf-32"), "draft.utf16", 0, 0),
    ("UTF-16 JSON", "json", post().encode("utf-16"), "draft.utf16", 0, 0),
    ("a byte that UTF-8 has not", "md", b"ab\xff", "not_utf8", 1, 3),
    ("a wrong byte after a mark", "md", b"\xef\xbb\xbfab\xff", "not_utf8", 1, 3),
    ("a wrong byte after CRLF", "md", b"ab\r\nc\xff", "not_utf8", 2, 2),
    ("an emoji cut in two", "md", "🙂".encode()[:2], "not_utf8", 1, 1),
    ("an encoded surrogate", "md", b"a\xed\xa0\x80", "not_utf8", 1, 2),
    ("an overlong slash", "md", b"a\xc0\xaf", "not_utf8", 1, 2),
    ("a picture's bytes", "md", b"\x89PNG\r\n\x1a\n\0\0", "not_utf8", 1, 1),
    ("a program's bytes", "txt", b"\x7fELF\2\1\1\0", "hidden", 1, 1),
    ("random bytes as JSON", "json", bytes(range(256)), "not_utf8", 2, 118),
    # Characters
    ("NUL in the text", "md", "Hello\n\0", "hidden", 2, 1),
    ("NUL bytes alone", "txt", b"\0" * 100, "hidden", 1, 1),
    ("NUL in the front matter", "md", field("title: a\0"), "hidden", 3, 9),
    ("NUL in JSON", "json", '{"text": "a\0"}', "hidden", 1, 12),
    ("NUL as an escape in JSON", "json", '{"text": "a\\u0000"}', "hidden", 1, 10),
    ("an escape sequence of a terminal", "md", "a \x1b[2J b", "hidden", 1, 3),
    ("a bell", "txt", "a\x07", "hidden", 1, 2),
    ("a vertical tab", "md", "a\x0bb", "hidden", 1, 2),
    ("a page feed", "md", "a\x0cb", "hidden", 1, 2),
    ("a lone carriage return", "md", "a\rb", "draft.line_ends", 1, 2),
    ("lines of an old Macintosh", "txt", "---\rnetworks: acme\r---\rHi", "draft.line_ends", 1, 4),
    ("a delete", "md", "a\x7f", "hidden", 1, 2),
    ("a next line of C1", "md", "a\x85b", "hidden", 1, 2),
    ("what is no character", "md", "a\uffff", "hidden", 1, 2),
    ("a byte order mark from the other side", "md", "a\ufffe", "hidden", 1, 2),
    ("a lone surrogate in JSON", "json", '{"text": "\\ud800"}', "hidden", 1, 10),
    ("a low surrogate first", "json", '{"text": "\\ude00\\ud83d"}', "hidden", 1, 10),
    ("half an emoji in JSON", "json", '{"text": "a\\ud83d b"}', "hidden", 1, 10),
    ("a lone surrogate in a key", "json", '{"text": "a", "\\ud800": 1}', "hidden", 1, 15),
    ("an override in the front matter", "md", field("title: a\u202eb"), "hidden", 3, 9),
    ("an isolate in the front matter", "md", field("title: \u2066a"), "hidden", 3, 8),
    ("a right-to-left mark in a name", "md", field("account: a\u200f"), "hidden", 3, 11),
    ("an escaped override in YAML", "md", field('title: "\\u202e"'), "hidden", 3, 8),
    ("an override in a JSON title", "json", post(title="a\u202e"), "hidden", 1, 28),
    ("a mark in a JSON key", "json", '{"text": "a", "tit\u200fle": "b"}', "hidden", 1, 1),
    ("a mark between JSON tokens", "json", '{"text": \u200f"a"}', "hidden", 1, 10),
    ("a byte order mark inside JSON", "json", '{"text": "a", "title": "\ufeffb"}', "hidden", 1, 24),
    # Front matter: its marks
    ("no closing mark", "md", "---\nnetworks: acme\n\nHello\n", "draft.unclosed", 1, 1),
    ("no closing mark in a text file", "txt", "---\nnetworks: acme\nHello", "draft.unclosed", 1, 1),
    ("an opening mark alone", "md", "---", "draft.unclosed", 1, 1),
    ("an opening mark and a text", "md", "---\nHello", "draft.unclosed", 1, 1),
    ("a closing mark that is indented", "md", "---\nnetworks: acme\n ---\nHello", "draft.unclosed_near", 1, 1),
    ("a closing mark of two dashes", "md", "---\nnetworks: acme\n--\nHello", "draft.unclosed_near", 1, 1),
    ("a closing mark of four dashes", "md", "---\nnetworks: acme\n----\nHello", "draft.unclosed_near", 1, 1),
    ("a closing mark that an editor made a dash", "md", "---\nnetworks: acme\n——\nHello", "draft.unclosed_near", 1, 1),
    ("a closing mark of dots", "md", "---\nnetworks: acme\n...\nHello", "draft.unclosed_near", 1, 1),
    ("a closing mark with words", "md", "---\nnetworks: acme\n--- Hello\n", "draft.unclosed", 1, 1),
    # Front matter: YAML
    ("a list as front matter", "md", front("- networks"), "kind", 2, 1),
    ("words as front matter", "md", front("Hello there"), "kind", 2, 1),
    ("a number as front matter", "md", front("5"), "kind", 2, 1),
    ("nothing as front matter", "md", front("null"), "kind", 2, 1),
    ("a YAML bomb", "md", front(LAUGHS.rstrip()), "alias", 2, 4),
    ("an alias of itself", "md", front("a: &a [*a]"), "alias", 2, 4),
    ("an anchor", "md", field("title: &x a"), "alias", 3, 8),
    ("a merge key", "md", field("<<: {title: a}"), "merge", 3, 1),
    ("a program in YAML", "md", front("!!python/object/apply:os.system [ls]"), "tag", 2, 1),
    ("a tag", "md", field("title: !env HOME"), "tag", 3, 8),
    ("a duplicate key", "md", field("networks: beta"), "duplicate_key", 3, 1),
    ("a duplicate in quotes", "md", field("'networks': beta"), "duplicate_key", 3, 1),
    ("a duplicate in a picture", "md", field("media: {file: a.png, file: b.png}"), "duplicate_key", 3, 22),
    ("deep lists", "md", field("poll: " + "[" * 50_000), "too_deep", 3, 38),
    ("deep mappings", "md", field("media: " + "{a: " * 50_000), "too_deep", 3, 132),
    ("deep blocks", "md", front("- " * 50_000 + "x"), "too_deep", 2, 65),
    ("a tab as indent", "md", field("media:\n\t- a.png"), "tab", 4, 1),
    ("an open quote", "md", field("title: 'a"), "quote_open", 4, 1),
    ("an open list", "md", field("poll: [a, b"), "comma_missing", 4, 1),
    ("a colon in a title", "md", field("title: Monday: open"), "colon_in_text", 3, 14),
    ("an uneven indent", "md", field("media:\n    - a.png\n  - b.png"), "indent", 5, 3),
    ("an at sign", "md", field("account: @acme"), "text_quotes", 3, 10),
    ("an unknown escape", "md", field('title: "\\q"'), "escape", 3, 9),
    ("a number as a key", "md", field("5: a"), "key_in_quotes", 3, 1),
    ("a list as a key", "md", field("? [a]\n: 5"), "key_is_collection", 3, 3),
    ("no key", "md", field("? \n: a"), "key_missing", 3, 2),
    ("a number of a million digits", "md", field("title: " + "9" * 1_000_000), "long_number", 3, 8),
    ("a number that is none", "md", field("title: .nan"), "not_finite", 3, 8),
    ("a thousand duplicates", "md", front("title: a\n" * 1_000), "duplicate_key", 3, 1),
    # Front matter: fields
    ("an unknown key", "md", field("netwrks: beta"), "unknown_key_of", 3, 1),
    ("an unknown key close to a known one", "md", field("shedule: 2026-11-23T09:00"), "unknown_key", 3, 1),
    ("an unknown key in Persian", "md", field("عنوان: سلام"), "unknown_key_of", 3, 1),
    ("an unknown key of 5,000 letters", "md", field("k" * 900 + ": a"), "unknown_key_of", 3, 1),
    ("a text in the front matter", "md", field("text: Hello"), "unknown_key_of", 3, 1),
    ("a wrong format", "md", field("format: imagee"), "words", 3, 9),
    ("a wrong kind", "md", field("kind: busines"), "words", 3, 7),
    ("a kind that is a list", "md", field("kind: [personal]"), "words", 3, 7),
    ("a network that is a number", "md", front("networks: 5"), "kind", 2, 11),
    ("a network that is a mapping", "md", front("networks: {acme: 1}"), "kind", 2, 11),
    ("no network in the list", "md", front("networks: []"), "blank", 2, 11),
    ("an empty network in the list", "md", front('networks: [acme, ""]'), "blank", 2, 18),
    ("a network of a thousand letters", "md", front("networks: " + "a" * 1_000), "long_text", 2, 11),
    ("a hundred and one networks", "md", front(f"networks: [{'a, ' * 101}]"), "many", 2, 11),
    ("an account that is a flag", "md", field("account: true"), "kind", 3, 10),
    ("an account of spaces", "md", field('account: "  "'), "blank", 3, 10),
    ("a title of spaces", "md", field('title: "  "'), "blank", 3, 8),
    ("a title of 11,000 letters", "md", field("title: " + "a" * 11_000), "long_text", 3, 8),
    ("a language by its name", "md", field("language: Persian"), "draft.language", 3, 11),
    ("a language with a country", "md", field("language: fa-IR"), "draft.language", 3, 11),
    ("a language that is empty", "md", field('language: ""'), "draft.language", 3, 11),
    ("a day of another calendar", "md", field("schedule: ۱۴۰۵/۰۹/۰۲"), "draft.schedule_year", 3, 11),
    ("the 31st of February", "md", field("schedule: 2026-02-31T10:00"), "draft.schedule", 3, 11),
    ("a time of 25 hours", "md", field("schedule: 2026-11-23T25:00"), "draft.schedule", 3, 11),
    ("a schedule in words", "md", field("schedule: tomorrow"), "draft.schedule", 3, 11),
    ("a schedule in Persian digits", "md", field("schedule: ۲۰۲۶-۱۱-۲۳T۰۹:۰۰"), "draft.schedule", 3, 11),
    ("a schedule by week", "md", field("schedule: 2026-W48-1T10:00"), "draft.schedule", 3, 11),
    ("a schedule with a strange zone", "md", field("schedule: 2026-11-23T10:00+99:00"), "draft.schedule", 3, 11),
    ("a schedule of a year 0", "md", field("schedule: 0000-01-01T10:00"), "draft.schedule", 3, 11),
    ("a schedule that is a number", "md", field("schedule: 20261123"), "draft.schedule", 3, 11),
    ("a reply that is yes", "md", field("reply: yes"), "kind", 3, 8),
    ("a reply that is 1", "md", field("reply: 1"), "kind", 3, 8),
    ("a link without https", "md", field("link: acme.example"), "draft.link", 3, 7),
    ("a link with a space", "md", field("link: https://acme.example/a b"), "draft.link", 3, 7),
    ("a link that is a program", "md", field("link: javascript:alert(1)"), "draft.link", 3, 7),
    ("a poll of one text", "md", field("poll: yes or no"), "kind", 3, 7),
    ("a poll of flags", "md", field("poll: [true, false]"), "kind", 3, 8),
    ("a poll of nothing", "md", field("poll: []"), "blank", 3, 7),
    ("a poll with an empty answer", "md", field('poll: [a, " "]'), "blank", 3, 11),
    ("media by address", "md", field("media: https://acme.example/a.png"), "draft.media_address", 3, 8),
    ("media as data", "md", field("media: [data:image/png;base64]"), "draft.media_address", 3, 9),
    ("media by address with words", "md", field("media:\n  - {file: 'ftp://a/b.png', alt: c}"), "draft.media_address", 4, 12),
    ("media without a file", "md", field("media: [{alt: a}]"), "missing", 3, 9),
    ("media that is empty", "md", field('media: ["", a.png]'), "blank", 3, 9),
    ("media that is a number", "md", field("media: [5]"), "kind", 3, 9),
    ("media with an unknown key", "md", field("media: [{file: a.png, alternative: b}]"), "unknown_key_of", 3, 23),
    ("media with a long path", "md", field("media: " + "a" * 1_100), "long_text", 3, 8),
    ("media with words that are a list", "md", field("media: [{file: a.png, alt: [b]}]"), "kind", 3, 28),
    # Pictures in the text
    ("a picture from an address", "md", "Hi\n\n![a](https://acme.example/a.png)\n", "draft.media_address", 3, 1),
    ("a picture without a file", "md", "Hi\n\n  ![a]()\n", "draft.picture_without_file", 3, 3),
    ("a second picture without a file", "md", "Hi\n![a](b.png) ![c](<>)\n", "draft.picture_without_file", 2, 13),
    ("a picture whose name holds NUL", "md", "![a](b%00.png)\n", "draft.picture_name", 1, 1),
    ("a picture as data", "md", "![a](data:image/png;base64,AAAA)", "draft.media_address", 1, 1),
    # JSON
    ("JSON that is a text", "json", '"Hello"', "draft.json_top", 1, 1),
    ("JSON that is a number", "json", "5", "draft.json_top", 1, 1),
    ("JSON that is null", "json", "null", "draft.json_top", 1, 1),
    ("JSON that is an empty list", "json", " []", "draft.json_top", 1, 2),
    ("JSON without a text", "json", '{"title": "a"}', "missing", 1, 1),
    ("an empty JSON object", "json", "{}", "missing", 1, 1),
    ("a JSON text that is null", "json", '{"text": null}', "kind", 1, 10),
    ("a JSON text that is a list", "json", '{"text": ["a"]}', "kind", 1, 10),
    ("a JSON list with a text in it", "json", f'[{post()}, "b"]', "kind", 1, 21),
    ("a JSON list with null in it", "json", f"[{post()},\n null]", "kind", 2, 2),
    ("a JSON list in a list", "json", f"[[{post()}]]", "kind", 1, 2),
    ("a JSON list whose second lacks a text", "json", f'[{post()}, {{"title": "a"}}]', "missing", 1, 21),
    ("a wrong word in a JSON list", "json", f'[{post()},\n {post(kind="bisness")}]', "words", 2, 28),
    ("an unknown key in JSON", "json", post(networs=["acme"]), "unknown_key", 1, 19),
    ("a duplicate key in JSON", "json", '{"text": "a",\n "text": "b"}', "duplicate_key", 2, 2),
    ("a duplicate by an escape in JSON", "json", '{"text": "a", "t\\u0065xt": "b"}', "duplicate_key", 1, 15),
    ("deep JSON", "json", "[" * 100_000, "too_deep", 1, 33),
    ("deep JSON that is closed", "json", "[" * 100_000 + "]" * 100_000, "too_deep", 1, 33),
    ("deep JSON objects", "json", '{"text":' * 100_000, "too_deep", 1, 257),
    ("JSON with a comma too many", "json", '{"text": "a",}', *COMMA),
    ("JSON without a comma", "json", '{"text": "a" "title": "b"}', "comma_missing", 1, 14),
    ("JSON with an open quote", "json", '{"text": "a}', "quote_open", 1, 10),
    ("JSON with single quotes", "json", "{'text': 'a'}", "key_quotes", 1, 2),
    ("JSON with a line break in a text", "json", '{"text": "a\nb"}', "quote_open", 1, 12),
    ("JSON with a comment", "json", '{"text": "a"} // b', "after_end", 1, 15),
    ("two JSON documents", "json", f"{post()}\n{post()}", "after_end", 2, 1),
    ("JSON cut off", "json", '{"text": "a", "title', "quote_open", 1, 15),
    ("JSON with NaN", "json", '{"text": "a", "title": NaN}', "not_finite", 1, 24),
    ("JSON with a huge number", "json", '{"text": "a", "title": ' + "9" * 100_000 + "}", "long_number", 1, 24),
    ("JSON with a lone carriage return", "json", '{"text": "a\\rb"}', "hidden", 1, 10),
    ("JSON with an unknown escape", "json", '{"text": "\\x41"}', "escape", 1, 11),
    ("JSON with a broken escape", "json", '{"text": "\\u12"}', "escape", 1, 12),
    ("half a million escaped quotes", "json", '\\"' * 500_000, "value_missing", 1, 1),
    ("Markdown saved as JSON", "json", front("networks: acme"), "value_missing", 1, 1),
    ("a JSON schedule that is a number", "json", post(schedule=5), "draft.schedule", 1, 31),
    ("JSON media by address", "json", post(media=["http://a/b.png"]), "draft.media_address", 1, 29),
    # The end of the name
    ("a draft as YAML", "yaml", "text: Hello", "draft.suffix", 0, 0),
    ("a draft as a document", "docx", "Hello", "draft.suffix", 0, 0),
    ("a draft as a page", "html", "Hello", "draft.suffix", 0, 0),
    ("a draft as a folder of letters", "mdx", "Hello", "draft.suffix", 0, 0),
]  # fmt: skip


def problems_of(*read: str | Path) -> tuple[Problem, ...]:
    with pytest.raises(BadInput) as caught:
        read_drafts([str(one) for one in read])
    return caught.value.problems


def key_of(problem: Problem, expected: str) -> str:
    """The key of a problem. What a validator of a field says is told by its words."""
    if problem.key == "said" and problem.message == phrase(expected.removeprefix("draft.")).en:
        return expected
    return problem.key


def check_said(problem: Problem) -> None:
    """A problem is safe to print in both languages, and has no hole left."""
    english, persian = str(problem), localised(problem, "fa")
    assert english.isprintable()
    assert not re.search(
        r"\{[a-z_]+\}", english.replace(problem.field, "") + persian.replace(problem.field, "")
    )
    assert re.search("[\u0600-\u06ff]", persian)
    assert re.sub("[\u2066-\u2069\u200c]", "", persian).isprintable()


@pytest.mark.parametrize(
    ("end", "content", "key", "line", "column"),
    [one[1:] for one in HOSTILE],
    ids=[one[0] for one in HOSTILE],
)
def test_a_hostile_draft_is_refused_with_its_place(
    end: str, content: str | bytes, key: str, line: int, column: int, tmp_path: Path
) -> None:
    """A draft that cannot be used gives the problem that names it, at its place, and quickly."""
    path = tmp_path / f"draft.{end}"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    start = time.process_time()
    problems = problems_of(path)
    first = problems[0]
    assert (key_of(first, key), first.line, first.column) == (key, line, column), str(first)
    assert time.process_time() - start < 5
    assert len(problems) <= MOST_PROBLEMS
    for problem in problems:
        check_said(problem)


def test_names_of_the_table_are_unique_and_many() -> None:
    """With the media of the other table there are more than two hundred cases."""
    names = [one[0] for one in HOSTILE]
    assert len(set(names)) == len(names)
    assert len(names) >= 170


# What it is, the end of its name, its content, the text that is read.
HARMLESS: list[tuple[str, str, str | bytes, str]] = [
    ("a text alone", "md", "Hello\n", "Hello"),
    ("a text without a line break", "txt", "Hello", "Hello"),
    ("two line breaks at the end", "md", "Hello\n\n", "Hello\n"),
    ("line ends of Windows", "md", b"---\r\nnetworks: acme\r\n---\r\n\r\nA\r\n\r\nB\r\n", "A\n\nB"),
    ("a byte order mark", "md", b"\xef\xbb\xbf---\nnetworks: acme\n---\nA", "A"),
    ("one blank line below the front matter", "md", front("title: a", "\nA\n"), "A"),
    ("two blank lines below the front matter", "md", front("title: a", "\n\nA\n"), "\nA"),
    ("a blank line above a text without front matter", "md", "\nA\n", "\nA"),
    ("a rule inside the text", "md", front("title: a", "A\n---\nB\n---\n"), "A\n---\nB\n---"),
    ("a rule inside a text without front matter", "md", "A\n\n---\n\nB", "A\n\n---\n\nB"),
    ("a front matter that begins late", "md", "\n---\nnetworks: acme\n---\nA", "A"),
    ("a text that begins with a rule", "md", "---\n---\n---\nA", "---\nA"),
    ("two byte order marks", "md", b"\xef\xbb\xbf" * 2 + b"---\ntitle: a\n---\nA", "A"),
    ("marks with spaces behind them", "md", "---  \nnetworks: acme\n---\t\nA", "A"),
    ("four dashes first", "md", "----\nA", "----\nA"),
    ("direction marks in the text", "md", "\u200fسلام\u202b A \u202c\u2067x\u2069\u200e", "\u200fسلام\u202b A \u202c\u2067x\u2069\u200e"),
    ("joiners in the text", "txt", "می‌خواهم 👩‍🍳", "می‌خواهم 👩‍🍳"),
    ("separators of lines in the text", "txt", "A\u2028B\u2029C", "A\u2028B\u2029C"),
    ("letters and accents apart", "txt", "e\u0301 é", "e\u0301 é"),
    ("Arabic letters in a Persian text", "txt", "كيك", "كيك"),
    ("tabs", "txt", "A\tB", "A\tB"),
    ("a line of a million letters", "txt", "x" * 1_000_000, "x" * 1_000_000),
    ("a million lines", "md", "\n" * 1_000_000 + "x", "\n" * 1_000_000 + "x"),
    ("half a million brackets", "md", "![" * 500_000, "![" * 500_000),
    ("half a million pictures that are none", "md", "![](\n" * 200_000 + "x", "![](\n" * 200_000 + "x"),
    ("a picture inside a sentence", "md", "See ![a](b.png) there", "See ![a](b.png) there"),
    ("a picture in a text file", "txt", "![a](b.png)", "![a](b.png)"),
    ("a picture in JSON", "json", post(text="![a](b.png)"), "![a](b.png)"),
    ("a link that is no picture", "md", "[a](b.png)", "[a](b.png)"),
    ("JSON line ends of Windows", "json", post(text="A\r\nB\r\n"), "A\nB"),
    ("JSON direction marks", "json", post(text="\u200fسلام\u202e"), "\u200fسلام\u202e"),
    ("JSON direction marks as they are", "json", '{"text": "\u200fA\u202e"}', "\u200fA\u202e"),
    ("JSON backslashes before a mark's letters", "json", '{"text": "\\\\u200f"}', "\\u200f"),
    ("JSON emoji by two escapes", "json", '{"text": "\\ud83d\\ude00"}', "😀"),
    ("JSON with a byte order mark", "json", b'\xef\xbb\xbf{"text": "A"}', "A"),
    ("JSON over several lines", "json", '{\r\n "text":\r\n "A"\r\n}', "A"),
    ("fields that are left empty", "md", front("title:\nmedia:\npoll:\nreply:\nnetworks:", "A"), "A"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("end", "content", "text"), [one[1:] for one in HARMLESS], ids=[one[0] for one in HARMLESS]
)
def test_a_harmless_draft_is_read(
    end: str, content: str | bytes, text: str, tmp_path: Path
) -> None:
    """What only looks strange is read as it was meant, and quickly."""
    path = tmp_path / f"draft.{end}"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    start = time.process_time()
    (draft,) = read_drafts([str(path)])
    assert draft.text == text
    assert time.process_time() - start < 5


def test_places_that_are_no_files(tmp_path: Path) -> None:
    """A missing file, a pipe, a device, a loop of links, an impossible name: each is named."""
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "loop.md").symlink_to(tmp_path / "loop.md")
    (tmp_path / "nowhere.md").symlink_to(tmp_path / "missing")
    (tmp_path / "empty").mkdir()
    expected = {
        tmp_path / "pipe.md": "draft.not_a_file",
        Path("/dev/zero"): "draft.not_a_file",
        tmp_path / "loop.md": "unreadable",
        tmp_path / "nowhere.md": "no_file",
        tmp_path / "absent.md": "no_file",
        tmp_path / "empty": "draft.no_drafts",
        tmp_path / ("x" * 300 + ".md"): "unreadable",
        Path("a\0b.md"): "no_file",
        Path("/proc/self/mem"): "draft.suffix",
        Path("\udcff.md"): "no_file",
        Path("\x1b[2J.md"): "no_file",
    }
    problems = problems_of(*expected)
    assert [one.key for one in problems] == list(expected.values())
    for problem in problems:
        check_said(problem)


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Permission is named as the reason, for a file and for a folder inside a folder."""
    (tmp_path / "a.md").write_text("A")

    def refuse(self: Path, *_: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        assert [one.key for one in problems_of(tmp_path / "a.md")] == ["no_permission"]

    def walk(top: object, onerror: Any) -> Any:
        onerror(PermissionError(13, "Permission denied", str(tmp_path / "locked")))
        yield str(tmp_path), [], ["a.md"]

    monkeypatch.setattr(os, "walk", walk)
    (problem,) = problems_of(tmp_path)
    assert (problem.key, problem.file) == ("no_permission", str(tmp_path / "locked"))


def test_links_between_folders_do_not_loop(tmp_path: Path) -> None:
    """A folder that contains a link to itself is read once."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "again").symlink_to(tmp_path)
    (tmp_path / "in" / "a.md").write_text("A")
    assert [draft.text for draft in read_drafts([str(tmp_path)])] == ["A"]


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More files, or more bytes in all, than a run may have end the reading."""
    for index in range(5):
        (tmp_path / f"{index}.md").write_text("A" * 300_000)
    with monkeypatch.context() as patch:
        patch.setattr(places, "MOST_FILES", 4)
        assert [one.key for one in problems_of(tmp_path)] == ["draft.too_many"]
        patch.setattr(places, "MOST_FILES", 5)
        assert len(read_drafts([str(tmp_path)])) == 5
    monkeypatch.setattr(places, "MOST_MIB", 1)
    assert [one.key for one in problems_of(tmp_path)] == ["draft.too_many"]


def test_every_problem_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    """Mistakes in one file hide neither those below them nor those of the next files."""
    (tmp_path / "a.md").write_text(front("kind: x\nreply: 5", "![a]()\n\nB\x07\n"))
    (tmp_path / "b.json").write_text('[{"text": "", "kind": 1}, {"txt": "a"}]')
    (tmp_path / "c.txt").write_text("fine")
    (tmp_path / "d.md").write_text("")
    problems = problems_of(tmp_path, tmp_path / "e.md")
    told = [(Path(one.file).name, one.key, one.line) for one in problems]
    assert told == [
        ("a.md", "words", 2),
        ("a.md", "kind", 3),
        ("a.md", "hidden", 7),
        ("a.md", "draft.picture_without_file", 5),
        ("b.json", "words", 1),
        ("b.json", "missing", 1),
        ("b.json", "unknown_key", 1),
        ("d.md", "empty", 0),
        ("e.md", "no_file", 0),
    ]


@pytest.mark.parametrize(
    "content",
    ["\x07" * 1_000, front("title: \x07\n" * 100, "\x07" * 100), "![]()\n" * 500],
    ids=["text", "both", "pictures"],
)
def test_the_problems_of_one_file_are_limited(content: str, tmp_path: Path) -> None:
    """A file of a hundred mistakes tells the first fifty."""
    (tmp_path / "a.md").write_text(content)
    assert len(problems_of(tmp_path)) == MOST_PROBLEMS


def test_a_json_list_of_mistakes_is_limited(tmp_path: Path) -> None:
    """So does a list of a hundred wrong drafts."""
    (tmp_path / "a.json").write_text(json.dumps([{"text": 5}] * 100))
    assert len(problems_of(tmp_path)) == MOST_PROBLEMS


HINTS = [
    ("md", field("kind: busines"), "business"),
    ("md", field("shedule: 2026-11-23T09:00"), "schedule"),
    ("md", field("format: short video"), "short_video"),
    ("md", field("reply: بله"), "true"),
    ("md", field("account: 5"), '"5"'),
    ("json", post(medai=["a.png"]), "media"),
]  # fmt: skip


@pytest.mark.parametrize(("end", "content", "word"), HINTS)
def test_a_slip_gets_the_word_that_was_meant(
    end: str, content: str, word: str, tmp_path: Path
) -> None:
    """A misspelt key or word is answered with the nearest one."""
    (tmp_path / f"a.{end}").write_text(content, encoding="utf-8")
    assert problems_of(tmp_path)[0].suggestion == word


def test_a_missing_file_gets_the_nearest_name(tmp_path: Path) -> None:
    """A slip in the name of a file or folder is answered with the one that is there."""
    (tmp_path / "opening.md").write_text("A")
    (tmp_path / "autumn").mkdir()
    assert problems_of(tmp_path / "openning.md")[0].suggestion == str(tmp_path / "opening.md")
    assert problems_of(tmp_path / "autum")[0].suggestion == str(tmp_path / "autumn")


def test_an_unclosed_front_matter_says_which_line_was_meant(tmp_path: Path) -> None:
    """The line that nearly closes it is named."""
    (tmp_path / "a.md").write_text("---\nnetworks: acme\n--\nHello")
    assert "line 3" in str(problems_of(tmp_path)[0])
    assert "خط ۳" in localised(problems_of(tmp_path)[0], "fa")

"""docs/rules.md: its example is a good rule file, and its field table is that of the code."""

import re
from pathlib import Path

from channelwise.files.read import parse_document
from channelwise.rules.build import rule
from channelwise.rules.check import rule_file
from channelwise.rules.fields import CATALOGUE, OPERATORS
from channelwise.rules.trial import failures

DOCS = Path(__file__).parents[2] / "docs" / "rules.md"


def field_table() -> str:
    """The reference of all fields, as the document must hold it."""
    rows = ["| field | kind | words | meaning |", "| --- | --- | --- | --- |"]
    for field in CATALOGUE.values():
        words = ", ".join(field.words)
        rows.append(f"| `{field.name}` | {field.kind} | {words} | {field.meaning} |")
    return "\n".join(rows)


def test_field_table() -> None:
    """The document lists every field with its kind, words and meaning, and no other."""
    written = DOCS.read_text(encoding="utf-8").partition("<!-- fields -->")[2].strip()
    assert written == field_table()


def test_example() -> None:
    """The example of the document passes the check, and its examples run."""
    text = re.search(r"```yaml\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    assert text is not None
    plain = rule_file(parse_document(text[1], "docs.yaml", "yaml"), {})
    (only,) = plain["rules"]
    built = rule({**only, "cited": {}}, plain["conditions"], "docs", None)
    assert list(failures(built)) == []


def test_operators_are_named() -> None:
    """Every operator of the language stands in the document."""
    text = DOCS.read_text(encoding="utf-8")
    operators = {operator for kind in OPERATORS.values() for operator in kind}
    assert [operator for operator in sorted(operators) if f"`{operator}`" not in text] == []

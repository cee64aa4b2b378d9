"""Reads a brief from YAML, JSON or TOML; every mistake has its place and a way to mend it."""

from pathlib import Path

from pydantic import ValidationError

from channelwise.brief.model import Brief
from channelwise.errors import BadInput
from channelwise.files.read import read_document
from channelwise.files.tree import Document


def read_brief(path: Path | str) -> Brief:
    """The brief in a file; `-` reads YAML from standard input.

    Raises:
        BadInput: the file cannot be read, or says something that a brief cannot.
    """
    return brief_from(read_document(path))


def brief_from(document: Document) -> Brief:
    """The brief in a document that was read already."""
    from channelwise.files.problems import from_pydantic

    try:
        return Brief.model_validate(document.data)
    except ValidationError as error:
        raise BadInput(from_pydantic(error, document, model=Brief)) from None

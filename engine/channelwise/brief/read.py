"""Reads a brief from YAML, JSON or TOML; every mistake has its place and a way to mend it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

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
        raise BadInput(from_pydantic(error, document, known_keys=known_keys)) from None


def known_keys(path: tuple[str | int, ...]) -> Iterable[str]:
    """The fields that a brief may have at this path."""
    model: type[BaseModel] = Brief
    for step in path:
        if isinstance(step, str):
            found = _model_in(model.model_fields[step].annotation) if step in model.model_fields else None
            if found is None:
                return ()
            model = found
    return tuple(model.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model that an annotation such as `list[Account] | None` is about."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for part in get_args(annotation) if (model := _model_in(part))), None)

"""What the models of all our files share: a strict base, lines of text, texts for people."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic_core import PydanticKnownError

Line = Annotated[str, StringConstraints(min_length=1, max_length=600, strip_whitespace=True)]


def exactly(word: int) -> BeforeValidator:
    """For a literal 1 or true: they are equal in Python, and not the same in a file."""

    def same(value: Any) -> Any:
        if type(value) is not type(word):
            raise PydanticKnownError("literal_error", {"expected": repr(word)})
        return value

    return BeforeValidator(same)


Api = Annotated[Literal[1], exactly(1)]


class Part(BaseModel):
    """Strict and closed: an unknown key is an error, and nothing is coerced."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Text(Part):
    """A text for people, in both languages."""

    en: Line
    fa: Line

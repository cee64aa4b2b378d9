"""From pydantic's errors to problems with a place."""

from typing import Annotated, Any, Literal

import pytest
from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    ValidationError,
    WrapValidator,
    field_validator,
)
from pydantic_core import PydanticCustomError

from channelwise.errors import Problem
from channelwise.files.problems import from_pydantic
from channelwise.files.read import parse_document
from channelwise.files.say import localised
from channelwise.text import Text

Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]


class Model(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Account(Model):
    kind: Literal["personal", "business"]
    followers: Annotated[int, Field(ge=0)] = 0


class Points(Model):
    points: Annotated[int, Field(ge=-60, le=60)]


class Words(Model):
    words: str


def _tag(value: Any) -> str:
    return "points" if isinstance(value, dict) and "points" in value else "words"


def _wrapped(value: Any, inner: Any) -> Any:
    return inner(value)


class Brief(Model):
    looks: Literal["plain", "attractive", "striking"] = "plain"
    hours: Annotated[int, Field(ge=1, le=168)] = 1
    share: Annotated[float, Field(gt=0, lt=2)] = 1.0
    ages: dict[Literal["18-29", "65+"], Annotated[int, Field(ge=0)]] = {}
    access: dict[Country | Literal["default"], str] = {}
    accounts: list[Account] = []
    either: int | str | list[str] = 1
    choice: int | Literal["auto", "never"] = 1
    who: Account | str = "me"
    local: bool = True
    title: Annotated[str, StringConstraints(min_length=2, max_length=5)] = "abc"
    blank: Annotated[str, StringConstraints(min_length=1)] = "a"
    few: Annotated[list[int], Field(min_length=1, max_length=2)] = [1]
    then: Annotated[
        Annotated[Points, Tag("points")] | Annotated[Words, Tag("words")], Discriminator(_tag)
    ] = Words(words="a")
    wrapped: Annotated[Points, WrapValidator(_wrapped)] | None = None
    register_: Literal["a"] = Field("a", alias="register")
    steps: list[int] = [1]
    code: Annotated[str, StringConstraints(pattern="^x+$")] = "x"
    api: Literal[1] = 1
    lists: list[int] | tuple[str, ...] = [1]
    id: Annotated[str, StringConstraints(pattern="^[a-z][a-z0-9_]{0,39}$")] = "a"

    @field_validator("steps")
    @classmethod
    def rises(cls, steps: list[int]) -> list[int]:
        if 0 in steps:
            raise PydanticCustomError("zero", "no zero here", {"fa": "صفر نباشد"})
        if steps != sorted(steps):
            raise ValueError("steps must rise")
        return steps


def problems(text: str, **more: Any) -> list[Problem]:
    document = parse_document(text, "b.yaml", "yaml")
    with pytest.raises(ValidationError) as caught:
        Brief.model_validate(document.data)
    return from_pydantic(caught.value, document, **more)


SAID = {
    "looks: atractive": "1:8: looks: expected one of: plain, attractive, striking; found 'atractive'; did you mean 'attractive'?",
    "looks: [1]": "1:8: looks: expected one of: plain, attractive, striking; found a list",
    "hours: x": "1:8: hours: expected a whole number from 1 to 168; found 'x'",
    "hours: 500": "1:8: hours: expected a whole number from 1 to 168; found 500",
    "hours: 1.5": "1:8: hours: expected a whole number from 1 to 168; found 1.5",
    "hours:": "1:7: hours: expected a whole number from 1 to 168; found nothing",
    "share: 0.0": "1:8: share: expected a number above 0; found 0.0",
    "share: 2.5": "1:8: share: expected a number below 2; found 2.5",
    "ages:\n  18-30: 5": "2:3: ages.18-30: is not a known key; expected one of: 18-29, 65+; did you mean '18-29'?",
    "ages:\n  18-29: -5": "2:10: ages.18-29: expected a whole number, 0 or more; found -5",
    "access: {de: x}": "1:10: access.de: expected a country code of two capital letters, such as DE; found 'de'",
    "accounts:\n  - followers: 1": "2:5: accounts[0].kind: is missing",
    "accounts: [{kind: 1}]": "1:19: accounts[0].kind: expected one of: personal, business; found 1",
    "accounts: 5": "1:11: accounts: expected a list; found 5",
    "either: {}": "1:9: either: expected a whole number, text or a list; found a mapping of fields",
    "either: [a, 1]": "1:13: either[1]: expected text; found 1; did you mean '\"1\"'?",
    "choice: neverr": "1:9: choice: expected a whole number, or one of: auto, never; found 'neverr'; did you mean 'never'?",
    "who: {kind: firm}": "1:13: who.kind: expected one of: personal, business; found 'firm'",
    "who: [1]": "1:6: who: expected a mapping of fields or text; found a list",
    "local: yes": "1:8: local: expected true or false; found 'yes'; did you mean 'true'?",
    "title: a": "1:8: title: needs at least 2 characters",
    "title: abcdefg": "1:8: title: has more than 5 characters",
    "title: 2024": "1:8: title: expected text; found 2024; did you mean '\"2024\"'?",
    "blank: ''": "1:8: blank: must not be empty",
    "few: []": "1:6: few: must not be empty",
    "few: [1, 2, 3]": "1:6: few: has more than 2 entries",
    "then: {points: 99}": "1:16: then.points: expected a whole number from -60 to 60; found 99",
    "then: {wrods: a}": "1:7: then.words: is missing",
    "wrapped: {points: 99}": "1:19: wrapped.points: expected a whole number from -60 to 60; found 99",
    "wrapped: {}": "1:10: wrapped.points: is missing",
    "register: b": "1:11: register: expected: a; found 'b'",
    "a:\nhuors: 3": "2:1: huors: is not a known field; did you mean 'hours'?",
    "steps: [2, 1]": "1:8: steps: steps must rise",
    "steps: [0]": "1:8: steps: no zero here",
    "code: y": "1:7: code: expected text of the form ^x+$; found 'y'",
    "lists: x": "1:8: lists: expected a list; found 'x'",
    "id: A": "1:5: id: expected a short name of small letters, digits and _ that begins with a letter; found 'A'",
    "api: 2": "1:6: api: expected: 1; found 2",
    "5": "1:1: expected a mapping of fields; found 5",
}  # fmt: skip


@pytest.mark.parametrize("text", SAID)
def test_what_is_said(text: str) -> None:
    """Each kind of mistake is said in plain words at the place where it can be mended."""
    assert f"b.yaml:{SAID[text]}" in [str(one) for one in problems(text, model=Brief)]


@pytest.mark.parametrize("text", SAID)
def test_a_mistake_is_told_once(text: str) -> None:
    """The branches of a union give one problem, not one each."""
    found = problems(text, model=Brief)
    assert len({(one.line, one.column, one.field) for one in found}) == len(found)
    assert len(found) == (2 if text in ("a:\nhuors: 3", "then: {wrods: a}") else 1)


@pytest.mark.parametrize("text", SAID)
def test_each_is_said_in_persian(text: str) -> None:
    """The Persian line has the same place, closes its isolates and leaves no hole."""
    for one in problems(text, model=Brief):
        line = localised(one, "fa")
        assert line.startswith(f"\u2068b.yaml:{one.line}:{one.column}\u2069: ")
        assert sum(map(line.count, "\u2066\u2068")) == line.count("\u2069")
        assert "{" not in line
        assert localised(one, "en") == str(one)


def test_without_a_model_one_bound_is_said() -> None:
    """Without the model only the bound that was passed is known."""
    (one,) = problems("hours: 500")
    assert one.message == "expected a whole number, 168 or less; found 500"


def test_a_prefix_is_where_the_model_stands_in_the_file() -> None:
    """A model of a part of the file gives paths and places of the whole file."""
    document = parse_document("api: 1\nbrief:\n  accounts: [{kind: firm, x: 1}]", "f", "yaml")
    with pytest.raises(ValidationError) as caught:
        Brief.model_validate(document.data["brief"])
    found = from_pydantic(caught.value, document, ("brief",), model=Brief)
    assert [(one.field, one.line, one.column) for one in found] == [
        ("brief.accounts[0].kind", 3, 21),
        ("brief.accounts[0].x", 3, 27),
    ]
    assert "followers" in found[1].message


def test_problems_come_in_the_order_of_the_file() -> None:
    """The first line of the file is told first, whatever the order of the model."""
    found = problems("local: 5\nhours: x\nlooks: no")
    assert [one.line for one in found] == [1, 2, 3]


def test_long_and_hostile_values_are_shown_short_and_safe() -> None:
    """What is quoted is at most forty characters, and cannot act on the terminal."""
    (one,) = problems("looks: " + "x" * 500)
    assert dict(one.values)["found"] == "'" + "x" * 39 + "…'"
    document = parse_document("looks: 'a\n\n  b'", "f", "yaml")
    with pytest.raises(ValidationError) as caught:
        Brief.model_validate(document.data)
    assert dict(from_pydantic(caught.value, document)[0].values)["found"] == "'a\\nb'"
    (one,) = problems("? " + "k" * 500 + "\n: 1")
    assert one.field == "k" * 39 + "…"


def test_persian_lines() -> None:
    """Two lines in full, as a reader sees them."""
    (one,) = problems("hours: 500", model=Brief)
    assert localised(one, "fa") == (
        "\u2068b.yaml:1:8\u2069: \u2068hours\u2069: باید عددی صحیح از ۱ تا ۱۶۸ باشد، ولی \u2068500\u2069 آمده است"
    )
    (one,) = problems("then: {points: 99}", model=Brief)
    assert "از \u2066-۶۰\u2069 تا ۶۰" in localised(one, "fa")
    (one,) = problems("looks: plian")
    assert localised(one, "fa") == (
        "\u2068b.yaml:1:8\u2069: \u2068looks\u2069: باید یکی از این‌ها باشد: \u2068plain\u2069، "
        "\u2068attractive\u2069، \u2068striking\u2069؛ ولی «\u2068plian\u2069» آمده است"
        "؛ آیا منظورتان «\u2068plain\u2069» است؟"
    )


def test_a_validator_can_speak_persian() -> None:
    """The `fa` of a custom error is what the Persian line says."""
    (one,) = problems("steps: [0]")
    assert localised(one, "fa").endswith("صفر نباشد")


def test_problems_of_others_are_said_too() -> None:
    """Keys of the caller have their texts; an unknown key is said in English, isolated."""
    theirs = Problem("f", 0, 0, "", "no rule fires", "silent", (("word", "x"),))
    assert localised(theirs, "fa") == "\u2068f\u2069: \u2068no rule fires\u2069"
    texts = {"silent": Text("no rule fires", "قاعدهٔ {word} به کار نمی‌آید")}
    assert localised(theirs, "fa", texts) == "\u2068f\u2069: قاعدهٔ \u2068x\u2069 به کار نمی‌آید"

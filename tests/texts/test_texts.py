"""Labels, questions and phrases: complete, in both languages, and clean."""

import re
from types import NoneType
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from channelwise import vocabulary
from channelwise.brief.model import Brief
from channelwise.errors import UnknownName
from channelwise.rules.model import Topic
from channelwise.text import Text
from channelwise.texts import Texts, load
from channelwise.texts.direction import isolated

TEXTS = load()
NEEDED = ["business.name", "audience.kind", "content.can_make", "time.hours_per_week"]
SECTIONS = ["people", "objectives", "content", "time", "presence"]
NOT_ASKED = {
    "weights", "require", "exclude", "content.amounts", "time.minutes_per_piece", "time.days",
    "time.work_at", "time.post_at",
}  # fmt: skip
# `Lang` is a choice of the face, never shown as a word.
GROUPS = {
    "Topic": get_args(Topic),
    **{
        name: get_args(value)
        for name, value in vars(vocabulary).items()
        if get_origin(value) is Literal and name != "Lang"
    },
}
ARABIC_LETTERS = re.compile("[\u064a\u0649\u0643\u0660-\u0669]")
HOLE = re.compile(r"\{(\w+)\}")


def brief_fields(model: type[BaseModel] = Brief, prefix: str = "") -> list[str]:
    """The paths of a brief's fields, those of its parts included but not those of list items."""
    found: list[str] = []
    for name, field in model.model_fields.items():
        inner = field.annotation
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            found += brief_fields(inner, f"{prefix}{name}.")
        else:
            found.append(prefix + name)
    return found


def every_text() -> list[tuple[str, Text]]:
    """All texts with a name to find them by."""
    labels = [
        (f"{group}.{word}", label)
        for group, words in TEXTS.words.items()
        for word, label in words.items()
    ]
    asked = [
        (f"{question.field}.{part}", getattr(question, part))
        for question in TEXTS.questions
        for part in ("ask", "help", "label")
    ]
    return [*labels, *asked, *((key, phrase.text) for key, phrase in TEXTS.phrases.items())]


def every_label() -> list[tuple[str, Text]]:
    """The labels of words and fields."""
    return [
        *(
            (f"{group}.{word}", label)
            for group, words in TEXTS.words.items()
            for word, label in words.items()
        ),
        *((question.field, question.label) for question in TEXTS.questions),
    ]


def named(value: object) -> str:
    """The name of a case in the list of tests."""
    return value if isinstance(value, str) else ""


def test_every_word_has_a_label_and_no_other_word_has() -> None:
    assert {group: tuple(words) for group, words in TEXTS.words.items()} == GROUPS


def test_the_questions_cover_the_brief() -> None:
    asked = [question.field for question in TEXTS.questions]
    assert sorted(asked) == sorted(set(brief_fields()) - NOT_ASKED)


def test_every_field_has_a_label_asked_for_or_not() -> None:
    assert all(TEXTS.label(field).en for field in brief_fields())


def test_questions_stand_in_the_order_of_the_choice() -> None:
    places = [SECTIONS.index(question.section) for question in TEXTS.questions]
    assert places == sorted(places)


def test_only_what_the_brief_needs_is_needed() -> None:
    assert [question.field for question in TEXTS.questions if question.needed] == NEEDED


def group_of(annotation: Any) -> str:
    """The word list that an annotation is about, or ''."""
    if get_origin(annotation) is Literal:
        return next(name for name, words in GROUPS.items() if words == get_args(annotation))
    parts = [part for part in get_args(annotation) if part is not NoneType]
    return next((name for part in parts if (name := group_of(part))), "")


def annotation_of(field: str) -> Any:
    model: Any = Brief
    for step in field.split("."):
        annotation = model.model_fields[step].annotation
        model = annotation
    return annotation


@pytest.mark.parametrize("question", TEXTS.questions, ids=lambda question: question.field)
def test_the_group_of_a_question_is_that_of_its_field(question: Any) -> None:
    annotation = annotation_of(question.field)
    if question.kind in ("markets", "accounts"):
        assert not question.group
    else:
        assert question.group == group_of(annotation)
    may_be_left_out = NoneType in get_args(annotation)
    assert question.needed != may_be_left_out


@pytest.mark.parametrize(("name", "text"), every_text(), ids=named)
def test_texts_are_there_and_clean(name: str, text: Text) -> None:
    for line in text:
        assert line == line.strip()
        assert line
        assert not ARABIC_LETTERS.search(line)
        assert "  " not in line
    assert set(HOLE.findall(text.en)) == set(HOLE.findall(text.fa))
    assert not re.search("[\u0600-\u06ff]", text.en)
    # A joiner stands between two letters; elsewhere it is a slip.
    assert not re.search("(^|\\s)\u200c|\u200c(\\s|$|\u200c)", text.fa)


@pytest.mark.parametrize(("name", "label"), every_label(), ids=named)
def test_labels_fit_into_running_text(name: str, label: Text) -> None:
    # English writes the days of the week with a capital wherever they stand.
    assert label.en[0] == label.en[0].lower() or name.startswith("Weekday.")
    assert not re.search("[A-Za-z]", label.fa)
    assert not re.search("[0-9]", label.fa)
    assert len(label.en) <= 45
    assert len(label.fa) <= 45
    assert not re.search("[,،;؛.؟?]", label.en + label.fa)


@pytest.mark.parametrize("group", TEXTS.words)
def test_no_two_words_of_a_list_share_a_label(group: str) -> None:
    for lang in vocabulary.LANGS:
        labels = [label.lang(lang) for label in TEXTS.words[group].values()]
        assert len(set(labels)) == len(labels)


def test_phrases_for_one_use_the_same_names() -> None:
    for phrase in TEXTS.phrases.values():
        if phrase.one is not None:
            assert HOLE.findall(phrase.one) == HOLE.findall(phrase.text.en)


def test_a_phrase_is_filled_with_the_digits_of_the_language() -> None:
    assert TEXTS.ui("cadence", "en", posts=3) == "3 posts a week"
    assert TEXTS.ui("cadence", "en", posts=1) == "1 post a week"
    assert TEXTS.ui("cadence", "fa", posts=3) == "هفته‌ای ۳ پست"
    assert TEXTS.ui("hours", "fa", hours=2.5) == "۲٫۵ ساعت"


def test_braces_in_a_value_stay_as_they_are() -> None:
    assert TEXTS.ui("recommend.title", "en", business="{x} {0.a}") == "Where {x} {0.a} should be"


@pytest.mark.parametrize(
    "look_up",
    [
        lambda texts: texts.word("Gaol", "sales", "en"),
        lambda texts: texts.word("Goal", "sale", "en"),
        lambda texts: texts.question("time.hours_a_week"),
        lambda texts: texts.ui("cadense", "en"),
    ],
)
def test_an_unknown_name_says_the_nearest(look_up: Any) -> None:
    with pytest.raises(UnknownName) as caught:
        look_up(TEXTS)
    assert caught.value.nearest


def test_a_missing_value_is_an_error_and_no_gap_in_the_text() -> None:
    with pytest.raises(KeyError):
        TEXTS.ui("cadence", "en")


def test_texts_are_read_once() -> None:
    assert load() is load()
    assert isinstance(load(), Texts)


def test_names_are_isolated_where_directions_meet() -> None:
    assert isolated("brief.yaml", "en") == "brief.yaml"
    assert isolated("brief.yaml", "fa") == "\u2068brief.yaml\u2069"
    assert isolated("نان", "en") == "\u2068نان\u2069"

"""Characters that a network takes in no text, however short."""

from datetime import date

import pytest

from channelwise.count import Counter, CounterFailed, Measured, Piece, Weighted, count
from channelwise.drafts.read import draft_from
from channelwise.text import Text
from channelwise_networks.x import channelwise_register_counters
from known import engine

(X,) = channelwise_register_counters()
AS_OF = date(2026, 11, 1)
DRAFT = draft_from("---\nnetworks: [x, linkedin]\n---\n[URL]\nAB\ufeffC\ufeff", "post.md")


def test_each_is_told_once_with_its_first_place() -> None:
    """Also behind a placeholder, and where letters were composed before it."""
    found = count("[URL]\ne\u0301 \uffff\ufeff\uffff", X).refused
    assert [(one.sign, one.number, one.place.offset) for one in found] == [
        ("\uffff", 2, 9), ("\ufeff", 1, 10),
    ]  # fmt: skip
    assert (found[0].place.line, found[0].place.column) == (2, 4)


@pytest.mark.parametrize("text", ["", "سلام می‌خواهم 🙂", "\u202a \u2069 \ufffd"])
def test_other_texts_have_none(text: str) -> None:
    assert count(text, X).refused == ()


def test_letters_may_be_refused_as_well() -> None:
    """Signs that mean something inside `[...]` of a pattern are meant as they are."""
    unit = Counter("acme_signs", Weighted(refused="^]-a"), Text("a", "ب"))
    assert [one.sign for one in count("b^]-a.", unit).refused] == ["^", "]", "-", "a"]


@pytest.mark.parametrize("offset", [-1, 3])
def test_a_unit_cannot_refuse_what_is_not_there(offset: int) -> None:
    def measure(text: str) -> Measured:
        return Measured((Piece("character", 0, len(text), 1),), (), (offset,))

    with pytest.raises(CounterFailed, match="refuses what stands at"):
        count("abc", Counter("acme_signs", measure, Text("a", "ب")))


def test_the_check_makes_an_error_of_it_on_that_network_alone() -> None:
    found = [one for one in engine().check([DRAFT], as_of=AS_OF).findings if one.level == "error"]
    assert [(one.code, one.span.line, one.span.column) for one in found] == [("x.length", 5, 3)]
    assert found[0].message.en == "2 characters that may not be posted: U+FEFF"
    assert [ground.id for ground in found[0].grounds] == ["text_rules.count_method"]


def test_an_adaptation_leaves_it_to_a_person() -> None:
    """It cannot be posted before; elsewhere nothing has to be done."""
    on_x, elsewhere = engine().adapt(DRAFT, ["x", "linkedin"], as_of=AS_OF).results
    assert [task.text.en for task in on_x.tasks if task.hard] == [
        "Delete 2 characters that may not be posted there: U+FEFF."
    ]
    assert elsewhere.met

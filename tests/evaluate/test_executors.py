"""All executors give one meaning to every rulebook and brief."""

from collections.abc import Mapping
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from channelwise.evaluate.clauses import Candidate, Clause
from channelwise.evaluate.index import BitIndex
from channelwise.evaluate.walk import Walker
from channelwise.rules.condition import All, Any_, FieldRef, Not
from channelwise.rules.condition import Test as Check
from strategies import Book, books, seen


@settings(max_examples=400)
@given(data=st.data(), book=books())
def test_index_equals_walker(data: st.DataObject, book: Book) -> None:
    """The bit index reports the same fired and unknown clauses as the tree walker."""
    walker = Walker(book.clauses, book.candidates)
    index = BitIndex(book.clauses, book.candidates)
    for _ in range(3):
        values = data.draw(seen(book))
        assert index.judge(values) == walker.judge(values)


@settings(max_examples=30)
@given(data=st.data(), book=books())
def test_judging_leaves_the_values_alone(data: st.DataObject, book: Book) -> None:
    """Executors change neither the values they are given nor their own later answers."""
    values = data.draw(seen(book))
    before = dict(values)
    for executor in (
        Walker(book.clauses, book.candidates),
        BitIndex(book.clauses, book.candidates),
    ):
        assert executor.judge(values) == executor.judge(values)
    assert values == before


def _both(
    clauses: list[Clause], candidates: list[Candidate], values: Mapping[str, Any]
) -> list[tuple[int, int]]:
    walked = Walker(clauses, candidates).judge(values)
    indexed = BitIndex(clauses, candidates).judge(values)
    assert walked == indexed
    return [(one.fired, one.unknown) for one in indexed]


def test_condition_with_too_many_alternatives_is_walked() -> None:
    """A condition of more alternatives than the index holds is still judged, by walking it."""
    pairs = tuple(
        Any_((Check(f"brief.f{n}", "is", "a"), Check(f"brief.g{n}", "is", "a"))) for n in range(9)
    )
    clauses = [Clause(0, All(pairs)), Clause(1, Check("brief.f0", "is", "a"))]
    candidates = [Candidate({}, (0, 1))]
    index = BitIndex(clauses, candidates)
    assert len(index._walked) == 1
    full = {f"brief.g{n}": "a" for n in range(9)}
    assert _both(clauses, candidates, full) == [(0b01, 0b10)]
    assert _both(clauses, candidates, {**full, "brief.f0": "b"}) == [(0b01, 0)]
    assert _both(clauses, candidates, {**full, "brief.g3": "b"}) == [(0, 0b11)]
    assert _both(clauses, candidates, {**full, "brief.g3": "b", "brief.f3": "b"}) == [(0, 0b10)]


def test_candidates_have_measures_of_their_own() -> None:
    """A measure is read from the candidate's own variable, not from another candidate's."""
    clauses = [Clause(0, Check("measure.one", "at_least", 5))]
    candidates = [
        Candidate({}, (0,), {"measure.one": f"measure.one@{name}"}) for name in ("a", "b", "c")
    ]
    values = {"measure.one@a": 5, "measure.one@b": 4}
    assert _both(clauses, candidates, values) == [(1, 0), (0, 0), (0, 1)]


def test_constant_that_a_network_does_not_declare_stays_unknown() -> None:
    """A test on a missing constant is unknown, and false only where something else settles it."""
    clauses = [
        Clause(0, Check("network.flag", "is", True)),
        Clause(1, Not(Check("network.flag", "is", True))),
        Clause(2, All((Check("network.flag", "is", True), Check("network.word", "is", "z")))),
    ]
    assert _both(clauses, [Candidate({"network.word": "a"}, (0, 1, 2))], {}) == [(0, 0b011)]


def test_field_compared_with_field() -> None:
    """A value may be another field, of the brief, of the candidate, or one of its measures."""
    clauses = [
        Clause(0, Check("brief.number", "at_least", FieldRef("network.number"))),
        Clause(1, Check("network.number", "below", FieldRef("brief.number"))),
        Clause(2, Check("measure.one", "is", FieldRef("brief.number"))),
    ]
    candidate = Candidate({"network.number": 3}, (0, 1, 2), {"measure.one": "measure.one@x"})
    values = {"brief.number": 3, "measure.one@x": 3.0}
    assert _both(clauses, [candidate], values) == [(0b101, 0)]
    assert _both(clauses, [candidate], {"brief.number": 4}) == [(0b011, 0b100)]


def test_candidate_is_judged_by_its_own_clauses_only() -> None:
    """Clauses that a candidate does not list are neither fired nor unknown for it."""
    clauses = [Clause(0, All(())), Clause(1, Check("brief.flag", "is", True))]
    candidates = [Candidate({}, ()), Candidate({}, (1,)), Candidate({}, (0,))]
    assert _both(clauses, candidates, {}) == [(0, 0), (0, 0b10), (0b01, 0)]


def test_no_clauses_and_no_candidates() -> None:
    """An empty rulebook judges nothing, without an error."""
    assert _both([], [], {}) == []
    assert _both([], [Candidate({}, ())], {"brief.number": 1}) == [(0, 0)]

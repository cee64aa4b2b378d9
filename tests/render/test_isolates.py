"""Directions kept apart: nothing visible is lost, and no isolate outlives its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from channelwise.render.terminal.bars import CELLS, bar
from channelwise.render.terminal.encoding import writable
from channelwise.render.terminal.isolates import CONTROLS, FSI, LRI, PDI, RLI, mixed
from channelwise.render.terminal.line import Line
from channelwise.vocabulary import Lang

TEXTS = st.text(st.sampled_from("ab C.(),-#۱۲نو می‌ش«»؛/1"), max_size=80)
LANGS = st.sampled_from(["en", "fa"])


def bare(text: str) -> str:
    return "".join(sign for sign in text if sign not in CONTROLS)


@given(TEXTS, LANGS)
def test_isolates_change_nothing_that_is_seen(text: str, lang: Lang) -> None:
    marked = mixed(text, lang)
    assert bare(marked) == text
    assert cell_len(marked) == cell_len(text)


@pytest.mark.parametrize(
    ("text", "lang", "marked"),
    [
        ("حساب acme (US).", "fa", f"حساب {FSI}acme (US){PDI}."),
        ("(مثل acme) بله", "fa", f"(مثل {FSI}acme{PDI}) بله"),
        ("با --full ببینید", "fa", f"با {FSI}--full{PDI} ببینید"),
        ("time.few-hours: متن", "fa", f"{FSI}time.few-hours{PDI}: متن"),
        ("Where نان سنگک should be", "en", f"Where {FSI}نان سنگک{PDI} should be"),
        ("plain words, 3 of 4", "en", "plain words, 3 of 4"),
    ],
)
def test_runs_of_the_other_direction(text: str, lang: Lang, marked: str) -> None:
    assert mixed(text, lang) == marked


@given(TEXTS, LANGS, st.integers(min_value=4, max_value=30))
def test_each_wrapped_line_is_closed_in_itself(text: str, lang: Lang, width: int) -> None:
    line = Line(mixed(text, lang), direction="right_to_left" if lang == "fa" else "plain")
    for wrapped in line.wrap(Console(width=width), width):
        plain = wrapped.plain
        assert cell_len(plain) <= width
        depth = 0
        for sign in plain:
            depth += (sign in (LRI, RLI, FSI)) - (sign == PDI)
            assert depth >= 0
        assert depth == 0


@pytest.mark.parametrize(
    "whole",
    [
        f"{FSI}posts_with: app{PDI}", "۱ مورد", "1 more", "“format: story”", "source ·",
        f"«{FSI}همین حالا بخر{PDI}»",
    ],
)  # fmt: skip
@pytest.mark.parametrize("before", range(0, 40, 3))
def test_what_belongs_together_stands_on_one_line(whole: str, before: int) -> None:
    """However long what stands before it, and nothing but blanks at ends of lines is lost."""
    text = f"{'x ' * before}{whole} and {'more words ' * 4}".strip()
    lines = [one.plain for one in Line(text).wrap(Console(width=40), 40)]
    assert sum(bare(whole) in bare(line) for line in lines) == 1
    assert not any(line.startswith("·") or "\ufdd0" in line for line in lines)
    assert " ".join(map(bare, lines)) == bare(text)


def test_a_line_too_narrow_for_both_halves_breaks_as_ever() -> None:
    """What would fill more than half of a line is no unit: it is cut at a blank, not in a word."""
    lines = [one.plain for one in Line("a “format: story” b").wrap(Console(width=12), 12)]
    assert [line.split() for line in lines] == [["a", "“format:"], ["story”", "b"]]


@given(st.integers(min_value=0, max_value=100), LANGS, st.booleans())
def test_bars_have_ten_cells(score: int, lang: Lang, ascii_only: bool) -> None:
    drawn = bar(score, lang, ascii_only=ascii_only)
    assert cell_len(drawn) == CELLS
    assert drawn.isascii() or not ascii_only


def test_bars_grow_with_the_score_from_where_the_language_begins() -> None:
    assert bar(74, "en") == "███████▌··"
    assert bare(bar(74, "fa")) == "··▐███████"
    assert bar(0, "en") == "·" * CELLS
    assert bar(100, "en", ascii_only=True) == "#" * CELLS


@given(st.text(max_size=40), st.sampled_from(["ascii", "cp1252", "cp1256", "utf-8"]))
def test_writable_text_can_be_written(text: str, encoding: str) -> None:
    text = text.encode("utf-8", "ignore").decode()
    writable(text, encoding).encode(encoding)

"""A plan on a terminal: the layout as snapshots, and what holds for every plan."""

import re
from datetime import timedelta
from functools import partial
from io import BytesIO, TextIOWrapper

import pytest
from rich.cells import cell_len
from rich.console import Console
from syrupy.assertion import SnapshotAssertion

from channelwise.plan.model import HighPace, Plan
from channelwise.render.jalali import shown_date
from channelwise.render.phrases import Phrases
from channelwise.render.plan_words import PlanWords
from channelwise.render.terminal.isolates import CONTROLS
from channelwise.render.terminal.plan import plan as plan_page
from channelwise.texts import load as load_texts
from channelwise.vocabulary import Lang
from planned import EXAMPLES, FROZEN_PLANS, frozen_plan, plan_of, short_plan
from reports import LANGS

langs = pytest.mark.parametrize("lang", LANGS)
frozen = pytest.mark.parametrize("name", FROZEN_PLANS)
examples = pytest.mark.parametrize("name", EXAMPLES)

PERSIAN_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789")


def printed(answer: Plan, lang: Lang, width: int = 80, *, full: bool = False) -> str:
    sheet = BytesIO()
    with TextIOWrapper(sheet, encoding="utf-8", write_through=True) as stream:
        plan_page(answer, lang, Console(file=stream, width=width), full)
        return sheet.getvalue().decode()


def plain(text: str) -> str:
    """The text without what takes no room."""
    return "".join(sign for sign in text if sign not in CONTROLS)


def visible(text: str) -> str:
    """The same with single blanks."""
    return " ".join(plain(text).split())


def shown(answer: Plan, lang: Lang, *, full: bool = False) -> str:
    """The page as one line of words, so that wraps do not matter."""
    return visible(" ".join(printed(answer, lang, full=full).replace("•", " ").splitlines()))


def ui(key: str, lang: Lang, **values: object) -> str:
    return visible(load_texts().ui(key, lang, **values))


@frozen
@langs
@pytest.mark.parametrize("full", [False, True], ids=["short", "full"])
def test_the_layout_of_a_plan(
    name: str, lang: Lang, full: bool, snapshot: SnapshotAssertion
) -> None:
    assert printed(frozen_plan(name), lang, full=full) == snapshot


@langs
def test_the_layout_of_a_shortfall(lang: Lang, snapshot: SnapshotAssertion) -> None:
    assert printed(frozen_plan("short"), lang) == snapshot


@examples
@langs
@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_no_line_is_wider_than_the_console(name: str, lang: Lang, width: int) -> None:
    for full in (False, True):
        for line in printed(plan_of(name), lang, width, full=full).splitlines():
            assert cell_len(line) <= width, line
            assert sum(line.count(sign) for sign in CONTROLS[:-1]) == line.count(CONTROLS[-1])
            assert line == line.rstrip(" ")


@frozen
@langs
@pytest.mark.parametrize("width", [40, 60])
def test_a_frontier_fits_a_narrow_console(name: str, lang: Lang, width: int) -> None:
    lines = printed(frozen_plan(name), lang, width, full=True).splitlines()
    assert max(map(cell_len, lines)) <= width


@pytest.mark.parametrize("width", [40, 80])
@examples
@langs
def test_the_minutes_of_the_table_add_up_to_what_is_used(name: str, lang: Lang, width: int) -> None:
    answer = plan_of(name)
    lines = plain(printed(answer, lang, width)).translate(PERSIAN_DIGITS).splitlines()
    start = next(place for place, line in enumerate(lines) if "───" in line) + 1
    word = ui("plan.ui.all", lang)
    end = next(place for place, line in enumerate(lines) if place > start and word in line)
    # Blanks part a column from the next; a number within a name has one beside it.
    edge = r"\s{3,}(\d+)$" if lang == "en" else r"^\s*(\d+)\s{2,}"
    rows = [re.search(edge, line) for line in lines[start : end + 1]]
    *minutes, total = [int(found[1]) for found in rows if found]
    assert sum(minutes) == total == answer.used


@examples
@langs
def test_people_come_before_what_is_made(name: str, lang: Lang) -> None:
    answer = plan_of(name)
    text = shown(answer, lang)
    table = text[text.index("───") :]
    people, first = (
        ui("plan.ui.people", lang),
        visible(getattr(answer.accounts[0].strategies[0].name, lang)),
    )
    assert 0 < table.index(people) < table.index(first)


@langs
def test_a_shortfall_is_said_before_anything_else(lang: Lang) -> None:
    answer = short_plan()
    short = answer.shortfall
    assert short is not None
    assert short.name is not None
    lines = printed(answer, lang).splitlines()
    after_the_head = visible(" ".join(lines[2:]))
    missing = ui(
        "plan.short", lang, there=60, name=getattr(short.name, lang), needed=short.needed,
        missing=short.missing,
    )  # fmt: skip
    assert after_the_head.startswith(missing)
    assert ui("plan.short.close", lang) in after_the_head
    assert ui("plan.ui.week", lang) not in map(visible, lines)


@langs
def test_hours_that_are_not_what_is_missing_are_not_varied(lang: Lang) -> None:
    answer = short_plan()
    assert answer.shortfall is not None
    short = answer.shortfall.model_copy(update={"missing": None})
    assert answer.more is not None
    more = answer.more.model_copy(update={"networks": ["instagram"]})
    heading = ui("plan.ui.other", lang)
    assert heading in shown(answer.model_copy(update={"more": more}), lang)
    unlike = answer.model_copy(update={"more": more, "shortfall": short})
    assert heading not in shown(unlike, lang)


@langs
def test_full_hours_are_told_without_a_rest_of_nothing(lang: Lang) -> None:
    loose = plan_of("repair")
    full = plan_of("bakery").model_copy(update={"used": 300, "left": 0})
    assert loose.left > 0
    assert ui("plan.ui.used.all", lang, minutes=300) in shown(full, lang)
    used = ui("plan.ui.used", lang, used=loose.used, minutes=180, left=180 - loose.used)
    assert used in shown(loose, lang)


@langs
def test_where_no_account_is_kept_well_one_is_tended(lang: Lang) -> None:
    tended = short_plan(2.5).shortfall
    assert tended is not None
    assert tended.tend_name is not None
    said = ui(
        "plan.short.tend", lang, name=getattr(tended.tend_name, lang), minutes=tended.tend_minutes
    )
    assert said in shown(short_plan(2.5), lang)


@examples
@langs
def test_every_warning_is_shown_with_its_reason(name: str, lang: Lang) -> None:
    answer = plan_of(name)
    text = shown(answer, lang)
    assert any(plan_of(one).warnings for one in EXAMPLES)
    for warning in answer.warnings:
        assert visible(getattr(warning.text, lang)) in text
        assert visible(getattr(warning.because, lang)) in text


@examples
@langs
def test_what_is_left_out_has_a_reason(name: str, lang: Lang) -> None:
    answer = plan_of(name)
    for one in answer.left_out:
        line = visible(f"{getattr(one.name, lang)}: {getattr(one.text, lang)}")
        assert line in shown(answer, lang)


@examples
@langs
def test_the_first_week_is_shown_and_in_full_all_of_them(name: str, lang: Lang) -> None:
    answer = plan_of(name)
    short, full = (shown(answer, lang, full=full) for full in (False, True))
    for entry in answer.calendar.entries:
        if entry.kind == "post":
            date = visible(shown_date(entry.date, lang))
            assert (date in short) == (entry.week == 1)
            assert date in full
    assert "--full" in short


@examples
def test_every_piece_is_made_and_posted_by_its_letter(name: str) -> None:
    answer = plan_of(name)
    text = shown(answer, "en")
    for entry in answer.calendar.entries:
        if entry.week == 1 and entry.piece:
            assert re.search(rf"\b{entry.kind.title()} (\w+, )*{entry.piece}\b", text)


@examples
def test_the_minutes_of_the_days_add_up_to_the_work_of_the_week(name: str) -> None:
    """People's minutes are told as a range, so they are not among them."""
    answer = plan_of(name)
    text = printed(answer, "en")
    minutes = re.findall(r"^ +\d\d:\d\d +(\d+) min ", text, flags=re.MULTILINE)
    people = answer.minutes.listen + answer.minutes.answer
    assert "Every working day" in text
    assert sum(map(int, minutes)) == answer.used - people


@langs
def test_what_each_day_begins_with_is_said_once(lang: Lang) -> None:
    text = shown(plan_of("engineering"), lang, full=True)
    lead = ui("plan.ui.daily", lang, at="", minutes="").split(":")[0].split("،")[0][:12]
    assert text.count(lead) == 1
    assert ui("plan.ui.do.answer", lang, parts="").strip() not in text


def test_days_that_begin_otherwise_list_it() -> None:
    answer = plan_of("engineering")
    calendar = answer.calendar
    later = [
        one.model_copy(update={"at": "08:00"})
        if one.kind == "listen" and one.date == calendar.start + timedelta(days=1)
        else one
        for one in calendar.entries
    ]
    moved = answer.model_copy(update={"calendar": calendar.model_copy(update={"entries": later})})
    text = shown(moved, "en")
    assert "Every working day" not in text
    first = next(one for one in later if one.at == "08:00")
    words = PlanWords(moved, Phrases(load_texts(), "en"))
    parts = ", ".join(f"{words.account_of(name)} {part}" for name, part in first.parts.items())
    assert f"08:00 {first.minutes} min Listen: {parts}" in text


@langs
def test_several_hands_are_told(lang: Lang) -> None:
    answer = plan_of("repair")
    entries = [one.model_copy(update={"hands": 2}) for one in answer.calendar.entries]
    shared = answer.calendar.model_copy(update={"entries": entries})
    text = shown(answer.model_copy(update={"calendar": shared}), lang)
    assert ui("plan.ui.hands", lang, hands=2) in text
    assert ui("plan.ui.hands", lang, hands=2) not in shown(answer, lang)


@langs
def test_separation_is_told_only_where_it_costs(lang: Lang) -> None:
    answer = plan_of("coach")
    for minutes in (0, 30):
        changed = answer.model_copy(update={"separation_minutes": minutes})
        said = ui("plan.ui.separation", lang, minutes=minutes)
        assert (said in shown(changed, lang)) == (minutes > 0)


@langs
def test_a_plan_that_may_run_over_names_the_pace_that_fits(lang: Lang) -> None:
    answer = plan_of("bakery")
    high = next(one for one in answer.paces if one.pace == "high")
    said = ui("plan.ui.paces.over", lang, minutes=high.minutes, over=-high.left)
    assert said in shown(answer, lang)
    keeps = HighPace(accounts=["instagram/business"], minutes=290, posts=2)
    surely = answer.model_copy(update={"high": keeps})
    assert answer.high is not None
    assert ("--pace high" in shown(answer, lang)) is bool(answer.high.accounts)
    assert "--pace high" in shown(surely, lang)
    sure = shown(plan_of("coach", "high"), lang)
    assert ui("plan.ui.paces.sure", lang) in sure
    assert "--pace" not in sure


@langs
def test_assumed_amounts_are_told_from_those_that_are_known(lang: Lang) -> None:
    answer = plan_of("bakery")
    known = [one.model_copy(update={"assumed": False}) for one in answer.material]
    note = ui("plan.ui.assumed.note", lang)
    assert note in shown(answer, lang)
    mark = ui("plan.ui.material.assumed", lang, what="")
    assert shown(answer, lang).count(mark) == len(known)
    assert note not in shown(answer.model_copy(update={"material": known}), lang)
    text = shown(answer, lang).lower()
    for one in answer.material:
        assert visible(load_texts().word("Ingredient", one.ingredient, lang)) in text


@frozen
@langs
def test_full_pages_show_where_values_come_from(name: str, lang: Lang) -> None:
    answer = frozen_plan(name)
    short, full = (shown(answer, lang, full=full) for full in (False, True))
    heading = ui("plan.ui.proof", lang)
    assert heading not in short
    assert heading in full
    for account in answer.accounts:
        for strategy in account.strategies:
            # The label stands between the lines of a long text.
            assert visible(getattr(strategy.example, lang))[:30] in full


@frozen
def test_the_frontier_marks_the_hours_asked_for(name: str) -> None:
    answer = frozen_plan(name)
    text = printed(answer, "en")
    row = next(line for line in text.splitlines() if "your hours" in line)
    assert int(row.split()[0]) * 60 == answer.minutes_a_week
    assert row.split()[1] == f"{answer.value / 100:.1f}"


def test_no_frontier_was_asked_for() -> None:
    assert ui("plan.ui.frontier", "en") not in shown(plan_of("bakery"), "en")


@langs
def test_names_are_no_markup(lang: Lang) -> None:
    answer = plan_of("repair").model_copy(update={"business": "[red]Tea[/red] [link=x]"})
    assert "[red]Tea[/red] [link=x]" in shown(answer, lang)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
@langs
def test_a_stream_of_few_characters_gets_plain_ones(lang: Lang, encoding: str) -> None:
    sheet = BytesIO()
    with TextIOWrapper(sheet, encoding=encoding, write_through=True) as stream:
        write = partial(plan_page, frozen_plan("coach"), lang)
        write(Console(file=stream, width=80), True)
        text = sheet.getvalue().decode(encoding)
    assert "####" in text

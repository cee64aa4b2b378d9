"""The table: one row an entry and account, added up by any spreadsheet, and run by none."""

import csv as reader
from collections import Counter
from datetime import date
from functools import cache
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channelwise.plan.model import Plan
from channelwise.recommend.model import Said
from channelwise.render.jalali import jalali
from channelwise.render.plan_csv import csv
from channelwise.texts import load as load_texts
from channelwise.vocabulary import LANGS, Lang
from known import engine, examples

START = date(2026, 11, 24)
NAMES = sorted(examples())
BOTH = pytest.mark.parametrize("lang", LANGS)


@cache
def plan_of(name: str) -> Plan:
    return engine().plan(examples()[name], start=START)


def rows(plan: Plan, lang: Lang) -> list[dict[str, str]]:
    """The rows by the English names of their columns."""
    head, *body = reader.reader(StringIO(csv(plan, lang).removeprefix("\ufeff"), newline=""))
    titles = {
        phrase.text.lang(lang): key.removeprefix("calendar.column.")
        for key, phrase in load_texts().phrases.items() if key.startswith("calendar.column.")
    }  # fmt: skip
    return [dict(zip([titles[title] for title in head], row, strict=True)) for row in body]


def renamed(plan: Plan, name: str) -> Plan:
    """The plan with another name for all networks."""
    return plan.model_copy(update={"names": dict.fromkeys(plan.names, Said(en=name, fa=name))})


@BOTH
@pytest.mark.parametrize("name", NAMES)
def test_there_is_one_row_an_entry_and_account_with_its_time(name: str, lang: Lang) -> None:
    plan = plan_of(name)
    found = [(r["date"], r["at"], r["until"], r["week"], r["piece"]) for r in rows(plan, lang)]
    assert found == [
        (e.date.isoformat(), e.at, e.until, str(e.week), e.piece or "")
        for e in plan.calendar.entries for _ in e.parts or "1"
    ]  # fmt: skip


@BOTH
@pytest.mark.parametrize("name", NAMES)
def test_minutes_add_up_by_network_and_kind_of_account(name: str, lang: Lang) -> None:
    plan, texts = plan_of(name), load_texts()
    minutes: Counter[tuple[str, str]] = Counter()
    for row in rows(plan, lang):
        assert row["network"] == getattr(plan.names[row["network_id"]], lang)
        minutes[row["network_id"], row["kind"]] += int(row["minutes"])
    assert minutes == {
        (a.network, texts.word("AccountKind", a.kind, lang)): a.minutes * plan.calendar.weeks
        for a in plan.accounts
    }


@BOTH
def test_posts_on_days_off_are_marked(lang: Lang) -> None:
    plan, note = plan_of("fashion"), load_texts().ui("calendar.scheduled", lang)
    assert any(entry.scheduled for entry in plan.calendar.entries)
    off = {entry.date.isoformat() for entry in plan.calendar.entries if entry.scheduled}
    for row in rows(plan, lang):
        assert (note in row["note"]) == (row["date"] in off)


@BOTH
def test_late_posts_are_marked(lang: Lang) -> None:
    plan = plan_of("coach")
    post = next(e for e in plan.calendar.entries if e.kind == "post")
    entries = [post.model_copy(update={"late": True})]
    late = plan.calendar.model_copy(update={"entries": entries})
    (row,) = rows(plan.model_copy(update={"calendar": late}), lang)
    assert row["note"] == load_texts().ui("calendar.late", lang)


@BOTH
@pytest.mark.parametrize("name", NAMES)
def test_the_rows_of_each_week_add_up_to_the_minutes_of_the_plan(name: str, lang: Lang) -> None:
    plan = plan_of(name)
    minutes: Counter[tuple[str, str]] = Counter()
    for row in rows(plan, lang):
        minutes[row["week"], row["activity"]] += int(row["minutes"])
    for kind in ("listen", "answer", "upkeep", "make", "adapt"):
        label = load_texts().word("Activity", kind, lang)
        assert [minutes[week, label] for week in "1234"] == [getattr(plan.minutes, kind)] * 4


def test_only_persian_has_a_column_of_jalali_dates() -> None:
    persian = rows(plan_of("bakery"), "fa")
    assert next(iter(persian[0])) == "jalali"
    assert all(
        row["jalali"] == jalali(date.fromisoformat(row["date"]), weekday=False) for row in persian
    )
    assert persian[0]["weekday"] == "دوشنبه"
    assert "jalali" not in rows(plan_of("bakery"), "en")[0]


@BOTH
def test_spreadsheets_are_told_that_it_is_utf_8(lang: Lang) -> None:
    text = csv(plan_of("bakery"), lang)
    assert text.encode().startswith(b"\xef\xbb\xbf")
    assert text.count("\ufeff") == 1
    assert text.endswith("\r\n")
    assert text.count("\n") == text.count("\r\n") == len(rows(plan_of("bakery"), lang)) + 1


@BOTH
def test_rows_say_account_strategy_format_and_for_whom(lang: Lang) -> None:
    plan, texts = plan_of("coach"), load_texts()
    entries = [(e, f"{e.network}/{e.account}") for e in plan.calendar.entries if not e.parts]
    found = [row for row in rows(plan, lang) if row["activity"] not in shared(lang)]
    for (entry, account), row in zip(entries, found, strict=True):
        network, kind = account.split("/")
        assert row["network_id"] == network
        assert row["kind"] == texts.word("AccountKind", kind, lang)
        assert row["strategy_id"] == (entry.strategy or "")
        assert row["format"] == (texts.word("Format", entry.format, lang) if entry.format else "")
        assert bool(row["strategy"]) == bool(entry.strategy)
        assert bool(row["made_for"]) == (entry.kind in ("adapt", "post") and adapted(plan, row))


def shared(lang: Lang) -> set[str]:
    return {load_texts().word("Activity", kind, lang) for kind in ("listen", "answer")}


def adapted(plan: Plan, row: dict[str, str]) -> bool:
    """True if the row's account is not the one that its piece was made for."""
    return (row["network_id"], row["kind"]) != maker(plan, row)


def maker(plan: Plan, row: dict[str, str]) -> tuple[str, str]:
    lang: Lang = "fa" if "jalali" in row else "en"
    label = load_texts().word("Activity", "make", lang)
    return next(
        (other["network_id"], other["kind"]) for other in rows(plan, lang)
        if (other["week"], other["piece"], other["activity"]) == (row["week"], row["piece"], label)
    )  # fmt: skip


@BOTH
@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t=", " +", "\x00@"])
def test_no_cell_is_taken_for_a_formula(sign: str, lang: Lang) -> None:
    plan = plan_of("bakery")
    accounts = [
        account.model_copy(
            update={
                "strategies": [
                    one.model_copy(update={"name": Said(en=sign + "cmd", fa=sign + "cmd")})
                    for one in account.strategies
                ]
            }
        )
        for account in plan.accounts
    ]
    hostile = renamed(plan, sign + "1+1").model_copy(update={"accounts": accounts})
    for row in rows(hostile, lang):
        for cell in row.values():
            assert not cell.startswith(tuple("=+-@＝＋－＠\t\r\n "))
    assert any(row["strategy"] == f"'{sign[-1]}cmd" for row in rows(hostile, lang))


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20))
def test_no_name_breaks_the_table(name: str) -> None:
    plan = renamed(plan_of("bakery"), name)
    found = rows(plan, "en")
    assert len(found) == len(rows(plan_of("bakery"), "en"))
    assert all(row["date"] for row in found)


@BOTH
def test_equal_plans_give_equal_tables(lang: Lang) -> None:
    again = engine().plan(examples()["coach"], start=START)
    assert csv(again, lang) == csv(plan_of("coach"), lang)

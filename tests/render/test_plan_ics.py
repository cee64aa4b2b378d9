"""The calendar file: complete, exact, and read alike by two parsers that share no code."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

import pytest
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar, Event
from persiantools.digits import fa_to_en

from channelwise.plan.model import Entry, Plan
from channelwise.render.plan_ics import ics
from channelwise.texts import load as load_texts
from channelwise.vocabulary import LANGS, Lang
from known import changed, engine, examples

START = date(2026, 11, 24)
NAMES = sorted(examples())
BOTH = pytest.mark.parametrize("lang", LANGS)


@cache
def plan_of(name: str) -> Plan:
    return engine().plan(examples()[name], start=START)


@cache
def written(name: str, lang: Lang) -> bytes:
    return ics(plan_of(name), lang)


def events(body: bytes) -> list[Event]:
    return list(Calendar.from_ical(body).walk("VEVENT"))


def pairs(name: str, lang: Lang) -> Iterator[tuple[Entry, Event]]:
    return zip(plan_of(name).calendar.entries, events(written(name, lang)), strict=True)


def with_entry(plan: Plan, **fields: Any) -> Plan:
    """The plan with nothing but its first post, changed."""
    post = next(e for e in plan.calendar.entries if e.kind == "post")
    entries = [post.model_copy(update=fields)]
    calendar = plan.calendar.model_copy(update={"entries": entries})
    return plan.model_copy(update={"calendar": calendar})


@BOTH
@pytest.mark.parametrize("name", NAMES)
def test_every_entry_is_an_event_at_its_time(name: str, lang: Lang) -> None:
    for entry, event in pairs(name, lang):
        start = event["dtstart"].dt
        assert start.date() == entry.date
        assert start.strftime("%H:%M") == entry.at
        # Floating: nine o'clock is nine o'clock everywhere.
        assert start.tzinfo is None
        if entry.kind != "post":
            assert event["dtend"].dt.strftime("%H:%M") == entry.until


@BOTH
@pytest.mark.parametrize("name", NAMES)
def test_the_events_of_each_week_take_the_minutes_of_the_plan(name: str, lang: Lang) -> None:
    plan, texts = plan_of(name), load_texts()
    minutes: Counter[tuple[int, str]] = Counter()
    for event in events(written(name, lang)):
        length = (event["dtend"].dt - event["dtstart"].dt) // timedelta(minutes=1)
        week = (event["dtstart"].dt.date() - plan.calendar.start).days // 7
        minutes[week, str(event["categories"].cats[0]).lower()] += length
    for kind in ("listen", "answer", "upkeep", "make", "adapt"):
        label = texts.word("Activity", kind, lang)
        assert [minutes[week, label] for week in range(4)] == [getattr(plan.minutes, kind)] * 4


@BOTH
@pytest.mark.parametrize("name", NAMES)
def test_a_second_parser_reads_the_same(name: str, lang: Lang) -> None:
    other = IcsCalendarStream.calendar_from_ics(written(name, lang).decode())
    found = [(e.uid, e.summary, e.description, e.start, e.end) for e in other.events]
    assert found == [
        (
            str(e["uid"]), str(e["summary"]), str(e["description"]) if "description" in e else None,
            e["dtstart"].dt, e["dtend"].dt,
        )
        for e in events(written(name, lang))
    ]  # fmt: skip


@BOTH
@pytest.mark.parametrize("name", NAMES)
def test_lines_are_short_whole_and_end_as_the_standard_says(name: str, lang: Lang) -> None:
    body = written(name, lang)
    assert body.endswith(b"END:VCALENDAR\r\n")
    assert body.count(b"\n") == body.count(b"\r\n") == body.count(b"\r")
    for line in body.split(b"\r\n"):
        assert len(line) <= 75
        # A fold inside a character would leave half of it here.
        line.decode()


def test_persian_lines_had_to_be_folded() -> None:
    assert b"\r\n " in written("bakery", "fa")


@BOTH
def test_equal_plans_give_equal_bytes_whenever_they_are_written(lang: Lang) -> None:
    again = engine().plan(examples()["coach"], start=START)
    assert ics(again, lang) == written("coach", lang)
    assert {e["dtstamp"].dt.date() for e in events(written("coach", lang))} == {
        plan_of("coach").calendar.start
    }


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_unique_and_the_same_in_both_languages(name: str) -> None:
    english, persian = ([str(e["uid"]) for e in events(written(name, lang))] for lang in LANGS)
    assert english == persian
    assert len(set(english)) == len(english)


def test_another_business_has_other_ids() -> None:
    plan = plan_of("coach")
    other = ics(plan.model_copy(update={"business": "Another"}), "en")
    assert not {str(e["uid"]) for e in events(other)} & {
        str(e["uid"]) for e in events(written("coach", "en"))
    }


def test_a_changed_plan_has_the_ids_of_what_it_still_does() -> None:
    """Another time, format, length or piece changes an event and makes no second one."""
    plan = plan_of("coach")
    changes = {"at": "10:00", "until": "10:05", "format": "poll", "piece": "Z", "minutes": 5}
    entries = [entry.model_copy(update=changes) for entry in plan.calendar.entries]
    calendar = plan.calendar.model_copy(update={"entries": entries})
    other = events(ics(plan.model_copy(update={"calendar": calendar, "version": "9"}), "en"))
    assert ids(other) == ids(events(written("coach", "en")))


def ids(found: list[Event]) -> list[str]:
    return [str(event["uid"]) for event in found]


@pytest.mark.parametrize(
    "change",
    [{"date": date(2027, 1, 1)}, {"kind": "make"}, {"network": "acme"}, {"strategy": "other"}],
)
def test_another_thing_another_day_or_account_is_another_event(change: dict[str, Any]) -> None:
    plan = with_entry(plan_of("coach"))
    (entry,) = plan.calendar.entries
    two = [entry, entry.model_copy(update=change)]
    calendar = plan.calendar.model_copy(update={"entries": two})
    names = {**plan.names, "acme": plan.names[str(entry.network)]}
    account = next(
        a for a in plan.accounts if (a.network, a.kind) == (entry.network, entry.account)
    ).model_copy(update={"network": "acme"})
    update = {"calendar": calendar, "names": names, "accounts": [*plan.accounts, account]}
    found = ids(events(ics(plan.model_copy(update=update), "en")))
    assert len(set(found)) == 2


def test_the_same_thing_twice_on_a_day_is_two_events() -> None:
    plan = with_entry(plan_of("coach"))
    twice = plan.calendar.model_copy(update={"entries": plan.calendar.entries * 2})
    found = ids(events(ics(plan.model_copy(update={"calendar": twice}), "en")))
    assert len(set(found)) == 2
    assert found[:1] == ids(events(ics(plan, "en")))


def test_a_plan_that_begins_later_replaces_the_events_of_an_earlier_one() -> None:
    later = engine().plan(examples()["coach"], start=START + timedelta(weeks=1))
    before = {str(e["uid"]): e for e in events(written("coach", "en"))}
    after = {str(e["uid"]): e for e in events(ics(later, "en"))}
    common = before.keys() & after.keys()
    # Three of the four weeks are the same days.
    assert len(common) == 3 * len(before) // 4
    for uid in common:
        assert after[uid]["sequence"] > before[uid]["sequence"]
        assert after[uid]["last-modified"].dt > before[uid]["last-modified"].dt


@BOTH
def test_posts_on_days_off_and_late_ones_are_marked(lang: Lang) -> None:
    texts = load_texts()
    for entry, event in pairs("fashion", lang):
        note = texts.ui("calendar.scheduled", lang)
        assert (note in str(event.get("description", ""))) == entry.scheduled
    (late,) = events(ics(with_entry(plan_of("coach"), late=True), lang))
    assert texts.ui("calendar.late", lang) in str(late["description"])


def test_the_calendar_is_named_after_the_business() -> None:
    found = Calendar.from_ical(written("coach", "en"))
    assert found["x-wr-calname"] == found["name"] == "Social media of Marta Keller Coaching"
    persian = Calendar.from_ical(written("coach", "fa"))["x-wr-calname"]
    assert persian.startswith("شبکه‌های اجتماعی")
    assert found["version"] == "2.0"
    assert found["prodid"].startswith("-//channelwise//")


@BOTH
def test_titles_name_piece_format_and_account(lang: Lang) -> None:
    texts, plan = load_texts(), plan_of("coach")
    for entry, event in pairs("coach", lang):
        title = str(event["summary"])
        networks = [entry.network] if entry.network else [n.split("/")[0] for n in entry.parts]
        for network in networks:
            assert getattr(plan.names[network], lang) in title
        if entry.account:
            assert texts.word("AccountKind", entry.account, lang) in title
        if entry.piece:
            assert f" {entry.piece} " in title
            assert texts.word("Format", entry.format, lang) in title


@BOTH
def test_descriptions_say_how_and_for_whom(lang: Lang) -> None:
    plan = plan_of("coach")
    adapted = 0
    for entry, event in pairs("coach", lang):
        if entry.strategy is None or entry.network is None or entry.account is None:
            continue
        strategies = plan.account(entry.network, entry.account).strategies
        (strategy,) = (one for one in strategies if one.id == entry.strategy)
        text = str(event["description"])
        assert getattr(strategy.name, lang) in text
        assert getattr(strategy.tone, lang) in text
        assert (getattr(strategy.example, lang) in text) == (entry.week == 1)
        if entry.kind == "adapt":
            (maker,) = (e for e in plan.calendar.entries
                        if (e.week, e.piece, e.kind) == (entry.week, entry.piece, "make"))  # fmt: skip
            line = load_texts().phrases["calendar.made_for"].text.lang(lang).split("{")[0]
            assert line + account_in(plan, maker, lang) in text
            adapted += 1
    assert adapted


def account_in(plan: Plan, entry: Entry, lang: Lang) -> str:
    return load_texts().ui(
        "calendar.account", lang,
        network=getattr(plan.names[str(entry.network)], lang),
        kind=load_texts().word("AccountKind", str(entry.account), lang),
    )  # fmt: skip


@BOTH
def test_a_making_says_where_the_piece_goes_besides(lang: Lang) -> None:
    plan = plan_of("coach")
    label = load_texts().phrases["calendar.also"].text.lang(lang).split("{")[0]
    for entry, event in pairs("coach", lang):
        uses = [e for e in plan.calendar.entries
                if e.kind == "post" and (e.week, e.piece) == (entry.week, entry.piece)]  # fmt: skip
        shared = entry.kind == "make" and len(uses) > 1
        assert (label in str(event.get("description", ""))) == shared


@BOTH
def test_shared_slots_say_the_minutes_of_each_account(lang: Lang) -> None:
    for entry, event in pairs("coach", lang):
        if entry.parts:
            lines = fa_to_en(str(event["description"])).split("\n")
            assert [int(re.findall(r"\d+", line)[-1]) for line in lines] == [*entry.parts.values()]


def test_one_minute_is_no_minutes() -> None:
    lines = ics(plan_of("coach"), "en").decode().replace("\r\n ", "")
    assert ": 1 minutes" not in lines
    entry = next(e for e in plan_of("coach").calendar.entries if e.parts)
    name = next(iter(entry.parts))
    calendar = plan_of("coach").calendar.model_copy(
        update={"entries": [entry.model_copy(update={"parts": {name: 1}})]}
    )
    one = ics(plan_of("coach").model_copy(update={"calendar": calendar}), "en")
    assert str(events(one)[0]["description"]).endswith(": 1 minute")


@BOTH
def test_a_post_is_short_free_and_over_at_midnight(lang: Lang) -> None:
    (post,) = events(ics(with_entry(plan_of("coach"), at="18:00", until="18:00"), lang))
    assert post["dtend"].dt - post["dtstart"].dt == timedelta(minutes=15)
    assert post["transp"] == "TRANSPARENT"
    day = post["dtstart"].dt.date()
    (late,) = events(ics(with_entry(plan_of("coach"), at="23:59", until="23:59"), lang))
    assert late["dtend"].dt == datetime.combine(day, datetime.min.time()) + timedelta(days=1)


def test_work_without_length_has_no_end() -> None:
    plan = with_entry(plan_of("coach"), kind="adapt", at="10:00", until="10:00")
    (event,) = events(ics(plan, "en"))
    assert "dtend" not in event
    assert event["transp"] == "OPAQUE"


@BOTH
def test_many_hands_are_told(lang: Lang) -> None:
    (event,) = events(ics(with_entry(plan_of("coach"), kind="make", minutes=90, hands=3), lang))
    line = fa_to_en(str(event["description"])).split("\n")[-1]
    assert re.findall(r"\d+", line) == ["90", "3"]


@BOTH
def test_a_name_can_bring_in_no_line_of_its_own(lang: Lang) -> None:
    plan = plan_of("coach")
    name = 'Tea\r\nEND:VCALENDAR\r\nX-EVIL;A="b":1\x00\x07, cake; \\n ۱۲ \u202e'
    body = ics(plan.model_copy(update={"business": name}), lang)
    found = Calendar.from_ical(body)
    assert len(found.walk("VEVENT")) == len(plan.calendar.entries)
    assert "x-evil" not in found
    title = str(found["x-wr-calname"])
    assert 'Tea END:VCALENDAR X-EVIL;A="b":1, cake; \\n ۱۲' in title
    assert not re.search("[\u0000-\u001f\u202a-\u202e]", title)
    assert len(IcsCalendarStream.calendar_from_ics(body.decode()).events) == len(
        plan.calendar.entries
    )


@BOTH
def test_a_plan_of_nothing_is_an_empty_calendar(lang: Lang) -> None:
    plan = engine().plan(changed(examples()["coach"], time__hours_per_week=0.25), start=START)
    assert plan.calendar.entries == []
    assert events(ics(plan, lang)) == []

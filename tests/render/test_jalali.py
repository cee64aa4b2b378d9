"""Jalali dates: the right day, named and written as in Persian."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from persiantools.digits import fa_to_en
from persiantools.jdatetime import JalaliDate

from channelwise.render.jalali import jalali, shown_date

MONTHS = [
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور",
    "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
]  # fmt: skip
WEEK = ["دوشنبه", "سه‌شنبه", "چهارشنبه", "پنج‌شنبه", "جمعه", "شنبه", "یکشنبه"]
FIRST, LAST = JalaliDate(1300, 1, 1).to_gregorian(), JalaliDate(1500, 12, 29).to_gregorian()


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2026, 11, 30), "دوشنبه ۹ آذر ۱۴۰۵"),
        (date(1979, 2, 11), "یکشنبه ۲۲ بهمن ۱۳۵۷"),
        (date(2017, 9, 22), "جمعه ۳۱ شهریور ۱۳۹۶"),
        (date(2021, 3, 20), "شنبه ۳۰ اسفند ۱۳۹۹"),
        (date(2021, 3, 21), "یکشنبه ۱ فروردین ۱۴۰۰"),
        (date(2024, 3, 20), "چهارشنبه ۱ فروردین ۱۴۰۳"),
        (date(2025, 3, 20), "پنج‌شنبه ۳۰ اسفند ۱۴۰۳"),
        (date(2025, 3, 21), "جمعه ۱ فروردین ۱۴۰۴"),
        # Five years after the last leap year, not four.
        (date(2029, 3, 19), "دوشنبه ۲۹ اسفند ۱۴۰۷"),
        (date(2030, 3, 20), "چهارشنبه ۳۰ اسفند ۱۴۰۸"),
    ],
)
def test_known_days_are_written_as_in_the_calendar_of_iran(day: date, written: str) -> None:
    assert jalali(day) == written


@given(st.dates(FIRST, LAST))
def test_a_written_day_reads_back_as_the_same_day(day: date) -> None:
    weekday, number, month, year = jalali(day).split(" ")
    parts = [int(fa_to_en(year)), MONTHS.index(month) + 1, int(fa_to_en(number))]
    assert JalaliDate(*parts).to_gregorian() == day
    assert weekday == WEEK[day.weekday()]


@given(st.dates(FIRST, LAST))
def test_days_follow_each_other_without_a_gap(day: date) -> None:
    today, tomorrow = (JalaliDate(one) for one in (day, day + timedelta(days=1)))
    begins = (tomorrow.day, tomorrow.month) in ((1, today.month + 1), (1, 1))
    assert begins or (tomorrow.day, tomorrow.month) == (today.day + 1, today.month)
    assert jalali(day) != jalali(day + timedelta(days=1))


def test_leap_years_are_those_of_the_solar_year() -> None:
    found = [year for year in range(1370, 1421) if leap(year)]
    assert found == [1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408, 1412, 1416, 1420]


def leap(year: int) -> bool:
    """True if the day before the next new year is the 30th."""
    eve = JalaliDate(year + 1, 1, 1).to_gregorian() - timedelta(days=1)
    return "۳۰" in jalali(eve)


@given(st.dates(FIRST, LAST))
def test_no_western_digit_is_left(day: date) -> None:
    assert not any(character in "0123456789" for character in shown_date(day, "fa"))


def test_parts_of_a_date_can_be_left_out() -> None:
    day = date(2026, 12, 1)
    assert shown_date(day, "en") == "Tue 1 Dec 2026"
    assert shown_date(day, "en", weekday=False) == "1 Dec 2026"
    assert shown_date(day, "en", year=False) == "Tue 1 Dec"
    assert shown_date(day, "fa") == "سه‌شنبه ۱۰ آذر ۱۴۰۵"
    assert shown_date(day, "fa", weekday=False) == "۱۰ آذر ۱۴۰۵"
    assert shown_date(day, "fa", weekday=False, year=False) == "۱۰ آذر"


@given(st.dates())
def test_english_dates_are_the_same_in_every_locale(day: date) -> None:
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    expected = f"{days[day.weekday()]} {day.day} {months[day.month - 1]} {day.year}"
    assert shown_date(day, "en") == expected


def test_a_day_before_the_calendar_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="year"):
        jalali(date(600, 1, 1))

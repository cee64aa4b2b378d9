"""Dates for people: Gregorian in English, Jalali in Persian."""

from datetime import date

from channelwise.texts import load as load_texts
from channelwise.vocabulary import WEEKDAYS, Lang


def jalali(day: date, *, weekday: bool = True, year: bool = True) -> str:
    """The day in the Persian calendar, with Persian digits and names.

    Leap years are those of the calendar kept in Iran, as `persiantools` knows them.

    Raises:
        ValueError: the day lies before the calendar's year 1 or after its year 9377.

    Example:
        >>> jalali(date(2026, 11, 30)), jalali(date(2026, 11, 30), weekday=False, year=False)
        ('دوشنبه ۹ آذر ۱۴۰۵', '۹ آذر')
    """
    from persiantools.digits import en_to_fa
    from persiantools.jdatetime import JalaliDate

    # The library has no annotation here.
    found = JalaliDate(day)  # type: ignore[no-untyped-call]
    parts = [load_texts().word("Weekday", WEEKDAYS[day.weekday()], "fa")] if weekday else []
    parts += [str(found.day), found.strftime("%B", locale="fa")]
    return en_to_fa(" ".join([*parts, *([str(found.year)] if year else [])]))


def shown_date(day: date, lang: Lang, *, weekday: bool = True, year: bool = True) -> str:
    """A date as a reader of the language expects it.

    Example:
        >>> shown_date(date(2026, 11, 30), "en"), shown_date(date(2026, 11, 30), "fa")
        ('Mon 30 Nov 2026', 'دوشنبه ۹ آذر ۱۴۰۵')
    """
    if lang == "fa":
        return jalali(day, weekday=weekday, year=year)
    texts = load_texts()
    name = texts.word("Weekday", WEEKDAYS[day.weekday()], lang)
    # English names are shortened to their first three letters.
    month = texts.ui(f"month.{day.month:02d}", lang)[:3]
    parts = [name[:3]] if weekday else []
    return " ".join([*parts, str(day.day), month, *([str(day.year)] if year else [])])

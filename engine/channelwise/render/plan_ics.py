"""The plan's calendar as an iCalendar file (RFC 5545), for any calendar program."""

from collections import Counter
from datetime import UTC, datetime, time, timedelta
from hashlib import sha256
from json import dumps
from typing import TYPE_CHECKING, Final

from channelwise.plan.model import Entry, Plan
from channelwise.render.plan_entries import EntryWords, clean
from channelwise.vocabulary import Lang

if TYPE_CHECKING:
    from icalendar import Event

# A post takes no time of its own, but programs draw a moment without length as a line nobody can
# hit, or as an hour. A quarter of an hour that leaves its owner free shows well in all of them.
_POST: Final = timedelta(minutes=15)


def ics(plan: Plan, lang: Lang) -> bytes:
    """One event for each entry, in the language.

    Times are floating: nine o'clock wherever the owner is. Nothing depends on the clock, so equal
    plans give equal bytes. An event has the same id in every plan of the business that does the
    same thing for the same account on that day, so that a changed plan replaces it.
    """
    from icalendar import Calendar

    words = EntryWords(plan, lang)
    name = words.p.ui("calendar.name", business=words.p.isolated(clean(plan.business)))
    found = Calendar()
    found.add("prodid", f"-//channelwise//channelwise {plan.version}//{lang.upper()}")
    found.add("version", "2.0")
    found.add("calscale", "GREGORIAN")
    # The standard's name and the one that most programs look for.
    found.add("name", name)
    found.add("x-wr-calname", name)
    for entry, uid in zip(plan.calendar.entries, _uids(plan), strict=True):
        found.add_component(_event(plan, words, entry, uid))
    body: bytes = found.to_ical()
    return body


def _event(plan: Plan, words: EntryWords, entry: Entry, uid: str) -> "Event":
    from icalendar import Event

    start, end = _times(entry)
    found = Event()
    made = datetime.combine(plan.calendar.start, time(), UTC)
    found.add("uid", uid)
    found.add("dtstamp", made)
    found.add("last-modified", made)
    # Programs refuse a lower number than the one they have: a plan that begins later is newer, and
    # one with the same beginning replaces the other.
    found.add("sequence", plan.calendar.start.toordinal())
    found.add("dtstart", start)
    # An end must be later than the beginning.
    if end > start:
        found.add("dtend", end)
    found.add("summary", words.title(entry))
    if lines := words.lines(entry):
        found.add("description", "\n".join(lines))
    found.add("categories", [words.p.label("Activity", entry.kind)])
    found.add("transp", "TRANSPARENT" if entry.kind == "post" else "OPAQUE")
    return found


def _times(entry: Entry) -> tuple[datetime, datetime]:
    """Beginning and end; a post is over at midnight at the latest."""
    start = datetime.combine(entry.date, time.fromisoformat(entry.at))
    if entry.kind != "post":
        return start, datetime.combine(entry.date, time.fromisoformat(entry.until))
    midnight = datetime.combine(entry.date, time()) + timedelta(days=1)
    return start, min(start + _POST, midnight)


def _uids(plan: Plan) -> list[str]:
    """Ids by business, day, what is done, account and strategy, and which of several it is.

    Nothing else counts: a piece, time or format that changes leaves the event what it is. They are
    the same in both languages.
    """
    seen: Counter[str] = Counter()
    found = []
    for one in plan.calendar.entries:
        parts = [plan.business, one.date.isoformat(), one.kind, one.network, one.account]
        key = dumps([*parts, one.strategy])
        found.append(f"{sha256(f'{key}{seen[key]}'.encode()).hexdigest()[:32]}@channelwise")
        seen[key] += 1
    return found

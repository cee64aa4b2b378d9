"""The plan's calendar as a table for spreadsheet programs."""

from collections.abc import Iterator
from csv import writer
from io import StringIO
from typing import Final

from channelwise.plan.model import Entry, Plan
from channelwise.render.jalali import jalali
from channelwise.render.plan_entries import EntryWords
from channelwise.vocabulary import Lang

# Without it the most used spreadsheet program takes UTF-8 for the machine's old code page and
# shows Persian as noise; all others skip it. Names can be Persian in an English table too.
_BOM: Final = "\ufeff"
# What spreadsheet programs take for the beginning of a formula, full width included.
_FORMULA: Final = tuple("=+-@＝＋－＠")


def csv(plan: Plan, lang: Lang) -> str:
    """One row an entry and account after a header in the language; RFC 4180, byte order mark.

    Time that several accounts share has a row for each, with its own minutes, so that minutes can
    be added up by network.
    Dates are ISO 8601 and numbers have Western digits, so that programs can sort and add them;
    in Persian a column with the Jalali date comes first.
    """
    words, text = EntryWords(plan, lang), StringIO()
    table = writer(text, lineterminator="\r\n")
    rows = [_row(words, entry) for whole in plan.calendar.entries for entry in _apart(whole)]
    table.writerow([words.p.ui(f"calendar.column.{name}") for name in _columns(lang)])
    table.writerows([_safe(row[name]) for name in _columns(lang)] for row in rows)
    return _BOM + text.getvalue()


def _columns(lang: Lang) -> Iterator[str]:
    if lang == "fa":
        yield "jalali"
    yield from (
        "date", "weekday", "week", "at", "until", "minutes", "hands", "activity", "network",
        "kind", "strategy", "format", "piece", "made_for", "note", "network_id", "strategy_id",
    )  # fmt: skip


def _apart(entry: Entry) -> Iterator[Entry]:
    """A shared entry as one for each account."""
    if not entry.parts:
        yield entry
    for name, minutes in entry.parts.items():
        network, kind = name.split("/")
        update = {"network": network, "account": kind, "minutes": minutes, "parts": {}}
        yield entry.model_copy(update=update)


def _row(words: EntryWords, entry: Entry) -> dict[str, str]:
    """Everything, also what only one of the languages shows."""
    return {
        "date": entry.date.isoformat(), "jalali": jalali(entry.date, weekday=False),
        "weekday": words.p.word("Weekday", entry.weekday), "week": str(entry.week),
        "at": entry.at, "until": entry.until, "minutes": str(entry.minutes),
        "hands": str(entry.hands), "activity": words.p.word("Activity", entry.kind),
        "network": words.network(entry),
        "kind": words.p.word("AccountKind", entry.account) if entry.account else "",
        "strategy": words.strategy(entry), "format": words.format(entry),
        "piece": entry.piece or "", "made_for": words.made_for(entry),
        "note": " ".join(words.notes(entry)), "network_id": entry.network or "",
        "strategy_id": entry.strategy or "",
    }  # fmt: skip


def _safe(cell: str) -> str:
    """A cell that no program runs: an apostrophe makes it plain text."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell

"""How long a text is, what it is made of, and how it stands to each limit."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from rich.console import Console

from channelwise.check.cases import in_words
from channelwise.count.answering import what
from channelwise.count.fit import Fit, Verdict
from channelwise.count.judging import Judged
from channelwise.count.model import Count, Counter, Note, Part, Place
from channelwise.files.show import code_point, printable
from channelwise.recommend.grounds import Clock
from channelwise.render.terminal.excerpt import excerpt
from channelwise.render.terminal.page import Column, Page
from channelwise.render.terminal.sources import source
from channelwise.text import grouped
from channelwise.vocabulary import Lang

_THINGS: Final = {
    "character": "count.characters", "emoji": "count.emojis", "link": "count.links",
    "mention": "count.mentions",
}  # fmt: skip
FORMAT_OPTION: Final = "--as"
# Limits on the whole text of a post, of which the format says all.
_PLAIN: Final = frozenset(("max_chars", "text_max", "caption_max", "caption"))


def counts(found: Sequence[Judged], clock: Clock, lang: Lang, console: Console) -> None:
    """Each text on each network or in each unit; where it stands is told if there are several.

    Example:
        >>> counts([*judged(rulebook, ["Bread"], asked)], clock, "fa", Console())  # doctest: +SKIP
    """
    page = Page.on(console, lang)
    texts = [list(same) for _, same in groupby(found, key=lambda one: id(one.draft))]
    for index, same in enumerate(texts):
        if index:
            page.gap()
        if len(texts) > 1 and not same[0].given:
            page.say((page.data(f"{same[0].draft.file}:{same[0].line}"), "bold cyan"))
        _text(page, same, clock)


def _text(page: Page, same: Sequence[Judged], clock: Clock) -> None:
    if same[0].fit is None and len(same) > 1:
        _in_units(page, same)
        return
    for index, one in enumerate(same):
        if index:
            page.gap()
        if one.fit is None:
            _sum(page, one.count, one.counter)
            _refused(page, one)
        else:
            _Fitted(page, one, one.fit, clock).show()
        _notes(page, one.count.notes)


def _in_units(page: Page, same: Iterable[Judged]) -> None:
    """A text in every unit there is."""
    page.say((page.ui("count.in_units"), "bold"))
    rows = [
        (page.line((_number(page, one.count.total), "bold")),
         page.line(page.data(one.counter.name)), page.line(page.text(one.counter.description)))
        for one in same
    ]  # fmt: skip
    columns = (Column(number=True), Column(), Column(wide=True))
    page.show(page.grid(columns, rows), indent=2)


def _sum(page: Page, found: Count, unit: Counter) -> None:
    page.say(page.ui("count.unit", unit=page.text(unit.description)))
    key = "count.made" if found.parts else "count.empty"
    page.say((page.ui(key, total=_number(page, found.total)), "bold"))
    page.items(page.line(_part(page, part)) for part in found.parts)


def _number(page: Page, value: int) -> str:
    return grouped(value, page.lang)


def _part(page: Page, part: Part) -> str:
    things = page.ui(_THINGS[part.kind], number=_number(page, part.number))
    each, total = _number(page, part.each), _number(page, part.total)
    return page.ui("count.part", things=things, each=each, total=total)


def _refused(page: Page, one: Judged) -> None:
    """Characters that no text may hold, each with its first place."""
    for sign in one.count.refused:
        at, number = one.place(sign.place), _number(page, sign.number)
        numbers = {"line": _number(page, at.line), "column": _number(page, at.column)}
        code = page.data(code_point(sign.sign))
        page.say((page.ui("count.refused", number=number, code=code, **numbers), "bold red"))
        excerpt(page, one.count.text, sign.place)


class _Fitted:
    """A text on a network, being written."""

    def __init__(self, page: Page, one: Judged, fit: Fit, clock: Clock) -> None:
        self.page, self.one, self.fit, self.clock = page, one, fit, clock

    def show(self) -> None:
        page, fit = self.page, self.fit
        title = page.ui("count.on", network=page.text(fit.network.name))
        page.say((title, "bold"))
        if self.one.here:
            page.say(page.ui("count.account", account=page.data(self.one.here.name)))
        elif self.one.named and not self.one.account:
            named = page.data(printable(self.one.named))
            page.say(page.ui("count.account_unknown", account=named))
        _sum(page, fit.count, self.one.counter)
        if fit.offset:
            mentions = printable(self.one.draft.text[: fit.offset].strip())
            page.say(page.ui("count.free_mentions", mentions=page.data(mentions)))
        if not fit.known:
            page.say(page.ui("count.assumed"))
        _refused(page, self.one)
        self._deciding()
        if fit.others:
            page.heading(page.ui("count.others"))
            for verdict in fit.others:
                self._line(verdict, self._name(verdict, with_format=True))

    def _deciding(self) -> None:
        page, fit = self.page, self.fit
        name = page.word("Format", fit.format) if fit.format else ""
        if fit.not_carried:
            page.gap()
            form = page.word("Format", fit.not_carried)
            network = page.text(fit.network.name)
            page.say(page.ui("count.not_carried", network=network, format=form))
            return
        if not fit.deciding:
            page.gap()
            key = "count.no_format_limit" if fit.format else "count.no_limit"
            page.say(page.ui(key, format=name))
            return
        key = "count.deciding_reply" if fit.reply else "count.deciding"
        page.heading(page.ui(key, format=name))
        for verdict in fit.deciding:
            self._line(verdict, self._name(verdict, with_format=False))
            self._more(verdict)
        if fit.guessed:
            page.say((page.ui("count.choose", option=page.data(FORMAT_OPTION)), "dim"), indent=2)

    def _name(self, verdict: Verdict, *, with_format: bool) -> str:
        page, limit = self.page, verdict.limit
        names = [page.word("Format", limit.format)] if with_format else []
        if not with_format or limit.base not in _PLAIN:
            names.append(page.text(what(limit)))
        if limit.tier:
            names.append(page.ui("count.of_tier", tier=page.data(limit.tier)))
        return page.listed(names)

    def _line(self, verdict: Verdict, name: str) -> None:
        page, limit = self.page, verdict.limit
        kind = page.ui("terminal.hard" if limit.hard else "terminal.soft")
        when = f". {page.text(limit.when)}" if limit.when and not limit.own else ""
        standing = (_standing(page, verdict), _style(verdict))
        page.say(f"{name}: ", standing, " ", (f"[{kind}]", "dim"), when, indent=2)

    def _more(self, verdict: Verdict) -> None:
        """Its source, what is not sure, and where it becomes too long."""
        page, limit = self.page, verdict.limit
        some = [case for case in self.fit.cases if case.meets(limit)]
        if limit.hard and not verdict.fits and len(some) < len(self.fit.cases):
            cases = page.text(in_words(some, self.fit.cases))
            page.say((page.ui("count.some", cases=cases), "yellow"), indent=4)
        if limit.own:
            page.say((page.ui("count.own"), "dim"), indent=4)
        else:
            ground = self.clock.ground(limit.evidence)
            page.say((source(page, ground, old=ground.old), "dim"), indent=4)
        if verdict.fits and limit.strictest and verdict.most > limit.value:
            unit, most = page.text(limit.strictest.description), _number(page, verdict.most)
            page.say(page.ui("count.unsure", unit=unit, most=most), indent=4)
        elif verdict.unsure:
            most = _number(page, verdict.mentioned)
            page.say(page.ui("count.unsure_mentions", most=most), indent=4)
        if verdict.place and limit.value:
            self._place(verdict.count.text, verdict.place)

    def _place(self, text: str, place: Place) -> None:
        page, shown = self.page, self.one.place(place)
        numbers = {"line": shown.line, "column": shown.column, "offset": shown.offset + 1}
        page.say(
            page.ui("count.from_here", **{key: _number(page, one) for key, one in numbers.items()}),
            indent=4,
        )
        excerpt(page, text, place)


def _standing(page: Page, verdict: Verdict) -> str:
    if not verdict.limit.value:
        return page.ui("check.caption")
    total, limit = _number(page, verdict.count.total), _number(page, verdict.limit.value)
    if verdict.fits:
        return page.ui("count.fits", total=total, limit=limit, left=_number(page, verdict.left))
    return page.ui("count.over", total=total, limit=limit, over=_number(page, -verdict.left))


def _style(verdict: Verdict) -> str:
    if verdict.fits:
        return "yellow" if verdict.unsure else "green"
    return "bold red" if verdict.limit.hard else "yellow"


def _notes(page: Page, notes: Iterable[Note]) -> None:
    lines = [_note(page, note) for note in notes]
    if lines:
        page.heading(page.ui("count.notes"))
        page.items(page.line(line) for line in lines)


def _note(page: Page, note: Note) -> str:
    if note.in_link:
        return page.ui("count.note_in_link", text=page.data(note.text))
    key = f"count.note_{note.stands_for}" + ("" if note.sure else "_unsure")
    return page.ui(key, text=page.data(note.text), each=_number(page, note.each))

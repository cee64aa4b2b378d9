"""Puts what was found into words, in both languages."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Final, NamedTuple

from channelwise.check.model import Finding, Fix, Span
from channelwise.check.say import whole_span
from channelwise.drafts.model import Draft
from channelwise.files.show import printable
from channelwise.recommend.grounds import Clock
from channelwise.recommend.model import Ground, Said
from channelwise.text import Text
from channelwise.texts import load
from channelwise.texts.direction import isolated
from channelwise.tone.model import Found, ToneRule
from channelwise.tone.outcome import Breach, Measure, Missing
from channelwise.tone.reading import Reading, Region
from channelwise.vocabulary import Lang

MOST_QUOTED = 3
_COMMA = Text(", ", "، ")
# Quotation marks within others.
_INNER: Final[Mapping[Lang, dict[int, int]]] = {
    "en": str.maketrans("“”", "‘’"),
    "fa": str.maketrans("«»", "“”"),
}
# Words that say nothing of what is measured.
_SMALL: Final = frozenset(("a", "an", "the", "of", "in"))


class _Of(NamedTuple):
    """The parts of a finding that are the same whenever its rule is broken."""

    because: Said
    instead: Fix
    grounds: tuple[Ground, ...]


class Saying:
    """Makes findings. `clock` tells which sources are old."""

    def __init__(self, clock: Clock) -> None:
        self._texts, self._clock = load(), clock
        self._of_rules: dict[str, _Of] = {}

    def finding(
        self, rule: ToneRule, reading: Reading, breach: Breach, network: str | None
    ) -> Finding:
        """A rule that a draft breaks."""
        return self._made(
            rule, reading.draft, network, span=_span(reading, breach),
            message=self._message(rule, reading, breach), fix=self._fix(rule, reading, breach),
            count=self._count(breach),
        )  # fmt: skip

    def of_set(
        self, rule: ToneRule, draft: Draft, network: str | None, key: str, **values: int | Text
    ) -> Finding:
        """A rule that several drafts break together, told of one of them."""
        message = self._said(key, title=rule.title, **values)
        span = _declared(draft, "schedule") if key == "tone.set.quiet" else None
        fix = Fix(text=_plain(rule.instead))
        return self._made(rule, draft, network, span=span, message=message, fix=fix, count=None)

    def names(self, drafts: Sequence[Draft], beside: Draft) -> Text:
        """The names of some drafts in a list; of many, the first and how many more."""
        shown = [named(draft, beside) for draft in drafts[:MOST_QUOTED]]
        more = len(drafts) - MOST_QUOTED

        def line(lang: Lang) -> str:
            rest = [self._texts.ui("tone.more", lang, count=more)] if more > 0 else []
            return _COMMA.lang(lang).join([*(name.lang(lang) for name in shown), *rest])

        return Text(line("en"), line("fa"))

    def _made(
        self, rule: ToneRule, draft: Draft, network: str | None, *, span: Span | None,
        message: Said, fix: Fix, count: Said | None,
    ) -> Finding:  # fmt: skip
        shared = self._of(rule)
        return Finding(
            code=rule.id, level=rule.level, file=draft.file, network=network,
            span=span or whole_span(draft),
            message=message, because=shared.because, fix=fix, count=count,
            grounds=[*shared.grounds],
        )  # fmt: skip

    def _of(self, rule: ToneRule) -> "_Of":
        """What all findings of a rule share."""
        if rule.id not in self._of_rules:
            grounds = tuple(self._clock.ground(source) for source in rule.sources)
            instead = Fix(text=_plain(rule.instead))
            self._of_rules[rule.id] = _Of(_plain(rule.because), instead, grounds)
        return self._of_rules[rule.id]

    def not_evaluated(
        self, draft: Draft, missing: Missing, rules: Sequence[ToneRule], drafts: int
    ) -> Finding:
        """Something is not known of so many drafts, so these rules claim nothing of them."""
        titles = self._listed([rule.title for rule in rules], f"tone.missing.{missing}")
        key = "tone.missing.because.lists" if missing == "lists" else "tone.missing.because"
        return Finding(
            code=f"core.not-checked.{missing.replace('_', '-')}", level="note",
            state="not_evaluated", file=draft.file, network=None, span=whole_span(draft),
            message=titles, because=self._said(key),
            fix=Fix(text=self._said(f"tone.missing.fix.{missing}")),
            count=self._said("tone.missing.drafts", drafts=drafts),
        )  # fmt: skip

    def _listed(self, titles: list[Text], key: str) -> Said:
        """The titles of some rules in a phrase; of many, the first and how many more."""
        lines = {}
        for lang in ("en", "fa"):
            shown = [self._title(title, lang) for title in titles[:MOST_QUOTED]]
            if len(titles) > MOST_QUOTED:
                shown.append(self._texts.ui("tone.more", lang, count=len(titles) - MOST_QUOTED))
            lines[lang] = self._texts.ui(key, lang, rules=_COMMA.lang(lang).join(shown))
        return Said(**lines)

    def _title(self, title: Text, lang: Lang) -> str:
        """A title in quotation marks; those within it become single ones."""
        return self._texts.ui("tone.quote", lang, text=title.lang(lang).translate(_INNER[lang]))

    def _said(self, key: str, **values: object) -> Said:
        def line(lang: Lang) -> str:
            plain = {
                name: value.lang(lang) if isinstance(value, Text) else value
                for name, value in values.items()
            }
            return self._texts.ui(key, lang, **plain)

        return Said(en=line("en"), fa=line("fa"))

    def _message(self, rule: ToneRule, reading: Reading, breach: Breach) -> Said:
        media = breach.at.piece.media if isinstance(breach.at, Region) else None
        if breach.measure and media:  # one of several files: which one says more than how many
            name = isolated(media.written, "en"), isolated(media.written, "fa")
            return self._said("tone.found", title=rule.title, found=Text(*name))
        if breach.measure:
            return self._measure(rule, breach.measure)
        if breach.found:
            quoted = Text(*(self._quoted(reading, breach.found, lang) for lang in ("en", "fa")))
            return self._said("tone.found", title=rule.title, found=quoted)
        return self._said("tone.plain", title=rule.title)

    def _quoted(self, reading: Reading, found: Iterable[Found], lang: Lang) -> str:
        words = list(dict.fromkeys(_written(reading, hit.region) for hit in found))
        shown = [isolated(word, lang) for word in words[:MOST_QUOTED]]
        quotes = [self._texts.ui("tone.quote", lang, text=word) for word in shown]
        if len(words) > MOST_QUOTED:
            quotes.append(self._texts.ui("tone.more", lang, count=len(words) - MOST_QUOTED))
        return _COMMA.lang(lang).join(quotes)

    def _measure(self, rule: ToneRule, measure: Measure) -> Said:
        """What was measured and what would be fine, unless that is none or any at all."""
        amount = self._amount(measure)
        key = "tone.too_much" if measure.more else "tone.too_little"
        if measure.more and not measure.limit:
            key = "tone.too_much.any"
        elif not measure.more and (measure.value, measure.limit) == (0, 1):
            key = "tone.plain"
        said = self._said(
            key, title=rule.title, amount=Text(amount.en, amount.fa), limit=measure.limit
        )
        return Said(
            en=_once(rule.title.en, amount.en, said.en), fa=_once(rule.title.fa, amount.fa, said.fa)
        )

    def _amount(self, measure: Measure) -> Said:
        key = f"tone.metric.{measure.metric}"
        if measure.words is None:
            return self._said(key, count=measure.value)
        return self._said(f"{key}.of", found=measure.value, count=measure.words)

    def _count(self, breach: Breach) -> Said | None:
        if breach.times is None:
            return None
        return self._said("tone.count", times=breach.times, words=breach.words)

    def _fix(self, rule: ToneRule, reading: Reading, breach: Breach) -> Fix:
        entry = breach.found[0].entry if breach.found else None
        if entry is None or not entry.better:
            return self._of(rule).instead
        written = _written(reading, breach.found[0].region)
        better = in_case_of(written, entry.better)
        text = self._said("tone.swap", found=_foreign(written), better=_foreign(better))
        return Fix(text=text, replacement=better if entry.certain else None)


def _once(title: str, amount: str, message: str) -> str:
    """The message without its title, where the amount says every word of it.

    Example:
        >>> _once("A row of emoji", "5 emoji in a row", "A row of emoji: 5 emoji in a row")
        '5 emoji in a row'
    """
    told = _words(title) <= _words(amount) and amount in message
    return message[message.index(amount) :] if told else message


def _words(text: str) -> set[str]:
    return set(text.lower().split()) - _SMALL


def in_case_of(written: str, better: str) -> str:
    """The better word with the capitals of the one it replaces.

    Example:
        >>> in_case_of("Utilize", "use"), in_case_of("IN ORDER TO", "to")
        ('Use', 'TO')
    """
    if len(written) > 1 and written.isupper():
        return better.upper()
    return better[:1].upper() + better[1:] if written[:1].isupper() else better


def named(draft: Draft, beside: Draft) -> Text:
    """The name of a draft for readers of another one; of those in one file, also the line."""
    name, folder = PurePath(draft.file), PurePath(beside.file).parent
    shown = name.name if name.parent == folder else draft.file
    return _foreign(f"{shown}:{draft.begins.line}" if draft.begins else shown)


def _foreign(words: str) -> Text:
    """Words from outside, in isolates where directions can meet."""
    plain = printable(words)
    return Text(isolated(plain, "en"), isolated(plain, "fa"))


def _declared(draft: Draft, name: str) -> Span | None:
    """The place of a declared field."""
    spot = draft.spots.get(name)
    if spot is None:
        return None
    return Span(line=spot.line, column=spot.column, end_line=spot.line, end_column=spot.column + 1)


def _plain(text: Text) -> Said:
    return Said(en=text.en, fa=text.fa)


def _written(reading: Reading, region: Region) -> str:
    """What stands in the draft at a stretch, line ends as spaces."""
    start, end = reading.original(region)
    whole = region.piece.media.alt or "" if region.piece.media else reading.draft.text
    return " ".join(whole[start:end].split())


def _span(reading: Reading, breach: Breach) -> Span | None:
    if breach.at is None:
        return None
    if not isinstance(breach.at, Region):
        return reading.place(*_from_words(reading, *breach.at))
    if breach.at.piece.media is not None:
        return reading.span(breach.at)
    return reading.place(*_from_words(reading, *reading.original(breach.at)))


def _from_words(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """The stretch without blanks before it: they stand where an exception was taken out."""
    found = reading.draft.text[start:end]
    blanks = len(found) - len(found.lstrip())
    return (start + blanks, end) if blanks < len(found) else (start, end)

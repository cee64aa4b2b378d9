"""Puts the answer of a count together."""

from collections.abc import Iterable

from channelwise.check.cases import in_all
from channelwise.count.answer import (
    At,
    Counted,
    CountPart,
    Filled,
    LimitAnswer,
    RefusedSign,
    TextCount,
)
from channelwise.count.fit import Fit, Verdict
from channelwise.count.judging import Judged
from channelwise.count.limits import TextLimit
from channelwise.count.model import Place
from channelwise.files.show import code_point
from channelwise.load.rulebook import Rulebook
from channelwise.recommend.grounds import Clock
from channelwise.recommend.model import Said
from channelwise.recommend.saying import said
from channelwise.texts import load
from channelwise.version import VERSION


def answer(rulebook: Rulebook, found: Iterable[Judged], clock: Clock) -> Counted:
    """The answer to what was counted."""
    return Counted(
        version=VERSION, rulebook=rulebook.fingerprint, as_of=clock.as_of,
        results=[_result(one, clock) for one in found],
    )  # fmt: skip


def _result(one: Judged, clock: Clock) -> TextCount:
    fit, made = one.fit, one.count
    return TextCount(
        file=None if one.given else one.draft.file, line=None if one.given else one.line,
        network=fit.network.id if fit else None, name=said(fit.network.name) if fit else None,
        unit=made.unit, unit_name=said(one.counter.description),
        unit_is_known=fit.known if fit else None, total=made.total,
        parts=[
            CountPart(kind=part.kind, number=part.number, each=part.each, total=part.total)
            for part in made.parts
        ],
        placeholders=[
            Filled(text=note.text, place=_at(one, note.place), stands_for=note.stands_for,
                   each=note.each, sure=note.sure, in_link=note.in_link)
            for note in made.notes
        ],
        refused=[
            RefusedSign(code_point=code_point(sign.sign), number=sign.number,
                        place=_at(one, sign.place))
            for sign in made.refused
        ],
        account=one.here.name if one.here else None,
        format=fit.format if fit else None, not_carried=fit.not_carried if fit else None,
        reply=fit.reply if fit else one.draft.reply,
        not_counted=fit.offset if fit else 0, fits=not (fit and fit.blocked),
        limits=[
            _limit(one, verdict, clock, fit)
            for verdict in fit.verdicts
        ] if fit else [],
    )  # fmt: skip


def _limit(one: Judged, verdict: Verdict, clock: Clock, fit: Fit) -> LimitAnswer:
    limit, decides = verdict.limit, verdict in fit.deciding
    return LimitAnswer(
        format=limit.format, name=limit.name, what=what(limit), tier=limit.tier, limit=limit.value,
        unit=limit.counter.name, total=verdict.count.total, left=verdict.left, fits=verdict.fits,
        unsure=verdict.unsure, hard=limit.hard, decides=decides,
        when=said(limit.when) if limit.when else None,
        too_long_from=_at(one, verdict.place) if verdict.place else None,
        refused_for_sure=limit.hard and not verdict.fits and in_all([limit], fit.cases),
        ground=None if limit.own else clock.ground(limit.evidence),
    )  # fmt: skip


def what(limit: TextLimit) -> Said:
    """What is limited, in words; a limit that has none is called by its name."""
    phrase = load().phrases.get(f"count.what.{limit.base}")
    return said(phrase.text) if phrase else Said(en=limit.base, fa=limit.base)


def _at(one: Judged, place: Place) -> At:
    found = one.place(place)
    return At(offset=found.offset, line=found.line, column=found.column)

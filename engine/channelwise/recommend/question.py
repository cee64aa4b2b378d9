"""The unanswered question that could change the ranking most, found by trying every answer."""

from collections.abc import Iterable
from typing import Any

from channelwise.brief.model import Brief
from channelwise.recommend.model import Possibility, Question
from channelwise.recommend.options import OPTIONS, unanswered
from channelwise.recommend.saying import said
from channelwise.recommend.standing import FITTING, Judge, Standing
from channelwise.recommend.written import written
from channelwise.texts import Texts

Signature = tuple[tuple[str, str], ...]

# A change of who comes first matters more than one further down.
_FIRST, _ANY = 3, 1


def signature(standing: Standing) -> Signature:
    """The networks that fit, in order, with their verdicts: what a reader would act on."""
    fitting = (place for place in standing.places if place.best.verdict in FITTING)
    return tuple((place.id, place.best.verdict) for place in fitting)


def question(judge: Judge, brief: Brief, standing: Standing, texts: Texts) -> Question | None:
    """The open question with the largest effect; None if no answer to any would change a thing.

    Effect = (3 x answers that change the first network or its verdict + answers that change
    anything) / answers tried. Ties go to the question that the interview asks first.
    """
    now = signature(standing)
    best: tuple[int, str, list[tuple[Any, Signature]], int] | None = None
    for field in unanswered(brief):
        results = [(value, _try(judge, brief, field, value)) for value in OPTIONS[field](judge)]
        changing = [(value, result) for value, result in results if result != now]
        if not changing:
            continue
        effect = 1000 * _effect(now, (result for _, result in changing)) // len(results)
        if best is None or effect > best[0]:
            best = (effect, field, changing, len(results))
    if best is None:
        return None
    _, field, changing, tried = best
    asked = texts.question(field)
    return Question.model_construct(
        field=field, label=said(asked.label), ask=said(asked.ask), tried=tried,
        changes=[
            Possibility.model_construct(
                answer=written(texts, field, value),
                ranking=[name for name, _ in result],
            )
            for value, result in changing
        ],
    )  # fmt: skip


def _try(judge: Judge, brief: Brief, field: str, value: Any) -> Signature:
    return signature(judge.standing(brief.with_changes({field: value})))


def _effect(now: Signature, results: Iterable[Signature]) -> int:
    return sum(_ANY + (_FIRST if result[:1] != now[:1] else 0) for result in results)

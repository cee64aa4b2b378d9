"""The examples of a tone rule, with what the rule finds in them."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from channelwise.reference.conditions import in_words
from channelwise.reference.model import Sample, Written
from channelwise.reference.say import both, listed, same, word
from channelwise.rules.condition import Test
from channelwise.text import Text, day
from channelwise.tone.model import ToneRule
from channelwise.tone.trial import judged
from channelwise.vocabulary import Lang

_PERSIAN: Final = re.compile("[\u0600-\u06ff]")


def samples(rule: ToneRule, expected: str) -> tuple[Sample, ...]:
    """The examples under `fails` or `passes`."""
    return tuple(_sample(rule, example) for example in rule.examples[expected])


def _sample(rule: ToneRule, example: Mapping[str, Any]) -> Sample:
    situations = example.get("drafts", [example])
    found = (one for one in judged(rule, example) if one.state == "found")
    return Sample(tuple(_written(one) for one in situations), tuple(found))


def chosen(some: Sequence[Sample], lang: Lang) -> Sample | None:
    """The first example in a language, or the first of all."""
    wanted = (one for one in some if bool(_PERSIAN.search(_text(one))) is (lang == "fa"))
    return next(wanted, some[0] if some else None)


def _text(sample: Sample) -> str:
    return "\n".join(draft.text for draft in sample.drafts)


def _written(situation: Mapping[str, Any]) -> Written:
    given = list(_given(situation))
    return Written(situation["text"], listed(given) if given else None)


def _given(situation: Mapping[str, Any]) -> Iterator[Text]:
    """What an example declares besides its text and language, in the order of `_GIVEN`."""
    for name, say in _GIVEN.items():
        if situation.get(name):
            yield say(situation[name])


def _traits(traits: Mapping[str, Any]) -> Text:
    return listed(
        in_words(Test(f"network.{name}", "is", _value(value))) for name, value in traits.items()
    )


def _day(written: str) -> Text:
    return both("rules.given.schedule", day=day(written))


def _value(value: Any) -> Any:
    return frozenset(value) if isinstance(value, list) else value


_GIVEN: Final[Mapping[str, Callable[[Any], Text]]] = {
    "reply": lambda _: both("rules.given.reply"),
    "network": _traits,
    "account": lambda name: both("rules.given.account", name=name),
    "kind": lambda kind: both("rules.given.kind", kind=word("AccountKind", kind)),
    "voice": lambda voice: both("rules.given.voice", voice=both(f"rules.voice.{voice}")),
    "topics": lambda topics: both("rules.given.topics", topics=listed(map(same, topics))),
    "format": lambda name: both("rules.given.format", format=word("Format", name)),
    "media": lambda media: both("rules.given.media", count=len(media)),
    "link": lambda link: both("rules.given.link", link=link),
    "schedule": _day,
}

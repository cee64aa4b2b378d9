"""Which drafts a tone rule is for, as labels and words."""

from collections.abc import Iterable, Iterator

from channelwise.reference.conditions import in_words
from channelwise.reference.looks_for import finds_of
from channelwise.reference.model import Line
from channelwise.reference.say import both, joined, listed, same, word
from channelwise.text import Text
from channelwise.tone.model import Audience, ToneRule, languages_of

_LANGUAGES = ("en", "fa")


def audience(rule: ToneRule, network: Text | None) -> Iterator[Line]:
    """What must be so for the rule to judge a draft; `network` is its own, if it has one.

    The language is always told, the rest where it matters.
    """
    want = rule.audience
    yield _line("language", _languages(languages_of(rule)))
    if want.drafts:
        yield _line("drafts", _or(both(f"rules.draft.{one}") for one in sorted(want.drafts)))
    if want.accounts:
        yield _line("accounts", _or(word("AccountKind", one) for one in sorted(want.accounts)))
    if want.voice:
        yield _line("voice", both(f"rules.voice.{want.voice}"))
    if want.formats:
        yield _line("formats", _or(word("Format", one) for one in sorted(want.formats)))
    if want.least_words or want.most_words is not None:
        yield _line("words", listed(_lengths(want)))
    if want.declared_link:
        yield _line("link", both("rules.declared_link"))
    if network is not None:
        yield _line("networks", both("rules.own", network=network))
    if want.networks is not None:
        yield _line("networks", in_words(want.networks))
    yield from (_line("except", one) for one in _exceptions(rule))


def _exceptions(rule: ToneRule) -> Iterator[Text]:
    """What is left in peace where the rule would find it otherwise."""
    want = rule.audience
    if want.not_accounts:
        kinds = _or(word("AccountKind", one) for one in sorted(want.not_accounts))
        yield both("rules.not_accounts", kinds=kinds)
    for name in ("outside_topics", "outside_quotes"):
        if getattr(want, name):
            yield both(f"rules.{name}")
    if any(find.denial for find in finds_of(rule)):
        yield both("rules.denied")
    if rule.yields_to:
        yield both("rules.yields_to", codes=_or(same(code) for code in rule.yields_to))


def _line(label: str, text: Text) -> Line:
    return Line(both(f"rules.label.{label}"), text)


def _or(parts: Iterable[Text]) -> Text:
    return joined("rules.or", parts)


def _languages(known: frozenset[str] | None) -> Text:
    if known is None:
        return both("rules.language.any")
    return _or(
        both(f"rules.language.{one}") if one in _LANGUAGES
        else both("rules.language.other", name=one)
        for one in sorted(known)
    )  # fmt: skip


def _lengths(want: Audience) -> Iterator[Text]:
    if want.least_words:
        yield both("rules.words.least", count=want.least_words)
    if want.most_words is not None:
        yield both("rules.words.most", count=want.most_words)

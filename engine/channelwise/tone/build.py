"""From the checked plain data of a tone rule to a rule that can run. Nothing is checked again."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from channelwise.evidence import evidence
from channelwise.rules.build import condition
from channelwise.text import Text
from channelwise.tone.conjugation import conjugated
from channelwise.tone.denial import Denial, denial
from channelwise.tone.model import (
    Amount,
    Audience,
    Conditional,
    Consistency,
    Existence,
    Find,
    Metric,
    Occurrence,
    Quiet,
    SameText,
    SetCheck,
    Share,
    SingleCheck,
    Substitution,
    ToneRule,
)
from channelwise.tone.words import Entry, Matcher

Plain = Mapping[str, Any]


def tone_rule(plain: Plain, lexicons: Plain, origin: str, network: str | None) -> ToneRule:
    """One rule of a checked file; `cited` holds the facts it names, written out."""
    languages = plain.get("languages")
    return ToneRule(
        id=plain["id"], status=plain.get("status", "stable"), level=plain["level"],
        title=Text.of(plain["title"]), because=Text.of(plain["because"]),
        instead=Text.of(plain["instead"]), scope=plain.get("scope", "text"),
        languages=frozenset(languages) if languages else None,
        audience=_audience(plain.get("for", {})), check=_check(plain, lexicons),
        sources=tuple(evidence(name, plain["cited"].get(name)) for name in plain["source"]),
        examples=MappingProxyType(plain["examples"]), origin=origin, place=plain["place"],
        network=network, yields_to=tuple(plain.get("yields_to", ())),
        looks_for=Text.of(plain["looks_for"]) if plain.get("looks_for") else None,
    )  # fmt: skip


def _audience(plain: Plain) -> Audience:
    words = plain.get("words", {})
    return Audience(
        networks=condition(plain["networks"], {}) if "networks" in plain else None,
        accounts=frozenset(plain.get("accounts", ())),
        not_accounts=frozenset(plain.get("not_accounts", ())),
        drafts=frozenset(plain.get("drafts", ())),
        formats=frozenset(plain.get("formats", ())),
        voice=plain.get("voice"),
        least_words=words.get("at_least") or 0,
        most_words=words.get("at_most"),
        declared_link="link" in plain,
        outside_topics=plain.get("outside_topics", False),
        outside_quotes=plain.get("outside_quotes", False),
    )


def _check(plain: Plain, lexicons: Plain) -> SingleCheck | SetCheck:  # noqa: PLR0911 - one a kind
    kind = plain["kind"]
    if kind == "existence":
        whole, begins = plain.get("whole", False), plain.get("begins", False)
        return Existence(_find(plain["find"], lexicons), whole, begins)
    if kind == "substitution":
        return Substitution(_made(_swaps(plain["swaps"]), ()))
    if kind == "occurrence":
        more = "more_than" in plain
        amount = Amount(**plain["more_than" if more else "fewer_than"])
        return Occurrence(_find(plain["find"], lexicons), amount, more)
    if kind == "conditional":
        must = "must" in plain
        second = plain["must" if must else "must_not"]
        return Conditional(_find(plain["if"], lexicons), _find(second, lexicons), must)
    if kind == "metric":
        more = "more_than" in plain
        return Metric(plain["metric"], plain["more_than" if more else "fewer_than"], more)
    if kind == "consistency":
        return Consistency(_find(plain["one"], lexicons), _find(plain["other"], lexicons))
    return _set(plain, lexicons)


def _set(plain: Plain, lexicons: Plain) -> SetCheck:
    if "same_text" in plain:
        same = plain["same_text"]
        return SameText(same["at_least_words"], same.get("at_least_percent", 100))
    if "quiet" in plain:
        return Quiet(plain["quiet"]["more_than_days"])
    share = plain["share"]
    posts, more = share["posts"], "more_than_percent" in share
    return Share(
        find=_find(posts["find"], lexicons) if "find" in posts else None,
        metric=posts.get("metric"),
        percent=share["more_than_percent" if more else "fewer_than_percent"],
        more=more,
        least=share["of_at_least"],
    )


def _find(plain: Plain, lexicons: Plain) -> Find:
    found = [entry for name in plain.get("lexicons", ()) for entry in entries(lexicons[name])]
    for key, exempt in (("words", False), ("exempt", True)):
        for language, words in plain.get(key, {}).items():
            found += [Entry(word, language, "", exempt=exempt) for word in words]
    sources = [plain, *(lexicons[name] for name in plain.get("lexicons", ()))]
    patterns = [
        (language, one)
        for source in sources
        for language, some in source.get("patterns", {}).items()
        for one in some
    ]
    denies = denial(lexicons[name] for name in plain.get("lexicons", ()))
    return _made(found, patterns, denies)


def _made(
    found: Iterable[Entry], patterns: Iterable[tuple[str, str]], denies: Denial | None = None
) -> Find:
    known, also = list(found), tuple(patterns)
    languages = {entry.language for entry in known} | {language for language, _ in also}
    # Of equal spellings the first is kept, and an exemption goes before what it exempts from.
    known.sort(key=lambda entry: not entry.exempt)
    return Find(Matcher(known), also, frozenset(languages), denies)


def entries(lexicon: Plain) -> Iterator[Entry]:
    """What a checked lexicon finds, and what it leaves alone."""
    for key, exempt in (("groups", False), ("exempt", True)):
        for group in lexicon.get(key, ()):
            forms = tuple(group.get("forms", ()))
            for word in group_words(group):
                yield Entry(word, group["language"], lexicon["id"], forms, exempt)


def group_words(group: Plain) -> Iterator[str]:
    """The words of a group of a lexicon, verbs in all their forms."""
    yield from group.get("words", ())
    for verb in group.get("verbs", ()):
        yield from conjugated(verb.get("past"), verb.get("present"), group["person"])


def _swaps(swaps: Iterable[Plain]) -> Iterator[Entry]:
    for swap in swaps:
        forms = tuple(swap.get("forms", ()))
        for word in swap["words"]:
            yield Entry(
                word, swap["language"], "", forms, better=swap["better"], certain=swap["certain"]
            )

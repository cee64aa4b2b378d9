"""Denials: what is taken back beside its word is not found."""

from typing import Any

import pytest

from channelwise.errors import BadInput
from channelwise.files.read import parse_document
from channelwise.tone.check import lexicon_file
from channelwise.tone.findings import tone_findings
from channelwise.tone.load import load_tone
from channelwise.tone.model import Find
from channelwise.tone.reading import Reading
from channelwise.tone.trial import context, draft

LEXICON = """api: 1
lexicon:
  id: noise
  title: {en: noise, fa: سروصدا}
  licence: Ours.
  groups: [{language: en, note: noise, words: [bang]}]
  denied_by: {en: {before: [no, not]}, fa: {after: [نداریم]}}
"""


def found(language: str, text: str) -> list[str]:
    """What the core's rule on hard selling takes for selling, each hit by its folded words."""
    check: Any = load_tone().rule("core.selling.hard").check
    find: Find = check.find
    piece = Reading(draft({"text": text})).body
    hits = find.found(piece.whole(), frozenset({language}))
    return [piece.text[hit.region.start : hit.region.end] for hit in hits]


@pytest.mark.parametrize(
    ("language", "text", "hits"),
    [
        ("en", "Free shipping for all", ["free shipping"]),
        ("en", "There is no free shipping", []),
        ("en", "We never had a flash sale", []),
        ("en", "No, free shipping for all", ["free shipping"]),
        ("en", "We do not close. Free shipping for all", ["free shipping"]),
        ("en", "Not once in ten years was there such free shipping", ["free shipping"]),
        ("en", "Not 20% off", []),
        ("fa", "فروش ویژه داریم", ["فروش ویژه"]),
        ("fa", "فروش ویژه نداریم", []),
        ("fa", "فروش ویژهٔ پاییز نداریم", []),
        ("fa", "بدون تخفیف ویژه", []),
        ("fa", "فروش ویژه شروع شد، حراج نداریم", ["فروش ویژه"]),
    ],
)
def test_a_denial_reaches_a_few_words_of_its_own_clause(
    language: str, text: str, hits: list[str]
) -> None:
    """Three words before and two behind count; a comma or a full stop parts them."""
    assert found(language, text) == hits


def test_an_exemption_goes_before_a_pattern() -> None:
    """A phrase that is exempt is not found by a pattern either."""
    assert found("en", "A 40% discount on all") == ["40% discount"]
    assert found("en", "A 40% discount nearly closed our shop") == []


def test_denials_are_checked_as_words_are() -> None:
    """A denial of the wrong script, or one without a side, is told with its place."""
    lexicon_file(parse_document(LEXICON, "noise.yaml", "yaml"))
    for wrong, said in (("{before: [نه]}", "is not English"), ("{}", "`before`, `after`")):
        text = LEXICON.replace("{before: [no, not]}", wrong)
        with pytest.raises(BadInput, match=said):
            lexicon_file(parse_document(text, "noise.yaml", "yaml"))


def test_a_rule_can_leave_out_a_kind_of_account() -> None:
    """What another rule judges on personal accounts is left to it; unknown kinds are judged."""
    text = "Buy now with our discount code and free shipping!"
    codes = {}
    for kind in ("personal", "business", None):
        situation = {"language": "en", "text": text, "kind": kind}
        rules = [load_tone().rule("core.selling.hard")]
        drafts = [draft(situation)]
        codes[kind] = [one.code for one in tone_findings(rules, drafts, context([situation]))]
    assert codes == {"personal": [], "business": ["core.selling.hard"], None: ["core.selling.hard"]}

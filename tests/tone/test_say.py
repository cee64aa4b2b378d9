"""How numbers and quotes of tone rules are put into words."""

from datetime import date
from typing import Any

import pytest

from channelwise.drafts.read import draft_from
from channelwise.recommend.grounds import Clock
from channelwise.tone.load import load_tone
from channelwise.tone.say import Saying
from channelwise.tone.trial import judged

RULES = {rule.id: rule for rule in load_tone().rules}
COSTLY = {"network": {"links": "costly"}, "text": "Read it: https://acme.example/a"}
NO_PICTURE = {"network": {"text_alone": False}, "text": "New buns on the counter."}
MANY_EMOJI = {"text": "We 🎉 are 🔥 open 🍕🍕 again 🎈 from Monday on 🥖🥐"}
MANY_SIGNS = {"text": "Buns! Cakes! Pies! Tarts! Rolls! Bread! Salt!", "language": "en"}


@pytest.mark.parametrize(
    ("code", "example", "en", "fa"),
    [
        ("core.links.costly", COSTLY, "A link that costs reach: 1 link",
         "لینکی که دیده شدن را کم می‌کند: ۱ لینک"),
        ("core.media.missing", NO_PICTURE, "No picture", "عکس ندارد"),
        ("core.signs.exclamation", MANY_SIGNS,
         "Shouting with exclamation marks: 7 exclamation marks; at most 5 would be fine",
         "داد زدن با علامت تعجب: ۷ علامت تعجب؛ حداکثر ۵"),
        ("core.signs.emoji", MANY_EMOJI,
         "More emoji than words can carry: 7 emoji in 7 words; at most 3 would be fine",
         "ایموجی بیش از حد: ۷ ایموجی در متنی ۷ کلمه‌ای؛ حداکثر ۳"),
    ],
)  # fmt: skip
def test_limits_of_none_and_of_one(code: str, example: dict[str, Any], en: str, fa: str) -> None:
    """Nobody reads that at most 0 or at least 1 would be fine: the title says it."""
    [finding] = judged(RULES[code], example)
    assert (finding.message.en, finding.message.fa) == (en, fa)


def test_nothing_is_said_twice_in_one_line() -> None:
    """Where a number says every word of the title, the title is left out, in that language."""
    example = {"language": "fa", "text": "نان تازه 🎉🎉🎉🎉🎉 بیایید"}
    [finding] = judged(RULES["core.signs.emoji-row"], example)
    assert finding.message.en == "5 emoji in a row; at most 3 would be fine"
    assert finding.message.fa == "۵ ایموجی پشت سر هم؛ حداکثر ۳"


def test_titles_of_rules_in_a_list_are_told_apart() -> None:
    """Each is in quotation marks, as titles are sentences; marks within it become inner ones."""
    rule = RULES["core.separation.voice-we"]
    draft = draft_from("I bake.", "a.md")
    said = (
        Saying(Clock(date(2026, 11, 1), 12)).not_evaluated(draft, "voice", [rule, rule], 1).message
    )
    assert said.en.endswith(
        ": “‘I’ on an account that says ‘we’”, “‘I’ on an account that says ‘we’”"
    )
    assert said.fa.endswith("«“من” در حسابی که “ما” می‌گوید»، «“من” در حسابی که “ما” می‌گوید»")


def test_what_is_quoted_keeps_its_direction() -> None:
    """A quote is one isolate in Persian; in English only where it holds letters of the other."""
    example = {"language": "en", "text": "We utilize it in order to bake."}
    first, *_ = judged(RULES["core.wording.plain-word"], example)
    assert "“utilize”" in first.message.en
    assert "«\u2068utilize\u2069»" in first.message.fa
    assert first.fix
    assert "“use” instead of “utilize”" in first.fix.text.en
    assert "«\u2068utilize\u2069»" in first.fix.text.fa
    persian = {"language": "fa", "text": "کلیه محصولات جهت فروش می‌باشد."}
    for finding in judged(RULES["core.wording.plain-word"], persian):
        assert "“\u2068" in finding.message.en

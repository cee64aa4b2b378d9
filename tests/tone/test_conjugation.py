"""Persian verbs by person: the forms that count, and the look-alikes that do not."""

import pytest

from channelwise.tone.atoms import atoms
from channelwise.tone.build import entries
from channelwise.tone.conjugation import Person, conjugated
from channelwise.tone.folding import fold
from channelwise.tone.load import load_tone
from channelwise.tone.words import Matcher


def _plain(forms: object) -> str:
    return str(forms).replace("\u200c", "_")


@pytest.mark.parametrize(
    ("past", "present", "person", "forms"),
    [
        ("پخت", "پز", "i", "می_پزم نمی_پزم بپزم نپزم پختم نپختم می_پختم نمی_پختم پخته_ام نپخته_ام"),
        ("پخت", "پز", "we", "می_پزیم نمی_پزیم پختیم نپختیم می_پختیم نمی_پختیم پخته_ایم نپخته_ایم"),
        ("پخت", "پز", "you_familiar", "می_پزی نمی_پزی بپز نپز"),
        (None, "پز", "you_polite", "می_پزید نمی_پزید می_پزین نمی_پزین بپزید نپزید بپزین نپزین"),
        ("آمد", None, "we", "آمدیم نیامدیم می_آمدیم نمی_آمدیم آمده_ایم نیامده_ایم"),
        (None, "انداز", "i", "می_اندازم نمی_اندازم بیندازم نیندازم"),
        (None, "ایست", "i", "می_ایستم نمی_ایستم بایستم نایستم"),
        (None, "ر", "i", "می_رم نمی_رم"),
    ],
)
def test_a_verb_has_the_forms_of_its_person(
    past: str | None, present: str | None, person: Person, forms: str
) -> None:
    """Each stem gives its forms; vowels glide, and one-letter stems give no wish."""
    assert _plain(" ".join(conjugated(past, present, person))) == forms


@pytest.mark.parametrize(
    ("lexicon", "text", "found"),
    [
        ("voice-i", "امروز زودتر رفتم بازار و نمیتونم بگم چی خريدم", ["رفتم", "نمیتونم", "بگم", "خریدم"]),
        ("voice-i", "خاک نرم بود و مردم ماندند، دهم ماه", []),
        ("voice-i", "مرا ببخشید، هنوز نرسیده ام", ["مرا", "نرسیده ام"]),
        ("voice-we", "شب خمیر می گیریم و صبح می‌پزیم؛ قدیم این‌طور نبود، رژیم هم نداشتیم", ["می‌گیریم", "می‌پزیم", "نداشتیم"]),
        ("voice-we", "ببینیم چه می‌شود، تقسیم شد", []),
        ("address-familiar", "داخل قفس ببر بود، تو حیاط؛ اگه می‌خوای بیا", ["می‌خوای", "بیا"]),
        ("address-polite", "بفرمایید و ببینید؛ بهترین چای را دارین", ["بفرمایید", "ببینید", "دارین"]),
    ],
)  # fmt: skip
def test_a_lexicon_of_verbs_finds_them_as_people_type_them(
    lexicon: str, text: str, found: list[str]
) -> None:
    """Spaces for half-spaces, joined spelling and Arabic letters count; look-alikes do not."""
    matcher = Matcher(entries(load_tone().lexicons[lexicon]))
    folded = fold(text)
    hits = matcher.hits(atoms(folded.text))
    assert [folded.text[hit.start : hit.end] for hit in hits] == [fold(one).text for one in found]

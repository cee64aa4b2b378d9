"""Which language a text is in, English or Persian, by its letters and its commonest words.

Short lists and counts, no model: an answer is given where the signs agree, else None.
"""

import re
from collections.abc import Iterable
from typing import Final, Literal

MOST_READ: Final = 20_000
_LEAST_SHARE: Final = 80  # per cent of the letters that must be of one script
_MIXED_SHARE: Final = 50  # the same of Persian, where the other words are mere names
_MOST_ENGLISH: Final = 3  # per cent of the words that may then be common ones of English
_LEAST_WORDS: Final = 12  # per cent of the words that must be among the commonest
_FEW: Final = 20  # an English text may have a word such as "café", and one more for each 20


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NOT_WORDS: Final = re.compile(r"https?://\S+|www\.\S+|(?<!\S)[^\s@]{1,64}@\S+|[@#][\w\u200c]+")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’\u200c\u064b-\u0652]+[^\W\d_]+)*")
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_ARABIC: Final = re.compile("[\u0620-\u064a\u066e-\u06d3\u06d5\u06ee-\u06ef\u06fa-\u06ff]")
_LETTER: Final = re.compile(r"[^\W\d_]")

# Letters that Persian has and Arabic has not, and the other way round. Many Persian texts were
# typed with the Arabic ي and ك, so these two alone do not make a text Arabic.
_PERSIAN_LETTERS: Final = re.compile("[پچژگیک]")
_ARABIC_LETTERS: Final = re.compile("[ةىإ]|(?<!\\w)ال(?=\\w{2})")
# Urdu, Pashto, Kurdish, Sindhi and Uyghur share پ چ گ with Persian, and have letters of their own.
_OTHER_LETTERS: Final = re.compile("[ٹڈڑےںہھۃټډړږښځڅېۍڕڵۆێەڼڪٿڀڏۇۈۋې]")
_ACCENT: Final = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")
_PERSIAN_FORM: Final = str.maketrans("يك", "یک", "ـ")
_DRAWN_OUT: Final = re.compile(r"(?<=(\w))\1{2,}")

_PERSIAN: Final = _listed(
    "از در به که این است را با برای های شما یک بود شد آن تا من خود نیست هست کنید کرد می"
    " اگر چه یا ولی اما باید همه فقط دارد داریم کنیم امروز شنبه فروشگاه خیلی بعد همین"
    " شده‌است می‌شود می‌کنیم می‌کند نمی‌شود می‌خواهید"
    " رو داره دارن شده نشده نشه بخر بخرید بخرین ندید ندهید تموم واسه میشه نمیشه بدو بیا بیاین بیاید"
)
_ARABIC_WORDS: Final = _listed(
    "في على إلى عن هذا هذه التي الذي ذلك أن إن كان كانت لا لم لن قد هو هي نحن أنت كل مع"
    " بين بعد قبل ثم أو حتى عند لكن أيضا اليوم الآن يوم لكم لنا"
)
_ENGLISH: Final = _listed(
    "the of and to is in you that it for on are with as your this be at have from or by we not"
    " what all our can but an they which their will if do how about out up them then so some"
    " would make like has more see now my been who get it's we're don't just new us when why"
    " today here there was were i'm you're"
)
# Words of short posts that English has and its neighbours have not; of these one is a sign.
_PLAIN: Final = _listed(
    "buy hurry cheap cheaper bread half price prices shipping limited saturday sunday monday"
    " tuesday wednesday thursday friday synergy synergies closing opening tomorrow tonight morning"
    " evening rolls cakes shoes clothes everything anything savings thanks winter spring autumn"
)
# Words that others have taken over; they help the former, and are no sign by themselves.
_BORROWED: Final = _listed(
    "sale sales off shop last chance offer offers mega super best big deal deals gift gifts hot"
    " open weekend week today only don't miss great happy hello fresh hours order orders"
    " free delivery discount book save please summer gone selling now new left"
)
# Frequent words of other languages in Latin letters that English has not.
_FOREIGN: Final = _listed(
    "der die das und ist nicht ein eine mit für auf den dem wir sie ich zu von im le la les des"
    " et est une un pour dans que qui nous vous pas sur du el los las y es en por con para una"
    " se del como il che di per non sono gli della é o os da um uma com não de het een van ik"
    " niet och att det som är på jag og er til ikke ve bir bu için ile çok jest nie się na z"
    " yang dan di untuk dengan ini itu"
)


def language_of(text: str) -> Literal["fa", "en"] | None:
    """The language of a text, or None where its signs are few or do not agree.

    Addresses, mentions and hashtags are left out, and of a long text the first 20,000 code points
    are read. Arabic, Urdu, Kurdish and other languages in one of the two scripts give None.

    Example:
        >>> language_of("We bake fresh bread for you"), language_of("نان تازه برای شما می‌پزیم")
        ('en', 'fa')
        >>> language_of("Café"), language_of("سلام")
        (None, None)

    """
    words = _NOT_WORDS.sub(" ", text[:MOST_READ])
    letters = _number(_LETTER, words)
    latin = letters if words.isascii() else _number(_LATIN, words)
    arabic = 0 if words.isascii() else _number(_ARABIC, words)
    if arabic * 100 >= letters * _LEAST_SHARE and arabic:
        return "fa" if _is_persian(words) else None
    if arabic * 100 >= letters * _MIXED_SHARE and arabic and _only_names(words):
        return "fa" if _is_persian(words) else None
    if latin * 100 >= letters * _LEAST_SHARE and latin:
        return "en" if _is_english(words) else None
    return None


def _only_names(text: str) -> bool:
    """Whether what is English in a text is mere names, such as those of products."""
    words = _words(text)
    return _among(words, _ENGLISH) * 100 <= len(words) * _MOST_ENGLISH


def _is_persian(text: str) -> bool:
    if _number(_OTHER_LETTERS, text) * 50 > _number(_ARABIC, text):
        return False
    words = _words(text)
    persian = [_DRAWN_OUT.sub("", word.translate(_PERSIAN_FORM)) for word in words]
    ours = _number(_PERSIAN_LETTERS, text) + _among(persian, _PERSIAN)
    theirs = _number(_ARABIC_LETTERS, text) + _among(words, _ARABIC_WORDS)
    return ours > 2 * theirs and (ours > 1 or len(words) == 1)


def _is_english(text: str) -> bool:
    words = _words(text)
    ours, theirs = _among(words, _ENGLISH), _among(words, _FOREIGN)
    if not theirs and _is_short_english(words):
        return True
    return (
        ours > 2 * theirs
        and ours * 100 >= len(words) * _LEAST_WORDS
        and sum(bool(_ACCENT.search(word)) for word in words) <= 1 + len(words) // _FEW
    )


def _is_short_english(words: list[str]) -> bool:
    """Whether a post of few words, such as one that sells, is of words that are English alone."""
    plain, known = _among(words, _PLAIN), _PLAIN | _BORROWED | _ENGLISH
    return (
        plain > 0
        and 3 * _among(words, known) >= len(words)
        and not any(_ACCENT.search(word) for word in words)
    )


def _words(text: str) -> list[str]:
    return [word.casefold().replace("’", "'") for word in _WORD.findall(text)]


def _among(words: Iterable[str], known: frozenset[str]) -> int:
    return sum(word in known for word in words)


def _number(pattern: re.Pattern[str], text: str) -> int:
    return len(pattern.findall(text))

"""Matching of lexicons: whole words, their forms, the longest first, and time by length."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channelwise.tone.atoms import atoms
from channelwise.tone.folding import fold
from channelwise.tone.patterns import BadPattern, checked_pattern, compiled
from channelwise.tone.words import Entry, Matcher, TooLong, variants


def found(text: str, *entries: Entry) -> list[str]:
    """The original stretches that are found."""
    folded = fold(text)
    hits = Matcher(entries).hits(atoms(folded.text))
    return [text[slice(*folded.span(hit.start, hit.end))] for hit in hits]


def fa(text: str, *forms: str, exempt: bool = False) -> Entry:
    return Entry(text, "fa", "x", forms, exempt)


def en(text: str, *forms: str, exempt: bool = False) -> Entry:
    return Entry(text, "en", "x", forms, exempt)


@pytest.mark.parametrize(
    ("text", "entry", "hits"),
    [
        ("می‌شود گفت", fa("شود"), []),
        ("می شود گفت", fa("شود"), []),
        ("اگر شود، خوب است", fa("شود"), ["شود"]),
        ("میشود و مي‌شود و می شود", fa("می‌شود"), ["میشود", "مي‌شود", "می شود"]),
        ("نمی‌شود", fa("می‌شود"), []),
        ("تخفیف ويژه", fa("تخفیف ویژه"), ["تخفیف ويژه"]),
        ("تخفیف‌ویژه", fa("تخفیف ویژه"), ["تخفیف‌ویژه"]),
        ("تخفیف\nویژه", fa("تخفیف ویژه"), ["تخفیف\nویژه"]),
        ("تخفیف\n\nویژه", fa("تخفیف ویژه"), []),
        ("تخفیف، ویژه", fa("تخفیف ویژه"), []),
        ("#تخفیف_ویژه", fa("تخفیف ویژه"), ["تخفیف_ویژه"]),
        ("فوق العاده و فوق‌العاده و فوقالعاده", fa("فوق‌العاده"), ["فوق العاده", "فوق‌العاده", "فوقالعاده"]),
        ("کتابخانه", fa("کتاب"), []),
        ("کتاب‌ها و کتابهای ما", fa("کتاب", "plural"), ["کتاب‌ها", "کتابهای"]),
        ("کتاب‌ها", fa("کتاب"), []),
        ("سفارش بدهید یا بدید", fa("بده", "order"), ["بدهید", "بدید"]),
        ("محشره، معرکه‌ست", fa("محشر", "is"), ["محشره"]),
        ("فوق‌العادست و فوق العاده‌س", fa("فوق‌العاده", "is"), ["فوق‌العادست", "فوق العاده‌س"]),
        ("راهکار‌های ما، راهکار های ما", fa("راهکارهای ما"), ["راهکار‌های ما", "راهکار های ما"]),
        ("فرصتو ببین، فرصت رو ببین", fa("فرصت را ببین"), ["فرصتو ببین", "فرصت رو ببین"]),
        ("صفحه‌رو ببین، صفحهو ببین", fa("صفحه را ببین"), ["صفحه‌رو ببین"]),
        ("قیمتا دایرکت، قیمت‌ها دایرکت", fa("قیمت‌ها دایرکت"), ["قیمتا دایرکت", "قیمت‌ها دایرکت"]),
        ("تخفیفای ما", fa("تخفیف", "plural"), ["تخفیفای"]),
        ("قیمتارو ببین", fa("قیمت‌ها را ببین"), ["قیمتارو ببین"]),
        ("محشره، معرکه ست", fa("معرکه", "is"), ["معرکه ست"]),
        ("محشره، معرکه‌ست", fa("معرکه", "is"), ["معرکه\u200cست"]),
        ("خرید ۵۰٪", fa("خرید 50"), ["خرید ۵۰"]),
        ("a buy-in", en("buy"), []),
        ("Buy—now", en("buy"), ["Buy"]),
        ("the last-minute and lastminute deal", en("last-minute"), ["last-minute", "lastminute"]),
        ("deals, dealing", en("deal", "plural"), ["deals"]),
        ("he hurries, hurried", en("hurry", "verb"), ["hurries", "hurried"]),
        ("I don’t wait", en("don't wait"), ["don’t wait"]),
        ("shopping", en("shop"), []),
        ("ＢＵＹ ＮＯＷ", en("buy now"), ["ＢＵＹ ＮＯＷ"]),
    ],
)  # fmt: skip
def test_words_are_found_whole(text: str, entry: Entry, hits: list[str]) -> None:
    """A word or phrase is found where a reader sees it, and nowhere else."""
    assert found(text, entry) == hits


def test_the_longest_phrase_wins() -> None:
    """Of phrases that begin at one word, the longest is found, and only once."""
    assert found("buy now online", en("buy"), en("buy now"), en("now online")) == ["buy now"]


def test_an_exempt_phrase_hides_what_is_in_it() -> None:
    """Words inside a harmless phrase are not found, others are."""
    entries = (en("hurry"), en("don't hurry", exempt=True))
    assert found("Don't hurry. Hurry!", *entries) == ["Hurry"]


@pytest.mark.parametrize("text", ["!!!", "", "a " * 13, "a-b-c-d-e-f"])
def test_an_unusable_entry_is_refused(text: str) -> None:
    """An entry without words, or with too many, never reaches the automaton."""
    with pytest.raises(TooLong):
        list(variants(en(text)))


@settings(max_examples=60)
@given(st.lists(st.sampled_from(["buy", "now", "x", "می", "شود", "-", "\n", " ", "\u200c", "."])))
def test_hits_are_whole_and_in_order(parts: list[str]) -> None:
    """Hits never overlap, and no letter stands right before or after one."""
    text = fold("".join(parts)).text
    entries = [en("buy"), en("buy now"), en("now x"), fa("شود"), fa("می‌شود")]
    end = 0
    for hit in Matcher(entries).hits(atoms(text)):
        assert end <= hit.start < hit.end
        assert not text[hit.start - 1 : hit.start].isalnum() or hit.start == 0
        assert not text[hit.end : hit.end + 1].isalnum()
        end = hit.end


def spent(entries: int, repeats: int) -> float:
    """Seconds for a text of phrases that all but match, with so many entries."""
    matcher = Matcher([en(f"buy now at shop number w{index}") for index in range(entries)])
    text = atoms(fold("buy now at shop number wx " * repeats).text)
    start = process_time()
    list(matcher.hits(text))
    return process_time() - start


def test_time_does_not_grow_with_the_entries() -> None:
    """Three thousand entries take about as long as thirty."""
    few, many = (min(spent(size, 4000) for _ in range(3)) for size in (30, 3000))
    assert many < few * 3 + 0.05


@pytest.mark.parametrize(
    "pattern",
    ["a*", "a+", "(a+)+", "a{2,}", "(ab){2,3}", "(?=a)", "(?<x>a)", r"\1", "^a", "a$", "", "(a", "a)",
     r"\w{0,40}\w{0,40}\w{0,40}", "a{9,2}", "a{1,99}", "x" * 301, "a??", "[a", "|*", r"\p{L}"],
)  # fmt: skip
def test_a_pattern_without_bounds_is_refused(pattern: str) -> None:
    """Nothing that could cost more than the text is long is a pattern."""
    with pytest.raises(BadPattern):
        checked_pattern(pattern)


@pytest.mark.parametrize(
    ("pattern", "text", "hit"),
    [
        (r"\d{1,2} ?% (?:off|discount)", "save 50% off", "50% off"),
        ("colou?r", "the colors", None), ("colou?r", "the color", "color"), ("[ab]{2,3}", "x ab y", "ab"),
        ("شود", "می\u200cشود", None), ("شود", "شود", "شود"),
    ],
)  # fmt: skip
def test_a_pattern_keeps_to_words(pattern: str, text: str, hit: str | None) -> None:
    """A pattern matches whole words, as lexicons do."""
    match = compiled(checked_pattern(pattern)).search(text)
    assert (match[0] if match else None) == hit

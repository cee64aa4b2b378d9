"""The language of a text where none is declared: English, Persian, or not sure."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channelwise.drafts.language import language_of

ENGLISH = [
    "We bake fresh bread for you",
    "New hours from Monday: we open at 7.",
    "Fresh sourdough today! Come and get it",
    "The café is open again",
    "How do you take your coffee? ☕ #نان @acme https://acme.example/a",
    "Our team is hiring a junior baker. Apply by Friday.",
    "It’s here!",
    "I don't like Mondays",
    "THE SHOP IS CLOSED TODAY",
    "MEGA SALE 50% OFF! Buy cheap bread!",
    "Last chance! Free shipping! Limited offer! Hurry!",
    "Half price cinnamon rolls Saturday! Order now!",
    "Synergy. Innovation. Passion.",
    "Thank you, سارا, for the lovely photos of our shop",
]
PERSIAN = [
    "نان تازه برای شما می‌پزیم",
    "امروز تخفیف داریم",
    "فروشگاه ما از شنبه باز است",
    "چای تازه رسید",
    "سلام دوستان، محصول جديد ما رسيد، براي خريد به سايت ما سر بزنيد",
    "کیک شکلاتی",
    "حرااااااج! بخـــــر تا تموم نشده",
    "بدو تا تموم نشده",
    "پنج‌شنبه منتظر شما هستیم",
    "قیمت‌ها عوض شد ولی کیفیت نه 🙂",
    "با سلام و احترام، از شما دعوت می‌کنیم در مراسم افتتاحیه شرکت کنید",
    "مدل Pro امروز در فروشگاه ما رونمایی می‌شود و همهٔ شما دعوت هستید",
    "در دورهٔ Excel ما با Pivot Table و Power Query کار می‌کنیم و همهٔ تمرین‌ها رایگان است",
    "الان وقتشه! البته که منتظرتون هستیم، بدون عجله بیاین مغازه",
]
UNSURE = {
    "nothing": "",
    "spaces": " \n",
    "signs": "123 😀 !",
    "an address alone": "https://the.example/of-the-and",
    "one word of both scripts' languages": "سلام",
    "one word": "Café",
    "a list of names": "Sara Acme Berlin",
    "German": "Wir backen jeden Tag frisches Brot für dich und deine Familie",
    "German with an English name": "The Best of Berlin: Brot und Kuchen, auch für die Familie",
    "French": "Nous faisons du pain frais tous les jours pour vous",
    "Spanish": "Hacemos pan fresco todos los días para ti",
    "Italian": "Noi facciamo il pane fresco ogni giorno per te",
    "Portuguese": "Nós fazemos pão fresco todos os dias para você",
    "Dutch that sells": "Mega sale! Koop nu goedkoop brood!",
    "German that sells": "SALE! Letzte Chance! Jetzt shoppen!",
    "French that sells": "Black Friday, super offres, dernière chance !",
    "Spanish that sells": "Mega sale! Compra ahora! Pan fresco!",
    "Italian that sells": "Super offerta! Compra ora! Shop online!",
    "Indonesian that sells": "Promo weekend! Diskon besar! Order sekarang!",
    "Turkish that sells": "Mega indirim! Hemen al! Super fiyat!",
    "Arabic that is drawn out": "حرااااج! تخفيضااات كبرى",
    "a brand": "Innovation. Passion. Qualität.",
    "Dutch": "Wij bakken elke dag vers brood voor jou en het gezin",
    "Swedish": "Vi bakar färskt bröd varje dag",
    "Turkish": "Her gün sizin için taze ekmek yapıyoruz",
    "Indonesian": "Kami membuat roti segar setiap hari untuk anda",
    "Arabic": "نخبز الخبز الطازج كل يوم في المخبز",
    "an Arabic greeting": "أهلا وسهلا بكم في متجرنا الجديد",
    "Arabic without tell-tale words": "كيف حالك يا صديقي",
    "Urdu": "ہم روزانہ تازہ روٹی بناتے ہیں",
    "Pashto": "موږ هره ورځ تازه ډوډۍ پخوو",
    "Kurdish": "ئێمە ڕۆژانە نانی تازە دەکەین",
    "Russian": "Мы печём хлеб каждый день",
    "Hebrew": "אנחנו אופים לחם כל יום",
    "Japanese": "毎日パンを焼きます",
    "half English and half Persian": "The shop is open today. فروشگاه امروز باز است برای شما",
}


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_known(text: str) -> None:
    """Plain English sentences of shops are English."""
    assert language_of(text) == "en"


@pytest.mark.parametrize("text", PERSIAN)
def test_persian_is_known(text: str) -> None:
    """Persian sentences are Persian, with Arabic letters or a foreign word in them as well."""
    assert language_of(text) == "fa"


@pytest.mark.parametrize("text", UNSURE.values(), ids=UNSURE)
def test_what_is_not_sure_is_none(text: str) -> None:
    """Other languages, mixtures and single words get no answer."""
    assert language_of(text) is None


@given(st.text(max_size=200))
def test_any_text_gets_one_of_three_answers(text: str) -> None:
    """No text raises, and marks at its end change nothing."""
    answer = language_of(text)
    assert answer in ("fa", "en", None)
    assert language_of(text + " 🙂 123") == answer


@pytest.mark.parametrize(
    "text", ["a" * 1_000_000, "'" * 1_000_000, "@" * 1_000_000, "a'" * 500_000, "ا\u200c" * 500_000]
)
def test_a_huge_text_takes_no_time(text: str) -> None:
    """A long text is read in part."""
    start = time.process_time()
    language_of(text)
    assert time.process_time() - start < 1

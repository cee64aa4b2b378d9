"""Pages: sound markup, nothing loaded, nothing left out, readable in both themes."""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from channelwise.recommend.model import Recommendation
from channelwise.render import digest
from channelwise.render.html import explanation_html, html
from channelwise.render.pages import style
from channelwise.render.phrases import Phrases
from channelwise.texts import load as load_texts
from channelwise.vocabulary import Lang
from known import rulebook
from markup import LOADING, Page, plain
from reports import FROZEN, HOSTILE, LANGS, explanation, recommendation

langs = pytest.mark.parametrize("lang", LANGS)
names = pytest.mark.parametrize("name", FROZEN)


def page_of(name: str, lang: Lang) -> str:
    return html(recommendation(name), lang, rulebook().policy)


def pages(lang: Lang) -> Iterator[str]:
    for name in FROZEN:
        yield page_of(name, lang)
        yield explanation_html(explanation(name), lang)


@langs
def test_every_element_is_closed_in_order(lang: Lang) -> None:
    for page in pages(lang):
        read = Page(page)
        assert not read.wrong
        assert not read.open
        assert page.startswith("<!doctype html>\n")


@langs
def test_a_page_loads_nothing(lang: Lang) -> None:
    for page in pages(lang):
        read = Page(page)
        tags = {tag for tag, _ in read.elements}
        assert not tags & {"script", "link", "iframe", "object", "embed", "img", "base", "form"}
        assert not LOADING & {name for _, attrs in read.elements for name in attrs}
        assert all(tag == "a" for tag, attrs in read.elements if "href" in attrs)
        assert set(re.findall(r"url\(([^)]*)\)", page)) <= {"#hatch"}
        assert "@import" not in page


@langs
def test_links_lead_to_the_web_or_into_the_page(lang: Lang) -> None:
    for page in pages(lang):
        assert Page(page).whole()


@langs
def test_headings_do_not_skip_a_level(lang: Lang) -> None:
    for page in pages(lang):
        levels = [int(tag[1]) for tag, _ in Page(page).elements if re.fullmatch(r"h[1-6]", tag)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))


@langs
def test_tables_and_charts_can_be_read_aloud(lang: Lang) -> None:
    for page in pages(lang):
        elements = Page(page).elements
        assert all(attrs.get("scope") in {"row", "col"} for tag, attrs in elements if tag == "th")
        tables = [tag for tag, _ in elements if tag == "table"]
        assert len(tables) == len([tag for tag, _ in elements if tag == "caption"])
        charts = [attrs for tag, attrs in elements if tag == "svg" and "role" in attrs]
        assert charts
        assert len(charts) == len([tag for tag, _ in elements if tag == "desc"])
        hidden = [attrs for tag, attrs in elements if tag == "svg" and "role" not in attrs]
        assert all(attrs.get("aria-hidden") == "true" for attrs in hidden)


@langs
def test_language_and_direction_are_declared(lang: Lang) -> None:
    for page in pages(lang):
        root = next(attrs for tag, attrs in Page(page).elements if tag == "html")
        assert root == {"lang": lang, "dir": "rtl" if lang == "fa" else "ltr"}


@names
@langs
def test_everything_the_answer_says_is_on_the_page(name: str, lang: Lang) -> None:
    answer = recommendation(name)
    text = Page(page_of(name, lang)).text
    missing = [said for said in said_by(answer, Phrases(load_texts(), lang)) if said not in text]
    assert not missing


def said_by(answer: Recommendation, p: Phrases) -> Iterator[str]:
    """Names, reasons and numbers as a reader should find them."""
    yield plain(answer.business)
    yield answer.rulebook
    for network in answer.ranking:
        yield plain(p.say(network.name))
        yield p.n(network.score)
        yield from (p.n(result.score) for result in network.criteria)
    for network in digest.rest(answer):
        yield from (plain(p.say(reason.text)) for reason in digest.decisive(network))
    for network in digest.fitting(answer):
        for reason in (*network.reasons_for, *network.reasons_against):
            yield plain(p.say(reason.title))
            yield plain(p.say(reason.text))
            yield p.signed(reason.points)
        for result in network.criteria:
            yield f"{p.n(result.base)} {'−' if result.points < 0 else '+'} {p.n(abs(result.points))}"
        for strategy in network.strategies:
            yield plain(p.say(strategy.name))
        for strategy in digest.fitting_strategies(network):
            yield plain(p.say(strategy.tone))
            yield plain(p.say(strategy.example))
        for metric in network.metrics:
            yield plain(p.say(metric.formula))
    for advice in answer.advice:
        yield plain(p.say(advice.text))
        yield plain(p.say(advice.because))
    if answer.question:
        yield plain(p.say(answer.question.ask))
        yield from (plain(p.say(change.answer)) for change in answer.question.changes)
    yield from (plain(p.say(note)) for note in answer.notes)


@names
@langs
def test_a_proof_shows_every_point(name: str, lang: Lang) -> None:
    proof = explanation(name)
    p = Phrases(load_texts(), lang)
    text = Page(explanation_html(proof, lang)).text
    for part in proof.criteria:
        assert p.n(part.result.base + part.result.points) in text
        for line in part.lines:
            assert plain(p.say(line.text)) in text
            assert line.rule in text
            assert p.signed(line.points) in text
    for gap in proof.gaps:
        assert p.signed(gap.here - gap.there) in text
    assert p.n(proof.total) in text


@langs
def test_a_hostile_name_stays_text(lang: Lang) -> None:
    answer = recommendation("bakery").model_copy(update={"business": HOSTILE})
    proof = explanation("bakery").model_copy(update={"business": HOSTILE})
    for page in (html(answer, lang), explanation_html(proof, lang)):
        read = Page(page)
        assert not read.wrong
        assert "script" not in {tag for tag, _ in read.elements}
        assert "<script" not in page
        assert plain(HOSTILE) in read.text


@langs
def test_a_name_cannot_turn_the_line_around(lang: Lang) -> None:
    answer = recommendation("bakery").model_copy(update={"business": "a\u202eb\u2069c"})
    page = html(answer, lang)
    assert "\u202e" not in page
    assert page.count("\u2068") == page.count("\u2069")


def test_a_source_without_a_web_address_is_no_link() -> None:
    answer = recommendation("bakery")
    network = answer.ranking[0]
    ground = (
        network.reasons_for[0]
        .grounds[0]
        .model_copy(update={"title": "A", "address": "javascript:alert(1)"})
    )
    reason = network.reasons_for[0].model_copy(update={"grounds": [ground]})
    changed = network.model_copy(update={"reasons_for": [reason]})
    page = html(answer.model_copy(update={"ranking": [changed, *answer.ranking[1:]]}), "en")
    assert not [link for link in Page(page).values("href") if "javascript" in link]


@langs
def test_persian_pages_write_persian_digits(lang: Lang) -> None:
    answer = recommendation("bakery")
    text = Page(html(answer, lang)).text
    score = answer.ranking[0].score
    assert Phrases(load_texts(), lang).n(score) in text
    assert (re.search(r"[۰-۹]", text) is not None) is (lang == "fa")


@names
@langs
def test_equal_answers_give_equal_bytes(name: str, lang: Lang) -> None:
    assert page_of(name, lang).encode() == page_of(name, lang).encode()


# Text on its ground, and lines that carry meaning on theirs, with the least contrast of WCAG AA.
PAIRS = [
    ("ink", "page", 4.5), ("ink", "card", 4.5), ("ink", "sunk", 4.5),
    ("soft", "page", 4.5), ("soft", "card", 4.5), ("soft", "sunk", 4.5),
    ("accent", "page", 4.5), ("accent", "card", 4.5), ("accent", "sunk", 4.5),
    ("accent", "accent-soft", 4.5), ("on-accent", "accent", 4.5),
    ("accent", "track", 3), ("mark", "track", 3), ("mark", "base", 3), ("hatch", "card", 3),
]  # fmt: skip


@pytest.mark.parametrize("theme", [0, 1, 2], ids=["light", "dark", "print"])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_colours_contrast_enough(theme: int, front: str, ground: str, least: float) -> None:
    blocks = re.findall(r":root \{(.*?)\}", style(), re.DOTALL)
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", blocks[theme]))
    light, dark = sorted((luminance(colours[front]), luminance(colours[ground])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= least


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

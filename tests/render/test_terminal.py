"""Answers on a terminal: the layout as snapshots, and what holds for every answer."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import partial
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import get_args

import pytest
from rich.cells import cell_len
from rich.console import Console
from syrupy.assertion import SnapshotAssertion

from channelwise.brief.read import read_brief
from channelwise.engine import Engine
from channelwise.recommend.model import Explanation, Recommendation
from channelwise.render.terminal.explanation import explanation as explanation_page
from channelwise.render.terminal.isolates import CONTROLS
from channelwise.render.terminal.network import network as network_page
from channelwise.render.terminal.networks import networks as networks_page
from channelwise.render.terminal.paper import recorded as recorded_page
from channelwise.render.terminal.recommendation import recommendation as recommendation_page
from channelwise.render.terminal.rules import rule as rule_page
from channelwise.render.terminal.rules import rules as rules_page
from channelwise.text import persian_digits
from channelwise.texts import load as load_texts
from channelwise.vocabulary import CRITERIA, Lang

AS_OF = date(2026, 11, 1)
ROOT = Path(__file__).parents[2]
ANSWERS = Path(__file__).parent / "answers"
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
LANGS: tuple[Lang, ...] = get_args(Lang)
FROZEN = ("bakery", "clinic")

langs = pytest.mark.parametrize("lang", LANGS)
examples = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
frozen = pytest.mark.parametrize("name", FROZEN)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine.load()


def printed(write: Callable[[Console], None], width: int = 80) -> str:
    sheet = BytesIO()
    with TextIOWrapper(sheet, encoding="utf-8", write_through=True) as stream:
        write(Console(file=stream, width=width))
        return sheet.getvalue().decode()


def visible(text: str) -> str:
    """The text without what takes no room, and with single blanks."""
    return " ".join("".join(sign for sign in text if sign not in CONTROLS).split())


def answer(name: str) -> Recommendation:
    return Recommendation.model_validate_json(
        (ANSWERS / f"{name}.recommendation.json").read_bytes()
    )


def proof(name: str) -> Explanation:
    return Explanation.model_validate_json((ANSWERS / f"{name}.explanation.json").read_bytes())


@frozen
@langs
@pytest.mark.parametrize("full", [False, True], ids=["short", "full"])
def test_recommendation(name: str, lang: Lang, full: bool, snapshot: SnapshotAssertion) -> None:
    found = answer(name)
    assert printed(lambda c: recommendation_page(found, lang, c, full)) == snapshot


@frozen
@langs
def test_explanation(name: str, lang: Lang, snapshot: SnapshotAssertion) -> None:
    assert printed(lambda c: explanation_page(proof(name), lang, c)) == snapshot


def everything(engine: Engine, path: Path, lang: Lang) -> list[Callable[[Console], None]]:
    """Every page there is about a brief."""
    brief = read_brief(path)
    found = engine.recommend(brief, as_of=AS_OF)
    proofs = [engine.explain(brief, network.id, as_of=AS_OF) for network in found.ranking]
    return [
        partial(recommendation_page, found, lang, full=False),
        partial(recommendation_page, found, lang, full=True),
        *(partial(explanation_page, one, lang) for one in proofs),
    ]


def assert_fits(text: str, width: int) -> None:
    for line in text.splitlines():
        assert cell_len(line) <= width, line
        assert sum(line.count(sign) for sign in CONTROLS[:-1]) == line.count(CONTROLS[-1]), line
        assert line == line.rstrip(" ")


@examples
@langs
@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_wider_than_the_console(
    engine: Engine, path: Path, lang: Lang, width: int
) -> None:
    for write in everything(engine, path, lang):
        assert_fits(printed(write, width), width)


@langs
def test_networks_and_rules_fit_the_console(engine: Engine, lang: Lang) -> None:
    book = engine.rulebook
    assert_fits(printed(lambda c: networks_page(book.networks, lang, c), 40), 40)
    assert_fits(printed(lambda c: networks_page(book.networks, lang, c)), 80)
    assert_fits(printed(lambda c: rules_page(book.rules, lang, c)), 80)
    for network in book.networks:
        assert_fits(printed(partial(network_page, network, network.facts(), lang)), 80)
    for rule in book.rules:
        assert_fits(printed(partial(rule_page, rule, lang)), 80)


@langs
def test_every_fact_of_a_network_is_printed(engine: Engine, lang: Lang) -> None:
    for network in engine.rulebook.networks:
        facts = network.facts()
        page = visible(printed(partial(network_page, network, facts, lang)))
        for name in facts["facts"]:
            assert name in page


@examples
def test_every_reason_shown_is_in_the_answer(engine: Engine, path: Path) -> None:
    found = engine.recommend(read_brief(path), as_of=AS_OF)
    text = printed(lambda c: recommendation_page(found, "en", c))
    fits = [network for network in found.ranking if network.verdict in ("recommended", "possible")]
    reasons = [r for n in fits for r in (*n.reasons_for, *n.reasons_against)]
    words = {load_texts().word("Criterion", name, "en"): name for name in CRITERIA}
    shown = re.findall(rf"^ +([+−]\d+) ({'|'.join(words)}) ", text, flags=re.MULTILINE)
    points = Counter((int(sign.replace("−", "-")), words[word]) for sign, word in shown)
    assert points == Counter((reason.points, reason.criterion) for reason in reasons)
    for reason in reasons:
        assert visible(reason.text.en) in visible(text)


@examples
@langs
def test_the_table_shows_the_scores_of_the_answer(engine: Engine, path: Path, lang: Lang) -> None:
    found = engine.recommend(read_brief(path), as_of=AS_OF)
    lines = printed(lambda c: recommendation_page(found, lang, c)).splitlines()
    start = next(number for number, line in enumerate(lines) if "───" in line) + 1
    table = [visible(line) for line in lines[start : lines.index("", start)]]
    rows = [row for line in table if len(row := [int(n) for n in re.findall(r"\d+", line)]) >= 2]
    model = [[network.rank, network.score] for network in found.ranking]
    assert [sorted(row[:2]) for row in rows] == [sorted(row) for row in model]


@examples
@langs
def test_the_sum_of_a_proof_is_exact(engine: Engine, path: Path, lang: Lang) -> None:
    brief = read_brief(path)
    for network in engine.rulebook.networks:
        found = engine.explain(brief, network.id, as_of=AS_OF)
        text = visible(printed(partial(explanation_page, found, lang)))
        terms = [(part.result.weight, part.result.score) for part in found.criteria]
        assert sum(weight * score for weight, score in terms) == found.total
        line = " + ".join(f"{weight}×{score}" for weight, score in terms) + f" = {found.total}"
        assert (persian_digits(line) if lang == "fa" else line) in text
        for part in found.criteria:
            for rule in part.lines:
                assert visible(getattr(rule.text, lang)) in text


def test_short_answers_say_how_much_is_left_out() -> None:
    found = answer("clinic")
    short, long = (
        visible(printed(partial(recommendation_page, found, "en", full=full)))
        for full in (False, True)
    )
    assert "--full" in short
    assert "--full" not in long
    for advice in found.advice:
        assert visible(advice.text.en) in long


@langs
def test_plain_where_nobody_looks(lang: Lang) -> None:
    """A stream that is no terminal gets no colours, and a verdict is a word."""
    text = printed(lambda c: recommendation_page(answer("bakery"), lang, c))
    assert "\x1b" not in text
    for network in answer("bakery").ranking:
        assert load_texts().word("Verdict", network.verdict, lang) in visible(text)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1"])
@langs
def test_a_stream_of_few_characters_gets_plain_ones(lang: Lang, encoding: str) -> None:
    sheet = BytesIO()
    with TextIOWrapper(sheet, encoding=encoding, write_through=True) as stream:
        console = Console(file=stream, width=80)
        recommendation_page(answer("clinic"), lang, console, True)
        explanation_page(proof("clinic"), lang, console)
        text = sheet.getvalue().decode(encoding)
    assert "#####" in text
    assert "█" not in text


def test_persian_tables_begin_at_the_right() -> None:
    text = visible(printed(lambda c: recommendation_page(answer("bakery"), "fa", c)))
    first = answer("bakery").ranking[0]
    row = re.search(rf"{persian_digits(str(first.score))} .*{first.name.fa} ۱", text)
    assert row is not None


def test_recorded_is_what_a_plain_console_prints() -> None:
    found = answer("bakery")
    write = lambda console: recommendation_page(found, "en", console)  # noqa: E731
    assert recorded_page(write) == printed(write)

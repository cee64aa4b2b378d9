"""The interview: what people type, what becomes of it, and the file that is written."""

import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from channelwise.brief.interview import Given, Interview, Refused, to_yaml
from channelwise.brief.model import Brief
from channelwise.brief.read import read_brief
from channelwise.cli.init import init
from channelwise.files.read import parse_document
from channelwise.text import Text
from channelwise.texts import Question, load
from channelwise.vocabulary import LANGS, Lang

TEXTS = load()
NETWORKS = {"acme": Text("Acme", "اکمی"), "plaza": Text("The Plaza", "میدان شهر")}
NEEDED = {
    "business.name": "Corner Bakery",
    "audience.kind": "consumers",
    "content.can_make": "pictures, stories",
    "time.hours_per_week": "5",
}
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))


def ask(field: str, typed: str, lang: Lang = "en") -> Given | Refused:
    return Interview(TEXTS, lang, NETWORKS).reply(TEXTS.question(field), typed)


def answered(**changes: str) -> Interview:
    talk = Interview(TEXTS, "en", NETWORKS)
    for field, typed in {**NEEDED, **changes}.items():
        assert isinstance(talk.reply(TEXTS.question(field), typed), Given), field
    return talk


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("business.name", "  Corner   Bakery ", "Corner Bakery"),
        ("business.name", "-", "-"),
        ("business.name", "\u202eکافهٔ ما\u2066", "کافهٔ ما"),
        ("business.people", "۱۲", 12),
        ("business.people", "١٢", 12),
        ("business.people", "1٬200", 1200),
        ("audience.women_percent", "55 %", 55),
        ("audience.women_percent", "۵۵٪", 55),
        ("time.hours_per_week", "5", 5),
        ("time.hours_per_week", "۲٫۵", 2.5),
        ("time.hours_per_week", "2,5", 2.5),
        ("business.rests_on_owner", "Y", True),
        ("business.rests_on_owner", "خیر", False),
        ("audience.kind", "2", "b2c"),
        ("audience.kind", "۲", "b2c"),
        ("audience.kind", "B2B", "b2b"),
        ("audience.kind", "مردم عادي", "b2c"),
        ("business.sector", "Home-Services", "home_services"),
        ("goals", "sales، شناخته شدن, sales", ["sales", "awareness"]),
        ("goals", "7 1", ["sales", "awareness"]),
        ("content.have", "none", []),
        ("content.have", "هیچ‌کدام", []),
        ("accounts", "-", []),
        ("audience.ages", "30-49: 40, 18–29=60%", {"18-29": 60, "30-49": 40}),
        ("audience.ages", "65+ 20؛ ۱۸ تا ۲۹ سال: ۸۰", {"18-29": 80, "65+": 20}),
        (
            "business.markets",
            "ir Tehran 70, DE: 30%",
            [{"country": "IR", "city": "Tehran", "share": 70}, {"country": "DE", "share": 30}],
        ),
        ("business.markets", "GB", [{"country": "GB"}]),
        ("business.markets", "BR Rio de Janeiro", [{"country": "BR", "city": "Rio de Janeiro"}]),
        ("business.languages", "FA, ckb", ["fa", "ckb"]),
        (
            "accounts",
            "acme business both 1200",
            [{"network": "acme", "kind": "business", "used_for": "both", "followers": 1200}],
        ),
        ("accounts", "the plaza personal", [{"network": "plaza", "kind": "personal"}]),
        (
            "accounts",
            "میدان شهر کسب و کار هر دو ۹۰۰ خیر",
            [
                {
                    "network": "plaza",
                    "kind": "business",
                    "used_for": "both",
                    "followers": 900,
                    "shares_opinions": False,
                }
            ],
        ),
        (
            "accounts",
            "elsewhere شخصی شخصی",
            [{"network": "elsewhere", "kind": "personal", "used_for": "personal"}],
        ),
    ],
)  # fmt: skip
def test_what_is_typed_becomes_a_value(field: str, typed: str, value: Any) -> None:
    assert ask(field, typed) == Given(value)


@pytest.mark.parametrize(
    ("field", "typed", "message"),
    [
        ("business.name", " ", "needs an answer"),
        ("business.name", "x" * 121, "120"),
        ("time.hours_per_week", "five", "digits"),
        ("time.hours_per_week", "1/2", "digits"),
        ("time.hours_per_week", "0", "more than 0"),
        ("time.hours_per_week", "169", "168"),
        ("business.people", "0", "less than 1"),
        ("business.people", "2.5", "whole"),
        ("business.people", "9" * 5000, "whole"),
        ("audience.women_percent", "101", "100"),
        ("business.rests_on_owner", "perhaps", "yes or no"),
        ("audience.kind", "consumer", "Did you mean “consumers”"),
        ("audience.kind", "9", "end at 3"),
        ("audience.kind", "0", "end at 3"),
        ("audience.kind", "1, 2", "only one"),
        ("content.can_make", "none", "At least one"),
        ("content.can_make", ", ,", "At least one"),
        ("goals", "selling", "not one of"),
        ("audience.ages", "18-29", "percent"),
        ("audience.ages", "18-29: 0", "all 0"),
        ("audience.ages", "18-29: 10, 18 to 29: 20", "twice"),
        ("audience.ages", "18-29: 200", "100"),
        ("business.markets", "Iran", "country code"),
        ("business.markets", ", ".join(["DE"] + [f"DE c{n}" for n in range(60)]), "50"),
        ("business.languages", "english", "language code"),
        ("accounts", "acmee business", "Did you mean “Acme”"),
        ("accounts", "acme", "personal or business"),
        ("accounts", "acme business bothh", "Did you mean “both”"),
        ("accounts", "acme business 10 20", "20"),
        ("accounts", "شبکه business", "small Latin letters"),
    ],
)
def test_what_cannot_be_used_is_said_with_the_way_out(field: str, typed: str, message: str) -> None:
    answer = ask(field, typed)
    assert isinstance(answer, Refused)
    assert message in answer.message


def test_messages_come_in_the_language_of_the_interview() -> None:
    answer = ask("audience.kind", "مردم عدی", "fa")
    assert isinstance(answer, Refused)
    assert not re.search("[A-Za-z{}]", answer.message)
    assert "\u2068مردم عادی\u2069" in answer.message


@pytest.mark.parametrize("question", TEXTS.questions, ids=lambda question: question.field)
@pytest.mark.parametrize("lang", LANGS)
def test_every_label_and_example_can_be_typed(question: Question, lang: Lang) -> None:
    if question.example:
        assert isinstance(ask(question.field, question.example.lang(lang), lang), Given)
    for code, label in TEXTS.words.get(question.group, {}).items():
        share = ": 50" if question.kind == "shares" else ""
        value = {"word": code, "shares": {code: 50}}.get(question.kind, [code])
        assert ask(question.field, label.lang(lang) + share) == Given(value)
        assert ask(question.field, code + share) == Given(value)


typed_texts = st.one_of(
    st.text(),
    st.text(alphabet="0123456789۰۱٢٣+-–.,،:;%٪/ =abyxIRDE\u200c\n"),
    st.lists(
        st.sampled_from(
            [label for words in TEXTS.words.values() for text in words.values() for label in text]
            + ["acme", "b2b", "65+", "IR", "12", "۷۰٪", "yes", "none", ",", "،", ":", "-"]
        ),
        max_size=8,
    ).map(" ".join),
)


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(TEXTS.questions), typed_texts, st.sampled_from(LANGS))
def test_any_typed_text_gives_a_value_or_a_message(
    question: Question, typed: str, lang: Lang
) -> None:
    answer = ask(question.field, typed, lang)
    if isinstance(answer, Refused):
        assert answer.message
        assert "{" not in answer.message or "{" in typed
    else:
        assert answer.value is not None or not question.needed


@settings(max_examples=200, deadline=None)
@given(st.data(), st.sampled_from(LANGS))
def test_every_accepted_answer_survives_the_file(data: st.DataObject, lang: Lang) -> None:
    talk = answered()
    for question in TEXTS.questions:
        talk.reply(question, data.draw(typed_texts))
    for question in talk.missing:
        talk.reply(question, NEEDED[question.field])
    written = to_yaml(talk.brief(), lang)
    assert parse_document(written, "brief.yaml", "yaml").data == talk.brief()
    Brief.model_validate(talk.brief())


@pytest.mark.parametrize(
    "name", ["NO", "1e3", "007", "~", "null", "1:30", "# x", "a: b", "=", "- x", "'", "نان"]
)
def test_a_name_stays_text_whatever_it_looks_like(name: str) -> None:
    talk = answered(**{"business.name": name})
    data = parse_document(to_yaml(talk.brief()), "brief.yaml", "yaml").data
    assert data["business"]["name"] == name


def test_the_needed_questions_alone_make_a_brief() -> None:
    talk = Interview(TEXTS, "en")
    for number, question in enumerate(talk.missing, 1):
        assert isinstance(talk.reply(question, NEEDED[question.field]), Given)
        assert len(talk.missing) == len(NEEDED) - number
    Brief.model_validate(talk.brief())


def test_an_answer_can_be_replaced_and_taken_back() -> None:
    talk = answered(goals="sales")
    talk.reply(TEXTS.question("goals"), "hiring")
    assert talk.brief()["goals"] == ["recruiting"]
    talk.reply(TEXTS.question("goals"), "nonsense")
    assert talk.brief()["goals"] == ["recruiting"]
    talk.reply(TEXTS.question("goals"), "")
    assert "goals" not in talk.brief()


def test_a_written_brief_shows_what_was_left_out_as_comments() -> None:
    lines = to_yaml(answered().brief()).splitlines()
    assert "  # sector:" in lines
    assert "# goals:" in lines
    assert "  hours_per_week: 5" in lines


def test_fields_that_are_not_asked_for_are_kept() -> None:
    brief = {**answered().brief(), "weights": {"time": 6}, "exclude": ["acme"]}
    assert parse_document(to_yaml(brief), "brief.yaml", "yaml").data == brief


def typed_in(talk_through: dict[str, str]) -> str:
    """The lines that answer all questions in their order."""
    return "".join(f"{talk_through.get(question.field, '')}\n" for question in TEXTS.questions)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()
    return lambda *args, typed="": runner.invoke(init, list(args), input=typed)


def test_init_writes_a_brief_and_says_what_comes_next(run: Any) -> None:
    result = run(typed=typed_in({**NEEDED, "goals": "sales"}))
    assert result.exit_code == 0
    assert "channelwise recommend brief.yaml" in result.output
    assert read_brief("brief.yaml").goals == ["sales"]


def test_init_in_persian(run: Any) -> None:
    typed = typed_in({**NEEDED, "audience.kind": "مردم عادی", "time.hours_per_week": "۲٫۵"})
    result = run("نان.yaml", "--lang", "fa", typed=typed)
    assert result.exit_code == 0
    assert "--lang fa" in result.output
    assert read_brief("نان.yaml").time.hours_per_week == 2.5


def test_init_asks_again_after_a_slip(run: Any) -> None:
    typed = typed_in(NEEDED).replace("consumers\n", "consumer\nconsumers\n")
    result = run(typed=typed)
    assert result.exit_code == 0
    assert "Did you mean “consumers”?" in result.output


def test_init_fits_into_80_columns(run: Any) -> None:
    for lang in LANGS:
        result = run(f"{lang}.yaml", "--lang", lang, typed=typed_in(NEEDED))
        shown = re.sub("[\u200c\u2068\u2069]", "", result.output)
        assert max(map(len, shown.splitlines())) <= 80


def test_init_replaces_a_file_only_by_force(run: Any) -> None:
    Path("brief.yaml").write_text("mine", encoding="utf-8")
    refused = run(typed=typed_in(NEEDED))
    assert refused.exit_code == 2
    assert "--force" in refused.output
    assert Path("brief.yaml").read_text(encoding="utf-8") == "mine"
    assert run("--force", typed=typed_in(NEEDED)).exit_code == 0
    assert read_brief("brief.yaml").business.name == "Corner Bakery"


@pytest.mark.parametrize("path", ["brief.json", "brief"])
def test_init_writes_only_yaml(run: Any, path: str) -> None:
    assert run(path, typed=typed_in(NEEDED)).exit_code == 2
    assert not Path(path).exists()


def test_init_stopped_early_writes_nothing(run: Any) -> None:
    result = run(typed="Corner Bakery\n")
    assert result.exit_code == 130
    assert not Path("brief.yaml").exists()


def test_init_stopped_late_keeps_the_answers(run: Any) -> None:
    upto = [question.field for question in TEXTS.questions].index("time.hours_per_week") + 1
    typed = "".join(line for line in typed_in(NEEDED).splitlines(keepends=True)[:upto])
    result = run(typed=typed)
    assert result.exit_code == 130
    assert read_brief("brief.yaml").time.hours_per_week == 5


def test_init_prints_what_it_cannot_write(run: Any) -> None:
    Path("folder").write_text("a file, no folder", encoding="utf-8")
    result = run("folder/brief.yaml", typed=typed_in(NEEDED))
    assert result.exit_code == 2
    assert "name: Corner Bakery" in result.output


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_are_briefs(path: Path) -> None:
    assert read_brief(path).business.name


def test_the_examples_differ_in_what_they_leave_out() -> None:
    said = {
        path.stem: frozenset(read_brief(path).business.model_dump(exclude_none=True))
        for path in EXAMPLES
    }
    assert len(said) == 6
    assert len(set(said.values())) > 3

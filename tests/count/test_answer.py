"""The answer of a count: one form, in Python and as JSON, and what people are shown of it."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from channelwise import UnknownName
from channelwise.check.config import Account, Config
from channelwise.cli.main import main
from channelwise.count import count
from channelwise.count.answer import Counted
from channelwise.drafts.read import draft_from
from known import AS_OF, ROOT, engine

DRAFT = draft_from("---\nnetworks: x\n---\nBread [URL]\ufeff", "post.md")
PREMIUM = Config(accounts=(Account(name="shop", network="x", tier="premium"), Account(name="me")))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["count", *arguments], catch_exceptions=False)


def counted(text: Any, **asked: Any) -> Counted:
    return engine().count(text, as_of=AS_OF, **asked)


@pytest.mark.parametrize(
    ("text", "asked", "shape"),
    [
        ("Bread", {"network": "x"}, [("x", "x_weighted")]),
        ("Bread", {"network": ["linkedin", "x"]}, [("linkedin", "code_points"), ("x", "x_weighted")]),
        ("Bread", {"unit": "graphemes"}, [(None, "graphemes")]),
        (DRAFT, {"network": "x"}, [("x", "x_weighted")]),
        ([DRAFT, DRAFT], {"unit": "utf8_bytes"}, [(None, "utf8_bytes")] * 2),
        ([], {"network": "x"}, []),
    ],
)  # fmt: skip
def test_one_form_always(text: Any, asked: dict[str, Any], shape: list[tuple[str, str]]) -> None:
    """One text or several, a network or a unit: a list of results that fits the schema."""
    found = counted(text, **asked)
    assert [(one.network, one.unit) for one in found.results] == shape
    printed = CliRunner().invoke(main, ["schema", "count"]).stdout
    plain = json.loads(found.model_dump_json())
    assert list(Draft202012Validator(json.loads(printed)).iter_errors(plain)) == []
    assert plain["form"] == "channelwise.count/1"
    assert Counted.model_validate(plain) == found


def test_without_a_network_or_unit_it_is_every_unit() -> None:
    found = counted("Bread")
    assert {one.unit for one in found.results} == {one.name for one in engine().rulebook.counters}
    assert found.fits and not any(one.limits for one in found.results)


def test_a_result_says_everything() -> None:
    """Parts, placeholders, what is refused and each limit with its ground, in both languages."""
    (one,) = counted(DRAFT, network="x").results
    assert one.total == sum(part.total for part in one.parts) == 6 + 23 + 2
    assert (one.file, one.line, one.name.en, one.unit_is_known) == (
        "post.md",
        1,
        "X (Twitter)",
        True,
    )
    assert [(note.text, note.each, note.place.line) for note in one.placeholders] == [
        ("[URL]", 23, 4)
    ]
    assert [(sign.code_point, sign.place.column) for sign in one.refused] == [("U+FEFF", 12)]
    assert (one.fits, one.limits[0].fits, one.limits[0].decides) == (False, True, True)
    assert (one.limits[0].what.en, one.limits[0].ground.id) == (
        "length",
        "formats.text_post.max_chars",
    )


def test_a_text_stands_in_no_file() -> None:
    (one,) = counted("a\r\n" + "b" * 300, network="x").results
    assert (one.file, one.line) == (None, None)
    at = next(limit for limit in one.limits if limit.decides).too_long_from
    assert (at.offset, at.line, at.column) == (281, 2, 279)


def test_terms_are_those_of_the_account_or_asked_for() -> None:
    text = "a" * 300
    assert not counted(text, network="x").fits
    assert counted(text, network="x", tier="premium").fits
    (one,) = counted(text, account="shop", config=PREMIUM).results
    assert (one.network, one.account, one.fits) == ("x", "shop", True)
    assert not counted(text, network="linkedin", format="poll").fits


@pytest.mark.parametrize(
    ("asked", "error", "says"),
    [
        ({"network": "y"}, UnknownName, "y"),
        ({"unit": "words"}, UnknownName, "words"),
        ({"network": "x", "tier": "premum"}, UnknownName, "premium"),
        ({"network": "snapchat", "format": "text"}, UnknownName, "text"),
        ({"account": "shpo", "config": PREMIUM}, UnknownName, "shop"),
        ({"account": "me", "config": PREMIUM}, ValueError, "which network the account 'me' is on"),
        ({"unit": "graphemes", "network": "x"}, ValueError, "without a network"),
        ({"format": "image"}, ValueError, "needs the network"),
        ({"tier": "premium"}, ValueError, "needs the network"),
    ],
)
def test_what_cannot_be_asked_for(asked: dict[str, Any], error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        counted("Bread", **asked)


@pytest.mark.parametrize(("text", "unit"), [("abc", "x_weighted"), (b"abc", None), (None, None)])
def test_the_name_of_a_unit_is_no_unit(text: Any, unit: Any) -> None:
    """The error says what to pass instead."""
    known = engine().rulebook.counter("graphemes")
    with pytest.raises(TypeError, match=r"takes a Counter.*engine\.count|takes a text, not"):
        count(text, unit or known)


def test_the_same_bytes_every_time() -> None:
    assert (
        counted(DRAFT, network="x").model_dump_json()
        == counted(DRAFT, network="x").model_dump_json()
    )


@pytest.mark.parametrize("arguments", [["--json"], ["--format", "json"]])
def test_the_command_prints_what_the_engine_gives(arguments: list[str], tmp_path: Path) -> None:
    asked = ["Bread", "--network", "x", "--network", "linkedin", "--as-of", "2026-11-01"]
    expected = counted("Bread", network=["x", "linkedin"]).model_dump(mode="json")
    assert json.loads(run(*asked, *arguments).stdout) == expected
    file = tmp_path / "count.json"
    assert run(*asked, *arguments, "-o", str(file)).stdout == ""
    assert json.loads(file.read_text("utf-8")) == expected


@pytest.mark.parametrize("lang", ["en", "fa"])
def test_the_page_can_be_written_to_a_file(tmp_path: Path, lang: str) -> None:
    """All networks that are named are there, one after the other."""
    file = tmp_path / "count.txt"
    done = run("Bread", "--network", "x", "--network", "linkedin", "--lang", lang, "-o", str(file))
    assert (done.exit_code, done.stdout) == (0, "")
    page = file.read_text("utf-8")
    names = ("X (Twitter)", "LinkedIn") if lang == "en" else ("ایکس", "لینکدین")
    assert page.index(names[0]) < page.index(names[1])


@pytest.mark.parametrize("network", ["x", "linkedin", "instagram", "snapchat"])
@pytest.mark.parametrize("length", [54, 24_946])
def test_people_are_shown_no_keys_and_no_limits_of_other_things(network: str, length: int) -> None:
    """Words in place of names of files; nothing of answers of polls, titles or descriptions."""
    lines = run("a" * length, "--network", network).stdout.splitlines()
    page = "\n".join(line for line in lines if " · " not in line)  # sources have their names
    assert "_" not in page
    (one,) = counted("a" * length, network=network).results
    kinds = {"max_chars", "caption_max", "text_max", "caption", "question_max_chars",
             "description_max", "message_max"}  # fmt: skip
    assert {limit.name.removeprefix("premium_") for limit in one.limits} <= kinds


def test_a_format_that_is_known_is_compared_with_no_other() -> None:
    """Only with other tiers of accounts, and these only where the tier is not known."""
    names = [one.name for one in counted("a", network="x", format="text").results[0].limits]
    assert names == ["max_chars", "premium_max_chars"]
    known = counted("a", network="x", format="text", tier="premium").results[0].limits
    assert [one.name for one in known] == ["premium_max_chars"]
    page = run("a", "--network", "x", "--as", "text").stdout
    assert "articles" not in page and "--as" not in page


@pytest.mark.parametrize(
    ("lang", "says"),
    [
        ("en", ["Length: 24,946", "24,946 characters", "24,946 of 25,000, 54 left"]),
        ("fa", ["طول: ۲۴٬۹۴۶", "۲۴٬۹۴۶ نویسه", "۲۴٬۹۴۶ از ۲۵٬۰۰۰، ۵۴ مانده"]),
    ],
)
def test_long_numbers_are_in_groups(lang: str, says: list[str]) -> None:
    page = run("a" * 24_946, "--network", "x", "--tier", "premium", "--lang", lang).stdout
    for line in says:
        assert line in page
    assert "24,946" in run("a" * 24_946).stdout


@pytest.mark.parametrize(
    ("lang", "says"),
    [
        ("en", "2 characters that are not allowed here: U+FFFF, first in line 1, column 4"),
        ("fa", "۲ نویسهٔ غیرمجاز"),
    ],
)
def test_what_is_refused_is_told_with_its_place(lang: str, says: str) -> None:
    """However short the text is, it does not fit."""
    done = run("ABC\uffffABC\uffff", "--network", "x", "--lang", lang)
    assert done.exit_code == 1
    assert says in done.stdout
    assert run("ABC\uffff", "--network", "linkedin").exit_code == 0


def test_the_python_of_the_readme(capsys: pytest.CaptureFixture[str]) -> None:
    """What the README shows of texts and drafts runs as it stands there."""
    page = (ROOT / "README.md").read_text("utf-8")
    blocks = [block.split("\n```")[0] for block in page.split("```python\n")[1:]]
    (block,) = [block for block in blocks if "engine.count" in block]
    exec(compile(block, "README.md", "exec"), {"engine": engine()})
    first, answers, _, fitted = capsys.readouterr().out.splitlines()
    assert (first, answers, fitted) == ("45 True [235]", "1250", "Thank you, see you at six!")

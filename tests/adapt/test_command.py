"""`channelwise adapt`, run as people run it."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from adapt.posts import ENGLISH, PERSIAN, adapt
from channelwise.cli.main import main
from channelwise.render.adapt_markdown import adapt_markdown, block
from channelwise.render.terminal.adapting import adaptation
from channelwise.render.terminal.isolates import CONTROLS
from channelwise.render.terminal.paper import recorded

PLAIN = str.maketrans("", "", CONTROLS)


def run(*arguments: str, stdin: str | bytes = "") -> Result:
    return CliRunner().invoke(main, ["adapt", *arguments, "--as-of", "2026-11-01"], input=stdin)


@pytest.fixture
def post(tmp_path: Path) -> str:
    path = tmp_path / "post.md"
    path.write_text(
        f"{ENGLISH}\n\nOrder: https://acme.com/bread\n\n#bread #rye #now #six #oven #mill",
        encoding="utf-8",
    )
    return str(path)


def test_the_posts_their_lengths_changes_and_tone_are_shown(post: str) -> None:
    done = run(post, "--to", "x")
    assert done.exit_code == 0, done.output
    for line in (
        "Post 1 of 2 · cut at the end of a paragraph", "    1/2", "https://acme.com/bread",
        "3 hashtags at most are advised; it has 6.", "formats.text_post.max_chars · 2026-05-20", "of 280", "The tone there",
    ):  # fmt: skip
        assert line in done.output


def test_a_text_that_is_to_be_filled_in_is_not_said_to_fit() -> None:
    filled, open_one = (
        run("-", "--to", "x", stdin=f"Dear {name}, come by.") for name in ("Ann", "{{name}}")
    )
    assert "The text fits as it is." in filled.output
    assert (
        "The text is as you wrote it." in open_one.output and "Fill in {{name}}" in open_one.output
    )


def test_persian_pages_read_from_right_to_left(tmp_path: Path) -> None:
    path = tmp_path / "post.md"
    path.write_text(PERSIAN, encoding="utf-8")
    done = run(str(path), "--to", "x", "--lang", "fa")
    plain = done.output.translate(PLAIN)
    assert "پست ۱ از ۲ · بریده در پایان پاراگراف" in plain
    number = next(line for line in plain.splitlines() if line.strip() == "۱/۲")
    assert number.startswith(" " * 60)


@pytest.mark.parametrize(
    ("text", "network", "code"),
    [
        ("Bread at six.", "x", 0),
        ("Bread at six.", "instagram", 1),
        ("word " * 700, "linkedin", 1),
        ("word " * 700, "x", 0),
    ],
)
@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_the_exit_code_says_whether_it_can_be_posted(
    text: str, network: str, code: int, form: str
) -> None:
    assert run("-", "--to", network, "--format", form, stdin=text).exit_code == code


def test_json_is_what_the_schema_says(post: str) -> None:
    done = run(post, "--to", "x", "--to", "instagram", "--format", "json")
    data = json.loads(done.stdout)
    schema = json.loads(CliRunner().invoke(main, ["schema", "adaptation"]).stdout)
    assert not list(Draft202012Validator(schema).iter_errors(data))
    assert (data["form"], [found["network"] for found in data["results"]]) == (
        "channelwise.adaptation/1", ["x", "instagram"],
    )  # fmt: skip
    assert data["results"][0]["parts"][0]["label"] == "1/2"


def test_markdown_keeps_the_posts_to_the_sign(post: str) -> None:
    done = run(post, "--to", "x", "--format", "markdown")
    answer = adapt(Path(post).read_text(encoding="utf-8"), "x")
    blocks = re.findall(r"^```text\n(.*?)\n```$", done.stdout, re.MULTILINE | re.DOTALL)
    assert blocks[:3] == [part.text for part in answer.results[0].parts]
    assert "#bread" in blocks[1]
    assert "\\#mill" in run(post, "--to", "instagram", "--format", "markdown").stdout
    assert done.stdout == adapt_markdown(answer, "en").replace("post.md", post.replace("_", "\\_"))


def test_no_post_can_end_its_block() -> None:
    assert block("a\n```\n# b") == "````text\na\n```\n# b\n````"


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_answers_go_into_a_file(post: str, tmp_path: Path, form: str) -> None:
    target = tmp_path / "out"
    done = run(post, "--to", "x", "--format", form, "-o", str(target))
    assert (done.exit_code, done.stdout) == (0, "")
    assert target.read_text(encoding="utf-8") == run(post, "--to", "x", "--format", form).stdout


@pytest.mark.parametrize(
    ("arguments", "stdin", "said"),
    [
        (["-", "--to", "linkdin"], "Bread", "linkedin"),
        (["nowhere.md", "--to", "x"], "", "nowhere.md"),
        (["-", "--to", "x"], "---\nnetwork: x\n---\nBread", "networks"),
        (["-", "--to", "x"], b"\xff\xfe\xfa", "UTF-16"),
        (["-"], "Bread", "--to"),
    ],
)
def test_bad_input_is_told_without_a_traceback(
    arguments: list[str], stdin: str | bytes, said: str
) -> None:
    done = run(*arguments, stdin=stdin)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr and "Traceback" not in done.stderr


def test_controls_in_a_post_do_not_reach_the_terminal() -> None:
    page = recorded(
        lambda console: adaptation(adapt("Bread \u202egnp.exe at six", "x"), "en", console)
    )
    assert "\u202e" not in page


def test_every_draft_of_a_list_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "posts.json"
    path.write_text(json.dumps([{"text": "One thing."}, {"text": "Another thing."}]))
    done = run(str(path), "--to", "x")
    assert "    One thing." in done.output and "    Another thing." in done.output


def test_a_length_is_said_once_where_there_is_nothing_to_add_up() -> None:
    plain, mixed = (run("-", "--to", "x", stdin=text).output for text in ("Bread.", "Bread 🥖."))
    assert plain.count("6 of 280, 274 left") == 1 and "6 characters" not in plain
    assert "9 of 280, 271 left · 9 (" in mixed and "1 emoji" in mixed


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_drafts_of_one_file_are_told_apart_by_their_lines(tmp_path: Path, form: str) -> None:
    both, single = tmp_path / "both.json", tmp_path / "single.json"
    both.write_text('[\n {"text": "One."},\n {"text": "Two."}\n]', encoding="utf-8")
    single.write_text('[\n {"text": "One."}\n]', encoding="utf-8")
    # The page may break a line anywhere in a long name.
    titles = "".join(run(str(both), "--to", "x", "--format", form).output.split())
    assert "json,line2,forX" in titles and "json,line3,forX" in titles
    assert "line 2" not in run(str(single), "--to", "x", "--format", form).output


def test_marks_of_direction_are_shown_as_they_are_written() -> None:
    """The words may be copied; an override of the direction is not let through."""
    shown = run("-", "--to", "x", stdin="Ask C#\u200e or \u200fنان\u061c \u202eoverride").output
    assert "C#\u200e" in shown and "\u200fنان\u061c" in shown and "\u202e" not in shown

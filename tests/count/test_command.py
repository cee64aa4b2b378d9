"""`channelwise count`, run as people run it."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from channelwise.render.terminal.isolates import CONTROLS

ROOT = Path(__file__).parents[2]
LONG = "سلام می‌خواهیم " * 22


def run(*arguments: str, stdin: bytes = b"", cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "channelwise", "count", *arguments], input=stdin, capture_output=True,
        check=False, cwd=cwd, env={**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "80"},
    )  # fmt: skip
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
    )


def results(*arguments: str, **more) -> list[dict]:
    return json.loads(run(*arguments, "--format", "json", **more).stdout)["results"]


def data(*arguments: str, **more) -> dict:
    """The only result."""
    (found,) = results(*arguments, **more)
    return found


def test_the_sum_is_explained() -> None:
    done = run("Bread 🥖🥖 https://acme.example.com/menu [URL]", "--network", "x")
    assert (done.returncode, done.stderr) == (0, "")
    for line in (
        "Length: 58, made of",
        "2 links × 23 = 46",
        "2 emoji × 2 = 4",
        "8 characters × 1 = 8",
    ):
        assert line in done.stdout
    assert "fits: 58 of 280, 222 left [hard limit]. This is for" in done.stdout
    assert "formats.text_post.max_chars · 20" in done.stdout
    assert "[URL] counts 23, as any link does here." in done.stdout


@pytest.mark.parametrize(
    ("length", "arguments", "code"),
    [
        (280, ["--network", "x"], 0), (281, ["--network", "x"], 1),
        (281, ["--network", "x", "--as", "article"], 0),
        (281, ["--network", "linkedin"], 0), (281, ["--network", "linkedin", "--as", "poll"], 1),
        (3001, ["--unit", "graphemes"], 0), (3001, [], 0),
        (9999, ["--network", "instagram", "--as", "live"], 0),
        (9, ["--network", "instagram", "--as", "story"], 1),
    ],
)  # fmt: skip
def test_exit_codes(length: int, arguments: list[str], code: int) -> None:
    """0 where it fits or nothing limits it, 1 over a hard limit of the format that decides."""
    assert run("a" * length, *arguments).returncode == code
    assert run("a" * length, *arguments, "--json").returncode == code


def test_where_it_becomes_too_long() -> None:
    """Line, column and character, and the line with a caret under the first that is too many."""
    done = run("First line\n" + "b" * 268 + "Zebra and more", "--network", "x")
    assert "Too long from line 2, column 270, which is character 281" in done.stdout
    lines = done.stdout.splitlines()
    shown = next(number for number, line in enumerate(lines) if "Zebra" in line)
    assert lines[shown + 1].index("^") == lines[shown].index("Zebra") + 1
    assert set(lines[shown + 1].replace("\u00a0", " ")) == {" ", "^"}


@pytest.mark.parametrize("text", ["a\u0301" * 300, "日本" * 150, "x🙂" * 150, "tab\t" * 100])
def test_the_caret_stands_under_wide_and_joined_characters(text: str) -> None:
    from rich.cells import cell_len

    place = data(text, "--network", "x")["limits"][0]["too_long_from"]
    lines = run(text, "--network", "x").stdout.splitlines()
    caret = next(number for number, line in enumerate(lines) if line.strip(" \u00a0") == "^")
    before = lines[caret].index("^")
    shown, cells = lines[caret - 1], 0
    position = 0
    while cells < before:
        cells += cell_len(shown[position])
        position += 1
    from channelwise.files.show import printable

    assert (
        shown[position:]
        .lstrip("\u0301")
        .startswith(printable(text[place["offset"] :])[:3].lstrip("\u0301"))
    )


@pytest.mark.parametrize("lang", ["en", "fa"])
@pytest.mark.parametrize(
    "text", [LONG, "🙂" * 200, "w" * 400, "[URL] {{name}} " * 5, "\x1b[31mred" * 60, ""]
)
@pytest.mark.parametrize("network", ["x", "linkedin", "instagram", "snapchat"])
def test_eighty_columns_and_no_escape(text: str, network: str, lang: str) -> None:
    """Nothing is wider than the terminal, and no control character of the text gets through."""
    from rich.cells import cell_len

    done = run(text, "--network", network, "--lang", lang)
    assert done.stderr == ""
    assert "\x1b" not in done.stdout
    for line in done.stdout.splitlines():
        assert cell_len("".join(sign for sign in line if sign not in CONTROLS)) <= 80


def test_persian() -> None:
    """Persian digits and words; each line in an isolate, and the caret counted from the right."""
    done = run(LONG, "--network", "x", "--lang", "fa")
    assert done.returncode == 1
    assert "۵۰ واحد بیش از حد: ۳۳۰ از ۲۸۰ [حد قطعی]" in done.stdout
    assert "از خط ۱، ستون ۲۸۱" in done.stdout
    lines = [line.strip(" ") for line in done.stdout.splitlines() if line.strip()]
    caret = next(number for number, line in enumerate(lines) if line.rstrip("\u2069").endswith("^"))
    assert all(
        line.startswith("\u2067") and line.endswith("\u2069")
        for line in lines[caret - 1 : caret + 1]
    )


def test_unsure() -> None:
    """Where sources leave the unit open, a text that fits only in one reading is said to be so."""
    done = run("😀" * 1600, "--network", "linkedin")
    assert done.returncode == 0
    assert "It may be too long all the same: counted in UTF-16 units it is 3200." in done.stdout


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_files_and_standard_input(end: str, tmp_path: Path) -> None:
    """A file and stdin are counted without the byte order mark and the last line end."""
    raw = "\ufeffنان تازه".encode() + end.encode()
    file = tmp_path / "post.txt"
    file.write_bytes(raw)
    for found in (
        data(str(file), "--unit", "code_points"),
        data("-", "--unit", "code_points", stdin=raw),
    ):
        assert found["total"] == 8


def test_a_file_in_this_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "draft").write_text("seven 7", encoding="utf-8")
    assert data("draft", "--unit", "code_points", cwd=tmp_path)["total"] == 7


def test_json_says_everything() -> None:
    found = data(LONG + "[URL]", "--network", "x")
    assert (found["network"], found["unit"], found["format"], found["fits"]) == (
        "x",
        "x_weighted",
        "text",
        False,
    )
    assert found["total"] == sum(part["total"] for part in found["parts"]) == 353
    (decides,) = [limit for limit in found["limits"] if limit["decides"]]
    assert decides["too_long_from"] == {"offset": 280, "line": 1, "column": 281}
    assert set(decides["when"]) == {"en", "fa"}
    assert decides["ground"]["date"] and decides["ground"]["confidence"] == "official"
    assert found["placeholders"][0]["each"] == 23


def test_every_unit_at_once() -> None:
    totals = {row["unit"]: row["total"] for row in results("می‌خواهیم 🙂")}
    assert totals == {
        "code_points": 11,
        "utf16_units": 12,
        "utf8_bytes": 24,
        "graphemes": 10,
        "mastodon": 10,
        "x_weighted": 12,
    }


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["a", "--network", "linkedn"], "Did you mean 'linkedin'?"),
        (
            ["a", "--unit", "grapheme"],
            "no counting unit named 'grapheme'. Did you mean 'graphemes'?",
        ),
        (["a", "--network", "snapchat", "--as", "text"], "the network does not carry 'text'"),
        (["a", "--network", "x", "--as", "reel"], "'reel' is not one of"),
        (["a", "--network", "x", "--unit", "graphemes"], "give a network or a unit and not both"),
        (["a", "--account", "x", "--unit", "graphemes"], "give a network or a unit and not both"),
        (["a", "--as", "image"], "a format needs the network that it is of"),
        (["a", "--account", "shop"], "no account named 'shop' in the settings"),
        (["no-such-post.txt"], "no-such-post.txt: there is no such file"),
        (["tests/count"], "tests/count: is a folder, not a file"),
        ([], "Missing argument"),
    ],
)
def test_bad_input(arguments: list[str], says: str) -> None:
    """Code 2, what is wrong and the nearest name, and nothing on stdout."""
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_bytes_that_are_no_utf8(tmp_path: Path) -> None:
    """A file in another encoding is refused with the place of the first wrong byte."""
    file = tmp_path / "post.txt"
    file.write_bytes(b"one\ntw\xff")
    done = run(str(file), "--network", "x")
    assert done.returncode == 2
    assert "post.txt:2:3:" in done.stderr


def test_an_argument_that_is_no_text() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "channelwise", "count", b"a\xff"], capture_output=True, check=False, cwd=ROOT
    )  # fmt: skip
    assert done.returncode == 2
    assert b"lone surrogate" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_text_longer_than_any_name_of_a_file() -> None:
    assert data("نان " * 5000, "--unit", "code_points")["total"] == 20_000


def test_the_command_of_the_readme() -> None:
    """What the README shows runs as it stands there, but for the place of the program."""
    page = (ROOT / "README.md").read_text("utf-8")
    command = page.split("<!-- command: count -->\n```sh\n")[1].split("\n```")[0]
    program, name, *arguments = shlex.split(command)
    assert (program, name) == (".venv/bin/channelwise", "count")
    done = run(*arguments)
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 link × 23 = 23" in done.stdout


def test_networks_show_tells_the_unit() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "channelwise", "networks", "show", "linkedin"], capture_output=True,
        check=True, cwd=ROOT, env={**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "80"},
    ).stdout.decode()  # fmt: skip
    assert "How text is counted" in done
    assert "code_points: characters (code points)" in done
    assert "text_rules.count_method · 2026-08-22" in done


def test_counting_is_loaded_by_nothing_else() -> None:
    """A recommendation loads neither the emoji list nor the rules of links, nor `regex`."""
    code = (
        "import sys; from channelwise import Engine; Engine.load()\n"
        "heavy = ('regex', 'channelwise.count.links', 'channelwise.count.weighted', 'channelwise_networks.x.counting')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

"""Exceptions for codes that there are not, and comments that are nearly exceptions."""

import time

import pytest

from channelwise.check.config import Config
from channelwise.check.known import Codes
from channelwise.check.model import Checked, Finding
from channelwise.drafts.read import draft_from
from check.made_up import acme, draft, limit, run, settings

NETWORK = acme({"text": {"max_chars": limit(500, "characters")}})
FORM = "core.suppression.form"


def forms(checked: Checked) -> list[Finding]:
    return [one for one in checked.findings if one.code.startswith("core.suppression.")]


def checked(body: str, config: Config | None = None, file: str = "post.md") -> list[Finding]:
    return forms(run(draft(body, format="text", file=file), NETWORK, config=config))


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        ("core.sellng.hard", "core.selling.hard"),
        ("acme.lenght", "acme.length"),
        ("core.sign.*", "core.signs.*"),
        ("acne.media.*", "acme.media.*"),
    ],
)
def test_the_code_that_was_meant(code: str, meant: str) -> None:
    """An unknown code is a warning with the one that is close, and is not also called unneeded."""
    [in_draft] = checked(f"<!-- channelwise: ignore {code} because fair week -->\nBread.")
    [in_settings] = checked(
        "Bread.",
        settings(f"ignore: [{{code: '{code}', files: ['*'], reason: fair week}}]", NETWORK),
    )
    for one in (in_draft, in_settings):
        assert (one.code, one.level) == (FORM, "warning")
        assert f"“{code}”" in one.message.en
        assert one.fix
        assert one.fix.text.en == f"Did you mean “{meant}”?"
        assert meant in one.fix.text.fa
    assert (in_draft.file, in_settings.file) == ("post.md", "channelwise.yaml")


@pytest.mark.parametrize(
    "code", ["acme.length", "core.signs.*", "core.set.quiet", "core.*", "acme.*"]
)
def test_codes_that_there_are(code: str) -> None:
    """Limits of networks, tone rules and groups are known, needed or not."""
    found = checked(f"<!-- channelwise: ignore-file {code} because fair week -->\nBread.")
    assert FORM not in {one.code for one in found}


def test_nothing_close_gives_no_guess() -> None:
    """Where no code is close, none is suggested."""
    codes = Codes(["acme"], ["core.signs.emoji"])
    assert codes.meant("zzzzzzzz") == ""
    [one] = checked("<!-- channelwise: ignore zz.qqqqqqq because x1 -->\nBread.")
    assert one.fix
    assert one.fix.text.en == "Write the code as a finding shows it."


@pytest.mark.parametrize(
    "comment",
    [
        "channelwise ignore acme.length because it may",
        "Channelwise: ignore acme.length because it may",
        "channel-wise: ignore acme.length because it may",
        "channelwise - ignore acme.length because it may",
        "channelwise: ingore acme.length because it may",
        "channelwise: Ignore acme.length because it may",
    ],
)
def test_nearly_an_exception(comment: str) -> None:
    """A comment that was surely meant as one is told with the right form, and is not posted."""
    body = f"<!-- {comment} -->\n" + "x" * 499
    found = run(draft(body, format="text"), NETWORK).findings
    assert [one.code for one in found if one.code.startswith("core.supp")] == [FORM]
    assert "acme.length" not in {one.code for one in found}
    [one] = [one for one in found if one.code == FORM]
    assert one.fix
    assert "channelwise: ignore CODE because REASON" in one.fix.text.en
    assert "channelwise: ignore CODE because REASON" in one.fix.text.fa


@pytest.mark.parametrize(
    ("comment", "codes"),
    [("# channelwise ignore acme.length because x", [FORM]), ("# channelwise is nice", [])],
)
def test_nearly_an_exception_in_front_matter(comment: str, codes: list[str]) -> None:
    """The same holds for comments of the front matter, and not for others there."""
    source = draft("Bread.", format="text").source.replace("---\n", f"---\n{comment}\n", 1)
    found = forms(run(draft_from(source, "post.md"), NETWORK))
    assert [one.code for one in found] == codes


def test_many_near_misses_take_linear_time() -> None:
    """A hostile draft full of openings of comments is read in seconds."""
    before = time.process_time()
    for text in ("<!-- channelwise ignore -->" * 20_000, "Bread <!-- channel-wise: -->" * 20_000):
        run(draft(text, format="text"), NETWORK)
    assert time.process_time() - before < 20

"""What `adapt` writes can be read as drafts again."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from adapt.posts import AS_OF, ENGLISH, FAMILY, PERSIAN, adapt
from adapt.test_adapt import drafted
from channelwise.adapt.drafts import adapted_drafts
from channelwise.cli.main import main
from channelwise.drafts.read import read_drafts
from known import engine

TEXTS = [
    ENGLISH,
    f"{PERSIAN}\n\n\u2067سفارش\u2069: https://acme.com/نان\n\n#نان_تازه #محمّد",
    "Menu:\n- Rye: https://acme.com/r\n- Wheat: https://acme.com/w",
    f"A {FAMILY} “quote” \\ and `code`\twith **marks**\n\n",
]


@pytest.mark.parametrize("text", TEXTS)
def test_what_was_adapted_is_read_again_as_it_stands_there(tmp_path: Path, text: str) -> None:
    """To the sign, on every network; and a second adaptation changes no word of it."""
    networks = [one.id for one in engine().rulebook.networks]
    draft = replace(drafted("x"), text=text, runs=())
    answer = adapt(draft, *networks)
    file = tmp_path / "fitted.json"
    file.write_text(json.dumps(adapted_drafts(answer, [draft], tmp_path)), encoding="utf-8")
    again = read_drafts([str(file)])
    parts = [(found.network, part.text) for found in answer.results for part in found.parts]
    assert [(one.networks[0], one.text) for one in again] == parts
    for one in again:
        (found,) = engine().adapt(one, one.networks, as_of=AS_OF).results
        assert [part.text for part in found.parts] == [one.text]


def run(folder: Path, front: str, text: str, *arguments: str) -> list[dict[str, Any]]:
    post = folder / "post.md"
    post.write_text(f"---\n{front}---\n{text}\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["adapt", str(post), *arguments, "--format", "drafts"])
    assert not done.exception or isinstance(done.exception, SystemExit)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def test_exceptions_and_plain_days_travel_with_the_draft(tmp_path: Path) -> None:
    """An exception in a comment becomes one of the whole draft, and a day gets no time."""
    text = "Wow!!! <!-- channelwise: ignore core.signs.exclamation because it is a joke -->"
    (post,) = run(tmp_path, "schedule: 2026-12-01\nlanguage: en\n", text, "--to", "x")
    assert post["ignore"] == [{"code": "core.signs.exclamation", "reason": "it is a joke"}]
    assert (post["schedule"], post["text"]) == ("2026-12-01", "Wow!!!")


def test_an_account_of_another_network_is_not_written(tmp_path: Path) -> None:
    """The account is named where it posts, and where it is not said to be elsewhere."""
    settings = "accounts: [{name: li, network: linkedin}, {name: any}]\n"
    (tmp_path / "channelwise.yaml").write_text(settings, encoding="utf-8")
    for account, kept in (("li", [None, "li"]), ("any", ["any", "any"])):
        front = f"account: {account}\nlanguage: en\n"
        found = run(tmp_path, front, "Fresh bread.", "--to", "x", "--to", "linkedin")
        assert [one.get("account") for one in found] == kept, account


def test_excluded_files_are_not_adapted(tmp_path: Path) -> None:
    """`exclude` of the settings holds for `adapt` as for `check`; with all left out it is told."""
    (tmp_path / "post.md").write_text("---\nlanguage: en\n---\nFresh bread.\n", encoding="utf-8")
    (tmp_path / "README.md").write_text("How we post.\n", encoding="utf-8")
    for excluded, texts in (("[README.md]", ["Fresh bread."]), ("['*.md']", None)):
        (tmp_path / "channelwise.yaml").write_text(f"exclude: {excluded}\n", encoding="utf-8")
        done = CliRunner().invoke(main, ["adapt", str(tmp_path), "--to", "x", "--format", "drafts"])
        if texts is None:
            assert (done.exit_code, done.stdout) == (2, "") and "no draft" in done.stderr
        else:
            assert [one["text"] for one in json.loads(done.stdout)] == texts


def test_a_draft_keeps_what_it_declares_and_what_answers_it_is_a_reply(tmp_path: Path) -> None:
    front = (
        "account: shop\nkind: business\nlanguage: en\nschedule: 2026-12-01T09:00:00+01:00\n"
        "ignore: [{code: core.signs, reason: our way}]\ntitle: Bread\nlink: https://acme.com/x\n"
    )
    post, comment = run(tmp_path, front, "Fresh bread at six.", "--to", "linkedin")
    assert post == {
        "networks": ["linkedin"], "account": "shop", "kind": "business", "language": "en",
        "ignore": [{"code": "core.signs", "reason": "our way"}], "format": "text",
        "title": "Bread", "schedule": "2026-12-01T09:00:00+01:00",
        "text": "Fresh bread at six.\n\nLink in the first comment.",
    }  # fmt: skip
    assert (comment["text"], comment["reply"]) == ("https://acme.com/x", True)
    assert comment["account"] == "shop" and "schedule" not in comment


def test_of_a_chain_the_first_post_has_the_pictures_and_the_others_answer_it(
    tmp_path: Path,
) -> None:
    """Files are named as seen from where the list stands."""
    front = "format: image\nmedia: {file: photos/rye.jpg, alt: Rye}\n"
    output = tmp_path / "fitted" / "x.json"
    output.parent.mkdir()
    post = tmp_path / "post.md"
    post.write_text(f"---\n{front}---\n{ENGLISH}\n", encoding="utf-8")
    CliRunner().invoke(
        main, ["adapt", str(post), "--to", "x", "--format", "drafts", "-o", str(output)]
    )
    first, second = read_drafts([str(output)])
    assert (first.format, second.format) == ("image", "text")
    assert not first.reply and second.reply and not second.media
    assert [(one.path.resolve(), one.alt) for one in first.media] == [
        ((tmp_path / "photos" / "rye.jpg").resolve(), "Rye")
    ]


def test_a_declared_link_that_nobody_could_place_stays_declared(tmp_path: Path) -> None:
    front = "link: https://acme.com/x\nformat: short_video\nmedia: none.mp4\nlanguage: en\n"
    [post] = run(tmp_path, front, "Fresh bread.", "--to", "snapchat")
    assert post["link"] == "https://acme.com/x"
    [moved] = run(tmp_path, front, "Fresh bread.", "--to", "instagram")
    assert "link" not in moved

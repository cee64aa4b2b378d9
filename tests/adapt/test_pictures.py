"""Which files go with which post: in order over a chain, where its posts take them all."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from adapt.posts import AS_OF, ENGLISH, kinds, one, tasks
from adapt.test_adapt import drafted, limited
from channelwise.adapt.model import Adapted
from channelwise.cli.main import main
from channelwise.drafts.model import Draft


def with_pictures(number: int, text: str = ENGLISH, front: str = "format: image\n") -> Draft:
    entries = "".join(f"- {{file: {at}.jpg, alt: Rye}}\n" for at in range(number))
    return drafted(text, f"{front}media:\n{entries}")


def files(found: Adapted) -> list[list[str]]:
    return [part.media for part in found.parts]


def named(*numbers: int) -> list[str]:
    return [f"{number}.jpg" for number in numbers]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, [named(0), []]),
        (4, [named(0, 1, 2, 3), []]),
        (5, [named(0, 1, 2, 3), named(4)]),
        (8, [named(0, 1, 2, 3), named(4, 5, 6, 7)]),
    ],
)
def test_pictures_fill_the_posts_in_their_order(number: int, expected: list[list[str]]) -> None:
    """Each post takes as many as it may before the next one gets any; none is lost or doubled."""
    found = one(with_pictures(number), "x")
    assert files(found) == expected
    assert ("media" in kinds(found)) == (number > 4)
    assert ("media", True) not in tasks(found)
    assert found.met


def test_more_than_the_chain_takes_are_a_persons_task() -> None:
    """Which of nine go with two posts of four each is not for a program to choose."""
    found = one(with_pictures(9), "x")
    assert files(found) == [named(*range(9)), []]
    assert "media" not in kinds(found) and ("media", True) in tasks(found)


def test_a_text_that_needs_no_chain_gets_none_for_its_pictures() -> None:
    found = one(with_pictures(6, "Bread at six."), "x")
    assert len(found.parts) == 1 and ("media", True) in tasks(found)


def test_what_was_done_is_told_with_its_facts() -> None:
    found = one(with_pictures(6), "x")
    (change,) = [change for change in found.changes if change.kind == "media"]
    assert "6 files" in change.text.en and "2 posts" in change.text.en and "4" in change.because.en
    assert change.items == named(*range(6))
    assert [ground.id for ground in change.grounds] == [
        "formats.image.max_count", "formats.article_thread.available",
    ]  # fmt: skip


def test_words_beside_pictures_keep_to_the_limit_of_such_posts() -> None:
    """A post that would get pictures, and is too long to be a picture's text, gets none."""
    tight = limited("x", "image", caption_max=100)
    (found,) = tight.adapt(with_pictures(6, "Fresh bread at six. " * 12), "x", as_of=AS_OF).results
    assert files(found)[0] == named(*range(6)) and ("media", True) in tasks(found)
    roomy = limited("x", "image", caption_max=270)
    (found,) = roomy.adapt(with_pictures(6, "Fresh bread at six. " * 15), "x", as_of=AS_OF).results
    assert files(found) == [named(0, 1, 2, 3), named(4, 5)]
    assert [part.counts[0].limit for part in found.parts] == [270, 270]


def test_a_soft_limit_shares_nothing_out() -> None:
    soft = limited("x", "image", hard=False, items="1-4")
    (found,) = soft.adapt(with_pictures(6), "x", as_of=AS_OF).results
    assert files(found) == [named(*range(6)), []]


def test_films_are_not_shared_out() -> None:
    """One film a post is another thing than a series of pictures."""
    front = "format: short_video\n"
    found = one(with_pictures(2, ENGLISH, front), "x")
    assert files(found) == [named(0, 1), []]


def test_without_a_chain_all_go_with_the_post() -> None:
    found = one(with_pictures(2), "linkedin")
    assert files(found) == [named(0, 1)]


@pytest.mark.parametrize("lang", ["en", "fa"])
@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_person_sees_which_file_goes_with_which_post(
    form: str, lang: str, tmp_path: Path
) -> None:
    for number in range(6):
        Image.new("RGB", (1200, 1200)).save(tmp_path / f"{number}.jpg")
    entries = "".join(f"- {{file: {number}.jpg, alt: Rye}}\n" for number in range(6))
    (tmp_path / "post.md").write_text(f"---\nmedia:\n{entries}---\n{ENGLISH}", encoding="utf-8")
    done = CliRunner().invoke(
        main, ["adapt", str(tmp_path / "post.md"), "--to", "x", "--format", form, "--lang", lang]
    )
    assert done.exit_code == 0, done.output
    words, comma = {"en": ("With it: ", ", "), "fa": ("همراه آن: ", "، ")}[lang]
    shown = done.output.translate({number: None for number in range(0x2066, 0x206A)})
    assert f"{words}{comma.join(named(4, 5))}" in shown

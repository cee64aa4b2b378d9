"""Limits of one way of posting or one kind of account, where that is known and where it is not."""

from pathlib import Path
from typing import Any

import pytest

from channelwise.check.model import Finding
from check.made_up import acme, draft, limit, picture, run, settings, stated, video
from known import rulebook

# As one network has it: by hand 15 seconds, with tools 10 for people and 30 for firms.
LENGTHS = {
    "max_seconds": limit(1.5, "seconds", through="app"),
    "personal_max_seconds": limit(1, "seconds", through="tool", account="personal"),
    "page_max_seconds": limit(3, "seconds", through="tool", account="business"),
}
BOTH = """accounts:
  - {name: shop-tool, network: acme, kind: business, posts_with: tool}
  - {name: shop-hand, network: acme, kind: business, posts_with: app}
  - {name: own-tool, network: acme, kind: personal, posts_with: tool}
  - {name: tool, network: acme, posts_with: tool}
  - {name: shop, network: acme, kind: business}
  - {name: anywhere, kind: business, posts_with: tool}
"""


def of(tmp_path: Path, tenths: int, account: str | None = None, **fields: Any) -> list[Finding]:
    network = acme({"short_video": LENGTHS})
    made = {"account": account} if account else {}
    film = video(tmp_path, "a.mp4", tenths)
    one = draft("x", tmp_path, media=[film], format="short_video", **made, **fields)
    return stated(run(one, network, config=settings(BOTH, network)))


KNOWN = [
    ("shop-tool", 30, []), ("shop-tool", 31, ["error"]),
    ("anywhere", 30, []), ("anywhere", 31, ["error"]),
    ("shop-hand", 15, []), ("shop-hand", 16, ["error"]),
    ("own-tool", 10, []), ("own-tool", 11, ["error"]),
]  # fmt: skip


@pytest.mark.parametrize(("account", "tenths", "levels"), KNOWN)
def test_the_limit_of_the_case(
    tmp_path: Path, account: str, tenths: int, levels: list[str]
) -> None:
    """Where kind and way are known, the limit for them holds and no other."""
    assert [one.level for one in of(tmp_path, tenths, account)] == levels


UNKNOWN = [
    (None, 11, "with a publishing tool from a personal account",
     "in the app or from a business account", "“kind” and “posts_with”"),
    (None, 16, "in the app or from a personal account",
     "with a publishing tool from a business account", "“kind” and “posts_with”"),
    ("tool", 11, "from a personal account", "from a business account", "“kind”"),
    ("shop", 16, "in the app", "with a publishing tool", "“posts_with”"),
]  # fmt: skip


@pytest.mark.parametrize(("account", "tenths", "broken", "fine", "asked"), UNKNOWN)
def test_a_limit_that_may_not_hold_is_a_warning(
    tmp_path: Path, account: str | None, tenths: int, broken: str, fine: str, asked: str
) -> None:
    """It names the cases that refuse it and those that may not, and says what would settle it."""
    [one] = of(tmp_path, tenths, account)
    assert one.level == "warning"
    assert one.message.en.endswith(f" (refused {broken}; {fine} it may be fine)")
    assert one.fix is not None
    assert asked in one.fix.text.en
    assert ("posts_with" in one.fix.text.en) is ("posts_with" in asked)


def test_what_no_case_takes_is_an_error_with_the_mildest_limit(tmp_path: Path) -> None:
    """Beyond all of them nothing has to be known, and the highest number is told."""
    [one] = of(tmp_path, 31)
    assert (one.level, one.message.en) == ("error", "a.mp4 runs 3.1 seconds; at most 3")
    assert of(tmp_path, 10) == []


def test_the_kind_that_the_draft_says(tmp_path: Path) -> None:
    """A draft may say of itself what kind of account it is for."""
    assert of(tmp_path, 30, "tool", kind="business") == []
    assert [one.level for one in of(tmp_path, 11, "tool", kind="personal")] == ["error"]


def test_texts_of_two_kinds_of_accounts() -> None:
    """Limits on the text meet as well, though each begins to be too long at another place."""
    limits = {
        "personal_max_chars": limit(5, "characters", account="personal"),
        "page_max_chars": limit(8, "characters", account="business"),
    }
    network = acme({"text": limits})
    levels = {
        length: [one.level for one in stated(run(draft("x" * length), network))]
        for length in (5, 6, 8, 9)
    }
    assert levels == {5: [], 6: ["warning"], 8: ["warning"], 9: ["error"]}


def test_advice_of_the_other_way_is_not_called_fine(tmp_path: Path) -> None:
    """Where tools refuse it and the app is only said to take less, nothing promises the app."""
    limits = {
        "max_seconds": limit(1, "seconds", through="tool"),
        "max_minutes": limit(0.03, "minutes", through="app", hard=False),
    }
    film = video(tmp_path, "a.mp4", 19)
    one = draft("x", tmp_path, media=[film], format="short_video")
    [found] = stated(run(one, acme({"short_video": limits})))
    assert found.message.en.endswith(" (refused with a publishing tool)")
    assert found.level == "warning"


def test_a_format_of_one_way_needs_no_other(tmp_path: Path) -> None:
    """In a format that is there for tools alone, what tools refuse is refused."""
    limits = {"max_seconds": limit(1, "seconds", through="tool")}
    network = acme({"long_video": limits}, specs={"long_video": {"through": "tool"}})
    one = draft("x", tmp_path, media=[video(tmp_path, "a.mp4", 12)], format="long_video")
    found = [one for one in stated(run(one, network)) if one.code == "acme.media.seconds"]
    assert [one.level for one in found] == ["error"]


PHONE = [
    ("instagram", (4032, 3024), "JPEG"), ("instagram", (900, 1200), "JPEG"),
    ("instagram", (1080, 1080), "PNG"), ("snapchat", (1080, 1920), "PNG"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "size", "kind"), PHONE)
@pytest.mark.parametrize(("ways", "level"), [(None, "warning"), ("tool", "error"), ("app", None)])
def test_photos_of_somebody_who_posts_by_hand(
    tmp_path: Path, name: str, size: tuple[int, int], kind: str, ways: str | None,
    level: str | None,
) -> None:  # fmt: skip
    """What only tools refuse is an error for who posts with one, and none for who posts by hand."""
    known = {network.id: network for network in rulebook().networks}
    picture(tmp_path, "a.jpg", size, kind)
    entry = f", posts_with: {ways}" if ways else ""
    config = settings(f"accounts: [{{name: me, network: {name}{entry}}}]", known[name])
    one = draft("Rye @a1 @b1 @c1 @d1", tmp_path, networks=[name], account="me", media=["a.jpg"])
    found = stated(run(one, known[name], config=config), f"{name}.")
    levels = {finding.level for finding in found} - {"note"}
    assert levels == ({level} if level else set())

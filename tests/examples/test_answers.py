"""The answers to the example briefs, as people read them. Read a changed snapshot before you
accept it: would you give this advice to that business?
"""

from datetime import date
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from channelwise import Engine, read_brief
from channelwise.render.terminal.paper import recorded
from channelwise.render.terminal.recommendation import recommendation

EXAMPLES = Path(__file__).parents[2] / "examples"
AS_OF = date(2026, 11, 1)
BRIEFS = sorted(path.stem for path in EXAMPLES.glob("*.yaml"))


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine.load()


@pytest.mark.parametrize("lang", ["en", "fa"])
@pytest.mark.parametrize("name", BRIEFS)
def test_answer(engine: Engine, name: str, lang: str, snapshot: SnapshotAssertion) -> None:
    """The whole answer to an example brief stays as it was read and found sensible."""
    answer = engine.recommend(read_brief(EXAMPLES / f"{name}.yaml"), as_of=AS_OF)
    assert recorded(lambda paper: recommendation(answer, lang, paper, full=True)) == snapshot


@pytest.mark.parametrize(
    ("name", "decides", "first", "never"),
    [
        ("bakery", "pictures and few hours", "instagram", {"snapchat"}),
        ("engineering", "firms as customers", "linkedin", {"snapchat"}),
        ("coach", "the owner's own experience", "linkedin", {"snapchat"}),
        ("fashion", "young customers, video and many hours", "instagram", {"linkedin"}),
        ("clinic", "access in Iran", "instagram", {"linkedin", "snapchat"}),
        ("repair", "customers over 50 and three hours", "instagram", {"snapchat", "x"}),
    ],
)
def test_what_decides(engine: Engine, name: str, decides: str, first: str, never: set[str]) -> None:
    """Each example brief gets the network that what is special of it calls for."""
    ranking = engine.recommend(read_brief(EXAMPLES / f"{name}.yaml"), as_of=AS_OF).ranking
    fitting = [answer.id for answer in ranking if answer.verdict in ("recommended", "possible")]
    assert fitting[0] == first, decides
    assert not never & set(fitting), decides

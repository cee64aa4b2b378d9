"""Writes the frozen answers that the snapshots are made from.

They keep changes of rules out of the tests of layout. After a change of the answer's form:
`python tests/render/freeze.py && pytest tests/render --snapshot-update`, and read the diff.
"""

from datetime import date
from pathlib import Path

from channelwise.brief.read import read_brief
from channelwise.engine import Engine

AS_OF = date(2026, 11, 1)
ROOT = Path(__file__).parents[2]
ANSWERS = Path(__file__).parent / "answers"
BRIEFS = ("bakery", "clinic")


def freeze() -> None:
    """Asks the engine about each brief, and why the last network stands last."""
    engine = Engine.load()
    for name in BRIEFS:
        brief = read_brief(ROOT / "examples" / f"{name}.yaml")
        answer = engine.recommend(brief, as_of=AS_OF)
        last = answer.ranking[-1].id
        proof = engine.explain(brief, last, as_of=AS_OF)
        for kind, found in (("recommendation", answer), ("explanation", proof)):
            path = ANSWERS / f"{name}.{kind}.json"
            path.write_text(found.model_dump_json() + "\n", encoding="utf-8")


if __name__ == "__main__":
    freeze()

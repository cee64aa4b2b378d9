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
START = date(2026, 11, 30)
PLANS = ("coach", "clinic")


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


def freeze_plans() -> None:
    """Plans the week of each brief, and one whose hours carry no account."""
    engine = Engine.load()
    briefs = {name: read_brief(ROOT / "examples" / f"{name}.yaml") for name in PLANS}
    bakery = read_brief(ROOT / "examples" / "bakery.yaml")
    briefs["short"] = bakery.with_changes({"time.hours_per_week": 1})
    for name, brief in briefs.items():
        found = engine.plan(brief, start=START, as_of=AS_OF, frontier=True)
        path = ANSWERS / f"{name}.plan.json"
        path.write_text(found.model_dump_json() + "\n", encoding="utf-8")


if __name__ == "__main__":
    freeze()
    freeze_plans()

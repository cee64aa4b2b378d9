"""`plan.yaml`: what the core ships is right, and every mistake in it is told with its place."""

from dataclasses import dataclass

import pytest

from channelwise.errors import BadInput, Problem
from channelwise.load import bundle, reading
from channelwise.load.planning import Bands, Planning
from channelwise.vocabulary import PACES, WEEKDAYS
from known import judge

PLACE = bundle.folder(bundle.CORE_PACKAGE)
PLAN = (PLACE / "plan.yaml").read_text(encoding="utf-8")
PLANNING: Planning = judge().policy.planning


@dataclass(frozen=True)
class Case:
    """What to break in the file, what is then said, and of which field.

    The mistake is shown where `at` stands, or else on the line that was broken.
    """

    old: str
    new: str
    field: str
    says: str
    at: str = ""
    hint: str = ""


CASES = {
    "a curve that falls": Case(
        "{posts: 200, earns: 125}", "{posts: 200, earns: 99}", "value.curve", "must rise",
        at="- {posts: 0, earns: 0}",
    ),
    "a curve that goes back": Case(
        "{posts: 200, earns: 125}", "{posts: 90, earns: 125}", "value.curve", "must rise",
        at="- {posts: 0, earns: 0}",
    ),
    "a curve that stands still": Case(
        "{posts: 200, earns: 125}", "{posts: 100, earns: 125}", "value.curve", "must rise",
        at="- {posts: 0, earns: 0}",
    ),
    "a curve that bends up": Case(
        "{posts: 50, earns: 65}", "{posts: 50, earns: 49}", "value.curve", "must flatten",
        at="- {posts: 0, earns: 0}",
    ),
    "a curve that begins with posts": Case(
        "{posts: 0, earns: 0}", "{posts: 1, earns: 0}", "value.curve", "must begin with 0",
        at="- {posts: 1, earns: 0}",
    ),
    "a curve that begins with earnings": Case(
        "{posts: 0, earns: 0}", "{posts: 0, earns: 1}", "value.curve", "must begin with 0",
        at="- {posts: 0, earns: 1}",
    ),
    "points not from nobody": Case(
        "{at_least: 0, points: -15}", "{at_least: 1, points: -15}", "value", "begin at 0 followers",
        at="curve:",
    ),
    "points twice for as many": Case(
        "{at_least: 500, points: 15}", "{at_least: 100, points: 15}", "value", "and rise",
        at="curve:",
    ),
    "time not from nobody": Case(
        "{at_least: 0, percent: 50}", "{at_least: 1, percent: 50}", "community",
        "begin at 0 followers", at="new_account: 50",
    ),
    "time by followers that fall": Case(
        "{at_least: 20000, percent: 200}", "{at_least: 2000, percent: 200}", "community",
        "and rise", at="new_account: 50",
    ),
    "no usual week": Case(
        "  default: [mon, tue, wed, thu, fri]\n", "", "", "working_days needs 'default'", at="api: 1",
    ),
    "a week without days": Case(
        "IR: [sat, sun, mon, tue, wed]", "IR: []", "working_days.IR", "must not be empty",
    ),
    "a day that is none": Case(
        "IR: [sat, sun, mon, tue, wed]", "IR: [sut]", "working_days.IR[0]", "sut", hint="sat",
    ),
    "a country that is no code": Case(
        "IR: [sat, sun, mon, tue, wed]", "Iran: [sat]", "working_days.Iran", "",
    ),
    "no points for one kind of account": Case(
        "new_account: {business: -20, personal: -35}", "new_account: {business: -20}",
        "value.new_account", "an entry is missing for: personal",
    ),
    "no time of day for one audience": Case(
        'post_at: {b2b: "11:00", b2c: "18:00", both: "12:30"}', 'post_at: {b2b: "11:00"}',
        "clock.post_at", "an entry is missing for: b2c, both",
    ),
    "no upkeep for one level": Case(
        "  heavy: {low: 20, typical: 40, high: 60}\n", "", "upkeep",
        "an entry is missing for: heavy", at="light:",
    ),
    "an unknown key": Case(
        "selling_most_percent: 30", "selling_most_percent: 30\nweek: 4", "week",
        "not a known field", at="week: 4",
    ),
    "an unknown key within": Case(
        "  selling_main: 30", "  selling_main: 30\n  selling_side: 4", "value.selling_side",
        "not a known field", at="selling_side",
    ),
    "an unknown format": Case(
        "story: 60", "storys: 60", "value.passing.storys", "not a known key", at="storys",
        hint="story",
    ),
    "a share over all": Case(
        "formats: [100, 75, 60]", "formats: [101, 75, 60]", "value.formats[0]", "100",
    ),
    "no share for the first format": Case(
        "formats: [100, 75, 60]", "formats: []", "value.formats", "must not be empty",
    ),
    "a fourth strategy": Case(
        "strategies: [100, 40, 25]", "strategies: [100, 40, 25, 10]", "value.strategies",
        "more than 3",
    ),
    "minutes that fall": Case(
        "light: {low: 0, typical: 5, high: 10}", "light: {low: 0, typical: 11, high: 10}",
        "upkeep.light", "must rise",
    ),
    "minutes below nothing": Case(
        "light: {low: 0, typical: 5, high: 10}", "light: {low: -1, typical: 5, high: 10}",
        "upkeep.light.low", "0 or more",
    ),
    "material that carries nothing": Case(
        "offers: {a_month: 4, pieces: 3}", "offers: {a_month: 4, pieces: 0}",
        "material.offers.pieces", "1 or more",
    ),
    "a time of no day": Case('to: "21:00"', 'to: "24:00"', "clock.to", "24:00"),
    "another number of weeks": Case("weeks: 4", "weeks: 5", "weeks", "expected: 4; found 5"),
    "a fact that is not there": Case(
        "fact:timecost#anchors.activity_model", "fact:timecost#anchors.activity_modal", "source[10]",
        "no fact 'anchors.activity_modal' in 'timecost'", hint="anchors.activity_model",
    ),
    "a file of facts that is not there": Case(
        "fact:timecost#anchors.activity_model", "fact:timecast#anchors.activity_model", "source[10]",
        "no fact 'anchors.activity_model' in 'timecast'", hint="timecost",
    ),
}  # fmt: skip


def core_with(plan: str) -> dict[str, tuple[str, bytes]]:
    """All files of the core, with this text for `plan.yaml`."""
    names = [file.relative_to(PLACE).as_posix() for file in PLACE.rglob("*.yaml")]
    files = {name: (name, (PLACE / name).read_bytes()) for name in names}
    return {**files, "plan.yaml": ("plan.yaml", plan.encode())}


def problems_of(plan: str) -> tuple[Problem, ...]:
    with pytest.raises(BadInput) as caught:
        reading.core(core_with(plan))
    return caught.value.problems


def test_the_file_that_is_broken_here_is_fine() -> None:
    """The core's own plan is read, with the facts that it cites written out."""
    plain = reading.core(core_with(PLAN))["plan"]
    cited = [source for source in plain["source"] if source.startswith("fact:")]
    assert sorted(plain["cited"]) == sorted(cited)


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_is_told_with_its_place(name: str) -> None:
    """One problem: file, line and column of the mistake, the field, and the nearest word."""
    case = CASES[name]
    assert PLAN.count(case.old) == 1
    broken = PLAN.replace(case.old, case.new)
    (problem,) = problems_of(broken)
    lines = broken.splitlines()
    shown = lines[problem.line - 1]
    assert problem.file == "plan.yaml"
    assert (case.at or case.new.strip()) in shown
    assert 0 < problem.column <= len(shown)
    assert shown[problem.column - 1] != " "
    assert problem.field == case.field
    assert case.says in problem.message
    assert problem.suggestion == case.hint
    assert str(problem).startswith(f"plan.yaml:{problem.line}:{problem.column}: ")


def test_all_mistakes_are_told_at_once() -> None:
    """Three mistakes in three places are three problems, in the order of the file."""
    broken = (
        PLAN.replace("earns: 65", "earns: many")
        .replace("listen_percent: 33", "listen_percent: 133")
        .replace("weeks: 4", "weeks: 0")
    )
    found = [problem.field for problem in problems_of(broken)]
    assert found == ["value.curve[1].earns", "community.listen_percent", "weeks"]


# --- what it says ---------------------------------------------------------------------------


def test_the_policy_rests_on_what_it_names() -> None:
    """Every source of the file is one of the policy's, in its order."""
    assert len(PLANNING.sources) == PLAN.count('  - "')


@pytest.mark.parametrize(
    ("followers", "number"), [(0, 1), (9, 1), (10, 2), (11, 2), (99, 2), (100, 3), (10**9, 3)]
)
def test_a_band_begins_with_its_number(followers: int, number: int) -> None:
    """The last band that begins at so many followers or fewer counts."""
    assert Bands(((0, 1), (10, 2), (100, 3))).at(followers) == number


@pytest.mark.parametrize("country", [None, "DE", "IR", "EG", "XX"])
def test_every_country_has_a_week(country: str | None) -> None:
    """Its own, or the usual one, each day once."""
    days = PLANNING.days_of(country)
    assert len(set(days)) == len(days) > 0
    assert set(days) <= set(WEEKDAYS)


def test_weeks_differ_by_country() -> None:
    """In Iran the week of work begins on Saturday, in Egypt on Sunday, elsewhere on Monday."""
    assert [PLANNING.days_of(name)[0] for name in ("IR", "EG", "DE")] == ["sat", "sun", "mon"]


def test_no_pace_is_quicker_than_the_one_before() -> None:
    """From low to high, making, fitting and upkeep take longer, or as long."""
    for table in (PLANNING.make, PLANNING.adapt, PLANNING.upkeep):
        for minutes in table.values():
            found = [minutes.at(pace) for pace in PACES]
            assert found == sorted(found)

"""The calendar: all minutes of the week, people first, and no post before its piece."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channelwise.brief.model import Brief
from channelwise.load.planning import Planning
from channelwise.plan.calendar import calendar, empty_weeks, even
from channelwise.plan.items import Account, Option
from channelwise.plan.items import Piece as Cost
from channelwise.plan.making import Bench, levelled
from channelwise.plan.model import Calendar, Entry, Plan
from channelwise.plan.pieces import Made
from channelwise.plan.posting import piece_name, post_days, spread
from channelwise.plan.recount import accounts_of, recount
from channelwise.plan.week import Week, clock_of, minute_of, week_of
from channelwise.plan.workday import Workday, post_times, workday_of
from channelwise.vocabulary import FORMATS, WEEKDAYS, Format
from known import changed, engine, examples, judge, rulebook
from strategies import renamed

PLANNING: Planning = judge().policy.planning
MONDAY = date(2026, 11, 30)
KINDS = ("listen", "answer", "upkeep", "make", "adapt", "post")
COSTS = {format_: Cost(make=30, adapt=10) for format_ in FORMATS}


# --- weeks to lay out -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Case:
    """All that a calendar is made from."""

    brief: Brief
    options: tuple[Option, ...]
    made: tuple[Made, ...]
    costs: Mapping[Format, Cost]
    start: date = MONDAY

    @property
    def laid(self) -> Calendar:
        return calendar(self.brief, PLANNING, self.made, self.options, self.costs, self.start)

    def week(self, number: int = 1) -> list[Entry]:
        return [entry for entry in self.laid.entries if entry.week == number]


def brief_with(time: dict[str, Any] | None = None, **business: Any) -> Brief:
    return Brief.model_validate(
        {
            "business": {"name": "Corner Shop", **business},
            "audience": {"kind": "b2c"},
            "content": {"can_make": ["image"]},
            "time": {"hours_per_week": 10, **(time or {})},
        }
    )


def account_named(name: str, community: int = 0, upkeep: int = 0) -> Account:
    network = renamed(rulebook().networks[0], name)
    return Account(network, "business", True, None, 0, community, upkeep)


def option_of(
    account: Account, name: str, posts: int, format_: Format = "image", timely: bool = False
) -> Option:
    strategy = account.network.strategies[0]
    values = {**strategy.values, "strategy.timely": timely}
    strategy = replace(strategy, id=name, values=values)
    return Option(account, strategy, format_, posts, 0, 0, 0, False, ())


def piece(*uses: Option) -> Made:
    return Made(("", uses[0].format, frozenset()), list(uses))


def alone(*options: Option) -> tuple[Made, ...]:
    """Every post with a piece of its own."""
    return tuple(piece(option) for option in options for _ in range(option.posts))


def days_of(brief: Brief) -> tuple[int, ...]:
    return week_of(brief, PLANNING).days


# --- random weeks ---------------------------------------------------------------------------

CLOCKS = st.integers(0, 24 * 60 - 1).map(clock_of)
TIMES = st.fixed_dictionaries(
    {},
    optional={
        "days": st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=7, unique=True),
        "people": st.integers(1, 40),
        "work_at": CLOCKS,
        "post_at": CLOCKS,
    },
)
MARKETS = st.lists(
    st.fixed_dictionaries({"country": st.sampled_from(["IR", "DE", "EG"])}), min_size=1, max_size=2
)


@st.composite
def options(draw: st.DrawFn) -> list[Option]:
    """One to three strategies on each of up to three accounts."""
    found = []
    for number in range(draw(st.integers(1, 3))):
        account = account_named(
            f"net{number}", draw(st.integers(0, 600)), draw(st.sampled_from([0, 5, 40]))
        )
        for name in ("one", "two", "three")[: draw(st.integers(1, 3))]:
            format_ = draw(st.sampled_from(["image", "story"]))
            posts, timely = draw(st.integers(1, 12)), draw(st.booleans())
            found.append(option_of(account, name, posts, format_, timely))
    return found


@st.composite
def pieces_for(draw: st.DrawFn, options: Sequence[Option]) -> list[Made]:
    """Pieces that carry all posts, some of them shared."""
    made: list[Made] = []
    for option in options:
        fitting = [
            one for one in made
            if one.maker.format == option.format and not one.is_on(option.account.id)
        ]  # fmt: skip
        shared = fitting[: draw(st.integers(0, option.posts))]
        for one in shared:
            one.uses.append(option)
        made += [piece(option) for _ in range(option.posts - len(shared))]
    return made


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Weeks of all kinds, some of them with far more work than their days hold."""
    chosen = draw(options())
    make = draw(st.one_of(st.integers(0, 90), st.integers(0, 3000)))
    costs = {format_: Cost(make, draw(st.integers(0, min(make, 60)))) for format_ in FORMATS}
    brief = brief_with(draw(TIMES), markets=draw(MARKETS))
    start = draw(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
    return Case(brief, tuple(chosen), tuple(draw(pieces_for(chosen))), costs, start)


def by_day(entries: Sequence[Entry]) -> list[list[Entry]]:
    found: dict[date, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[entry.date].append(entry)
    return [found[day] for day in sorted(found)]


def moment(entry: Entry, end: bool = False) -> tuple[date, int]:
    return entry.date, minute_of(entry.until if end else entry.at)


# --- promises -------------------------------------------------------------------------------


@given(cases())
def test_every_week_takes_exactly_the_minutes_of_the_plan(case: Case) -> None:
    count = recount(case.options, case.made, case.costs)
    accounts = accounts_of(case.options)
    listen = sum(account.community * PLANNING.listen // 100 for account in accounts)
    for week in range(1, 5):
        minutes: Counter[str] = Counter()
        for entry in case.week(week):
            minutes[entry.kind] += entry.minutes
        assert minutes["listen"] == listen
        assert minutes["listen"] + minutes["answer"] == sum(a.community for a in accounts)
        assert minutes["upkeep"] == sum(a.upkeep for a in accounts)
        assert (minutes["make"], minutes["adapt"]) == (count.make, count.adapt)
        assert minutes["post"] == 0


@given(cases())
def test_every_account_gets_its_own_minutes_of_listening_and_answering(case: Case) -> None:
    for kind in ("listen", "answer"):
        found: Counter[str] = Counter()
        for entry in case.week():
            if entry.kind == kind:
                assert sum(entry.parts.values()) == entry.minutes
                found.update(entry.parts)
        for account in accounts_of(case.options):
            listen = account.community * PLANNING.listen // 100
            expected = listen if kind == "listen" else account.community - listen
            assert found[account.id] == expected


@given(cases())
def test_people_come_before_production_on_every_day(case: Case) -> None:
    for day in by_day(case.laid.entries):
        work = [KINDS.index(entry.kind) for entry in day if entry.kind != "post"]
        people = [kind for kind in work if kind < KINDS.index("make")]
        assert people == sorted(people)
        assert work[: len(people)] == people
        assert Counter(work).keys() <= {0, 1, 2, 3, 4}
        assert max(Counter(work)[0], Counter(work)[1]) <= 1


@given(cases())
def test_nothing_overlaps_and_nothing_runs_over_midnight(case: Case) -> None:
    for day in by_day(case.laid.entries):
        work = [entry for entry in day if entry.kind != "post"]
        for before, after in pairwise(work):
            assert before.until == after.at
        for entry in day:
            assert 0 <= minute_of(entry.at) <= minute_of(entry.until) < 24 * 60
            length = minute_of(entry.until) - minute_of(entry.at)
            assert abs(length - entry.minutes / entry.hands) < 1
            assert len({one.hands for one in work} or {1}) == 1


@given(cases())
def test_a_piece_is_made_before_it_is_adapted_and_posted(case: Case) -> None:
    pieces: dict[str | None, list[Entry]] = defaultdict(list)
    for entry in case.week():
        pieces[entry.piece].append(entry)
    pieces.pop(None, None)
    assert len(pieces) == len(case.made)
    for entries in pieces.values():
        made = max(moment(entry, end=True) for entry in entries if entry.kind == "make")
        ready = {(e.network, e.strategy): made for e in entries if e.kind == "make"}
        for entry in entries:
            if entry.kind == "adapt":
                assert moment(entry) >= made
                ready[entry.network, entry.strategy] = moment(entry, end=True)
        for entry in entries:
            if entry.kind == "post":
                assert moment(entry) >= ready[entry.network, entry.strategy]


@given(cases())
def test_an_account_posts_what_its_options_say_and_no_piece_twice(case: Case) -> None:
    posts = [entry for entry in case.week() if entry.kind == "post"]
    counts = Counter((post.network, post.strategy) for post in posts)
    assert counts == {(o.account.network.id, o.strategy.id): o.posts for o in case.options}
    assert len({(post.network, post.account, post.piece) for post in posts}) == len(posts)


@given(cases())
def test_work_is_done_on_working_days_only(case: Case) -> None:
    laid = case.laid
    assert {e.weekday for e in laid.entries if e.kind != "post"} <= set(laid.working_days)
    assert all(entry.weekday == WEEKDAYS[entry.date.weekday()] for entry in laid.entries)


@given(cases())
def test_posts_go_out_on_working_days_unless_they_are_more(case: Case) -> None:
    working = case.laid.working_days
    for option in case.options:
        days = [e.weekday for e in case.week() if e.kind == "post" and of(e, option)]
        if option.posts <= 7:
            assert len(set(days)) == option.posts
        # Where the first day comes too early for a post, one working day less is left.
        if option.posts < len(working):
            assert set(days) <= set(working)
        counts = Counter(days)
        assert max(counts.values()) - min(counts[day] for day in WEEKDAYS) <= 1


def of(entry: Entry, option: Option) -> bool:
    return (entry.network, entry.strategy) == (option.account.network.id, option.strategy.id)


@given(cases())
def test_timely_work_is_done_on_the_last_working_day_before_its_post(case: Case) -> None:
    entries, working = case.week(), set(case.laid.working_days)
    timely = {
        (o.account.network.id, o.strategy.id)
        for o in case.options
        if o.strategy.values["strategy.timely"]
    }
    for work in entries:
        if work.kind in ("make", "adapt") and (work.network, work.strategy) in timely:
            posts = [e for e in entries if e.piece == work.piece and e.kind == "post"]
            own = [e for e in posts if work.kind == "make" or e.network == work.network]
            day = min(post.date for post in own)
            # Another day earlier only if it would be too late for the post on its own day.
            days = [last_working(day, working), last_working(day - timedelta(days=1), working)]
            assert work.date in days


def last_working(day: date, working: Collection[str]) -> date:
    """The day, or the last working day before it."""
    while WEEKDAYS[day.weekday()] not in working:
        day -= timedelta(days=1)
    return day


@given(cases())
def test_a_post_is_late_only_where_no_working_day_comes_before_it(case: Case) -> None:
    asked = case.brief.time.post_at or PLANNING.post_at["b2c"]
    entries = [entry for entry in case.week() if entry.kind == "post"]
    alone = Counter((entry.date, entry.network, entry.account) for entry in entries)
    for entry in entries:
        if alone[entry.date, entry.network, entry.account] == 1:
            assert entry.late == (entry.at > asked)
            assert entry.at >= asked
        if entry.late:
            assert entry.date == case.laid.start
            # It had to: its strategy posts on all days of the week.
            assert next(o.posts for o in case.options if of(entry, o)) >= 7


@given(cases())
def test_posts_on_days_off_are_scheduled_ahead(case: Case) -> None:
    laid = case.laid
    for entry in laid.entries:
        assert entry.scheduled == (entry.weekday not in laid.working_days)


@given(cases())
def test_weeks_repeat_the_first_one(case: Case) -> None:
    first = [(entry.date, plain(entry)) for entry in case.week(1)]
    for number in (2, 3, 4):
        moved = [
            (entry.date - timedelta(weeks=number - 1), plain(entry)) for entry in case.week(number)
        ]
        assert moved == first


def plain(entry: Entry) -> dict[str, Any]:
    return entry.model_dump(exclude={"date", "week"})


@given(cases())
def test_entries_stand_in_the_order_of_time(case: Case) -> None:
    entries = case.laid.entries
    assert [moment(e) for e in entries] == sorted(moment(e) for e in entries)


@given(cases())
def test_equal_input_gives_equal_bytes_in_any_order_of_the_options(case: Case) -> None:
    turned = replace(case, options=case.options[::-1])
    assert case.laid.model_dump_json() == turned.laid.model_dump_json()


@given(cases())
def test_the_calendar_begins_with_the_first_working_day_from_its_start(case: Case) -> None:
    laid = case.laid
    assert timedelta(0) <= laid.start - case.start < timedelta(days=7)
    assert WEEKDAYS[laid.start.weekday()] == laid.first_day == laid.working_days[0]
    assert laid.end - laid.start == timedelta(days=27)
    assert all((entry.date - laid.start).days // 7 == entry.week - 1 for entry in laid.entries)


@pytest.mark.parametrize("name", sorted(examples()))
def test_the_plans_of_the_examples_are_kept(name: str) -> None:
    plan = engine().plan(examples()[name], start=MONDAY)
    for week in range(1, 5):
        for kind in KINDS[:5]:
            entries = [e for e in plan.calendar.entries if e.week == week and e.kind == kind]
            assert sum(e.minutes for e in entries) == getattr(plan.minutes, kind)
    assert {e.hands for e in plan.calendar.entries} <= {1}


# --- small weeks by hand --------------------------------------------------------------------


def shown(entries: Sequence[Entry]) -> list[str]:
    return [f"{e.weekday} {e.at} {e.kind} {e.minutes} {e.piece or ''}".rstrip() for e in entries]


def test_a_small_week_is_laid_out_as_by_hand() -> None:
    acme = account_named("acme", community=33, upkeep=5)
    option = option_of(acme, "show", 2)
    case = Case(brief_with({"days": ["mon", "wed", "fri"]}), (option,), alone(option), COSTS)
    # Listening: 33 % of 33 = 10 (4, 3, 3); answering: 23 (8, 8, 7). Posts: floor(3/4) and
    # floor(9/4) of three days, so the first and the last. Friday is the least loaded day for B.
    assert shown(case.week()) == [
        "mon 09:00 listen 4",
        "mon 09:04 answer 8",
        "mon 09:12 upkeep 5",
        "mon 09:17 make 30 A",
        "mon 18:00 post 0 A",
        "wed 09:00 listen 3",
        "wed 09:03 answer 8",
        "fri 09:00 listen 3",
        "fri 09:03 answer 7",
        "fri 09:10 make 30 B",
        "fri 18:00 post 0 B",
    ]


def test_a_shared_piece_keeps_its_name_from_making_to_its_last_post() -> None:
    maker = option_of(account_named("acme"), "show", 1)
    other = option_of(account_named("bird"), "tell", 1)
    case = Case(brief_with({"days": ["mon", "tue"]}), (maker, other), (piece(maker, other),), COSTS)
    # One post is for the second of two days; the other one is moved to the free first day.
    assert [(e.weekday, e.kind, e.network, e.piece) for e in case.week()] == [
        ("mon", "make", "acme", "A"),
        ("mon", "adapt", "bird", "A"),
        ("mon", "post", "bird", "A"),
        ("tue", "post", "acme", "A"),
    ]


def test_irans_week_begins_on_saturday() -> None:
    option = option_of(account_named("acme", community=70), "show", 1)
    brief = brief_with(markets=[{"country": "IR"}])
    laid = Case(brief, (option,), alone(option), COSTS).laid
    assert laid.country == "IR"
    assert laid.first_day == "sat"
    assert laid.working_days == ["sat", "sun", "mon", "tue", "wed"]
    assert laid.start == date(2026, 12, 5)
    assert [e.weekday for e in laid.entries if e.week == 2 and e.kind == "listen"] == (
        laid.working_days
    )


def test_the_largest_market_sets_the_week() -> None:
    markets = [{"country": "DE", "share": 30}, {"country": "EG", "share": 70}]
    assert week_of(brief_with(markets=markets), PLANNING).first == "sun"
    unknown = week_of(brief_with(), PLANNING)
    assert unknown == Week(None, ("mon", "tue", "wed", "thu", "fri"))


def test_the_days_of_the_brief_come_before_those_of_the_country() -> None:
    brief = brief_with({"days": ["thu", "mon", "sat"]}, markets=[{"country": "IR"}])
    option = option_of(account_named("acme", community=70), "show", 3)
    laid = Case(brief, (option,), alone(option), COSTS).laid
    assert laid.working_days == ["thu", "sat", "mon"]
    assert laid.start == date(2026, 12, 3)
    assert {entry.weekday for entry in laid.entries} == {"thu", "sat", "mon"}


def test_a_start_on_the_first_working_day_stays() -> None:
    option = option_of(account_named("acme"), "show", 1)
    case = Case(brief_with(), (option,), alone(option), COSTS, MONDAY)
    assert case.laid.start == MONDAY
    assert replace(case, start=MONDAY + timedelta(days=1)).laid.start == date(2026, 12, 7)


def test_an_empty_plan_has_an_empty_calendar() -> None:
    laid = Case(brief_with(), (), (), COSTS).laid
    assert laid.entries == []
    assert laid.start == MONDAY


def test_a_calendar_past_the_last_year_is_refused() -> None:
    with pytest.raises(OverflowError):
        Case(brief_with(), (), (), COSTS, date(9999, 12, 30)).laid  # noqa: B018


# --- posts ----------------------------------------------------------------------------------


def test_posts_are_spread_over_the_days() -> None:
    assert [spread(count, 5) for count in (1, 2, 3, 5)] == [[2], [1, 3], [0, 2, 4], [0, 1, 2, 3, 4]]
    assert spread(8, 7) == [0, 1, 2, 3, 3, 4, 5, 6]


@given(st.integers(1, 40), st.integers(1, 7))
def test_no_day_has_two_posts_more_than_another(count: int, days: int) -> None:
    counts = Counter(spread(count, days))
    assert max(counts.values()) - min(counts[day] for day in range(days)) <= 1


def test_options_make_room_for_each_other() -> None:
    accounts = [account_named(name) for name in ("acme", "bird", "crow", "dove", "emu")]
    options = [option_of(account, "show", 1) for account in accounts]
    found = post_days(options, range(5))
    assert sorted(day for days in found.values() for day in days) == [0, 1, 2, 3, 4]


def test_an_account_keeps_its_own_posts_apart_where_all_days_are_equal() -> None:
    acme, bird = account_named("acme"), account_named("bird")
    options = [option_of(acme, "show", 2), option_of(bird, "one", 1), option_of(bird, "two", 1)]
    found = post_days(options, range(3))
    assert found == {"acme/show": [0, 2], "bird/one": [1], "bird/two": [2]}


@given(options())
def test_days_carry_an_equal_number_of_posts(options: list[Option]) -> None:
    counts: Counter[int] = Counter()
    for option in sorted(options, key=lambda o: o.order):
        mine = post_days(options, range(5))[option.strategy.key]
        before = counts.copy()
        counts.update(mine)
        # No way of moving this option's posts along would have been more equal.
        days = 5 if option.posts <= 5 else 7
        for shift in range(days):
            other = before + Counter((day + shift) % days for day in mine)
            assert sum(n * n for n in counts.values()) <= sum(n * n for n in other.values())


def test_a_single_post_goes_out_when_the_brief_or_its_customers_say() -> None:
    option = option_of(account_named("acme"), "show", 1)
    case = Case(brief_with(), (option,), alone(option), COSTS)
    assert [e.at for e in case.week() if e.kind == "post"] == ["18:00"]
    early = replace(case, brief=brief_with({"post_at": "07:15"}))
    # Made on a day before, as work does not begin until nine.
    assert shown(early.week()) == ["tue 09:00 make 30 A", "wed 07:15 post 0 A"]


def test_posts_begin_on_a_later_day_where_the_first_one_comes_too_early() -> None:
    option = option_of(account_named("acme"), "show", 6)
    brief = brief_with({"post_at": "07:15", "days": ["mon"]})
    case = Case(brief, (option,), alone(option), COSTS)
    found = [(e.weekday, e.at, e.scheduled) for e in case.week() if e.kind == "post"]
    assert found == [(day, "07:15", True) for day in WEEKDAYS[1:]]


def test_a_post_on_each_day_is_late_on_the_first_one_and_says_so() -> None:
    option = option_of(account_named("acme"), "show", 7)
    brief = brief_with({"post_at": "07:15", "days": ["mon"]})
    case = Case(brief, (option,), alone(option), COSTS)
    found = [(e.weekday, e.at, e.late) for e in case.week() if e.kind == "post"]
    assert found == [("mon", "09:30", True), *((day, "07:15", False) for day in WEEKDAYS[1:])]


def test_timely_work_stays_on_its_day_if_it_has_room_when_the_other_is_made_before() -> None:
    show = option_of(account_named("acme", upkeep=120), "show", 1, "story")
    news = option_of(account_named("bird"), "news", 1, timely=True)
    brief = brief_with({"post_at": "10:00", "days": ["mon", "tue"]})
    costs = {**COSTS, "image": Cost(45, 5), "story": Cost(70, 5)}
    case = Case(brief, (show, news), alone(show, news), costs)
    # One after the other they would be ready at 10:10 and 10:55.
    assert shown([e for e in case.week() if e.kind != "upkeep"]) == [
        "mon 11:00 make 70 A", "tue 09:00 make 45 B", "tue 10:00 post 0 A", "tue 10:00 post 0 B",
    ]  # fmt: skip


@pytest.mark.parametrize("time", [{"post_at": "07:30"}, {"post_at": "07:00", "work_at": "22:30"}])
@pytest.mark.parametrize("name", sorted(examples()))
def test_the_time_of_day_that_a_brief_chooses_holds(name: str, time: dict[str, str]) -> None:
    fields = {f"time__{key}": value for key, value in time.items()}
    plan = engine().plan(changed(examples()[name], **fields), start=MONDAY)
    posts = [entry for entry in plan.calendar.entries if entry.kind == "post"]
    alone = Counter((entry.date, entry.network, entry.account) for entry in posts)
    for post in posts:
        # What is posted every day is posted on the first one too, as soon as it is finished.
        assert not post.late or (posts_of(plan, post) >= 7 and post.weekday == "mon")
        if alone[post.date, post.network, post.account] == 1 and not post.late:
            assert post.at == time["post_at"]


def posts_of(plan: Plan, post: Entry) -> int:
    assert post.network is not None
    assert post.account is not None
    strategies = plan.account(post.network, post.account).strategies
    return next(one.posts for one in strategies if one.id == post.strategy)


def test_several_posts_of_an_account_are_spread_over_the_day() -> None:
    acme = account_named("acme")
    options = (option_of(acme, "show", 2), option_of(acme, "tell", 1))
    case = Case(brief_with({"days": ["mon"]}), options, alone(*options), COSTS)
    assert [(e.weekday, e.at) for e in case.week() if e.kind == "post"] == [
        ("mon", "18:00"), ("tue", "18:00"), ("sat", "18:00"),
    ]  # fmt: skip
    many = (option_of(acme, "show", 21),)
    case = Case(brief_with({"days": ["mon"]}), many, alone(*many), {**COSTS, "image": Cost(1, 1)})
    assert [e.at for e in case.week() if e.kind == "post"][:4] == [
        "11:00",
        "15:00",
        "19:00",
        "11:00",
    ]


def test_post_times_stand_in_the_middle_of_their_shares() -> None:
    assert [clock_of(t) for t in post_times(2, 0, 540, 1260)] == ["12:00", "18:00"]
    assert [clock_of(t) for t in post_times(5, 0, 540, 1260)] == [
        "10:10", "12:35", "15:00", "17:20", "19:45",
    ]  # fmt: skip


def test_empty_weeks_are_those_without_a_post() -> None:
    option = option_of(account_named("acme", community=50), "show", 1)
    laid = Case(brief_with(), (option,), alone(option), COSTS).laid
    assert empty_weeks(laid, ["acme/business"]) == []
    kept = [e for e in laid.entries if e.kind != "post" or e.week in (1, 4)]
    less = laid.model_copy(update={"entries": kept})
    assert empty_weeks(less, ["acme/business", "bird/personal"]) == [
        ("acme/business", 2), ("acme/business", 3),
        *(("bird/personal", week) for week in (1, 2, 3, 4)),
    ]  # fmt: skip


# --- making ---------------------------------------------------------------------------------


def test_pieces_are_made_on_the_least_loaded_day_and_late_among_equals() -> None:
    bench = Bench({0: 50, 1: 20, 2: 20, 3: 10}, room=500)
    assert bench.place(30, 0, 2, late=False) == [(2, 30)]
    assert bench.place(30, 0, 2, late=False) == [(1, 30)]
    assert bench.place(30, 0, 3, late=False) == [(3, 30)]
    assert bench.place(30, 0, 1, late=True) == [(1, 30)]
    assert bench.load == {0: 50, 1: 80, 2: 50, 3: 40}


def test_a_piece_too_long_for_a_day_is_made_over_several() -> None:
    bench = Bench({0: 30, 1: 20, 2: 20}, room=720)
    assert bench.place(800, 0, 2, late=False) == [(0, 260), (1, 270), (2, 270)]
    assert bench.place(0, 0, 2, late=False) == [(2, 0)]


@given(st.dictionaries(st.integers(0, 6), st.integers(0, 2000), min_size=1), st.integers(1, 10_000))
def test_levelling_spends_all_minutes_and_leaves_no_day_that_could_take_more(
    load: dict[int, int], minutes: int
) -> None:
    parts = dict(levelled(load, minutes))
    after = {day: load[day] + parts.get(day, 0) for day in load}
    assert sum(parts.values()) == minutes
    assert min(parts.values()) > 0
    assert max(after[day] for day in parts) - min(after.values()) <= 1


def test_a_long_making_is_over_before_its_post() -> None:
    option = option_of(account_named("acme"), "show", 1, "long_video")
    costs = {**COSTS, "long_video": Cost(1200, 20)}
    case = Case(brief_with(), (option,), alone(option), costs)
    assert shown(case.week()) == [
        "mon 09:00 make 400 A", "tue 09:00 make 400 A", "wed 09:00 make 400 A",
        "wed 18:00 post 0 A",
    ]  # fmt: skip


def test_timely_pieces_take_their_days_before_the_others_choose() -> None:
    show = option_of(account_named("acme"), "show", 2)
    news = option_of(account_named("bird"), "news", 1, "text", timely=True)
    options = (show, news)
    costs = {**COSTS, "text": Cost(50, 5)}
    case = Case(brief_with({"days": ["mon", "tue"]}), options, alone(*options), costs)
    assert shown([e for e in case.week() if e.kind == "make"]) == [
        "mon 09:00 make 30 A", "mon 09:30 make 30 B", "tue 09:00 make 50 C",
    ]  # fmt: skip


def test_timely_posts_are_adapted_on_their_day_however_full_it_is() -> None:
    names = ("acme", "bird", "crow", "dove", "emu")
    show, news, *others, big = (
        option_of(account_named(name), "show", 1, format_, timely=name in ("bird", "emu"))
        for name, format_ in zip(names, ["image", "image", "story", "story", "text"], strict=True)
    )
    made = (piece(show, news), *alone(*others, big))
    costs = {**COSTS, "text": Cost(300, 5)}
    brief = brief_with({"days": ["mon", "tue", "wed"]})
    entries = Case(brief, (show, news, *others, big), made, costs).week()
    # Tuesday has room, but the post is for Wednesday.
    assert [(e.weekday, e.kind) for e in entries if e.network == "bird"] == [
        ("wed", "adapt"), ("wed", "post"),
    ]  # fmt: skip
    assert [e.weekday for e in entries if e.network == "emu"] == ["wed", "wed"]


def test_each_piece_is_finished_before_the_next_one_is_begun() -> None:
    show = option_of(account_named("acme"), "show", 2)
    tell = option_of(account_named("bird"), "tell", 2)
    made = (piece(show, tell), piece(show, tell))
    case = Case(brief_with({"days": ["mon"]}), (show, tell), made, COSTS)
    assert [(e.kind, e.piece) for e in case.week() if e.kind != "post"] == [
        ("make", "A"), ("adapt", "A"), ("make", "B"), ("adapt", "B"),
    ]  # fmt: skip


def test_what_is_finished_first_goes_out_first() -> None:
    acme = account_named("acme")
    options = (
        option_of(acme, "news", 3, "short_video", timely=True), option_of(acme, "show", 7, "story"),
    )  # fmt: skip
    costs = {**COSTS, "short_video": Cost(200, 5), "story": Cost(5, 5)}
    case = Case(brief_with({"days": ["mon", "tue"]}), options, alone(*options), costs)
    # The story was made on Monday; the video of the same day is not ready at noon.
    assert [(e.at, e.format) for e in case.week() if e.kind == "post" and e.weekday == "tue"] == [
        ("12:00", "story"), ("18:00", "short_video"),
    ]  # fmt: skip


def test_pieces_are_named_in_the_order_in_which_they_are_posted() -> None:
    option = option_of(account_named("acme"), "show", 5)
    case = Case(brief_with(), (option,), alone(option), COSTS)
    for number in (1, 4):
        assert [e.piece for e in case.week(number) if e.kind == "post"] == list("ABCDE")
    accounts = [account_named(name) for name in ("acme", "bird", "crow", "dove", "emu")]
    options = tuple(option_of(account, "show", 1) for account in accounts)
    names = [
        (e.weekday, e.network, e.piece)
        for e in Case(brief_with(), options, alone(*options), COSTS).week() if e.kind == "post"
    ]  # fmt: skip
    assert names == [
        ("mon", "dove", "A"), ("tue", "emu", "B"), ("wed", "acme", "C"), ("thu", "bird", "D"),
        ("fri", "crow", "E"),
    ]  # fmt: skip


def test_piece_names_go_on_after_z() -> None:
    assert [piece_name(n) for n in (0, 25, 26, 51, 52, 701, 702)] == [
        "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA",
    ]  # fmt: skip


def test_minutes_are_spread_evenly_and_early() -> None:
    assert even(7, 5) == [2, 2, 1, 1, 1]
    assert even(0, 3) == [0, 0, 0]


# --- long days ------------------------------------------------------------------------------


def test_one_person_works_longer_before_beginning_earlier() -> None:
    day = Workday(begin=540, end=1260, people=1)
    assert day.slots([60, 700]).times == [(540, 600), (600, 1300)]
    slots = day.slots([100, 1000])
    assert (slots.hands, slots.times) == (1, [(339, 439), (439, 1439)])


def test_a_day_too_long_for_one_is_shared_by_those_there_are() -> None:
    day = Workday(begin=540, end=1260, people=3)
    assert day.slots([20, 700]).hands == 1
    slots = day.slots([21, 701])
    assert (slots.hands, slots.times) == (2, [(540, 551), (551, 901)])


def test_an_evening_worker_has_an_evening() -> None:
    ends = [
        clock_of(workday_of(brief_with({"work_at": at}), PLANNING).end)
        for at in ("06:00", "09:00", "15:00", "20:30")
    ]
    assert ends == ["21:00", "21:00", "23:00", "23:59"]


def test_what_no_day_holds_still_ends_before_midnight() -> None:
    slots = Workday(begin=540, end=1260, people=1).slots([5000, 1, 1])
    assert slots.hands == 4
    assert slots.times[-1][1] == 1439
    assert slots.times[0][0] >= 0


def test_work_late_in_the_evening_begins_earlier_if_it_must() -> None:
    option = option_of(account_named("acme"), "show", 1)
    brief = brief_with({"work_at": "23:50", "days": ["mon"]})
    case = Case(brief, (option,), alone(option), COSTS)
    assert [(e.kind, e.at, e.until) for e in case.week()] == [
        ("make", "23:29", "23:59"), ("post", "18:00", "18:00"),
    ]  # fmt: skip


def test_a_full_week_of_hours_for_many_people_stays_within_its_days() -> None:
    option = option_of(account_named("acme", community=700), "show", 7)
    costs = {**COSTS, "image": Cost(1300, 10)}
    brief = brief_with({"hours_per_week": 168, "people": 12})
    entries = Case(brief, (option,), alone(option), costs).week()
    assert max(e.hands for e in entries) == 4
    assert min(e.at for e in entries) == "09:00"
    assert max(e.until for e in entries if e.kind != "post") <= "21:00"

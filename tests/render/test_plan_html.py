"""The page of a plan: sound markup, nothing loaded, and every minute, entry and reason on it."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise

import pytest

from channelwise.plan.model import Entry, Plan
from channelwise.recommend.model import Said
from channelwise.render.jalali import shown_date
from channelwise.render.phrases import Phrases
from channelwise.render.plan_html import plan_html
from channelwise.render.plan_page import WORK, weeks
from channelwise.render.plan_page_words import PageWords
from channelwise.render.plan_sentences import Sentences
from channelwise.texts import load as load_texts
from channelwise.vocabulary import Lang
from known import AS_OF, changed, engine, examples
from markup import LOADING, Page, plain
from reports import HOSTILE, LANGS

START = date(2026, 11, 30)
# One account; two kinds on one network, abroad; pieces that are shared; many posts a day; none.
CASES = ("bakery", "clinic", "coach", "fashion", "short")

langs = pytest.mark.parametrize("lang", LANGS)
cases = pytest.mark.parametrize("name", CASES)


@cache
def plan(name: str) -> Plan:
    brief = examples()["bakery" if name == "short" else name]
    if name == "short":
        brief = changed(brief, time__hours_per_week=1)
    return engine().plan(brief, start=START, as_of=AS_OF, frontier=name == "bakery")


@cache
def page_of(name: str, lang: Lang) -> str:
    return plan_html(plan(name), lang)


def phrases(lang: Lang) -> Phrases:
    return Phrases(load_texts(), lang)


def west(text: str) -> str:
    """Persian digits and signs as Western ones."""
    return text.translate(str.maketrans("۰۱۲۳۴۵۶۷۸۹٫−", "0123456789.-"))


@cases
@langs
def test_every_element_is_closed_in_order(name: str, lang: Lang) -> None:
    read = Page(page_of(name, lang))
    assert not read.wrong
    assert not read.open
    assert page_of(name, lang).startswith("<!doctype html>\n")


@cases
@langs
def test_a_page_loads_nothing(name: str, lang: Lang) -> None:
    page = page_of(name, lang)
    read = Page(page)
    assert not read.tags() & {"script", "link", "iframe", "object", "embed", "img", "base", "form"}
    assert not LOADING & {attr for _, attrs in read.elements for attr in attrs}
    assert all(tag == "a" for tag, attrs in read.elements if "href" in attrs)
    assert all(found.startswith("#") for found in re.findall(r"url\(([^)]*)\)", page))
    assert "@import" not in page


@cases
@langs
def test_ids_are_unique_and_links_lead_somewhere(name: str, lang: Lang) -> None:
    read = Page(page_of(name, lang))
    assert read.whole()


@cases
@langs
def test_headings_do_not_skip_a_level(name: str, lang: Lang) -> None:
    tags = [tag for tag, _ in Page(page_of(name, lang)).elements]
    levels = [int(tag[1]) for tag in tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@cases
@langs
def test_tables_and_charts_can_be_read_aloud(name: str, lang: Lang) -> None:
    read = Page(page_of(name, lang))
    scopes = {attrs.get("scope") for tag, attrs in read.elements if tag == "th"}
    assert scopes <= {"row", "col", "rowgroup"}
    assert len(read.of_tag("table")) == len([text for text in read.of_tag("caption") if text])
    svgs = [attrs for tag, attrs in read.elements if tag == "svg"]
    charts = [attrs for attrs in svgs if attrs.get("role") == "img"]
    assert len(charts) == len([text for text in read.of_tag("desc") if text])
    assert bool(charts) is bool(plan(name).accounts)
    assert all(a.get("aria-hidden") == "true" for a in svgs if a.get("role") != "img")


@langs
def test_language_and_direction_are_declared(lang: Lang) -> None:
    root = next(attrs for tag, attrs in Page(page_of("bakery", lang)).elements if tag == "html")
    assert root == {"lang": lang, "dir": "rtl" if lang == "fa" else "ltr"}


# --- minutes --------------------------------------------------------------------------------


def minutes_in(text: str) -> int:
    """The last number of a text: `1 Listening: 46 minutes`."""
    return int(re.findall(r"\d+", west(text))[-1])


@cases
@langs
def test_the_minutes_beside_the_bar_add_up_to_the_hours(name: str, lang: Lang) -> None:
    read = Page(page_of(name, lang))
    legend = next(iter(read.of_class("works")), "")
    shown = [int(minutes) for minutes in re.findall(r": (\d+)", west(legend))]
    assert sum(shown) == (plan(name).minutes_a_week if plan(name).accounts else 0)


@cases
@langs
def test_the_bar_of_all_work_is_as_long_as_the_minutes_used(name: str, lang: Lang) -> None:
    found = plan(name)
    bar = page_of(name, lang).split('aria-labelledby="work-t work-d"')
    if not found.accounts:
        assert len(bar) == 1
        return
    widths = re.findall(r'<rect class="work-\w+"[^>]* width="([\d.]+)%"', bar[1].split("</svg>")[0])
    assert sum(map(float, widths)) == pytest.approx(
        100 * found.used / found.minutes_a_week, abs=0.6
    )


@cases
@langs
def test_the_table_adds_up_row_by_row(name: str, lang: Lang) -> None:
    found = plan(name)
    rows = list(figures(Page(page_of(name, lang))))
    if not found.accounts:
        assert not rows
        return
    heads = [row for kind, row in rows if kind == "whose"]
    parts = [row for kind, row in rows if kind == "part"]
    (total,) = [row for kind, row in rows if kind == "total"]
    # Values are rounded for show, each by itself.
    rounding = 0.05 * (len(parts) + 1)
    for lines in (heads, parts):
        posts, minutes, value = (sum(column) for column in zip(*lines, strict=True))
        assert (posts, minutes) == total[:2] == (found.accounts and total[0], found.used)
        assert value == pytest.approx(total[2], abs=rounding)
    assert total[2] == pytest.approx(found.value / 100, abs=0.0501)


def figures(read: Page) -> Iterator[tuple[str, tuple[float, float, float]]]:
    """Posts, minutes and value of each row of the table by account; an empty cell is 0."""
    inside, row, cells = False, "", list[str]()
    for (tag, attrs), text in zip(read.elements, read.texts, strict=True):
        if tag == "table":
            inside = "accounts" in (attrs.get("class") or "")
        elif inside and tag in {"tr", "tfoot"}:
            row = "total" if tag == "tfoot" or row == "total" else attrs.get("class") or "part"
            row, cells = "part" if row == "strategy-row" else row, []
        elif inside and tag == "td":
            cells.append(west(plain("".join(text))) or "0")
            if len(cells) == 3:
                posts, minutes, value = map(float, cells)
                yield row, (posts, minutes, value)


@cases
@langs
def test_people_come_first_in_each_account(name: str, lang: Lang) -> None:
    text, p = Page(page_of(name, lang)).text, phrases(lang)
    for account in plan(name).accounts:
        table = text[text.index(p.cap("plan.html.what")) :]
        whole = table[
            table.index(plain(PageWords(plan(name), p).full(account.network, account.kind))) :
        ]
        people = whole.index(p.cap("plan.ui.people"))
        assert people < min(whole.index(p.say(one.name)) for one in account.strategies)


@langs
def test_no_minute_of_an_account_is_hidden(lang: Lang) -> None:
    text, p = Page(page_of("coach", lang)).text, phrases(lang)
    words = PageWords(plan("coach"), p)
    for account in plan("coach").accounts:
        assert plain(words.part(words.full(account.network, account.kind), account.minutes)) in text
        parts = {"listen": account.listen_minutes, "answer": account.answer_minutes}
        assert p.ui("plan.ui.people.parts", **parts) in text


# --- the calendar ---------------------------------------------------------------------------


def told(entry: Entry) -> tuple[str, str, str]:
    return f"{entry.date}T{entry.at}", entry.kind, entry.piece or ""


def entries_of(read: Page) -> list[tuple[str, str, str]]:
    """Time, kind and piece of each entry on the page, in order."""
    found: list[list[str]] = []
    for (_, attrs), text in zip(read.elements, read.texts, strict=True):
        kinds = (attrs.get("class") or "").split()
        if kinds[:1] == ["entry"]:
            found.append(["", kinds[1], ""])
        elif "T" in (attrs.get("datetime") or ""):
            found[-1][0] = attrs["datetime"] or ""
        elif kinds == ["letter"] and found and not found[-1][2]:
            found[-1][2] = "".join(text)
    return [(at, kind, piece) for at, kind, piece in found]


@cases
@langs
def test_each_entry_of_the_calendar_is_there_once(name: str, lang: Lang) -> None:
    calendar = plan(name).calendar
    month = page_of(name, lang).split('class="letters"')[0]
    assert Counter(entries_of(Page(month))) == Counter(map(told, calendar.entries))


@langs
def test_days_stand_in_the_order_of_the_owners_week(lang: Lang) -> None:
    read = Page(page_of("clinic", lang))
    calendar, p = plan("clinic").calendar, phrases(lang)
    week = [day.date for day in weeks(calendar)[0].days]
    assert week[0] == calendar.start
    assert [day.strftime("%a").lower() for day in week[:2]] == [calendar.first_day, "sun"]
    heads = read.of_tag("th")
    first = heads.index(p.label("Weekday", "sat"))
    assert heads[first + 1] == p.label("Weekday", "sun")
    assert heads[first + 6] == p.label("Weekday", "fri")
    assert len(read.of_class("day")) == 7 * calendar.weeks


@cases
def test_the_minutes_of_the_days_add_up_to_the_week(name: str) -> None:
    for week in weeks(plan(name).calendar) if plan(name).accounts else ():
        assert sum(day.minutes for day in week.days) == plan(name).used
    shown = Page(page_of(name, "en")).of_class("day-head")
    found = [re.search(r"(\d+) min$", head) for head in shown]
    weekly = plan(name).used * plan(name).calendar.weeks if plan(name).accounts else 0
    assert sum(int(one[1]) for one in found if one) == weekly


@cases
@langs
def test_dates_are_those_of_the_readers_calendar(name: str, lang: Lang) -> None:
    heads = Page(page_of(name, lang)).of_class("day-head")
    days = [day.date for week in weeks(plan(name).calendar) for day in week.days]
    for head, day in zip(heads, days, strict=bool(heads)):
        assert shown_date(day, lang, weekday=False, year=False) in head


@langs
def test_times_have_the_digits_of_the_language(lang: Lang) -> None:
    heads = Page(page_of("bakery", lang)).of_class("entry-head")
    assert all(bool(re.match(r"\d\d:\d\d ", head)) for head in heads)
    assert all(bool(re.search("[0-9]", head)) is (lang == "en") for head in heads)


@langs
def test_a_post_names_its_network_and_its_kind_where_there_are_two(lang: Lang) -> None:
    p = phrases(lang)
    for name in ("bakery", "clinic"):
        words = PageWords(plan(name), p)
        posts = Page(page_of(name, lang)).of_class("post")
        wanted = [
            words.account(entry.network, entry.account)
            for entry in plan(name).calendar.entries
            if entry.kind == "post" and entry.network and entry.account
        ]
        assert len(set(wanted)) == len(plan(name).accounts)
        assert all(plain(who) in post for who, post in zip(wanted, posts, strict=True))


@cases
@langs
def test_each_letter_is_explained(name: str, lang: Lang) -> None:
    found = plan(name)
    after = page_of(name, lang).split('class="letters"')[-1]
    explained = Counter(Page(after).of_class("letter"))
    made = {e.piece for e in found.calendar.entries if e.kind == "make" and e.week == 1}
    assert explained == Counter(made)


@langs
def test_hands_are_told_where_several_work_at_once(lang: Lang) -> None:
    found = plan("bakery")
    calendar = found.calendar
    many = [entry.model_copy(update={"hands": 2}) for entry in calendar.entries]
    shared = calendar.model_copy(update={"entries": many})
    page = plan_html(found.model_copy(update={"calendar": shared}), lang)
    days = len({entry.date for entry in calendar.entries})
    assert Page(page).of_class("hands") == [phrases(lang).ui("plan.html.hands", hands=2)] * days
    assert not Page(page_of("bakery", lang)).of_class("hands")


# --- what is said ---------------------------------------------------------------------------


@cases
@langs
def test_everything_the_plan_says_is_on_the_page(name: str, lang: Lang) -> None:
    text = Page(page_of(name, lang)).text
    missing = [said for said in said_by(plan(name), phrases(lang)) if plain(said) not in text]
    assert not missing


def said_by(found: Plan, p: Phrases) -> Iterator[str]:
    """Names, reasons and figures as a reader should find them."""
    words = PageWords(found, p)
    yield found.business
    yield found.rulebook
    yield words.points(found.value) if found.accounts else ""
    for account in found.accounts:
        yield words.full(account.network, account.kind)
        yield p.say(account.tone.voice)
        for strategy in account.strategies:
            yield p.say(strategy.name)
            yield words.points(strategy.value)
            yield p.say(strategy.tone)
            yield p.say(strategy.example)
            yield p.words("Ingredient", strategy.gather) if strategy.gather else ""
        yield from (p.say(metric.formula) for metric in account.metrics)
    for warning in found.warnings:
        yield p.say(warning.text)
        yield p.say(warning.because)
        yield from (ground.title for ground in warning.grounds)
    for out in found.left_out:
        yield p.say(out.name)
        yield p.say(out.text)
    for stock in found.material:
        yield p.label("Ingredient", stock.ingredient)
    others = Sentences(found, words).other
    for _, other in others.found():
        yield from (words.change(change) for change in others.shown(other))
        bare = other.networks and other.changes and others.bare(other)
        yield words.gain(other.gain) if bare else words.capital(others.said(other))
    for pace in found.paces if found.accounts else ():
        yield p.n(pace.minutes)
        yield p.signed(pace.left)
    if found.accounts:
        yield shown_date(found.first_review, p.lang)
        yield shown_date(found.judge_on, p.lang) if found.judge_on else ""
        yield p.ui("plan.ui.worth", points=words.points(found.value))[1:]
    yield from (p.say(note) for note in found.notes)


@cases
@langs
def test_each_warning_and_benchmark_cites_its_sources(name: str, lang: Lang) -> None:
    read, p = Page(page_of(name, lang)), phrases(lang)
    cited = {link for link in read.values("href") if link.startswith("#source-")}
    listed = {f"#{found}" for found in read.values("id") if found.startswith("source-")}
    assert cited == listed
    for warning, shown in zip(plan(name).warnings, read.of_class("told"), strict=True):
        assert all(p.word("Confidence", ground.confidence) in shown for ground in warning.grounds)


@langs
def test_notes_are_shown(lang: Lang) -> None:
    note = Said(en="A note.", fa="یک نکته.")
    page = plan_html(plan("bakery").model_copy(update={"notes": [note]}), lang)
    assert phrases(lang).say(note) in Page(page).text


@langs
def test_pieces_made_once_show_where_they_go_and_what_they_save(lang: Lang) -> None:
    p, words = phrases(lang), PageWords(plan("coach"), phrases(lang))
    flows = Page(page_of("coach", lang)).of_class("flow")
    assert len(flows) == len(plan("coach").shared) > 0
    for flow, shared in zip(flows, plan("coach").shared, strict=True):
        places = [flow.index(plain(words.use(use))) for use in (shared.made_for, *shared.goes_to)]
        assert places == sorted(places)
        assert p.ui("plan.html.saves", minutes=shared.saved_minutes) in flow
    assert not Page(page_of("bakery", lang)).of_class("flow")


@langs
def test_keeping_apart_is_told_only_where_it_costs(lang: Lang) -> None:
    costs = plan("bakery").model_copy(update={"separation_minutes": 12})
    told_so = phrases(lang).ui("plan.ui.separation", minutes=12)
    assert told_so in Page(plan_html(costs, lang)).text
    free = plan("bakery").model_copy(update={"separation_minutes": 0})
    heading = phrases(lang).cap("presence.apart")
    assert heading not in Page(plan_html(free, lang)).of_tag("h2")


@langs
def test_too_few_hours_are_said_before_anything_else(lang: Lang) -> None:
    read, p = Page(page_of("short", lang)), phrases(lang)
    short = plan("short").shortfall
    assert short is not None
    assert short.missing is not None
    assert read.of_tag("h2")[0] == p.ui("plan.html.short")
    card = read.of_class("short")[0]
    assert p.n(short.missing) in card
    assert p.ui("plan.short.close") in card
    assert not read.of_class("accounts")
    assert not read.of_class("month")


@langs
def test_who_has_no_account_yet_is_told_to_open_none(lang: Lang) -> None:
    found = plan("short")
    nowhere = [out.model_copy(update={"exists": False}) for out in found.left_out]
    page = plan_html(found.model_copy(update={"left_out": nowhere}), lang)
    assert phrases(lang).ui("plan.short.nothing") in Page(page).of_class("short")[0]


@langs
def test_an_account_to_tend_meanwhile_is_named(lang: Lang) -> None:
    found = plan("short")
    assert found.shortfall is not None
    name = plan("bakery").accounts[0].name
    tend = {"tend": "acme", "tend_name": name, "tend_kind": "business", "tend_minutes": 30}
    short = found.shortfall.model_copy(update=tend)
    card = Page(plan_html(found.model_copy(update={"shortfall": short}), lang)).of_class("short")[0]
    p = phrases(lang)
    assert plain(p.ui("plan.short.tend", name=p.say(name), minutes=30)) in card


@langs
def test_about_the_same_value_is_said_in_words_and_not_as_a_figure(lang: Lang) -> None:
    found = plan("coach")
    assert found.more is not None
    near = found.more.model_copy(update={"gain": 10})
    page = Page(plan_html(found.model_copy(update={"more": near, "less": None}), lang))
    assert not page.of_class("worth")
    assert page.of_class("changes")
    assert phrases(lang).cap("plan.ui.gain.same") in page.of_class("other")[0]


@langs
def test_hours_that_are_not_what_is_missing_are_not_varied(lang: Lang) -> None:
    found = plan("short")
    assert found.shortfall is not None
    short = found.shortfall.model_copy(update={"missing": None})
    page = Page(plan_html(found.model_copy(update={"shortfall": short}), lang))
    assert not page.of_class("other")


@langs
def test_without_a_nearest_network_hours_are_not_blamed(lang: Lang) -> None:
    found, p = plan("short"), phrases(lang)
    assert found.shortfall is not None
    gone = {"network": None, "name": None, "needed": None, "missing": None}
    short = found.shortfall.model_copy(update=gone)
    read = Page(plan_html(found.model_copy(update={"shortfall": short}), lang))
    assert read.of_tag("h2")[0] == p.ui("plan.html.nothing")
    assert p.ui("plan.short.none") in read.of_class("short")[0]


@langs
def test_a_warning_about_an_unknown_network_is_shown(lang: Lang) -> None:
    found = plan("clinic")
    odd = found.warnings[0].model_copy(update={"networks": ["no-such-network"]})
    page = plan_html(found.model_copy(update={"warnings": [odd]}), lang)
    assert plain(phrases(lang).say(odd.text)) in Page(page).text


@langs
def test_the_frontier_is_there_only_when_solved(lang: Lang) -> None:
    solved = Page(page_of("bakery", lang))
    assert "frontier-chart-t" in solved.values("id")
    assert solved.of_class("own-mark") == [phrases(lang).ui("plan.html.frontier.own", hours=5)]
    for name in set(CASES) - {"bakery"}:
        assert "frontier-chart-t" not in Page(page_of(name, lang)).values("id")


@langs
def test_the_line_of_the_frontier_stays_inside_its_chart(lang: Lang) -> None:
    chart = page_of("bakery", lang).split('class="chart frontier"')[1].split("</svg>")[0]
    height = int(re.findall(r'height="(\d+)"', chart)[0])
    drawn = re.findall(r'<line class="step"[^>]* y1="(-?\d+)" y2="(-?\d+)"', chart)
    assert drawn
    assert all(0 < int(y) < height for line in drawn for y in line)


@langs
def test_the_table_of_the_frontier_has_a_row_for_each_change(lang: Lang) -> None:
    points = plan("bakery").frontier or []
    words = PageWords(plan("bakery"), phrases(lang))
    table = page_of("bakery", lang).split('<table class="steps')[1].split("</table>")[0]
    read = Page(table.split("<tbody>")[1])
    hours = [point.hours for a, point in pairwise(points) if a.value != point.value]
    assert [int(west(head)) for head in read.of_tag("th")] == hours
    for before, point in pairwise(points):
        if before.value != point.value:
            assert plain(words.gain(point.value - before.value)) in read.text


# --- safety and looks -----------------------------------------------------------------------


def hostile(found: Plan) -> Plan:
    """The plan with hostile names wherever a person or a plugin can put one."""
    said = Said(en=HOSTILE, fa=HOSTILE)
    accounts = [
        account.model_copy(
            update={
                "name": said,
                "strategies": [s.model_copy(update={"name": said}) for s in account.strategies],
            }
        )
        for account in found.accounts
    ]
    return found.model_copy(
        update={
            "business": HOSTILE, "accounts": accounts, "names": dict.fromkeys(found.names, said),
            "warnings": [w.model_copy(update={"text": said}) for w in found.warnings],
            "left_out": [o.model_copy(update={"name": said}) for o in found.left_out],
            "notes": [said],
        }
    )  # fmt: skip


@cases
@langs
def test_hostile_names_stay_text(name: str, lang: Lang) -> None:
    page = plan_html(hostile(plan(name)), lang)
    read = Page(page)
    assert not read.wrong
    assert "script" not in read.tags()
    assert "<script" not in page
    assert plain(HOSTILE) in read.text


@langs
def test_a_name_cannot_turn_the_line_around(lang: Lang) -> None:
    turned = plan("bakery").model_copy(update={"business": "a\u202eb\u2069c"})
    page = plan_html(turned, lang)
    assert "\u202e" not in page
    assert page.count("\u2068") + page.count("\u2066") == page.count("\u2069")


@cases
@langs
def test_equal_plans_give_equal_bytes(name: str, lang: Lang) -> None:
    copy = Plan.model_validate_json(plan(name).model_dump_json())
    assert plan_html(copy, lang).encode() == page_of(name, lang).encode()


@cases
def test_persian_pages_write_persian_digits(name: str) -> None:
    read = Page(page_of(name, "fa"))
    for place in ("head", "accounts", "month", "works", "others", "paces", "steps"):
        for text in read.of_class(place):
            assert not re.search(r"[0-9]", text), text


@langs
def test_activities_differ_without_colour(lang: Lang) -> None:
    """Each is filled with a pattern that differs from all others by its shapes."""
    page = page_of("coach", lang)
    fills = dict(re.findall(r'<rect class="work-(\w+)" fill="url\(#([\w-]+)\)"', page))
    assert set(fills) == set(WORK)
    drawn = dict(re.findall(r'<pattern id="([\w-]+)"[^>]*>(.*?)</pattern>', page))
    shapes = {re.sub(r' class="[^"]*"', "", drawn[name]) for name in fills.values()}
    assert len(shapes) == len(WORK)


@langs
def test_each_activity_shown_has_pattern_mark_and_name(lang: Lang) -> None:
    legend = page_of("coach", lang).split('class="shares works"')[1].split("</ol>")[0]
    p = phrases(lang)
    for place, kind in enumerate(WORK, 1):
        assert f'class="work-{kind}"' in legend
        assert f"{p.n(place)}</span> {p.cap(f'plan.ui.{kind}')}" in legend


@pytest.mark.parametrize(
    ("hundredths", "en", "gain"),
    [
        (8621, "86.2", "+86.2"), (8625, "86.3", "+86.3"), (-2615, "-26.2", "-26.2"),
        (0, "0.0", "0.0"), (-4, "0.0", "0.0"), (100, "1.0", "+1.0"),
    ],
)  # fmt: skip
def test_points_have_one_decimal_in_both_languages(hundredths: int, en: str, gain: str) -> None:
    for lang in LANGS:
        words = PageWords(plan("bakery"), phrases(lang))
        assert west(plain(words.points(hundredths))) == en
        assert west(plain(words.gain(hundredths))) == gain


@langs
def test_each_post_on_a_day_off_says_that_it_is_scheduled_ahead(lang: Lang) -> None:
    posts = [entry for entry in plan("fashion").calendar.entries if entry.kind == "post"]
    ahead = sum(entry.scheduled for entry in posts)
    assert 0 < ahead < len(posts)
    text = Page(page_of("fashion", lang)).text
    assert text.count(plain(phrases(lang).ui("plan.ui.scheduled"))) == ahead

"""Real-looking posts in both languages, and what the tests of adapting share."""

from datetime import date
from typing import Final

from channelwise.adapt.model import Adaptation, Adapted
from channelwise.count import count
from channelwise.drafts.model import Draft
from channelwise.drafts.read import draft_from
from known import engine

AS_OF: Final = date(2026, 11, 1)

ENGLISH: Final = """\
We bake every morning from four. Our ovens are older than I am, and they still hold their heat. \
Dr. Ahmadi told us that rye keeps longer; he was right, of course. 🎉 This week we try a new flour \
from the mill in Lane End, which costs 3.5 euros a kilo and is worth every cent.

Come by before nine! The first ten loaves go to the neighbours who carried the sacks.

We close at 6 p.m. on Saturdays. See you soon."""

PERSIAN: Final = """\
هر روز صبح از ساعت چهار نان می‌پزیم. تنورهای ما از خودم پیرترند و هنوز هم گرما را خوب نگه \
می‌دارند؛ برای همین نان ما دیر بیات می‌شود. این هفته آرد تازه‌ای از آسیاب روستا آورده‌ایم که \
کیلویی ۳٫۵ یورو قیمت دارد و واقعاً می‌ارزد!

پیش از ساعت نه سر بزنید. ده نان اول سهم همسایه‌هایی است که گونی‌ها را آوردند 🥖 امتحان نمی‌کنید؟

شنبه‌ها ساعت شش می‌بندیم. به امید دیدار!"""

MIXED: Final = """\
دوره‌ی Excel ما از شنبه شروع می‌شود. در جلسه‌ی اول با Pivot Table کار می‌کنیم و در جلسه‌ی دوم \
با Power Query؛ هر دو در Microsoft 365 هستند. The files are shared after each session, so nobody \
has to type anything twice. اگر نسخه‌ی ۲۰۱۶ دارید نگران نباشید، همه‌ی تمرین‌ها آنجا هم کار می‌کند. \
برای ثبت‌نام به @acme_school پیام بدهید یا با شماره‌ی ۰۲۱-۸۸۷۷۶۶۵۵ تماس بگیرید."""

FAMILY: Final = "👨‍👩‍👧‍👦"


def adapt(draft: Draft | str, *networks: str) -> Adaptation:
    """A draft, or the text of one, on networks."""
    given = draft_from(draft, "post.md") if isinstance(draft, str) else draft
    return engine().adapt(given, networks, as_of=AS_OF)


def one(draft: Draft | str, network: str) -> Adapted:
    return adapt(draft, network).results[0]


def texts(found: Adapted) -> list[str]:
    """The words of the posts, without their numbers."""
    return [
        part.text.removesuffix(f"\n{part.label}") if part.label else part.text
        for part in found.parts
        if part.kind == "post"
    ]


def length(text: str, unit: str) -> int:
    """Counted once more, by the counter alone."""
    return count(text, engine().rulebook.counter(unit)).total


def kinds(found: Adapted) -> list[str]:
    return [change.kind for change in found.changes]


def tasks(found: Adapted) -> list[tuple[str, bool]]:
    return [(task.kind, task.hard) for task in found.tasks]

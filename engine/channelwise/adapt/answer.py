"""Puts an adaptation together: the steps in their order, for each draft and network."""

from collections.abc import Sequence

from channelwise.adapt.fold import fold_of
from channelwise.adapt.form import form_of
from channelwise.adapt.model import Adaptation, Adapted
from channelwise.adapt.parts import parts_of
from channelwise.adapt.pictures import with_media
from channelwise.adapt.post import Work
from channelwise.adapt.say import plain
from channelwise.adapt.steps import change_format, move_links, note_placeholders, trim_hashtags
from channelwise.adapt.tasks import add_tasks
from channelwise.check.config import Account, terms_on
from channelwise.check.settings import Settings
from channelwise.check.subject import Post
from channelwise.check.suppress import read_exceptions
from channelwise.drafts.model import Draft
from channelwise.load.rulebook import Rulebook
from channelwise.networks.model import Network
from channelwise.recommend.answer import tone
from channelwise.recommend.grounds import Clock
from channelwise.recommend.model import Said
from channelwise.recommend.saying import said
from channelwise.text import Text
from channelwise.version import VERSION


def adaptation(
    rulebook: Rulebook, drafts: Sequence[Draft], networks: Sequence[str], clock: Clock,
    settings: Settings,
) -> Adaptation:  # fmt: skip
    """Every draft on every network, draft by draft.

    Raises:
        UnknownName: there is no such network, or no such account in the settings.
        BadInput: the settings of a draft are wrong.
        CounterFailed: a unit of a plugin failed.
    """
    plain_drafts = [read_exceptions(draft).draft for draft in drafts]
    accounts = settings.accounts(plain_drafts)
    targets = [rulebook.network(name) for name in dict.fromkeys(networks)]
    return Adaptation(
        version=VERSION, rulebook=rulebook.fingerprint, as_of=clock.as_of,
        results=[
            _adapted(rulebook, draft, network, clock, account)
            for draft, account in zip(plain_drafts, accounts, strict=True)
            for network in targets
        ],
    )  # fmt: skip


def _adapted(
    rulebook: Rulebook, draft: Draft, network: Network, clock: Clock, account: Account | None
) -> Adapted:
    terms = terms_on(account, network.id)
    work = Work(draft, network, rulebook, clock, form_of(Post(draft), network, terms), terms)
    change_format(work)
    move_links(work)
    trim_hashtags(work)
    note_placeholders(work)
    parts = with_media(work, parts_of(work))
    fold = fold_of(work, parts[0].text)
    add_tasks(work)
    work.tasks.sort(key=lambda task: not task.hard)
    return Adapted(
        file=draft.file, line=_line(draft), network=network.id,
        name=said(network.name), account=_posting(draft, account, network),
        format=work.form.given, language=work.language,
        unchanged=[part.text for part in parts] == [draft.text], parts=parts,
        changes=work.changes, tasks=work.tasks, fold=fold, tone=tone(network),
        format_note=_note(work),
    )  # fmt: skip


def _posting(draft: Draft, account: Account | None, network: Network) -> str | None:
    """The account that is asked for or that the draft names, unless it is on another network."""
    if account is None:
        return draft.account
    return account.name if account.network in (None, network.id) else None


def _line(draft: Draft) -> int:
    begins = draft.text_at or draft.begins
    return begins.line if begins else 1


def _note(work: Work) -> Said | None:
    spec = work.network.plain["formats"].get(work.form.given) or {}
    return plain(Text.of(spec["note"])) if spec.get("note") else None

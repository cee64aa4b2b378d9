"""Plain remarks on an answer: wishes that could not be met, names that nobody knows."""

from collections.abc import Iterable, Sequence

from channelwise.brief.model import Brief
from channelwise.networks.model import Network
from channelwise.recommend.model import Said
from channelwise.recommend.standing import Standing
from channelwise.texts import Texts


def notes(
    brief: Brief, networks: Sequence[Network], standing: Standing, texts: Texts
) -> list[Said]:
    """Remarks in a fixed order: names that are not known here, then wishes that were not met."""
    stand_in = [_said(texts, "no_market")] if brief.business.markets is None else []
    return [*unknown_names(brief, networks, texts), *_unmet(brief, standing, texts), *stand_in]


def unknown_names(brief: Brief, networks: Iterable[Network], texts: Texts) -> list[Said]:
    """Names of networks in the brief that are not known here."""
    known = {network.id for network in networks}
    named = [
        *(brief.require or ()), *(brief.exclude or ()),
        *(account.network for account in brief.accounts or ()),
    ]  # fmt: skip
    missing = [name for name in dict.fromkeys(named) if name not in known]
    return [_said(texts, "unknown_network", name=name) for name in missing]


def _unmet(brief: Brief, standing: Standing, texts: Texts) -> list[Said]:
    required = [place for place in standing.places if place.id in (brief.require or ())]
    return [
        Said.model_construct(
            en=texts.ui("required_but", "en", name=place.best.network.name.en,
                        verdict=texts.word("Verdict", place.best.verdict, "en")),
            fa=texts.ui("required_but", "fa", name=place.best.network.name.fa,
                        verdict=texts.word("Verdict", place.best.verdict, "fa")),
        )
        for place in required
        if place.best.verdict in ("not_now", "excluded")
    ]  # fmt: skip


def _said(texts: Texts, key: str, **values: str) -> Said:
    return Said.model_construct(en=texts.ui(key, "en", **values), fa=texts.ui(key, "fa", **values))

"""Minutes: what a piece, an account and its people take at a pace."""

from channelwise.brief.model import Brief
from channelwise.load.planning import Minutes, Planning
from channelwise.networks.build import DAYS
from channelwise.networks.model import Network
from channelwise.plan.items import Piece
from channelwise.recommend.measures import ceil_div
from channelwise.vocabulary import FORMATS, Format, Pace


def pieces(brief: Brief, planning: Planning, pace: Pace) -> dict[Format, Piece]:
    """Making and adapting a piece of each format.

    A brief's own minutes stand for the typical ones; the low and high ones keep their
    proportion to it, rounded up. Adapting never takes longer than making anew.
    """
    own = brief.time.minutes_per_piece or {}
    return {name: _piece(planning, name, own.get(name), pace) for name in FORMATS}


def _piece(planning: Planning, name: Format, own: int | None, pace: Pace) -> Piece:
    known = planning.make[name]
    make = known.at(pace) if own is None else _scaled(known, own, pace)
    return Piece(make, min(make, planning.adapt[name].at(pace)))


def _scaled(known: Minutes, own: int, pace: Pace) -> int:
    return ceil_div(own * known.at(pace), max(known.typical, 1))


def community(
    network: Network, planning: Planning, pace: Pace, *, exists: bool, followers: int | None
) -> int:
    """Minutes a week for listening and answering: minutes a day x 7 x share, rounded up.

    The share grows with the followers, for whom the network's minutes a day are meant while
    they are few: see `community` in `plan.yaml`.
    """
    a_day = int(network.plain["community_minutes_a_day"][pace])
    if not exists:
        share = planning.community_new
    elif followers is None:
        share = planning.community_unknown
    else:
        share = planning.community_followers.at(followers)
    return ceil_div(a_day * DAYS * share, 100)


def upkeep(network: Network, planning: Planning, pace: Pace) -> int:
    """Minutes a week for keeping an account in order."""
    asked = {str(level): minutes for level, minutes in planning.upkeep.items()}
    return asked[str(network.values["network.upkeep"])].at(pace)

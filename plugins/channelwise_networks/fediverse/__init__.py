"""The unit that servers of the fediverse count posts in; a network is not described here."""

from channelwise.count import Counter, Measured
from channelwise.plugins import hookimpl
from channelwise.text import Text

CHARACTERS = Text(
    "characters as people see them: an emoji 1, every link 23, of @name@server only @name",
    "نویسه آن‌طور که دیده می‌شود: ایموجی ۱، هر لینک ۲۳، و از @name@server فقط @name",
)


@hookimpl
def channelwise_register_counters() -> list[Counter]:
    return [Counter("mastodon", _measured, CHARACTERS, link=23)]


def _measured(text: str) -> Measured:
    from channelwise_networks.fediverse.counting import measured  # read when it is needed

    return measured(text)

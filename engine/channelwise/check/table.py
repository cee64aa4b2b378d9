"""Which limits of a network's formats are checked, and how.

The name of a limit says what it is about. A name that is not here, or a unit that its row does
not know, is not evaluated and said so: a limit is never guessed at. `TIER_NAME` beside `NAME` in
the same format, such as `premium_max_chars` beside `max_chars`, is that limit for accounts of
the tier.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

Measure = Literal[
    "text", "comment", "fold", "no_text", "alt", "title", "hashtags", "mentions", "cashtags",
    "links", "items", "comment_items", "gifs", "no_media", "options", "option", "file_formats",
    "size", "gif_size", "seconds", "fps", "sound", "ratio", "width", "height", "largest",
    "smallest", "resolution", "best_size", "pixels", "titled", "same_again",
    "same_elsewhere", "inside",
]  # fmt: skip
End = Literal["most", "least", "best"]


@dataclass(frozen=True, slots=True)
class Row:
    """What a limit is about, the end of its code, and the units that it may be in.

    `end` is which side of a single number is allowed; a range has both. `best` is a
    recommendation. `scale` turns the unit into the one that files are measured in.
    """

    measure: Measure
    code: str
    units: frozenset[str]
    end: End = "most"
    scale: int = 1

    def takes(self, unit: str | None) -> bool:
        return not self.units or unit in self.units


_ANY: Final = frozenset[str]()
_PIXELS: Final = frozenset(("pixels",))
_SECONDS: Final = frozenset(("seconds",))
_MINUTES: Final = frozenset(("minutes",))
_FRAMES: Final = frozenset(("frames a second",))
_MB: Final = frozenset(("MB",))
# What a number of files is made of; the first two leave the other kind no place.
OF_PICTURES: Final = frozenset(("pictures", "photos"))
OF_VIDEOS: Final = frozenset(("videos",))
_ITEMS: Final = frozenset(
    (*OF_PICTURES, *OF_VIDEOS, "pictures or videos", "slides", "items", "files")
)

_TEXT: Final = Row("text", "length", _ANY)  # its unit is the network's counting unit
TABLE: Final[Mapping[str, Row]] = {
    **dict.fromkeys(
        ("max_chars", "max_bytes", "caption_max", "text_max", "message_max", "description_max",
         "question_max_chars"), _TEXT,
    ),
    "comment_max_chars": Row("comment", "length", _ANY),
    "visible_before_fold": Row("fold", "fold", frozenset(("characters",)), "best"),
    "caption": Row("no_text", "caption", _ANY),
    "alt_max": Row("alt", "alt", _ANY),
    "alt_max_chars": Row("alt", "alt", _ANY),
    "title_max": Row("title", "title", _ANY),
    "title_max_chars": Row("title", "title", _ANY),
    "title": Row("titled", "title", _ANY, "least"),
    "hashtags_max": Row("hashtags", "hashtags", frozenset(("hashtags",))),
    "hashtags_recommended": Row("hashtags", "hashtags", frozenset(("hashtags",)), "best"),
    "mentions_max": Row("mentions", "mentions", frozenset(("mentions",))),
    "cashtags_max": Row("cashtags", "cashtags", frozenset(("cashtags",))),
    "links_max": Row("links", "links", frozenset(("links",))),
    "items": Row("items", "items", _ITEMS),
    "items_recommended": Row("items", "items", _ITEMS, "best"),
    "comment_items": Row("comment_items", "items", OF_PICTURES),
    "gif_items": Row("gifs", "items", frozenset(("GIFs alone",))),
    "media": Row("no_media", "items", _ANY),
    "options": Row("options", "poll.options", frozenset(("options",))),
    "option_max_chars": Row("option", "poll.option", _ANY),
    "formats": Row("file_formats", "media.format", _ANY),
    "max_file_kb": Row("size", "media.size", frozenset(("kB", "KB")), scale=1_000),
    "max_file_mb": Row("size", "media.size", _MB, scale=1_000_000),
    "max_file_gb": Row("size", "media.size", frozenset(("GB",)), scale=1_000_000_000),
    "gif_max_mb": Row("gif_size", "media.size", _MB, scale=1_000_000),
    "seconds": Row("seconds", "media.seconds", _SECONDS),
    "video_seconds": Row("seconds", "media.seconds", _SECONDS),
    "max_seconds": Row("seconds", "media.seconds", _SECONDS),
    "min_seconds": Row("seconds", "media.seconds", _SECONDS, "least"),
    "max_minutes": Row("seconds", "media.seconds", _MINUTES, scale=60),
    "fps": Row("fps", "media.fps", _FRAMES),
    "fps_max": Row("fps", "media.fps", _FRAMES),
    "fps_min": Row("fps", "media.fps", _FRAMES, "least"),
    "sound": Row("sound", "media.sound", _ANY, "least"),
    "aspect_ratio": Row("ratio", "media.ratio", frozenset(("width to height",))),
    "width_px": Row("width", "media.pixels", _PIXELS),
    "min_width_px": Row("width", "media.pixels", _PIXELS, "least"),
    "height_px": Row("height", "media.pixels", _PIXELS),
    "min_height_px": Row("height", "media.pixels", _PIXELS, "least"),
    "max_px": Row("largest", "media.pixels", _PIXELS),
    "min_px": Row("smallest", "media.pixels", _PIXELS, "least"),
    "resolution": Row("resolution", "media.pixels", _PIXELS),
    "px": Row("best_size", "media.pixels", _PIXELS, "best"),
    "max_pixels": Row("pixels", "media.pixels", frozenset(("pixels in all",))),
    # What is refused of several posts together.
    "same_text_again": Row("same_again", "same-text", _ANY),
    "same_text_on_other_accounts": Row("same_elsewhere", "same-text", _ANY),
    # Prices that the network's counting unit has in it.
    "url_chars": Row("inside", "", frozenset(("characters for each link",))),
    "emoji_chars": Row("inside", "", frozenset(("characters for each emoji",))),
    "media_chars": Row("inside", "", frozenset(("characters for pictures and video",))),
}  # fmt: skip

# Measures that tell nothing of a draft alone.
NOT_ALONE: Final = frozenset(("same_again", "same_elsewhere", "inside"))
REFUSED: Final = frozenset(("none", "refused"))
REQUIRED: Final = "required"

# The ends of codes; a network's id and a dot stand before each.
CODES: Final = (*dict.fromkeys(row.code for row in TABLE.values() if row.code), "format", "limits")

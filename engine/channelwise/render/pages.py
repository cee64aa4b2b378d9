"""The Jinja2 environment of the HTML reports.

Everything that is not a template's own text is escaped; a name that a template does not know
is an error rather than a gap.
"""

from functools import lru_cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The compiled templates; shared, since rendering changes nothing in them."""
    return Environment(
        loader=PackageLoader("channelwise.render", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@lru_cache(maxsize=1)
def style() -> str:
    """The style sheet that goes into each page."""
    return files("channelwise.render").joinpath("templates/style.css").read_text("utf-8")


def page(template: str, **context: object) -> str:
    """A template filled in."""
    return environment().get_template(template).render(style=style(), **context)

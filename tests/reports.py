"""What the tests of written reports share: frozen answers and hostile names."""

from pathlib import Path
from typing import Final, TypeVar, get_args

from pydantic import BaseModel

from channelwise.recommend.model import Explanation, Recommendation
from channelwise.vocabulary import Lang

ANSWERS: Final = Path(__file__).parent / "render" / "answers"
FROZEN: Final = ("bakery", "clinic")
LANGS: Final[tuple[Lang, ...]] = get_args(Lang)

HOSTILE: Final = '<script>alert("1")</script> | a](http://evil.example) `b` *c* &lt; # _d_'

Model = TypeVar("Model", bound=BaseModel)


def recommendation(name: str) -> Recommendation:
    return _read(Recommendation, name)


def explanation(name: str) -> Explanation:
    return _read(Explanation, name)


def _read(model: type[Model], name: str) -> Model:
    path = ANSWERS / f"{name}.{model.__name__.lower()}.json"
    return model.model_validate_json(path.read_bytes())

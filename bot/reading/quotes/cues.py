"""Find the words that attribute speech ("said", "according to") and the one they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile
from typing import TYPE_CHECKING

from bot.reading.quotes.lexicon import Strength, strength_of, words
from bot.reading.quotes.passage import MASK, Passage
from bot.reading.quotes.phrases import DASHES, phrase_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
CLAUSES = frozenset({"conj", "advcl", "xcomp", "pcomp", "ccomp", "dep"})
INNER = frozenset({"ccomp", "acl"})
SAID_OF = frozenset(
    {"quoted", "cited", "reported", "expected", "scheduled"}
)  # "was quoted as saying"
RELATIVES = frozenset({"who", "that", "which"})
NAMING_TAGS = frozenset({"NNP", "NNPS", "NN", "NNS", "PRP", "WP", "DT", "CD", "JJ", "JJS", "JJR"})
NOBODY = frozenset({"there", "what", "that", "this", "these", "which"})
PHRASE_TAGS = frozenset(
    {"DT", "CD", "PRP$", "POS", "HYPH", "JJ", "JJR", "JJS", "RB", "NN", "NNS", "NNP", "NNPS", "PRP"}
)  # of words in a plain noun phrase
GOES_ON = frozenset({"NN", "JJ", "HY", "PO", "VB"})  # what follows a word that is no tag
TAG_SIGNS = frozenset(",?!—-")  # end the quotation that a tag follows
NAME_REACH = 14  # tokens between a name and "said" that a descriptive phrase may fill
CLIMB = 4


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
    before = passage.text[:start].rstrip()
    return (
        cue.strength is Strength.SAY and passage.text[end : end + 1] == "," and before[-1:] == ","
    )


def find_cues(passage: Passage) -> list[Cue]:
    """Find all cues outside quotation marks, in order, each with the one who speaks."""
    return list(_cues(passage))


def _cues(passage: Passage) -> Iterator[Cue]:
    for token in passage.doc:
        if passage.is_quoted(token.idx):
            continue
        cue = _according(token, passage) or _verb_cue(token, passage) or _noun_cue(token, passage)
        if cue is not None:
            yield cue


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
    if named is None or passage.is_quoted(named.idx) or named.tag_ not in NAMING_TAGS:
        return None
    if token.lower_ == "per" and not named.tag_.startswith("NNP"):
        return None
    return Cue(token, named, Strength.SAY, CueKind.ACCORDING)


def _noun_cue(token: Token, passage: Passage) -> Cue | None:
    """Read "Trump's claim that" and "his remark"."""
    if not _names_speech(token) or not token.tag_.startswith("NN"):
        return None
    owner = next((c for c in token.children if c.dep_ == "poss"), None)
    if owner is None or passage.is_quoted(owner.idx):
        return None
    return Cue(token, owner, Strength.VIEW, CueKind.NOUN)


def _names_speech(token: Token) -> bool:
    return not words("nouns").isdisjoint({token.lower_, token.lower_.removesuffix("s")})


def _verb_cue(token: Token, passage: Passage) -> Cue | None:
    strength = strength_of(token.lower_)
    tagged = _before_tag(token, passage) if strength <= Strength.VIEW else None
    is_verb = token.tag_.startswith("VB") or token.lower_ in {"said", "says"}
    if not is_verb or token.dep_ in {"aux", "auxpass"} or token.dep_ == "amod":
        return None if tagged is None else Cue(token, tagged, strength)
    speaker = _inverted(token, passage) or subject_of(token)
    speaker = None if speaker is None else named_by(speaker, token)
    if speaker is not None and not _may_speak(speaker, passage):
        speaker = None
    speaker = speaker or tagged
    if speaker is None and strength is Strength.SAY and not _is_passive(token):
        speaker = _name_before(token, passage) or _neighbour(token, passage)
        speaker = None if speaker is None else _before_bracket(speaker)
    if speaker is None or speaker.tag_ not in NAMING_TAGS:
        return None
    if speaker.lower_ in NOBODY and strength is not Strength.SAY:
        return None
    return Cue(token, speaker, strength)


def _before_tag(verb: Token, passage: Passage) -> Token | None:
    """Find who stands between a quotation and its tag, whatever the parse: "…," the two write."""
    start = passage.outside.rfind(MASK, 0, verb.idx) + 1
    phrase = verb.doc.char_span(start, verb.idx, alignment_mode="contract")
    if not start or phrase is None or verb.tag_ == "VBG" or not verb.is_lower:
        return None
    if verb.i + 1 < len(verb.doc) and verb.nbor().tag_[:2] in GOES_ON:
        return None
    if passage.text[: start - 1].rstrip("”\"' ")[-1:] not in TAG_SIGNS:
        return None
    named = list(takewhile(lambda t: t.tag_ != "IN", phrase))
    simple = all(t.tag_ in PHRASE_TAGS for t in named)
    simple = simple and len(phrase) < NAME_REACH and named[-1:] != [] and named[-1].tag_ != "PRP$"
    return named[-1] if simple else None


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children)


def _may_speak(token: Token, passage: Passage) -> bool:
    return not passage.is_quoted(token.idx) and token.lower_ not in words("times")


def _inverted(verb: Token, passage: Passage) -> Token | None:
    """Find the subject that follows a verb right behind a quotation: "…," said a source."""
    before = passage.outside[: verb.idx].rstrip()
    follows_quote = before.endswith((MASK, f"{MASK},", f"{MASK}-"))
    is_cue = strength_of(verb.lower_) <= Strength.SPEECH and verb.tag_ != "VBG"
    if not follows_quote or not is_cue or verb.i + 1 == len(verb.doc):
        return None
    head = verb.nbor()
    if head.tag_ not in {"NNP", "NNPS", "DT", "NN", "NNS", "PRP$", "JJ", "CD"}:
        return None
    while head.head.i > head.i and head.dep_ not in SUBJECTS and head.i - verb.i < NAME_REACH:
        head = head.head
    return head if head.tag_[:2] in {"NN", "PR", "DT", "CD"} else None


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
    closed = any(t.text == ")" for t in subject.doc[opening : subject.i])
    if not opening or closed or subject.doc[opening - 1].is_punct:
        return subject
    return subject.doc[opening - 1]


def subject_of(verb: Token, climbed: int = 0) -> Token | None:
    """Find the subject of a verb, up through conjunctions, participles and relative clauses."""
    own = _own_subject(verb)
    if own is not None or climbed >= CLIMB:
        return own
    if verb.dep_ in CLAUSES and verb.head.i != verb.i:
        return _subject_above(verb, climbed)
    if verb.dep_ in {"acl", "relcl"}:
        return _modified_noun(verb, climbed)
    return None


def _own_subject(verb: Token) -> Token | None:
    """Find a verb's own subject; who is told, asked or described does not speak."""
    agent = next((c for c in verb.children if c.dep_ == "agent"), None)
    if agent is not None:
        return next((c for c in agent.children if c.dep_ == "pobj"), None)
    for child in sorted(verb.children, key=lambda child: abs(child.i - verb.i)):
        if child.dep_ == "nsubj" or (child.dep_ == "nsubjpass" and verb.lower_ in SAID_OF):
            is_relative = child.lower_ in RELATIVES and verb.dep_ == "relcl"
            return verb.head if is_relative and child.lower_ != "who" else child
    return None


def _subject_above(verb: Token, climbed: int) -> Token | None:
    """Find the subject of the clause that a verb depends on; "it is better to say" has none."""
    above = verb.head
    while above.head.i != above.i and (above.tag_ in {"IN", "TO"} or above.dep_ == "acomp"):
        above = above.head
    if verb.tag_ == "VBG" and _is_set_apart(verb) and strength_of(verb.lower_) <= Strength.SPEECH:
        above = _main_verb(above)
    if above.pos_ in {"VERB", "AUX"}:
        subject = subject_of(above, climbed + 1) or _passive_subject(above)
        raised = subject is not None and subject.lower_ == "it" and verb.dep_ == "xcomp"
        return None if raised else subject
    return above if above.pos_ in {"PROPN", "PRON"} else None


def _is_set_apart(verb: Token) -> bool:
    """Whether a participle behind a comma tells of the whole clause: "X left Y, saying"."""
    return verb.i > 0 and verb.nbor(-1).text == ","


def _bears_words(noun: Token) -> bool:
    """Whether a noun is speech, or whom a paper goes to: "an email to supporters"."""
    if _names_speech(noun):
        return True
    above = noun.head
    return noun.dep_ == "pobj" and above.lower_ == "to" and _names_speech(above.head)


def _main_verb(verb: Token) -> Token:
    """Climb out of inner clauses: the participle in "X denied that Y left, saying …" is X's."""
    while verb.dep_ in INNER and verb.head.i < verb.i:
        verb = verb.head
    return verb


def _passive_subject(verb: Token) -> Token | None:
    """Find who was heard shouting, or arrested after saying something."""
    return next((c for c in verb.children if c.dep_ == "nsubjpass"), None)


def _modified_noun(verb: Token, climbed: int) -> Token | None:
    """Find the noun that a participle or relative clause describes.

    In "issued a statement saying …" and "met Y, saying …" it is the subject who speaks.
    """
    noun = verb.head
    if verb.tag_ == "VBN" and strength_of(verb.lower_) is Strength.ANY:
        return None
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and (_is_set_apart(verb) or _bears_words(noun)):
        above = noun.head
        while above.pos_ in {"ADP", "NOUN"} and above.head.i != above.i:
            above = above.head
        if above.pos_ in {"VERB", "AUX"} and noun.dep_ not in SUBJECTS:
            return subject_of(above, climbed + 1) or noun
    return noun if noun.pos_ in {"PROPN", "NOUN", "PRON"} else None


def _name_before(verb: Token, passage: Passage) -> Token | None:
    """Find the name before "said" where the parser lost it: "Flynn, a top surrogate, said"."""
    doc: Doc = verb.doc
    for i in range(verb.i - 1, max(-1, verb.i - NAME_REACH), -1):
        token = doc[i]
        if passage.is_quoted(token.idx) or re.fullmatch(r"[.!?:;]", token.text):
            return None
        if token.tag_ == "NNP" and _may_speak(token, passage) and not _is_inside_phrase(token):
            return token
    return None


def _is_inside_phrase(token: Token) -> bool:
    """Whether a name only belongs to another phrase ("of Ohio", "Clinton's")."""
    return token.dep_ in {"pobj", "poss", "compound", "nmod"}


def _neighbour(verb: Token, passage: Passage) -> Token | None:
    """Take the noun right before or after "said"."""
    doc: Doc = verb.doc
    for i, step in ((verb.i - 1, -1), (verb.i + 1, 1)):
        if not 0 <= i < len(doc):
            continue
        token = doc[i]
        while step == 1 and token.dep_ == "compound" and token.i + 1 < len(doc):
            token = token.nbor()
        if token.tag_[:2] in {"NN", "PR"} and _may_speak(token, passage):
            return token
    return None

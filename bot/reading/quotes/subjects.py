"""Whose verb a word is in the parse: its subject, up through participles and relative clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.reading.quotes.beside import SUBJECTS
from bot.reading.quotes.lexicon import Strength, strength_of, words
from bot.reading.roles import IS_BODY, IS_PERSON, ends_as_person

if TYPE_CHECKING:
    from spacy.tokens import Token

CLAUSES = frozenset({"conj", "advcl", "xcomp", "pcomp", "ccomp", "dep"})
INNER = frozenset({"ccomp", "acl"})
SAID_OF = frozenset(
    {"quoted", "cited", "reported", "expected", "scheduled"}
)  # "was quoted as saying"
QUOTING = frozenset({"quote", "quotes", "quoted", "quoting", "cites", "cited", "citing"})
RELATIVES = frozenset({"who", "that", "which"})
REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves"})
SUBORDINATING = frozenset({"after", "before", "since", "until"})
CLIMB = 4


def subject_of(verb: Token, climbed: int = 0) -> Token | None:
    """Find the subject of a verb, up through conjunctions, participles and relative clauses."""
    own = _own_subject(verb)
    if own is not None or climbed >= CLIMB:
        return own
    if verb.dep_ == "advcl" and verb.tag_ == "VBD" and verb.i > 0:
        before = verb.nbor(-1)
        if before.dep_ == "pobj" and before.head.lower_ in SUBORDINATING:
            return before  # "after the minister accused him"
    if verb.dep_ in CLAUSES and verb.head.i != verb.i:
        return _subject_above(verb, climbed)
    if verb.dep_ in {"acl", "relcl"}:
        return _modified_noun(verb, climbed)
    return None


def _own_subject(verb: Token) -> Token | None:
    """Find a verb's own subject; who is told, asked or described does not speak."""
    agent = next((c for c in verb.children if c.dep_ == "agent"), None)
    quoted = _passive_subject(verb) if verb.lower_ in QUOTING else None
    if quoted is not None:  # "he was quoted by the agency as saying"
        return quoted
    if agent is not None:
        return next((c for c in agent.children if c.dep_ == "pobj"), None)
    for child in sorted(verb.children, key=lambda child: abs(child.i - verb.i)):
        if child.lower_ in REFLEXIVES or child.tag_ == "VBN":  # "he has himself warned"
            continue
        if child.dep_ == "nsubj" or (child.dep_ == "nsubjpass" and verb.lower_ in SAID_OF):
            is_relative = child.lower_ in RELATIVES and verb.dep_ == "relcl"
            return _antecedent(verb) if is_relative and child.lower_ != "who" else child
    auxiliaries = (c for aux in verb.children if aux.dep_ == "aux" for c in aux.children)
    return next((c for c in auxiliaries if c.dep_ == "nsubj"), None)


def _antecedent(verb: Token) -> Token:
    """Find what "which" stands for: Bern in "an answer from Bern, which said"."""
    before = verb.left_edge.i - 2
    near = verb.doc[before] if before >= 0 else verb.head
    is_name = near.tag_ == "NNP" and near.nbor().text == ","
    return near if is_name and is_thing(verb.head) else verb.head


def _subject_above(verb: Token, climbed: int) -> Token | None:
    """Find the subject of the clause that a verb depends on; "it is better to say" has none."""
    above = verb.head
    while above.head.i != above.i and (above.tag_ in {"IN", "TO"} or above.dep_ == "acomp"):
        above = above.head
    if verb.tag_ == "VBG" and _is_set_apart(verb) and strength_of(verb.lower_) <= Strength.SPEECH:
        above = _main_verb(above)
    if above.pos_ in {"VERB", "AUX"}:
        subject = subject_of(above, climbed + 1) or _passive_subject(above)
        is_speech = strength_of(verb.lower_) <= Strength.SPEECH
        if is_speech and subject is not None and is_thing(subject):
            subject = _outside(above, climbed) or subject
        raised = subject is not None and subject.lower_ == "it" and verb.dep_ == "xcomp"
        return None if raised else subject
    return above if above.pos_ in {"PROPN", "PRON"} else None


def _outside(verb: Token, climbed: int) -> Token | None:
    """Find who does both in "X met Y before the session opened and emerged saying"."""
    inside = [c for c in verb.children if c.dep_ == "advcl" and c.i > verb.i]
    who = next((w for w in map(_own_subject, inside) if w is not None), None)
    if who is not None and who.tag_ in {"PRP", "NNP"}:
        return who  # "his request came after he called and said"
    while verb.dep_ == "conj" and verb.head.i < verb.i:
        verb = verb.head
    if verb.dep_ != "advcl" or verb.head.i > verb.i:
        return None
    subject = subject_of(verb.head, climbed + 1)
    return None if subject is None or is_thing(subject) else subject


def _is_set_apart(verb: Token) -> bool:
    """Whether a participle behind a comma tells of the whole clause: "X left Y, saying"."""
    return verb.i > 0 and verb.nbor(-1).text == ","


def _bears_words(noun: Token) -> bool:
    """Whether a noun is speech, or whom a paper goes to: "an email to supporters"."""
    if names_speech(noun):
        return True
    above = noun.head
    if noun.dep_ in {"dobj", "dative"} and strength_of(above.lower_) <= Strength.VIEW:
        return True  # "emailed supporters saying"
    return noun.dep_ == "pobj" and above.lower_ == "to" and names_speech(above.head)


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


def quoted_as(verb: Token) -> Token | None:
    """Find X in "the agency quoted X as saying"."""
    if verb.dep_ != "pcomp" or verb.head.lower_ != "as":
        return None
    above = verb.head.head
    quoting = above if above.lower_ in QUOTING else above.head
    named = next((c for c in quoting.children if c.dep_ in {"dobj", "nsubjpass"}), None)
    return named if quoting.lower_ in QUOTING and quoting.i < verb.i else None


def names_speech(token: Token) -> bool:
    """Whether a noun is speech, or a paper that holds it: "claim", "letter"."""
    return not words("nouns").isdisjoint({token.lower_, token.lower_.removesuffix("s")})


def is_thing(noun: Token) -> bool:
    """Whether a plain noun names no person, body or paper: "the timing", "the troubles"."""
    if noun.tag_ not in {"NN", "NNS"}:
        return False
    word = noun.lower_
    papers = words("nouns") | words("relays") | words("shares")
    if not papers.isdisjoint({word, word.removesuffix("s")}):
        return False
    return not (IS_PERSON.search(word) or IS_BODY.search(word) or ends_as_person(word))

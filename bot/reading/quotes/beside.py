"""Who stands beside a cue in the words themselves, where the parse may have lost it."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from bot.reading.quotes.lexicon import Strength, strength_of, words
from bot.reading.quotes.passage import MASK, Passage
from bot.reading.roles import IS_PERSON

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
PHRASE_TAGS = frozenset(
    {"DT", "CD", "PRP$", "POS", "HYPH", "JJ", "JJR", "JJS", "RB", "NN", "NNS", "NNP", "NNPS", "PRP"}
)  # of words in a plain noun phrase
GOES_ON = frozenset({"NN", "JJ", "HY", "PO", "VB"})  # what follows a word that is no tag
TAG_SIGNS = frozenset(",?!—-")  # end the quotation that a tag follows
SERVING = frozenset({"for", "of", "to", "at", "with"})
INVERTED = frozenset({"NNP", "NNPS", "DT", "NN", "NNS", "PRP$", "JJ", "CD"})  # of whom follows
FINITE = frozenset({"VBD", "VBZ"})
RELATIVES = frozenset({"who", "whose", "whom"})
ASIDES = frozenset({"meanwhile", "however", "too", "though"})
LONGEST_CLAUSE = 40  # tokens of "who had met Y"
NAME_REACH = 14  # tokens between a name and "said" that a descriptive phrase may fill


def is_capital(token: Token) -> bool:
    """Whether a word is written like a name where no sentence begins, whatever its tag."""
    return token.text[:1].isupper() and token.text[1:2].islower() and not token.is_sent_start


def inverted(verb: Token, passage: Passage) -> Token | None:
    """Find the subject that follows a verb right behind a quotation: "…," said a source."""
    before = passage.outside[: verb.idx].rstrip()
    follows_quote = before.endswith((MASK, f"{MASK},", f"{MASK}-"))
    is_tag = passage.text[: verb.idx].rstrip("”\"'’ ")[-1:] in TAG_SIGNS
    enough = Strength.VIEW if is_tag else Strength.SPEECH
    is_cue = strength_of(verb.lower_) <= enough and verb.tag_ != "VBG"
    is_cue = is_cue or (is_tag and verb.tag_ in FINITE)
    if not follows_quote or not is_cue or verb.i + 1 == len(verb.doc):
        return None
    head = verb.nbor()
    if is_capital(head) and head.tag_ not in INVERTED:
        return head
    if head.tag_ not in INVERTED:
        return None
    while head.head.i > head.i and head.dep_ not in SUBJECTS and head.i - verb.i < NAME_REACH:
        head = head.head
    return head if head.tag_[:2] in {"NN", "PR", "DT", "CD"} else None


def before_tag(verb: Token, passage: Passage) -> Token | None:
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


def name_before(verb: Token, passage: Passage) -> Token | None:
    """Find the name before "said" where the parser lost it: "Flynn, a top surrogate, said"."""
    doc: Doc = verb.doc
    for i in range(verb.i - 1, max(-1, verb.i - NAME_REACH), -1):
        token = doc[i]
        if passage.is_quoted(token.idx) or re.fullmatch(r"[.!?:;]", token.text):
            return None
        if token.tag_ == "NNP" and may_speak(token, passage) and not _is_inside_phrase(token):
            return token
    return None


def _is_inside_phrase(token: Token) -> bool:
    """Whether a name only belongs to another phrase ("of Ohio", "Clinton's")."""
    return token.dep_ in {"pobj", "poss", "compound", "nmod"}


def before_clause(verb: Token, subject: Token | None) -> Token | None:
    """Find X in "X, who had met Y, said", where the parser takes Y or "who" for the subject."""
    if verb.i < 2 or verb.nbor(-1).text != "," or strength_of(verb.lower_) > Strength.SPEECH:
        return None
    first = max(verb.sent.start, verb.i - LONGEST_CLAUSE)
    opening = next((t for t in reversed(verb.doc[first : verb.i]) if t.lower_ in RELATIVES), None)
    if opening is None or opening.i < 2 or opening.nbor(-1).text != ",":
        return None
    if subject is not None and not opening.i <= subject.i < verb.i:
        return None
    named = opening.nbor(-2)
    if named.lower_ in ASIDES and opening.i > 3 and opening.nbor(-3).text == ",":
        named = opening.nbor(-4)
    return _who_serves(named) if named.tag_[:2] in {"NN", "PR"} else None


def neighbour(verb: Token, passage: Passage) -> Token | None:
    """Take the noun right before or after "said"."""
    doc: Doc = verb.doc
    for i, step in ((verb.i - 1, -1), (verb.i + 1, 1)):
        if not 0 <= i < len(doc):
            continue
        token = doc[i]
        while step == 1 and token.dep_ == "compound" and token.i + 1 < len(doc):
            token = token.nbor()
        if token.tag_[:2] in {"NN", "PR"} and may_speak(token, passage):
            return _who_serves(token)
    return None


def _who_serves(named: Token) -> Token:
    """Climb from a name to the one who speaks for it: "after a spokesman for X said"."""
    above = named.head.head
    serves = named.dep_ == "pobj" and named.head.lower_ in SERVING and above.i < named.i
    return above if serves and IS_PERSON.fullmatch(above.text) else named


def may_speak(token: Token, passage: Passage) -> bool:
    """Whether a word may name who speaks: it is not quoted, and no day or hour."""
    return not passage.is_quoted(token.idx) and token.lower_ not in words("times")


def is_verb_in_disguise(token: Token, passage: Passage) -> bool:
    """Whether the tagger took a verb for a plural: "the foundation predicts that"."""
    if token.tag_ != "NNS" or strength_of(token.lower_) > Strength.SPEECH:
        return False
    if token.i == 0 or token.i + 1 == len(token.doc) or token.nbor(-1).tag_ not in {"NN", "NNP"}:
        return False
    return token.nbor().lower_ == "that" or passage.is_quoted(token.nbor().idx)


def capital_before(verb: Token) -> Token | None:
    """Take the name right before a verb that the tagger took for something else."""
    if verb.i == 0 or verb.tag_ not in FINITE or strength_of(verb.lower_) > Strength.VIEW:
        return None
    before = verb.nbor(-1)
    mistaken = is_capital(before) and before.tag_ not in {"NNP", "NNPS"} and before.pos_ != "AUX"
    return before if mistaken else None

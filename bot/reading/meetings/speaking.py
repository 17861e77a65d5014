"""Whether those who "speak" or "talk" do so with each other, or to the public.

"A and B spoke on Friday" is a conversation; "A and B spoke at the rally", "heard them
speak about the truce" and "A will speak there, along with B" are none.
"""

import re
from typing import TYPE_CHECKING

from bot.reading.meetings.scene import ancestry, child

if TYPE_CHECKING:
    from spacy.tokens import Token

    from bot.reading.meetings.verb_sides import Group

# There they speak to the public.
PUBLIC = re.compile(
    r"\b(?:conference|reporters|journalists|rally|forum|event|ceremony|seminar|panel|briefing|"
    r"hearing|audience|parliament|congress|interviews?|convention|crowd|podium|stage|as\s+well)\b",
    re.I,
)
_CROWDS = re.compile(r"conference|rally|convention|crowd|forum|congress|parliament", re.I)
_ALOUD = frozenset({"out", "up", "past", "tough"})  # "spoke out", "talked past each other"
_FAR = re.compile(r"\b(?:tele)?phone\b|\bcall\b|\bprivately\b|\btogether\b|\beach other\b", re.I)
_PRESENT = frozenset({"VBG", "VBP", "VBZ"})


def talks(verb: "Token") -> bool:
    """Whether it may be with somebody: not "spoke out", nor "heard B speak"."""
    if any(c.lower_ in _ALOUD for c in verb.children):
        return False
    heard = verb.dep_ in ("ccomp", "xcomp") and verb.head.lemma_ in ("hear", "watch")
    return not heard


def is_to_crowd(argument: "Token") -> bool:
    """Whether whom somebody speaks to is the public: "to the conference led by B"."""
    return _CROWDS.fullmatch(argument.lemma_) is not None


def is_along(argument: "Token") -> bool:
    """Whether "with" only says who does the same: "will speak, along with B"."""
    prep = argument.head
    return prep.i > 0 and prep.lower_ == "with" and prep.nbor(-1).lower_ == "along"


def is_of_matter(prep: "Token", verb: "Token") -> bool:
    """Whether "with B" belongs to what is spoken of: "spoke about her differences with B"."""
    if verb.pos_ != "VERB" or verb.lemma_ not in ("speak", "talk", "meet", "chat"):
        return False
    if prep.nbor(-1).lower_ == "along":
        return True
    matters = [w for w in ancestry(prep.head, 3) if w.pos_ == "NOUN" and w.i > verb.i]
    return any(c.dep_ == "poss" and c.pos_ == "PRON" for w in matters for c in w.children)


def is_between(verb: "Token", group: "Group") -> bool:
    """Whether "A and B spoke" is to each other: not to others, nor at an event."""
    rest = verb.doc[verb.i : verb.sent.end].text
    prepositions = {c.lower_ for c in verb.children if c.dep_ == "prep"}
    if prepositions & {"of", "to"} or (_is_aside(verb) and not _FAR.search(rest)):
        return False
    sides = {party.side for party in group}
    opposite = len(sides) > 1 or (sides == {None} and "at" in prepositions)
    told = bool(PUBLIC.search(rest))
    if verb.tag_ in _PRESENT and "about" in prepositions:
        return False  # "they are talking about the truce"
    return not prepositions & {"about", "at"} or (opposite and not told)


def _is_aside(verb: "Token") -> bool:
    """Whether it only tells when something else was said: "Speaking in Lima, the two said"."""
    return verb.tag_ == "VBG" and verb.dep_ == "advcl" and child(verb, "aux") is None

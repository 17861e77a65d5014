"""Who does what a verb says, and who has what a noun says."""

from typing import TYPE_CHECKING

from bot.reading.meetings.scene import child, under

if TYPE_CHECKING:
    from spacy.tokens import Token


_COMING = frozenset({"arrival", "departure", "return"})  # of a delegation, for talks
_FINITE = frozenset({"VBD", "VBZ"})  # "The envoy, A, met B" is sometimes parsed as a name alone
_JUDGES = frozenset(
    {"congratulate", "thank", "praise", "commend", "applaud", "criticize", "criticise", "blame"}
)
_RELATIVE = frozenset({"who", "that", "which"})


def subject_of(verb: "Token", depth: int = 6) -> "Token | None":
    """Who does what a verb says, also through "plans to", "and", "which" and participles."""
    if depth == 0:
        return None
    agent = (
        next(under(verb, "by"), None) if child(verb, "nsubjpass", "auxpass") is not None else None
    )
    subject = agent if agent is not None else child(verb, "nsubj", "nsubjpass", "expl")
    if subject is not None and subject.dep_ != "expl":
        if subject.lower_ in _RELATIVE and verb.dep_ == "relcl":
            return verb.head
        return subject
    last = child(verb, "advmod")  # "A and B last spoke in January" is parsed so
    told = child(last, "nsubj") if last is not None else None
    return told if told is not None else _subject_above(verb, depth - 1)


def patient_of(verb: "Token") -> "Token | None":
    """Find whom a passive verb is done to, also in "and was received", "who was received"."""
    if child(verb, "nsubjpass", "auxpass") is None:
        return None
    own = child(verb, "nsubjpass")
    if own is None:
        return _subject_above(verb, 2)
    return verb.head if own.lower_ in _RELATIVE and verb.dep_ == "relcl" else own


def _subject_above(verb: "Token", depth: int) -> "Token | None":
    head = verb.head
    if head.i == verb.i:
        return None
    if verb.dep_ in ("xcomp", "ccomp", "advcl") and head.pos_ in ("VERB", "AUX"):
        controlled = child(head, "dobj", "nsubjpass") if verb.dep_ != "advcl" else None
        if controlled is not None and head.lemma_ in (
            "invite",
            "ask",
            "urge",
            "allow",
            "want",
            "see",
            "have",
            "send",
        ):
            return controlled
        return subject_of(head, depth)
    if verb.dep_ in ("acl", "relcl") and head.pos_ in ("NOUN", "PROPN"):
        cut = verb.dep_ == "acl" and verb.tag_ in _FINITE and head.dep_ == "ROOT"
        named = head.pos_ == "PROPN" or child(head, "appos") is not None
        does = verb.tag_ == "VBG" or (cut and named)
        return head if does else holder_of(head, depth)
    if head.pos_ in ("VERB", "AUX"):
        return subject_of(head, depth)
    if head.pos_ == "NOUN":
        return holder_of(head, depth)
    above = head.pos_ in ("ADP", "SCONJ", "ADJ", "PROPN")
    return (_praised(verb) or _subject_above(head, depth)) if above else None


def _praised(verb: "Token") -> "Token | None":
    """Who did what is praised or blamed: "A congratulated B for signing"."""
    judging = verb.head.head
    if verb.dep_ != "pcomp" or verb.head.lower_ != "for" or judging.lemma_ not in _JUDGES:
        return None
    return child(judging, "dobj")


def holder_of(noun: "Token", depth: int = 6) -> "Token | None":
    """Who has a meeting: its possessor, or the subject of the verb that governs it."""
    if depth == 0:
        return None
    owner = child(noun, "poss")
    if owner is not None and owner.lower_ not in ("their", "its", "our"):
        return owner
    who = next(under(noun, "of"), None) if noun.lemma_ in _COMING else None
    if who is not None:
        return who
    head = noun.head
    if head.i == noun.i:
        return None
    if head.pos_ in ("VERB", "AUX"):
        subject = subject_of(head, depth)
        return None if subject is not None and subject.i == noun.i else subject
    if head.pos_ in ("ADP", "SCONJ", "NOUN", "ADJ"):
        return holder_of(head, depth - 1)
    return None


def goes_on(token: "Token", subject: "Token") -> bool:
    """Whether a word after a subject is more of it: the parser cuts "al-Rubaie"."""
    return token.dep_ == subject.dep_ and token.head.i == subject.head.i

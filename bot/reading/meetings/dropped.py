"""What the rest of a clause takes back: "… were to meet, but the trip was scrapped"."""

from typing import TYPE_CHECKING

from bot.reading.meetings import words
from bot.reading.meetings.fallen import says_off
from bot.reading.meetings.scene import ancestry

if TYPE_CHECKING:
    from spacy.tokens import Token

_TRIPS = frozenset({"trip", "tour", "stop", "stopover", "journey"})


def is_dropped(trigger: "Token") -> bool:
    """Whether the rest of the clause takes it back: "… were to meet, but the trip was scrapped"."""
    verb = trigger
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    for _ in range(3):
        if _says_they_met(verb, trigger):
            break
        for c in verb.children:
            if c.dep_ == "conj" and says_off(_clause(c)):
                return True
        if verb.dep_ not in ("xcomp", "ccomp", "acomp") or verb.head.i == verb.i:
            break
        verb = verb.head
    if trigger.dep_ in ("nsubj", "nsubjpass"):
        return says_off(_after(trigger))
    return any(
        word.dep_ == "relcl" and _is_of(word.head, trigger) and says_off(_clause(word))
        for word in trigger.subtree
    )


def _says_they_met(verb: "Token", trigger: "Token") -> bool:
    """Whether it is told as past, so that what was dropped is something else."""
    return verb.tag_ == "VBD" and (verb.i == trigger.i or verb.lemma_ in words.HAVE)


def _is_of(noun: "Token", trigger: "Token") -> bool:
    """Whether a noun after the trigger is the occasion of the meeting, or stands in its phrase."""
    occasion = noun.lemma_.lower() in words.NOUNS or noun.lemma_.lower() in _TRIPS
    return noun.i >= trigger.i and (trigger.pos_ == "NOUN" or occasion)


def _after(subject: "Token") -> str:
    """Words of the clause after its subject."""
    return subject.doc[subject.i + 1 : subject.head.right_edge.i + 1].text


def within_cancelled(trigger: "Token") -> bool:
    """Whether it was to be part of something cancelled: "canceled a stop where he was to meet"."""
    clause = next((w for w in ancestry(trigger) if w.dep_ in ("relcl", "acl", "advcl")), None)
    if clause is None:
        return False
    verb = next((w for w in ancestry(clause.head) if w.pos_ in ("VERB", "AUX")), None)
    return verb is not None and verb.lemma_.lower() in words.CANCELLED


def _clause(verb: "Token") -> str:
    """Words of a clause, without what only explains one of its nouns."""
    parts = (t for t in verb.subtree if not any(_explains(w, verb) for w in ancestry(t)))
    return "".join(token.text_with_ws for token in parts)


def _explains(word: "Token", verb: "Token") -> bool:
    return word.dep_ == "relcl" and word.i > verb.i and word.head.i != verb.i

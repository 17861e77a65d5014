"""Who has the meeting that a noun tells of: "A held talks", "After his talks, A said"."""

from typing import TYPE_CHECKING

from bot.models import PartyKind
from bot.reading.meetings import words
from bot.reading.meetings.parties import Parties
from bot.reading.meetings.scene import ancestry, child
from bot.reading.meetings.subjects import holder_of
from bot.reading.meetings.verb_sides import Group, people_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_AROUND = frozenset({"following", "after", "before", "during", "at", "in"})
_SAYING = words.SAY | {"reiterate", "insist", "stress", "warn", "argue", "claim", "repeat"}


def left_of(noun: "Token", parties: Parties) -> Group:
    """Who has the meeting, by a possessor or by the verb that governs its noun."""
    holder = holder_of(noun)
    if holder is None:
        return ()
    if holder.dep_ == "poss":
        return _after_fronted(noun, holder, parties) or parties.owner(holder)
    owner = child(holder, "poss")  # "A's trip comes after talks with B"
    found = parties.before(holder, noun) or (
        people_of(parties.owner(owner)) if owner is not None else ()
    )
    return found if people_of(found) else _who_speaks(noun, holder, parties) or found


def _who_speaks(noun: "Token", holder: "Token", parties: Parties) -> Group:
    """Who says what a body did, after meeting: "A said that Laos stays, following talks with B"."""
    if noun.head.lower_ not in _AROUND or holder.head.dep_ not in ("ccomp", "conj"):
        return ()
    said = next((w for w in ancestry(holder.head) if w.lemma_ in _SAYING), None)
    speaker = child(said, "nsubj") if said is not None else None
    if said is None or speaker is None or speaker.i > holder.i:
        return ()
    return tuple(p for p in parties.before(speaker, said) if p.kind is PartyKind.PERSON)


def _after_fronted(noun: "Token", owner: "Token", parties: Parties) -> Group:
    """Resolve "Following his meeting with B, A said": his is A's, who follows."""
    if owner.pos_ != "PRON":
        return ()
    for verb in ancestry(noun):  # "following" may be one, too
        subject = child(verb, "nsubj") if verb.pos_ in ("VERB", "AUX") else None
        if subject is not None:
            follows = subject.i > noun.i
            return people_of(parties.before(subject, verb)) if follows else ()
    return ()

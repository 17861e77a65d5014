"""Whose "their meeting" is."""

from typing import TYPE_CHECKING

from bot.models import Party, PartyKind
from bot.reading.meetings import words
from bot.reading.meetings.parties import Parties
from bot.reading.meetings.scene import ancestry, child, under
from bot.reading.meetings.subjects import subject_of
from bot.reading.meetings.verb_sides import Group, all_of, people_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def theirs(noun: "Token", parties: Parties) -> Group:
    """Whose "their meeting" is: a plural subject, or subject and object of the sentence."""
    verb = noun
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    agent = next(under(verb, "by"), None)
    if (
        agent is not None
        and agent.tag_ in ("NNS", "NNPS")
        and agent.lemma_.lower() in words.OFFICES
    ):
        told = parties.told.meant(f"the {agent.lower_}", parties.scene.offset + noun.idx)
        return told or parties.several.theirs(noun)  # "the pledge made by Leaders at their meeting"
    found: list[Party] = []
    for _ in range(3):
        if found and verb.lemma_ in words.SAY:
            break  # who only says of "A" that "he discussed it with B in their call"
        found += _around(verb, noun, parties)
        people = tuple(dict.fromkeys(p for p in found if p.kind is not PartyKind.BODY))
        if len(people) > 1:
            return people
        if verb.head.i == verb.i:
            break
        verb = verb.head
    people = tuple(dict.fromkeys(found))
    if len(people) > 1:
        return people
    return () if _is_of_crowd(noun, parties) else parties.several.theirs(noun)


def _is_of_crowd(noun: "Token", parties: Parties) -> bool:
    """Whether "their lunch" is that of a crowd: "Democrats discussed it at their lunch"."""
    verb = next((w for w in ancestry(noun) if w.pos_ == "VERB"), None)
    who = child(verb, "nsubj") if verb is not None else None
    if verb is None or who is None or who.tag_ not in ("NNS", "NNPS"):
        return False
    return who.lemma_.lower() not in words.OFFICES and not parties.before(who, verb)


def _around(verb: "Token", noun: "Token", parties: Parties) -> Group:
    """Who is subject, object and company of a verb with a noun of meeting below it."""
    found = [*parties.before(subject_of(verb), verb)]
    for argument in verb.children:
        if argument.dep_ in ("dobj", "dative"):
            found += people_of(parties.after(argument))
    found += all_of(parties, under(verb, "with", "for", "to", "by"))
    return (*found, *(_with_before(noun, verb, parties) if len(found) == 1 else ()))


def _with_before(noun: "Token", verb: "Token", parties: Parties) -> Group:
    """Who stands after a "with" between verb and noun, which the parser hung on another word."""
    start = next((t.i + 1 for t in noun.doc[verb.i : noun.i] if t.lower_ == "with"), noun.i)
    return parties.in_span(start, noun.i)

"""Who meets by the clause behind a noun: "a meeting A held with B", "a call made by A to B"."""

from typing import TYPE_CHECKING

from bot.models import Party
from bot.reading.meetings import words
from bot.reading.meetings.holders import left_of
from bot.reading.meetings.parties import Parties
from bot.reading.meetings.scene import child, under
from bot.reading.meetings.verb_sides import Group, after_with, all_of, including, objects

if TYPE_CHECKING:
    from spacy.tokens import Token

_COMPRISE = frozenset({"bring", "gather", "include", "involve", "attend"})
_MODERATE = frozenset({"chair", "host", "mediate", "broker", "moderate", "lead", "attend"})


def in_relative(noun: "Token", parties: Parties) -> tuple[Group, Group, Group] | None:
    """Resolve "a meeting Orban held with Putin" and "a call made by Trump to Zelensky"."""
    named = child(noun, "appos")  # "a meeting Orban held with Putin" is often parsed so
    if named is not None and (held := child(named, "acl", "relcl")) is not None:
        left, right = (
            parties.in_span(named.left_edge.i, held.i),
            all_of(parties, under(held, "with")),
        )
        if left and right:
            return left, right, ()
    for clause in noun.subtree:
        if clause.dep_ in ("relcl", "acl") and (clause.head.i == noun.i or _is_where(clause)):
            told = _clause_sides(noun, clause, parties)
            if told:
                return told
    told_of = _comprised(noun.head, parties) if noun.dep_ == "nsubj" else ()
    return ((), (), told_of) if len(told_of) > 1 else None


def _comprised(verb: "Token", parties: Parties) -> Group:
    """Who met by "the meeting brought together A and B", "involved A and envoys, like B"."""
    if verb.lemma_ not in _COMPRISE:
        return ()
    return tuple(dict.fromkeys((*objects(verb, parties), *including(verb, parties))))


def _is_where(clause: "Token") -> bool:
    """Whether a clause that hangs on a day or a place tells of the meeting: "on May 3, where"."""
    return any(c.lower_ in ("where", "when") and c.dep_ == "advmod" for c in clause.children)


def _is_had(noun: "Token") -> bool:
    """Whether who does the verb has the meeting: "held talks", "spent hours in talks"."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    had = noun.dep_ in ("dobj", "pobj")
    return had and verb.lemma_.lower() in words.LIGHT | {"spend", "meet", "sit", "speak"}


def _clause_sides(
    noun: "Token", clause: "Token", parties: Parties
) -> tuple[Group, Group, Group] | None:
    """Who meets by a clause that hangs on the noun."""
    subject = child(clause, "nsubj")
    if subject is None or subject.lower_ in ("that", "which"):
        left = all_of(parties, under(clause, "by"))
        if left and clause.lemma_ in _MODERATE and _is_had(noun):
            return (), (), tuple(dict.fromkeys((*left_of(noun, parties), *left)))
    else:
        left = parties.before(subject, clause)
    right: list[Party] = []
    for verb in (clause, *(c for c in clause.children if c.dep_ in ("xcomp", "conj"))):
        right += all_of(parties, under(verb, "with", "to", "between", "for"))
        right = [*_comprised(verb, parties), *right]
    both = left, tuple(dict.fromkeys(right or (after_with(noun, parties) if left else ())))
    if all(both):
        return *both, ()
    alone = both[1] if clause.lemma_ == "host" else both[0] or both[1]
    return ((), (), alone) if len(alone) > 1 else None

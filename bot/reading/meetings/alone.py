"""Whether "A and B" and a verb make a meeting of the two: they met; they spoke by phone."""

import re
from typing import TYPE_CHECKING

from bot.models import Party, PartyKind
from bot.reading.meetings.scene import child, under
from bot.reading.meetings.speaking import PUBLIC, is_between
from bot.reading.meetings.subjects import subject_of
from bot.reading.meetings.verb_kinds import are_all_together, is_of_those_met

if TYPE_CHECKING:
    from spacy.tokens import Token

Group = tuple[Party, ...]
_EXCHANGED = frozenset({"view", "greeting", "pleasantry", "opinion", "document", "handshake"})
_SHARED = frozenset({"dine", "din", "lunch", "breakfast", "golf", "pose"})  # needs no "together"
_JOINT = frozenset({"commission", "committee", "council"})  # which two convene between them
# What is told there is told to the public.
_IN_WRITING = re.compile(r"\b(?:letters?|social\s+media|posts?)\b", re.I)


def may_stand_alone(verb: "Token", kind: str, group: Group) -> bool:
    """Whether "X and Y" and the verb make a meeting: they met; they spoke by phone."""
    if kind in ("joint", "together"):
        return are_all_together(verb) or verb.lemma_ in _SHARED
    if kind == "discuss":
        return verb.tag_ == "VBD" and _is_of_one_and_another(verb, group)
    taken = child(verb, "dobj")
    if taken is not None and kind != "hands":
        return verb.lemma_ == "convene" and taken.lemma_.lower() in _JOINT
    if kind in ("meet", "hands") and next(under(verb, "with"), None) is not None:
        return False  # "they meet with lobbyists": not with each other
    if kind == "meet" and is_of_those_met(verb):
        return False
    if kind == "talk":
        return is_between(verb, group)
    return kind in ("meet", "hands", "bring")


def _is_of_one_and_another(verb: "Token", group: Group) -> bool:
    """Whether "A and B" or "he and B" of two sides do it: of "the two" more is told elsewhere."""
    doer = subject_of(verb)
    joined = doer is not None and any(c.dep_ == "conj" for c in doer.children)
    what = child(verb, "dobj")
    views = verb.lemma_ != "exchange" or (what is not None and what.lemma_ in _EXCHANGED)
    rest = verb.doc[verb.i : verb.sent.end].text
    if not views or PUBLIC.search(rest) or _IN_WRITING.search(rest):
        return False
    return joined and _are_of_two_sides(group)


def _are_of_two_sides(group: Group) -> bool:
    people = all(p.kind is not PartyKind.BODY or p.office for p in group)
    return people and len({p.side for p in group}) > 1

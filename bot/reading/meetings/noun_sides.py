"""Parties on the sides of a noun of meeting: "A's talks with B", "the A-B summit"."""

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.models import Party, PartyKind
from bot.reading.meetings import words
from bot.reading.meetings.between import those_between
from bot.reading.meetings.holders import left_of
from bot.reading.meetings.parties import Parties
from bot.reading.meetings.relatives import in_relative
from bot.reading.meetings.scene import child, under
from bot.reading.meetings.subjects import subject_of
from bot.reading.meetings.theirs import theirs
from bot.reading.meetings.together import those_together
from bot.reading.meetings.verb_sides import Group, after_with, all_of, including, people_of
from bot.reading.meetings.visits import paid, visited

if TYPE_CHECKING:
    from spacy.tokens import Token

TOGETHER = 4  # words between two parties in front of a noun
_TALKS = frozenset({"negotiation", "discussion", "dialogue", "consultation"})
_PARTS = frozenset({"round", "series", "day", "hour"})
_MATTER = 8  # words between "talks" and "with"
_MATTERS = re.compile(
    r"(?:on|about|over|regarding)\s+(?:the|his|her|its|their)\s+(?:[\w-]+\s+){0,2}"
    r"(?:truce|cease-?fire|war|conflict|dispute|standoff|relationship|alliance|border)$",
    re.I,
)
_TAKES = frozenset({"take", "receive", "get", "have", "field", "accept", "answer", "hold", "of"})
_TAKEN_FROM = {True: ("from", "by"), False: ()}


def noun_sides(noun: "Token", parties: Parties) -> tuple[Group, Group, Group]:
    """Find who is said to meet by a noun: "Kim-Trump summit", "A's meeting with B"."""
    between = those_between(noun, parties)
    if len(between) > 1:
        return (), (), between
    before = _before_noun(noun, parties)
    if len(before) > 1:
        extra = all_of(parties, under(noun, "with"))
        return (), (), tuple(dict.fromkeys((*before, *extra)))
    relative = in_relative(noun, parties)
    if relative:
        return relative
    right = _right_of(noun, parties)
    if right:
        own = before if _is_of_modifier(noun) and before[:1] != right else ()
        left = own or left_of(noun, parties) or all_of(parties, under(noun, "by"))
        return left, right, ()
    owner = child(noun, "poss") or _owner_of_modifier(noun)
    if (
        parties.told.issuers
        and owner is not None
        and owner.lower_ == "our"
        and noun.lemma_ != "visit"
    ):
        return (), (), parties.told.issuers
    if owner is not None and owner.lower_ == "their":
        return (), (), theirs(noun, parties)
    if noun.lemma_ == "visit":
        return visited(noun, parties)
    together = those_together(noun, owner, parties)
    return ((), (), together) if together else _of_light_verb(noun, parties)


def _owner_of_modifier(noun: "Token") -> "Token | None":
    """Find the "their" of "their May 9 security advisors meeting", which is parsed as theirs."""
    first = noun.doc[noun.left_edge.i]
    modifier = first.dep_ == "poss" and first.head.head.i == noun.i
    return first if modifier and first.head.dep_ in ("nmod", "compound") else None


def _of_light_verb(noun: "Token", parties: Parties) -> tuple[Group, Group, Group]:
    """Resolve "A and B held talks"."""
    weak = noun.lemma_.lower() in words.WEAK_NOUNS
    talks = noun.lemma_.lower() in _TALKS
    noun = _whole_of(noun)
    verb = noun.head.lemma_.lower()
    if parties.scene.headline or (weak and not talks and verb not in words.HAVE):
        return (), (), ()
    subject: Group = ()
    if verb in words.LIGHT and noun.dep_ in ("dobj", "pobj"):
        subject = parties.before(subject_of(noun.head), noun.head)
    if weak:
        subject = people_of(subject)
    if talks and verb not in words.HAVE and len({p.side for p in subject}) < 2:
        return (), (), ()
    return (), (), subject if len(subject) > 1 else ()


def _whole_of(noun: "Token") -> "Token":
    """Give "round" for the talks of "held a round of talks"."""
    of = noun.head
    part = noun.dep_ == "pobj" and of.lower_ == "of" and of.head.lemma_ in _PARTS
    return of.head if part else noun


def _before_noun(noun: "Token", parties: Parties) -> Group:
    """Parties named in front of the noun: "the Japan-U.S. summit", "the Ishiba-Trump meeting"."""
    scene = parties.scene
    if noun.lemma_ == "visit":
        return ()
    found: dict[Party, int] = {}
    for token in scene.doc[noun.left_edge.i : noun.i]:
        mention = scene.mentions.get(token.i)
        if _possesses(token, noun):
            continue
        if mention and mention.party and mention.kind in ("name", "side", "capital"):
            found.setdefault(mention.party, token.i)
        elif token.i in scene.sides and not mention:
            side = scene.sides[token.i]
            found.setdefault(Party(name=side, kind=PartyKind.BODY, key=side, side=side), token.i)
    at = list(found.values())
    apart = any(later - earlier > TOGETHER for earlier, later in pairwise(at))
    return () if apart else tuple(found)


def _is_of_modifier(noun: "Token") -> bool:
    """Whether a country right before a noun meets: "days of US talks with B"."""
    before = noun.doc[noun.i - 1] if noun.i else noun
    plain = before.dep_ == "compound" and before.head.i == noun.i and before.pos_ == "PROPN"
    return plain and child(noun, "poss") is None and noun.head.lemma_ not in words.LIGHT


def _possesses(token: "Token", noun: "Token") -> bool:
    """Whether a word before the noun belongs to its possessor or to a clause of its own."""
    while token.i != noun.i and token.head.i != token.i:
        if token.dep_ in ("poss", "relcl", "appos", "pobj", "det"):
            return True
        token = token.head
    return False


def _right_of(noun: "Token", parties: Parties) -> Group:
    """Parties after "with" or "to", under the noun or under the verb that holds it."""
    if _is_of_matter(noun):
        return ()
    right = all_of(parties, under(noun, "with", "between", "including", "alongside"))
    right = right or including(noun, parties)
    if right:
        return right
    lemma = noun.lemma_.lower()
    guests = all_of(parties, under(noun, "for", "in")) if lemma in words.MEALS else ()
    if guests:
        return people_of(guests)
    if lemma == "call":
        who = all_of(parties, under(noun, "to", "on", *_TAKEN_FROM[_is_taken(noun)]))
        return people_of(who)
    if lemma == "visit":
        return paid(noun, parties)
    head = noun.head
    if head.lemma_.lower() in words.LIGHT and noun.dep_ in ("dobj", "nsubjpass", "attr"):
        right = all_of(parties, under(head, "with", "between"))
    if noun.dep_ == "pobj" and head.head.lemma_.lower() in words.LIGHT | {"sit", "join", "meet"}:
        right = all_of(parties, under(head.head, "with"))
    return right or after_with(noun, parties)


def _is_of_matter(noun: "Token") -> bool:
    """Whether the next "with" goes with what they talk about: "talks on the truce with B"."""
    for token in noun.doc[noun.i + 1 : min(noun.i + _MATTER, noun.sent.end)]:
        if token.lower_ == "with":
            return bool(_MATTERS.match(noun.doc[noun.i + 1 : token.i].text))
    return False


def _is_taken(call: "Token") -> bool:
    """Whether somebody takes a call, or receives a courtesy call: its "from" tells whose."""
    return call.head.lemma_.lower() in _TAKES and call.dep_ in ("dobj", "pobj")

"""Who takes part in the meeting that a word tells of; several meetings are several groups."""

import re
from typing import TYPE_CHECKING

from bot.models import PartyKind
from bot.reading.meetings.captions import PICTURE, pictured
from bot.reading.meetings.implied import implied_side
from bot.reading.meetings.noun_sides import noun_sides
from bot.reading.meetings.parties import Parties
from bot.reading.meetings.triggers import is_joint_conference
from bot.reading.meetings.verb_sides import Group, nearest_subject, verb_sides

if TYPE_CHECKING:
    from spacy.tokens import Token

_SEVERAL = re.compile(
    r"\b(?:separate(?:ly)?|respectively|individually|(?:series|string) of|"
    r"several(?!\s+(?:\w+\s+)?(?:sources|times|occasions|minutes|hours|days|weeks|months|years|"
    r"issues|topics|deals)\b))\b",
    re.I,
)
_WITH_EACH = re.compile(r"\b(?:and|as\s+well\s+as)\s+(?:(?:also|then|later)\s+)?with\b", re.I)
_THEN_WITH = re.compile(r"\band\s+(?:also|then|later)\s+with\b", re.I)
_TALKS = frozenset({"talk", "discussion", "negotiation"})
_ROUND = 3  # countries whose leaders one meets in turn
_MOST = 8  # more parties than this is an assembly


def groups(trigger: "Token", kind: str, parties: Parties) -> list[Group]:
    """Who met whom, by one word that tells of a meeting."""
    if kind == PICTURE:
        return [pictured(trigger.sent, parties.scene)]
    if kind == "noun":
        left, right, whole = noun_sides(trigger, parties)
    else:
        left, right, whole = verb_sides(trigger, kind, parties)
    if whole:
        return [whole] if 2 <= len(whole) <= _MOST else []
    left = tuple(p for p in left if p not in right) or tuple(
        p for p in nearest_subject(trigger, parties) if p not in right
    )
    if kind == "noun" and is_joint_conference(trigger):
        return [(*left, *right)] if _are_two_sides(left, right) else []
    if right and not left and kind == "noun":
        left = implied_side(trigger, right, parties)
    if not right or not left:
        return []
    if _are_several(trigger, kind) or _is_a_round(trigger, kind, left, right):
        return _pairs(left, right)
    both = (*left, *right)
    return [both] if len(both) <= _MOST and not _is_one_country(both) else []


def _is_one_country(group: Group) -> bool:
    """Whether a country would meet its own minister."""
    lands = {p.side or p.name for p in group if p.kind is PartyKind.BODY and not p.office}
    return len(group) == 2 and any(p.side in lands for p in group if p.kind is PartyKind.PERSON)


def _are_two_sides(left: Group, right: Group) -> bool:
    """Whether one person of each of two countries spoke to the press: not A with his aide."""
    sides = {p.side for p in (*left, *right) if p.kind is PartyKind.PERSON}
    return len(left) == len(right) == 1 and len(sides) == 2


def _pairs(left: Group, right: Group) -> list[Group]:
    if len(right) > 1:
        return [(*left, one) for one in right]
    return [(one, *right) for one in left]


def _is_a_round(trigger: "Token", kind: str, left: Group, right: Group) -> bool:
    """Whether one meets the "leaders of Japan, Laos and Fiji" one after the other."""
    each = kind in ("meet", "talk") or (kind == "noun" and trigger.lemma_.lower() in _TALKS)
    officials = all(p.kind is PartyKind.BODY and p.office for p in right)
    alone = len(left) == 1 and left[0].kind is PartyKind.PERSON
    return each and alone and officials and len(right) >= _ROUND


def _are_several(trigger: "Token", kind: str) -> bool:
    """Tell "separate meetings with A and B", or a visit to A and B, from one meeting of three."""
    sentence = trigger.sent.text
    if kind == "host" and trigger.lemma_ == "visit":
        return True
    if _SEVERAL.search(sentence) or (kind != "noun" and _WITH_EACH.search(sentence)):
        return True
    if kind == "noun" and _THEN_WITH.search(trigger.doc[trigger.i : trigger.sent.end].text):
        return True
    return (
        kind == "noun" and trigger.tag_ in ("NNS", "NNPS") and trigger.lemma_.lower() not in _TALKS
    )

"""Whom else a sentence lists with a place or day of his own: "met A in Lima and B in Quito"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.models import PartyKind, Status
from bot.reading.meetings.parties import Parties
from bot.reading.meetings.scene import Scene
from bot.reading.meetings.sighting import Sighting
from bot.reading.meetings.verb_sides import Group, people_of
from bot.reading.meetings.when import meeting_date
from bot.reading.meetings.where import meeting_place
from bot.reading.place import Place

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_THERE = frozenset({"in", "at", "on"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def listed_later(
    told: Sighting, trigger: "Token", sentence: "Span", parties: Parties
) -> Iterator[Sighting]:
    """Yield the meetings of the same people with those who are listed after the first place."""
    scene = parties.scene
    for token in sentence.doc[trigger.i + 1 : sentence.end - 1]:
        if token.tag_ in _FINITE or token.text in ";:":
            return
        if token.lower_ != "and" or not _is_after_place(token, trigger, told, scene):
            continue
        who = people_of(parties.in_span(token.i + 1, sentence.end))
        shared = _shared(told.parties, token, trigger, scene)
        new = tuple(p for p in who if p.kind is PartyKind.PERSON and p not in told.parties)
        there = _own_place(token, sentence)
        if shared and new and len(new) == len(who) and there is not None:
            own = sentence.doc[trigger.i : token.i].text
            rest = sentence.doc[token.i + 1 : sentence.end]
            yield _at_another_place(told, (*shared, *new), rest, there, own, scene)
            return


def _is_after_place(joint: "Token", trigger: "Token", told: Sighting, scene: Scene) -> bool:
    """Whether "and" follows where or when the first was met: "A at the palace and"."""
    between = joint.doc[trigger.i + 1 : joint.i]
    named = [t.i for t in between if (m := scene.mentions.get(t.i)) and m.party in told.parties]
    return bool(named) and any(t.lower_ in _THERE and t.i > named[-1] for t in between)


def _shared(group: Group, joint: "Token", trigger: "Token", scene: Scene) -> Group:
    """Who met both: all but those named between the word of meeting and the "and"."""
    met = scene.named_in(joint.doc[trigger.i + 1 : joint.i])
    return tuple(p for p in group if p not in met)


def _own_place(joint: "Token", sentence: "Span") -> "Token | None":
    """Find the "in" or "on" behind whom the "and" adds; None where a verb of theirs comes first."""
    for token in sentence.doc[joint.i + 2 : sentence.end]:
        if token.pos_ in ("VERB", "AUX"):
            return None
        if token.lower_ in _THERE:
            return token
    return None


def _at_another_place(
    told: Sighting, group: Group, rest: "Span", there: "Token", own: str, scene: Scene
) -> Sighting:
    """Give the meeting told in the rest of a sentence; the first one has its `own` words."""
    ahead = told.standing.status is not Status.HELD
    day = meeting_date(there, rest, scene, ahead, None)
    place = meeting_place(there, rest, scene)
    of_both = told.place if told.place and not _names(own, told.place) else None
    day_of_both = told.date if told.date and told.date.words not in own else None
    return replace(told, parties=group, date=day or day_of_both, place=place or of_both)


def _names(words: str, place: Place) -> bool:
    return any(name in words for name in (place.venue, place.city, place.country) if name)

"""Who is meant where a noun of meeting names one side only: "Talks with B were called off"."""

from typing import TYPE_CHECKING

from bot.models import PartyKind
from bot.reading.meetings.parties import Parties
from bot.reading.meetings.referred import SPOKESMAN
from bot.reading.meetings.scene import child
from bot.reading.meetings.verb_sides import Group, people_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_HE = frozenset({"he", "she"})
_SPEAKERS = frozenset({"they", "we", "i", "you"})


def implied_side(noun: "Token", right: Group, parties: Parties) -> Group:
    """Find who has the meeting with `right`, by the order of words and what was told before.

    Who stands between the noun and its "with"; whose matters the words before it tell;
    the subject before it, or after the list; else the one whom the article has been
    following from meeting to meeting.
    """
    if not people_of(right) or child(noun, "poss") is not None or parties.scene.headline:
        return ()
    if any(c.lower_ in ("between", "of", "among") for c in noun.children):
        return ()
    subjects = [t for t in noun.sent if t.dep_ in _SUBJECTS and t.head.i != noun.i]
    before = [t for t in reversed(subjects) if t.i < noun.i]
    after = [t for t in subjects if t.i > noun.i] if noun.dep_ not in _SUBJECTS else []
    inside = _persons(_between_noun_and_with(noun, parties), right)
    if inside:
        return inside
    owner = _owner_before(noun)
    if owner is not None:
        return _persons(parties.owner(owner), right)
    for subject in (*before, *after):
        people = _persons(parties.before(subject, _end(subject, noun)), right)
        if people or subject.lower_ in _SPEAKERS:
            return people
        if subject.lower_ in _HE:
            return _fitting(subject, _persons(parties.told.followed, right), parties)
    return _persons(parties.told.followed, right)


def _fitting(pronoun: "Token", people: Group, parties: Parties) -> Group:
    return tuple(p for p in people if parties.scene.cast.fits(pronoun.lower_, p))


def _between_noun_and_with(noun: "Token", parties: Parties) -> Group:
    """Resolve "a meeting A held with B", however it is parsed."""
    end = next(
        (t.i for t in noun.doc[noun.i : parties.scene.end_of(noun)] if t.lower_ == "with"), 0
    )
    return tuple(parties.scene.named_in(noun.doc[noun.i : end])) if end else ()


def _end(subject: "Token", noun: "Token") -> "Token":
    return noun if subject.i < noun.i else subject.head


def _owner_before(noun: "Token") -> "Token | None":
    """Who owns what the noun is joined to: "B's address to Congress and meetings with A"."""
    for token in reversed(noun.doc[noun.sent.start : noun.i]):
        if token.pos_ in ("VERB", "AUX") or token.text in (",", ";"):
            return None
        if token.dep_ == "poss":
            return token
    return None


def _persons(group: Group, right: Group) -> Group:
    """People who can meet: not who only speaks for them ("the call with B, her spokesman said")."""
    return tuple(
        p
        for p in group
        if p.kind is PartyKind.PERSON and p not in right and not SPOKESMAN.search(p.office or "")
    )

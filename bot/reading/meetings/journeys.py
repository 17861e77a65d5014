"""Journeys that a sentence tells of: who travels where."""

from typing import TYPE_CHECKING

from bot.reading.meetings.by_parse import AT, JOURNEY, TO, is_after_that, preposition
from bot.reading.meetings.scene import Scene
from bot.reading.place import Place

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_LATER = frozenset(
    {
        "upcoming",
        "planned",
        "expected",
        "proposed",
        "possible",
        "future",
        "forthcoming",
        "next",
        "previous",
    }
)


def journey_place(sentence: "Span", scene: Scene) -> tuple["Token | None", Place | None]:
    """Find the verb by which somebody travels, arrives or stops, and where to."""
    found: Place | None = None
    verb: Token | None = None
    for phrase, token in scene.places_named(sentence):
        word = _journey_to(token)
        if word is None:
            continue
        found = found.joined(phrase.place) if found else phrase.place
        verb = verb or word
    while verb is not None and verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    return verb, found


def _journey_to(place: "Token") -> "Token | None":
    """Word that tells of a journey to a place: "arrived in", "is visiting", "is in"."""
    name = place
    while name.dep_ == "compound" and name.pos_ == "PROPN":
        name = name.head
    if name.dep_ == "dobj" and name.head.lemma_ in ("visit", "tour"):
        return name.head
    prep = preposition(place)
    if prep is None or prep.lower_ not in AT | TO or _is_another_trip(prep.head):
        return None
    stays = prep.head.lemma_ == "be" and prep.lower_ == "in" and prep.i == prep.head.i + 1
    return prep.head if stays or prep.head.lemma_ in JOURNEY else None


def _is_another_trip(word: "Token") -> bool:
    """Whether a trip is only spoken of: "the upcoming visit of the president to Lima"."""
    if word.pos_ != "NOUN":
        return False
    return is_after_that(word) or any(c.lower_ in _LATER for c in word.children)

"""Whether words only refer to a meeting that is told elsewhere: "the talks", "before her talks"."""

from calendar import day_name
from typing import TYPE_CHECKING

from bot.models import Status
from bot.reading.meetings import words
from bot.reading.meetings.scene import Scene, ancestry
from bot.reading.meetings.status import Standing
from bot.reading.meetings.triggers import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

_WHEN = frozenset({"before", "after", "since", "following"})
_REFERS = frozenset({"the", "that", "this", "their", "his", "her", "its", "today"})
_DAYS = frozenset(day_name)
_OTHER = frozenset(  # "the next talks" are not those told of
    {"next", "previous", "earlier", "last", "first", "second", "third", "another", "other", "past"}
    | {"future", "upcoming", "separate", "subsequent", "further", "new", "latest", "annual"}
)


def is_reference(noun: "Token", scene: Scene) -> bool:
    """Whether a noun is only referred to: "the meeting", not "the Camp David summit"."""
    before = [t for t in noun.lefts if not t.is_punct and noun.doc[t.i - 1].text != "-"]
    places = [(phrase.start, phrase.end) for phrase in scene.places]
    named = any(
        (t.dep_ in ("compound", "nmod", "nummod") or t.lower_ in _OTHER or t.text[0].isupper())
        and t.dep_ in ("compound", "nmod", "amod", "nummod")
        and not any(start <= t.idx < end for start, end in places)
        for t in before
    )
    owner = next((t for t in before if t.dep_ in ("poss", "det")), None)
    if owner is None or named:
        return False
    return owner.lower_ in _REFERS or owner.text in _DAYS


def only_refers(trigger: Trigger, stands: Standing) -> bool:
    """Whether a noun only refers to a meeting: "in her talks with B", not "held talks".

    What somebody did in or after the talks tells that they were held.
    """
    if stands.status is not Status.HELD:
        return False
    for word in ancestry(trigger.token):
        if word.lower_ in ("before", "ahead"):
            return True
        if word.pos_ in ("VERB", "AUX"):
            return word.tag_ in ("VBZ", "VBP", "VB") and word.lemma_ not in words.LIGHT
    return True


def is_in_passing(trigger: "Token") -> bool:
    """Whether a verb only tells when something else was done: "shortly before meeting B"."""
    return trigger.tag_ == "VBG" and trigger.dep_ == "pcomp" and trigger.head.lower_ in _WHEN

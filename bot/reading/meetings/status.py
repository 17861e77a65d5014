"""Whether a meeting was held, is planned or was cancelled, by the words around its trigger."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.models import Certainty, Status
from bot.reading.meetings import words
from bot.reading.meetings.dropped import is_dropped, within_cancelled
from bot.reading.meetings.fallen import came_to_nothing, lists_what_is_off, says_put_off
from bot.reading.meetings.naming_verbs import is_call_on
from bot.reading.meetings.scene import ancestry, child

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLANS = {
    lemma: Certainty(certainty) for certainty, lemmas in words.PLANNED.items() for lemma in lemmas
}
_MODALS = {
    "will": Certainty.SCHEDULED,
    "'ll": Certainty.SCHEDULED,
    "’ll": Certainty.SCHEDULED,
    "would": Certainty.SCHEDULED,
    "may": Certainty.SOUGHT,
    "might": Certainty.SOUGHT,
    "could": Certainty.SOUGHT,
    "should": Certainty.SOUGHT,
    "shall": Certainty.SCHEDULED,
}
_ANY = frozenset({"a", "an", "any", "such"})
_OUTCOMES = frozenset({"would", "could", "may", "might", "should"})
_HYPOTHETICAL = frozenset({"if", "whether", "unless"})
_WHILE = frozenset({"during", "after", "following", "since", "at", "in", "on", "over", "about"})
_GO = frozenset({"fly", "travel", "head", "visit", "go", "come", "return", "arrive", "depart"})
_RANKS = frozenset({"first", "second", "third", "last", "latest", "only"})
_OCCASIONS = frozenset({"chance", "opportunity", "pleasure", "honor", "honour", "privilege"})
_OFTEN = frozenset({"often", "always", "usually", "regularly", "frequently", "routinely", "rarely"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_IN_THEM = frozenset({"during", "after", "following"})
_WORD_GIVEN = frozenset({"vow", "pledge", "agree", "commit", "promise", "urge", "offer", "propose"})
_DENIES = frozenset({"deny", "refute", "disavow"})
_FAILS = frozenset({"fail", "unable"})
_NO_PLANS = {"call": "NOUN", "open": "VERB"}  # "opened talks" are no plan, "open to talks" is
_STEPS = 7
# "sees no ground for a meeting with B", however it is parsed
_NO_GROUND = re.compile(
    r"\b(?:no|little|slim|scant|few)\s+(?:\w+\s+)?"
    r"(?:grounds?|reason|need|basis|point|room|sense|question|chances?|prospects?|signs?|hopes?)\s+"
    r"(?:for|in|of|to)(?:\s+(?:a|an|any|the|hold|have|further|more|new))*$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A status and its certainty; `real` is False for what is only imagined."""

    status: Status
    certainty: Certainty
    real: bool = True


HELD = Standing(Status.HELD, Certainty.REPORTED)
CANCELLED = Standing(Status.CANCELLED, Certainty.DECLINED)
IMAGINED = Standing(Status.PLANNED, Certainty.SOUGHT, real=False)


def planned(certainty: Certainty) -> Standing:
    """Standing of a planned meeting."""
    return Standing(Status.PLANNED, certainty)


def standing(trigger: "Token", headline: bool = False) -> Standing:
    """Read the standing from the words that govern a trigger."""
    if is_dropped(trigger) or lists_what_is_off(trigger.sent.text):
        return CANCELLED
    if _NO_GROUND.search(_around(trigger)[0]) or _is_denied(trigger):
        return IMAGINED
    found: Standing | None = None
    for word in _chain(trigger):
        here = _by_word(word, trigger, headline)
        if here is None:
            continue
        if here.status is Status.CANCELLED or not here.real:
            return here
        found = found if found and found.certainty is Certainty.SCHEDULED else here
    if found and (within_cancelled(trigger) or came_to_nothing(*_around(trigger))):
        return CANCELLED
    return found or HELD


def _is_denied(trigger: "Token") -> bool:
    """Whether somebody denies it: "denied that A met B", not "denied it in talks with B"."""
    below = trigger
    for word in ancestry(trigger, _STEPS):
        if word.lemma_ in _DENIES and word.i != trigger.i:
            return below.dep_ in ("ccomp", "xcomp", "dobj")
        below = word
    return False


def put_off(stands: Standing, sentence: str) -> Standing:
    """Tell what was only postponed from what was dropped."""
    if stands.status is Status.CANCELLED and says_put_off(sentence):
        return Standing(Status.CANCELLED, Certainty.POSTPONED)
    return stands


def _chain(trigger: "Token") -> Iterator["Token"]:
    """Yield the trigger and the words that govern it, up to the end of its clause."""
    word = trigger
    steps = 0
    while steps < _STEPS:
        yield word
        if word.head.i == word.i or _ends_clause(word, trigger):
            return
        steps += word.dep_ != "conj"  # "ceremonies, a dinner and talks" are one step
        word = word.head


def _ends_clause(word: "Token", trigger: "Token") -> bool:
    head = word.head
    if _begins_clause(word) or (word.lower_ in _WHILE and head.tag_ in _FINITE):
        return True
    if word.lower_ == "after" and any(c.lower_ in ("was", "were") for c in head.children):
        return True  # "the summit was fixed after talks with B"
    if word.lower_ in _IN_THEM and _is_word_given(head):
        return True
    if word.lower_ == "before" and head.tag_ == "VBD":
        return True
    if word.dep_ in ("ccomp", "conj", "acl") and word.pos_ in ("VERB", "AUX"):
        return head.lemma_ in words.SAY or (
            word.dep_ == "conj" and child(word, "nsubj") is not None
        )
    if word.i != trigger.i and word.pos_ == "VERB" and word.tag_ in _FINITE:
        return word.lemma_.lower() not in words.LIGHT and word.lemma_.lower() not in _PLANS
    return False


def _is_word_given(verb: "Token") -> bool:
    """Whether it was said in the talks: "vowed to deter threats during a meeting with B"."""
    while verb.tag_ == "VB" and verb.dep_ in ("xcomp", "relcl", "advcl", "acl"):
        verb = verb.head if verb.head.pos_ in ("VERB", "AUX") else verb.head.head
        if verb.lemma_ in _WORD_GIVEN:
            return verb.tag_ == "VBD"
    return False


def _begins_clause(word: "Token") -> bool:
    """Whether a clause of its own begins below its head: after ";", with "who", with "and he"."""
    head = word.head
    if any(token.text == ";" for token in word.doc[min(word.i, head.i) : max(word.i, head.i)]):
        return True
    if word.dep_ == "ccomp" and word.tag_ == "VBD":
        return child(word, "nsubj") is not None
    if word.dep_ == "conj":
        if any(c.dep_ == "aux" and c.lower_ in _MODALS for c in word.children):
            return True  # "rejects the remarks but will meet B"
        return word.tag_ in _FINITE and not _shares_modal(word)
    return word.dep_ in ("relcl", "parataxis") or (word.dep_ == "advcl" and word.tag_ != "VB")


def _shares_modal(verb: "Token") -> bool:
    """Whether a verb goes with the "will" of the one before: "will travel to Lima and have"."""
    return verb.tag_ == "VBP" and verb.head.tag_ == "VB" and child(verb, "nsubj") is None


def _by_word(word: "Token", trigger: "Token", headline: bool) -> Standing | None:
    lemma = word.lemma_.lower()
    children = {c.lower_: c for c in word.children}
    if word.tag_ in ("VBZ", "VBP") and not _OFTEN.isdisjoint(children):
        return IMAGINED
    if _HYPOTHETICAL & children.keys() and word.pos_ in ("VERB", "AUX"):
        return IMAGINED
    if lemma == "unlikely" or (lemma in words.FOUNDING and _is_founded(trigger)):
        return IMAGINED
    if lemma == "miss" and any(c.lemma_ in _OCCASIONS for c in word.children):
        return IMAGINED  # "missing a chance to meet B": nothing was planned
    if lemma in words.CANCELLED or words.CANCELLED_BY.get(lemma, frozenset()) & children.keys():
        return CANCELLED
    if _came_to_naught(word, trigger, children):
        return CANCELLED
    negated = any(c.dep_ == "neg" or c.lower_ in ("no", "never") for c in word.children)
    here = _plan_of(word, trigger, children, headline)
    if negated and word.pos_ in ("VERB", "AUX", "NOUN"):
        return CANCELLED if here else IMAGINED
    return here


def _is_founded(trigger: "Token") -> bool:
    """Whether the meetings are what was founded: not "founded a board during the summit"."""
    of = trigger.dep_ == "pobj" and trigger.head.lower_ not in _WHILE
    return of or trigger.dep_ in ("dobj", "nsubjpass")


def _came_to_naught(word: "Token", trigger: "Token", children: dict[str, "Token"]) -> bool:
    """Tell "would have met B" and "failed to meet B"."""
    if word.i == trigger.i and word.tag_ == "VBN" and {"would", "have"} <= children.keys():
        return True
    return word.lemma_.lower() in _FAILS and _is_what_fails(trigger, word)


def _is_what_fails(trigger: "Token", failing: "Token") -> bool:
    """Whether they did not meet: "failed to meet B", not "failed to agree in talks with B"."""
    light = trigger.dep_ == "dobj" and trigger.head.lemma_ in words.LIGHT
    verb = trigger.head if light else trigger
    return verb.tag_ == "VB" and verb.dep_ == "xcomp" and verb.head.i == failing.i


def _plans_nothing(lemma: str, children: dict[str, "Token"]) -> bool:
    """Tell "looked into the talks" and "asked about his talks with B"."""
    return (lemma == "look" and "forward" not in children) or (
        lemma == "ask" and "about" in children
    )


def _plan_of(
    word: "Token", trigger: "Token", children: dict[str, "Token"], headline: bool
) -> Standing | None:
    does = word.i == trigger.head.i and trigger.dep_ in ("nsubj", "csubj")
    if does and _OUTCOMES & children.keys():
        if any(c.lower_ in _ANY for c in trigger.children):
            return IMAGINED  # "a summit of A and B would be risky"
        return None  # "hoped that their meeting would help": what comes of it is open, not it
    here = next(filter(None, (_by_child(c, word.i == trigger.i) for c in word.children)), None)
    lemma = word.lemma_.lower()
    if here or _plans_nothing(lemma, children) or (lemma == "call" and is_call_on(word)):
        return here
    active = word.tag_ != "VBN" or {"has", "have", "had"} & children.keys()
    if does and active:
        return None  # "the meeting aimed to": the meeting does not plan itself
    if lemma in _PLANS and word.i != trigger.i and _NO_PLANS.get(lemma) != word.pos_:
        return planned(_PLANS[lemma])
    if word.tag_ == "VBN":
        return _by_participle(word, children)
    if word.tag_ == "VB" and "to" in children and children["to"].dep_ == "aux":
        return _by_infinitive(word, headline)
    return None


def _by_child(c: "Token", of_trigger: bool) -> Standing | None:
    """Read "upcoming", "cancelled", "scheduled for Friday", "will" under a word."""
    lemma = c.lemma_.lower()
    if c.dep_ in ("amod", "acl", "relcl") and lemma in words.CANCELLED:
        return CANCELLED
    if c.dep_ == "aux" and c.lower_ in _MODALS:
        return planned(_MODALS[c.lower_])
    if c.dep_ in ("acomp", "oprd", "xcomp") and c.lower_ in ("set", "due", "likely", "scheduled"):
        return planned(Certainty.SCHEDULED)
    if not of_trigger:
        return None
    upcoming = c.dep_ == "amod" and c.lower_ in words.UPCOMING
    if upcoming or (c.dep_ == "acl" and _is_plan_clause(c)):
        return planned(Certainty.SCHEDULED)
    return None


def _is_plan_clause(clause: "Token") -> bool:
    """Whether "scheduled for Friday" or "to be held" follows a noun."""
    lemma = clause.lemma_.lower()
    to_be = any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.children)
    if any(c.dep_ == "neg" for c in clause.children):
        return False  # "warned him in the meeting not to go"
    return to_be or (clause.tag_ == "VBN" and lemma in _PLANS)


def _by_participle(word: "Token", children: dict[str, "Token"]) -> Standing | None:
    """Read "was to have met", and "has arrived for talks"."""
    if {"to", "have"} <= children.keys():
        return CANCELLED
    if {"to", "be"} <= children.keys() and word.head.tag_ in ("VBZ", "VBP"):
        return planned(Certainty.SCHEDULED)  # "he is to be received by B"
    gone = word.lemma_.lower() in _GO and not {"has", "have"}.isdisjoint(children)
    return planned(Certainty.SCHEDULED) if gone else None


def _by_infinitive(word: "Token", headline: bool) -> Standing | None:
    """Read "to meet": planned in a headline, after "is", and as the aim of a plan."""
    if any(c.lower_ in _RANKS for c in word.head.children):
        return None  # "the first minister to visit"
    if word.head.lemma_ in _OCCASIONS and word.head.head.tag_ in ("VBD", "VBN"):
        return None  # "had a chance to speak"
    is_to = word.dep_ == "xcomp" and word.head.lemma_ == "be"
    goes_to = word.head.tag_ in ("VBZ", "VBP") and word.head.lemma_ in _GO
    goes_to = goes_to or (word.head.lower_ == "going" and word.dep_ == "xcomp")
    if headline or is_to or goes_to or word.dep_ in ("acl", "relcl", "ROOT"):
        return planned(Certainty.SCHEDULED)
    return None


def _around(trigger: "Token") -> tuple[str, str]:
    """Words of the sentence before and after the trigger."""
    sentence, doc = trigger.sent, trigger.doc
    return doc[sentence.start : trigger.i].text, doc[trigger.i + 1 : sentence.end].text

"""Whether a meeting was held, is planned or was cancelled, by the words around its trigger."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.models import Certainty, Status
from bot.reading.meetings import words
from bot.reading.meetings.fallen import came_to_nothing, lists_what_is_off, says_off, says_put_off
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
_OUTCOMES = frozenset({"would", "could", "may", "might", "should"})
_HYPOTHETICAL = frozenset({"if", "whether", "unless"})
_WHILE = frozenset({"during", "after", "following", "since", "at", "in", "on", "over", "about"})
_GO = frozenset({"fly", "travel", "head", "visit", "go", "come", "return", "arrive", "depart"})
_RANKS = frozenset({"first", "second", "third", "last", "latest", "only"})
_OCCASIONS = frozenset({"chance", "opportunity", "pleasure", "honor", "honour", "privilege"})
_TRIPS = frozenset({"trip", "tour", "stop", "stopover", "journey"})
_OFTEN = frozenset({"often", "always", "usually", "regularly", "frequently", "routinely", "rarely"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_STEPS = 7


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
    if _is_dropped(trigger) or lists_what_is_off(trigger.sent.text):
        return CANCELLED
    found: Standing | None = None
    for word in _chain(trigger):
        here = _by_word(word, trigger, headline)
        if here is None:
            continue
        if here.status is Status.CANCELLED or not here.real:
            return here
        found = found if found and found.certainty is Certainty.SCHEDULED else here
    if found and (_within_cancelled(trigger) or came_to_nothing(*_around(trigger))):
        return CANCELLED
    return found or HELD


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
    if word.dep_ in ("ccomp", "conj", "acl") and word.pos_ in ("VERB", "AUX"):
        return head.lemma_ in words.SAY or (
            word.dep_ == "conj" and child(word, "nsubj") is not None
        )
    if word.i != trigger.i and word.pos_ == "VERB" and word.tag_ in _FINITE:
        return word.lemma_.lower() not in words.LIGHT and word.lemma_.lower() not in _PLANS
    return False


def _begins_clause(word: "Token") -> bool:
    """Whether a clause of its own begins below its head: after ";", with "who", with "and he"."""
    head = word.head
    if any(token.text == ";" for token in word.doc[min(word.i, head.i) : max(word.i, head.i)]):
        return True
    if word.dep_ == "ccomp" and word.tag_ == "VBD":
        return child(word, "nsubj") is not None
    if word.dep_ == "conj":
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
    if lemma in words.FOUNDING and trigger.dep_ in ("dobj", "nsubjpass", "pobj"):
        return IMAGINED
    if lemma in words.CANCELLED or words.CANCELLED_BY.get(lemma, frozenset()) & children.keys():
        return CANCELLED
    negated = any(c.dep_ == "neg" or c.lower_ in ("no", "never") for c in word.children)
    here = _plan_of(word, trigger, children, headline)
    if negated and word.pos_ in ("VERB", "AUX", "NOUN"):
        return CANCELLED if here else IMAGINED
    return here


def _plan_of(
    word: "Token", trigger: "Token", children: dict[str, "Token"], headline: bool
) -> Standing | None:
    does = word.i == trigger.head.i and trigger.dep_ in ("nsubj", "csubj")
    if does and _OUTCOMES & children.keys():
        return None  # "hoped that their meeting would help": what comes of it is open, not it
    here = next(filter(None, (_by_child(c, word.i == trigger.i) for c in word.children)), None)
    lemma = word.lemma_.lower()
    if here or (lemma == "look" and "forward" not in children):
        return here
    active = word.tag_ != "VBN" or {"has", "have", "had"} & children.keys()
    if does and active:
        return None  # "the meeting aimed to": the meeting does not plan itself
    if lemma in _PLANS and word.i != trigger.i and (word.pos_ != "NOUN" or lemma != "call"):
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
    if headline or is_to or goes_to or word.dep_ in ("acl", "relcl", "ROOT"):
        return planned(Certainty.SCHEDULED)
    return None


def _around(trigger: "Token") -> tuple[str, str]:
    """Words of the sentence before and after the trigger."""
    sentence, doc = trigger.sent, trigger.doc
    return doc[sentence.start : trigger.i].text, doc[trigger.i + 1 : sentence.end].text


def _is_dropped(trigger: "Token") -> bool:
    """Whether the rest of the clause takes it back: "… were to meet, but the trip was scrapped"."""
    verb = trigger
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    for _ in range(3):
        for c in verb.children:
            if c.dep_ == "conj" and says_off(_clause(c)):
                return True
        if verb.dep_ not in ("xcomp", "ccomp") or verb.head.i == verb.i:
            break
        verb = verb.head
    if trigger.dep_ in ("nsubj", "nsubjpass"):
        return says_off(_after(trigger))
    return any(
        word.dep_ == "relcl" and _is_of(word.head, trigger) and says_off(_clause(word))
        for word in trigger.subtree
    )


def _is_of(noun: "Token", trigger: "Token") -> bool:
    """Whether a noun after the trigger is the occasion of the meeting, or stands in its phrase."""
    occasion = noun.lemma_.lower() in words.NOUNS or noun.lemma_.lower() in _TRIPS
    return noun.i >= trigger.i and (trigger.pos_ == "NOUN" or occasion)


def _after(subject: "Token") -> str:
    """Words of the clause after its subject."""
    return subject.doc[subject.i + 1 : subject.head.right_edge.i + 1].text


def _within_cancelled(trigger: "Token") -> bool:
    """Whether it was to be part of something cancelled: "canceled a stop where he was to meet"."""
    clause = next((w for w in ancestry(trigger) if w.dep_ in ("relcl", "acl", "advcl")), None)
    if clause is None:
        return False
    verb = next((w for w in ancestry(clause.head) if w.pos_ in ("VERB", "AUX")), None)
    return verb is not None and verb.lemma_.lower() in words.CANCELLED


def _clause(verb: "Token") -> str:
    """Words of a clause, without what only explains one of its nouns."""
    parts = (t for t in verb.subtree if not any(_explains(w, verb) for w in ancestry(t)))
    return "".join(token.text_with_ws for token in parts)


def _explains(word: "Token", verb: "Token") -> bool:
    return word.dep_ == "relcl" and word.i > verb.i and word.head.i != verb.i

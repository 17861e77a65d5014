"""Where a place stands among the words of a sentence: for what the parser hangs wrongly.

Names that the parser does not know, brackets and long lists lead it astray, but news
keeps to an order of words: "met B in Lima", "In Lima, A met B", "to Lima, where A met B",
"in Lima for talks with B".
"""

from calendar import month_name
from typing import TYPE_CHECKING

from bot.reading.meetings import words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

AT = frozenset({"in", "at", "inside", "near", "outside", "aboard"})
TO = frozenset({"to", "for", "into", "from"})
FAR = 1000
_ON = frozenset({"Capitol", "island"})  # Hill; of
_WH = frozenset({"where", "when"})
_MONTHS = frozenset(month_name)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_FRONT = 40
_GAP = 8  # words between "Lima" and ", where", and between "Lima" and "for talks"
_NEW_CLAUSE = frozenset({"who", "which", "whose", "that", ";", ":", "“", '"', "but", "while"})
_BEFORE_AIM = frozenset({"for", "to"})
# What can stand right before "in Lima" and still leave the place to the meeting.
_PASSES = frozenset({"PROPN", "PRON", "NUM", "ADV", "PUNCT", "VERB", "PART"})
_RUNS = frozenset({"take", "hold", "run", "open", "host", "convene", "begin", "end", "last"})
_TIMES = frozenset({"day", "week", "month", "year", "evening", "morning", "night", "afternoon"})


def distance(first: "Token", last: "Token", trigger: "Token", sentence: "Span") -> int:
    """Count the words from a trigger to a place that stands with it; FAR if it does not."""
    prep = _before(first)
    if prep is None or not sentence.start <= prep.i:
        return FAR
    if prep.lower_ in AT | TO and _where_after(last, trigger, sentence):
        return 0
    on = prep.lower_ == "on" and first.text in _ON
    if prep.lower_ not in AT and not on:
        visited = prep.lemma_ == "visit" and _is_aim(last, trigger)
        return trigger.i - last.i if visited else FAR
    if trigger.i < prep.i:
        return first.i - trigger.i if _follows(trigger, prep) else FAR
    if _is_aim(last, trigger):
        return trigger.i - last.i
    return _FRONT if _is_in_front(prep, last, trigger, sentence) else FAR


def _before(first: "Token") -> "Token | None":
    """Give the word before a place, without its articles: "in" of "in the Oval Office"."""
    i = first.i - 1
    while i >= 0 and (first.doc[i].tag_ in ("DT", "PRP$", "JJ", "POS") or first.doc[i].is_space):
        i -= 1
    return first.doc[i] if i >= 0 else None


def _where_after(last: "Token", trigger: "Token", sentence: "Span") -> bool:
    """Whether the trigger stands in "…, where …" or "in January, when …" after the place."""
    doc = last.doc
    for word in doc[last.i + 1 : min(last.i + _GAP, sentence.end)]:
        when = word.lower_ == "when" and doc[word.i - 1].text == ","
        if when or word.lower_ == "where":
            between = doc[word.i + 1 : trigger.i]
            return word.i < trigger.i and all(t.lower_ not in _WH for t in between)
        dates = word.lower_ in ("in", "on") and doc[word.i + 1 : word.i + 2].text in _MONTHS
        if word.tag_ in _FINITE or (word.lower_ in ("in", "to", "from") and not dates):
            return False
    return False


def _follows(trigger: "Token", prep: "Token") -> bool:
    """Whether nothing new is told between the trigger and "in Lima"."""
    between = trigger.doc[trigger.i + 1 : prep.i]
    if _takes_place(between):
        return True
    if any(_is_border(word) for word in between):
        return False
    word = trigger.doc[prep.i - 1]
    known = word.i == trigger.i or word.lemma_.lower() in words.OFFICES | _TIMES
    return known or word.pos_ in _PASSES


def _takes_place(between: "Span") -> bool:
    """Whether an occasion is said to be somewhere: "at a summit that runs until Friday in Lima"."""
    verbs = [w for w in between if w.pos_ in ("VERB", "AUX") and w.lemma_ not in ("be", "have")]
    told = any(word.lower_ in ("that", "which") for word in between)
    return told and len(verbs) == 1 and verbs[0].lemma_ in _RUNS


def _is_border(word: "Token") -> bool:
    if word.lower_ in _NEW_CLAUSE or word.lemma_ in words.SAY:
        return True
    return word.pos_ in ("VERB", "AUX") and word.tag_ in ("VBD", "VBZ", "VBP", "MD", "VBG")


def _is_aim(last: "Token", trigger: "Token") -> bool:
    """Whether a stay is for the meeting: "in Lima on Monday for talks", "in Lima, meeting B"."""
    if not 0 < trigger.i - last.i <= _GAP:
        return False
    if trigger.tag_ == "VBG" and trigger.nbor(-1).text == ",":
        return True
    between = trigger.doc[last.i + 1 : trigger.i]
    aimed = any(word.lower_ in _BEFORE_AIM for word in between)
    return aimed and not any(_is_border(word) for word in between)


def _is_in_front(prep: "Token", last: "Token", trigger: "Token", sentence: "Span") -> bool:
    """Whether the sentence begins by the place: "In Lima, the minister met B"."""
    if any(not word.is_punct and not word.is_space for word in prep.doc[sentence.start : prep.i]):
        return False
    between = prep.doc[last.i + 1 : trigger.i]
    return not any(word.lemma_ in words.SAY or word.lower_ == ";" for word in between)

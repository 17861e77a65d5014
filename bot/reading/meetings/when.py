"""Which of the dates in a sentence is the day of the meeting that it tells of.

Every date of the sentence gets a cost: what stands between it and the words that tell
of the meeting, and whether it seems to date something else. The cheapest is taken,
unless even that costs too much. The weights are round numbers set by hand.
"""

import re
from datetime import date
from typing import TYPE_CHECKING

from bot.models import DateSpan, Precision
from bot.reading.dates import DatePhrase, dates_in
from bot.reading.meetings import words
from bot.reading.meetings.counted import counted, hides
from bot.reading.meetings.scene import Scene, ancestry, child

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

PER_WORD = 1  # between the date and the meeting
MOST_WORDS = 25
FRAMING = 5  # most for the words after a date that opens its sentence: "On Monday, …"
COMMA = 2
VERB = 12  # another finite verb: another clause
LINK = 12  # "who", "that", "after": another clause
STOP = 25  # a semicolon, colon or dash
SAID = 60  # the date of saying so
ANOTHER_THING = 60  # "Monday's statement", "ahead of Friday's vote"
WRONG_SIDE = 30  # a past date of a plan
NAMED_EVENT = 25  # "at the APEC summit" tells less than a date
VAGUER = {Precision.DAY: 0, Precision.YEAR: 6}
VAGUE = 3
GOVERNED = -8  # the parse hangs it on the meeting
LIMIT = 60

# Something else is dated by these: "Trump's inauguration on Jan. 20".
OTHER_EVENTS = frozenset(
    {"inauguration", "election", "vote", "attack", "agreement", "treaty", "war", "launch", "poll"}
    | {"inaugurate", "elect", "appoint", "assume", "office", "invasion", "birthday", "appointment"}
    | {"swear", "die", "bear", "win", "resign", "earthquake", "anniversary", "deadline"}
)
# What is dated after these was said or written then.
_SPEECH = re.compile(
    r"\b(?:said|says|told\s+\w+|announced|reported|added|confirmed|wrote|posted|tweeted|stated|noted|"
    r"statement|interview|post|report|briefing|(?:press|news)\s+conference|remarks|released|issued|"
    r"quoted|citing)\b[^,;:.]{0,25}$",
    re.I,
)
_TRIP = frozenset({"travel", "arrive", "fly", "leave", "depart", "head", "visit", "come", "begin"})
_STAY = re.compile(r"-day\s+(?:\w+\s+){0,2}(?:visit|trip|tour|stay|swing|journey)\b", re.I)
_COMES = frozenset({"follow", "precede"})
_LEAVES = frozenset({"return", "leave", "depart"})
_WHILE = frozenset({"during", "after", "at", "following", "in", "before", "while"})
_AFTER_IT = frozenset({"pobj", "pcomp", "dobj"})  # as the object of "following"
_LINKS = frozenset(
    {"who", "which", "whose", "whom", "that", "where", "when", "while", "because", "although"}
    | {"though", "if", "after", "before", "since", "until", "as", "ahead"}
)
_IN = frozenset({"in", "at", "for", "with", "on", "during", "to"})
_STOPS = frozenset({";", ":", "—", "–", "--"})
_NAMES = frozenset({"PROPN", "PUNCT", "SPACE"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OWN = frozenset({"dobj", "pobj", "prep", "xcomp", "attr", "nsubj", "nsubjpass", "oprd", "aux"})
_STRICT = 12  # farther dates are not taken for a meeting that is only referred to


def meeting_date(
    trigger: "Token",
    sentence: "Span",
    scene: Scene,
    ahead: bool | None,
    anchor: date | None,
    limit: int = LIMIT,
) -> DateSpan | None:
    """Choose the date that goes with the trigger; None where none does."""
    phrases = dates_in(
        scene.text_of(sentence), scene.dateline, ahead, scene.beat, anchor, scene.month
    )
    phrases = [phrase for phrase in phrases if phrase.span or not phrase.names_event]
    core = _core(trigger)
    best, least = None, limit
    clause = max((p.start for p in phrases if hides(p, trigger, sentence)), default=0)
    for phrase in phrases:
        if phrase.start < clause:
            continue  # "on Friday, a day after they met"
        taken = counted(phrase, trigger, sentence, phrases, anchor)
        cost = _cost(taken, trigger, core, sentence, ahead, scene.dateline)
        if cost < least:
            best, least = taken, cost
    return best.span if best else None


def own_date(
    trigger: "Token", sentence: "Span", scene: Scene, ahead: bool | None, anchor: date | None
) -> DateSpan | None:
    """Date that stands right with the trigger: "Thursday's meeting", "the talks on Friday"."""
    return meeting_date(trigger, sentence, scene, ahead, anchor, _STRICT)


def _core(trigger: "Token") -> frozenset[int]:
    """Find the words that tell of the meeting: "is scheduled to hold talks"."""
    found = set()
    for word in ancestry(trigger):
        if word.i != trigger.i and word.lemma_ in words.SAY:
            break
        found |= {word.i, *(c.i for c in word.children if c.dep_ in ("aux", "auxpass", "neg"))}
        if word.dep_ not in _OWN or (word.dep_ == "prep" and not _belongs(word)):
            break
    return frozenset(found)


def _belongs(prep: "Token") -> bool:
    """Whether what is done in, at or for the meeting is part of it: "arrived for talks"."""
    return prep.lower_ in _IN and prep.head.pos_ in ("VERB", "AUX")


def _cost(
    phrase: DatePhrase,
    trigger: "Token",
    core: frozenset[int],
    sentence: "Span",
    ahead: bool | None,
    dateline: date | None,
) -> int:
    """Cost of taking a date as that of the meeting."""
    start, end = sentence.start_char + phrase.start, sentence.start_char + phrase.end
    inside = [t for t in sentence if t.idx + len(t) > start and t.idx < end]
    if not inside or phrase.bound or (phrase.away is not None and not phrase.span):
        return LIMIT
    first, last = inside[0], inside[-1]
    cost = _gap(first, last, core, sentence)
    cost += SAID if _is_said(phrase, first, trigger, core, sentence) else 0
    cost += ANOTHER_THING if _dates_another(first, last, trigger, core) else 0
    cost += NAMED_EVENT if phrase.event else 0
    if phrase.span:
        cost += VAGUER.get(phrase.span.precision, VAGUE)
        late = dateline and ahead and phrase.span.end and phrase.span.end < dateline
        cost += WRONG_SIDE if late else 0
    governor = _governor(first)
    cost += GOVERNED if governor.i in core else 0
    return cost


def _gap(first: "Token", last: "Token", core: frozenset[int], sentence: "Span") -> int:
    """Cost of the words between a date and the nearest word that tells of the meeting."""
    if any(first.i <= i <= last.i for i in core):
        return 0
    after = [i for i in core if i > last.i]
    before = [i for i in core if i < first.i]
    ways = [sentence.doc[i + 1 : first.i] for i in before]
    ways += [sentence.doc[last.i + 1 : i] for i in after]
    between = min(ways, key=len)
    framing = first.i - sentence.start <= 2 and between.start > last.i
    plain = sum(word.pos_ not in _NAMES for word in between)
    cost = min(plain, FRAMING if framing else MOST_WORDS) * PER_WORD
    return cost + sum(_border(word, last, framing) for word in between)


def _border(word: "Token", last: "Token", framing: bool) -> int:
    """Cost of a word that parts a date from the meeting."""
    if word.text in _STOPS or (word.text == "-" and word.nbor(-1).whitespace_):
        return STOP
    if word.text == "," or word.dep_ == "cc":
        return 0 if framing else COMMA
    if word.tag_ in _FINITE:
        return VERB
    if word.lower_ not in _LINKS or word.dep_ in ("det", "amod"):
        return 0
    return 0 if _follows(word, last) else LINK


def _follows(word: "Token", last: "Token") -> bool:
    """Whether a word comes right after a date: "on Thursday, when they met"."""
    return word.i == last.i + 1 or (word.i == last.i + 2 and word.nbor(-1).text == ",")


def _is_said(
    phrase: DatePhrase, first: "Token", trigger: "Token", core: frozenset[int], sentence: "Span"
) -> bool:
    """Whether a day is that of saying so; "said on Friday after talks" is also the talks'."""
    governor = _governor(first)
    spoken = governor.lemma_ in words.SAY and governor.i != trigger.i
    low, high = sorted((first.i, governor.i))
    if governor.i > first.i:
        low = sentence.start  # "they met on Friday, the ministry said"
    spoken = spoken and not any(low < i < high for i in core)
    if not spoken and not _stands_by_speech(phrase, core, sentence):
        return False
    if trigger.dep_ not in _AFTER_IT or trigger.head.lower_ not in _WHILE:
        return True
    low, high = sorted((first.i, trigger.i))
    return any(word.tag_ in _FINITE for word in sentence.doc[low + 1 : high])


def follows_speech(text: str, phrase: DatePhrase) -> bool:
    """Whether a date stands right after "said", "in a statement" and the like."""
    return _SPEECH.search(text[: phrase.start]) is not None


def _stands_by_speech(phrase: DatePhrase, core: frozenset[int], sentence: "Span") -> bool:
    """Whether a date follows "said", "in a statement" and the like, with no meeting between."""
    said = _SPEECH.search(sentence.text[: phrase.start])
    if said is None:
        return False
    start, end = sentence.start_char + said.start(), sentence.start_char + phrase.start
    return not any(start <= sentence.doc[i].idx < end for i in core)


def _dates_another(first: "Token", last: "Token", trigger: "Token", core: frozenset[int]) -> bool:
    """Whether a date is that of something else: "Monday's statement", "the vote on Friday"."""
    doc = first.doc
    after = doc[last.i + 1] if last.i + 1 < len(doc) else None
    if after is not None and after.lower_ in ("'s", "’s"):
        return not any(after.i < i <= after.i + 5 for i in core) and trigger.i != after.head.head.i
    governor = _governor(first)
    if governor.lemma_ in _TRIP and _STAY.search(doc.text):
        return True
    if governor.lemma_ in _LEAVES and _comes_after(trigger):
        return True  # "had returned on Friday after talks"
    if _begins_before(first, trigger) or _follows_another(first, trigger):
        return True
    comes = trigger.dep_ == "nsubj" and trigger.head.lemma_ in _COMES
    if comes and first.i > trigger.head.i:
        return True  # "the meeting followed a speech on Friday"
    if _opens_another_clause(first, trigger):
        return True
    if _is_of_guest(first, trigger):
        return True
    return governor.lemma_.lower() in OTHER_EVENTS and governor.i not in core


def _begins_before(date: "Token", trigger: "Token") -> bool:
    """Whether a date is that of where a time begins: "since his visit in 2017, he has met"."""
    for word in ancestry(date):
        since = word.lower_ == "since" and word.dep_ == "prep"
        if since or any(c.dep_ == "mark" and c.lower_ == "since" for c in word.children):
            return not word.left_edge.i <= trigger.i <= word.right_edge.i
    return False


def _follows_another(date: "Token", trigger: "Token") -> bool:
    """Whether a date is that of what came before: "Following the May 2 summit, they met"."""
    below = date
    for word in ancestry(date):
        if word.lower_ in ("following", "after") and word.dep_ == "prep" and word.i < date.i:
            named = below.i != date.i and below.dep_ == "pobj" and date.i < below.i
            return named and not word.left_edge.i <= trigger.i <= word.right_edge.i
        below = word
    return False


def _opens_another_clause(date: "Token", trigger: "Token") -> bool:
    """Whether a later clause begins with a date: "A met B, while on Friday he toured a plant"."""
    told = date
    while told.head.i != told.i and told.head.pos_ not in ("VERB", "AUX"):
        told = told.head
    verb, begins = told.head, told.left_edge.i
    subject = child(verb, "nsubj", "nsubjpass")
    if subject is None or not trigger.i < begins <= date.i < subject.i < verb.i:
        return False
    before = date.doc[begins - 1]
    opens = before.is_punct or before.dep_ in ("cc", "mark")
    return opens and all(word.i != verb.i for word in ancestry(trigger))


def _is_of_guest(date: "Token", trigger: "Token") -> bool:
    """Whether a date tells what somebody else did: "met B, who signed the treaty on May 3"."""
    for word in ancestry(date):
        if word.dep_ == "relcl" and any(c.lower_ == "who" for c in word.children):
            return trigger.i < word.left_edge.i and word.head.i > trigger.i
    return False


def _comes_after(trigger: "Token") -> bool:
    """Whether what a sentence tells came after the meeting: "after talks with A"."""
    return trigger.dep_ in _AFTER_IT and trigger.head.lower_ in ("after", "following")


def _governor(token: "Token") -> "Token":
    """Verb or noun that a date says something of."""
    word = token
    while word.head.i != word.i:
        word = word.head
        if word.pos_ in ("VERB", "AUX") or (word.pos_ == "NOUN" and word.lemma_ not in _TIMES):
            break
    return word


_TIMES = frozenset(
    {"day", "week", "month", "year", "evening", "morning", "night", "afternoon", "hour"}
)

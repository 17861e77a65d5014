"""Where the words that a cue reports begin and end, by the construction they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.reading.quotes.cues import Cue, CueKind, is_set_off
from bot.reading.quotes.governed import OBJECTS, Content, content_behind, end_of, governed
from bot.reading.quotes.lexicon import Strength, strength_of, takes, words
from bot.reading.quotes.passage import Passage
from bot.reading.quotes.phrases import DASHES, phrase_of

if TYPE_CHECKING:
    from spacy.tokens import Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
FEWEST_WORDS_BEFORE = 4  # what stands before "according to" counts from here
LONGEST_LISTENER = 6  # tokens between "he told" and a comma
ADDING = frozenset({"VBG", "WDT", "WP", "CC"})  # what follows is the writer's again
BEFORE_CUE = (",", '"', "”", "''", *DASHES)
OPENS_CLAUSE = frozenset({"DT", "PR", "NN", "JJ", "CD", "EX", "WP", "WR", "IN"})  # of tags


def content_of(cue: Cue, passage: Passage) -> Content | None:
    """Find the words that a cue reports."""
    if cue.kind is CueKind.ACCORDING:
        return _around(cue, passage)
    if cue.kind is CueKind.NOUN:
        return _of_noun(cue.token)
    if _says_nothing(cue.token):
        return None
    if _stands_between_commas(cue, passage):
        return _split(cue, passage)
    return (
        _as_told(cue.token)
        or _governed(cue, passage)
        or _passive(cue)
        or _that_clause(cue, passage)
        or _before(cue, passage)
    )


def _around(cue: Cue, passage: Passage) -> Content | None:
    """Take what "according to X" reports: its sentence, without these words."""
    frame = passage.frame_at(cue.token.idx)
    start = max(frame.start, cue.token.sent.start_char)
    if _has_verb(cue, start, cue.token.idx):
        return Content(start, cue.token.idx)
    named = phrase_of(cue.speaker).end_char
    comma = passage.outside.find(",", named, frame.end)
    behind = comma if comma >= 0 and _has_verb(cue, comma, frame.end) else named
    if not _has_verb(cue, behind, frame.end):
        return None
    is_long = len(passage.text[start : cue.token.idx].split()) >= FEWEST_WORDS_BEFORE
    return Content(start if is_long and behind == comma else behind, frame.end)


def _of_noun(noun: Token) -> Content | None:
    """Read "his claim that …", "her promise to …", "their call for …"."""
    for child in noun.rights:
        opening = child.left_edge
        told = opening.lower_ == "that" and opening.dep_ == "mark"
        if child.dep_ in {"acl", "relcl", "ccomp"} and (told or opening.lower_ == "to"):
            return Content(opening.idx, end_of(child.right_edge))
        if child.dep_ == "prep" and takes(noun.lower_, child.lower_):
            return Content(end_of(child), end_of(child.right_edge))
    return None


def _says_nothing(verb: Token) -> bool:
    """Whether a verb tells what was said of or to somebody: "a party called", "when asked"."""
    active = any(c.dep_ in {"agent", "aux", "nsubj", "dobj"} for c in verb.children)
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"} and not active


def _stands_between_commas(cue: Cue, passage: Passage) -> bool:
    """Whether a cue interrupts what it reports: ", he said,", ", he told the paper,"."""
    first, last = sorted((cue.token.i, cue.speaker.i))
    if any(t.pos_ == "VERB" for t in cue.token.doc[first + 1 : last]):
        return False
    return is_set_off(cue, passage) or _interrupts(cue, passage)


def _interrupts(cue: Cue, passage: Passage) -> bool:
    frame = passage.frame_at(cue.token.idx)
    before = passage.text[frame.start : _start_with_speaker(cue)].strip()
    if cue.strength > Strength.SPEECH or not before.endswith(",") or cue.speaker.tag_ == "WP":
        return False
    reach = LONGEST_LISTENER if cue.strength is Strength.SAY else 0
    behind = max(cue.token.i, phrase_of(cue.speaker).end - 1) + 1
    for token in cue.token.doc[behind : behind + reach + 1]:
        if token.text == ",":
            return token.idx + 1 < frame.end and token.nbor().tag_ not in ADDING
        if token.pos_ in {"VERB", "AUX", "SCONJ"} or token.is_punct:
            return False
    return False


def _split(cue: Cue, passage: Passage) -> Content:
    """Take both sides of "…, he said, …"; of "…, said Lentz, who …" only the first."""
    frame = passage.frame_at(cue.token.idx)
    of_speaker = {t.i for t in cue.speaker.subtree}
    rest = (t for t in cue.token.doc[cue.speaker.i + 1 :] if t.idx < frame.end)
    goes_on = any(t.tag_ in FINITE and t.i not in of_speaker for t in rest)
    if goes_on or cue.speaker.i < cue.token.i:
        return Content(frame.start, frame.end)
    return Content(frame.start, _start_with_speaker(cue))


def _as_told(verb: Token) -> Content | None:
    """Read "as X reported": the clause that these words stand in."""
    has_as = any(c.lower_ == "as" and c.dep_ in {"mark", "advmod"} for c in verb.children)
    governs = any(c.dep_ in {"ccomp", "xcomp", *OBJECTS} for c in verb.children)
    if not has_as or governs or verb.dep_ not in {"advcl", "ccomp", "parataxis", "relcl"}:
        return None
    start, end = verb.head.left_edge.idx, end_of(verb.head.right_edge)
    own_start, own_end = verb.left_edge.idx, end_of(verb.right_edge)
    if own_start <= start:
        return Content(own_end, end)
    return Content(start, own_start if own_end >= end - 1 else end)


def _governed(cue: Cue, passage: Passage) -> Content | None:
    """Take what the verb governs, behind it or ahead."""
    heads = governed(cue)
    ahead = [h for h in heads if h.i < cue.token.i]
    behind = [h for h in heads if h.i > cue.token.i]
    if ahead and not _clause_follows(cue, passage):
        return _ahead(ahead, cue, passage, alone=not behind)
    return content_behind(cue, behind) if behind else None


def _ahead(heads: list[Token], cue: Cue, passage: Passage, *, alone: bool) -> Content | None:
    """Take the clause before "…, he said", or around it."""
    start = min(h.left_edge.idx for h in heads)
    end = max(end_of(h.right_edge) for h in heads)
    if alone and end > cue.token.idx:
        return Content(start, end)
    opens = _start_with_speaker(cue)
    if not passage.text[:opens].rstrip().endswith(BEFORE_CUE):
        return None
    return Content(start, min(end, opens))


def _clause_follows(cue: Cue, passage: Passage) -> bool:
    """Whether a clause of its own follows right behind a cue."""
    if cue.token.i + 1 == len(cue.token.doc) or cue.speaker.i > cue.token.i:
        return False
    following, end = cue.token.nbor(), passage.frame_at(cue.token.idx).end
    opens = following.tag_[:2] in OPENS_CLAUSE and following.lower_ not in words("times")
    return opens and following.idx < end and _has_verb(cue, end_of(cue.token), end)


def _passive(cue: Cue) -> Content | None:
    """Read "the meeting was first reported by X": the verb's own subject."""
    subject = next((c for c in cue.token.children if c.dep_ == "nsubjpass"), None)
    if subject is None or cue.speaker.head.dep_ != "agent" or cue.strength is Strength.SAY:
        return None
    return Content(subject.left_edge.idx, end_of(subject.right_edge))


def _that_clause(cue: Cue, passage: Passage) -> Content | None:
    """Find "that …" where the parser hung it elsewhere: "said on air, on Monday, that …"."""
    frame = passage.frame_at(cue.token.idx)
    for token in cue.token.doc[cue.token.i + 1 :]:
        if token.idx >= frame.end or strength_of(token.lower_) < Strength.VIEW:
            return None
        if token.lower_ == "that" and token.tag_ == "IN":
            return Content(token.idx, frame.end)
    return None


def _before(cue: Cue, passage: Passage) -> Content | None:
    """Take what stands before "…, he said." where the parser saw no clause."""
    if cue.strength is not Strength.SAY or cue.token.lower_ in words("no_report"):
        return None
    frame, opens = passage.frame_at(cue.token.idx), _start_with_speaker(cue)
    is_led = passage.text[frame.start : opens].rstrip().endswith(",")
    if not is_led or _has_verb(cue, end_of(cue.token), frame.end):
        return None
    return Content(frame.start, opens)


def _start_with_speaker(cue: Cue) -> int:
    """Where a cue begins, taken together with all words that name its speaker."""
    return min(cue.start, phrase_of(cue.speaker).start_char)


def _has_verb(cue: Cue, start: int, end: int) -> bool:
    """Whether a clause may stand between two places."""
    return any(start <= t.idx < end and t.tag_ in FINITE for t in cue.token.doc)

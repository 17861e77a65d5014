"""Speakers set off from the quotation: "NAME:" before it, "— Name" behind or below it."""

import re

from bot.reading.page import Zone
from bot.reading.quotes.lexicon import Strength, strength_of
from bot.reading.quotes.marks import Segment
from bot.reading.quotes.naming import Mention
from bot.reading.quotes.passage import Passage

LONGEST_LABEL = 8  # words
NO_NAME_TAGS = frozenset({"RB", "IN", "CC", "WRB"})  # of "Then, on Monday:"
SET_OFF_DASH = re.compile(r"\s[―—–-]+\s")
LONGEST_MARK = 2  # characters
LED_REACH = 80  # characters before a quotation
LABEL = re.compile(
    r"\s*[\[*_]*([A-Z][^:;!?“”\"\[\]*]{1,80}?)[*_]*(?:\]\([^)\s]*\))?\s?(?:\([^)]*\))?"
    r"[*_]*:[*_]*\s*(?=[“\"]|'')"
)
INNER_LABEL = re.compile(r"((?:[A-Z][A-Z.'’-]+[ ]?){1,4})(?:\([^)]*\))?:\s")
SIGN_OFF = re.compile(r"[”\"]\s*[―—–-]+\s*((?:[A-Z][\w.'’-]*[ ]?){2,5}),?[^.!?\"”]{0,60}[.]?\s*$")
NEXT_LINE = re.compile(r"\s*[―—–-]+\s*((?:[A-Z][\w.'’-]*[ ]?){1,5})(?:,[^.!?\"”]{0,60})?[.]?\s*$")
LED_BY_NAME = re.compile(
    r"(?:[-–—]\s|\bfrom\s|^\s*)((?:[A-Z][\w.'’-]*\s){0,3}[A-Z][\w'’-]*):\s*[“\"'`]*$"
)
QUOTE_FROM = re.compile(r"(?:direct |verbatim )?quotes? (?:from|by) ", re.IGNORECASE)
HEADLINE_SIGN_OFF = re.compile(r"[”\"’']:\s+((?:\S+\s?){1,5})$")


def label_of(passage: Passage) -> Mention | None:
    """Find the speaker set off from the quotation itself: "NAME:" or "— Name"."""
    text, offset = passage.text, passage.paragraph.start
    headline = passage.paragraph.zone is Zone.HEADLINE
    opens = bool(passage.segments) and passage.segments[0].start <= LONGEST_MARK
    match = SIGN_OFF.search(text) if opens or headline else None
    match = match or (HEADLINE_SIGN_OFF.search(text) if headline else None)
    if match is None:
        match = LABEL.match(text)
        if match is not None and not _is_name(match, passage):
            match = None
    if match is None and opens:
        match = INNER_LABEL.match(text, passage.segments[0].start)
    if match is None:
        return _signed_below(passage) if opens and ends_quoted(passage) else None
    return _in_words(match, offset)


def _signed_below(passage: Passage) -> Mention | None:
    """Find the name in the line below a paragraph of speech: "— Name"."""
    below = passage.below
    match = NEXT_LINE.match(below.text) if below is not None else None
    return None if match is None or below is None else _in_words(match, below.start)


def _in_words(match: re.Match[str], offset: int) -> Mention:
    announced = QUOTE_FROM.match(match[1])
    start = match.start(1) + (announced.end() if announced else 0)
    words = match[1][start - match.start(1) :].rstrip()
    return Mention(offset + start, offset + start + len(words), words)


def led_by_name(segment: Segment, passage: Passage) -> Mention | None:
    """Find the name set before a quotation inside a paragraph: "More from Osgood: “…”"."""
    begin = max(passage.frame_at(segment.start).start, segment.start - LED_REACH)
    match = LED_BY_NAME.search(passage.text[begin : segment.start])
    return None if match is None else _in_words(match, passage.paragraph.start + begin)


def _is_name(label: re.Match[str], passage: Passage) -> bool:
    """Whether the words before a colon name somebody rather than say something."""
    first = passage.token_at(label.start(1))
    if first is None or first.tag_ in NO_NAME_TAGS or SET_OFF_DASH.search(label[1]):
        return False
    parts = re.sub(r"\s*\([^)]*\)$", "", label[1]).split()
    inside = first.doc.char_span(first.idx, label.end(1), alignment_mode="contract")
    has_verb = any(
        t.tag_.startswith("VB") and strength_of(t.lower_) < Strength.ANY for t in inside or ()
    )
    return parts[-1][0].isupper() and len(parts) <= LONGEST_LABEL and not has_verb


def ends_quoted(passage: Passage) -> bool:
    """Whether a paragraph ends with a quotation."""
    return bool(passage.segments) and passage.segments[-1].end >= len(passage.text.rstrip()) - 1

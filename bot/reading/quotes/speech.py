"""Tell speech from the other uses of quotation marks: titles, names, slogans, scare quotes."""

import re

from bot.reading.quotes.attribution import Attribution
from bot.reading.quotes.marks import count_words
from bot.reading.quotes.passage import Passage

FEWEST_WORDS = 3
REACH = 80  # characters before and behind a segment that are looked at
PLAIN_COST = 20.0  # a cue up to this cost stands right beside the segment
NAMED = re.compile(
    r"\b(?:so-called|known as|nicknamed|titled|entitled|dubbed|named|headlined|referred to as"
    r"|attributed to|starred in|edits|campaign to|slogan|motto|mantra)"
    r"(?: the| a| an| her| his| its)?\s*$",
    re.IGNORECASE,
)
WORKS = re.compile(
    r"\b(?:book|books|novel|memoir|film|movie|documentary|song|album|hit|anthem|show|series|program"
    r"|programme|podcast|play|musical|essay|magazine|column|blog|hashtag|exhibition|campaign),?\s*$",
)
TAG = re.compile(r"[”\"']*\s+(?:[\w.’'-]+\s+){0,3}(?:said|says|told|wrote|added|asked|tweeted)\b")
LONG_WORD = re.compile(r"(?<![.?!] )(?<!^)\b[\w'’]{4,}")  # not the first of a sentence
SMALL = frozenset({"with", "from", "into", "over", "than", "upon"})  # in titles, without a capital
EXPLAINED = re.compile(
    r"[,”\"']*\s*,?\s*(?:a|the) (?:term|phrase|slogan|expression|nickname|concept|motto)\b"
)
ARTICLE = re.compile(r"\b(?:an?|the) $", re.IGNORECASE)
LONGEST_NAME = 5  # words
FEWEST_CAPITALS = 2
SHOWN = re.compile(r"\s*(?:signs?|banners?|T-shirts?|hashtag|stickers?|posters?|buttons?)\b")


def is_speech(attribution: Attribution, passage: Passage) -> bool:
    """Whether a segment holds words that somebody is reported to have said or written."""
    segment = attribution.segment
    words = passage.text[segment.start : segment.end]
    if count_words(words) < FEWEST_WORDS:
        return False
    before = passage.text[max(0, segment.start - REACH) : segment.start].rstrip("“\"'`‘„«")
    after = passage.text[segment.end : segment.end + REACH]
    if NAMED.search(before) or SHOWN.match(after.lstrip("”\"'")) or EXPLAINED.match(after):
        return False
    if _is_name(words, before, after):
        return False
    if WORKS.search(before) and (_is_title(words) or count_words(words) <= 4):
        return False
    return not _is_title(words) or _is_told(attribution, before, after)


def _is_name(words: str, before: str, after: str) -> bool:
    """Whether marks only set off a name: "an “Asia-Pacific AI center”", "(“Quad 2+2”)"."""
    parts = words.rstrip(",.").split()
    if len(parts) > LONGEST_NAME or words[-1] in "?!":
        return False
    capitals = sum(p[0].isupper() or p[0].isdigit() for p in parts)
    in_brackets = before.endswith("(") and after.lstrip("”\"'").startswith(")")
    named = in_brackets or (ARTICLE.search(before) is not None and words[0].isupper())
    return named and capitals >= FEWEST_CAPITALS and 2 * capitals >= len(parts)


def _is_title(words: str) -> bool:
    """Whether words are written like a title: the first and every longer one with a capital."""
    if words[0].islower() or words.rstrip(",")[-1] in "?!":
        return False
    long_words = [w for w in LONG_WORD.findall(words) if w not in SMALL]
    return bool(long_words) and not any(w[0].islower() for w in long_words)


def _is_told(attribution: Attribution, before: str, after: str) -> bool:
    """Whether a cue stands so near that even words in capitals are speech."""
    led_in = before.rstrip().endswith((":", ",")) and attribution.cost <= PLAIN_COST
    return attribution.cue is not None and (led_in or bool(TAG.match(after)))

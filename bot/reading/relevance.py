"""What an article is about, and whether it, a meeting or a quote belongs to the beat."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from bot.beat import Beat
from bot.models import Meeting, Party, Quote, Reading
from bot.reading.mentions import Mention
from bot.reading.page import Page, Zone, outlet_of

IN_HEADLINE = 6  # what a mention weighs there
IN_LEAD = 2
CITY = re.compile(r"(?:\b(?:in|at|to|from) |[|(] ?)[A-Z]\w+, $|^[A-Z]\w+, $")  # "in Tokyo, Japan"
OF_MEMBER = 1  # naming a body names its members
LEAD = 2  # paragraphs
LEAST_SHARE = 0.1  # of an article's mentions, for every core side
TOGETHER = 0.5  # and for all core sides together
BESIDE_OFFICIAL = 0.2  # of what an official page says of others than its own side
LEAST_WEIGHT = 3


@lru_cache(maxsize=8)
def _topic_patterns(beat: Beat) -> tuple[tuple[str, bool, re.Pattern[str]], ...]:
    return tuple((t.name, t.core, _any_of(t.spellings)) for t in beat.topics)


def _any_of(spellings: Sequence[str]) -> re.Pattern[str]:
    """Match any of the spellings as whole words; short ones in capitals only as written."""
    parts = sorted((_word(s) for s in spellings), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")


def _word(spelling: str) -> str:
    shown = re.escape(spelling).replace(r"\ ", r"\s+").replace("'", "['’]")
    return shown if any(c.isupper() for c in spelling) else f"(?i:{shown})"


def topics_of(text: str, beat: Beat) -> tuple[str, ...]:
    """Name the beat's topics that a text touches, in the beat's order."""
    return tuple(name for name, _, pattern in _topic_patterns(beat) if pattern.search(text))


def touches_core(text: str, beat: Beat) -> int:
    """Count the spellings in a text that show the beat by themselves ("Japan-U.S. alliance")."""
    return sum(len(p.findall(text)) for _, core, p in _topic_patterns(beat) if core)


def on_beat(parties: Iterable[Party], text: str, beat: Beat) -> bool:
    """Tell whether what these parties do or say, told in this text, belongs to the beat.

    It does where they come from every core side, or where some come from one and
    the text names the other or a core topic.
    """
    core = {side.name for side in beat.sides if side.core}
    present = {party.side for party in parties} & core
    if not core or present == core:
        return True
    if not present:
        return False
    named = {name for name in core if _side_pattern(name, beat).search(text)}
    return present | named == core or touches_core(text, beat) > 0


@lru_cache(maxsize=32)
def _side_pattern(name: str, beat: Beat) -> re.Pattern[str]:
    side = next(s for s in beat.sides if s.name == name)
    return _any_of((*side.spellings, *side.adjectives, *side.capitals))


def article_on_beat(page: Page, mentions: Sequence[Mention], beat: Beat) -> bool:
    """Tell whether an article is about the beat: every core side has its share in it.

    The side for which an official outlet speaks need not be named.
    """
    core = [side.name for side in beat.sides if side.core]
    weights = side_weights(page, mentions, beat)
    outlet = outlet_of(page.article, beat)
    own = outlet.side if outlet and outlet.official else None
    if own in core:
        others = [side for side in core if side != own]
        total = sum(weight for side, weight in weights.items() if side != own)
        return all(_share(weights, side, total) >= BESIDE_OFFICIAL for side in others)
    total = sum(weights.values())
    shares = [_share(weights, side, total) for side in core]
    return all(share >= LEAST_SHARE for share in shares) and sum(shares) >= TOGETHER * bool(core)


def _share(weights: Counter[str], side: str, total: int) -> float:
    """Give a side's share of all mentions; none where it is hardly mentioned."""
    return weights[side] / total if weights[side] >= LEAST_WEIGHT else 0.0


def side_weights(page: Page, mentions: Sequence[Mention], beat: Beat) -> Counter[str]:
    """Weigh how much an article speaks of each side: most in its headline, more in its lead."""
    bodies = {body.key: body.members for body in beat.bodies if body.members}
    bodies_of_text = [i for i, p in enumerate(page.paragraphs) if p.zone is Zone.BODY]
    lead = frozenset(bodies_of_text[:LEAD])
    weights: Counter[str] = Counter()
    for mention in mentions:
        if mention.party is None or _is_place(mention, page.article.text):
            continue
        weight = _weight(page.paragraphs[mention.paragraph].zone, mention.paragraph in lead)
        if mention.party.side:
            weights[mention.party.side] += weight
        for member in bodies.get(mention.party.key or "", ()):
            weights[member] += weight * OF_MEMBER
    return weights


def _weight(zone: Zone, in_lead: bool) -> int:
    if zone is Zone.HEADLINE:
        return IN_HEADLINE
    return IN_LEAD if in_lead else 1


def _is_place(mention: Mention, text: str) -> bool:
    """Tell where something happens ("in Tokyo", "Tokyo, Japan") from who acts."""
    before = text[max(0, mention.start - 20) : mention.start]
    if mention.kind == "capital":
        return before.endswith(("in ", "to ", "at ", "(")) or text[mention.end :].startswith(",")
    return mention.kind == "side" and (before.endswith("in ") or bool(CITY.search(before)))


def mark_beat(reading: Reading, article_is: bool, beat: Beat) -> Reading:
    """Mark a reading, its meetings and its quotes as on the beat or off it, with their topics."""
    text = reading.article.text
    return replace(
        reading,
        meetings=tuple(_marked_meeting(meeting, text, beat) for meeting in reading.meetings),
        quotes=tuple(_marked_quote(quote, article_is, beat) for quote in reading.quotes),
        on_beat=article_is,
    )


def _marked_meeting(meeting: Meeting, text: str, beat: Beat) -> Meeting:
    """Mark a meeting: it is about what the paragraphs that tell of it are about."""
    told = " ".join(evidence.text for evidence in meeting.evidence)
    around = " ".join(paragraph_around(text, e.start, e.end) for e in meeting.evidence)
    return replace(
        meeting,
        topics=topics_of(around, beat),
        on_beat=on_beat(meeting.participants, told, beat),
    )


def _marked_quote(quote: Quote, article_is: bool, beat: Beat) -> Quote:
    is_on = article_is or on_beat([quote.speaker] if quote.speaker else [], quote.text, beat)
    return replace(quote, topics=topics_of(quote.text, beat), on_beat=is_on)


def paragraph_around(text: str, start: int, end: int) -> str:
    """Give the lines that a span of a text touches."""
    last = text.find("\n", end)
    return text[text.rfind("\n", 0, start) + 1 : last if last >= 0 else len(text)]

"""Which body "it" and "the ministry" mean, and who speaks in "the statement"."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from bot.models import Party, PartyKind
from bot.reading.mentions import Mention
from bot.reading.page import Page
from bot.reading.roles import role_party
from bot.reading.words import keys_of

Found = tuple[Party | None, float]
NOBODY: Found = (None, 0.0)
NEAR = 700  # characters back
BODY_NOUNS = frozenset(
    keys_of(
        """ministry department agency embassy government company firm party bank commission council
        committee organization alliance bloc office administration newspaper paper network
        broadcaster coalition union court parliament pentagon kremlin institute university group"""
    )
)
PAPERS = frozenset(
    keys_of(
        """statement readout release communique letter post tweet message report document summary
        declaration editorial memo note announcement dispatch article commentary"""
    )
)
# "The agency carried a sharp commentary": who made it stands right before the verb.
MADE = re.compile(
    r"(?:\s\([^)]*\))?\s(?:has\s|had\s|have\s)?(?:later\s|also\s)?"
    r"(?:issued|released|published|carried|posted|wrote|sent|put out|signed|ran)"
    r"\s(?:an?|the|its|his|her)\s(?:[\w-]+\s){0,2}"
)
FROM = re.compile(r"\s(?:from|by|of)\s(?:the\s)?")
WORDS = re.compile(r"(?:[\w’'-]+\s){0,4}?(?:[\w’'-]+)(?=\s(?:said|says|read|reads|stated|added)\b)")
SENTENCE = re.compile(r"(?<=[.!?])[”\"’')]*\s+(?=[“\"A-Z])|\n")


class Issuers:
    """The bodies of an article, and who issued what it cites."""

    def __init__(self, page: Page, mentions: Sequence[Mention]) -> None:
        self.text = page.article.text
        self.mentions = [m for m in mentions if m.party and not m.quoted and not m.owner]
        self.starts = [m.start for m in self.mentions]

    def of_it(self, start: int) -> Found:
        """Tell which body "it" means: the one that opens this sentence or the one before."""
        for mention in self._before(start):
            if mention.kind == "body" and self._opens(mention):
                return mention.party, 0.6
        return NOBODY

    def of_noun(self, keys: tuple[str, ...], start: int) -> Found:
        """Tell which body "the ministry" means: the last one of that name."""
        if not keys or keys[-1] not in BODY_NOUNS:
            return NOBODY
        for mention in self._before(start, len(self.text)):
            party = mention.party
            if mention.kind == "body" and party and keys[-1] in keys_of(party.name):
                return party, 0.75
        return NOBODY

    def of_paper(self, keys: tuple[str, ...], start: int) -> Found:
        """Tell who speaks in "the statement": who, or what, was said to have made it."""
        if not keys or keys[-1] not in PAPERS:
            return NOBODY
        at = self.text.rfind(keys[-1], max(0, start - NEAR), start)
        if at < 0:
            return NOBODY
        begin = max(
            (m.end() for m in SENTENCE.finditer(self.text, max(0, at - NEAR), at)), default=0
        )
        named = [m for m in self._before(at) if m.start >= begin]
        makers = [m for m in named if m.kind in {"name", "office", "body"}]
        if not makers or makers[-1].party is None:
            return NOBODY
        first = makers[-1].party
        if MADE.fullmatch(self.text, makers[-1].end, at):
            return first, 0.65
        return (first, 0.45) if first.kind is not PartyKind.ROLE else NOBODY

    def of_source(self, end: int) -> Found:
        """Tell who made the paper that ends at an offset: "a statement from the ministry"."""
        source = FROM.match(self.text, end)
        if source is None:
            return NOBODY
        at = bisect_left(self.starts, source.end())
        named = self.mentions[at] if at < len(self.mentions) else None
        if named and named.party and named.full_start <= source.end() <= named.start:
            return named.party, 0.7
        words = WORDS.match(self.text, source.end())
        party, confidence = role_party(words[0]) if words else NOBODY
        return (party, confidence) if party and party.kind is PartyKind.BODY else NOBODY

    def _before(self, start: int, back: int = NEAR) -> list[Mention]:
        last = bisect_left(self.starts, start)
        return [m for m in self.mentions[:last][::-1] if start - m.end <= back]

    def _opens(self, mention: Mention) -> bool:
        before = self.text[max(0, mention.full_start - 25) : mention.full_start]
        return bool(
            re.search(
                r"(?:^|[.!?]\s+|\n\s*)(?:the\s+)?(?:[A-Z]\w+(?:'s|’s)?\s+){0,2}$", before, re.I
            )
        )

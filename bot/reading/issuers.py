"""Which body "it" and "the ministry" mean."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from bot.models import Party, PartyKind
from bot.reading.mentions import Mention
from bot.reading.page import Page
from bot.reading.words import keys_of

Found = tuple[Party | None, float]
NOBODY: Found = (None, 0.0)
NEAR = 700  # characters back
BODY_NOUNS = frozenset(
    keys_of(
        """ministry department agency embassy government company firm party bank commission council
        committee organization alliance bloc office administration newspaper paper network
        broadcaster coalition union court parliament pentagon kremlin institute university group
        confederation federation association league foundation fund museum center centre society
        movement militia organisation chamber bureau authority panel board campaign"""
    )
)
GROUPS = frozenset(["group", "movement", "militia", "organization", "organisation"])
COMPANIES = frozenset(["company", "firm"])
WORD = r"[A-Z][\w.’'&-]*"
RUN = (
    rf"(?<![\w.])(?:The\s)?((?:{WORD}\s)*{{noun}}"
    rf"(?:\s(?:of|for|on)\s(?:the\s)?{WORD}(?:\s(?:and\s)?{WORD})*)?)"
)
# "Elba Resources (ELB.AX) Chief Executive", "Elba Steel Corp."
COMPANY = re.compile(
    rf"((?:{WORD}\s){{0,3}}{WORD})\s(?:\([A-Z]{{2,6}}[.:][A-Z: ]+\)"
    r"|(?:chief executive|CEO|Chief Executive|Inc|Corp|Ltd|PLC)\b)"
)
SENTENCE_END = re.compile(r"[.!?][”\"’')]*\s|\n")
WRITTEN_OUT = 0.6


class Issuers:
    """The bodies of an article."""

    def __init__(self, page: Page, mentions: Sequence[Mention]) -> None:
        self.text = page.article.text
        self.mentions = [m for m in mentions if m.party and not m.quoted and not m.owner]
        self.starts = [m.start for m in self.mentions]

    def of_it(self, start: int) -> Found:
        """Tell which body "it" means: the one that opens this sentence or the one before."""
        country = self._country(start)
        return (country, 0.6) if country else self._told_of(start)

    def _country(self, start: int) -> Party | None:
        """Tell the country that a sentence is about: "Iran joined the talks, which it said"."""
        for mention in self._before(start):
            if SENTENCE_END.search(self.text, mention.end, start):
                return None
            if mention.kind in {"side", "body"} and self._opens(mention):
                return mention.party if not mention.possessive else None
        return None

    def of_noun(self, keys: tuple[str, ...], start: int) -> Found:
        """Tell which body "the ministry" means: the last one of that name."""
        if not keys or keys[-1] not in BODY_NOUNS:
            return NOBODY
        for mention in self._before(start, len(self.text)):
            party = mention.party
            if mention.kind == "body" and party and keys[-1] in keys_of(party.name):
                return party, 0.75
        found = self._written_out(keys[-1], start) if len(keys) == 1 else NOBODY
        return found if found[0] or keys[-1] not in GROUPS else self._told_of(start)

    def _told_of(self, start: int) -> Found:
        """Tell which body the sentences before are about: Hamas for "the group"."""
        for mention in self._before(start):
            if mention.kind == "body" and self._opens(mention):
                return mention.party, 0.6
        return NOBODY

    def _written_out(self, noun: str, start: int) -> Found:
        """Find a body by its name in capitals: "the Elba Fund for Peace" for "the fund"."""
        if noun in COMPANIES:
            names = {m[1] for m in COMPANY.finditer(self.text, 0, start)}
            name = names.pop() if len(names) == 1 else ""
        else:
            runs = re.finditer(RUN.format(noun=noun.capitalize()), self.text[:start])
            name = next((m[1] for m in list(runs)[::-1] if " " in m[1]), "")
        return (Party(name=name, kind=PartyKind.BODY), WRITTEN_OUT) if name else NOBODY

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

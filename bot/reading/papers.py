"""Who speaks in a paper: whoever was said to have made "the statement" or "a readout"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from bot.models import Party, PartyKind
from bot.reading.mentions import Mention
from bot.reading.roles import PAPERS, role_party

Found = tuple[Party | None, float]
NOBODY: Found = (None, 0.0)
NEAR = 700  # characters back
OFTEN = 6  # times that a paper may have been mentioned before
MAKES = (
    r"(?:issued|released|published|carried|posted|wrote|sent(?:\sout)?|put\sout|signed|ran|provided|"
    r"gave|drafted|tweeted|circulated|delivered)"
)
WHEN = r"(?:\s(?:late|early|on|later|also))*(?:\s\w+day)?(?:\s(?:night|evening|morning|afternoon))?"
# "The agency carried a sharp commentary": who made it stands right before the verb.
MADE = re.compile(
    rf"(?:\s\([^)]*\))?\s(?:has\s|had\s|have\s)?(?:later\s|also\s)?{MAKES}{WHEN}"
    r"\s(?:an?|the|its|his|her)\s(?:[\w-]+\s){0,3}"
)
SAID_IN = re.compile(
    rf"{WHEN}\s(?:said|announced|added|wrote|confirmed|noted|stated|warned){WHEN}"
    r"\sin\s(?:an?|the|its|his|her)\s(?:[\w-]+\s){0,3}"
)
OWNS = re.compile(r"['’]s?\s(?:[\w-]+\s){0,3}")
# The words that name a maker whom the cast does not know: "The Elba campaign sent out an email".
MAKER = re.compile(
    r"(?:^|[,;:]\s|\b(?:but|and|while|as|after|when|that|which)\s)"
    rf"((?:[\w’'-]+\s){{1,5}}){MAKES}{WHEN}\s(?:an?|the|its)\s(?:[\w-]+\s){{0,3}}$",
    re.I,
)
# "A statement issued on Monday by X", "posted on the website of X".
FROM = re.compile(
    rf"(?:\s(?:posted|published|released|issued|sent|carried|put\sout|shared|signed)(?:\sout)?{WHEN})?"
    r"\s(?:from|by|of|on\sthe\swebsite\sof)\s(?:the\s)?"
)
BEFORE_NAME = re.compile(r"(?:[A-Z][\w.’'-]*\s){0,3}")  # its country, or a title
MAKERS = re.compile(
    r"[A-Z][\w.&'’-]*(?:\s(?:(?:of|for|and|the)\s){0,2}[A-Z][\w.&'’-]*)*"
    r"(?=,?\s(?:as\s|that\s|which\s|saying|said|says|read))"
)
IN_IT = re.compile(r"(?:\s[\w-]+){0,5},\s")  # "In a statement on Monday, X said"
WORDS = re.compile(r"(?:[\w’'-]+\s){0,4}?(?:[\w’'-]+)(?=\s(?:said|says|read|reads|stated|added)\b)")
# "A statement issued by the Orr campaign late on Tuesday": the body's own noun ends its words.
OFFICE = re.compile(
    r"(?:[A-Z][\w’'-]+\s){1,3}(?:campaign|office|administration|government|team|ministry|camp)\b"
)
SENTENCE = re.compile(r"(?<=[.!?])[”\"’')]*\s+(?=[“\"A-Z])|\n")


class Papers:
    """Who made the papers that one article cites."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self.text = text
        self.mentions = mentions
        self.starts = [m.start for m in mentions]

    def maker(self, keys: tuple[str, ...], start: int) -> Found:
        """Tell who speaks in "the statement": who, or what, was said to have made it."""
        if not keys or keys[-1] not in PAPERS:
            return NOBODY
        guess = NOBODY
        for at in self._told(keys[-1], start):
            found = self._made(at, at + len(keys[-1]))
            if found[0]:
                return found
            guess = guess if guess[0] else self._named_before(at)
        return guess

    def _told(self, noun: str, start: int) -> Iterator[int]:
        """Yield where a paper was mentioned before, the nearest first."""
        begin = max(0, start - NEAR)
        found = [m.start() for m in re.finditer(rf"\b{noun}\b", self.text[begin:start], re.I)]
        yield from (begin + at for at in found[::-1][:OFTEN])

    def _made(self, at: int, end: int) -> Found:
        """Tell who made the paper that stands at an offset, from the words around it."""
        begin = self._sentence(at)
        last = bisect_left(self.starts, at)
        for mention in self.mentions[max(0, last - 4) : last][::-1]:
            if mention.start < begin or mention.kind == "capital":
                continue
            for pattern in (MADE, SAID_IN, OWNS):
                if pattern.fullmatch(self.text, mention.end, at):
                    return mention.party, 0.65
        source = self.source(end)
        source = source if source[0] else self._after(at, end)
        return source if source[0] else self._in_words(begin, at)

    def _in_words(self, begin: int, at: int) -> Found:
        """Tell a body that the cast does not know by the words before the verb of making."""
        words = MAKER.search(self.text[begin:at])
        party, confidence = role_party(words[1]) if words else NOBODY
        return (party, confidence) if party and party.kind is PartyKind.BODY else NOBODY

    def _after(self, at: int, end: int) -> Found:
        """Read "In a statement on Monday, X said"."""
        comma = IN_IT.match(self.text, end)
        opens = re.search(r"\bIn (?:an?|the|its|his|her)\s(?:[\w-]+\s){0,3}$", self.text[:at][-40:])
        if comma is None or not opens:
            return NOBODY
        first = bisect_left(self.starts, comma.end())
        named = self.mentions[first] if first < len(self.mentions) else None
        if named and named.full_start - comma.end() <= len("the "):
            return named.party, 0.65
        return NOBODY

    def _named_before(self, at: int) -> Found:
        """Guess at whoever is named before a paper in its sentence."""
        begin, last = self._sentence(at), bisect_left(self.starts, at)
        named = [m for m in self.mentions[max(0, last - 4) : last] if m.start >= begin]
        makers = [m for m in named if m.kind in {"name", "office", "body"}]
        party = makers[-1].party if makers else None
        return (party, 0.45) if party and party.kind is not PartyKind.ROLE else NOBODY

    def source(self, end: int) -> Found:
        """Tell who made the paper that ends at an offset: "a statement from the ministry"."""
        source = FROM.match(self.text, end)
        if source is None:
            return NOBODY
        at = bisect_left(self.starts, source.end())
        named = self.mentions[at] if at < len(self.mentions) else None
        between = self.text[source.end() : named.start] if named else "?"
        if named and named.party and BEFORE_NAME.fullmatch(between):
            return named.party, 0.7
        makers = MAKERS.match(self.text, source.end())
        if makers and " " in makers[0]:  # "a statement by the Elba Fund as saying"
            return Party(name=makers[0], kind=PartyKind.BODY), 0.55
        words = WORDS.match(self.text, source.end()) or OFFICE.match(self.text, source.end())
        party, confidence = role_party(words[0]) if words else NOBODY
        return (party, confidence) if party and party.kind is PartyKind.BODY else NOBODY

    def _sentence(self, at: int) -> int:
        begin = max(0, at - NEAR)
        return max((m.end() for m in SENTENCE.finditer(self.text, begin, at)), default=begin)

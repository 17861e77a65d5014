"""One paragraph as the meeting rules see it: its parse, and who and what its words name."""

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import TYPE_CHECKING

from bot.beat import Beat
from bot.models import Article, Party, PartyKind
from bot.reading.language import Parsed
from bot.reading.meetings.diary import Entry
from bot.reading.page import Zone
from bot.reading.people import Cast, Mention
from bot.reading.place import Place, PlacePhrase
from bot.reading.places import places_in
from bot.reading.published import month_published

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from bot.reading.meetings.transcript import Opening

_BOTH_KOREAS = re.compile(r"\b(?:North and South|South and North) Korean?s?\b")
# "South American" is no country's; "South Korean" is, and begins with its first word.
_REGIONS = ("Latin ", "North ", "South ", "Central ")
_CALL = re.compile(
    r"\bcalls?\s+(?:with|to|between)\b|\breadout\b.*\bcall\b|\b(?:tele)?phone\b", re.I
)


class Scene:
    """A parsed paragraph with the article's cast, dateline and beat."""

    def __init__(
        self,
        parsed: Parsed,
        cast: Cast,
        beat: Beat,
        article: Article,
        written_at: Place | None = None,
        entry: Entry | None = None,
        opening: "Opening | None" = None,
    ) -> None:
        self.parsed = parsed
        self.cast = cast
        self.beat = beat
        self.dateline = article.published
        self.month = None if article.published else month_published(article.url)
        self.article = article.text
        self.written_at = written_at
        self.entry = entry  # of a diary
        self.opening = opening  # of a transcript: who speaks, where and when
        self.title_of_call = bool(_CALL.search(article.title or ""))

    @property
    def doc(self) -> "Doc":
        """The parse."""
        return self.parsed.doc

    @property
    def headline(self) -> bool:
        """Whether this is the headline, which is written in a grammar of its own."""
        return self.parsed.paragraph.zone is Zone.HEADLINE

    @property
    def caption(self) -> bool:
        """Whether this stands under a picture."""
        return self.parsed.paragraph.zone is Zone.CAPTION

    @property
    def offset(self) -> int:
        """Where the paragraph starts in the article."""
        return self.parsed.paragraph.start

    @property
    def text(self) -> str:
        """The paragraph as it was parsed."""
        return self.parsed.text

    def text_of(self, span: "Span") -> str:
        """Cut out some tokens; a span puts its text together word by word at every call."""
        return self.text[span.start_char : span.end_char]

    @cached_property
    def sentences(self) -> list["Span"]:
        """The sentences; a headline is one, whatever its grammar."""
        if self.headline:
            return [self.doc[:]]
        starts = [s.start for s in self.doc.sents if s.start == 0 or _may_begin(s)]
        return [
            self.doc[start:end]
            for start, end in zip(starts, [*starts[1:], len(self.doc)], strict=True)
        ]

    def end_of(self, token: "Token") -> int:
        """Give the number of the token after the last of this token's sentence."""
        return next(s.end for s in self.sentences if token.i < s.end)

    @cached_property
    def mentions(self) -> dict[int, Mention]:
        """Who the cast names, by the number of each of their tokens."""
        paragraph = self.parsed.paragraph
        found: dict[int, Mention] = {}
        for mention in self.cast.between(paragraph.start, paragraph.end):
            first, last = mention.start - paragraph.start, mention.end - paragraph.start
            span = self.doc.char_span(first, last, alignment_mode="expand")
            for token in span or ():
                found[token.i] = mention
        return found

    @cached_property
    def places(self) -> list[PlacePhrase]:
        """The places that the paragraph names; who is known as a person is none."""
        found = places_in(self.text, self.beat)
        return [place for place in found if place.sure or not self._names_someone(place)]

    def places_named(self, sentence: "Span") -> Iterator[tuple[PlacePhrase, "Token"]]:
        """Yield the places that a sentence names, each with its first word."""
        for phrase in self.places:
            if sentence.start_char <= phrase.start < sentence.end_char:
                token = next((t for t in sentence if t.idx + len(t) > phrase.start), None)
                if token is not None:
                    yield phrase, token

    def _names_someone(self, phrase: PlacePhrase) -> bool:
        span = self.doc.char_span(phrase.start, phrase.end, alignment_mode="expand")
        named = (self.mentions.get(token.i) for token in span or ())
        return any(m is not None and m.party and m.party.kind is PartyKind.PERSON for m in named)

    @cached_property
    def sides(self) -> dict[int, str]:
        """Names of the sides that words of the paragraph stand for, by token number."""
        found: dict[int, str] = {}
        for match in _BOTH_KOREAS.finditer(self.text):
            first = self.doc.char_span(match.start(), match.start() + len("North"))
            if first is not None:
                found[first[0].i] = f"{first.text} Korea"
        named, side_of = _side_words(self.beat)
        for match in named.finditer(self.text):
            if self.text.endswith(_REGIONS, 0, match.start()):
                continue
            span = self.doc.char_span(*match.span())
            for token in span or ():
                found.setdefault(token.i, side_of[match[0]])
        return found

    def named_in(self, span: "Span") -> list[Party]:
        """People named in some tokens, in order, each once."""
        parties = (self.mentions[t.i].party for t in span if t.i in self.mentions)
        return list(dict.fromkeys(party for party in parties if party))


@cache
def _side_words(beat: Beat) -> tuple[re.Pattern[str], dict[str, str]]:
    """Give a pattern for all names and adjectives of the beat's sides, and whose each is."""
    side_of: dict[str, str] = {}
    for side in beat.sides:
        for word in (*side.spellings, *side.adjectives):
            side_of.setdefault(word, side.name)
    longest_first = sorted(side_of, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)) or "(?!)"), side_of


def conjuncts(token: "Token") -> Iterator["Token"]:
    """Yield a word and what is joined to it: "A, B and C"."""
    yield token
    for child in token.children:
        if child.dep_ == "conj":
            yield from conjuncts(child)


def _may_begin(sentence: "Span") -> bool:
    """Tell a real sentence from what the parser cut off, as after "(DNI)" or "August"."""
    before = sentence.doc[: sentence.start].text.rstrip()
    first = next((t for t in sentence if not t.is_space), None)
    ended = before.endswith((".", "!", "?", ";", ":", '"', "”", "’", "'"))
    return ended and first is not None and not (first.text[0].islower() or first.is_punct)


def ancestry(token: "Token", most: int = 12) -> Iterator["Token"]:
    """Yield a word, its head, the head of that, up to the root."""
    for _ in range(most):
        yield token
        if token.head.i == token.i:
            return
        token = token.head


def child(token: "Token", *deps: str) -> "Token | None":
    """First child with one of these relations."""
    return next((c for c in token.children if c.dep_ in deps), None)


def under(token: "Token", *prepositions: str) -> Iterator["Token"]:
    """Yield what stands after one of these prepositions right under a word."""
    for prep in token.children:
        if prep.dep_ in ("prep", "agent", "dative") and prep.lower_ in prepositions:
            for inner in prep.children:
                if inner.dep_ == "pobj":
                    yield inner
                elif inner.dep_ == "prep":  # "together with"
                    yield from (c for c in inner.children if c.dep_ == "pobj")

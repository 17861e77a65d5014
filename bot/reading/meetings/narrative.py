"""Which day an article is telling of, for what it tells without a day of its own."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bot.beat import Beat
from bot.models import DateSpan, Party, PartyKind, Precision
from bot.reading import spans
from bot.reading.dates import DatePhrase, dates_in
from bot.reading.meetings.asides import aside
from bot.reading.meetings.scene import Scene, ancestry
from bot.reading.meetings.when import follows_speech
from bot.reading.page import Page, Paragraph, Zone
from bot.reading.people import Cast

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_GOES_ON = 8  # sentences for which the day of the news goes on
_WENT_ON = 3  # sentences for which any other day does
_NEXT = 1  # sentences in which it need not be the same people
_NEWS = 2  # days for which it is news
_COMING = re.compile(
    r"\b(?:will|'ll|(?:is|are)\s+(?:\w+\s+)?(?:to|set|due|scheduled|slated)|plans?\s+to|"
    r"expected|was\s+to\s+have|no\s+longer)\b",
    re.I,
)
# A sentence with one of these looks back to some other time.
_BEFORE = frozenset(
    {"last", "previous", "previously", "earlier", "once", "since", "ago", "year", "years", "month"}
    | {"months", "week", "weeks", "recent", "recently", "past", "again", "twice", "times", "often"}
    | {"frequently", "repeatedly", "already"}
)
_DETERMINED = re.compile(r"\b(?:the|a|an|this|that|his|her|its|their)\s+$", re.I)
_THING = re.compile(
    r"\s+(?!(?:in|at|on|for|to|with|and|or|but|as|after|when|where|of|by|from|meeting|talks|summit|"
    r"call|visit|conference|session|dinner|lunch|round)\b)[a-z]"
)
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’]?\s+(?=[A-Z“\"])")
TOLD_IN = (Zone.BODY, Zone.SUMMARY)


@dataclass(frozen=True, slots=True)
class _Told:
    """A day that was told, in which sentence, and of whom."""

    day: date
    sentence: int
    people: frozenset[Party]


class Narrative:
    """Grows with each sentence of an article."""

    def __init__(self, page: Page, cast: Cast, beat: Beat) -> None:
        self._dateline = page.article.published
        self._cast = cast
        self._beat = beat
        self._coming = [p for p in page.paragraphs if p.zone in TOLD_IN]  # not yet told
        self._past: date | None = None  # the last day that was told of what has been
        self._last: date | None = None  # and of what has been or is to come
        self._now: _Told | None = None
        self._sentences = 0

    def catch_up(self, paragraph: Paragraph) -> None:
        """Tell what stands before a paragraph and was not worth a parse."""
        while self._coming and self._coming[0].start <= paragraph.start:
            passed = self._coming.pop(0)
            if passed.start < paragraph.start:
                for start, text in sentences_of(passed):
                    people = (m.party for m in self._cast.between(start, start + len(text)))
                    self._tell(text, (p for p in people if p), (), None)

    def tell(self, sentence: "Span", scene: Scene, met: Iterable[Party], day: date | None) -> None:
        """Remember the day that a sentence tells: that of its meeting, else what comes first."""
        if scene.parsed.paragraph.zone in TOLD_IN:
            self._tell(scene.text_of(sentence), scene.named_in(sentence), met, day)

    def _tell(
        self, text: str, named: Iterable[Party], met: Iterable[Party], day: date | None
    ) -> None:
        if not self._dateline:
            return
        coming = _COMING.search(text) is not None or (day is not None and day > self._dateline)
        days, said = self._days_in(text, coming)
        days = [day, *days] if day else days
        past = next((d for d in days if d <= self._dateline), None)
        if past is None and (days or self._past is None):
            past = next(iter(said), None)  # for want of another: "will meet, she said Monday"
        self._last = days[0] if days else past or self._last
        if past:
            self._past = past
            people = frozenset((*(p for p in named if p.kind is PartyKind.PERSON), *met))
            if self._now and self._now.day == past:
                people |= self._now.people
            self._now = _Told(past, self._sentences, people)
        self._sentences += 1

    def anchor(self, ahead: bool | None) -> date | None:
        """Give the day that "the next day" is counted from, looking back or ahead."""
        return self._last if ahead else self._past

    def _days_in(self, text: str, coming: bool) -> tuple[list[date], list[date]]:
        """Find the days that a sentence tells of, and those of saying so."""
        phrases = dates_in(text, self._dateline, coming, self._beat, self.anchor(coming))
        exact = [p for p in phrases if p.span and p.span.precision is Precision.DAY and not p.event]
        exact = [p for p in exact if not _is_of_thing(text, p)]
        said = [p for p in exact if follows_speech(text, p)]
        return [p.span.start for p in exact if p.span and p not in said], [
            p.span.start for p in said if p.span
        ]

    def day_of(
        self, trigger: "Token", sentence: "Span", scene: Scene, group: Iterable[Party]
    ) -> DateSpan | None:
        """Give the day that the article is on, to what it goes on to tell of the same people."""
        now = self._now
        if not now or not _goes_on(trigger) or _tells_own_time(trigger, sentence, scene):
            return None
        since = self._sentences - now.sentence
        if since > (_GOES_ON if self._is_news(now.day) else _WENT_ON):
            return None
        if now.people.isdisjoint(group) and since > _NEXT:
            return None
        return spans.one_day(now.day)

    def _is_news(self, day: date) -> bool:
        """Whether a day is that of the news itself, not of its background."""
        return self._dateline is not None and (self._dateline - day).days <= _NEWS


def sentences_of(paragraph: Paragraph) -> Iterator[tuple[int, str]]:
    """Cut a paragraph without a parse; give each sentence with its place in the article."""
    start = 0
    for end in (*(m.end() for m in _SENTENCE.finditer(paragraph.text)), len(paragraph.text)):
        yield paragraph.start + start, paragraph.text[start:end]
        start = end


def _is_of_thing(text: str, phrase: DatePhrase) -> bool:
    """Whether a day only tells which thing is meant: "the Feb. 27 truce"."""
    after = _THING.match(text, phrase.end)
    return after is not None and _DETERMINED.search(text[: phrase.start]) is not None


def _tells_own_time(trigger: "Token", sentence: "Span", scene: Scene) -> bool:
    """Whether a sentence tells another time, other than in an aside: "Brandt, a former pilot,"."""
    beside = aside(sentence, trigger)
    if _is_perfect(trigger) or any(_looks_back(w) for w in sentence if w.i not in beside):
        return True
    return any(
        word.i not in beside
        for phrase in dates_in(scene.text_of(sentence), scene.dateline, False, scene.beat)
        if not phrase.away or phrase.away.count  # "40 minutes before" is of the same day
        for word in _words(phrase.start, phrase.end, sentence)
    )


def _words(start: int, end: int, sentence: "Span") -> Iterator["Token"]:
    first = sentence.start_char
    return (t for t in sentence if t.idx - first < end and t.idx - first + len(t) > start)


def _looks_back(word: "Token") -> bool:
    """Whether a word tells of some other time: "first met", "once", "years"."""
    first = word.lower_ == "first" and word.dep_ == "advmod"
    return first or word.lower_ in _BEFORE


def _is_perfect(trigger: "Token") -> bool:
    """Whether it is told as what "had" or "has" been; "had arrived and was received" is not."""
    for word in ancestry(trigger):
        helpers = [c for c in word.children if c.dep_ in ("aux", "auxpass")]
        if any(c.lemma_ == "have" for c in helpers):
            return True
        if word.tag_ in ("VBD", "VBZ", "VBP") or any(c.tag_ == "VBD" for c in helpers):
            return False
    return False


def _goes_on(trigger: "Token") -> bool:
    """Whether it is told in the simple past, or as what came just before: "after talks with"."""
    for word in ancestry(trigger):
        if word.pos_ in ("VERB", "AUX"):
            return word.tag_ in ("VBD", "VBG") or _passive(word)
        if word.i != trigger.i and word.dep_ == "prep" and word.lower_ in ("after", "following"):
            return True
    return False


def _passive(verb: "Token") -> bool:
    """Whether it is the past of a passive: "was received"."""
    return any(c.dep_ == "auxpass" and c.tag_ == "VBD" for c in verb.children)

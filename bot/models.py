"""What an article yields, as plain frozen records: articles, quotes, meetings, parties, dates."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class PartyKind(StrEnum):
    """What kind of party speaks or meets."""

    PERSON = "person"
    BODY = "body"  # a ministry, government, company: "the White House"
    ROLE = "role"  # someone known by function only: "a senior Foreign Ministry official"


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    PART_OF_MONTH = "part of month"  # "mid-January", "earlier this month"
    WEEK = "week"  # "last week", "over the weekend"
    YEAR = "year"  # "in 2019", "earlier this year"
    OPEN = "open"  # a start without an end: "in February or later"


class Status(StrEnum):
    """Whether a meeting happened."""

    HELD = "held"
    PLANNED = "planned"
    CANCELLED = "cancelled"


class Certainty(StrEnum):
    """The finer word behind a status."""

    REPORTED = "reported"  # held
    SCHEDULED = "scheduled"  # planned: agreed by both sides
    ARRANGING = "arranging"  # planned: being arranged
    SOUGHT = "sought"  # planned: one side wants it
    DECLINED = "declined"  # cancelled: called off, refused or dropped
    POSTPONED = "postponed"  # cancelled: put off, may yet be held on another day


class Format(StrEnum):
    """How the parties met."""

    IN_PERSON = "in-person"
    PHONE = "phone"
    VIDEO = "video"
    UNKNOWN = "unknown"


class DateOrigin(StrEnum):
    """Where a publication date was found; earlier members outrank later ones."""

    METADATA = "metadata"
    DATELINE = "dateline"
    URL = "url"
    GUESS = "guess"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSpan:
    """A first and last day (both inclusive) and how exactly they are known.

    `words` is the phrase in the article that told it ("on Thursday").
    """

    start: date
    end: date | None
    precision: Precision
    words: str = ""

    def iso(self) -> str | None:
        """Write the span as YYYY-MM-DD, YYYY-MM or YYYY; None for a week or an open span."""
        if self.precision is Precision.DAY:
            return self.start.isoformat()
        if self.precision is Precision.YEAR:
            return f"{self.start:%Y}"
        if self.precision is Precision.WEEK:
            return None
        within_month = self.end and (self.start.year, self.start.month) == (
            self.end.year,
            self.end.month,
        )
        return f"{self.start:%Y-%m}" if within_month else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office somebody holds: title, the side it belongs to, from when to when (inclusive)."""

    title: str
    side: str
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One identity for all spellings of a person's name."""

    key: str  # "shigeru-ishiba"
    name: str  # "Shigeru Ishiba"
    aliases: tuple[str, ...] = ()
    gender: str | None = None  # "f", "m", or None where not known
    offices: tuple[Office, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who speaks or meets: a person, a body, or someone known by function only.

    `key` is the person's or body's identity; None for a role. `office` is the
    one held at the date in question, or the article's own words for it.
    """

    name: str
    kind: PartyKind = PartyKind.PERSON
    key: str | None = None
    office: str | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The sentence that proves a meeting; offsets in characters of the article's text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words that an article puts in somebody's mouth.

    `text` is exactly `article.text[start:end]`. `speaker` is None rather than a
    guess; the best guess is then in `guess`, with its confidence (0 to 1).
    `mention` holds the article's words that name the speaker ("he").
    """

    text: str
    start: int
    end: int
    direct: bool  # False: reported speech, never to be shown in quotation marks
    utterance: int  # pieces of one interrupted quote share it; unique in the article
    speaker: Party | None = None
    guess: Party | None = None
    confidence: float = 0.0
    mention: str | None = None
    cue: str | None = None
    inner_speaker: str | None = None  # X in "A said that X said", in the article's words
    relayed_by: str | None = None  # the ministry in "A said …, the ministry said"
    listener: str | None = None
    occasion: str | None = None
    said_on: DateSpan | None = None
    meeting: int | None = None  # place in Reading.meetings of the meeting it was said at
    topics: tuple[str, ...] = ()
    on_beat: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting as one article reports it."""

    participants: tuple[Party, ...]
    status: Status
    certainty: Certainty
    format: Format
    date: DateSpan | None = None
    venue: str | None = None
    city: str | None = None
    country: str | None = None
    topics: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    on_beat: bool = True

    @property
    def place(self) -> str | None:
        """Venue, city and country in one line; None where none is known."""
        return ", ".join(p for p in (self.venue, self.city, self.country) if p) or None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A page or paste, and what is known about it. All offsets point into `text`."""

    id: str  # file stem, or a name derived from the url
    text: str
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    published_at: datetime | None = None  # with its time zone, where the page states it
    published_origin: DateOrigin | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that reading one article gave: the article completed, and what it reports."""

    article: Article
    quotes: tuple[Quote, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    people: tuple[Person, ...] = ()  # people met in it whom the beat does not know
    on_beat: bool = True

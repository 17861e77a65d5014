"""What an article yields, as plain frozen records: articles, quotes, meetings, parties, dates."""

from dataclasses import dataclass
from datetime import date, datetime, time
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """The wall-clock time, zone (IANA) and weekdays (Monday is 0) at which a digest is due."""

    at: time
    zone: str
    days: frozenset[int] = frozenset(range(7))

    @property
    def weekly(self) -> bool:
        """Tell whether one digest covers a week."""
        return len(self.days) == 1


class SubscriptionKind(StrEnum):
    """What a channel asked for."""

    DIGEST = "digest"
    FOLLOW = "follow"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """A digest or a followed search, in one channel."""

    id: int
    kind: SubscriptionKind
    channel: str
    asked_by: str
    asked_at: datetime
    query: str = ""  # digest: "about …"; follow: the search
    schedule: Schedule | None = None  # digests only
    skip_quiet: bool = False  # digests: nothing at all on a quiet day
    paused: bool = False
    paused_why: str | None = None  # a Slack error, where Slack refused and not a person paused it

    @property
    def series(self) -> str:
        """The name of all that is delivered for it; the same again once it is asked for anew."""
        weekly = "weekly " if self.schedule and self.schedule.weekly else ""
        return f"{weekly}{self.kind.value} {self.channel} {self.query}".rstrip()


class Kept(StrEnum):
    """What storing a reading did."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"


class Verdict(StrEnum):
    """Whether two reports tell of one event."""

    SAME = "same"
    DOUBTFUL = "doubtful"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The article in which a quote or a report of a meeting stands."""

    article_id: int
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredQuote:
    """A quote as kept: said once, carried by one article or by several.

    `quote` is what the first of `sources` says; its offsets point into that
    article's text. `cursor` places it among all quotes, for paging.
    """

    id: int
    quote: Quote
    sources: tuple[Source, ...]
    day: date | None = None  # when it was said, else when it was published
    meeting_id: int | None = None  # the kept meeting at which it was said
    cursor: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one article says of a meeting."""

    id: int
    source: Source
    meeting: Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredMeeting:
    """One event as all its reports, oldest first, tell it; `meeting` is how it stands now."""

    id: int
    meeting: Meeting
    reports: tuple[Report, ...]
    day: date | None = None  # its date, else when it was first reported
    cursor: int = 0

    @property
    def sources(self) -> tuple[Source, ...]:
        """The articles that report it, oldest first, each once."""
        return tuple({report.source: None for report in self.reports})

    @property
    def reported(self) -> date | None:
        """The day of the last report; None where none is dated."""
        published = (report.source.published for report in self.reports)
        return max((day for day in published if day), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a user put right in one quote or in one article's report of a meeting.

    It is bound to the article's identity and to the evidence (the words of the
    quote, or a sentence that proves the meeting), never to a row, so it holds
    after every re-reading. `value` is the new value as text; None clears the field.
    """

    article: str
    noun: str  # "quote" or "meeting"
    evidence: str
    field: str  # see store/corrections.py for those that can be put right
    value: str | None
    user: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What the search index marks a document with: ("speaker", "shigeru-ishiba")."""

    kind: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What every document of a search must have; `any_of` asks for one of each group."""

    any_of: tuple[tuple[str | Label, ...], ...] = ()
    none_of: tuple[str | Label, ...] = ()
    since: date | None = None
    until: date | None = None
    off_beat: bool = False  # look among the documents off the beat instead of those on it
    as_of: int | None = None  # only what the index held at that time of its clock

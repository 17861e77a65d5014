"""What is kept and what is asked for: stored quotes and meetings, corrections, subscriptions."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from bot.models import Meeting, Quote


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

"""What makes up a day: meetings held, what is new about planned ones, the quotes that matter.

Pure: it is given the news of a window (what the articles that came in say) and chooses.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from rapidfuzz import fuzz

from bot.kept import Report, StoredMeeting, StoredQuote
from bot.models import DateSpan, Party, PartyKind, Precision, Status

QUOTES_MAX = 5
QUOTE_WORDS_MIN = 5
QUOTE_WORDS_GOOD = 45  # longer ones tire the reader of a digest
BACKGROUND = timedelta(days=3)  # older than that before the window, it is background, not news
AHEAD = timedelta(days=7)

# How much a speaker's office weighs, by the first of these that the title holds.
OFFICE_WEIGHTS = (
    (("deputy", "assistant", "vice minister", "vice foreign", "vice defense", "vice-"), 2.0),
    (("former", "under secretary", "undersecretary"), 2.0),
    (("spokes", "press secretary", "official"), 2.0),
    (("prime minister", "vice president"), 5.0),
    (("president",), 6.0),
    (("foreign minister", "minister for foreign", "secretary of state"), 4.5),
    (("defense minister", "minister of defense", "secretary of defense", "defence"), 4.5),
    (("chief cabinet secretary", "national security advis", "ambassador"), 3.5),
    (("minister", "secretary", "chancellor"), 3.5),
    (("commander", "chief of staff", "senator", "governor", "chair"), 3.0),
)
PERSON_WEIGHT, BODY_WEIGHT, ROLE_WEIGHT = 1.5, 1.5, 1.0
OUTLETS_WEIGHT, TOPICS_WEIGHT, NOVELTY_WEIGHT, LENGTH_WEIGHT = 1.2, 0.8, 2.0, 0.5


class Change(StrEnum):
    """What is new about a planned meeting."""

    NEW = "new"
    MOVED = "moved"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The local days that a digest tells of: after `since`, up to and with `day`."""

    since: date
    day: date

    @property
    def days(self) -> int:
        """How many days it covers."""
        return (self.day - self.since).days


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What the articles of a window say, and what is known beside it.

    `earlier` holds what the speakers said before, by their key or name.
    """

    articles: frozenset[int] = frozenset()
    outlets: frozenset[str] = frozenset()
    quotes: Sequence[StoredQuote] = ()
    meetings: Sequence[StoredMeeting] = ()
    coming: Sequence[StoredMeeting] = ()
    earlier: Mapping[str, Sequence[str]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A planned meeting and what is new about it; `was` is the date it had before it moved."""

    meeting: StoredMeeting
    change: Change
    was: DateSpan | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The line of figures under a digest."""

    articles: int
    outlets: int
    quotes: int
    meetings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What one digest tells, each part in the order of its weight or date."""

    window: Window
    about: str
    held: tuple[StoredMeeting, ...]
    planned: tuple[Planned, ...]
    quotes: tuple[StoredQuote, ...]
    coming: tuple[StoredMeeting, ...]
    figures: Figures

    @property
    def quiet(self) -> bool:
        """Tell whether nothing happened that is worth more than a line."""
        return not (self.held or self.planned or self.quotes)


def make_digest(news: News, window: Window, about: str = "") -> Digest:
    """Choose what of the news a digest tells."""
    held = [meeting for meeting in news.meetings if is_news_held(meeting, news, window)]
    planned = [told for m in news.meetings if (told := what_is_new(m, news, window))]
    in_planned = {told.meeting.id for told in planned}
    coming = [m for m in news.coming if is_coming(m, window) and m.id not in in_planned]
    return Digest(
        window=window,
        about=about,
        held=tuple(sorted(held, key=lambda meeting: -meeting_weight(meeting))),
        planned=tuple(sorted(planned, key=_planned_order)),
        quotes=tuple(choose_quotes(news, window)),
        coming=tuple(sorted(coming, key=lambda meeting: _start(meeting) or window.day)),
        figures=Figures(
            articles=len(news.articles),
            outlets=len(news.outlets),
            quotes=len(news.quotes),
            meetings=len(news.meetings),
        ),
    )


def is_news_held(stored: StoredMeeting, news: News, window: Window) -> bool:
    """Tell whether a meeting was held lately and was not known as held before."""
    span = stored.meeting.date
    if stored.meeting.status is not Status.HELD or span is None:
        return False
    lately = window.since - BACKGROUND < span.start <= window.day
    return (
        span.precision is Precision.DAY
        and lately
        and _status_before(stored, news) is not Status.HELD
    )


def what_is_new(stored: StoredMeeting, news: News, window: Window) -> Planned | None:
    """Return what the window's articles changed about a planned meeting; None where nothing."""
    meeting, before = stored.meeting, _before(stored, news)
    if meeting.status is Status.HELD or _is_past(meeting.date, window.since):
        return None
    if meeting.status is Status.CANCELLED:
        told_before = _status_before(stored, news) is Status.CANCELLED
        return None if told_before else Planned(meeting=stored, change=Change.CANCELLED)
    if not before:
        return Planned(meeting=stored, change=Change.NEW)
    was = next((report.meeting.date for report in reversed(before) if report.meeting.date), None)
    if was and meeting.date and _moved(was, meeting.date):
        return Planned(meeting=stored, change=Change.MOVED, was=was)
    return None


def tells_news(stored: StoredMeeting, article: int) -> bool:
    """Tell whether an article's report is a meeting's first, or changes its status or date."""
    others = [report.meeting for report in stored.reports if report.source.article_id != article]
    own = [report.meeting for report in stored.reports if report.source.article_id == article]
    if not others or not own:
        return bool(own)
    if all(other.status is not own[-1].status for other in others):
        return True
    was, now = others[-1].date, own[-1].date
    return was is not None and now is not None and _moved(was, now)


def as_of(stored: StoredMeeting, day: date) -> StoredMeeting | None:
    """Return a meeting as it was known on a past day; None where nobody had reported it."""
    known = tuple(r for r in stored.reports if not r.source.published or r.source.published <= day)
    if len(known) == len(stored.reports) or not known:
        return stored if known else None
    held = [report for report in known if report.meeting.status is Status.HELD]
    return replace(stored, reports=known, meeting=(held or known)[-1].meeting)


def is_coming(stored: StoredMeeting, window: Window) -> bool:
    """Tell whether a planned meeting begins within the week after a digest."""
    start = _start(stored)
    planned = stored.meeting.status is Status.PLANNED
    return planned and start is not None and window.day <= start <= window.day + AHEAD


def choose_quotes(news: News, window: Window) -> list[StoredQuote]:
    """Return the quotes that matter most: one a speaker first, then more of the same."""
    worth = [quote for quote in news.quotes if _is_worth_telling(quote, window)]
    ranked = sorted(worth, key=lambda quote: -quote_weight(quote, news))
    first: dict[str, StoredQuote] = {}
    for quote in ranked:
        first.setdefault(_speaker(quote), quote)
    chosen = list(first.values())
    chosen += [quote for quote in ranked if quote not in chosen and not _repeats(quote, chosen)]
    return chosen[:QUOTES_MAX]


def quote_weight(stored: StoredQuote, news: News) -> float:
    """Weigh a quote: the speaker's office, outlets that carry it, topics, and what is new in it."""
    quote = stored.quote
    earlier = (news.earlier or {}).get(_speaker(stored), ())
    words = len(quote.text.split())
    return (
        party_weight(quote.speaker)
        + OUTLETS_WEIGHT * math.log2(max(1, len(_outlets(stored))))
        + TOPICS_WEIGHT * min(2, len(quote.topics))
        + NOVELTY_WEIGHT * novelty(quote.text, earlier)
        + LENGTH_WEIGHT * (1 if 8 <= words <= QUOTE_WORDS_GOOD else 0)
    )


def novelty(text: str, earlier: Sequence[str]) -> float:
    """Say how far words are from what the speaker said before: 0 said already, 1 new."""
    nearest = max((fuzz.token_set_ratio(text, said) for said in earlier), default=0.0)
    return 1 - nearest / 100


def meeting_weight(stored: StoredMeeting) -> float:
    """Weigh a meeting: the two highest offices in it, and how many articles report it."""
    offices = sorted(map(party_weight, stored.meeting.participants), reverse=True)[:2]
    return sum(offices) + OUTLETS_WEIGHT * math.log2(max(1, len(stored.sources)))


def party_weight(party: Party | None) -> float:
    """Weigh a party by office, or by kind where none is known."""
    if party is None or party.kind is PartyKind.ROLE:
        return ROLE_WEIGHT
    if party.kind is PartyKind.BODY:
        return BODY_WEIGHT
    title = (party.office or "").lower()
    weights = (weight for words, weight in OFFICE_WEIGHTS if any(w in title for w in words))
    return next(weights, PERSON_WEIGHT)


def _is_worth_telling(stored: StoredQuote, window: Window) -> bool:
    quote = stored.quote
    return (
        quote.direct
        and quote.on_beat
        and quote.speaker is not None
        and len(quote.text.split()) >= QUOTE_WORDS_MIN
        and (stored.day is None or window.since - BACKGROUND < stored.day <= window.day)
    )


def _repeats(stored: StoredQuote, chosen: Iterable[StoredQuote]) -> bool:
    texts = [quote.quote.text for quote in chosen if _speaker(quote) == _speaker(stored)]
    return novelty(stored.quote.text, texts) < 0.4


def _speaker(stored: StoredQuote) -> str:
    speaker = stored.quote.speaker
    return (speaker.key or speaker.name) if speaker else ""


def _outlets(stored: StoredQuote) -> set[str]:
    return {source.outlet or str(source.article_id) for source in stored.sources}


def _before(stored: StoredMeeting, news: News) -> list[Report]:
    return [report for report in stored.reports if report.source.article_id not in news.articles]


def _status_before(stored: StoredMeeting, news: News) -> Status | None:
    statuses = {report.meeting.status for report in _before(stored, news)}
    order = (Status.HELD, Status.CANCELLED, Status.PLANNED)
    return next((status for status in order if status in statuses), None)


def _moved(was: DateSpan, now: DateSpan) -> bool:
    """Tell whether a date lies outside what was said before; a finer or vaguer date is no move."""
    earlier = now.end is not None and now.end < was.start
    return earlier or (was.end is not None and now.start > was.end)


def _is_past(span: DateSpan | None, since: date) -> bool:
    return span is not None and span.end is not None and span.end <= since


def _start(stored: StoredMeeting) -> date | None:
    return stored.meeting.date.start if stored.meeting.date else None


def _planned_order(told: Planned) -> tuple[date, float]:
    return _start(told.meeting) or date.max, -meeting_weight(told.meeting)

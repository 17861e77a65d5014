"""Gather the news of a window out of the store, and make digests of it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from bot.digest import AHEAD, BACKGROUND, Digest, News, Window, as_of, make_digest
from bot.follows import Item, about
from bot.kept import Source, StoredMeeting, Subscription
from bot.reply import Reply
from bot.schedule import Due
from bot.search.lexicon import Lexicon
from bot.views.digest import digest_reply
from store.meetings import meetings_between
from store.news import (
    Articles,
    articles_published,
    articles_stored,
    meetings_of,
    quotes_of,
    said_before,
)

ONE_DAY = timedelta(days=1)


@dataclass(slots=True)
class Newsroom:
    """Makes the digests of one moment; channels that were told the same before share the work."""

    db: Database
    lexicon: Lexicon
    _made: dict[tuple[Window, Articles, str], Digest] = field(default_factory=dict)

    def compose(
        self, subscription: Subscription, due: Due, since: datetime, span: Articles
    ) -> Reply | None:
        """Make a subscription's digest; None on a quiet day on which it wants nothing."""
        zone = ZoneInfo(subscription.schedule.zone if subscription.schedule else "UTC")
        told = min(since.astimezone(zone).date(), due.day - ONE_DAY)
        digest = self.digest(Window(since=told, day=due.day), span, subscription.query)
        return None if digest.quiet and subscription.skip_quiet else digest_reply(digest)

    def digest(self, window: Window, span: Articles, query: str) -> Digest:
        """Make the digest of the articles of a span."""
        key = window, span, query
        if key not in self._made:
            articles = articles_stored(self.db, span, oldest=window.since - BACKGROUND)
            self._made[key] = self._digest(articles, window, query)
        return self._made[key]

    def digest_of_days(self, last: date, days: int = 1, query: str = "") -> Digest:
        """Make the digest of what was published on some days, however late it was read."""
        window = Window(since=last - timedelta(days=days), day=last)
        articles = articles_published(self.db, window.since + ONE_DAY, last)
        return self._digest(articles, window, query)

    def _digest(self, articles: Sequence[Source], window: Window, query: str) -> Digest:
        news = gather(self.db, articles, window, about(query, self.lexicon))
        return make_digest(news, window, query)


def gather(
    db: Database, articles: Sequence[Source], window: Window, fits: Callable[[Item], bool]
) -> News:
    """Read what these articles say that fits, what is planned, and what was said before."""
    ids = frozenset(article.article_id for article in articles)
    quotes = [quote for quote in quotes_of(db, ids) if fits(quote)]
    speakers = {kept.quote.speaker.key for kept in quotes if kept.quote.speaker}
    return News(
        articles=ids,
        outlets=frozenset(article.outlet for article in articles if article.outlet),
        quotes=quotes,
        meetings=_known(meetings_of(db, ids), window, fits),
        coming=_known(meetings_between(db, window.day, window.day + AHEAD), window, fits),
        earlier=said_before(db, {key for key in speakers if key}, ids),
    )


def _known(
    meetings: Iterable[StoredMeeting], window: Window, fits: Callable[[Item], bool]
) -> list[StoredMeeting]:
    """Return those that fit, as they were known on the day of the digest."""
    known = (as_of(meeting, window.day) for meeting in meetings)
    return [meeting for meeting in known if meeting and fits(meeting)]

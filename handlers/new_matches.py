"""Tell followers of new articles: one message an article, a few an hour, the rest in a line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from bot.digest import tells_news
from bot.follows import Item, Wanted, wanted, wants
from bot.kept import Source, Subscription, SubscriptionKind
from bot.reply import Message
from bot.search.lexicon import Lexicon
from bot.views.follow import match_message, rest_message
from store.connection import transaction
from store.deliveries import Delivery, State, add_delivery
from store.matches import (
    MATCH,
    HeldBack,
    fold_held,
    held_before_this_hour,
    looked_through,
    mark_looked_through,
    posted_this_hour,
)
from store.news import (
    Articles,
    articles_numbered,
    articles_stored,
    last_article,
    meetings_of,
    quotes_of,
)
from store.subscriptions import active_subscriptions, find_subscription

AN_HOUR_MAX = 6
ARTICLES_A_LOOK = 100  # so that a large ingest does not hold up the digests


def add_matches(db: Database, lexicon: Lexicon, now: datetime) -> int:
    """Compare the newest articles with what is followed; return how many articles there were."""
    done, newest = looked_through(db), last_article(db)
    if done is None:  # the first look ever: what is there already is not new
        mark_looked_through(db, newest)
        return 0
    if newest <= done:
        return 0
    span = Articles(after=done, last=min(newest, done + ARTICLES_A_LOOK))
    follows = [Follow(kept, wanted(kept.query, lexicon)) for kept in _follows(db)]
    with transaction(db):
        for source in articles_stored(db, span) if follows else ():
            tell_followers(db, follows, source, now)
        mark_looked_through(db, span.last)
    return span.last - done


@dataclass(frozen=True, slots=True)
class Follow:
    """A followed search, taken apart."""

    kept: Subscription
    wanted: Wanted


def _follows(db: Database) -> list[Subscription]:
    return active_subscriptions(db, SubscriptionKind.FOLLOW)


def tell_followers(db: Database, follows: Iterable[Follow], source: Source, now: datetime) -> None:
    """Write down a message for each follow that an article has something new for."""
    news = news_of(db, source)
    for follow in follows:
        if found := [item for item in news if wants(follow.wanted, item)]:
            full = posted_this_hour(db, follow.kept.series, now) >= AN_HOUR_MAX
            add_delivery(db, _match(follow.kept, source, found, now, held=full), now)


def news_of(db: Database, source: Source) -> list[Item]:
    """Return what an article says first: repeats of what others said before are no news."""
    article = source.article_id
    meetings = [m for m in meetings_of(db, [article]) if tells_news(m, article)]
    quotes = [q for q in quotes_of(db, [article]) if q.sources[0].article_id == article]
    return [*meetings, *quotes]


def _match(
    kept: Subscription, source: Source, found: Sequence[Item], now: datetime, *, held: bool
) -> Delivery:
    return _delivery(
        kept,
        f"{MATCH}{source.article_id}",
        now,
        None if held else match_message(kept, source, found),
    )


def add_what_was_held(db: Database, now: datetime) -> None:
    """Write down a line for each hour that is over and had more matches than its cap."""
    for held in held_before_this_hour(db, now):
        kept = find_subscription(db, held.subscription_id)
        with transaction(db):
            fold_held(db, held)
            if kept:
                add_delivery(db, _rest(db, kept, held, now), now)


def _rest(db: Database, kept: Subscription, held: HeldBack, now: datetime) -> Delivery:
    told = rest_message(kept, articles_numbered(db, held.articles))
    return _delivery(kept, f"rest of {held.hour}", now, told)


def _delivery(kept: Subscription, period: str, now: datetime, told: Message | None) -> Delivery:
    return Delivery(
        series=kept.series,
        period=period,
        channel=kept.channel,
        due_at=now,
        subscription_id=kept.id,
        messages=[{"text": told.text, "blocks": list(told.blocks)}] if told else [],
        state=State.WAITING if told else State.HELD,
    )

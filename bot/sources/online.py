"""Articles on the web: a page, a text, or a feed and the pages that it announces."""

from collections.abc import Iterator

import httpx

from bot.models import Article
from bot.sources.bounds import MAX_PAGE, MAX_TEXT, SourceError, check_size, decode
from bot.sources.feeds import feed_articles, is_teaser
from bot.sources.names import name_of
from bot.sources.pages import page_article
from bot.sources.web import Fetched, fetch

FEEDS = {"application/rss+xml", "application/atom+xml", "application/xml", "text/xml"}
PAGES = {"text/html", "application/xhtml+xml"}


def articles_online(client: httpx.Client, url: str) -> Iterator[Article | SourceError]:
    """Yield the article at an address, or those of the feed that it is."""
    try:
        fetched = fetch(client, url)
        if _is_feed(fetched):
            yield from _followed(client, fetched)
        else:
            yield _article(fetched)
    except SourceError as error:
        yield error


def _is_feed(fetched: Fetched) -> bool:
    looks_so = fetched.kind not in PAGES and fetched.body.lstrip()[:5] == b"<?xml"
    return looks_so or fetched.kind in FEEDS


def _followed(client: httpx.Client, feed: Fetched) -> Iterator[Article | SourceError]:
    """Yield a feed's articles, each from its own page where the feed only announces it."""
    for found in feed_articles(feed.url, feed.body):
        if isinstance(found, SourceError) or not is_teaser(found):
            yield found
            continue
        try:
            yield _article(fetch(client, found.url or ""))
        except SourceError as error:
            yield error


def _article(fetched: Fetched) -> Article:
    limit = MAX_PAGE if fetched.kind in PAGES else MAX_TEXT
    check_size(fetched.url, len(fetched.body), limit)
    name = name_of(fetched.url)
    if fetched.kind in PAGES:
        return page_article(fetched.url, name, decode(fetched.url, fetched.body), fetched.url)
    if fetched.kind == "text/plain":
        return Article(id=name, text=decode(fetched.url, fetched.body), url=fetched.url)
    raise SourceError(f"{fetched.url} is {fetched.kind or 'of no stated type'}, not an article.")

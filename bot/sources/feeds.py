"""Articles in RSS and Atom feeds."""

from collections.abc import Iterator
from typing import Any

import feedparser

from bot.models import Article
from bot.sources.bounds import SourceError
from bot.sources.names import name_of
from bot.sources.pages import text_of
from bot.sources.stated import Stated

TEASER = 600  # characters; a shorter entry only announces its article


def feed_articles(name: str, raw: bytes) -> Iterator[Article | SourceError]:
    """Yield the article of each entry of a feed."""
    feed = feedparser.parse(raw)
    if not feed.entries:
        yield SourceError(f"{name} is not a feed with articles in it.")
    for number, entry in enumerate(feed.entries, start=1):
        article = _article(entry, outlet=feed.feed.get("title"))
        yield article or SourceError(f"{name}, entry {number}, holds no text.")


def is_teaser(article: Article) -> bool:
    """Tell whether a feed's entry only announces the article that its address holds."""
    return bool(article.url) and len(article.text) < TEASER


def _article(entry: Any, outlet: str | None) -> Article | None:
    bodies = [content.value for content in entry.get("content", ())]
    text = text_of(max([*bodies, entry.get("summary", "")], key=len))
    if not text.strip():
        return None
    dated = entry.get("published") or entry.get("updated")
    stated = {"title": entry.get("title"), "url": entry.get("link"), "outlet": outlet}
    name = name_of(entry.get("link") or entry.get("id") or entry.get("title", ""))
    return Stated.model_validate({**stated, "date": dated}).headed(name, text)

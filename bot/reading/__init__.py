"""The one door to reading: an article goes in; its quotes, meetings and people come out."""

from collections.abc import Iterable, Iterator

from bot.beat import Beat
from bot.models import Article, Reading


def read_article(article: Article, beat: Beat) -> Reading:
    """Read one article."""
    return next(read_articles([article], beat))


def read_articles(articles: Iterable[Article], beat: Beat) -> Iterator[Reading]:
    """Read articles as they come, in order, each on its own; memory stays flat."""
    for article in articles:
        yield Reading(article=article)

"""The one door to reading: an article goes in; its quotes, meetings and people come out."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from bot.beat import Beat
from bot.models import Article, Reading
from bot.reading.choice import worth_parsing
from bot.reading.language import Parsed, parse
from bot.reading.meetings import read_meetings
from bot.reading.page import Page, read_page
from bot.reading.people import cast_of
from bot.reading.quotes import link_meetings, read_quotes
from bot.reading.relevance import article_on_beat, mark_beat

TOGETHER = 100_000  # characters of articles that are parsed in one go


def read_article(article: Article, beat: Beat) -> Reading:
    """Read one article."""
    return next(read_articles([article], beat))


def read_articles(articles: Iterable[Article], beat: Beat) -> Iterator[Reading]:
    """Read articles as they come, in order, each on its own.

    A few articles are parsed together, since the parser is faster in batches;
    no more than those are in memory.
    """
    group: list[Page] = []
    for article in articles:
        group.append(read_page(article, beat))
        if sum(len(page.article.text) for page in group) >= TOGETHER:
            yield from _read_together(group, beat)
            group = []
    yield from _read_together(group, beat)


def _read_together(pages: Sequence[Page], beat: Beat) -> Iterator[Reading]:
    parsed = parse(paragraph for page in pages for paragraph in worth_parsing(page.paragraphs))
    for page in pages:
        wanted = len(worth_parsing(page.paragraphs))
        yield _reading(page, list(islice(parsed, wanted)), beat)


def _reading(page: Page, parsed: Sequence[Parsed], beat: Beat) -> Reading:
    cast = cast_of(page, parsed, beat)
    meetings = tuple(read_meetings(page, parsed, cast, beat))
    reading = Reading(
        article=page.article,
        quotes=tuple(link_meetings(read_quotes(page, parsed, cast, beat), meetings)),
        meetings=meetings,
        people=cast.people,
    )
    return mark_beat(reading, article_on_beat(page, cast.mentions, beat), beat)

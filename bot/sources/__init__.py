"""Where articles come from: files, directories, web pages and feeds."""

from collections.abc import Iterable, Iterator

import httpx

from bot.models import Article
from bot.sources.bounds import SourceError
from bot.sources.files import articles_in, articles_in_file
from bot.sources.online import articles_online
from bot.sources.web import web_client

__all__ = ["SourceError", "articles_at", "articles_in", "articles_in_file"]


def articles_at(
    targets: Iterable[str], client: httpx.Client | None = None
) -> Iterator[Article | SourceError]:
    """Yield every article at the targets, and an error in place of each that cannot be read."""
    with client or web_client() as web:
        for target in targets:
            yield from articles_online(web, target) if "://" in target else articles_in(target)

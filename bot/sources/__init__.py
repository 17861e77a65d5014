"""Where articles come from: files, directories, web pages and feeds."""

from collections.abc import Iterable, Iterator

import httpx

from bot.models import Article
from bot.sources.bounds import SourceError
from bot.sources.files import articles_in, articles_in_file, expected_in
from bot.sources.online import articles_online
from bot.sources.tally import Tally
from bot.sources.web import web_client

__all__ = ["SourceError", "Tally", "articles_at", "articles_in", "articles_in_file", "expected_at"]


def articles_at(
    targets: Iterable[str], client: httpx.Client | None = None
) -> Iterator[Article | SourceError]:
    """Yield every article at the targets, and an error in place of each that cannot be read."""
    with client or web_client() as web:
        for target in targets:
            yield from articles_online(web, target) if "://" in target else articles_in(target)


def expected_at(targets: Iterable[str]) -> int | None:
    """Count the articles at the targets beforehand; None where that takes reading them."""
    counts = [None if "://" in target else expected_in(target) for target in targets]
    return None if None in counts else sum(count or 0 for count in counts)

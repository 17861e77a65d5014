"""Where articles come from: files, directories, web pages and feeds."""

from collections.abc import Iterable, Iterator

from bot.models import Article
from bot.sources.bounds import SourceError
from bot.sources.files import articles_in, articles_in_file

__all__ = ["SourceError", "articles_at", "articles_in_file"]


def articles_at(targets: Iterable[str]) -> Iterator[Article | SourceError]:
    """Yield every article at the targets, and an error in place of each that cannot be read."""
    for target in targets:
        yield from articles_in(target)

"""From articles to the store: read what is new or changed, keep each in one transaction."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from bot.beat import Beat
from bot.events import same_event
from bot.kept import Kept
from bot.models import Article
from bot.reading.processes import read_in_processes
from bot.reading.version import reader_version
from bot.views.latest import counted
from store import Database
from store.articles import is_kept, keep_reading
from store.beat import sync_beat


@dataclass(slots=True)
class Count:
    """How many articles came in, what became of them, and what was read in them."""

    articles: Counter[Kept] = field(default_factory=Counter)
    meetings: int = 0
    quotes: int = 0

    def __str__(self) -> str:
        kinds = ", ".join(f"{self.articles[kind]} {kind}" for kind in Kept)
        read = f"{counted(self.meetings, 'meeting')} and {counted(self.quotes, 'quote')} read"
        return f"{counted(self.articles.total(), 'article')}: {kinds}; {read}."


def keep_articles(
    db: Database,
    articles: Iterable[Article],
    beat: Beat,
    processes: int,
    advance: Callable[[], None],
) -> Count:
    """Read and store articles; those that this reader has read already are passed over.

    Each is one transaction, so a run may be interrupted and repeated. `advance`
    is called after each.
    """
    reader, count = reader_version(beat), Count()
    sync_beat(db, beat.people)

    def unread() -> Iterator[Article]:
        for article in articles:
            if not is_kept(db, article, reader):
                yield article
                continue
            count.articles[Kept.UNCHANGED] += 1
            advance()

    for reading in read_in_processes(unread(), beat, processes):
        count.articles[keep_reading(db, reading, reader=reader, same_event=same_event)] += 1
        count.meetings += len(reading.meetings)
        count.quotes += len(reading.quotes)
        advance()
    return count

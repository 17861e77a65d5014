"""What the listeners work with, given to them at start."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from slack_sdk import WebClient
from sqlite_utils import Database

from bot.search import Searcher
from handlers.subcommand import Request
from handlers.zones import Zones
from store.search import SearchIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The store, the clock, what searches and the readers' time zones.

    Listeners run on pool threads and a SQLite connection belongs to one
    thread, so each request opens its own.
    """

    open_store: Callable[[], Database]
    now: Callable[[], datetime]
    searcher: Searcher
    zones: Zones

    def learn_words(self) -> None:
        """Learn the index's words before the first question, which would have to wait for it."""
        with self.open_store() as db:
            SearchIndex(db).teach(self.searcher.vocabulary)

    def request(
        self,
        client: WebClient,
        query: str,
        *,
        user: str,
        channel: str,
        thread: str | None = None,
        page: str | None = None,
    ) -> Request:
        """Say what was asked, by whom, where and when."""
        now = self.now()
        return Request(
            query=query,
            user=user,
            channel=channel,
            thread=thread,
            page=page,
            now=now,
            timezone=self.zones.of(client, user, now),
            searcher=self.searcher,
        )


Build = Callable[[Context], Callable[..., None]]  # makes a listener

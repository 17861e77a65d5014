"""The worker: looks at what is due and posts it, in one process at a time."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Event, Thread
from uuid import uuid4

from slack_sdk import WebClient
from sqlite_utils import Database

from bot.search.lexicon import Lexicon
from handlers.closed_channels import tell_asker
from handlers.delivery import CHANNEL_SPACING, Postman
from handlers.due_digests import add_due_digests
from handlers.errors import survived
from handlers.new_matches import add_matches, add_what_was_held
from handlers.news import Newsroom
from store.deliveries import keep_through_power_cuts
from store.leases import give_lease_back, take_lease

LEASE = "deliveries"
TERM = timedelta(seconds=45)  # longer than a call to Slack takes at worst
LOOK_EVERY = timedelta(seconds=10)
AFTER_AN_ERROR = timedelta(seconds=30)

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Worker:
    """Holds the lease, writes down what is due, and has it posted.

    A second process on the same database stands by: it gets the lease when the first gives it
    back or has not renewed it for a term, and then finds in the outbox where the first stopped.
    """

    db: Database
    client: WebClient
    now: Callable[[], datetime]
    lexicon: Lexicon
    term: timedelta = TERM
    spacing: timedelta = CHANNEL_SPACING
    stop: Event = field(default_factory=Event)
    owner: str = field(default_factory=lambda: uuid4().hex)
    postman: Postman = field(init=False)
    _looked_at: datetime | None = None
    _renewed_at: datetime | None = None

    def __post_init__(self) -> None:
        keep_through_power_cuts(self.db)
        self.postman = Postman(
            db=self.db,
            client=self.client,
            now=self.now,
            may_go_on=lambda: not self.stop.is_set() and self.holds_lease(),
            refused=lambda message, error: tell_asker(self.db, message, error, self.now()),
            spacing=self.spacing,
        )

    def turn(self) -> timedelta:
        """Do what there is to do; return how long until there may be more."""
        if not self.holds_lease():
            return LOOK_EVERY
        self.look()
        return min(self.postman.round(), LOOK_EVERY)

    def look(self) -> None:
        """Write down what is due, if the last look was some time ago."""
        now = self.now()
        if self._looked_at is None or now - self._looked_at >= LOOK_EVERY:
            add_due_digests(self.db, now, Newsroom(self.db, self.lexicon).compose)
            add_what_was_held(self.db, now)
            add_matches(self.db, self.lexicon, now)
            self._looked_at = now

    def holds_lease(self) -> bool:
        """Take or renew the right to post; what was renewed just now need not be again."""
        now = self.now()
        if self._renewed_at and timedelta(0) <= now - self._renewed_at < self.term / 3:
            return True
        taken = take_lease(self.db, LEASE, self.owner, now, self.term)
        self._renewed_at = now if taken else None
        return taken

    def close(self) -> None:
        """Give the right to post to whoever waits for it."""
        self._renewed_at = None
        give_lease_back(self.db, LEASE, self.owner)
        self.postman.pool.shutdown()


def work(
    open_store: Callable[[], Database],
    client: WebClient,
    now: Callable[[], datetime],
    lexicon: Lexicon,
    stop: Event,
) -> None:
    """Work until told to stop; an error is logged, and work goes on after a while."""
    with open_store() as db:
        worker = Worker(db=db, client=client, now=now, lexicon=lexicon, stop=stop)
        while not stop.is_set():
            stop.wait(survived(worker.turn, AFTER_AN_ERROR).total_seconds())
        worker.close()


def start_worker(
    open_store: Callable[[], Database],
    client: WebClient,
    now: Callable[[], datetime],
    lexicon: Lexicon,
) -> tuple[Thread, Event]:
    """Start the worker on a thread of its own; set the event to have it finish."""
    stop = Event()
    thread = Thread(target=work, args=(open_store, client, now, lexicon, stop), name="worker")
    thread.start()
    return thread, stop

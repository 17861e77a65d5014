"""Post what stands in the outbox: each channel in order, each message once."""

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from itertools import islice

from slack_sdk import WebClient
from sqlite_utils import Database

from handlers.post_once import (
    BAD_TOKEN,
    CLOSED_CHANNEL,
    Absent,
    Busy,
    Outcome,
    Posted,
    Refused,
    Unknown,
    find_posted,
    post_once,
)
from store.connection import transaction
from store.deliveries import (
    State,
    Waiting,
    begin,
    close_delivery,
    next_messages,
    record_not_posted,
    record_posted,
)

AT_ONCE = 8
CHANNEL_SPACING = timedelta(seconds=1)  # Slack: one message a second a channel
TOO_LATE = timedelta(hours=12)
FIRST_RETRY = timedelta(seconds=5)  # long enough for a post on its way to show in the history
LAST_RETRY = timedelta(minutes=5)
IDLE = timedelta(seconds=10)

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Postman:
    """Takes messages from the outbox to Slack.

    One thread writes to the database; the calls to Slack run on a few others. `may_go_on` is
    asked before each handful: it renews the right to post, or says that another has it now.
    `refused` is told when Slack closed a channel to us.
    """

    db: Database
    client: WebClient
    now: Callable[[], datetime]
    may_go_on: Callable[[], bool]
    refused: Callable[[Waiting, str], None]
    spacing: timedelta = CHANNEL_SPACING
    pool: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(AT_ONCE, "post"))
    _free_at: dict[str, datetime] = field(default_factory=dict)
    _troubles: dict[str, int] = field(default_factory=dict)
    _all_free_at: datetime | None = None

    def round(self) -> timedelta:
        """Post at most one message to each channel; return how long until the next can go."""
        waiting = next_messages(self.db)
        ready = (message for message in waiting if self._free(message) <= self.now())
        while handful := list(islice(ready, AT_ONCE)):
            if not self.may_go_on():
                return IDLE
            self._post(handful)
        return self._until_next()

    def _free(self, message: Waiting) -> datetime:
        """Return from when on a message can be posted."""
        free = self._free_at.get(message.channel, message.due_at)
        return max(free, self._all_free_at or free)

    def _until_next(self) -> timedelta:
        waiting = next_messages(self.db)
        soonest = min((self._free(message) - self.now() for message in waiting), default=IDLE)
        return max(timedelta(0), min(soonest, IDLE))

    def _post(self, handful: Sequence[Waiting]) -> None:
        begin(self.db, handful, self.now())
        outcomes = list(self.pool.map(partial(self._attempt, now=self.now()), handful))
        with transaction(self.db):  # together, as each commit waits for the disk
            for message, outcome in zip(handful, outcomes, strict=True):
                self._record(message, outcome)
        if all(isinstance(outcome, Unknown) for outcome in outcomes):
            self._all_free_at = max(self._free_at[message.channel] for message in handful)

    def _attempt(self, message: Waiting, now: datetime) -> Outcome:
        if is_too_late(message, now):
            return find_posted(self.client, message) if message.tried_at else Absent()
        return post_once(self.client, message)

    def _record(self, message: Waiting, outcome: Outcome) -> None:
        match outcome:
            case Posted(ts):
                record_posted(self.db, message, ts)
                self._troubles.pop(message.channel, None)
                self._free_at[message.channel] = self.now() + self.spacing
            case Absent():
                close_delivery(self.db, message.delivery_id, State.FOLDED, "12 hours late")
            case Busy(seconds):
                self._not_posted(message)
                self._all_free_at = self.now() + timedelta(seconds=seconds)
            case Unknown(why):
                self._wait_longer(message, why)
            case Refused(error):
                self._not_posted(message)
                self._refuse(message, error)

    def _not_posted(self, message: Waiting) -> None:
        """Forget a first try that Slack certainly refused; an earlier one may have succeeded."""
        if message.tried_at is None:
            record_not_posted(self.db, message)

    def _wait_longer(self, message: Waiting, why: str) -> None:
        troubles = self._troubles.get(message.channel, 0)
        self._troubles[message.channel] = troubles + 1
        wait = min(FIRST_RETRY * 2 ** min(troubles, 10), LAST_RETRY)
        self._free_at[message.channel] = self.now() + wait
        log.warning("Slack gave no answer for %s (%s); next try in %s", message.channel, why, wait)

    def _refuse(self, message: Waiting, error: str) -> None:
        if error in BAD_TOKEN:
            self._all_free_at = self.now() + LAST_RETRY
            log.error(
                "Slack refuses the bot's token (%s); nothing is posted until it is put right.",
                error,
            )
            return
        close_delivery(self.db, message.delivery_id, State.FAILED, error)
        log.error("Slack refused a message for %s: %s", message.channel, error)
        if error in CLOSED_CHANNEL:
            self.refused(message, error)


def is_too_late(message: Waiting, now: datetime) -> bool:
    """Tell whether a digest of which nothing was posted should be left to the next one."""
    return message.can_fold and message.place == 0 and now - message.due_at >= TOO_LATE

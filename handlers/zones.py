"""The time zone of each reader, as Slack knows it."""

import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

KEPT_FOR = timedelta(hours=6)
KEPT_MAX = 10_000

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Zones:
    """Zones by user, asked of Slack once in a while (threads may race; the answer is the same)."""

    default: str = "UTC"
    kept: dict[str, tuple[str, datetime]] = field(default_factory=dict)

    def of(self, client: WebClient, user: str, now: datetime) -> str:
        """Return a user's zone (IANA); the default where Slack doesn't tell."""
        zone, until = self.kept.get(user, (self.default, now))
        if until <= now:
            zone = _ask(client, user) or self.default
            if len(self.kept) >= KEPT_MAX:
                self.kept.clear()
            self.kept[user] = (zone, now + KEPT_FOR)
        return zone


def _ask(client: WebClient, user: str) -> str | None:
    try:
        answer = client.users_info(user=user)
    except (SlackApiError, OSError) as error:
        log.warning("a reader's zone is not known, the default one is used: %s", error)
        return None
    zone = str((answer.get("user") or {}).get("tz"))
    try:
        return ZoneInfo(zone).key
    except (KeyError, ValueError):
        return None

"""Post one message of the outbox so that it is in Slack once, whatever happened before.

Slack has no way to say "unless you have it already". So each message carries its delivery's token
as metadata, and one that was tried before is looked for in the channel before it is posted again.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from http.client import HTTPException
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from store.deliveries import Waiting

EVENT_TYPE = "alliance_delivery"
CLOCKS_APART = timedelta(minutes=5)  # ours and Slack's
PAGE = 200
TIMEOUT_SECONDS = 10
USUAL_RETRY_AFTER = 30.0

# What Slack says when it will not take a message here, now or later.
CLOSED_CHANNEL = frozenset(
    {
        "channel_not_found",
        "is_archived",
        "missing_scope",
        "not_in_channel",
        "is_inactive",
        "restricted_action",
        "restricted_action_read_only_channel",
        "restricted_action_thread_only_channel",
        "restricted_action_non_threadable_channel",
        "team_access_not_granted",
        "cannot_dm_bot",
        "user_not_found",
        "user_disabled",
        "messages_tab_disabled",
    }
)
# What it says when nothing can be posted before somebody gives the bot a good token.
BAD_TOKEN = frozenset(
    {
        "account_inactive",
        "invalid_auth",
        "no_permission",
        "not_allowed_token_type",
        "not_authed",
        "org_login_required",
        "token_expired",
        "token_revoked",
    }
)
# Slack's own trouble: the message may have been taken all the same.
SLACK_TROUBLE = frozenset(
    {"fatal_error", "internal_error", "request_timeout", "service_unavailable", "team_added_to_org"}
)


@dataclass(frozen=True, slots=True)
class Posted:
    """The message is in Slack under this timestamp."""

    ts: str


@dataclass(frozen=True, slots=True)
class Absent:
    """The message was looked for and is not in Slack."""


@dataclass(frozen=True, slots=True)
class Busy:
    """Slack asks to come back after some seconds; it took nothing."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Unknown:
    """No answer, or none that tells: the message may be in Slack."""

    why: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Slack does not take the message, for the reason named."""

    error: str


Outcome = Posted | Absent | Busy | Unknown | Refused


def delivery_client(token: str, base_url: str) -> WebClient:
    """Build a client that never repeats a call by itself: only the outbox may post again."""
    return WebClient(token=token, base_url=base_url, timeout=TIMEOUT_SECONDS, retry_handlers=[])


def post_once(client: WebClient, message: Waiting) -> Outcome:
    """Post a message, unless it was tried before and is found in Slack."""
    outcome = find_posted(client, message) if message.tried_at else Absent()
    return _post(client, message) if isinstance(outcome, Absent) else outcome


def find_posted(client: WebClient, message: Waiting) -> Outcome:
    """Look for a message that was tried before, by its token and place."""
    try:
        ts = next((sent["ts"] for sent in _recent(client, message) if _is(sent, message)), None)
    except SlackApiError as error:
        return _outcome(error)
    except (OSError, HTTPException) as error:
        return Unknown(str(error) or type(error).__name__)
    return Posted(str(ts)) if ts else Absent()


def _recent(client: WebClient, message: Waiting) -> Iterator[dict[str, Any]]:
    """Read what stands in the thread or, for a headline, in the channel since the first try."""
    if message.tried_at is None:
        return
    method = "conversations.replies" if message.thread else "conversations.history"
    asked: dict[str, Any] = {
        "channel": _conversation(client, message.channel),
        "oldest": str((message.tried_at - CLOCKS_APART).timestamp()),
        "include_all_metadata": True,
        "limit": PAGE,
    }
    asked |= {"ts": message.thread} if message.thread else {}
    while True:
        page = client.api_call(method, params=asked)
        yield from page["messages"]
        cursor = (page.get("response_metadata") or {}).get("next_cursor")
        if not cursor:
            return
        asked["cursor"] = cursor


def _conversation(client: WebClient, channel: str) -> str:
    """Return the channel to read; one can post to a user by name, but read only their DM."""
    if not channel.startswith(("U", "W")):
        return channel
    return str(client.conversations_open(users=channel)["channel"]["id"])


def _is(sent: dict[str, Any], message: Waiting) -> bool:
    metadata = sent.get("metadata") or {}
    return metadata.get("event_type") == EVENT_TYPE and metadata.get("event_payload") == _payload(
        message
    )


def _payload(message: Waiting) -> dict[str, Any]:
    return {"delivery": message.token, "place": message.place}


def _post(client: WebClient, message: Waiting) -> Outcome:
    try:
        sent = client.chat_postMessage(
            channel=message.channel,
            text=message.content["text"],
            blocks=message.content.get("blocks") or None,
            thread_ts=message.thread,
            metadata={"event_type": EVENT_TYPE, "event_payload": _payload(message)},
            unfurl_links=False,
            unfurl_media=False,
        )
    except SlackApiError as error:
        return _outcome(error)
    except (OSError, HTTPException) as error:
        return Unknown(str(error) or type(error).__name__)
    return Posted(str(sent["ts"]))


def _outcome(error: SlackApiError) -> Outcome:
    response = error.response
    if response.status_code == 429:
        return Busy(float(response.headers.get("Retry-After", USUAL_RETRY_AFTER)))
    name = str(response.get("error") or f"HTTP {response.status_code}")
    if response.status_code >= 500 or name in SLACK_TROUBLE:
        return Unknown(name)
    return Refused(name)

"""What happens when a listener fails: a log line for us, one clear sentence for the asker."""

import logging
import secrets
from collections.abc import Callable
from typing import Any, TypeVar

from slack_bolt import Respond
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.reply import Message
from bot.views.refusals import plainly, slack_trouble, unexpected
from handlers.posting import Place, send, whisper_by
from store import StoreError
from store.connection import trouble_with

TOKEN_TROUBLE = frozenset(
    {"account_inactive", "invalid_auth", "not_authed", "token_expired", "token_revoked"}
)

Result = TypeVar("Result")

log = logging.getLogger(__name__)


def apologize(error: Exception, body: dict[str, Any], client: WebClient, respond: Respond) -> None:
    """Log an error and tell the asker, in whatever way is still open."""
    sentence = _explain(error)
    try:
        _tell(sentence, body, client, respond)
    except Exception:
        log.exception("the asker could not be told of the error above")


def survived(work: Callable[[], Result], otherwise: Result) -> Result:
    """Do a turn of work that goes on for ever; log what it fails with and return `otherwise`."""
    try:
        return work()
    except StoreError as error:
        log.error("%s", error)
    except Exception:
        log.exception("a turn of work failed; it is tried again later")
    return otherwise


def _explain(error: Exception) -> Message:
    trouble = error if isinstance(error, StoreError) else trouble_with("of the bot", error)
    if trouble:
        log.error("%s", trouble)
        return plainly(str(trouble))
    if isinstance(error, SlackApiError):
        code = str(error.response.get("error", "no code"))
        if code in TOKEN_TROUBLE:
            log.error("Slack says %s: install the app again and renew SLACK_BOT_TOKEN", code)
        else:
            log.error("Slack refused a call", exc_info=error)
        return slack_trouble(code)
    reference = secrets.token_hex(4)
    log.error("error %s", reference, exc_info=error)
    return unexpected(reference)


def _tell(sentence: Message, body: dict[str, Any], client: WebClient, respond: Respond) -> None:
    event = body.get("event", {})
    user = body.get("user_id") or body.get("user", {}).get("id") or event.get("user")
    if "response_url" in body:
        whisper_by(respond, client, user)(sentence)
    elif "channel" in event:
        thread = event.get("thread_ts") or event.get("ts")
        send(client, Place(event["channel"], thread), sentence)
    else:
        send(client, Place(user), sentence)

"""The form that sets a channel's digest: opened by a button, handed in as a modal."""

from collections.abc import Callable
from typing import Any

from slack_bolt import Ack
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.kept import Schedule, SubscriptionKind
from bot.schedule import EVERY_DAY, WEEKDAYS, read_time, read_zone
from bot.views.digest_form import form
from bot.views.refusals import closed_place
from bot.views.subscriptions import digest_kept
from handlers.context import Context
from handlers.posting import Place, send
from store.subscriptions import keep_digest, subscriptions

DAYS = {"daily": EVERY_DAY, "weekdays": WEEKDAYS, "weekly": frozenset({0})}

Body = dict[str, Any]


def open_form(context: Context) -> Callable[..., None]:
    """Build the listener for the button that opens the form."""

    def listener(body: Body, client: WebClient) -> None:
        user, channel = body["user"]["id"], body["channel"]["id"]
        zone = context.zones.of(client, user, context.now())
        with context.open_store() as db:
            kept = subscriptions(db, SubscriptionKind.DIGEST, channel)
        modal = form(channel, zone, kept[0] if kept else None)
        client.views_open(trigger_id=body["trigger_id"], view=modal)

    return listener


def handed_in(context: Context) -> Callable[..., None]:
    """Build the listener for the filled-in form: keep the digest and say so in its channel."""

    def listener(ack: Ack, body: Body, view: Body, client: WebClient) -> None:
        ack()
        user, now = body["user"]["id"], context.now()
        asked = {name: next(iter(v.values())) for name, v in view["state"]["values"].items()}
        with context.open_store() as db:
            kept = keep_digest(
                db,
                channel=asked["channel"]["selected_conversation"],
                schedule=_schedule(asked),
                query=(asked["about"].get("value") or "").strip(),
                skip_quiet=asked["quiet"]["selected_option"]["value"] == "nothing",
                asked_by=user,
                now=now,
            )
        _confirm(client, kept.channel, user, digest_kept(kept, now).headline)

    return listener


def _schedule(asked: Body) -> Schedule:
    return Schedule(
        at=read_time(asked["time"]["selected_time"]),
        zone=read_zone(asked["zone"]["selected_option"]["value"]),
        days=DAYS[asked["days"]["selected_option"]["value"]],
    )


def _confirm(client: WebClient, channel: str, user: str, confirmation: Any) -> None:
    """Say it in the channel; where that is closed to us, tell the asker, and why."""
    try:
        send(client, Place(channel), confirmation)
    except SlackApiError as error:
        reason = closed_place(error.response.get("error", ""))
        if reason is None:
            raise
        send(client, Place(user), confirmation)
        send(client, Place(user), reason)

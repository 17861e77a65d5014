"""Render subscriptions: what a channel is sent and follows, who asked, and how to end it."""

from collections.abc import Sequence
from datetime import datetime

from bot.kept import Subscription, SubscriptionKind
from bot.reply import COMMAND, Block, Message, Reply
from bot.schedule import describe, next_due
from bot.views.blocks import actions, brief, button, context, escape, message, section
from bot.views.dates import moment

QUERY_MAX = 120
LISTED_MAX = 20
REASONS = {
    "is_archived": "the channel is archived",
    "channel_not_found": "the channel is gone, or I am no longer in it",
    "not_in_channel": "I am not in the channel",
    "missing_scope": "the app lacks a permission there; install it again",
}


def digest_kept(kept: Subscription, now: datetime) -> Reply:
    """Say that a channel will get its digest, and when the first comes."""
    line = f"*Digest set*: {what(kept)}. The first comes {_next(kept, now)}."
    hint = f"`{COMMAND} digest list` · `{COMMAND} digest pause` · `{COMMAND} digest stop`"
    return Reply(message(line, section(line), context(f"Asked by <@{kept.asked_by}> · {hint}")))


def follow_kept(kept: Subscription) -> Reply:
    """Say that a channel now follows a search."""
    line = f"*Following* {what(kept)}: what is new is posted here as it comes in."
    number = str(kept.id)
    return Reply(
        message(
            line,
            section(line, _button("Unfollow", 0, f"unfollow {number}")),
            context(f"Asked by <@{kept.asked_by}> · `{COMMAND} following` lists all"),
        )
    )


def listed(kept: Sequence[Subscription], now: datetime, *, empty: str) -> Reply:
    """List subscriptions with who asked for each and buttons to change them; for the asker."""
    if not kept:
        return Reply(message(empty, section(empty)), only_asker=True)
    blocks = [
        block for number, one in enumerate(kept[:LISTED_MAX]) for block in _item(one, number, now)
    ]
    left = len(kept) - LISTED_MAX
    more = [context(f"and {left} more")] if left > 0 else []
    return Reply(message(f"{len(kept)} subscriptions", *blocks, *more), only_asker=True)


def changed(done: str, kept: Sequence[Subscription]) -> Reply:
    """Say what was paused, resumed or stopped."""
    line = f"*{done}*: " + "; ".join(map(what, kept)) + "."
    return Reply(message(line, section(line)))


def paused_message(kept: Subscription, error: str) -> Message:
    """Tell who asked for a subscription that Slack closed the channel to it."""
    again = "digest resume" if kept.kind is SubscriptionKind.DIGEST else f"follow {kept.query}"
    line = (
        f"I could not post in <#{kept.channel}>, because {reason(error)}. I paused what you asked "
        f"for there: {what(kept)}. When that is put right, invite me and type "
        f"`{COMMAND} {escape(again)}` in the channel."
    )
    return message(line, section(line))


def what(kept: Subscription) -> str:
    """Say what a subscription sends: "weekdays at 09:00 Asia/Tokyo, about “deterrence”"."""
    query = f"“{brief(kept.query, QUERY_MAX)}”"
    if kept.schedule is None:
        return query
    about = f", about {query}" if kept.query else ""
    quiet = ", nothing on quiet days" if kept.skip_quiet else ""
    return f"{describe(kept.schedule)}{about}{quiet}"


def reason(error: str) -> str:
    """Say a Slack error in plain words."""
    return REASONS.get(error, f"Slack says `{escape(error)}`")


def _item(kept: Subscription, number: int, now: datetime) -> list[Block]:
    noun = "digest" if kept.kind is SubscriptionKind.DIGEST else "follow"
    end = f"digest stop {kept.id}" if noun == "digest" else f"unfollow {kept.id}"
    label = "Stop" if noun == "digest" else "Unfollow"
    state = _state(kept, now)
    aside = " · ".join(part for part in (f"asked by <@{kept.asked_by}>", state) if part)
    blocks = [section(f"<#{kept.channel}>  {what(kept)}", _button(label, number * 2, end))]
    if noun == "digest":
        change = "resume" if kept.paused else "pause"
        switch = _button(change.capitalize(), number * 2 + 1, f"digest {change} {kept.id}")
        return [*blocks, context(aside), actions(switch)]
    return [*blocks, context(aside)]


def _state(kept: Subscription, now: datetime) -> str:
    if kept.paused:
        return f"paused: {reason(kept.paused_why)}" if kept.paused_why else "paused"
    return f"next {_next(kept, now)}" if kept.schedule else ""


def _next(kept: Subscription, now: datetime) -> str:
    return moment(next_due(kept.schedule, now).at, now.date()) if kept.schedule else ""


def _button(label: str, number: int, typed: str) -> Block:
    return button(label, f"run-{number}", typed)

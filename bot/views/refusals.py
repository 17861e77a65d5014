"""Say what went wrong and what to do about it, in one sentence each."""

from bot.beat import Examples
from bot.reply import COMMAND, Message
from bot.views.blocks import brief, message

INVITE = "invite me with `/invite @alliance`, then ask again"
CLOSED = {
    "not_in_channel": f"I'm not a member of this channel, so only you see this; {INVITE}.",
    "channel_not_found": (
        "I can't see this conversation, so only you see this; "
        f"in a private channel, {INVITE}; between people, ask me in a direct message."
    ),
    "is_archived": "This channel is archived, so only you see this; ask in an open one.",
}
RESTRICTED = (
    "This channel's settings don't let me post, so only you see this; "
    "ask its owner to let apps post, or ask me in a direct message."
)
RESTRICTED_CODES = frozenset(
    {
        "restricted_action",
        "restricted_action_read_only_channel",
        "restricted_action_thread_only_channel",
        "restricted_action_non_threadable_channel",
        "cannot_reply_to_message",
        "no_permission",
        "team_access_not_granted",
        "external_channel_migrating",
    }
)


def closed_place(code: str) -> Message | None:
    """Say why a channel can't be posted to; None if `code` (Slack's error) is another trouble."""
    reason = RESTRICTED if code in RESTRICTED_CODES else CLOSED.get(code)
    return message(reason) if reason else None


def too_long(length: int, limit: int, words: Examples) -> Message:
    """Refuse a query that is too long to mean anything; the beat's own words show a shorter one."""
    return message(
        f"That is {length:,} characters; ask with at most {limit}, "
        f"for example `{COMMAND} search {words.speaker} {words.place}`."
    )


def bad_number(typed: str, limit: int) -> Message:
    """Refuse a count that is none."""
    return message(
        f"“{brief(typed, 60)}” is not a number from 1 to {limit}; "
        f"ask for example `{COMMAND} latest 10`, or `{COMMAND} search {brief(typed, 60)}`."
    )


def plainly(sentence: str) -> Message:
    """Show a sentence that was written for people as it is."""
    return message(brief(sentence, 500))


def unexpected(reference: str) -> Message:
    """Admit an error of ours, with the reference under which the log has it."""
    return message(
        f"That went wrong on our side and is logged under `{reference}`; "
        "try again in a minute, and tell whoever runs this bot if it stays."
    )


def slack_trouble(code: str) -> Message:
    """Say that Slack refused what we sent."""
    return message(
        f"Slack refused the answer (`{code}`); "
        "try again in a minute, and tell whoever runs this bot if it stays."
    )

"""Shortcuts in a message's menu, by their callback id."""

import re
from collections.abc import Callable
from typing import Any

from slack_bolt import Respond
from slack_sdk import WebClient

from bot.words import WORD
from handlers.commands.quotes import QUOTES
from handlers.context import Build, Context
from handlers.posting import whisper_all, whisper_by
from handlers.typed import plain_words

WORDS_MAX = 300
QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")


def who_said_this(context: Context) -> Callable[..., None]:
    """Build the listener for "Who said this?": the quotes nearest to a message's words."""

    def listener(shortcut: dict[str, Any], client: WebClient, respond: Respond) -> None:
        user, channel = shortcut["user"]["id"], shortcut["channel"]["id"]
        words = words_to_find(plain_words(shortcut["message"].get("text", "")))
        request = context.request(client, words, user=user, channel=channel)
        with context.open_store() as db:
            reply = QUOTES.run(db, request)
        whisper_all(reply.messages, whisper_by(respond, client, user))

    return listener


def words_to_find(text: str) -> str:
    """Return the longest passage in quotation marks, or all of a text, as words without filters."""
    quoted = QUOTED.findall(text)
    return " ".join(WORD.findall(max(quoted, key=len) if quoted else text))[:WORDS_MAX]


SHORTCUTS: tuple[tuple[str, Build], ...] = (("who_said_this", who_said_this),)

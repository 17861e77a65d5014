"""What people type, out of Slack's markup."""

import html
import re

MENTION = re.compile(r"<@[A-Z0-9]+(?:\|[^>]*)?>")
LABELLED = re.compile(r"<[^<>|]*\|([^<>]*)>")
BARE = re.compile(r"<([^<>|]*)>")


def plain_words(text: str) -> str:
    """Return the words alone: no user mentions, labels for links, entities as characters."""
    words = BARE.sub(r"\1", LABELLED.sub(r"\1", MENTION.sub(" ", text)))
    return html.unescape(words).strip()

"""Render a reply for a terminal: what Slack would show, as text."""

import html
import re
from shlex import quote

from bot.reply import Block, Message, Reply

DATE = re.compile(r"<!date\^[^|>]*\|([^>]*)>")
LINK = re.compile(r"<(https?://[^|>]*)\|([^>]*)>")
BOLD = re.compile(r"(?<!\w)\*([^*\n]+)\*(?!\w)")
ITALIC = re.compile(r"(?<!\w)_([^_\n]+)_(?!\w)")
CODE = re.compile(r"`([^`\n]+)`")


def plain(reply: Reply) -> str:
    """Write a reply as text: the headline, then the thread."""
    return "\n\n".join(_message(message) for message in reply.messages) + "\n"


def _message(message: Message) -> str:
    if not message.blocks:
        return unmarked(message.text)
    return "\n".join(line for line in map(_block, message.blocks) if line is not None)


def _block(block: Block) -> str | None:
    match block["type"]:
        case "section" | "header":
            return unmarked(block["text"]["text"])
        case "context":
            return "\n".join("  " + unmarked(part["text"]) for part in block["elements"])
        case "divider":
            return ""
        case "actions":
            return "  ".join(map(_button, block["elements"]))
    return None


def _button(element: Block) -> str:
    """Write a button as what one would type, and what only a click can do in brackets."""
    typed = element["action_id"].startswith("run-")
    return f"→ ./run ask {quote(element['value'])}" if typed else f"[{element['text']['text']}]"


def unmarked(mrkdwn: str) -> str:
    """Write mrkdwn as plain text: links with their address, no markup."""
    text = LINK.sub(r"\2 <\1>", DATE.sub(r"\1", mrkdwn))
    for markup in (CODE, BOLD, ITALIC):
        text = markup.sub(r"\1", text)
    lines = ("  " + line[1:] if line.startswith(">") else line for line in text.split("\n"))
    return html.unescape("\n".join(lines))

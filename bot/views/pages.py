"""Pages of an answer: five items a message, with a button for the next."""

import json
from collections.abc import Sequence

from bot.reply import Block, Message
from bot.views.blocks import BUTTON_VALUE_MAX, actions, button, divider, message, messages, section

PAGE = 5


def pages(
    title: str, items: Sequence[Sequence[Block]], more: Block | None = None
) -> tuple[Message, ...]:
    """Render items five a message under their title, and `more` at the end of the last."""
    last = (len(items) - 1) // PAGE * PAGE
    return tuple(
        message
        for start in range(0, len(items), PAGE)
        for message in page(title, items[start : start + PAGE], more if start == last else None)
    )


def page(
    title: str, items: Sequence[Sequence[Block]], more: Block | None = None
) -> tuple[Message, ...]:
    """Render one page: the items under a title with lines between them, and `more` last."""
    groups = [[*item, divider()] for item in items[:-1]] + [list(item) for item in items[-1:]]
    groups[0] = [section(f"*{title}*"), *groups[0]]
    packed = messages(title, [*groups, *([[more]] if more else [])])
    return tuple(message(spoken(one.blocks) or title, *one.blocks) for one in packed)


def spoken(blocks: Sequence[Block]) -> str:
    """Return what a screen reader should read of blocks: their paragraphs."""
    return "\n".join(block["text"]["text"] for block in blocks if block["type"] == "section")


def more_button(label: str, ask: str, cursor: str) -> Block | None:
    """Build the row with the button for the next page; None if the words are too long for one.

    `ask` is what the next page is asked with, as typed after `/alliance`.
    """
    value = json.dumps({"ask": ask, "page": cursor}, ensure_ascii=False)
    return actions(button(label, "more", value)) if len(value) <= BUTTON_VALUE_MAX else None

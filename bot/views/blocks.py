"""The Block Kit blocks we use, each kept within Slack's limits."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from bot.reply import Block, Message

SECTION_MAX = 3000
HEADER_MAX = 150
CONTEXT_ELEMENTS_MAX = 10
BUTTONS_MAX = 25
BUTTON_TEXT_MAX = 75
BUTTON_VALUE_MAX = 2000
URL_MAX = 1000
CODE_MAX = 150
MESSAGE_TEXT_MAX = 3000
MESSAGE_BLOCKS_MAX = 50
MESSAGE_SIZE_MAX = 13_000
BLOCK_SIZE_MIN = 60  # what even an empty one counts for

ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
URL_ESCAPES = {"&": "&amp;", "<": "%3C", ">": "%3E", "|": "%7C", '"': "%22", " ": "%20"}
# Marks that turn the direction of all text after them, so that a line can read as another one.
BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")
CUT_ENTITY = re.compile(r"&[a-z]{0,4}$")


def one_line(text: str) -> str:
    """Join lines with single spaces; drop control characters and direction marks."""
    kept = (
        " " if unicodedata.category(character) == "Cc" else character
        for character in text
        if character not in BIDI_CONTROLS and not "\ud800" <= character <= "\udfff"
    )
    return " ".join("".join(kept).split())


def escape(text: str) -> str:
    """Make text from articles and people literal: one line, with no markup of Slack's in it."""
    return "".join(ENTITIES.get(character, character) for character in one_line(text))


def clip(mrkdwn: str, limit: int) -> str:
    """Cut escaped text to `limit` characters, never inside an entity or a link."""
    if len(mrkdwn) <= limit:
        return mrkdwn
    cut = mrkdwn[: limit - 1]
    opened = cut.rfind("<")
    if opened > cut.rfind(">"):
        cut = cut[:opened]
    cut = CUT_ENTITY.sub("", cut)
    words, space, last = cut.rpartition(" ")
    if space and len(last) < 40:
        cut = words
    return cut.rstrip() + "…"


def brief(text: str, limit: int) -> str:
    """Escape text and cut it to `limit` characters."""
    return clip(escape(text), limit)


def code(text: str, limit: int = CODE_MAX) -> str:
    """Render text as code, which a backtick in it would end."""
    return f"`{brief(text.replace('`', '´'), limit)}`"


def link(url: str | None, label: str) -> str:
    """Link an (escaped) label to a web address; the label alone where there is none to open."""
    if url is None or not url.startswith(("http://", "https://")) or len(url) > URL_MAX:
        return label
    return f"<{''.join(URL_ESCAPES.get(c, c) for c in one_line(url))}|{label.replace('|', '¦')}>"


def mrkdwn(text: str, limit: int = SECTION_MAX) -> Block:
    """Build a text object; verbatim, so that Slack makes no links out of plain words."""
    return {"type": "mrkdwn", "text": clip(text, limit) or " ", "verbatim": True}


def section(text: str, accessory: Block | None = None) -> Block:
    """Build a section: a paragraph of mrkdwn, with a button beside it if one is given."""
    block: Block = {"type": "section", "text": mrkdwn(text)}
    return block | {"accessory": accessory} if accessory else block


def context(*texts: str) -> Block:
    """Build a context block: the small grey line under a section."""
    return {"type": "context", "elements": [mrkdwn(text) for text in texts[:CONTEXT_ELEMENTS_MAX]]}


def header(title: str) -> Block:
    """Build a header: plain text, so nothing is escaped."""
    text = one_line(title)
    short = text if len(text) <= HEADER_MAX else text[: HEADER_MAX - 1] + "…"
    return {"type": "header", "text": {"type": "plain_text", "text": short or " "}}


def divider() -> Block:
    """Build the thin line between two items."""
    return {"type": "divider"}


def button(label: str, action: str, value: str, *, primary: bool = False) -> Block:
    """Build a button; `action` says which listener a click goes to and `value` what it gets."""
    if len(value) > BUTTON_VALUE_MAX:
        raise ValueError(f"a button's value has at most {BUTTON_VALUE_MAX} characters")
    text = one_line(label)
    short = text if len(text) <= BUTTON_TEXT_MAX else text[: BUTTON_TEXT_MAX - 1] + "…"
    block: Block = {
        "type": "button",
        "text": {"type": "plain_text", "text": short or " "},
        "action_id": action,
        "value": value,
    }
    return block | {"style": "primary"} if primary else block


def actions(*buttons: Block) -> Block:
    """Build a row of buttons."""
    return {"type": "actions", "elements": list(buttons[:BUTTONS_MAX])}


def size(block: Block) -> int:
    """Measure a block as Slack counts it, on the safe side: the characters of its JSON."""
    return max(BLOCK_SIZE_MIN, len(json.dumps(block, ensure_ascii=False)))


def message(text: str, *blocks: Block) -> Message:
    """Build one message; `text` (mrkdwn) is what a notification shows."""
    return Message(clip(text, MESSAGE_TEXT_MAX), blocks)


def messages(text: str, groups: Iterable[Sequence[Block]]) -> tuple[Message, ...]:
    """Pack groups of blocks into as few messages as Slack's limits allow, in order.

    A group (an item with its source line) stays in one message, unless it
    alone is more than a message holds.
    """
    return tuple(message(text, *blocks) for blocks in _pack(_split_long(groups)))


def joined(parts: Sequence[Message]) -> tuple[Message, ...]:
    """Put messages together into as few as Slack's limits allow."""
    groups = [part.blocks or (section(part.text),) for part in parts]
    return messages(parts[0].text, groups) if parts else ()


def _fits(blocks: Sequence[Block]) -> bool:
    small = sum(size(block) for block in blocks) < MESSAGE_SIZE_MAX
    return small and len(blocks) <= MESSAGE_BLOCKS_MAX


def _split_long(groups: Iterable[Sequence[Block]]) -> Iterator[Sequence[Block]]:
    for group in groups:
        if _fits(group):
            yield group
        else:
            yield from ([block] for block in group)


def _pack(groups: Iterable[Sequence[Block]]) -> Iterator[list[Block]]:
    held: list[Block] = []
    for group in groups:
        if held and not _fits([*held, *group]):
            yield held
            held = []
        held = [*held, *group]
    if held:
        yield held

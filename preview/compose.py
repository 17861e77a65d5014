"""Messages on their way in: what Slack refuses in text, blocks and metadata, and what it adds."""

import secrets
from typing import Any

from preview.blocks import is_too_long, message_problems, with_ids
from preview.errors import Refusal, malformed
from preview.workspace import Json

TEXT_CHARACTERS = 40_000
METADATA_BYTES = 16_000


def checked_blocks(blocks: Any) -> list[Json]:
    """Return the blocks with identifiers, or refuse them as Slack would."""
    if blocks is None:
        return []
    if not isinstance(blocks, list):
        raise Refusal("invalid_blocks_format")
    problems = message_problems(blocks)
    if problems:
        raise malformed("invalid_blocks", problems)
    return with_ids(blocks, lambda: secrets.token_urlsafe(4))


def checked_text(text: str, blocks: list[Json], *, has_files: bool = False) -> str:
    """Return the text, or refuse a message that says nothing or too much."""
    if not text and not blocks and not has_files:
        raise Refusal("no_text")
    if len(text) > TEXT_CHARACTERS:
        raise Refusal("msg_too_long")
    return text


def check_size(blocks: list[Json]) -> None:
    """Refuse blocks that are each well formed but too much together."""
    if is_too_long(blocks):
        raise Refusal("msg_blocks_too_long")


def checked_metadata(metadata: Any) -> Json | None:
    """Return the metadata, or refuse what is no `{event_type, event_payload}`."""
    if metadata is None:
        return None
    if not isinstance(metadata, dict) or not isinstance(metadata.get("event_payload"), dict):
        raise Refusal("invalid_metadata_format")
    if not isinstance(metadata.get("event_type"), str) or not metadata["event_type"]:
        raise Refusal("invalid_metadata_format")
    if len(repr(metadata).encode()) > METADATA_BYTES:
        raise Refusal("metadata_too_large")
    return {"event_type": metadata["event_type"], "event_payload": metadata["event_payload"]}

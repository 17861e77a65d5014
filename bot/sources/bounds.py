"""What a source may be: how large, and that it is text at all."""

from charset_normalizer import from_bytes, is_binary

MAX_TEXT = 2_000_000  # bytes of one article; the longest press briefing is a tenth of this
MAX_PAGE = 10_000_000  # bytes of one web page with all its markup
MAX_FEED = 20_000_000  # bytes of one feed
SAMPLE = 65_536  # bytes that tell what encoding a source is in


class SourceError(Exception):
    """A source that cannot be read; the message is one clear sentence that names it."""


def check_size(name: str, size: int, limit: int = MAX_TEXT) -> None:
    """Refuse what is empty or longer than `limit` bytes."""
    if size == 0:
        raise SourceError(f"{name} is empty.")
    if size > limit:
        raise SourceError(
            f"{name} is {size / 1e6:.0f} MB, more than the {limit / 1e6:.0f} MB that one source "
            "may have; split it into its articles."
        )


def decode(name: str, raw: bytes) -> str:
    """Turn bytes into text, whatever their encoding; refuse what is binary or blank."""
    text = _decoded(raw)
    if text is None or "\0" in text:
        raise SourceError(f"{name} is not text (it looks like a binary file).")
    if not text.strip():
        raise SourceError(f"{name} is empty.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(raw: bytes) -> str | None:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        if is_binary(raw[:SAMPLE]):
            return None
        best = from_bytes(raw[:SAMPLE]).best()
        return raw.decode(best.encoding, errors="replace") if best else None

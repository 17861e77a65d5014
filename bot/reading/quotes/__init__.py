"""Quotes: what was said, in whose mouth."""

from bot.reading.quotes.reader import read_quotes

__all__ = ["read_quotes"]

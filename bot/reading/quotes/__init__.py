"""Quotes: what was said, in whose mouth."""

from bot.reading.quotes.occasions import link_meetings
from bot.reading.quotes.reader import read_quotes

__all__ = ["link_meetings", "read_quotes"]

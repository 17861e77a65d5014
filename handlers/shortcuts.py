"""Shortcuts in a message's menu, by their callback id."""

from handlers.context import Build

SHORTCUTS: tuple[tuple[str, Build], ...] = ()

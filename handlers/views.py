"""Modals that were filled in, by their callback id."""

from handlers.context import Build

VIEWS: tuple[tuple[str, Build], ...] = ()

"""Modals that were filled in, by their callback id."""

from bot.views.digest_form import CALLBACK
from handlers.context import Build
from handlers.digest_form import handed_in

VIEWS: tuple[tuple[str, Build], ...] = ((CALLBACK, handed_in),)

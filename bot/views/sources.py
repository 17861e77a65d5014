"""Render where something stands: outlet and date, linked to the article."""

from collections.abc import Sequence

from bot.kept import Source
from bot.views.blocks import brief, link
from bot.views.dates import day

LABEL_MAX = 80
SHOWN_MAX = 3


def source_line(sources: Sequence[Source]) -> str:
    """Render the first sources of an item, and how many more there are."""
    shown = [_source(source) for source in sources[:SHOWN_MAX]]
    left = len(sources) - len(shown)
    return "; ".join([*shown, *([f"{left} more"] if left else [])])


def _source(source: Source) -> str:
    label = link(source.url, brief(source.outlet or source.title or "source", LABEL_MAX))
    return f"{label}, {day(source.published)}" if source.published else label

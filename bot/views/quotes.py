"""Render quotes: who said what to whom, when, and where it stands."""

from collections.abc import Sequence
from itertools import groupby

from bot.kept import StoredQuote
from bot.models import Quote
from bot.reply import Block
from bot.views.blocks import brief, context, section
from bot.views.dates import span
from bot.views.parties import named
from bot.views.sources import source_line

WORDS_MAX = 1500
ASIDE_MAX = 160
LINE_MAX = 200
GUESS_WORTH_SHOWING = 0.5


def quote_items(quotes: Sequence[StoredQuote]) -> list[list[Block]]:
    """Render quotes in order, the pieces of one interrupted utterance as one item."""
    runs = groupby(quotes, key=lambda kept: (kept.sources[0].article_id, kept.quote.utterance))
    return [quote_item(sorted(run, key=lambda kept: kept.quote.start)) for _, run in runs]


def quote_item(pieces: Sequence[StoredQuote]) -> list[Block]:
    """Render one utterance: its speaker, its words, its circumstances and sources."""
    first = pieces[0]
    words = " … ".join(_words(piece.quote) for piece in pieces)
    return [
        section(f"{speaker_line(first.quote)}\n>{words}"),
        context(" · ".join([*_circumstances(first.quote), source_line(first.sources)])),
    ]


def quote_line(kept: StoredQuote) -> str:
    """Render a quote in one line: a name and the words."""
    speaker = kept.quote.speaker
    words = _words(kept.quote, LINE_MAX) + ("" if kept.quote.direct else " (reported)")
    return f"{brief(speaker.name, ASIDE_MAX) if speaker else 'Speaker unclear'}: {words}"


def speaker_line(quote: Quote) -> str:
    """Render who speaks, to whom; an unresolved speaker is said to be one."""
    who = named(quote.speaker) if quote.speaker else _unclear(quote)
    if quote.inner_speaker:
        who += f", quoting {brief(quote.inner_speaker, ASIDE_MAX)}"
    if quote.listener:
        who += f" to {brief(quote.listener, ASIDE_MAX)}"
    return who if quote.direct else f"{who} · _reported, not verbatim_"


def _unclear(quote: Quote) -> str:
    words = f", “{brief(quote.mention, ASIDE_MAX)}” in the article" if quote.mention else ""
    if quote.guess and quote.confidence >= GUESS_WORTH_SHOWING:
        words += f"; perhaps {brief(quote.guess.name, ASIDE_MAX)}"
    return f"*Speaker unclear*{words}"


def _words(quote: Quote, limit: int = WORDS_MAX) -> str:
    words = brief(quote.text, limit)
    return f"“{words}”" if quote.direct else words


def _circumstances(quote: Quote) -> list[str]:
    said = [f"said {span(quote.said_on)}"] if quote.said_on else []
    return [*said, *([brief(quote.occasion, ASIDE_MAX)] if quote.occasion else [])]

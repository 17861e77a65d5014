"""Which paragraphs are worth a parse: those that may hold speech or a meeting."""

import re
from collections.abc import Iterable
from functools import cache

from bot.reading.meetings.triggers import needs_parse
from bot.reading.page import Paragraph
from bot.reading.quotes.lexicon import Strength, strengths

MARKS = re.compile(r"""["“”„«»]|''|``|(?<!\w)['‘]""")
WORD = re.compile(r"[^\W\d_]+")


def worth_parsing(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """Choose the paragraphs with a quotation mark, a verb of speech or a word of meeting."""
    return [
        p
        for p in paragraphs
        if MARKS.search(p.text)
        or not _words_of(p.text).isdisjoint(telling_words())
        or needs_parse(p.text)
    ]


def _words_of(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(text.lower()))


@cache
def telling_words() -> frozenset[str]:
    """Give the words whose presence makes a paragraph worth parsing."""
    verbs = (word for word, strength in strengths().items() if strength <= Strength.SPEECH)
    return frozenset({"according", *verbs})

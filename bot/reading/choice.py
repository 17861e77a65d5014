"""Which paragraphs are worth a parse: those that may hold speech or a meeting."""

import re
from collections.abc import Iterable
from functools import cache

from bot.reading.meetings.triggers import needs_parse
from bot.reading.page import Paragraph
from bot.reading.quotes.lexicon import Strength, strengths

LONGEST = 20_000  # characters; what is longer is no paragraph, and could take minutes
MARKS = re.compile(r"""["“”„«»]|''|``|(?<!\w)['‘]""")
WORD = re.compile(r"[^\W\d_]+")


def worth_parsing(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """Choose the paragraphs with a quotation mark, a verb of speech or a word of meeting."""
    return [p for p in paragraphs if len(p.text) <= LONGEST and _may_tell(p.text)]


def _may_tell(text: str) -> bool:
    return (
        MARKS.search(text) is not None
        or text.rstrip().endswith(":")
        or not _words_of(text).isdisjoint(telling_words())
        or needs_parse(text)
    )


def _words_of(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(text.lower()))


@cache
def telling_words() -> frozenset[str]:
    """Give the words whose presence makes a paragraph worth parsing."""
    verbs = (word for word, strength in strengths().items() if strength <= Strength.SPEECH)
    return frozenset({"according", *verbs})

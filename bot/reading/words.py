"""A text's words with their offsets, folded so that spellings of one word compare equal."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W_]+)*")
POSSESSIVE = re.compile(r"['’]s$", re.I)
SAME = {
    "defence": "defense",
    "advisor": "adviser",
    "advisors": "advisers",
    "revitalisation": "revitalization",
    "labour": "labor",
    "councillor": "councilor",
    "counsellor": "counselor",
}


@dataclass(frozen=True, slots=True)
class Word:
    """One word; `key` is its folded spelling, `gap` what stands between it and the word before."""

    start: int
    end: int  # without a possessive 's
    key: str
    gap: str
    capital: bool
    possessive: bool


@lru_cache(maxsize=65536)
def key_of(word: str) -> str:
    """Fold a word: case, accents, final period, British spelling."""
    if not word.isascii():
        plain = unicodedata.normalize("NFKD", word.replace("’", "'"))
        word = "".join(c for c in plain if not unicodedata.combining(c))
    word = word.casefold().rstrip(".")
    return SAME.get(word, word)


def words_of(text: str) -> list[Word]:
    """Cut a text into words."""
    words: list[Word] = []
    last = 0
    for match in WORD.finditer(text):
        start, end = match.span()
        shown = match.group()
        mark = POSSESSIVE.search(shown)
        possessive = bool(mark) or text[end : end + 1] in {"'", "’"}
        if mark:
            end = start + mark.start()
        gap = text[last:start]
        words.append(Word(start, end, key_of(text[start:end]), gap, shown[0].isupper(), possessive))
        last = match.end()
    return words


def keys_of(text: str) -> tuple[str, ...]:
    """Give the folded words of a text."""
    return tuple(word.key for word in words_of(text))

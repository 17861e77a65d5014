"""Words as the search sees them: folded alike in the index and in a query."""

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[^\W_]+")
_ASCII_GAPS = str.maketrans({chr(i): " " for i in range(128) if not chr(i).isalnum()})

# Letters that Unicode does not decompose into a base letter and a mark.
_UNDECOMPOSED = str.maketrans(
    {"ß": "ss", "ł": "l", "ø": "o", "ı": "i", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)
# Accents of alphabets only: kana and hangul decompose into marks that make another letter.
_ACCENTS = re.compile("[\u0300-\u036f]+")
# Private-use characters mark the index's own labels; no text may forge one.
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")


_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}")
_MAYBE_DOTTED = re.compile(r"\.[a-z]\.")  # finds its first dot fast, so most texts are soon done


def fold(text: str) -> str:
    """Write text without case, accents, the dots of U.S. and private-use characters."""
    folded = text.lower() if text.isascii() else fold_marks(text)
    if not _MAYBE_DOTTED.search(folded):
        return folded
    return _DOTTED.sub(lambda match: match[0].replace(".", ""), folded)


def fold_marks(text: str) -> str:
    """Write text without case, accents and private-use characters."""
    decomposed = unicodedata.normalize("NFKD", text.lower()).lower().translate(_UNDECOMPOSED)
    plain = unicodedata.normalize("NFC", _ACCENTS.sub("", decomposed))
    return _PRIVATE.sub(" ", plain)


def words_of(text: str) -> list[str]:
    """Return the folded words of a text, in order."""
    plain = fold(text)
    if plain.isascii():  # the same words, several times as fast
        return plain.translate(_ASCII_GAPS).split()
    return WORD.findall(plain)


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return the folded words of a text with single spaces between them."""
    return " ".join(words_of(text))

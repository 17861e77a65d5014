"""Words as the search sees them: folded alike in the index and in a query."""

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[^\W_]+")

# Letters that Unicode does not decompose into a base letter and a mark.
_UNDECOMPOSED = str.maketrans(
    {"ß": "ss", "ẞ": "ss", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "ı": "i", "đ": "d", "Đ": "d"}
    | {"æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ð": "d", "þ": "th"}
)
# Private-use characters mark the index's own labels; no text may forge one.
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")


_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}")


def fold(text: str) -> str:
    """Write text without case, accents, the dots of U.S. and private-use characters."""
    folded = text.lower() if text.isascii() else fold_marks(text)
    return _DOTTED.sub(lambda match: match[0].replace(".", ""), folded) if "." in text else folded


def fold_marks(text: str) -> str:
    """Write text without case, accents and private-use characters."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_UNDECOMPOSED))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).lower()
    return _PRIVATE.sub(" ", plain)


def words_of(text: str) -> list[str]:
    """Return the folded words of a text, in order."""
    return WORD.findall(fold(text))


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return the folded words of a text with single spaces between them."""
    return " ".join(words_of(text))

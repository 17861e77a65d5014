"""Words around a name that show it is somebody's: a verb of saying, an age, a calling."""

from collections.abc import Sequence
from itertools import pairwise

from bot.reading.known import SAYING
from bot.reading.roles import IS_PERSON, ends_as_person
from bot.reading.scan import Piece
from bot.reading.scanned import Scanned
from bot.reading.words import Word, keys_of

DESCRIBING = frozenset(keys_of("who whose a an of his her whom the"))
CALLING = 5  # words in which an apposition tells what somebody is
LINKED = frozenset(["of", "for", "at", "in", "with", "to", "and", "who"])
SAID = frozenset(["said", "says", "wrote", "added", "explained", "noted"])


def is_told(scanned: Scanned, piece: Piece) -> bool:
    """Tell whether the words around a name show that it is somebody's."""
    return _speaks(scanned, piece) or _is_described(scanned, piece)


def _is_described(scanned: Scanned, piece: Piece) -> bool:
    """Tell whether a name is followed by an age, or by what someone is: "X, 59, of Y"."""
    words = scanned.words
    after = words[piece.last] if piece.last < len(words) else None
    if after is None or after.gap.strip(" \n\xa0") != ",":
        return False
    if after.key in DESCRIBING or (after.key.isdigit() and len(after.key) == 2):
        return True
    return _tells_calling(words[piece.last : piece.last + CALLING])


def _tells_calling(words: Sequence[Word]) -> bool:
    """Tell what somebody is from other words behind a comma: "X, convener of the rally"."""
    for word, after in pairwise(words):
        if IS_PERSON.fullmatch(word.key) or ends_as_person(word.key):
            return word.key[-1] != "s" and (after.key in LINKED or after.gap.strip(" \n") == ",")
        if after.gap.strip(" \n-"):
            return False
    return False


def _speaks(scanned: Scanned, piece: Piece) -> bool:
    """Tell whether a verb of saying, or "who", stands right before or after a name."""
    words = scanned.words
    after = words[piece.last] if piece.last < len(words) else None
    if after and after.key in SAYING and after.gap.strip() in {"", ","}:
        return True
    before = words[piece.first - 1] if piece.first else None
    if before is None or words[piece.first].gap.strip():
        return False
    return before.key in SAID or (not before.capital and bool(IS_PERSON.fullmatch(before.key)))

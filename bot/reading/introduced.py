"""Words around a name that show it is somebody's: a verb of saying, an age, a calling."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.reading.gazetteer import place_named
from bot.reading.given_names import is_given
from bot.reading.known import NOT_PEOPLE, SAYING
from bot.reading.roles import IS_PERSON, ends_as_person
from bot.reading.scan import Piece, PieceKind
from bot.reading.scanned import NAMES, Scanned
from bot.reading.words import Word, keys_of

DESCRIBING = frozenset(keys_of("who whose a an of his her whom the"))
CALLING = 5  # words in which an apposition tells what somebody is
LINKED = frozenset(["of", "for", "at", "in", "with", "to", "and", "who"])
SAID = frozenset(["said", "says", "wrote", "added", "explained", "noted"])
TOLD = SAID | {"told"}
SPACE = " \n\xa0"
PLACING = frozenset(["in", "at", "from", "near"])  # "reporting from Rafah, said"
OF = frozenset(["of", "from", "with"])
AFTER_OF = 12  # words between "X of the Elba Institute" and "told"
# What only people do, of those that a party to a meeting does.
ACTS = frozenset(
    keys_of(
        """met meets visited arrived flew traveled travelled resigned laughed smiled nodded joked
        quipped thanked spoke dined testified apologized apologised"""
    )
)
DETERMINERS = frozenset(keys_of("the a an its his her their our my one another"))
LINKING = frozenset(["of", "in", "at", "for", "from", "to", "on", "with"])
SET_OFF = re.compile(r"\s*[,:]\s+|\s+[-–—]+\s+|\s*—\s*")
CLOSED = re.compile(r"\s*[,.;:)—–]|\s+-|$")
PHRASE = 9  # words between a description and the name that it sets off
BEFORE_NOUN = 5  # words of a description before its noun


def is_told(scanned: Scanned, index: int) -> bool:
    """Tell whether the words around a name show that it is somebody's."""
    piece = scanned.pieces[index]
    return (
        _speaks(scanned, piece)
        or _is_described(scanned, piece)
        or _is_of_country(scanned, index)
        or _is_set_off(scanned, index)
    )


def is_common_surname(scanned: Scanned, index: int) -> bool:
    """Tell Ana Hall, who speaks, from a hall: her given name is common."""
    piece, words = scanned.pieces[index], scanned.words
    keys = [word.key for word in words[piece.first : piece.last]]
    if not (NOT_PEOPLE.isdisjoint(keys[:-1]) and is_given(keys[0])):
        return False
    return _speaks(scanned, piece) or _tells_calling(words[piece.last : piece.last + CALLING])


def _is_of_country(scanned: Scanned, index: int) -> bool:
    """Tell "Guyana's Ana Ruiz", who is somebody, from a place or a body there."""
    first = scanned.pieces[index].first
    before = scanned.pieces[index - 1] if index else None
    if before is None or before.last != first or not scanned.words[first - 1].possessive:
        return False
    if before.kind in {PieceKind.SIDE, PieceKind.CAPITAL}:
        return True
    words = scanned.words
    country = scanned.paragraph.text[words[before.first].start : words[first - 1].end]
    return place_named(country) is not None


def _is_set_off(scanned: Scanned, index: int) -> bool:
    """Tell a name that says who somebody is: "her counterpart, X,", "the ministers, X and Y,"."""
    return _closes(scanned, index) and any(
        _describes(scanned.words, first) for first in _list_starts(scanned, index)
    )


def _describes(words: Sequence[Word], first: int) -> bool:
    """Tell whether a description of people is set off from what begins at a word."""
    mark = SET_OFF.fullmatch(words[first].gap) if first else None
    if not mark:
        return False
    within = SPACE + "-" + ("" if "," in mark[0] else ",")
    for at in range(first - 1, max(-1, first - 1 - PHRASE), -1):
        if _is_calling(words, at, first):
            before = words[max(0, at - BEFORE_NOUN) : at]
            told = any(w.key in DETERMINERS or w.possessive for w in before)
            return told or words[at].key[-1] == "s"
        if words[at].gap.strip(within):
            return False
    return False


def _is_calling(words: Sequence[Word], at: int, end: int) -> bool:
    """Tell a noun for people that ends a description, or goes on as "of X"."""
    if not IS_PERSON.fullmatch(words[at].key) and not _is_opposite(words, at):
        return False
    return at + 1 == end or words[at + 1].key in LINKING


def _is_opposite(words: Sequence[Word], at: int) -> bool:
    return words[at].key == "number" and at > 0 and words[at - 1].key == "opposite"


def _list_starts(scanned: Scanned, index: int) -> Iterator[int]:
    """Yield where a list of names that ends with one may begin: "A, B and C"."""
    pieces, words = scanned.pieces, scanned.words
    yield pieces[index].first
    while index and pieces[index - 1].kind in NAMES:
        between = words[pieces[index - 1].last : pieces[index].first]
        gap = words[pieces[index].first].gap.strip(SPACE)
        if [w.key for w in between] != ["and"] and (between or gap != ","):
            return
        index -= 1
        yield pieces[index].first


def _closes(scanned: Scanned, index: int) -> bool:
    """Tell whether a name ends what is set off, or is followed by another one."""
    piece, words = scanned.pieces[index], scanned.words
    if piece.last >= len(words):
        return True
    after = words[piece.last]
    return after.key == "and" or bool(CLOSED.match(after.gap))


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
    """Tell whether a verb of people, or "who", stands right before or after a name."""
    words = scanned.words
    before = words[piece.first - 1] if piece.first else None
    if before and before.key == "old" and words[piece.first - 2].key == "year":
        return True  # "88-year-old Ana Ruiz"
    if _acts(words[piece.last : piece.last + AFTER_OF], before):
        return True
    if before is None or words[piece.first].gap.strip():
        return False
    return before.key in SAID or (not before.capital and bool(IS_PERSON.fullmatch(before.key)))


def _acts(after: Sequence[Word], before: Word | None) -> bool:
    """Tell whether the words behind a name say what only somebody does."""
    if not after:
        return False
    gap = after[0].gap.strip()
    if after[0].key in SAYING and (not gap or (gap == "," and not _places(before))):
        return True
    if gap:
        return False
    if after[0].key in OF:
        return any(w.key in TOLD and not w.gap.strip() for w in after) and not any(
            w.gap.strip(SPACE + "-") for w in after[: _first_told(after)]
        )
    return after[0].key in ACTS


def _places(before: Word | None) -> bool:
    return before is not None and before.key in PLACING


def _first_told(after: Sequence[Word]) -> int:
    return next((i for i, word in enumerate(after) if word.key in TOLD), len(after))

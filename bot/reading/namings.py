"""How the words of a name are shown, and which capitalised words are none."""

import re
from collections.abc import Iterator

from bot.reading.known import NOT_PEOPLE
from bot.reading.page import Zone
from bot.reading.scan import ABBREVIATION, SUFFIXES, Piece, PieceKind
from bot.reading.scanned import Scanned

# "X said she", "X told reporters on Monday that he", "X and his wife".
GOES_ON = re.compile(
    r"\s+(?:(?:said|says|added|told (?:\w+ ){1,2}|wrote|noted|announced)\s*(?:(?:on\s)?\w+day\s)?"
    r"(?:that\s)?(?=s?he\b)|and\s(?=h(?:is|er)\b))(s?he|his|her)\b",
    re.I,
)
GENDERS = {"he": "m", "his": "m", "she": "f", "her": "f"}
CREDIT = re.compile(r"\s*[,/(]?[^.|:;]{0,30}\|")


def keys_in(scanned: Scanned, piece: Piece) -> tuple[str, ...]:
    """Give the folded words of a piece."""
    return tuple(w.key for w in scanned.words[piece.first : piece.last])


def shown_as(scanned: Scanned, piece: Piece) -> str:
    """Give the words of a piece as a name: "ISHIBA Shigeru" -> "Shigeru Ishiba"."""
    words = scanned.words
    text = scanned.paragraph.text[words[piece.first].start : words[piece.last - 1].end]
    parts = text.split()
    if len(parts) == 2 and parts[0].isupper() and len(parts[0]) > 2 and not parts[1].isupper():
        return f"{parts[1]} {parts[0].capitalize()}"
    return " ".join(p.capitalize() if p.isupper() and len(p) > 3 else p for p in parts)


def has_parts(scanned: Scanned, piece: Piece) -> bool:
    """Tell a full name from one word with a hyphen ("Biden-Harris")."""
    return any(w.gap != "-" for w in scanned.words[piece.first + 1 : piece.last])


def is_short(scanned: Scanned, piece: Piece) -> bool:
    """Tell a name that begins or ends with an abbreviation ("RT America", "Xeric AB")."""
    first, last = (
        scanned.paragraph.text[w.start : w.end]
        for w in (scanned.words[piece.first], scanned.words[piece.last - 1])
    )
    if 1 < len(first) <= ABBREVIATION and first.isupper():
        return first not in {"JD", "CQ", "BJ", "TJ"}
    return len(last) <= ABBREVIATION and last.isupper() and last.casefold() not in SUFFIXES


def is_credit(scanned: Scanned, piece: Piece) -> bool:
    """Tell a photographer from the people in a caption: "Ana Ruiz, City Post | ..."."""
    return bool(CREDIT.match(scanned.paragraph.text, scanned.words[piece.last - 1].end))


def goes_on_as(text: str, end: int) -> str | None:
    """Tell the gender of whoever is named before an offset: "X said he would", "X and her aide"."""
    told = GOES_ON.match(text, end)
    return GENDERS[told[1].casefold()] if told else None


def alone_in(scanned: Scanned) -> Iterator[str]:
    """Yield the unexplained names of one word, outside headlines: "Ruiz" in "Ruiz left."."""
    if scanned.paragraph.zone is Zone.HEADLINE:
        return
    for piece in scanned.pieces:
        if piece.kind is PieceKind.NAME and piece.last - piece.first == 1:
            word = scanned.words[piece.first]
            before = scanned.words[piece.first - 1].key if piece.first else ""
            if (
                word.key not in NOT_PEOPLE
                and len(word.key) > 2
                and before not in {"the", "a", "an"}
            ):
                yield word.key

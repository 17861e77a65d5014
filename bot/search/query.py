"""What was typed, taken apart: words, exact phrases, words to leave out, and filters."""

import re
from dataclasses import dataclass, field

FILTERS = {
    "by": "by",
    "speaker": "by",
    "with": "with",
    "participant": "with",
    "about": "about",
    "topic": "about",
    "in": "in",
    "place": "in",
    "since": "since",
    "after": "since",
    "until": "until",
    "before": "until",
    "on": "on",
    "status": "status",
    "from": "from",
    "outlet": "from",
    "beat": "beat",
}
LONGEST_QUERY = 500

_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "：": ":"})
_PIECE = re.compile(
    r"""
    (?P<minus>-)?
    (?: (?P<key>[A-Za-z]+):\s*(?=\S) )?
    (?: "(?P<phrase>[^"]*)"? | (?P<word>[^\s"]+) )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter as typed: its name and the words of its value."""

    name: str
    value: str
    quoted: bool = False

    def __str__(self) -> str:
        """Write the filter as one types it."""
        return f'{self.name}:"{self.value}"' if " " in self.value else f"{self.name}:{self.value}"


@dataclass(slots=True)
class Typed:
    """A query taken apart, in the order typed. `items` are words and filters."""

    items: list[str | Filter] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    too_long: bool = False


def take_apart(text: str) -> Typed:
    """Take a query apart. Anything typed is a query: what is no filter is a word."""
    typed = Typed(too_long=len(text) > LONGEST_QUERY)
    for piece in _PIECE.finditer(text[:LONGEST_QUERY].translate(_QUOTES)):
        value = piece["phrase"] if piece["phrase"] is not None else piece["word"]
        name = FILTERS.get((piece["key"] or "").lower())
        if piece["key"] and name is None:
            value = f"{piece['key']} {value}"  # "re:arm" is two words
        if name:
            typed.items.append(Filter(name, value, piece["phrase"] is not None))
        elif piece["minus"]:
            typed.left_out.append(value)
        elif piece["phrase"] is not None:
            typed.phrases.append(value)
        else:
            typed.items.append(value)
    return typed

"""A place in an article where someone is named."""

from dataclasses import dataclass
from typing import Literal

from bot.models import Party

Kind = Literal["name", "office", "body", "side", "capital"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words of an article that name a party; `words` is exactly `article.text[start:end]`.

    A name's words leave its title out; `full_start` is where the title begins.
    `owner` is True where the words only say whose something is ("Trump's team",
    "the Biden administration"): the person takes no part in it.
    """

    start: int
    end: int
    words: str
    party: Party | None
    kind: Kind
    full_start: int
    office: str | None = None  # the plain name of the office that the words tell
    confidence: float = 1.0  # that the words mean the party
    owner: bool = False
    possessive: bool = False
    quoted: bool = False  # inside quotation marks
    paragraph: int = 0

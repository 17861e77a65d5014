"""Who is in a picture together: "Trade Minister A (R) exchanges documents with Governor B"."""

import re
from typing import TYPE_CHECKING

from bot.models import PartyKind
from bot.reading.meetings.verb_sides import Group

if TYPE_CHECKING:
    from spacy.tokens import Span

    from bot.reading.meetings.scene import Scene

PICTURE = "picture"  # the kind of what a caption tells
_POSITION = re.compile(
    r"\((?:L|R|C|left|right|cent(?:er|re)|front|back|\w+ from (?:left|right))\)"
    r"|,\s(?:far\s|(?:second|third|fourth)\sfrom\s)?(?:left|right|cent(?:er|re)),",
    re.I,
)
_MOST = 4  # more people than this are a group photo


def is_picture(text: str) -> bool:
    """Tell a caption by where it says that people stand."""
    return bool(_POSITION.search(text))


def pictured(sentence: "Span", scene: "Scene") -> Group:
    """People of different offices whom a caption shows together; none if it shows one alone."""
    root = sentence.root
    if not (scene.caption or is_picture(sentence.text)) or root.tag_ not in ("VBZ", "VBP"):
        return ()
    people = tuple(p for p in scene.named_in(sentence) if p.kind is PartyKind.PERSON)
    return people if 2 <= len(people) <= _MOST else ()

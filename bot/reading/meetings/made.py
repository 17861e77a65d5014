"""Parties made of words that the cast does not know: countries, and names after a title."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from bot.models import Party, PartyKind
from bot.reading.known import NOT_PEOPLE
from bot.reading.meetings.chunks import Chunk, ends_title, may_be_name
from bot.reading.meetings.scene import Scene
from bot.reading.people import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_NAME = 4  # words
COLLECTIVE = frozenset({"body", "side", "capital"})
_HIS_PEOPLE = frozenset(
    {"official", "aide", "adviser", "advisor", "ally", "negotiator", "appointee"}
)
_DELEGATES = frozenset({"side", "team", "delegation"})


def unknown_person(item: Chunk, scene: Scene) -> list[Party]:
    """Take a name that nobody knows, after a title: "Foreign Minister Jun Hayamizu"."""
    return _of_country(item, scene) or _after_title(item, scene)


def _of_country(item: Chunk, scene: Scene) -> list[Party]:
    """Take a name that nobody knows before a country: "the leaders, Ana Ruiz of Peru and …"."""
    of = next((at for at, t in enumerate(item.tokens) if t.lower_ == "of"), 0)
    name, land = item.tokens[:of], [t for t in item.tokens[of + 1 :] if t.pos_ != "DET"]
    if not 2 <= of <= LONGEST_NAME or not land or any(t.i not in scene.sides for t in land):
        return []
    if not all(_may_be_new_name(t, scene) for t in name):
        return []
    words = " ".join(token.text for token in name)
    return [Party(name=words, key=words.lower().replace(" ", "-"), side=scene.sides[land[0].i])]


def _may_be_new_name(token: "Token", scene: Scene) -> bool:
    return may_be_name(token) and token.i not in scene.mentions and token.lower_ not in NOT_PEOPLE


def _after_title(item: Chunk, scene: Scene) -> list[Party]:
    """Take a name that nobody knows, after a title."""
    name: list[Token] = []
    for token in reversed(item.tokens):
        if token.i in scene.mentions or not may_be_name(token):
            break
        name.insert(0, token)
    title = item.tokens[: len(item.tokens) - len(name)]
    if not 2 <= len(name) <= LONGEST_NAME or not ends_title(title):
        return []
    words = " ".join(token.text for token in name)
    office = " ".join(token.text for token in title)
    side = next((scene.sides[t.i] for t in title if t.i in scene.sides), None)
    return [Party(name=words, key=words.lower().replace(" ", "-"), office=office, side=side)]


def bodies(sides: Iterable[str | None], office: str | None = None) -> list[Party]:
    """Countries as parties; `office` tells who of each came."""
    named = dict.fromkeys(side for side in sides if side)
    return [
        Party(name=side, kind=PartyKind.BODY, key=side, office=office, side=side) for side in named
    ]


def delegates(item: Chunk, scene: Scene) -> list[Party]:
    """Take "the Ukrainian side" and "the Ukrainians" as the country."""
    last = item.tokens[-1]
    side = next((scene.sides[t.i] for t in item.tokens if t.i in scene.sides), None)
    if last.tag_ == "NNPS":
        side = next((s.name for s in scene.beat.sides if last.text[:-1] in s.adjectives), None)
    elif last.lower_ not in _DELEGATES:
        return []
    return bodies([side])


def named_party(item: Chunk) -> Party:
    """Take the words of an item as somebody's name."""
    name = item.tokens[0].doc[item.tokens[0].i : item.tokens[-1].i + 1].text
    return Party(name=name, key=name.lower().replace(" ", "-"))


def are_people(parties: Iterable[Party]) -> bool:
    """Whether anybody among some parties is known by name."""
    return any(party.kind is PartyKind.PERSON for party in parties)


def modifies(last: "Token", following: "Token | None") -> bool:
    """Whether a country's name only goes with the noun after it: "Japan officials"."""
    if following is None:
        return False
    return following.pos_ in ("NOUN", "PROPN", "ADJ") or following.text in ("-", "–")


def is_of_someone(first: "Token") -> bool:
    """Whether "of Japan" tells whose president somebody is."""
    before = [t for t in first.doc[max(0, first.i - 3) : first.i] if t.pos_ not in ("DET", "SPACE")]
    return bool(before) and before[-1].lower_ in ("of", "from", "in", "to")


def stands_for_itself(mention: Mention, owned: bool, scene: Scene) -> bool:
    """Whether a name stands for itself, not for what is someone's ("Trump's team")."""
    doc, offset = scene.doc, scene.offset
    span = doc.char_span(mention.start - offset, mention.end - offset, alignment_mode="expand")
    if span is None or mention.party is None:
        return False
    if mention.possessive or mention.owner:
        return owned and mention.possessive
    if mention.kind in COLLECTIVE:
        following = doc[span.end] if span.end < len(doc) else None
        plain = mention.words[:1].islower()  # "the embassy": whose is not said
        return not (plain or modifies(span[-1], following) or is_of_someone(span[0]))
    return not _has_officials(span[-1])


def _has_officials(name: "Token") -> bool:
    """Whether a name only tells whose officials come: "two senior Trump officials"."""
    if name.i + 1 >= len(name.doc):
        return False
    after = name.nbor()
    return after.tag_ == "NNS" and after.text.islower() and after.lemma_ in _HIS_PEOPLE

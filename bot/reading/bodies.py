"""Bodies that every country has: the Foreign Ministry, the government, the embassy."""

from bot.beat import Body, Side
from bot.beat_file import slug
from bot.models import Party, PartyKind
from bot.reading.words import keys_of

# The words for it: the name by which it is shown after its country's adjective.
GENERIC = {
    "foreign ministry": "Foreign Ministry",
    "ministry of foreign affairs": "Foreign Ministry",
    "foreign affairs ministry": "Foreign Ministry",
    "ministry of external affairs": "Foreign Ministry",
    "external affairs ministry": "Foreign Ministry",
    "foreign office": "Foreign Office",
    "defense ministry": "Defense Ministry",
    "national defense ministry": "Defense Ministry",
    "ministry of defense": "Defense Ministry",
    "ministry of national defense": "Defense Ministry",
    "finance ministry": "Finance Ministry",
    "ministry of finance": "Finance Ministry",
    "trade ministry": "Trade Ministry",
    "commerce ministry": "Commerce Ministry",
    "ministry of commerce": "Commerce Ministry",
    "industry ministry": "Industry Ministry",
    "interior ministry": "Interior Ministry",
    "unification ministry": "Unification Ministry",
    "presidential office": "presidential office",
    "government": "government",
    "parliament": "parliament",
    "embassy": "embassy",
    "military": "military",
    "coast guard": "Coast Guard",
    "state media": "state media",
    "navy": "Navy",
    "army": "Army",
}
MARK = "generic:"


def generic_bodies() -> dict[tuple[str, ...], Body]:
    """Give the bodies that every country has, by the words for them."""
    return {keys_of(words): Body(key=MARK, name=name, side=None) for words, name in GENERIC.items()}


def is_generic(body: Body) -> bool:
    """Tell a body that every country has from one of its own name."""
    return body.key == MARK


def body_party(body: Body, side: Side | None) -> Party:
    """Show a body as a party: "the Foreign Ministry" with Japan is "Japanese Foreign Ministry"."""
    if not is_generic(body):
        return Party(name=body.name, kind=PartyKind.BODY, key=body.key, side=body.side)
    whose = (side.adjectives or (side.name,))[0] if side else None
    name = f"{whose} {body.name}" if whose else body.name
    return Party(
        name=name,
        kind=PartyKind.BODY,
        key=slug(name) if side else None,
        side=side.name if side else None,
    )


def side_party(side: Side) -> Party:
    """Show a country as a party."""
    return Party(name=side.name, kind=PartyKind.BODY, key=slug(side.name), side=side.name)

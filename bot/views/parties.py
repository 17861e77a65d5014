"""Render who: names with the offices they hold."""

from collections.abc import Sequence

from bot.models import Party
from bot.views.blocks import brief

NAME_MAX = 120
OFFICE_MAX = 120
NAMED_MAX = 8


def named(party: Party) -> str:
    """Render one party: the name in bold, the office after it."""
    name = f"*{brief(party.name, NAME_MAX)}*"
    office = office_of(party)
    return f"{name} ({office})" if office else name


def office_of(party: Party) -> str:
    """Render a party's office and side: "Foreign Minister, Japan"; empty where none is known."""
    if not party.office:
        return ""
    side = party.side if party.side and party.side not in party.office else None
    return brief(", ".join(part for part in (party.office, side) if part), OFFICE_MAX)


def together(parties: Sequence[Party]) -> str:
    """Render those who met: "A (office), B (office) and C"."""
    names = [named(party) for party in parties[:NAMED_MAX]]
    left = len(parties) - len(names)
    if left:
        names.append(f"{left} more")
    return listed(names)


def listed(words: Sequence[str]) -> str:
    """Join words as a sentence does: "a, b and c"."""
    return " and ".join((", ".join(words[:-1]), words[-1]) if len(words) > 1 else words)

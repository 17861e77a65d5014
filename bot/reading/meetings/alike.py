"""Whether the parties of two mentions can be the same: by name, by office, by country."""

import re
from collections.abc import Sequence
from itertools import product

from bot.models import Party, PartyKind

NO, MAYBE, SURE = range(3)
_RANKS = re.compile(
    r"prime minister|premier|president|king|emir|crown prince|chancellor|foreign|defen[cs]e"
    r"|interior|trade|finance|economy|energy|minister|ambassador|envoy|speaker|governor|mayor",
    re.I,
)


def same_parties(some: Sequence[Party], others: Sequence[Party]) -> bool:
    """Whether one set of parties is the other, or part of it; of one at least it is sure."""
    fewer, more = sorted((some, others), key=len)
    found = _paired(fewer, more)
    return len(found) == len(fewer) and sureness(some, others) > 0


def sureness(some: Sequence[Party], others: Sequence[Party]) -> int:
    """Count the parties that are surely in both."""
    return sum(_likeness(some[i], others[j]) is SURE for i, j in _paired(some, others).items())


def joined(some: Sequence[Party], others: Sequence[Party]) -> tuple[Party, ...]:
    """All parties of both, people instead of the countries and offices they stand for."""
    found = list(some)
    paired = {j: i for i, j in _paired(some, others).items()}
    for j, party in enumerate(others):
        at = paired.get(j)
        if at is None and not any(_stands_for(known, party) for known in found):
            found.append(party)
        elif at is not None and _is_vague(found[at]) and not _is_vague(party):
            found[at] = party
    return tuple(found)


def _paired(some: Sequence[Party], others: Sequence[Party]) -> dict[int, int]:
    """Pair the parties of two sets one to one, the surest first."""
    pairs = product(enumerate(some), enumerate(others))
    likely = sorted((-_likeness(one, other), i, j) for (i, one), (j, other) in pairs)
    found: dict[int, int] = {}
    for unlikeness, i, j in likely:
        if unlikeness and i not in found and j not in found.values():
            found[i] = j
    return found


def _likeness(one: Party, other: Party) -> int:
    """Tell whether two parties can be one: the same name, or a country and who speaks for it."""
    if (one.key and one.key == other.key) or one.name == other.name:
        return SURE
    if not (_is_vague(one) or _is_vague(other)) or not _offices_agree(one, other):
        return NO
    if _side(one) == _side(other):
        return SURE
    unknown = any(p.side is None and p.kind is PartyKind.PERSON for p in (one, other))
    return MAYBE if unknown else NO


def _stands_for(one: Party, other: Party) -> bool:
    vague = _is_vague(one) or _is_vague(other)
    return one.name == other.name or (vague and _side(one) == _side(other))


def _is_vague(party: Party) -> bool:
    return party.kind is not PartyKind.PERSON


def _side(party: Party) -> str:
    return party.side or party.name


def _offices_agree(one: Party, other: Party) -> bool:
    """Whether two offices, where both are told, can be one: "Russian envoy" is no president."""
    ranks = [{m.lower() for m in _RANKS.findall(p.office or "")} for p in (one, other)]
    fewer, more = sorted(ranks, key=len)
    return not fewer or fewer <= more

"""Who holds an office that an article names without a name: "the premier", "his counterpart"."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from bot.models import Party, PartyKind
from bot.reading.known import Known, Knowns
from bot.reading.mentions import Mention
from bot.reading.register import Register
from bot.reading.scanned import Title
from bot.reading.titles import nouns_of
from bot.reading.words import keys_of

Found = tuple[Party | None, float]  # whom, and how surely
NOBODY: Found = (None, 0.0)


class Offices:
    """The offices that come up in one article, and who holds them."""

    def __init__(
        self, knowns: Knowns, register: Register, side: str | None, day: date | None
    ) -> None:
        self.knowns = knowns
        self.register = register
        self.side = side  # of the outlet
        self.day = day

    def holder(self, title: Title, before: Sequence[Mention]) -> Found:
        """Find who holds a titled office: the article's people come first, then the beat's."""
        if title.ended or not title.office:
            return NOBODY
        held = self._holders(title.office, title.side)
        if len(held) == 1:
            return self._party(held[0]), 0.9
        if held:
            nouns = nouns_of(title.keys, None)
            held = [known for known in held if known.nouns & nouns] or held
            likeliest = _likeliest(held, before)
            return likeliest, (0.7 if likeliest else 0.0)
        party = self._on_beat(title.office, title.side)
        if party and not title.side and not _same_noun(title, party):
            return NOBODY  # the U.S. has no foreign minister, but a secretary of state
        return party, (0.85 if party else 0.0)

    def counterpart(self, title: Title, number: int, before: Sequence[Mention]) -> Found:
        """Find "his Philippine counterpart": who holds the same office on the other side."""
        owner = self._owner(number, before, title.side)
        if owner is None:
            return NOBODY
        offices = self.knowns.offices_of(owner)
        others = [
            known
            for known in self.knowns.all.values()
            if known is not owner
            and known.side != owner.side
            and title.side in {None, known.side}
            and offices & self.knowns.offices_of(known)
        ]
        if others:
            return (self._party(others[0]), 0.75) if len(others) == 1 else NOBODY
        if not title.side:
            return NOBODY
        named = [p for p in (self._on_beat(o, title.side) for o in sorted(offices)) if p]
        return (named[0], 0.7) if named else NOBODY

    def _owner(self, number: int, before: Sequence[Mention], other: str | None) -> Known | None:
        """Find whose counterpart is meant: the person named last who is not of the other side."""
        for mention in reversed(before):
            if number - mention.paragraph > 1:
                return None
            party = mention.party
            if party and party.kind is PartyKind.PERSON:
                known = self.knowns.all.get(party.key or "")
                if known is None or other is None or known.side != other:
                    return known
        return None

    def _holders(self, office: str, side: str | None) -> list[Known]:
        held = [k for k in self.knowns.all.values() if self.knowns.holds(k, office, side)]
        wanted = side or self.side
        own = [k for k in held if wanted and k.side == wanted]
        return own if len(own) == 1 else held

    def _on_beat(self, office: str, side: str | None) -> Party | None:
        where = side or self.side
        person = self.register.holder(where, office, self.day) if where else None
        return self.register.party(person, self.day) if person else None

    def _party(self, known: Known) -> Party:
        return known.party(self.register, self.day)


def _same_noun(title: Title, party: Party) -> bool:
    return not nouns_of(title.keys, None).isdisjoint(keys_of(party.office or ""))


def _likeliest(held: Sequence[Known], before: Sequence[Mention]) -> Party | None:
    """Give the one of several who was named most, and of these the one named last."""
    keys = {k.person.key for k in held}
    named = [m.party for m in before if m.party and m.party.key in keys and not m.quoted]
    times = Counter(party.key for party in named)
    return max(reversed(named), key=lambda party: times[party.key], default=None)

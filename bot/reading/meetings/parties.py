"""Whom the words for a party mean: names, pronouns, offices, countries, "the two leaders"."""

import re
from typing import TYPE_CHECKING

from bot.models import Party, PartyKind
from bot.reading.meetings.chunks import (
    Chunk,
    are_around_someone,
    begins_clause,
    chunks,
    core_of,
    is_office,
    is_officials,
    listed,
    lone_pronoun,
    office_words,
    text_of,
    words_of,
)
from bot.reading.meetings.made import (
    COLLECTIVE,
    LONGEST_NAME,
    are_people,
    bodies,
    delegates,
    named_party,
    stands_for_itself,
    unknown_person,
)
from bot.reading.meetings.referred import also_did, referred
from bot.reading.meetings.scene import Scene
from bot.reading.meetings.several import Several, Told
from bot.reading.meetings.subjects import goes_on
from bot.reading.meetings.words import OFFICES
from bot.reading.roles import IS_PERSON

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEADING = re.compile(r"^(?:(?:the|a|an|his|her|their|its|some|several|other|also|then)\s+)+", re.I)
_DEFINITE = frozenset({"the", "this", "that"})
_NEAR = 12  # words between a delegation and its leader
_FARTHEST = 60  # words that a list of parties may take
_KINDS = (frozenset({"name"}), frozenset({"office"}), COLLECTIVE)


class Parties:
    """Finds whom the arguments of a meeting word mean, in one paragraph."""

    def __init__(self, scene: Scene, told: Told | None = None) -> None:
        self.scene = scene
        self.told = told or Told()
        self.several = Several(scene, self.told)
        self.others: tuple[Party, ...] = ()  # on the other side: "he" is none of them

    def but(self, others: tuple[Party, ...]) -> "Parties":
        """Make a finder for one side of a meeting, who are the other side being known."""
        finder = Parties(self.scene, self.told)
        finder.others = others
        return finder

    def before(self, subject: "Token | None", verb: "Token") -> tuple[Party, ...]:
        """Parties in a subject: all of the list that ends before the verb."""
        if subject is None:
            return ()
        start, end = subject.left_edge.i, subject.right_edge.i + 1
        while end < verb.i and goes_on(self.scene.doc[end], subject):
            end += 1
        start += self.scene.doc[start].lower_ == "whose"
        led = self._led_by(subject, end)
        if subject.i < verb.i:
            parted = any(subject.i < c.i < verb.i and c.dep_ == "nsubj" for c in verb.children)
            end = verb.i if parted else min(end, verb.i)
        found = self.in_span(start, end, subject=True)
        leads = self.in_span(led, end) if led and not are_people(found) else ()
        return leads or found

    def after(self, argument: "Token | None") -> tuple[Party, ...]:
        """Parties in the list that begins with an argument."""
        if argument is None:
            return ()
        start = min(argument.left_edge.i, argument.i)
        end = min(start + _FARTHEST, self.scene.end_of(argument))
        found = self.in_span(start, end)
        led = self._led_by(argument, end)
        return tuple(dict.fromkeys((*found, *(self.in_span(led, end) if led else ()))))

    def _led_by(self, argument: "Token", end: int) -> int | None:
        """Where it says who leads "a delegation led by Bae"."""
        after = self.scene.doc[argument.i : min(end, argument.i + _NEAR)]
        return next(
            (
                t.i + 2
                for t in after[:-1]
                if t.lower_ in ("led", "headed") and t.nbor().lower_ == "by"
            ),
            None,
        )

    def owner(self, owner: "Token") -> tuple[Party, ...]:
        """Parties in a possessor: "Blinken" of "Secretary Blinken's meeting"."""
        return self.in_span(owner.left_edge.i, owner.i + 1, owned=True)

    def in_span(
        self, start: int, end: int, subject: bool = False, owned: bool = False
    ) -> tuple[Party, ...]:
        """Parties in a stretch of words."""
        cut = chunks(self.scene.doc, start, end, subject, self.scene.sides)
        items = listed(self._grouped(cut), subject)
        found: list[Party] = []
        for at, item in enumerate(items):
            if are_around_someone(item):
                continue
            last = owned and item is items[-1]
            found += self._of(item, items[:at], items[at + 1 :], last)
        return tuple(dict.fromkeys(found))

    def _grouped(self, items: list[Chunk]) -> list[Chunk]:
        """Put "US and Chinese defense chiefs" and "ministers of Japan, India and Fiji" together."""
        grouped: list[Chunk] = []
        for item in items:
            before = grouped[-1] if grouped else None
            if before and (
                (item.joined and self._is_sides(before) and is_officials(item))
                or (
                    is_officials(before)
                    and words_of(before) & {"of", "from"}
                    and self._is_sides(item)
                )
            ):
                before.tokens += item.tokens
            else:
                grouped.append(item)
        return grouped

    def _is_sides(self, item: Chunk) -> bool:
        return all(
            t.i in self.scene.sides or t.pos_ in ("DET", "PUNCT", "PRON") for t in item.tokens
        )

    def _of(
        self, item: Chunk, before: list[Chunk], after: list[Chunk], owned: bool = False
    ) -> list[Party]:
        """Parties of one item; none where it only explains its neighbour."""
        joint = self._countries(item)
        if joint:  # "the presidents of X and Y, A and B" are A and B
            ends = len(after) < 2 or after[0].joined or not self._is_bare_name(after[0])
            return joint if ends else []
        if after and not after[0].joined and self._are_named_by(item, after):
            return []  # "his Thai counterpart, B"
        named = unknown_person(item, self.scene) or self._named(item, owned)
        if named:
            explains = before and not item.joined and not (after and are_people(named))
            explains = explains and not self._are_named_by(before[-1], [item, *after])
            return [] if explains and self._is_one_with(before, named) else named
        pronoun = lone_pronoun(item)
        if pronoun is not None:
            if begins_clause(item, before):
                return []
            same = also_did(pronoun, self.told.doer, self.scene, self.others)
            return same or referred(pronoun, self.scene, self.others)
        if before and not item.joined and self._is_bare_name(item) and is_office(before[-1]):
            return [named_party(item)]
        if after and not after[0].joined and self._is_bare_name(after[0]):
            return []  # "the two countries' foreign ministers, A and B"
        several = self.several.named_by(item) or delegates(item, self.scene)
        return several or self._by_office(item, before, after) or self._described(item)

    def _is_office(self, item: Chunk) -> bool:
        """Whether an item tells an office and not who holds it: "B's envoy"."""
        mentions = self.scene.mentions
        names = [t for t in item.tokens if t.i in mentions and mentions[t.i].kind == "name"]
        if not names:
            return is_office(item)
        after = [t for t in item.tokens if t.i > names[-1].i]
        return mentions[names[-1].i].possessive and is_office(Chunk(after))

    def _are_named_by(self, office: Chunk, after: list[Chunk]) -> bool:
        """Whether the next items tell who holds an office: "the head of staff, General B"."""
        if not self._is_office(office):
            return False
        if self._is_bare_name(after[0]):
            return True
        are_named = [bool(self._people(item)) for item in after]
        if any(t.tag_ == "NNS" for t in core_of(office)):
            return len(after) > 1 and all(are_named)
        return are_named == [True] and not unknown_person(office, self.scene)

    def _people(self, item: Chunk) -> list[Party]:
        """People whom an item names."""
        named = unknown_person(item, self.scene) or self._named(item)
        return [p for p in named if p.kind is PartyKind.PERSON]

    def _is_one_with(self, before: list[Chunk], named: list[Party]) -> bool:
        """Whether the item before names somebody whom this one explains: no country does."""
        last = self._of_last(before)
        lands = all(p.kind is PartyKind.BODY and p.name == p.side for p in (*last, *named))
        return bool(last) and not lands

    def _of_last(self, before: list[Chunk]) -> list[Party]:
        """Parties that the item before names; an office alone is only explained by a name."""
        return unknown_person(before[-1], self.scene) or self._named(before[-1])

    def _named(self, item: Chunk, owned: bool = False) -> list[Party]:
        """Whom the names in an item mean, but for possessors and countries of office."""
        mentions = dict.fromkeys(
            self.scene.mentions[t.i] for t in item.tokens if t.i in self.scene.mentions
        )
        standing = [m for m in mentions if stands_for_itself(m, owned, self.scene)]
        for kinds in _KINDS[:2] if is_officials(item) else _KINDS:
            named = [
                m.party
                for m in standing
                if m.party
                and m.kind in kinds
                and m.party.kind is not PartyKind.ROLE
                and not (m.kind == "office" and m.party in self.others)
            ]
            if named:
                return named[-1:] if kinds is _KINDS[0] else named
        return []

    def _by_office(self, item: Chunk, before: list[Chunk], after: list[Chunk]) -> list[Party]:
        """Somebody known by office only ("South Korean counterpart"), or several by country."""
        noun = next((t for t in reversed(core_of(item)) if t.pos_ in ("NOUN", "PROPN")), None)
        if noun is None or noun.lemma_.lower() not in OFFICES:
            return []
        if before and not item.joined and self._named(before[-1]):
            return []
        sides = self._sides_in(item)
        return self._office_holder(item, noun, sides[0] if sides else None)

    def _described(self, item: Chunk) -> list[Party]:
        """Whom "the top Iranian official" means: somebody named before, or nobody."""
        first, last = item.tokens[0], core_of(item)[-1:]
        if first.lower_ not in _DEFINITE or not last or last[0].tag_ != "NN":
            return []
        offset, end = self.scene.offset, item.tokens[-1]
        who = self.scene.cast.resolve(
            offset + first.idx, offset + end.idx + len(end), self.scene.parsed
        ).party
        person = who is not None and who.kind is PartyKind.PERSON and who not in self.others
        return [who] if who and person and IS_PERSON.search(last[0].text) else []

    def _sides_in(self, item: Chunk) -> list[str]:
        told = (self.scene.sides[t.i] for t in item.tokens if t.i in self.scene.sides)
        return list(dict.fromkeys(told))

    def _countries(self, item: Chunk) -> list[Party]:
        """Countries of "U.S. and Chinese defense chiefs" and "ministers of Japan and India"."""
        sides = self._sides_in(item) if is_officials(item) else []
        return bodies(sides, office_words(item)) if len(sides) > 1 else []

    def _is_bare_name(self, item: Chunk) -> bool:
        """Whether an item is only a name: "his counterpart, Ariel Sharon"."""
        known = bool(self._named(item)) and all(t.i in self.scene.mentions for t in item.tokens)
        words = [t for t in item.tokens if t.text not in ("-", "’", "'")]
        plain = all(t.text[0].isupper() and t.i not in self.scene.sides for t in words)
        return known or (1 < len(words) <= LONGEST_NAME and plain and not is_office(item))

    def _office_holder(self, item: Chunk, noun: "Token", side: str | None) -> list[Party]:
        offset = self.scene.offset
        start = item.tokens[0]
        who = self.scene.cast.resolve(
            offset + start.idx, offset + noun.idx + len(noun), self.scene.parsed
        )
        elsewhere = _is_of_another(item, noun) or who.party in self.others
        if who.party and who.party.kind is not PartyKind.ROLE and not elsewhere:
            return [who.party]
        if not side and item.tokens[0].lower_ == "the":
            again = [r for r in self.told.roles if noun.lemma_.lower() in r.name.lower()]
            if again:
                return again[-1:]
        plural = noun.tag_ in ("NNS", "NNPS")
        if plural and not side and not elsewhere:
            known = self.several.together(item) if item.tokens[0].lower_ == "the" else []
            return known or self._of_body(item)
        name = _LEADING.sub("", text_of(item))
        if not side and not re.search(r"\b[A-Z]", name):
            return []
        return [Party(name=name, kind=PartyKind.ROLE, office=name, side=side)]

    def _of_body(self, item: Chunk) -> list[Party]:
        """Take "leaders of the Group of Seven" as the body; keep "European leaders"."""
        mention = next((m for t in item.tokens if (m := self.scene.mentions.get(t.i))), None)
        if mention and mention.party and mention.party.kind is PartyKind.BODY:
            return [mention.party]
        proper = [t for t in item.tokens[:-1] if t.text[0].isupper() and t.pos_ in ("ADJ", "PROPN")]
        name = _LEADING.sub("", text_of(item))
        return [Party(name=name, kind=PartyKind.ROLE, office=name)] if proper else []


def _is_of_another(item: Chunk, noun: "Token") -> bool:
    """Whether an office is told of what nobody knows: "the leader of the Elba Front"."""
    after = [t for t in item.tokens if t.i > noun.i]
    return len(after) > 1 and after[0].lower_ == "of" and after[-1].text[0].isupper()

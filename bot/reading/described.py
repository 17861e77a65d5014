"""Whom descriptions mean: "the minister", "the Japanese minister", "the former diplomat"."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from bot.models import Party
from bot.reading.casting import Casting
from bot.reading.known import SAYING, Known
from bot.reading.mentions import Mention
from bot.reading.pronouns import Antecedents
from bot.reading.register import Keys
from bot.reading.scan import PieceKind
from bot.reading.scanned import OF_SOMEBODY, Scanned, Title
from bot.reading.titles import ENDED, gender_of, nouns_of
from bot.reading.told_genders import PRONOUN
from bot.reading.words import keys_of

Found = tuple[Party | None, float]
NOBODY: Found = (None, 0.0)
ONLY = 0.75  # one person bears the title
AHEAD = 0.7  # several do; one is well ahead
CLOSE = 0.55
WELL_AHEAD = 0.85  # of the first one's weight
NEAREST = 12  # mentions weighed
AGAIN = 1.5  # "the prime minister" is the one whom the same words meant before
HOME = 1.3  # "the minister" is the one whom the article gave no country
OTHER_GENDER = 0.1
SEVERAL = 0.7  # how sure an office is that several of the article's people hold
DEFINITE = re.compile(r"\b(?:the|that|this)\s+(?:[\w.’'-]+\s+){0,2}$", re.I)
# "In her remarks, the president said"; "the secretary said in a statement that she".
WHOSE_BEFORE = re.compile(r"\b(his|her)\s[^.,;“”\"]{2,60},\s(?:the|The)\s+(?:\w+\s){0,2}$")
WHOSE_AFTER = re.compile(rf"[^.;“”\"]{{0,70}}?{PRONOUN.pattern}", re.I)
GENDERS = {"his": "m", "her": "f"}
FAR_AHEAD = 2.5  # times the weight of whoever bears the title
OFTEN = 0.25  # exponent: who is named most is meant more often
SENTENCE_END = re.compile(r"[.!?][”\"’')]*(?:\s|$)")
LINKED = frozenset(["of", "for", "in", "at", "to", "from"])
# Nouns that are adjectives as well: "the official text".
DOUBLE = frozenset(keys_of("official general chief major head executive expert captain fellow"))
RELATIVE = frozenset(keys_of("counterpart predecessor successor colleague member host"))


class Descriptions:
    """Finds whom the titles that stand without a name mean, in one article."""

    def __init__(self, casting: Casting, antecedents: Antecedents) -> None:
        self.casting = casting
        self.antecedents = antecedents
        self.text = antecedents.page.article.text
        self.times = Counter(m.party.key for m in antecedents.people if m.party)
        self.meant: dict[Keys, list[Mention]] = {}  # by offices without a country, in order

    def of_title(self, keys: Keys, start: int, end: int, title: Title | None = None) -> Found:
        """Tell whom a description such as "the minister" means: who bears that title."""
        if not keys:
            return NOBODY
        side = title.side if title else self.casting.register.side_told(keys)
        order = (True, False) if not ENDED.isdisjoint(keys) else (False,)
        for past in order:
            bearing = self._bearing(partial(_bears, keys[-1], past, side), start)
            if side:  # "the Swiss president" is nobody of another country
                own = [pair for pair in bearing if pair[1].side == side]
                bearing = own or [pair for pair in bearing if pair[1].side is None]
            told = set(keys) - ENDED - set(self.casting.register.adjectives_of(side))
            if len(told) > 1:  # "the interior minister" is no other minister, if one is told
                whole = [pair for pair in bearing if told <= set(keys_of(pair[1].title or ""))]
                bearing = whole or bearing
            found = self._likeliest(bearing, keys, start, end)
            if found[0]:
                return found
        return NOBODY

    def of_office(self, title: Title, start: int, end: int) -> Found:
        """Tell which of several holders of an office is meant: "the president"."""
        office = title.office or ""
        holders = self._bearing(lambda k: self.casting.knowns.holds(k, office, title.side), start)
        nouns = nouns_of(title.keys, None)
        own = [pair for pair in holders if not nouns.isdisjoint(_told_nouns(pair[1]))]
        again = None if title.side else self._meant_before(title.keys, start)
        return self._likeliest(own or holders, title.keys, start, end, again)

    def _meant_before(self, keys: Keys, start: int) -> Mention | None:
        """Give the last mention of somebody by the same words before an offset."""
        return next((m for m in reversed(self.meant.get(keys, [])) if m.end <= start), None)

    def mentions(self, told: Mapping[int, Mention]) -> Iterator[Mention]:
        """Yield the descriptions of people whom the article names elsewhere.

        `told` holds the mentions known already, by their offset.
        """
        for number, scanned in enumerate(self.casting.scanned):
            for index, piece in enumerate(scanned.pieces):
                start = scanned.paragraph.start + scanned.words[piece.first].start
                known = told.get(start)
                open_ = known is None or known.party is None or known.confidence <= SEVERAL
                if piece.kind is not PieceKind.TITLE:
                    continue
                title = scanned.title_at(index)
                described = self._described(scanned, index, number, known is not None)
                found = list(described) if open_ else [m for m in (known,) if m]
                if title.office and not title.side:
                    self.meant.setdefault(title.keys, []).extend(found)
                yield from found

    def _described(
        self, scanned: Scanned, index: int, number: int, is_office: bool
    ) -> Iterator[Mention]:
        title, piece = scanned.title_at(index), scanned.pieces[index]
        if self.casting.has_name(scanned, index) or not _describes(scanned, index, title):
            return
        base = scanned.paragraph.start
        start, end = base + title.start, base + scanned.words[piece.last - 1].end
        named = self.casting.explained(scanned, index, number)
        if named:
            found: Found = (named, ONLY)
        elif is_office and not title.ended:
            found = self.of_office(title, start, end)
        else:
            found = self.of_title(title.keys, start, end, title)
        if found[0]:
            made = self.casting.made(scanned, piece, number, found[0], "office", title)
            yield replace(made, confidence=found[1])

    def _bearing(self, bears: Callable[[Known], bool], start: int) -> list[tuple[Mention, Known]]:
        """Give who bears a title, the nearest first; those named later if none came before."""
        bearing = []
        for mention in self.antecedents.people:
            known = self.casting.knowns.all.get((mention.party.key if mention.party else "") or "")
            if known and bears(known):
                bearing.append((mention, known))
        earlier = [pair for pair in bearing if pair[0].start < start]
        return earlier[::-1][:NEAREST] or bearing[:1]

    def _likeliest(
        self,
        bearing: Sequence[tuple[Mention, Known]],
        keys: Keys,
        start: int,
        end: int,
        again: Mention | None = None,
    ) -> Found:
        but = self._in_clause(end)
        gender = gender_of(keys) or self._told_gender(start, end)
        weights: dict[str, float] = {}
        parties: dict[str, Party] = {}
        for mention, known in bearing:
            key = known.person.key
            if mention.party and key not in but and not self._another(keys[-1], mention, start):
                weight = self.antecedents.weight(mention, start)
                if again and again.party and again.party.key == key:
                    weight = max(weight, self.antecedents.weight(again, start)) * AGAIN
                weight *= self._fit(known, gender) * self.times[key] ** OFTEN
                weights[key] = max(weights.get(key, 0.0), weight)
                parties[key] = mention.party
        ranked = sorted(weights, key=lambda key: -weights[key])
        if not ranked:
            return NOBODY
        nearer = self._plain_nearer(weights[ranked[0]], gender, start, but)
        if nearer:
            return nearer, CLOSE
        if len(ranked) == 1:
            return parties[ranked[0]], ONLY
        ahead = weights[ranked[1]] <= WELL_AHEAD * weights[ranked[0]]
        return parties[ranked[0]], AHEAD if ahead else CLOSE

    def _plain_nearer(
        self, weight: float, gender: str | None, start: int, but: set[str]
    ) -> Party | None:
        """Give whom the text is about, of whom it tells no office, if that far outweighs others.

        "The senator" need not be the only one whom the article calls "Sen.".
        """
        best: tuple[float, Party | None] = (FAR_AHEAD * weight, None)
        for mention in self.antecedents.before(start):
            known = self.casting.knowns.all.get((mention.party.key if mention.party else "") or "")
            if known is None or known.person.key in but or known.nouns or known.past:
                continue
            own = self.antecedents.weight(mention, start) * self._fit(known, gender)
            own *= self.times[known.person.key] ** OFTEN
            if own > best[0]:
                best = (own, mention.party)
        return best[1]

    def _another(self, noun: str, mention: Mention, start: int) -> bool:
        """Tell whether somebody unnamed came up since: "An aide said so. The aide added …"."""
        since = self.text[mention.end if mention.end <= start else 0 : start]
        return bool(
            re.search(rf"\b(?:an?|another|one)\s+(?:[\w-]+\s+){{0,4}}{noun}\b", since, re.I)
        )

    def _fit(self, known: Known, gender: str | None) -> float:
        fit = HOME if known.side in {None, self.casting.side} else 1.0
        its = known.gender or self.antecedents.told.get(known.person.key) or known.likely
        return fit if not gender or its in {None, gender} else fit * OTHER_GENDER

    def _in_clause(self, end: int) -> set[str]:
        """Give the people named behind a description in its sentence: it means none of them."""
        close = SENTENCE_END.search(self.text, end)
        last = close.start() if close else len(self.text)
        people, starts = self.antecedents.people, self.antecedents.starts
        here = people[bisect_left(starts, end) : bisect_left(starts, last)]
        return {m.party.key for m in here if m.party and m.party.key and not m.possessive}

    def _told_gender(self, start: int, end: int) -> str | None:
        """Tell the gender by a pronoun of the same sentence, with nobody named between."""
        before = WHOSE_BEFORE.search(self.text, max(0, start - 100), start)
        after = WHOSE_AFTER.match(self.text, end)
        if before:
            return GENDERS[before[1]]
        starts = self.antecedents.starts
        if after and bisect_left(starts, end) == bisect_left(starts, after.end()):
            return after.lastgroup
        return None


def _told_nouns(known: Known) -> set[str]:
    """Give the words of somebody's title; of the beat's office where the article tells none."""
    return set(keys_of(known.title)) if known.title else known.nouns


def _bears(noun: str, past: bool, side: str | None, known: Known) -> bool:
    """Tell whether somebody is, or was, what a noun says, on a side."""
    bears = noun in (known.past if past else known.nouns)
    return bears and (not side or known.side in {None, side})


def _describes(scanned: Scanned, index: int, title: Title) -> bool:
    """Tell "the minister" from "the minister of trade", "a minister" and "the chief reason"."""
    piece, words = scanned.pieces[index], scanned.words
    before = DEFINITE.search(scanned.paragraph.text, max(0, title.start - 40), title.start)
    if before is None or OF_SOMEBODY.search(before[0]):
        return False
    if scanned.is_quoted(piece) or not RELATIVE.isdisjoint(title.keys):
        return False
    after = words[piece.last] if piece.last < len(words) else None
    if after is None or after.gap.strip():
        return True
    if after.key in LINKED or after.gap == "-":
        return False
    return words[piece.last - 1].key not in DOUBLE or after.key in SAYING


def with_descriptions(
    casting: Casting, antecedents: Antecedents, mentions: Sequence[Mention]
) -> tuple[Mention, ...]:
    """Add to an article's mentions the descriptions of people whom it names elsewhere."""
    told = {m.start: m for m in mentions}
    found = {m.start: m for m in Descriptions(casting, antecedents).mentions(told)}
    return tuple(sorted((told | found).values(), key=lambda m: m.start))

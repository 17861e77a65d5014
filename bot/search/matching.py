"""From the words of a query to the documents that fit them best.

Each word is corrected against the index's vocabulary; a few bounded queries
collect the newest documents that fit; only those are ranked.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Protocol

from rapidfuzz import fuzz

from bot.models import Label, Scope, StoredMeeting, StoredQuote
from bot.search.vocabulary import Meanings, Vocabulary
from bot.words import WORD

MOST_WORDS = 8
POOL = 200  # the newest documents that a query brings
WIDE_POOL, LACKING_ONE, LACKING_ONE_AMONG_FEW, ALONE = 200, 100, 50, 50
MOST_RANKED = 900
FINELY_RANKED = 40
IN_ORDER = 0.3  # what the words' standing together is worth, against 1 for a word's match
COMMON = 0.2  # a word of a fifth of all documents does not filter, it only scores


class Index(Protocol):
    """What the store's index answers."""

    def matching(
        self, groups: Sequence[Iterable[str | Label]], scope: Scope, limit: int
    ) -> list[int]:
        """Return the newest documents that have one term of each group."""

    def words(self, documents: Sequence[int]) -> list[tuple[int, str]]:
        """Return the folded words of documents."""

    def records(self, documents: Sequence[int]) -> list[StoredQuote | StoredMeeting]:
        """Return the quotes and meetings behind documents."""


@dataclass(frozen=True, slots=True)
class Part:
    """A typed word, or a few that mean one thing, and other ways to write it."""

    typed: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A part and the terms that may stand for it in a document."""

    part: Part
    meanings: Meanings
    count: int  # about how many documents have one of them


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that fits, best first; what stands in it for each part, and what it lacks."""

    document: int
    stands_for: Mapping[str, str]
    lacks: tuple[str, ...]


OTHER_WAY = 0.97  # a synonym, against 1 for the word itself


class Matcher:
    """One search under way: what has been found so far, in the order found."""

    def __init__(self, index: Index, vocabulary: Vocabulary, scope: Scope, limit: int) -> None:
        self.index = index
        self.vocabulary = vocabulary
        self.scope = scope
        self.limit = limit
        self.parts: tuple[Part, ...] = ()
        self.phrase = ""
        self.found: dict[int, None] = {}

    def find(self, parts: Iterable[Part], phrase: str) -> list[Hit]:
        """Return the documents that fit the parts, the best first.

        The query is tried as it stands, `phrase` being all its words; then
        corrected; then with wider corrections. Where few or none have every
        part, those that lack one come after them.
        """
        self.parts = tuple(dict.fromkeys(parts))[:MOST_WORDS]
        self.phrase = phrase
        if not self.parts:
            ids = self.index.matching((), self.scope, self.limit)
            return [Hit(id, {}, ()) for id in ids]
        if self.as_it_stands():
            stands_for = {part.typed: part.typed for part in self.parts}
            return [Hit(id, stands_for, ()) for id in list(self.found)[: self.limit]]
        # One unknown word by itself: nothing else tells the right reading.
        alone = len(self.parts) == 1 and not self.known(self.parts[0])
        groups = self.groups(wide=alone)
        if not groups:
            return []
        filters = self.filters(groups)
        self.fetch_all(filters)
        if not self.found and not alone:
            groups = self.widen()
        elif len(self.found) < self.limit and len(filters) > 2:
            self.let_one_go(filters, LACKING_ONE_AMONG_FEW)
        return self.ranked(groups)

    def widen(self) -> list[Group]:
        """No reading of the words is consistent: take words further off, and let one word go."""
        groups = self.groups(wide=True)
        filters = self.filters(groups)
        self.fetch_all(filters)
        if len(filters) > 1:
            self.let_one_go(filters, LACKING_ONE)
        if not self.found:
            for group in filters:
                self.fetch_all([group], ALONE)
        return groups

    def let_one_go(self, filters: Sequence[Group], limit: int) -> None:
        """Add documents that lack one part, the most common part first."""
        for left_out in reversed(range(len(filters))):
            self.fetch_all([*filters[:left_out], *filters[left_out + 1 :]], limit)

    def known(self, part: Part) -> bool:
        """Tell whether the index holds a part as it was typed."""
        return bool(part.others) or part.typed in self.vocabulary.counts

    def as_it_stands(self) -> bool:
        """Take the words literally, phrase first; tell whether that is enough."""
        if not all(map(self.known, self.parts)):
            return False
        if " " in self.phrase:
            self.fetch([[self.phrase]], self.limit)
        if len(self.found) < self.limit:
            rare_first = sorted(self.parts, key=lambda part: self.vocabulary.counts[part.typed])
            self.fetch([(part.typed, *part.others) for part in rare_first], self.limit)
        return len(self.found) >= self.limit

    def fetch(self, groups: Sequence[Iterable[str]], limit: int = POOL) -> None:
        """Add the newest documents that have one term of each group."""
        self.found.update(dict.fromkeys(self.index.matching(groups, self.scope, limit)))

    def fetch_all(self, groups: Sequence[Group], limit: int = POOL) -> None:
        """Add the newest documents that have some meaning of each group."""
        self.fetch([group.meanings for group in groups], limit)

    def groups(self, wide: bool) -> list[Group]:
        """Return each part with what may stand for it, leaving out what nothing may."""
        groups = [self.group(part, wide) for part in self.parts]
        return [group for group in groups if group.meanings]

    def group(self, part: Part, wide: bool) -> Group:
        """Return one part with what may stand for it."""
        meanings = dict.fromkeys(part.others, OTHER_WAY)
        if " " in part.typed:
            meanings[part.typed] = 1.0
        else:
            meanings |= self.vocabulary.meanings(part.typed, wide and not part.others)
        return Group(part, meanings, self.vocabulary.count(meanings))

    def filters(self, groups: Sequence[Group]) -> list[Group]:
        """Return the groups that narrow a query, the rarest first."""
        bound = COMMON * self.vocabulary.documents
        rare_first = sorted(groups, key=lambda group: group.count)
        return [g for i, g in enumerate(rare_first) if i < 1 or g.count < bound]

    def ranked(self, groups: Sequence[Group]) -> list[Hit]:
        """Rank what was found: the rarer a word and the surer its meaning, the more it counts."""
        weights = [0.3 + log(1 + self.vocabulary.documents / (1 + self.rarity(g))) for g in groups]
        scored = []
        for document, text in self.index.words(list(self.found)[:MOST_RANKED]):
            words = set(WORD.findall(text))
            score = sum(
                weight * max((group.meanings[t] for t in present(group, words, text)), default=0)
                for group, weight in zip(groups, weights, strict=True)
            )
            scored.append((score, document, text))
        scored.sort(reverse=True)  # at equal score the newest first
        if len(self.parts) > 2:
            scored = [
                (score + IN_ORDER * fuzz.partial_ratio(self.phrase, text) / 100, document, text)
                for score, document, text in scored[:FINELY_RANKED]
            ]
            scored.sort(reverse=True)
        return [self.hit(document, text, groups) for _, document, text in scored[: self.limit]]

    def hit(self, document: int, text: str, groups: Sequence[Group]) -> Hit:
        """Tell what in a document stands for each part, and which parts it lacks."""
        words = set(WORD.findall(text))
        stands_for = {}
        for group in groups:
            there = present(group, words, text)
            if there:
                stands_for[group.part.typed] = max(there, key=group.meanings.__getitem__)
        lacks = tuple(part.typed for part in self.parts if part.typed not in stands_for)
        return Hit(document, stands_for, lacks)

    def rarity(self, group: Group) -> int:
        """Return how many documents have a group's commonest meaning."""
        return max(self.vocabulary.counts[term] for term in group.meanings)


def present(group: Group, words: Collection[str], text: str) -> list[str]:
    """Return the meanings of a group that a document has."""
    found = list(group.meanings.keys() & words)
    if group.part.others or " " in group.part.typed:
        found += [term for term in group.meanings if " " in term and term in text]
    return found

"""From the words of a query to the documents that fit them best.

Each word is corrected against the index's vocabulary; a few bounded queries
collect the newest documents that fit; only those are ranked.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Protocol

from bot.kept import Label, Scope, StoredMeeting, StoredQuote
from bot.search.vocabulary import Meanings, Vocabulary

MOST_WORDS = 8
POOL = 200  # the newest documents that a query brings
LACKING_ONE, LACKING_RIGHT, ALONE = 100, 30, 50
MOST_RANKED = 900
FINELY_RANKED = 40
LONG_PHRASE = 3  # words that stand so in a document are meant so
IN_ORDER = 0.3  # what the words' standing together is worth, against 1 for a word's match
SURE = 0.62  # how likely the meaning of each word is where nothing else need be tried
COMMON = 0.2  # a word of a fifth of all documents does not filter, it only scores


Scored = tuple[float, int, str]  # score, document, its text


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
        corrected; then with wider corrections. Where no document surely has
        every part, those that lack one come after those that do.
        """
        self.parts = tuple(dict.fromkeys(parts))[:MOST_WORDS]
        self.phrase = phrase
        if not self.parts:
            ids = self.index.matching((), self.scope, self.limit)
            return [Hit(id, {}, ()) for id in ids]
        if self.as_it_stands():
            stands_for = {part.typed: part.typed for part in self.parts}
            return [Hit(id, stands_for, ()) for id in list(self.found)[: self.limit]]
        if len(self.parts) == 1:
            return self.alone(self.parts[0])
        groups = self.groups(wide=False)
        if not groups:
            return []
        self.fetch_all(self.filters(groups))
        hits = self.ranked(groups)
        if not self.sure(hits, groups):
            return self.widely()
        return hits if len(hits) >= self.limit else self.without_right_words(groups, hits)

    def without_right_words(self, groups: Sequence[Group], hits: list[Hit]) -> list[Hit]:
        """Add documents that lack a word spelt right: it may have been one too many."""
        right = [group for group in groups if group.part.typed in group.meanings]
        if not 0 < len(right) < len(groups):
            return hits
        before = len(self.found)
        for spare in right:
            self.fetch_all(self.filters([g for g in groups if g is not spare]), LACKING_RIGHT)
        return self.ranked(groups) if len(self.found) > before else hits

    def alone(self, part: Part) -> list[Hit]:
        """Find one part by itself: its likeliest meanings first, no other word to tell by."""
        group = self.group(part, wide=not self.known(part))
        by_likeness: defaultdict[float, list[str]] = defaultdict(list)
        for term, likeness in group.meanings.items():
            by_likeness[likeness].append(term)
        for likeness in sorted(by_likeness, reverse=True):
            self.fetch([by_likeness[likeness]], self.limit - len(self.found))
            if len(self.found) >= self.limit:
                break
        found = list(self.found)[: self.limit]
        texts = dict(self.index.words(found))
        return [self.hit(id, texts[id], [group]) for id in found]

    def sure(self, hits: Sequence[Hit], groups: Sequence[Group]) -> bool:
        """Tell whether the best hit has a likely meaning of every part."""
        if not hits or hits[0].lacks:
            return False
        likely = [group.meanings[hits[0].stands_for[group.part.typed]] for group in groups]
        return min(likely) >= SURE

    def widely(self) -> list[Hit]:
        """No reading is sure: take words further off, and let one word go."""
        groups = self.groups(wide=True)
        filters = self.filters(groups)
        self.fetch_all(filters)
        if len(filters) > 1:
            self.let_one_go(filters, LACKING_ONE)
        if not self.found:
            for group in filters:
                self.fetch_all([group], ALONE)
        return self.ranked(groups)

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
        quoted = bool(self.found) and self.phrase.count(" ") + 1 >= LONG_PHRASE
        if len(self.found) < self.limit:
            rare_first = sorted(self.parts, key=lambda part: self.vocabulary.counts[part.typed])
            self.fetch([(part.typed, *part.others) for part in rare_first], self.limit)
        return quoted or len(self.found) >= self.limit

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
        worth = self.worth(groups)
        phrases = [term for term in worth if " " in term]
        scored = []
        for document, text in self.index.words(list(self.found)[:MOST_RANKED]):
            best = [0.0] * len(groups)
            there = worth.keys() & text.split()
            there.update(term for term in phrases if is_phrase_in(term, text))
            for term in there:
                for number, value in worth[term]:
                    if value > best[number]:
                        best[number] = value
            scored.append((sum(best), document, text))
        scored.sort(reverse=True)  # at equal score the newest first
        if " " in self.phrase:
            return self.phrases_first(scored, groups)[: self.limit]
        return [self.hit(document, text, groups) for _, document, text in scored[: self.limit]]

    def worth(self, groups: Sequence[Group]) -> dict[str, list[tuple[int, float]]]:
        """Return what each term adds to a document's score, and for which groups."""
        worth: dict[str, list[tuple[int, float]]] = {}
        for number, group in enumerate(groups):
            rarity = max(self.vocabulary.counts[term] for term in group.meanings)
            weight = 0.3 + log(1 + self.vocabulary.documents / (1 + rarity))
            for term, likeness in group.meanings.items():
                worth.setdefault(term, []).append((number, weight * likeness))
        return worth

    def phrases_first(self, scored: list[Scored], groups: Sequence[Group]) -> list[Hit]:
        """Turn what may come first into hits; words that stand together come before others."""
        least = scored[min(self.limit, len(scored)) - 1][0] - IN_ORDER if scored else 0
        near = [
            (score, self.hit(document, text, groups), text)
            for score, document, text in scored[: max(self.limit, FINELY_RANKED)]
            if score >= least
        ]
        near.sort(key=lambda s: s[0] + IN_ORDER * self.in_order(s[1], s[2]), reverse=True)
        return [hit for _, hit, _ in near]

    def in_order(self, hit: Hit, text: str) -> bool:
        """Tell whether the words stand in a document as in the query, corrected."""
        phrase = " ".join(hit.stands_for.get(word, word) for word in self.phrase.split())
        return not hit.lacks and is_phrase_in(phrase, text)

    def hit(self, document: int, text: str, groups: Sequence[Group]) -> Hit:
        """Tell what in a document stands for each part, and which parts it lacks."""
        words = set(text.split())
        stands_for = {}
        for group in groups:
            there = [term for term in group.meanings if term in words or is_phrase_in(term, text)]
            if there:
                stands_for[group.part.typed] = max(there, key=group.meanings.__getitem__)
        lacks = tuple(part.typed for part in self.parts if part.typed not in stands_for)
        return Hit(document, stands_for, lacks)


def is_phrase_in(term: str, text: str) -> bool:
    """Tell whether a term of several words stands in a document's text."""
    return " " in term and f" {term} " in f" {text} "

"""The words that the index holds, in memory, and what a typed word may have meant among them."""

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import log10
from operator import itemgetter
from threading import RLock

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from bot.search.nearness import Bucket, NearWords, fingerprints
from bot.search.sound import sound_key

Meanings = dict[str, float]  # what a typed word may stand for: term -> how likely, at most 1

MOST_MEANINGS = 8
MOST_WIDE_MEANINGS = 16
CUT_OFF = 0.8  # a word that is cut off, before what is misspelt in it
MOST_ENDINGS = 30
MOST_BEGINNINGS = 6
SHORTEST_FOR_ENDINGS = 3
SHORTEST_FOR_SOUND = 4
BEGINNINGS = range(4, 10)  # lengths of the beginnings kept for words that are cut off and misspelt
EXACT, LONGER, CORRECTED_AT_MOST = 1.0, 0.93, 0.92
OTHER_FIRST_LETTER = 0.05  # an error in the first letter is rarer
SELDOM = 2  # documents
SEEN_ONCE = 0.25  # a word seen once may itself be a misprint
COMMONER = 0.012  # the commoner is likelier, per power of ten
KNOWN_MEANT_OTHERWISE = 0.8
NEAR_LABEL = 80  # of 100, for a filter's value that is misspelt
END_OF_LETTERS = "\U0010ffff"


class Vocabulary:
    """All words of the index, how many documents have each, and the keys of its labels.

    Safe to share between threads. `seen` is the index's time up to which it knows it.
    """

    def __init__(self) -> None:
        self.seen = 0
        self.documents = 0
        self.counts: Counter[str] = Counter()
        self.labels: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._label_words: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        self._lock = RLock()
        self._sorted: list[str] = []
        self._words = NearWords()
        self._by_sound: defaultdict[str, list[str]] = defaultdict(list)
        self._beginnings: defaultdict[str, Bucket] = defaultdict(Bucket)

    def learn(self, terms: Iterable[tuple[str, int]], documents: int, seen: int) -> None:
        """Take in the words of so many more documents, each with how many of them have it."""
        with self._lock:
            new = []
            for term, count in terms:
                if term not in self.counts:
                    new.append(term)
                self.counts[term] += count
            self._add(new)
            self.documents += documents
            self.seen = max(self.seen, seen)

    def learn_labels(self, labels: Iterable[tuple[str, str, int]]) -> None:
        """Take in labels (kind, key in words, number of documents)."""
        with self._lock:
            for kind, key, count in labels:
                if key not in self.labels[kind]:
                    for word in key.split():
                        self._label_words[kind, word].append(key)
                self.labels[kind][key] += count

    def labels_with(self, kind: str, words: Sequence[str]) -> list[str]:
        """Return the labels of a kind that have all these words, the commonest first."""
        with self._lock:
            keys = [set(self._label_words.get((kind, word), ())) for word in words]
            common = set.intersection(*keys) if keys else set()
            return sorted(common, key=lambda key: (-self.labels[kind][key], key))

    def _add(self, terms: list[str]) -> None:
        if len(terms) > len(self._sorted):
            self._sorted = sorted((*self._sorted, *terms))
        else:
            for term in terms:
                insort(self._sorted, term)
        for term in terms:
            prints = fingerprints(term)
            self._words.add(term, prints[-1])
            for length in range(BEGINNINGS[0], min(len(term), BEGINNINGS[-1]) + 1):
                if self._first_with(term[:length]) == term:
                    self._beginnings[term[0]].add(term[:length], prints[length - 1])
            if len(term) >= SHORTEST_FOR_SOUND and term.isalpha():
                self._by_sound[sound_key(term)].append(term)

    def _first_with(self, beginning: str) -> str:
        return self._sorted[bisect_left(self._sorted, beginning)]

    def meanings(self, word: str, wide: bool) -> Meanings:
        """Return the words of the index that a typed word may stand for.

        A word that the index holds stands for itself and what it begins; for words
        like it too where it is seldom, as a misprint is, or where `wide` asks for them.
        """
        with self._lock:
            found = dict.fromkeys(self.longer(word, MOST_ENDINGS), LONGER)
            known = word in self.counts
            if known:
                found[word] = EXACT
            if wide or self.counts[word] <= SELDOM:
                trust = KNOWN_MEANT_OTHERWISE if known else 1.0
                for term, likeness in self.alike(word, wide).items():
                    found.setdefault(term, likeness * trust)
            return found

    def count(self, meanings: Iterable[str]) -> int:
        """Return about how many documents have one of these words."""
        return sum(self.counts[term] for term in meanings)

    def longer(self, beginning: str, at_most: int) -> list[str]:
        """Return the words that begin so, the commonest where they are many."""
        if len(beginning) < SHORTEST_FOR_ENDINGS:
            return []
        first = bisect_left(self._sorted, beginning)
        terms = self._sorted[first : bisect_left(self._sorted, beginning + END_OF_LETTERS, first)]
        if len(terms) > at_most:
            terms = sorted(terms, key=self.counts.__getitem__, reverse=True)[:at_most]
        return [term for term in terms if term != beginning]

    def alike(self, word: str, wide: bool) -> Meanings:
        """Return words spelt or sounding nearly so, and such that begin nearly so."""
        whole = self.misspelt(word, wide)
        for term in self.sounding_like(word):
            whole.setdefault(term, 0.45 + 0.3 * fuzz.ratio(word, term) / 100)
        most = MOST_WIDE_MEANINGS if wide else MOST_MEANINGS
        found = self.likeliest(whole, most)
        if wide or not found:
            for term, likeness in self.likeliest(self.cut_off(word), most).items():
                found.setdefault(term, likeness)
        return found

    def likeliest(self, found: Meanings, most: int) -> Meanings:
        """Weigh words by how many documents have them, and return the likeliest."""
        weighed = {}
        for term, likeness in found.items():
            count = self.counts[term]
            likeness = likeness * (1 - SEEN_ONCE / count) + COMMONER * log10(count)
            weighed[term] = min(CORRECTED_AT_MOST, likeness)
        best = sorted(weighed, key=weighed.__getitem__, reverse=True)[:most]
        return {term: weighed[term] for term in best}

    def misspelt(self, word: str, wide: bool) -> Meanings:
        """Return words within a few edits; the longer a word, the more of them."""
        length = len(word)
        edits = 0 if length < 3 else 1 if length < 6 else 2
        near = self._words.near_anywhere if wide else self._words.near
        found = dict(near(word, edits)) if edits else {}
        if not found and edits and not wide:
            found = dict(self._words.near_anywhere(word, edits))
        if not found and length >= 9:
            found = dict(near(word, 3))
        return {
            term: 1 - distance / (length + 1) - OTHER_FIRST_LETTER * (term[0] != word[0])
            for term, distance in found.items()
        }

    def sounding_like(self, word: str) -> list[str]:
        """Return words of about this length that sound the same."""
        if len(word) < SHORTEST_FOR_SOUND:
            return []
        alike = self._by_sound.get(sound_key(word), ())
        return [term for term in alike if abs(len(term) - len(word)) <= 3]

    def cut_off(self, word: str) -> Meanings:
        """Return words whose beginning is nearly this word."""
        start = word[: BEGINNINGS[-1] - 1]
        if len(start) < BEGINNINGS[0]:
            return {}
        edits = 1 if len(start) < BEGINNINGS[-1] - 1 else 2
        beginnings = sorted(self._beginnings[start[0]].near(start, edits), key=itemgetter(1))
        terms = {
            term: edits_at_start(word, term)
            for beginning, _ in beginnings[:MOST_BEGINNINGS]
            for term in self.longer(beginning, MOST_ENDINGS)
        }
        return {
            term: CUT_OFF - edits / (len(word) + 1) for term, edits in terms.items() if edits <= 2
        }


def edits_at_start(word: str, term: str) -> int:
    """Return the least edits that make a word the beginning of a term."""
    size = len(word)
    return min(OSA.distance(word, term[:length]) for length in (size - 1, size, size + 1))

"""Words that are a few edits from another, out of very many, in a few microseconds.

Each word has a fingerprint of 64 bits: which letters it has, which of the common
ones more than once, and how long it is (as many bits as letters). An edit
changes two bits of it at most: a replaced letter takes one and adds one, an
added or dropped one changes the length besides, a swap changes nothing. So
words within so many edits differ in twice as many bits at most, which leaves
few to compare in full.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from rapidfuzz.distance import OSA

BITS_AN_EDIT = 2
LETTERS = "abcdefghijklmnopqrstuvwxyz"
OFTEN_TWICE = "aeiourstnlmcp"
OTHER_BITS = 5  # digits and letters of other scripts share these
LENGTH_BITS = 64 - len(LETTERS) - len(OFTEN_TWICE) - OTHER_BITS

ONCE = {letter: 1 << place for place, letter in enumerate(LETTERS)}
TWICE = {letter: 1 << len(LETTERS) + place for place, letter in enumerate(OFTEN_TWICE)}
FIRST_OTHER = len(LETTERS) + len(OFTEN_TWICE)
FIRST_LENGTH = FIRST_OTHER + OTHER_BITS


def fingerprints(word: str) -> list[int]:
    """Return the fingerprint of each beginning of a word, the shortest (one letter) first."""
    bits, all_bits = 0, []
    for place, letter in enumerate(word):
        once = ONCE.get(letter) or 1 << FIRST_OTHER + ord(letter) % OTHER_BITS
        bits |= TWICE.get(letter, once) if bits & once else once
        if place < LENGTH_BITS:
            bits |= 1 << FIRST_LENGTH + place
        all_bits.append(bits)
    return all_bits


@dataclass(frozen=True, slots=True)
class Bucket:
    """Words, and the fingerprint of each."""

    words: list[str] = field(default_factory=list)
    prints: "array[int]" = field(default_factory=lambda: array("Q"))

    def add(self, word: str, fingerprint: int) -> None:
        """Add a word and its fingerprint."""
        self.words.append(word)
        self.prints.append(fingerprint)

    def near(self, word: str, edits: int) -> Iterator[tuple[str, int]]:
        """Yield the words within so many edits, and how many."""
        bits = np.frombuffer(self.prints, dtype=np.uint64) ^ np.uint64(fingerprints(word)[-1])
        (places,) = (np.bitwise_count(bits) <= edits * BITS_AN_EDIT).nonzero()
        for place in places.tolist():
            near = self.words[place]
            distance = OSA.distance(word, near, score_cutoff=edits)
            if distance <= edits:
                yield near, distance


class NearWords:
    """A growing set of words that can be asked for those within some edits of a word.

    An edit adds, drops or replaces a letter, or swaps neighbours.
    """

    def __init__(self) -> None:
        self.by_first: defaultdict[str, Bucket] = defaultdict(Bucket)
        self.all = Bucket()

    def add(self, word: str, fingerprint: int) -> None:
        """Add a word, which is not in it yet, and its fingerprint."""
        self.by_first[word[0]].add(word, fingerprint)
        self.all.add(word, fingerprint)

    def near(self, word: str, edits: int) -> Iterator[tuple[str, int]]:
        """Yield the words with the same first letter, which most errors leave alone."""
        return self.by_first[word[0]].near(word, edits)

    def near_anywhere(self, word: str, edits: int) -> Iterator[tuple[str, int]]:
        """Yield the words with any first letter."""
        return self.all.near(word, edits)

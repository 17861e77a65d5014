"""Words that are a few edits from another, out of very many, in a few microseconds."""

from array import array
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from rapidfuzz.distance import OSA

BITS_A_LETTER = 2  # none, one, more than one
FIRST_LETTER = ord("a")
LETTERS = 26
OTHERS = LETTERS * BITS_A_LETTER  # digits and letters of other scripts share the bits above
OTHER_BITS = 64 - OTHERS


ONCE = {chr(FIRST_LETTER + number): 1 << BITS_A_LETTER * number for number in range(LETTERS)}


def letters_of(word: str) -> int:
    """Return which letters a word has, and which more than once, as bits."""
    return letters_so_far(word)[-1]


def letters_so_far(word: str) -> list[int]:
    """Return the letters of each beginning of a word, the shortest (one letter) first."""
    bits, so_far = 0, []
    for letter in word:
        once = ONCE.get(letter)
        if once is None:
            bits |= 1 << OTHERS + ord(letter) % OTHER_BITS
        else:
            bits |= once << 1 if bits & once else once
        so_far.append(bits)
    return so_far


@dataclass(frozen=True, slots=True)
class Bucket:
    """Words of one length, with the letters of each."""

    words: list[str] = field(default_factory=list)
    letters: "array[int]" = field(default_factory=lambda: array("Q"))

    def add(self, word: str, letters: int) -> None:
        """Add a word and its letters."""
        self.words.append(word)
        self.letters.append(letters)

    def with_letters(self, letters: int, differing: int) -> Iterator[str]:
        """Yield the words whose letters differ in so many bits at most."""
        bits = np.frombuffer(self.letters, dtype=np.uint64) ^ np.uint64(letters)
        for place in np.flatnonzero(np.bitwise_count(bits) <= differing).tolist():
            yield self.words[place]


class NearWords:
    """A growing set of words that can be asked for those near a word.

    An edit adds, drops, replaces or swaps letters, so words within so many
    edits have nearly the same letters: that leaves few to compare in full.
    """

    def __init__(self) -> None:
        self.by_first: defaultdict[tuple[str, int], Bucket] = defaultdict(Bucket)
        self.by_length: defaultdict[int, Bucket] = defaultdict(Bucket)

    def add(self, word: str, letters: int) -> None:
        """Add a word, which is not in it yet, and its letters."""
        self.by_first[word[0], len(word)].add(word, letters)
        self.by_length[len(word)].add(word, letters)

    def near(self, word: str, edits: int, anywhere: bool) -> Iterator[tuple[str, int]]:
        """Yield the words within so many edits (a swap of neighbours is one), and how many.

        Most errors leave the first letter alone; only `anywhere` looks further.
        """
        letters = letters_of(word)
        for length in range(max(1, len(word) - edits), len(word) + edits + 1):
            # A replaced letter changes two bits, an added or dropped one a single bit.
            differing = 2 * edits - abs(length - len(word))
            bucket = self.by_length[length] if anywhere else self.by_first[word[0], length]
            for near in bucket.with_letters(letters, differing):
                distance = OSA.distance(word, near, score_cutoff=edits)
                if distance <= edits:
                    yield near, distance

"""Which of several people of one surname an article means by the surname alone.

News calls by the surname whom it is about; a namesake is introduced by the full name, and
keeps it, but for what the same paragraph goes on to tell.
"""

from collections import Counter
from collections.abc import Sequence

from bot.reading.known import Known
from bot.reading.register import Keys

SETTLED = 2  # times that a surname alone meant somebody, for it to go on meaning them
LEAD = 4  # characters that may stand before whom a paragraph begins with: a mark, "The"


class Namesakes:
    """Who was named so far, by which words, and where."""

    def __init__(self) -> None:
        self.named: set[str] = set()  # keys of people
        self._latest: dict[str, Known] = {}  # by any own name, who was named last
        self._alone: Counter[tuple[str, str]] = Counter()  # by name and key of the person
        self._full: dict[str, tuple[int, bool]] = {}  # paragraph of the full name, and if it leads

    def latest(self, word: str) -> Known | None:
        """Give who was named last, of all of whom a word is a name."""
        return self._latest.get(word)

    def note(self, known: Known, words: Keys, paragraph: int, offset: int) -> None:
        """Remember that somebody was named, with the title at an offset in a paragraph."""
        # Who is called "Ana" is not whom the surname means from now on.
        told = known.keys if len(words) > 1 or known.surname in words else words
        self._latest |= dict.fromkeys(told, known)
        self.named.add(known.person.key)
        if len(words) == 1:
            self._alone[words[0], known.person.key] += 1
        else:
            self._full[known.person.key] = (paragraph, offset <= LEAD)

    def settled(self, word: str, newcomer: Known, fit: Sequence[Known], paragraph: int) -> Known:
        """Give whom a surname went on meaning before it was also a newcomer's, or the newcomer."""
        old = max(fit, key=lambda k: self._alone[word, k.person.key])
        times = self._alone[word, old.person.key]
        if times < SETTLED or times <= self._alone[word, newcomer.person.key]:
            return newcomer
        told, leads = self._full.get(newcomer.person.key, (paragraph, False))
        is_about = paragraph == told or (leads and paragraph - told == 1)
        return newcomer if is_about else old

"""The beat's names, topics and synonyms, laid out to be recognised in a query."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.beat import Beat
from bot.words import words_of

Words = tuple[str, ...]
LONGEST_NAME = 6  # words
FIRST_CJK = "\u3040"  # kana, then ideographs: scripts without spaces between words


@dataclass(slots=True)
class Lexicon:
    """Spellings, as folded words, and what they mean. Built once from a beat."""

    parties: dict[Words, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    topics: dict[Words, str] = field(default_factory=dict)
    synonyms: dict[Words, tuple[str, ...]] = field(default_factory=dict)
    unspaced: list[str] = field(default_factory=list)  # spellings in kana or kanji, longest first

    @classmethod
    def of(cls, beat: Beat) -> "Lexicon":
        """Build the lexicon of a beat."""
        lexicon = cls()
        for person in beat.people:
            lexicon.add_party(person.key, person.name, (*person.aliases, person.name.split()[-1]))
        for body in beat.bodies:
            lexicon.add_party(body.key, body.name, body.aliases)
        for topic in beat.topics:
            for spelling in (topic.name, *topic.spellings):
                lexicon.topics[tuple(words_of(spelling))] = topic.name
        for group in beat.synonyms:
            lexicon.add_synonyms(group)
        lexicon.unspaced.sort(key=len, reverse=True)
        return lexicon

    def add_party(self, key: str, name: str, aliases: Sequence[str]) -> None:
        """Make a person or body known by its name and aliases."""
        for spelling in dict.fromkeys((name, *aliases)):
            words = tuple(words_of(spelling))
            self.parties[words][key] = name
            if len(words) == 1 and words[0][0] >= FIRST_CJK:
                self.unspaced.append(words[0])

    def add_synonyms(self, group: Sequence[str]) -> None:
        """Make the spellings of a group stand for each other."""
        spellings = list(dict.fromkeys(" ".join(words_of(spelling)) for spelling in group))
        for spelling in spellings:
            others = tuple(other for other in spellings if other != spelling)
            self.synonyms[tuple(spelling.split())] = others
            if " " not in spelling and spelling[0] >= FIRST_CJK:
                self.unspaced.append(spelling)

    def others(self, words: Words) -> tuple[str, ...]:
        """Return the other ways to write an expression: its synonyms, and its topic's name."""
        topic = self.topics.get(words)
        names = (" ".join(words_of(topic)),) if topic else ()
        return tuple(dict.fromkeys((*self.synonyms.get(words, ()), *names)))

    def split(self, word: str) -> Iterator[str]:
        """Yield the known spellings in a word of a script without spaces; else the word itself."""
        known = False
        if word[0] >= FIRST_CJK:
            for spelling in self.unspaced:
                if spelling in word:
                    known = True
                    word = word.replace(spelling, " ", 1)
                    yield spelling
        if not known:
            yield word

"""Cut a paragraph into the pieces that name something: people, titles, bodies, sides, names."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from bot.beat import Body, Side
from bot.models import Person
from bot.reading.bodies import generic_bodies
from bot.reading.register import Keys, Register
from bot.reading.titles import MODIFIERS, title_phrases
from bot.reading.words import Word, keys_of, words_of

T = TypeVar("T")
PARTICLES = frozenset(
    keys_of("""de del della di da dos von van der den bin al el ter la le du ibn""")
)
STATES = frozenset(["designate", "elect", "nominate"])  # "Ambassador-designate Ana Ruiz"
SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
SHORT = frozenset(keys_of("""jr sr st gen adm sen rep gov lt col"""))
NEVER = frozenset(
    keys_of(
        """monday tuesday wednesday thursday friday saturday sunday january february march april
    june july august september october november december jan feb mar apr jun jul aug sept sep
    oct nov dec i the a an this that these those he she it they we you his her their its our my in
    on at after before when while but and or as for from with by of to if so also not no yes
    there here what who how why where both all some many most more other another one two three
    four five six seven eight nine ten however meanwhile asked according regarding despite
    since under during additionally earlier later last next first second mr mrs ms dr although
    whether unlike notice beyond either against everything now hold hey okay thanks though
    because until unless once then thus still even just only such each every neither nor yet
    among amid around between above below through throughout within without per via today
    yesterday tomorrow tonight like likewise instead indeed perhaps maybe often sometimes
    usually recently finally initially previously currently specifically separately similarly
    overall nevertheless nonetheless moreover furthermore therefore hence otherwise rather
    well dear speaking i'm i've i'll i'd it's that's there's we're we've we'll he's she's"""
    )
)
# Titles that are also surnames: "Billie Jean King".
MONTH_NAMES = frozenset(keys_of("jan jun june april may august"))
ADDRESS = frozenset(keys_of("mr mrs ms"))
SHORT_WORD = 2  # letters: shorter words say nothing of title case
SMALL_IN_TITLES = frozenset(keys_of("the and for with from over into amid but nor via that than"))
SHORTEST = 4  # telling words
LONGEST_HEADLINE = 25
TITLE_CASE = 0.85
LONG_NAME = 6  # letters: "the pentagon" is a name also when written small
SURNAMES = frozenset(
    keys_of(
        """king judge pope prince head fellow chief major singer author rep duke bishop cardinal
        baron marshal amir sultan rabbi cousin sheriff"""
    )
)


# What ministries and offices see to: "Secretary of Homeland Security Ana Ruiz".
PORTFOLIO = frozenset(
    keys_of(
        """affairs security defense trade industry commerce energy technology science innovation
        group department ministry agency office council committee commission policy economy finance
        education health agriculture labor justice interior transport environment culture safety
        communication communications information development cooperation public asia pacific europe
        africa americas hemisphere operations relations investment infrastructure strategy"""
    )
)
ABBREVIATION = 3  # letters: "Xeric AB", "Open RAN"


class PieceKind(Enum):
    """What a piece of a paragraph names."""

    PERSON = 1  # someone the beat knows, by a full name or a spelling of its own
    BODY = 2
    TITLE = 3
    SIDE = 4
    ADJECTIVE = 5
    CAPITAL = 6
    NAME = 7  # capitalised words that nothing explains


@dataclass(frozen=True, slots=True)
class Piece:
    """Words first..last (exclusive) of a paragraph, and what they name."""

    kind: PieceKind
    first: int
    last: int
    person: Person | None = None
    body: Body | None = None
    side: Side | None = None
    office: str | None = None


class Phrases(Generic[T]):
    """A table of phrases, matched word by word, the longest first."""

    def __init__(self, table: Mapping[Keys, T]) -> None:
        self._by_first: dict[str, list[tuple[Keys, T]]] = defaultdict(list)
        for keys, value in table.items():
            if keys:
                self._by_first[keys[0]].append((keys, value))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def match(self, words: list[Word], at: int) -> tuple[int, T] | None:
        """Find the longest phrase that begins at a word: where it ends, and what it stands for."""
        for keys, value in self._by_first.get(words[at].key, ()):
            end = at + len(keys)
            if end <= len(words) and all(
                words[i].key == keys[i - at] and (i == at or joined(words[i]))
                for i in range(at, end)
            ):
                return end, value
        return None


def joined(word: Word) -> bool:
    """Tell whether only space, a hyphen or a period stands between a word and the one before."""
    return word.gap.strip() in {"", "-", "."}


class Scanner:
    """Cuts paragraphs with the tables of one beat."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.people = Phrases(register.names)
        self.bodies = Phrases(register.bodies)
        self.generic = Phrases(generic_bodies())
        self.titles = Phrases(title_phrases())
        sides = {k: (PieceKind.CAPITAL, s) for k, s in register.capitals.items()}
        sides |= {k: (PieceKind.ADJECTIVE, s) for k, s in register.adjectives.items()}
        sides |= {k: (PieceKind.SIDE, s) for k, s in register.sides.items()}
        self.sides = Phrases(sides)

    def scan(
        self, text: str, common: frozenset[str] = frozenset()
    ) -> tuple[list[Word], list[Piece]]:
        """Cut a paragraph into pieces; `common` holds words that the article also writes small."""
        words = words_of(text)
        longest = 1 if text[-1:] not in '.”"' and _in_title_case(words) else len(words)
        pieces: list[Piece] = []
        at = 0
        while at < len(words):
            known = None if _is_own_name(words, at) else self._known(text, words, at)
            piece = known or self._name(words, at, common, longest)
            if piece:
                pieces.append(piece)
            at = piece.last if piece else at + 1
        return words, pieces

    def _known(self, text: str, words: list[Word], at: int) -> Piece | None:
        """Match the tables at a word; the longest match wins, people before bodies before sides."""
        word = words[at]
        found: list[Piece] = []
        if word.capital:
            person = self.people.match(words, at)
            if person and self._is_whole(words, at, person[0]):
                found.append(Piece(PieceKind.PERSON, at, person[0], person=person[1]))
        body = self.bodies.match(words, at)
        if body and (_shown_as_name(text, word) if word.capital else len(word.key) > LONG_NAME):
            found.append(Piece(PieceKind.BODY, at, body[0], body=body[1]))
        generic = self.generic.match(words, at)
        if generic:
            found.append(Piece(PieceKind.BODY, at, generic[0], body=generic[1]))
        title = self.titles.match(words, at)
        if title and (word.capital or title[0] > at + 1 or len(word.key) > 3):
            found.append(Piece(PieceKind.TITLE, at, title[0], office=title[1]))
        side = self.sides.match(words, at) if word.capital else None
        if side and _shown_as_name(text, word):
            kind, named = side[1]
            found.append(Piece(kind, at, side[0], side=named))
        return max(found, key=lambda p: p.last, default=None)

    def _is_whole(self, words: list[Word], at: int, end: int) -> bool:
        """Tell a spelling of one word ("Prabowo") from a part of somebody else's name."""
        if end - at > 1:
            return True
        after = words[end] if end < len(words) else None
        if after and after.gap == " " and after.key in PARTICLES:
            return not _leads_on(words, end)  # "Anwar al-Rubaie"
        return not (after and after.capital and after.gap == " " and after.key not in NEVER)

    def _name(
        self, words: list[Word], at: int, common: frozenset[str], longest: int
    ) -> Piece | None:
        """Take a run of capitalised words as a name, of so many words at most."""
        if not _may_begin(words, at, common):
            return None
        end = at + 1
        last = min(len(words), at + longest)
        while end < last and not words[end - 1].possessive and self._goes_on(words, end):
            end += 1
        while words[end - 1].key in PARTICLES and end > at + 1:
            end -= 1
        return Piece(PieceKind.NAME, _behind_portfolio(words, at, end), end)

    def _goes_on(self, words: list[Word], at: int) -> bool:
        word, before = words[at], words[at - 1]
        if word.gap == "-":
            return word.key not in STATES
        if word.key in SUFFIXES and word.gap in {" ", ", "} and word.capital:
            return True
        if not _spaced(word, before):
            return False
        if word.key in PARTICLES:
            return _leads_on(words, at)
        if not word.capital or (word.key in NEVER and not _is_initial(words, at)):
            return False
        title = self.titles.match(words, at)
        if title and (title[1] or word.key not in SURNAMES):
            return False
        person = self.people.match(words, at)
        if person and person[0] > at + 1:
            return False
        return not (self.bodies.match(words, at) or self.generic.match(words, at))


def _is_initial(words: list[Word], at: int) -> bool:
    """Tell "John A. Orr" from the article "A"."""
    after = words[at + 1] if at + 1 < len(words) else None
    return len(words[at].key) == 1 and bool(after and after.capital and after.gap == ". ")


def _leads_on(words: list[Word], at: int) -> bool:
    """Tell whether a name goes on behind a particle, or behind two: "van der Moor"."""
    behind = next((w for w in words[at + 1 : at + 3] if w.key not in PARTICLES), None)
    return bool(behind and behind.capital)


def _spaced(word: Word, before: Word) -> bool:
    """Tell whether two words of a name stand apart by a space, or by an initial's full stop."""
    if before.key in SUFFIXES:
        return False
    if word.gap.replace("\n", " ") in {" ", "\xa0"}:
        return True
    return word.gap.strip() == "." and (len(before.key) == 1 or before.key in SHORT)


def _behind_portfolio(words: list[Word], at: int, end: int) -> int:
    """Skip what an office sees to: "Homeland Security" of "Homeland Security Ana Ruiz"."""
    skipped = [i + 1 for i in range(at, end - 2) if words[i].key in PORTFOLIO]
    return max(skipped, default=at)


def _is_own_name(words: list[Word], at: int) -> bool:
    """Tell "Mr. King" and "Gen Aramaki" from the titles that they look like."""
    if words[at].key in SURNAMES:
        return at > 0 and words[at - 1].key in ADDRESS
    after = words[at + 1] if at + 1 < len(words) else None
    return words[at].key == "gen" and bool(after and after.capital and after.gap == " ")


def _in_title_case(words: list[Word]) -> bool:
    """Tell a headline that writes all its words large: runs of them are no names."""
    telling = [w for w in words if len(w.key) > SHORT_WORD and w.key not in SMALL_IN_TITLES]
    large = sum(word.capital for word in telling)
    return SHORTEST <= len(telling) <= LONGEST_HEADLINE and large >= TITLE_CASE * len(telling)


def _may_begin(words: list[Word], at: int, common: frozenset[str]) -> bool:
    word = words[at]
    if not word.capital or word.key in MODIFIERS:
        return False
    if word.key in NEVER and not _is_first_name(words, at):
        return False
    opens = at == 0 or any(c in word.gap for c in '.!?“”":')
    return not (opens and word.key in common)


def _is_first_name(words: list[Word], at: int) -> bool:
    """Tell Jun Hayamizu and Theresa May from the months."""
    after = words[at + 1] if at + 1 < len(words) else None
    return words[at].key in MONTH_NAMES and bool(after and after.capital and after.gap == " ")


def _shown_as_name(text: str, word: Word) -> bool:
    """Tell "US" and "WHO" from "us" and "who"."""
    shown = text[word.start : word.end]
    return (
        len(shown) > 3 or shown.isupper() or word.key not in {"us", "un", "uk", "eu", "who", "ap"}
    )


def small_words(texts: Iterable[str]) -> frozenset[str]:
    """Collect the words that an article writes small somewhere: no names, even at the front."""
    return frozenset(
        part for text in texts for part in text.split() if part.isascii() and part.islower()
    )

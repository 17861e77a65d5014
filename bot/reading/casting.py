"""Go through an article twice: see who is introduced, then tell whom each name means."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from bot.beat import Body
from bot.models import Party
from bot.reading.bodies import body_party, is_generic, side_party
from bot.reading.body_names import body_at, names_of_bodies
from bot.reading.gazetteer import place_named
from bot.reading.given_names import is_given
from bot.reading.introduced import is_common_surname, is_told
from bot.reading.known import NOT_PEOPLE, Known, Knowns
from bot.reading.mentions import Mention
from bot.reading.namesakes import Namesakes
from bot.reading.namings import (
    alone_in,
    goes_on_as,
    has_parts,
    is_credit,
    is_short,
    keys_in,
    shown_as,
)
from bot.reading.offices import Offices
from bot.reading.page import Page, Zone
from bot.reading.register import Register
from bot.reading.scan import PARTICLES, Piece, PieceKind, Scanner, small_words
from bot.reading.scanned import NAMES, Scanned, Title
from bot.reading.titles import gender_of
from bot.reading.words import keys_of

OWNED = frozenset(
    keys_of(
        """administration team government cabinet camp side campaign office allies aides supporters
    transition family era presidency staff lawyers party faction delegation"""
    )
)
ARTICLES = frozenset({"the", "a", "an"})
INSTITUTION = 2  # words that no name has: "International Trade Commission"
LONGEST_NAME = 3  # words of a name that the first one may stand for


@lru_cache(maxsize=8)
def scanner_of(register: Register) -> Scanner:
    """Build a beat's tables, once."""
    return Scanner(register)


class Casting:
    """The people of one article: who is introduced, and who is meant where."""

    def __init__(self, page: Page, register: Register, side: str | None) -> None:
        self.page = page
        self.register = register
        self.side = side  # of the outlet
        self.day = page.article.published
        self.namesakes = Namesakes()
        self.knowns = Knowns(register, self.day, side)
        self.offices = Offices(self.knowns, register, side, self.day)
        scanner = scanner_of(register)
        self.small = small_words(p.text for p in page.paragraphs)
        self.scanned = [Scanned(p, *scanner.scan(p.text, self.small)) for p in page.paragraphs]
        self.body_names = names_of_bodies(self.scanned)
        self.alone = frozenset(key for s in self.scanned for key in alone_in(s))
        for scanned in self.scanned:
            self._introduce(scanned)

    def _introduce(self, scanned: Scanned) -> None:
        """Remember everyone whom a paragraph names in full."""
        for index, piece in enumerate(scanned.pieces):
            if piece.person and piece.last - piece.first > 1:
                title = scanned.title_before(index) or scanned.title_after(index)
                keys = keys_in(scanned, piece)
                self.knowns.add(piece.person, keys, title, on_beat=True)
            elif piece.kind is PieceKind.NAME and piece.last - piece.first > 1:
                self._introduce_unknown(scanned, index)

    def _introduce_unknown(self, scanned: Scanned, index: int) -> None:
        piece = scanned.pieces[index]
        keys = keys_in(scanned, piece)
        title = scanned.title_before(index)
        may_be = title or self._may_be_person(scanned, index, keys)
        if not may_be and not is_common_surname(scanned, index):
            return
        institution = sum(key in NOT_PEOPLE for key in keys) >= INSTITUTION
        if institution or not has_parts(scanned, piece):
            return
        title = title or scanned.title_set_off(index)
        title = title or scanned.title_after(index)
        shown = shown_as(scanned, piece)
        if (
            title
            or is_told(scanned, index)
            or is_given(keys_of(shown)[0])
            or self._again(keys, shown)
        ):
            self.knowns.introduce(shown, title)

    def _again(self, keys: tuple[str, ...], shown: str) -> bool:
        """Tell whether a part of a name comes up again alone, as a person's does."""
        by_first = keys[0] in self.alone and not place_named(shown.split()[0])
        return keys[-1] in self.alone or (len(keys) <= LONGEST_NAME and by_first)

    def _may_be_person(self, scanned: Scanned, index: int, keys: tuple[str, ...]) -> bool:
        """Tell a name without a title from other capitalised words."""
        piece = scanned.pieces[index]
        own = set(keys) - PARTICLES
        if not NOT_PEOPLE.isdisjoint(own) or self.small.issuperset(own):
            return False
        if not self.small.isdisjoint(own) and not is_told(scanned, index):
            return False
        return not (is_short(scanned, piece) or is_credit(scanned, piece)) and not any(
            key[0].isdigit() for key in keys
        )

    def mentions(self) -> tuple[Mention, ...]:
        """Tell whom every name, office, body and side of the article means."""
        found: list[Mention] = []
        for number, scanned in enumerate(self.scanned):
            for index in range(len(scanned.pieces)):
                mention = self._mention(scanned, index, number, found)
                if mention:
                    found.append(mention)
        return tuple(found)

    def _mention(
        self, scanned: Scanned, index: int, number: int, before: Sequence[Mention]
    ) -> Mention | None:
        piece = scanned.pieces[index]
        if piece.kind in {PieceKind.PERSON, PieceKind.NAME}:
            return self._name(scanned, index, number)
        if piece.kind is PieceKind.TITLE:
            return self._office(scanned, index, number, before)
        if piece.body:
            return self._body(scanned, index, number, piece.body)
        if piece.side and not self._is_title_side(scanned, index):
            return self.made(scanned, piece, number, side_party(piece.side), _side_kind(piece))
        return None

    def _body(self, scanned: Scanned, index: int, number: int, body: Body) -> Mention:
        piece = scanned.pieces[index]
        party = body_at(scanned, index, body, self.body_names, self.register)
        if party.side is None and is_generic(body):
            of_outlet = body_party(body, self.register.side(self.side))
            party = of_outlet if of_outlet.key in self.register.body_keys else party
        return self.made(scanned, piece, number, party, "body")

    def _is_title_side(self, scanned: Scanned, index: int) -> bool:
        """Tell a side that only tells whose ("Japanese troops", "U.S. President Joe Biden")."""
        piece = scanned.pieces[index]
        if piece.kind is PieceKind.ADJECTIVE:
            return True
        after = scanned.pieces[index + 1] if index + 1 < len(scanned.pieces) else None
        return bool(after and after.kind is PieceKind.TITLE and after.first == piece.last)

    def _name(self, scanned: Scanned, index: int, number: int) -> Mention | None:
        piece = scanned.pieces[index]
        title = scanned.title_before(index)
        known = self._who(scanned, piece, title, number)
        if known is None and not title:
            return None
        if known and title:
            known.gender = known.gender or gender_of(title.keys)
        party = known.party(self.register, self.day) if known else None
        if party is None and title:
            party = self._only_titled(scanned, index, title)
            if party is None:
                return None
        if known and scanned.paragraph.zone is not Zone.HEADLINE:
            offset = title.start if title else scanned.words[piece.first].start
            self.namesakes.note(known, keys_in(scanned, piece), number, offset)
        return self.made(scanned, piece, number, party, "name", title)

    def _who(
        self, scanned: Scanned, piece: Piece, title: Title | None, number: int
    ) -> Known | None:
        keys = keys_in(scanned, piece)
        if piece.person and len(keys) > 1:
            return self.knowns.all[piece.person.key]
        found = self._bearer(scanned, piece, keys, title, number)
        if found and not self._is_another(found, keys, title):
            return found
        if title is None and not NOT_PEOPLE.isdisjoint(keys):
            return None
        person = piece.person or self.knowns.recall(keys, title)
        return self.knowns.add(person, keys, title, on_beat=True) if person else None

    def _is_another(self, found: Known, keys: tuple[str, ...], title: Title | None) -> bool:
        """Tell "President Ono" from the First Lady, who alone of the Onos is named in full."""
        if title is None or not title.office or title.ended:
            return False
        holder = self.knowns.recall(keys, title)
        if holder is None or holder.key == found.person.key:
            return False
        return not self.knowns.holds(found, title.office, title.side)

    def _bearer(
        self,
        scanned: Scanned,
        piece: Piece,
        keys: tuple[str, ...],
        title: Title | None,
        number: int,
    ) -> Known | None:
        """Tell which of the article's people a name means; of namesakes, the one named last."""
        found = self.knowns.find(keys, title)
        if found is None or len(keys) > 1:
            return found
        named = self.namesakes.latest(keys[-1])
        if named and found.person.key not in self.namesakes.named and not title:
            return named
        fit = self.knowns.namesakes(keys, title)
        gender = goes_on_as(scanned.paragraph.text, scanned.words[piece.last - 1].end)
        fit = [k for k in fit if not gender or (k.gender or k.likely) in {None, gender}] or fit
        if named in fit and (found not in fit or named.on_beat == found.on_beat):
            return self.namesakes.settled(keys[-1], named, fit, number)
        return found if found in fit else fit[0]

    def _only_titled(self, scanned: Scanned, index: int, title: Title) -> Party | None:
        """Name someone whom the article gives only a title and a surname."""
        piece = scanned.pieces[index]
        shown = shown_as(scanned, piece)
        keys = keys_in(scanned, piece)
        if scanned.paragraph.zone is Zone.HEADLINE and keys[-1] not in self.alone:
            return None
        named = title.words[:1].isupper() and self._may_be_person(scanned, index, keys)
        if not named:
            return None
        return self.knowns.introduce_titled(shown, title).party(self.register, self.day)

    def _office(
        self, scanned: Scanned, index: int, number: int, before: Sequence[Mention]
    ) -> Mention | None:
        """Tell who holds an office that stands without a name: "the Japanese premier"."""
        piece = scanned.pieces[index]
        if self.has_name(scanned, index):
            return None
        title = scanned.title_at(index)
        named = self.explained(scanned, index, number)
        if named:
            return self.made(scanned, piece, number, named, "office", title)
        if scanned.is_indefinite(title):
            return None
        if title.keys[-1] == "counterpart":
            party, confidence = self.offices.counterpart(title, number, before)
        elif piece.office:
            party, confidence = self.offices.holder(title, before)
        else:
            return None
        made = self.made(scanned, piece, number, party, "office", title)
        return replace(made, confidence=confidence)

    def has_name(self, scanned: Scanned, index: int) -> bool:
        """Tell whether a title stands before a name."""
        pieces = scanned.pieces
        for later in range(index + 1, min(index + 3, len(pieces))):
            if pieces[later].kind in NAMES:
                title = scanned.title_before(later)
                start = scanned.words[pieces[index].first].start
                return bool(title and title.start <= start)
        return False

    def explained(self, scanned: Scanned, index: int, number: int) -> Party | None:
        """Tell whose an office is that a name explains: "its president, X,"."""
        for later in range(index + 1, min(index + 4, len(scanned.pieces))):
            if scanned.pieces[later].kind in NAMES:
                explains = scanned.explains(later, index)
                named = self._name(scanned, later, number) if explains else None
                return named.party if named else None
        return None

    def made(
        self,
        scanned: Scanned,
        piece: Piece,
        number: int,
        party: Party | None,
        kind: str,
        title: Title | None = None,
    ) -> Mention:
        """Make the mention of a party that a piece is."""
        words, base = scanned.words, scanned.paragraph.start
        start, end = words[piece.first].start, words[piece.last - 1].end
        after = words[piece.last] if piece.last < len(words) else None
        return Mention(
            start=base + start,
            end=base + end,
            words=scanned.paragraph.text[start:end],
            party=party,
            kind=kind,  # type: ignore[arg-type]
            full_start=base + min(start, title.start if title else start),
            office=title.office if title else None,
            owner=bool(after and after.key in OWNED and not after.gap.strip(" '’s\n")),
            possessive=words[piece.last - 1].possessive,
            quoted=scanned.is_quoted(piece),
            paragraph=number,
        )


def _side_kind(piece: Piece) -> str:
    return "capital" if piece.kind is PieceKind.CAPITAL else "side"

"""Whom "the two", "they" and "the ministers" mean: those of whom the text spoke together last."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.models import Party, PartyKind
from bot.reading.meetings.sighting import Sighting
from bot.reading.page import Page, Zone
from bot.reading.people import Cast
from bot.reading.scanned import QUOTED
from bot.reading.told_genders import SENTENCE

TOGETHER = re.compile(
    r"^(?:the|both|these|those)\s+(?:two|three|four|pair|trio|sides|leaders|ministers|men|women|"
    r"countries|nations)\b|^(?:both|they|them)\b|^(?:two|three|pair)(?:\s+of\s+them)?$",
    re.I,
)
OF_COUNTRIES = re.compile(
    r"\b(?:leaders|ministers|presidents|chiefs|officials)\s+(?:of|from)\s+(?:the|those|these|both|all)\s+"
    r"(?:two\s+|three\s+|four\s+)?(?:countries|nations|sides)\b|^(?:the|those|both)\s+(?:two|three|four|both)?\s*"
    r"(?:countries|nations|governments)\b",
    re.I,
)
THEIR_LEADERS = re.compile(
    r"^their\s+(?:\w+\s+){0,3}(?:leaders|ministers|presidents|chiefs|secretaries|advis[eo]rs)$",
    re.I,
)

OUR_LEADERS = re.compile(
    r"^our\s+(?:\w+\s+){0,3}(?:leaders|ministers|presidents|chiefs|secretaries|advis[eo]rs)$", re.I
)
_WE_OF = re.compile(r"\bWe,?\s+(?:–|—|-)?\s*the\s+(?:[\w-]+\s+){0,4}?(?:of|from)\s+([^.;]{5,160})")
Group = tuple[Party, ...]

_SIDES = re.compile(r"\bsides\b", re.I)
_BACK = 8  # sentences
_COUNTS = {"two": 2, "both": 2, "pair": 2, "three": 3, "trio": 3, "four": 4, "five": 5}
_THEY = re.compile(r"(?:they|them|both)\b", re.I)
_SAID = re.compile(r"\b(?:said|says|added|noted|announced|confirmed|wrote)(?:\s+that)?\s+$")
_PRONOUN = re.compile(r"\b(?:he|she|him|her|his)\b", re.I)
_PASSING = re.compile(r"spokes|press secretary|analyst|expert|professor|aide|reporter", re.I)
_TELLING = (Zone.BODY, Zone.SUMMARY)
# What the noun of "the two presidents" says of the offices of those meant.
_OFFICES = {
    "leaders": re.compile(
        r"\b(?!vice|deputy)(?:president|prime|premier|chancellor|leader|king|emir|chief)", re.I
    ),
    "ministers": re.compile(r"\b(?:minister|secretary)\b", re.I),
    "presidents": re.compile(r"\bpresident\b", re.I),
    "diplomats": re.compile(r"\b(?:foreign|external|of state|diplomat|ambassador|envoy)\b", re.I),
    "envoys": re.compile(r"\b(?:envoy|ambassador|representative|negotiator)\b", re.I),
    "premiers": re.compile(r"\b(?:premier|prime minister)\b", re.I),
    "chancellors": re.compile(r"\bchancellor\b", re.I),
    "governors": re.compile(r"\bgovernor\b", re.I),
}
_FIELD = re.compile(r"\b(foreign|defen[cs]e|finance|trade|economy|industry|energy)\s+\w+s\b", re.I)


class Company:
    """The people of an article in the order of its sentences, for words that mean several."""

    def __init__(self, page: Page, cast: Cast) -> None:
        self._page = page
        self._cast = cast

    def meant(self, words: str, at: int, told: Sequence[Sighting]) -> tuple[Party, ...]:
        """Tell whom words at an offset mean; nobody where the text leaves it open.

        The nearest sentence decides that tells of a meeting, or names just as many.
        """
        number = number_of(words)
        union: tuple[Party, ...] = ()
        before = list(self._sentences_before(at))[:_BACK]
        for start, end in before:
            met = next((s.parties for s in reversed(told) if start <= s.evidence.start < end), ())
            if len(met) > 1 and fits(words, met):
                return met
            people = tuple(p for p in self._people(start, end) if _holds(words, p))
            if _says(self._page.article.text[start:end], words) and len(people) == 1:
                return people  # "X said they met Y"
            union = people if len(people) > 1 else tuple(dict.fromkeys((*union, *people)))
            if len(union) >= (number or 2):
                union = union if len(union) == (number or 2) else ()
                by_name = {m.party for m in self._cast.between(start, end) if m.kind == "name"}
                together = by_name.issuperset(union)
                return () if _SIDES.search(words) else _who_met(union, together, words, told)
        return ()

    def issuers(self) -> tuple[Party, ...]:
        """Give the countries that speak in "We, the leaders of Japan, the Philippines and …"."""
        said = _WE_OF.search(self._page.article.text)
        if not said:
            return ()
        named = self._cast.between(*said.span(1))
        sides = (m.party for m in named if m.party and m.party.name == m.party.side)
        return tuple(dict.fromkeys(sides))

    def _sentences_before(self, at: int) -> Iterator[tuple[int, int]]:
        """Yield the bounds of the sentences before an offset, the nearest first."""
        found: list[tuple[int, int]] = []
        for paragraph in self._page.paragraphs:
            own = paragraph.start <= at < paragraph.end
            if paragraph.start > at or not (own or paragraph.zone in _TELLING):
                continue
            blank = QUOTED.sub(_blank, paragraph.text)
            cuts = [0, *(m.end() for m in SENTENCE.finditer(blank)), len(blank)]
            found += [
                (paragraph.start + one, min(at, paragraph.start + other))
                for one, other in pairwise(cuts)
                if paragraph.start + one < at
            ]
        yield from reversed(found)

    def _people(self, start: int, end: int) -> list[Party]:
        """People of whom a stretch of text speaks, by name, office or pronoun."""
        at: dict[int, Party] = {}
        for mention in self._cast.between(start, end):
            party = mention.party
            named = mention.kind in ("name", "office") and not (mention.owner or mention.quoted)
            if named and party and party.kind is PartyKind.PERSON:
                at[mention.start] = party
        text = QUOTED.sub(_blank, self._page.article.text[start:end])
        for pronoun in _PRONOUN.finditer(text):
            who = self._cast.resolve(start + pronoun.start(), start + pronoun.end()).party
            if who:
                at[start + pronoun.start()] = who
        found = dict.fromkeys(at[i] for i in sorted(at))
        return [p for p in found if not _PASSING.search(p.office or "")]


def fits(words: str, parties: Sequence[Party]) -> bool:
    """Whether parties can be "the two foreign ministers": what is known of them agrees."""
    number = number_of(words)
    return len(parties) == (number or len(parties)) and all(_holds(words, p) for p in parties)


def _who_met(named: Group, together: bool, words: str, told: Sequence[Sighting]) -> Group:
    """Give whose meeting was told, where one of them was only named with somebody else since.

    Who were named together, in one sentence and by their names, give way only to those of
    whom the article keeps telling.
    """
    times = Counter(s.parties for s in told if len(s.parties) > 1)
    if any(set(named) <= set(group) for group in times):
        return named
    often = [g for g, n in times.most_common() if n > together]
    shared = (g for g in often if not set(g).isdisjoint(named))
    return next((group for group in shared if fits(words, group)), named)


def number_of(words: str) -> int:
    """How many the words say they are; 0 where they do not."""
    return next((n for w, n in _COUNTS.items() if re.search(rf"\b{w}\b", words, re.I)), 0)


def _holds(words: str, party: Party) -> bool:
    """Whether someone's office, where it is known, is the one that the words tell."""
    field = _FIELD.search(words)
    noun = next((o for n, o in _OFFICES.items() if re.search(rf"\b{n}\b", words, re.I)), None)
    if not party.office or (field and field[1].lower() not in party.office.lower()):
        return not party.office and (party.side is not None or noun is None)
    return noun is None or noun.search(party.office) is not None


def _says(sentence: str, words: str) -> bool:
    """Whether "they" follow right after who says so."""
    return bool(_THEY.match(words) and _SAID.search(sentence))


def _blank(match: re.Match[str]) -> str:
    """Blank out a quote, but for the full stop that ends it; every character keeps its place."""
    stop = match.group()[-2:-1] in ".!?"
    return " " * (len(match.group()) - 2) + (". " if stop else "  ")

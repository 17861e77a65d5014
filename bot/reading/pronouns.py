"""Whom "he", "she" and "the minister" refer back to."""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence

from bot.models import Party, PartyKind
from bot.reading.casting import Casting
from bot.reading.language import Parsed
from bot.reading.mentions import Mention
from bot.reading.page import Page
from bot.reading.roles import IS_PERSON
from bot.reading.scanned import QUOTED
from bot.reading.titles import gender_of
from bot.reading.told_genders import SENTENCE, told_genders
from bot.reading.words import keys_of

GENDER = {"he": "m", "she": "f"}
BACK = 3  # paragraphs
SUREST = 0.92  # only one person fits
TIED = 0.45  # two fit equally
OBLIQUE = re.compile(
    r"\b(?:with|to|by|of|for|from|against|about|told|met|between|and|under|urged|asked|thanked|"
    r"praised|called|at|in|on|succeed|replaced|succeeding|replacing|including)\s+(?:the\s|with\s)?$",
    re.I,
)

NEAR = 0.3  # from this weight on, a mention is near enough to be meant
FAR = 0.5
LONGEST_SENTENCE = 1000  # characters
UNTOLD = 0.8  # nothing tells the gender
UNLIKELY = 0.1  # the given name tells the other
DOUBTFUL = 0.4  # that "he" is a woman by her given name, where the article names nobody else
NEARER = 0.75  # a sentence further away
CLOSER = 0.8  # a paragraph further away
IN_PASSING = 0.55
OF_ANOTHER = 0.7  # "Ishiba's plan"
OF_NAME = re.compile(r" (?!(?:who|whom|whose|that|of|in|had|has|was|is)\b)[a-z]")
SPOKEN_OF = re.compile(r"\b(?:said|says|told|warned|added)\b")  # "X said Y knew" is no pair
WHOSE = re.compile(r"['’]?s?\s(?:[\w-]+\s){0,3}([\w-]+),\s")  # "'s boss, "
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
MAIN = frozenset({"ROOT", "conj", "parataxis"})


class Antecedents:
    """The people of an article as pronouns and short descriptions refer to them."""

    def __init__(
        self,
        page: Page,
        parsed: Sequence[Parsed],
        mentions: Sequence[Mention],
        casting: Casting,
    ) -> None:
        self.page = page
        self.casting = casting
        text = page.article.text
        self.people = [
            m
            for m in mentions
            if _is_person(m) and not m.quoted and not m.owner and not _only_tells(m, text)
        ]
        self.starts = [m.start for m in self.people]
        self.paragraphs = [p.start for p in page.paragraphs]
        self.docs = {p.paragraph.start: p for p in parsed}
        self.told = told_genders(page.paragraphs, self.people)

    def of_pronoun(
        self, word: str, start: int, but: Collection[Party] = ()
    ) -> tuple[Party | None, float]:
        """Tell whom a pronoun at an offset means, and how surely; `but` it cannot mean."""
        gender = GENDER.get(word)
        return self.likeliest(start, gender, but) if gender else (None, 0.0)

    def likeliest(
        self, start: int, gender: str | None, but: Collection[Party] = ()
    ) -> tuple[Party | None, float]:
        """Tell which of the people named before an offset is meant there."""
        scores: dict[str, float] = {}
        parties: dict[str, Party] = {}
        for mention in self.before(start):
            party = mention.party
            if party is None or party in but:
                continue
            weight = self.weight(mention, start) * (self._gender(party, gender) if gender else 1)
            key = party.key or party.name
            scores[key] = max(scores.get(key, 0.0), weight)
            parties[key] = party
        party, sure = _best(scores, parties)
        if party and gender and self._gender(party, gender) <= UNLIKELY:
            return party, min(sure, DOUBTFUL)
        return party, sure

    def two_before(self, start: int) -> tuple[Party, Party] | None:
        """Give the two people whom the nearest sentence names that names anybody."""
        near = self.before(start)
        begin = self._sentence(near[0]) if near else 0
        here = [m.party for m in near[::-1] if m.party and self._sentence(m) == begin]
        named = list({party.key or party.name: party for party in here}.values())
        if len(named) != 2 or SPOKEN_OF.search(self.page.article.text[begin : near[0].start]):
            return None
        return named[0], named[1]

    def fits(self, pronoun: str, party: Party) -> bool:
        """Tell whether a pronoun may mean a person by gender."""
        gender = GENDER.get(pronoun)
        return gender is not None and self._gender(party, gender) > UNLIKELY

    def before(self, start: int) -> list[Mention]:
        """Give the people named shortly before an offset, the nearest first."""
        last = bisect_left(self.starts, start)
        here = self.paragraph(start)
        return [
            m for m in self.people[max(0, last - 20) : last][::-1] if here - m.paragraph <= BACK
        ]

    def paragraph(self, start: int) -> int:
        """Give the number of the paragraph that an offset lies in."""
        return max(0, bisect_left(self.paragraphs, start + 1) - 1)

    def _gender(self, party: Party, gender: str) -> float:
        known = self.casting.knowns.all.get(party.key or "")
        if party.kind is PartyKind.ROLE:
            return 1.0 if gender_of(keys_of(party.name)) in {None, gender} else 0.0
        its = known.gender if known else self.casting.register.gender(party.key)
        if its is not None:
            return 1.0 if its == gender else 0.0
        likely = self.told.get(party.key or "") or (known.likely if known else None)
        if likely is None:
            return UNTOLD
        return 1.0 if likely == gender else UNLIKELY

    def weight(self, mention: Mention, start: int) -> float:
        """Weigh a mention: near ones, and those that lead their sentence, count most."""
        text = self.page.article.text
        between = QUOTED.sub(_blank, text[mention.end : start])
        sentences = len(SENTENCE.findall(between))
        paragraphs = self.paragraph(start) - mention.paragraph
        weight = NEARER**sentences * CLOSER**paragraphs
        begins = self._sentence(mention) == mention.full_start
        at = bisect_left(self.starts, mention.start)
        opens = not sentences and begins and not self._owns(at)
        leads = self._leads(mention) or self._owns(at - 1)
        if not leads and not (mention.possessive and begins):
            weight *= IN_PASSING
        return weight * (OF_ANOTHER if mention.possessive and not opens else 1.0)

    def _leads(self, mention: Mention) -> bool:
        """Tell the subject of a sentence, or the first person in it, from those in passing."""
        paragraph = self.page.paragraphs[mention.paragraph]
        parsed = self.docs.get(paragraph.start)
        if parsed is not None:
            is_subject = _is_subject(parsed, mention.end - 1 - paragraph.start)
            if is_subject is not None:
                return is_subject
        before = self.page.article.text[paragraph.start : mention.full_start]
        oblique = OBLIQUE.search(before[-30:]) and not before.endswith("ccording to ")
        first = bisect_left(self.starts, self._sentence(mention))
        return self.people[first].start == mention.start and not oblique

    def _owns(self, at: int) -> bool:
        """Tell "Ruiz's boss, Ana Orr, left", where she is Orr, by the numbers of mentions."""
        if not (0 <= at < len(self.people) - 1 and self.people[at].possessive):
            return False
        begin, end = self.people[at].end, self.people[at + 1].full_start
        opens = self._sentence(self.people[at]) == self.people[at].full_start
        whose = WHOSE.fullmatch(self.page.article.text[begin:end]) if opens else None
        return bool(whose and IS_PERSON.fullmatch(whose[1]))

    def _sentence(self, mention: Mention) -> int:
        """Give the offset at which a mention's sentence begins."""
        start = self.page.paragraphs[mention.paragraph].start
        begin = max(start, mention.full_start - LONGEST_SENTENCE)
        # The pattern looks at the letter that begins the next sentence.
        breaks = SENTENCE.finditer(self.page.article.text, begin, mention.full_start + 1)
        return max((m.end() for m in breaks), default=begin)


def _blank(match: re.Match[str]) -> str:
    """Blank out a quote, but for the full stop that ends it."""
    return " " * (len(match.group()) - 1) + (". " if match.group()[-2:-1] in ".!?" else "")


def _is_subject(parsed: Parsed, at: int) -> bool | None:
    """Tell whether the name at a character is its sentence's subject; None if unclear."""
    span = parsed.doc.char_span(at, at + 1, alignment_mode="expand")
    if span is None or not len(span):
        return None
    token = span[0]
    while token.dep_ in {"compound", "appos", "flat", "nmod"} and token.head.i != token.i:
        token = token.head
    if token.dep_ in SUBJECTS:
        return bool(token.head.dep_ in MAIN)
    return None if token.dep_ in {"ROOT", "dep"} else False


def _is_person(mention: Mention) -> bool:
    return mention.party is not None and mention.party.kind is PartyKind.PERSON


def _only_tells(mention: Mention, text: str) -> bool:
    """Tell a name that only says which: "the Orr papers"."""
    if mention.kind != "name" or text[mention.start - 4 : mention.start].casefold() != "the ":
        return False
    return OF_NAME.match(text, mention.end) is not None


def _best(scores: dict[str, float], parties: dict[str, Party]) -> tuple[Party | None, float]:
    """Pick the best; it is as sure as it is ahead of the next."""
    ranked = sorted(scores, key=lambda key: -scores[key])
    if not ranked or scores[ranked[0]] <= 0:
        return None, 0.0
    first = scores[ranked[0]]
    second = scores[ranked[1]] if len(ranked) > 1 else 0.0
    near = min(1.0, FAR + (1 - FAR) * first / NEAR)
    return parties[ranked[0]], near * (SUREST - (SUREST - TIED) * second / first)

"""Whom an epithet means: "the Slovak", "the Iraqi diplomat", "the 58-year-old", "the ex-boxer".

News names somebody once and then goes on with what it told of them; nobody new is meant,
unless somebody unnamed was brought in with the same words ("an Iraqi diplomat").
"""

import re
from dataclasses import dataclass

from bot.models import Party
from bot.reading.mentions import Mention
from bot.reading.pronouns import Antecedents
from bot.reading.roles import IS_PERSON, ends_as_person
from bot.reading.titles import gender_of
from bot.reading.words import keys_of

Found = tuple[Party | None, float]
NOBODY: Found = (None, 0.0)
ONLY = 0.75  # the words were told of one person only
CLOSE = 0.55
EPITHET = re.compile(r"(?:the|that)\s+((?:[\w.-]+\s+){0,4})([\w.-]+)", re.I)
LINKED = re.compile(r"\b(?:of|for|at|in|from|to|with|on|and|or|who|whose|behind|among)\b")
AGE = re.compile(r"(\d{2})-year-old", re.I)
AGED = re.compile(r"\s*[,(]\s?(?:aged\s)?(\d{2})\s?[,).]")
# The noun alone means nobody in particular; with a country it may: "the Iraqi diplomat".
ANYBODY = frozenset(
    keys_of(
        """official source aide diplomat person man woman spokesman spokeswoman spokesperson
        politician envoy negotiator"""
    )
)
# Nouns that only tell more of somebody named, and no function in which another one speaks.
STANDING = frozenset(
    keys_of(
        """billionaire tycoon mogul magnate businessman businesswoman entrepreneur
        socialist firebrand hardliner strongman"""
    )
)
FORMERLY = frozenset(keys_of("former retired onetime ex self-described self-proclaimed"))
COUNTED = r"(?<!, )\b(?:an?|another|one)\s+(?:[\w-]+\s+){0,4}?"
APPOSED = re.compile(
    r"\s*(?:,|–|—|\()\s?(?:(?:himself|herself|now|once|then|who (?:is|was|has been))\s)?"
    r"((?:an?|the|one of|its|their|his|her|former)\s[^,.;:“”\"()–—]{2,80})",
    re.I,
)
MANY = ("ese", "ish", "ch")  # "the Japanese", "the French" are many
BEFORE = 40  # characters before a name that may tell a country or a calling
AFTER = 110


@dataclass(frozen=True, slots=True)
class Epithet:
    """What an epithet tells: a noun, an age, a country by its adjective."""

    noun: str
    age: str | None
    side: str | None
    adjective: str
    is_standing: bool  # tells what somebody is or was, and no function


class Epithets:
    """Finds whom epithets mean in one article."""

    def __init__(self, antecedents: Antecedents) -> None:
        self.antecedents = antecedents
        self.casting = antecedents.casting
        self.text = antecedents.page.article.text

    def meant(self, text: str, start: int) -> Found:
        """Tell whom an epithet at an offset means."""
        epithet = self._read(text)
        if epithet is None or self._is_unnamed(epithet, start):
            return NOBODY
        people = [m for m in self.antecedents.people if m.start < start]
        told = {m.party.key for m in people if m.party and self._is_told(epithet, m)}
        if told:
            fit = [m for m in people if m.party and m.party.key in told]
            best = max(reversed(fit), key=lambda m: self.antecedents.weight(m, start))
            return best.party, ONLY if len(told) == 1 else CLOSE
        if epithet.side or not (epithet.age or epithet.is_standing):
            return NOBODY
        return self.antecedents.likeliest(start, gender_of((epithet.noun,)))

    def _read(self, text: str) -> Epithet | None:
        match = EPITHET.fullmatch(text)
        if match is None or LINKED.search(match[1]):
            return None
        parts = [*match[1].split(), match[2]]
        adjective = next((p for p in parts if self._side(p)), "")
        noun, age = match[2].casefold(), AGE.search(text)
        if adjective == match[2] and adjective.endswith(MANY):
            return None
        if not (age or adjective == match[2]):
            if noun in ANYBODY and not adjective:
                return None
            if not (IS_PERSON.fullmatch(noun) or ends_as_person(noun) or noun in STANDING):
                return None
            if noun.endswith("s"):
                return None
        standing = noun in STANDING or not FORMERLY.isdisjoint(keys_of(match[1]))
        return Epithet(noun, age[1] if age else None, self._side(adjective), adjective, standing)

    def _side(self, word: str) -> str | None:
        side = self.casting.register.adjectives.get(keys_of(word))
        return side.name if side and word[:1].isupper() else None

    def _is_unnamed(self, epithet: Epithet, start: int) -> bool:
        """Tell whether the words brought in somebody unnamed: "an aide", "Iraqi diplomats"."""
        noun = re.escape(epithet.noun)
        if epithet.age or epithet.noun == epithet.adjective.casefold():
            return False
        own = rf"{re.escape(epithet.adjective)}\s(?:[\w-]+\s){{0,2}}" if epithet.side else ""
        pattern = rf"{COUNTED}{own}{noun}\b|\b{own}{noun}s\b"
        return re.search(pattern, self.text[:start], re.I) is not None

    def _is_told(self, epithet: Epithet, mention: Mention) -> bool:
        """Tell whether the words around a name tell what an epithet says."""
        before = self.text[max(0, mention.full_start - BEFORE) : mention.start]
        after = self.text[mention.end : mention.end + AFTER]
        if epithet.age:
            aged = AGED.match(after)
            return (aged and aged[1] == epithet.age) or AGE.search(before) is not None
        if epithet.side:
            return self._is_of(epithet, mention, before, after)
        apposed = APPOSED.match(after)
        callings = (before.split()[-1:] if before.strip() else []) + (
            apposed[1].split() if apposed else []
        )
        return epithet.noun in keys_of(" ".join(callings))

    def _is_of(self, epithet: Epithet, mention: Mention, before: str, after: str) -> bool:
        """Tell whether somebody is of the country that an epithet tells."""
        known = self.casting.knowns.all.get((mention.party.key if mention.party else "") or "")
        if known and known.side:
            return known.side == epithet.side
        side = self.casting.register.side(epithet.side)
        words = "|".join(map(re.escape, (*side.spellings, *side.adjectives))) if side else ""
        told = re.search(rf"\b(?:{words})(?:['’]s)?\s[^,.;:“”\"]*$", before)
        return bool(told or re.match(rf"\s(?:of|from)\s(?:the\s)?(?:{words})\b", after))

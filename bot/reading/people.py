"""Who appears in an article, and whom "he", "the minister" and "Ishiba" mean there."""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.beat import Beat
from bot.models import Party, Person
from bot.reading.casting import Casting
from bot.reading.described import SEVERAL, with_descriptions
from bot.reading.language import Parsed
from bot.reading.mentions import Mention
from bot.reading.page import Page, Zone
from bot.reading.pronouns import Antecedents
from bot.reading.register import Register, register_of
from bot.reading.resolve import SUBJECTS, Resolution, Resolver, sure
from bot.reading.words import keys_of

__all__ = ["Cast", "Mention", "Resolution", "cast_of"]

# "TOKYO -- ", "Tokyo, July 23 (Jiji Press)--", "WASHINGTON (Reuters) - "
DATELINE = re.compile(
    r"([A-Z][\w.' ]{2,20}?)(?:,\s[\w. ]{3,12})?\s*(?:\([^)]{2,30}\)\s*)?[-–—]{1,2}\s?"
)


@dataclass(frozen=True, slots=True)
class Cast:
    """Everyone whom one article names, in order, and whom its other words mean."""

    mentions: tuple[Mention, ...]
    people: tuple[Person, ...]  # with a full name in the article, and unknown to the beat
    resolver: Resolver

    def between(self, start: int, end: int) -> list[Mention]:
        """Give the mentions that lie within two offsets of the article."""
        first = bisect_left(self.mentions, start, key=lambda m: m.start)
        found = []
        for mention in self.mentions[first:]:
            if mention.start >= end:
                break
            if mention.end <= end:
                found.append(mention)
        return found

    def text(self, start: int, end: int) -> str:
        """Give the article's words between two offsets."""
        return self.resolver.page.article.text[start:end]

    def resolve(self, start: int, end: int, parsed: Parsed | None = None) -> Resolution:
        """Tell whom the words between two offsets mean: a name, an office, "he"."""
        return self.resolver.resolve(start, end, parsed, self.between(start, end))

    def antecedent(self, pronoun: str, start: int, but: Collection[Party] = ()) -> Resolution:
        """Tell whom "he" or "her" at an offset means, if it cannot mean some people."""
        word = SUBJECTS.get(pronoun.lower(), pronoun.lower())
        return sure(*self.resolver.antecedents.of_pronoun(word, start, but))

    def in_paragraphs(self, number: int, start: int, end: int) -> bool:
        """Tell whether two offsets lie within so many paragraphs."""
        paragraph = self.resolver.antecedents.paragraph
        return paragraph(end) - paragraph(start) < number

    def fits(self, pronoun: str, party: Party) -> bool:
        """Tell whether "he" or "she" may mean a person: nothing known speaks against it."""
        return self.resolver.antecedents.fits(pronoun.lower(), party)


def cast_of(page: Page, parsed: Sequence[Parsed], beat: Beat) -> Cast:
    """Find everyone whom an article names."""
    register = register_of(beat)
    casting = Casting(page, register, _side(page, register))
    mentions = casting.mentions()
    sure = [mention for mention in mentions if mention.confidence > SEVERAL]
    mentions = with_descriptions(casting, Antecedents(page, parsed, sure, casting), mentions)
    resolver = Resolver(page, parsed, mentions, casting)
    unknown = tuple(k.person for k in casting.knowns.all.values() if not k.on_beat)
    return Cast(mentions=mentions, people=unknown, resolver=resolver)


def _side(page: Page, register: Register) -> str | None:
    """Tell whose officials the article means by "the prime minister".

    The outlet's country, else the one from whose capital it was written.
    """
    name = page.article.outlet
    outlet = next((o for o in register.beat.outlets if o.name == name), None)
    if outlet and outlet.side:
        return outlet.side
    body = next((p.text for p in page.paragraphs if p.zone is Zone.BODY), "")
    place = DATELINE.match(body)
    side = register.capitals.get(keys_of(place[1])) if place else None
    return side.name if side else None

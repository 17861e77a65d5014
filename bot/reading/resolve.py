"""Whom any words of an article mean: a name, an office, "he", "a senior official"."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.beat_file import slug
from bot.models import Party, PartyKind
from bot.reading.casting import Casting
from bot.reading.described import Descriptions
from bot.reading.epithets import Epithets
from bot.reading.initials import SURE, written_out
from bot.reading.issuers import NOBODY, Issuers
from bot.reading.known import NOT_PEOPLE
from bot.reading.language import Parsed
from bot.reading.mentions import Mention
from bot.reading.page import Page
from bot.reading.papers import Papers
from bot.reading.pronouns import Antecedents
from bot.reading.roles import IS_BODY, IS_PERSON, PAPERS, ends_as_person, role_party
from bot.reading.scan import NEVER
from bot.reading.scanned import OF_SOMEBODY
from bot.reading.together import Together, joined, joint
from bot.reading.words import keys_of

TRUSTED = 0.5  # below this a resolution is a guess
# What a person says through: "Trump's statement said".
THROUGH = re.compile(
    r"^(?!\s(?-i:Post|Letter|Report)\b)\W*(?:[a-z]+\s){0,2}(?:statement|manifesto|testimony|memoirs?|tweets?|e-?mail|memo|letter|post|speech|remarks?|comments?|message|account|readout"
    r"|report|editorial|commentary|article|dispatch|(?:press|news)\s+release)\b",
    re.I,
)
PAPER = re.compile(rf"\b(?:{'|'.join(sorted(PAPERS))})\b", re.I)
POSSESSIVE = re.compile(r"^['’]s?\b")
PREPOSED = re.compile(r"^\s+(?:of|in|and|on|at|for)\b")
PRONOUNS = frozenset(keys_of("he she they i we it who which what them"))
SUBJECTS = {"him": "he", "his": "he", "her": "she", "hers": "she"}
DEFINITE = frozenset(["the", "this", "that"])
LINKING = frozenset(
    keys_of("""of for to with at in from by on about near under against who whose""")
)
CONFIDENCE = {"name": 0.95, "office": 0.95, "body": 0.9, "side": 0.8, "capital": 0.7}
LONGEST_LIST = 8  # mentions
JOINT = 0.6  # two who speak together
UNKNOWN = 0.55  # a name that nothing in the article explains
NAME = re.compile(r"((?:[A-Z][\w.'’-]+ ?){1,4})(?:\s*$|,|\s\()")
SOMEBODY = 0.6  # "a European who took part": whatever the noun, a person
INDEFINITE = re.compile(r"(?:an?|one|another)\s", re.I)
WHO = re.compile(r",?\swho\b")
NAME_BEHIND = re.compile(r"(?:\b[a-z]+|['’]s) ((?:[A-Z][\w.'’-]+ ?){2,3})$")  # "pollster X Y"
MODIFIED = re.compile(r"(?:[\s-]+(?!(?:who|whose|that|which|and|of|in|at|for|to)\b)\w+){1,3}")
# "Her aide", "one of his advisers", "Ruiz's office"; "a source close to her".
WHOSE = re.compile(
    r"(?:(?:one|two|another) of )?(?P<who>his|her|[A-Z][\w-]+(?=['’]s? ))(?:['’]s?)? (?=[a-z])",
    re.I,
)
CLOSE_TO = re.compile(r" (?P<to>close to|of|for|to|with|near) (?P<who>him|her)$", re.I)
POSSESSOR = re.compile(r"^\S+['’]s? ")
OWNER = 0.6
PAIR = re.compile(
    r"(?:the (?:pair|duo|two)|both|(?:the two|both) (?:leaders|ministers|presidents|men|women))",
    re.I,
)
CLAUSE_END = re.compile(r"[,;:!?“”\"\n]|\.\s")
OF_COUNTRY = re.compile(r"([A-Z][\w. ]+)['’]s? \w+")
POSSESSIVE_END = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Resolution:
    """Whom words mean: `party` is None where the evidence is weak, `guess` is then the best."""

    party: Party | None = None
    guess: Party | None = None
    confidence: float = 0.0


def sure(party: Party | None, confidence: float) -> Resolution:
    """Make a resolution: trusted from a half on, else kept as a guess."""
    if party is None:
        return Resolution()
    return Resolution(party if confidence >= TRUSTED else None, party, confidence)


class Resolver:
    """Resolves words of one article."""

    def __init__(
        self,
        page: Page,
        parsed: Sequence[Parsed],
        mentions: Sequence[Mention],
        casting: Casting,
    ) -> None:
        self.page = page
        self.casting = casting
        self.mentions = [m for m in mentions if not m.owner]
        self.starts = [m.start for m in self.mentions]
        self.issuers = Issuers(page, mentions)
        self.papers = Papers(page.article.text, self.issuers.mentions)
        self.antecedents = Antecedents(page, parsed, mentions, casting)
        self.descriptions = Descriptions(casting, self.antecedents)
        self.together = Together(self.antecedents)
        self.epithets = Epithets(self.antecedents)

    def resolve(
        self, start: int, end: int, parsed: Parsed | None, inside: Sequence[Mention]
    ) -> Resolution:
        """Tell whom the words between two offsets mean."""
        text = self.page.article.text[start:end]
        keys = keys_of(text)
        if not keys:
            return Resolution()
        if len(keys) == 1:
            keys = (SUBJECTS.get(keys[0], keys[0]),)
        if keys[0] in PRONOUNS and len(keys) <= 2:
            return self._pronoun(keys[0], start)
        head = self._around(start, end) or head_of(text, start, inside)
        if head is not None and head.party is not None:
            others = joined(self.page.article.text, end, head, self._from(head.end))
            if others:
                return sure(joint(head.party, *others), JOINT)
            return sure(head.party, CONFIDENCE[head.kind] * head.confidence)
        return self._unnamed(start, end, keys, parsed)

    def _pronoun(self, pronoun: str, start: int) -> Resolution:
        if pronoun == "it":
            return sure(*self.issuers.of_it(start))
        if pronoun == "they":
            return sure(self.together.they(start), JOINT)
        return sure(*self.antecedents.of_pronoun(pronoun, start, self._named_behind(start)))

    def _named_behind(self, start: int) -> list[Party]:
        """Give who is named behind a pronoun in its clause: "she told Ruiz that" is not Ruiz."""
        close = CLAUSE_END.search(self.page.article.text, start)
        last = close.start() if close else len(self.page.article.text)
        people, starts = self.antecedents.people, self.antecedents.starts
        here = people[bisect_left(starts, start) : bisect_left(starts, last)]
        return [m.party for m in here if m.party]

    def _unnamed(
        self, start: int, end: int, keys: tuple[str, ...], parsed: Parsed | None
    ) -> Resolution:
        """Resolve words without a name: a paper by who made it, else a description."""
        text = self.page.article.text[start:end]
        paper = PAPER.search(text)
        full = written_out(text, self.page.article.text)
        if full:
            return sure(full, SURE)
        source, confidence = self.papers.source(start + paper.end()) if paper else NOBODY
        if source:
            return sure(source, confidence)
        if parsed and len(keys) == 1 and _is_common(parsed, start):
            return Resolution()
        found = self._described(" ".join(text.split()), keys, start)
        who = INDEFINITE.match(text) and WHO.match(self.page.article.text, end)
        return sure(found.guess, SOMEBODY) if who and found.party is None else found

    def _around(self, start: int, end: int) -> Mention | None:
        """Find the name that words lie in with its title: "PM" of "PM Modi"."""
        people = self.antecedents.people
        first = bisect_left(self.antecedents.starts, start)
        for mention in people[max(0, first - 1) : first + 1]:
            if mention.full_start <= start and end <= mention.end:
                return mention
        return None

    def _from(self, start: int) -> Sequence[Mention]:
        """Give the next mentions behind an offset."""
        first = bisect_left(self.starts, start)
        return self.mentions[first : first + LONGEST_LIST]

    def _described(self, text: str, keys: tuple[str, ...], start: int) -> Resolution:
        """Resolve a description: someone of the article, someone unnamed, or a name of one word."""
        several = self.together.meant(text, start)
        if several:
            return sure(several, JOINT)
        two = self.antecedents.two_before(start) if PAIR.fullmatch(text) else None
        if two:
            return sure(joint(*two), JOINT)
        definite = self._definite(text, keys)
        if definite and not OF_SOMEBODY.search(text):
            of = (
                self.descriptions.of_title(definite, start, start + len(text)),
                self.issuers.of_noun(definite, start),
                self.papers.maker(definite, start),
                self.epithets.meant(text, start),
            )
            for party, confidence in of:
                if party:
                    return sure(party, confidence)
        name = NAME.match(text)
        if name and keys[0] not in NEVER and NOT_PEOPLE.isdisjoint(keys_of(name[1])):
            return sure(_unexplained(name[1]), UNKNOWN)
        described = NAME_BEHIND.search(text)
        if described and _may_name(text[: described.start(1)], described[1]):
            return sure(_unexplained(described[1]), UNKNOWN)
        return sure(*self._owned(text, start, *role_party(text)))

    def _definite(self, text: str, keys: tuple[str, ...]) -> tuple[str, ...] | None:
        """Give the words behind "the"; "Japan's leader" is as definite as "the Japanese leader"."""
        if keys[0] in DEFINITE:
            return keys[1:]
        country = OF_COUNTRY.fullmatch(text)
        side = self.casting.register.sides.get(keys_of(country[1])) if country else None
        return (*keys_of((side.adjectives or (side.name,))[0]), keys[-1]) if side else None

    def _owned(
        self, text: str, start: int, role: Party | None, confidence: float
    ) -> tuple[Party | None, float]:
        """Say whose somebody unnamed is: "her aide" is "Ana Ruiz's aide"."""
        whose, close = WHOSE.match(text), CLOSE_TO.search(text)
        found = whose or close
        if role is None or found is None:
            return role, confidence
        owner, certain = self._owner(found["who"], start + found.start("who"))
        if owner is None or owner.kind is not PartyKind.PERSON or certain < OWNER:
            return role, confidence
        bare = CLOSE_TO.sub("", role.name) if close else POSSESSOR.sub("", role.name)
        name = f"{bare} {close['to']} {owner.name}" if close else f"{owner.name}'s {bare}"
        return replace(role, name=name), confidence

    def _owner(self, words: str, start: int) -> tuple[Party | None, float]:
        """Tell whom a possessor means: "her", or a surname."""
        key = words.casefold()
        if key in SUBJECTS:
            return self.antecedents.of_pronoun(SUBJECTS[key], start)
        people = self.antecedents.people
        at = bisect_left(self.antecedents.starts, start)
        named = at < len(people) and people[at].start == start
        return (people[at].party, people[at].confidence) if named else (None, 0.0)


def _unexplained(name: str) -> Party:
    """Show a name of which the article says no more."""
    plain = POSSESSIVE_END.sub("", name.strip())
    return Party(name=plain, kind=PartyKind.PERSON, key=slug(plain) or None)


def _is_common(parsed: Parsed, start: int) -> bool:
    """Tell a common noun that only opens a sentence: "Suspicion turned to rage"."""
    at = start - parsed.paragraph.start
    span = parsed.doc.char_span(at, at + 1, alignment_mode="expand")
    if not span or span[0].tag_ != "NN" or not span.text.istitle():
        return False
    return role_party(span.text)[1] < TRUSTED


def _may_name(before: str, name: str) -> bool:
    """Tell who is described ("pollster X Y") from whose he is, and from "the Daily Echo"."""
    keys = keys_of(before)
    said_of = keys[-1:] != ("the",) and LINKING.isdisjoint(keys)
    return said_of and NOT_PEOPLE.isdisjoint(keys_of(name))


def head_of(text: str, start: int, inside: Sequence[Mention]) -> Mention | None:
    """Find the mention that words are about: Ishiba in "Prime Minister Ishiba, who met Biden"."""
    for kinds in (("name",), ("office",), ("body", "side", "capital")):
        for mention in inside:
            if mention.kind in kinds and _is_head(text, start, mention):
                return mention
    return None


def _is_head(text: str, start: int, mention: Mention) -> bool:
    before = text[: max(0, mention.full_start - start)]
    ends = start + len(text.rstrip(" ,.")) == mention.end
    if mention.kind == "name" and before.rstrip().endswith(",") and ends:
        return True  # "her rival for the presidency, Donald Trump"
    if not LINKING.isdisjoint(keys_of(before)):
        return False
    after = text[mention.end - start :]
    if mention.possessive or mention.owner:
        rest = POSSESSIVE.sub("", after)
        return not rest.strip(" ,.") or bool(THROUGH.match(rest))
    if mention.kind in {"name", "office"}:
        return not _modifies(after) or bool(THROUGH.match(after))
    return not re.match(r"[\s-]*\w", after) or bool(THROUGH.match(after) or PREPOSED.match(after))


def _modifies(after: str) -> bool:
    """Tell whether a noun that speaks follows: "Stein" in "Stein spokeswoman Melezia Figueroa"."""
    words = MODIFIED.match(after)
    return bool(words) and any(
        IS_PERSON.fullmatch(word) or IS_BODY.fullmatch(word) or ends_as_person(word)
        for word in re.findall(r"[a-z]\w*", words[0] if words else "")
    )

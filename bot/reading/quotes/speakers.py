"""Who the words that name a speaker stand for, and how sure that is."""

import re
from dataclasses import dataclass, replace

from bot.models import Party, PartyKind
from bot.reading.language import Parsed
from bot.reading.people import Cast, Resolution
from bot.reading.quotes.attribution import Attribution, How
from bot.reading.quotes.naming import Mention
from bot.reading.roles import BODIES, THINGS, brings_in_somebody, is_somebody, one_of
from bot.reading.scanned import QUOTED

ENOUGH = 0.4  # below this the speaker stays open and the party is only a guess
MOST_SURE = {
    How.LABEL: 0.97,
    How.CUE: 0.95,
    How.NEIGHBOUR: 0.92,
    How.CARRIED: 0.75,
    How.SUBJECT: 0.5,
}
DEAREST_SURE = 10.0  # a cue up to this cost is as sure as cues get
LOSS_PER_COST = 0.006
NOT_PERSONS = {
    "it": frozenset({PartyKind.BODY}),
    "they": frozenset({PartyKind.BODY, PartyKind.ROLE}),
}
THE_BODY = re.compile(rf"the (?:{BODIES})", re.IGNORECASE)
ONE_OF_THE = re.compile(r"one of the (\w+)", re.I)
ONE_OF_THEM = re.compile(r"(?:one|another) of them", re.IGNORECASE)
THAT_ONE = re.compile(r"that (?:same )?(\w+)", re.IGNORECASE)
THE_PAPER = re.compile(r"(?:the|that) (?:statement|release|readout|press release)", re.IGNORECASE)
LIKELY = 0.6  # that "he" is the one who spoke last, where the article leaves it open
IT_GOES_ON = 0.7  # that "it" is the body that spoke last
GOES_ON = 0.9  # that "he" is the one who spoke last, with nobody else named between
PRONOUNS = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}
# "The diplomat" is the one who spoke last; "the official" may be another one, known by that alone.
DESCRIPTION = re.compile(r"the \w+(?:er|or|ist|man|woman|ant|mat|dent|person)", re.IGNORECASE)
# "The woman, who spoke on condition of anonymity" is nobody whom the article names.
WITHOUT_NAME = re.compile(
    r",?\s(?:said\s)?(?:who|speaking|on)\b[^.;“”\"]{0,80}?"
    r"(?:anonym|not (?:to )?be (?:named|identified|quoted)|be (?:named|identified))"
)
CLAUSE = 120  # characters in which it is said


@dataclass(frozen=True, slots=True)
class Speaker:
    """The speaker of a quote, or the best guess, with a confidence."""

    party: Party | None = None
    guess: Party | None = None
    confidence: float = 0.0


class Speakers:
    """The speakers of one article, asked for in the order in which they are mentioned."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._last: Party | None = None  # the person who spoke last, named or not
        self._until = 0  # where that speech ended
        self._latest: Party | None = None  # whoever spoke last, a body or a group as well
        self._heard = 0  # where that ended

    def find(
        self,
        mention: Mention | None,
        sure: float,
        until: int,
        parsed: Parsed,
        *,
        relayed: bool = False,
    ) -> Speaker:
        """Resolve the words that name a speaker; `sure` is how surely they do.

        `until` is where in the article the words spoken end; `relayed` is whether somebody
        else only passed them on.
        """
        if mention is None:
            return Speaker()
        found = self._resolve(mention, parsed, relayed=relayed)
        confidence = round(sure * found.confidence, 2)
        party = found.party if confidence >= ENOUGH else None
        self._remember(found.party, max(until, mention.end))
        return Speaker(party, found.party or found.guess, confidence)

    def _remember(self, party: Party | None, until: int) -> None:
        if party is not None:
            self._latest, self._heard = party, until
        if party is not None and (party.kind is PartyKind.PERSON or is_somebody(party)):
            self._last, self._until = party, until

    def _resolve(self, mention: Mention, parsed: Parsed, *, relayed: bool) -> Resolution:
        start, end = mention.means or (mention.start, mention.end)
        found = self._cast.resolve(start, end, parsed)
        again = self._again(mention, found)
        if again is not None:
            return again
        party = self._last
        if party is None or not self._may_mean(mention, party, found):
            return found
        if relayed and party.kind is PartyKind.ROLE:
            return found  # "she told him so, the official said": she is not the official
        if not self._others(mention, party):
            return replace(found, party=party, confidence=max(found.confidence, GOES_ON))
        if found.party is None and self._cast.in_paragraphs(1, self._until, mention.start):
            return Resolution(party, party, LIKELY)
        return found

    def _again(self, mention: Mention, found: Resolution) -> Resolution | None:
        """Tell whether "it", "the paper" or "that person" is whoever spoke last."""
        latest, words = self._latest, mention.words.lower()
        if latest is None:
            return None
        if found.party is None and words in NOT_PERSONS:
            of_kind = latest.kind in NOT_PERSONS[words]
            return Resolution(latest, latest, IT_GOES_ON) if of_kind else found
        if self._is_body_again(mention, found):
            return Resolution(latest, latest, IT_GOES_ON)
        again = self._unnamed_again(mention)
        if again is None and self._is_paper_of_latest(mention, found):
            again = latest
        return Resolution(again, again, LIKELY) if again else None

    def _is_body_again(self, mention: Mention, found: Resolution) -> bool:
        """Whether "the paper" is the body that spoke last: the article names no other so."""
        if self._latest is None or self._latest.kind is not PartyKind.BODY:
            return False
        if not self._cast.in_paragraphs(2, self._heard, mention.start):
            return False
        unknown = found.party is None or found.party.key is None
        return unknown and THE_BODY.fullmatch(mention.words) is not None

    def _unnamed_again(self, mention: Mention) -> Party | None:
        """Give the words for "that person" and "one of them" that the article gave before."""
        latest = self._latest
        if latest is None or latest.kind is not PartyKind.ROLE:
            return None
        if not self._cast.in_paragraphs(2, self._heard, mention.start):
            return None
        if ONE_OF_THEM.fullmatch(mention.words):
            return None if is_somebody(latest) else replace(latest, name=one_of(latest.name))
        one = ONE_OF_THE.fullmatch(mention.words)
        if one and latest.name.casefold().endswith(f" {one[1].casefold()}"):
            return replace(latest, name=one_of(latest.name))  # "two senior officials said" before
        noun = THAT_ONE.fullmatch(mention.words)
        same = noun and noun[1].casefold() in latest.name.casefold().split()
        return latest if same and is_somebody(latest) else None

    def _is_paper_of_latest(self, mention: Mention, found: Resolution) -> bool:
        """Whether "the statement" goes on with what was just said, and nobody else made it."""
        if self._latest is None or found.party is not None:
            return False
        near = self._cast.in_paragraphs(2, self._heard, mention.start)
        if not near or THE_PAPER.fullmatch(mention.words) is None:
            return False
        noun = mention.words.split()[-1].casefold()
        since = self._cast.text(self._heard, mention.start)
        return re.search(rf"(?<!\bin )\b(?:an?|another) [^.;“”\"]{{0,30}}?{noun}\b", since) is None

    def _may_mean(self, mention: Mention, party: Party, found: Resolution) -> bool:
        """Whether "he", "she" or "the diplomat" may be the one who spoke last."""
        pronoun = PRONOUNS.get(mention.words.lower())
        if pronoun is not None:
            return self._cast.fits(pronoun, party)
        unknown = found.party is None or found.party.kind is PartyKind.ROLE
        named = party.kind is PartyKind.PERSON
        thing = mention.words.split()[-1].casefold() in THINGS
        if thing or not (unknown and named and DESCRIPTION.fullmatch(mention.words)):
            return False
        since = self._cast.text(self._until, mention.start)
        hidden = WITHOUT_NAME.match(self._cast.text(mention.end, mention.end + CLAUSE))
        return not hidden and not brings_in_somebody(QUOTED.sub("", since))

    def _others(self, mention: Mention, party: Party) -> bool:
        """Whether the article has named another one since, whom the words may mean."""
        pronoun = PRONOUNS.get(mention.words.lower())
        return any(
            m.party is not None
            and m.party.kind is PartyKind.PERSON
            and m.party.name != party.name
            and not m.quoted
            and not m.owner
            and (pronoun is None or self._cast.fits(pronoun, m.party))
            for m in self._cast.between(self._until, mention.start)
        )


def sureness(attribution: Attribution) -> float:
    """How surely an attribution holds, from 0 to 1."""
    sure = MOST_SURE[attribution.how]
    if attribution.how is How.CUE:
        sure -= LOSS_PER_COST * max(0.0, attribution.cost - DEAREST_SURE)
    return max(0.0, sure)

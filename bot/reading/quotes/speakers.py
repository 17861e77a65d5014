"""Who the words that name a speaker stand for: a person, a body, or someone known by function."""

import re
from dataclasses import dataclass
from typing import Protocol

from bot.models import Party, PartyKind
from bot.reading.language import Parsed
from bot.reading.quotes.attribution import Attribution, How, Mention

ENOUGH = 0.5  # below this the speaker stays open and the party is only a guess
UNNAMED = re.compile(
    r"\b(?:officials?|spokes(?:man|woman|person|people)|sources?|diplomats?|aides?|advis[eo]rs?"
    r"|lawmakers?|analysts?|experts?|observers?|executives?|insiders?|reporters?|witness(?:es)?"
    r"|negotiators?|bureaucrats?|staffers?|members?|participants?|person|people|man|woman|wife"
    r"|husband|resident|residents|commander|officers?|soldiers?|professor|critics?|supporters?)\b",
    re.IGNORECASE,
)
ARTICLES = re.compile(r"^(?:the|an?|another)\s+", re.IGNORECASE)
KNOWN_BEFORE = re.compile(r"the \w+", re.IGNORECASE)  # "the diplomat" is one named before
LEAST_SURE = {
    How.LABEL: 0.97,
    How.CUE: 0.95,
    How.NEIGHBOUR: 0.92,
    How.CARRIED: 0.75,
    How.SUBJECT: 0.5,
}
DEAREST_SURE = 10.0  # a cue up to this cost is as sure as cues get
LOSS_PER_COST = 0.006


class Resolved(Protocol):
    """What a cast says about words: a party, or else a guess, and how sure it is."""

    @property
    def party(self) -> Party | None:
        """The party meant, None where the evidence is weak."""

    @property
    def guess(self) -> Party | None:
        """The likeliest party."""

    @property
    def confidence(self) -> float:
        """How sure, from 0 to 1."""


class Resolver(Protocol):
    """What we need of an article's cast."""

    def resolve(self, start: int, end: int, parsed: Parsed | None = None) -> Resolved:
        """Tell whom the words between two offsets of the article mean."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """The speaker of a quote, or the best guess, with a confidence."""

    party: Party | None
    guess: Party | None
    confidence: float


def find_speaker(
    mention: Mention | None, sure: float, cast: Resolver | None, parsed: Parsed
) -> Speaker:
    """Resolve the words that name a speaker; `sure` is how surely they do."""
    if mention is None:
        return Speaker(None, None, 0.0)
    role = _role(mention)
    if cast is None:
        return Speaker(role, role, sure)
    found = cast.resolve(mention.start, mention.end, parsed)
    party = found.party or role
    confidence = round(sure * (found.confidence if found.party else 0.9), 2)
    if party is None or confidence < ENOUGH:
        return Speaker(None, party or found.guess, min(confidence, ENOUGH))
    return Speaker(party, party, confidence)


def sureness(attribution: Attribution) -> float:
    """How surely an attribution holds, from 0 to 1."""
    sure = LEAST_SURE[attribution.how]
    if attribution.how is How.CUE:
        sure -= LOSS_PER_COST * max(0.0, attribution.cost - DEAREST_SURE)
    return max(0.0, sure)


def _role(mention: Mention) -> Party | None:
    """Someone known by function only: "a senior Foreign Ministry official"."""
    if not UNNAMED.search(mention.words) or KNOWN_BEFORE.fullmatch(mention.words):
        return None
    return Party(name=ARTICLES.sub("", mention.words), kind=PartyKind.ROLE)

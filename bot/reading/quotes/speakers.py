"""Who the words that name a speaker stand for, and how sure that is."""

from dataclasses import dataclass

from bot.models import Party
from bot.reading.language import Parsed
from bot.reading.people import Cast
from bot.reading.quotes.attribution import Attribution, How, Mention

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


@dataclass(frozen=True, slots=True)
class Speaker:
    """The speaker of a quote, or the best guess, with a confidence."""

    party: Party | None = None
    guess: Party | None = None
    confidence: float = 0.0


def find_speaker(mention: Mention | None, sure: float, cast: Cast, parsed: Parsed) -> Speaker:
    """Resolve the words that name a speaker; `sure` is how surely they do."""
    if mention is None:
        return Speaker()
    found = cast.resolve(mention.start, mention.end, parsed)
    confidence = round(sure * found.confidence, 2)
    party = found.party if confidence >= ENOUGH else None
    return Speaker(party, found.party or found.guess, confidence)


def sureness(attribution: Attribution) -> float:
    """How surely an attribution holds, from 0 to 1."""
    sure = MOST_SURE[attribution.how]
    if attribution.how is How.CUE:
        sure -= LOSS_PER_COST * max(0.0, attribution.cost - DEAREST_SURE)
    return max(0.0, sure)

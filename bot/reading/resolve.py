"""Whom any words of an article mean: a name, an office, "he", "a senior official"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.models import Party, PartyKind
from bot.reading.casting import Casting
from bot.reading.language import Parsed
from bot.reading.mentions import Mention
from bot.reading.page import Page
from bot.reading.pronouns import Antecedents
from bot.reading.words import keys_of

TRUSTED = 0.5  # below this a resolution is a guess
OPENING = re.compile(
    r"^(?:the|a|an|one of the|one of|one|another|some|both|his|her|their|its|this|that)\s+", re.I
)
# What a person says through: "Trump's statement said".
THROUGH = re.compile(
    r"^\W*(?:statement|letter|post|tweet|speech|remarks?|comments?|message|account|readout)\b",
    re.I,
)
TRAILING = re.compile(
    r"\s*(?:,|\(|—|--|\bwho\b|\bwhose\b|\bthat\b|\bspeaking\b|\btold\b|\bsaid\b).*$", re.S
)
POSSESSIVE = re.compile(r"^['’]s?\b")
PREPOSED = re.compile(r"^\s+(?:of|in|and|on|at|for)\b")
PRONOUNS = frozenset(["he", "she", "they", "i", "we", "it", "who"])
SUBJECTS = {"him": "he", "his": "he", "her": "she", "hers": "she"}
DEFINITE = frozenset(["the", "this", "that"])
LINKING = frozenset(
    keys_of("""of for to with at in from by on about near under against who whose""")
)
CONFIDENCE = {"name": 0.95, "office": 0.95, "body": 0.9, "side": 0.8, "capital": 0.7}
ROLE = 0.6


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
        self.antecedents = Antecedents(page, parsed, mentions, casting)

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
            party, confidence = self.antecedents.of_pronoun(keys[0], start)
            return sure(party, confidence)
        head = self._around(start, end) or head_of(text, start, inside)
        if head is not None and head.party is not None:
            return sure(head.party, CONFIDENCE[head.kind] * head.confidence)
        return self._described(text, keys, start)

    def _around(self, start: int, end: int) -> Mention | None:
        """Find the name that words lie in with its title: "PM" of "PM Modi"."""
        for mention in self.antecedents.people:
            if mention.full_start <= start and end <= mention.end:
                return mention
            if mention.full_start > start:
                return None
        return None

    def _described(self, text: str, keys: tuple[str, ...], start: int) -> Resolution:
        """Resolve a description: someone of the article, or a role."""
        name = " ".join(TRAILING.sub("", OPENING.sub("", text)).split())
        if keys[0] in DEFINITE:
            person, confidence = self.antecedents.of_title(keys[1:], start)
            if person:
                return sure(person, confidence)
        if not name or not name[0].isalpha():
            return Resolution()
        return sure(Party(name=name, kind=PartyKind.ROLE), ROLE)


def head_of(text: str, start: int, inside: Sequence[Mention]) -> Mention | None:
    """Find the mention that words are about: Ishiba in "Prime Minister Ishiba, who met Biden"."""
    for kinds in (("name",), ("office",), ("body", "side", "capital")):
        for mention in inside:
            if mention.kind in kinds and _is_head(text, start, mention):
                return mention
    return None


def _is_head(text: str, start: int, mention: Mention) -> bool:
    before = text[: max(0, mention.full_start - start)]
    if (
        mention.kind == "name"
        and before.rstrip().endswith(",")
        and start + len(text) == mention.end
    ):
        return True  # "her rival for the presidency, Donald Trump"
    if not LINKING.isdisjoint(keys_of(before)):
        return False
    after = text[mention.end - start :]
    if mention.possessive or mention.owner:
        rest = POSSESSIVE.sub("", after)
        return not rest.strip(" ,.") or bool(THROUGH.match(rest))
    if mention.kind in {"name", "office"}:
        return True
    return not re.match(r"[\s-]*\w", after) or bool(THROUGH.match(after) or PREPOSED.match(after))

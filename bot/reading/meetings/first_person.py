"""Who says "I": by the words of saying around it, a transcript's label, or a speech's title.

Where a title names two who speak to each other, "you" is the other one and "we" are both.
"""

import re
from typing import TYPE_CHECKING

from bot.models import Party, PartyKind
from bot.reading.meetings.words import SAY

if TYPE_CHECKING:
    from spacy.tokens import Token

    from bot.reading.meetings.scene import Scene

I = frozenset({"i", "me", "my", "myself"})  # noqa: E741 - the word itself
YOU = frozenset({"you", "yourself"})
LABEL = re.compile(
    r"^[^\S\n]*(?P<who>[A-Z][A-Z.'’ -]{2,40}|(?:Mr|Ms|Mrs|Dr)\.? [A-Z]\w+)\s*:", re.M
)
_SPEECH = re.compile(
    r"^[\W\d]*(?:(?:opening|closing|departure|arrival|joint|full)\s+)*"
    r"(?:speech|remarks|address|statement|message|report)\s+(?:of|by|from)\s+(?P<who>[^\n]{4,80})",
    re.I | re.M,
)
_OPENING = 800  # characters in which a speech tells whose it is


def first_person(word: "Token", scene: "Scene") -> Party | None:
    """Tell whom "I" or "my" means; nobody where neither the sentence nor the page says it."""
    for token in next(s for s in scene.sentences if word.i < s.end):
        if token.lemma_.lower() in SAY and token.pos_ == "VERB":
            subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
            if subject is not None and subject.lower_ not in I:
                return _person(scene, scene.offset + subject.left_edge.idx, _end(subject, scene))
    text = scene.article
    labels = list(LABEL.finditer(text))
    if labels:
        at = scene.offset + word.idx
        label = next((m for m in reversed(labels) if m.start() <= at), None)
        return _person(scene, *label.span("who")) if label else None
    if scene.opening:
        return scene.opening.people[0] if len(scene.opening.people) == 1 else None
    title = _SPEECH.search(text[:_OPENING])
    return _in_capitals(scene, title["who"]) if title else None


def second_person(word: "Token", scene: "Scene") -> Party | None:
    """Tell whom "you" means: of those whom the title names, the one on the other side."""
    people = scene.opening.people if scene.opening else ()
    speaker = first_person(word, scene) if people else None
    others = [p for p in people if speaker and p.key != speaker.key]
    if len(others) > 1 and speaker:
        others = [p for p in others if p.side != speaker.side]
    return others[0] if len(others) == 1 else None


def all_speaking(word: "Token", scene: "Scene") -> tuple[Party, ...]:
    """Tell whom "we" means where several speak to each other: all whom the title names."""
    people = scene.opening.people if scene.opening else ()
    speaker = first_person(word, scene) if people else None
    return people if speaker and any(p.key == speaker.key for p in people) else ()


def _in_capitals(scene: "Scene", title: str) -> Party | None:
    """Find who is meant by "PRESIDENT JUAN DELA CRUZ" over a speech."""
    words = title.casefold().replace(",", " ").split()
    people = (m.party for m in scene.cast.mentions if m.kind == "name" and m.party)
    return next((p for p in people if p.name.casefold().split()[-1] in words), None)


def _end(subject: "Token", scene: "Scene") -> int:
    return scene.offset + subject.idx + len(subject)


def _person(scene: "Scene", start: int, end: int) -> Party | None:
    found = (m.party for m in scene.cast.between(start, end))
    return next((p for p in found if p and p.kind is PartyKind.PERSON), None)

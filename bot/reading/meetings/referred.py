"""Whom "he", "I" or "you" means as a party of a meeting."""

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from bot.models import Party, PartyKind
from bot.reading.meetings.first_person import YOU, I, first_person, second_person

if TYPE_CHECKING:
    from spacy.tokens import Token

    from bot.reading.meetings.scene import Scene

SPOKESMAN = re.compile(r"spokes|press secretary", re.I)
_GOING_ON = frozenset({"also", "then", "later", "separately"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def referred(pronoun: "Token", scene: "Scene", others: Collection[Party]) -> list[Party]:
    """Whom a pronoun means, if it is nobody of the other side."""
    if pronoun.lower_ in I | YOU:
        person = first_person if pronoun.lower_ in I else second_person
        meant = person(pronoun, scene)
        return [meant] if meant else []
    at = scene.offset + pronoun.idx
    who = scene.cast.antecedent(pronoun.text, at, others).party
    if who and SPOKESMAN.search(who.office or ""):  # speaks of the meetings of others
        who = scene.cast.antecedent(pronoun.text, at, (*others, who)).party
    return [who] if who else _leading(pronoun, scene, others)


def also_did(
    pronoun: "Token", doer: Party | None, scene: "Scene", others: Collection[Party]
) -> list[Party]:
    """Whom "He also met B" means, after "A met C": who did so in the sentence before."""
    begins = pronoun.dep_ in _SUBJECTS and pronoun.i - pronoun.sent.start <= 1
    if not begins or doer is None or doer in others:
        return []
    also = any(c.lower_ in _GOING_ON for c in pronoun.head.children)
    return [doer] if also and scene.cast.fits(pronoun.lower_, doer) else []


def _leading(pronoun: "Token", scene: "Scene", others: Collection[Party]) -> list[Party]:
    """Whom a doubtful "he" means: who leads the same sentence ("A flies to B, where he is …")."""
    if pronoun.dep_ not in _SUBJECTS:
        return []
    for token in reversed(pronoun.doc[pronoun.sent.start : pronoun.i]):
        mention = scene.mentions.get(token.i)
        if token.dep_ not in _SUBJECTS or mention is None or mention.possessive:
            continue
        who = mention.party
        fits = who is not None and scene.cast.fits(pronoun.lower_, who)
        if who and fits and who.kind is PartyKind.PERSON and who not in others:
            return [who]
    return _alone_before(pronoun, scene, others)


def _alone_before(pronoun: "Token", scene: "Scene", others: Collection[Party]) -> list[Party]:
    """Whom else: the only one whom the sentence named ("A's plan to go to B, where he is …")."""
    before = scene.named_in(pronoun.doc[pronoun.sent.start : pronoun.i])
    fitting = [
        party
        for party in before
        if party.kind is PartyKind.PERSON
        and party not in others
        and scene.cast.fits(pronoun.lower_, party)
    ]
    return fitting if len(fitting) == 1 else []

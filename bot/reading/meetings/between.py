"""Who meets by what a noun of meeting is between, of or among: "a summit of A and B"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.models import PartyKind
from bot.reading.meetings import words
from bot.reading.meetings.parties import Parties
from bot.reading.meetings.scene import child, under
from bot.reading.meetings.subjects import subject_of
from bot.reading.meetings.verb_sides import FARTHEST, NEAR, Group

if TYPE_CHECKING:
    from spacy.tokens import Token


def those_between(noun: "Token", parties: Parties) -> Group:
    """Parties of "a meeting between A, who …, and B" and "a summit of A and B"."""
    if noun.lemma_ == "visit":
        return ()
    found: Group = ()
    explained = child(noun, "appos")  # "the meeting, the first between A and B"
    arguments = [*under(noun, "between", "among", "of", "involving", "by")]
    arguments += [*under(explained, "between", "of")] if explained is not None else []
    if not arguments:
        arguments = list(_between_farther_on(noun, parties))
    for argument in arguments:
        found += parties.after(argument)
        aside = _after_aside(argument, parties) if argument.head.lower_ == "between" else None
        if aside is not None and len(found) == 1:
            found += parties.in_span(aside, parties.scene.end_of(noun))
    return tuple(dict.fromkeys(found)) or _between_ministers(noun, parties)


def _between_ministers(noun: "Token", parties: Parties) -> Group:
    """Resolve "the two countries will hold a meeting between finance ministers"."""
    officials = next(under(noun, "between", "among", "of"), None)
    if officials is None or officials.tag_ != "NNS" or noun.head.lemma_ not in words.LIGHT:
        return ()
    if officials.lemma_ not in words.OFFICES | words.OFFICIALS:
        return ()
    office = noun.doc[officials.left_edge.i : officials.i + 1].text
    holders = parties.before(subject_of(noun.head), noun.head)
    return tuple(replace(p, office=office) for p in holders if p.kind is PartyKind.BODY)


def _between_farther_on(noun: "Token", parties: Parties) -> Iterator["Token"]:
    """Yield who stands in "a meeting in Lima between A and B", which is parsed as Lima's."""
    for token in noun.doc[noun.i + 1 : min(noun.i + NEAR, parties.scene.end_of(noun))]:
        if token.lower_ == "between":
            yield from (c for c in token.children if c.dep_ == "pobj")
        if token.pos_ in ("VERB", "AUX") or token.lower_ in ("between", "with", "and"):
            return


def _after_aside(argument: "Token", parties: Parties) -> int | None:
    """Where the list goes on after "Giuliani, claiming to speak for the ministry, and …"."""
    doc, end = argument.doc, parties.scene.end_of(argument)
    for i in range(argument.i + 2, min(argument.i + FARTHEST // 2, end - 1)):
        if doc[i].text == "," and doc[i + 1].lower_ == "and":
            return i + 2
    return None

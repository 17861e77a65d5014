"""Who meets by what a noun of meeting is between, of or among: "a summit of A and B"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.models import Party, PartyKind
from bot.reading.meetings import words
from bot.reading.meetings.made import are_people, bodies
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
    explained = child(noun, "appos") or _told_of(noun)  # "the meeting, the first between A and B"
    arguments = [*under(noun, "between", "among", "of", "involving", "by")]
    arguments += [*under(explained, "between", "of")] if explained is not None else []
    if not arguments:
        arguments = list(_between_farther_on(noun, parties))
    for argument in arguments:
        found += parties.after(argument)
        aside = _after_aside(argument, parties) if argument.head.lower_ == "between" else None
        if aside is not None and len(found) == 1:
            found += parties.in_span(aside, parties.scene.end_of(noun))
    found = tuple(dict.fromkeys(found)) or _between_ministers(noun, parties)
    found = found or _of_joint_body(noun, parties)
    return found if len(found) > 1 or are_people(found) else _between_named(noun, parties) or found


def _of_joint_body(noun: "Token", parties: Parties) -> Group:
    """Resolve "a meeting of the Laos-Cambodia Council": those whose council it is."""
    body = next(under(noun, "of"), None)
    if body is None or body.pos_ != "PROPN" or body.i in parties.scene.mentions:
        return ()
    sides = parties.scene.sides
    name = [t.i for t in body.doc[body.left_edge.i : body.i] if t.i in sides]
    joined = any(t.text in "-–" for t in body.doc[body.left_edge.i : body.i])
    return tuple(bodies(sides[i] for i in name)) if joined else ()


def _between_named(noun: "Token", parties: Parties) -> Group:
    """Take two bodies that nobody knows: "talks between the Elba Front and the Northern League"."""
    start = next((t.i for t in noun.children if t.lower_ == "between"), None)
    if start is None:
        return ()
    names: list[list[Token]] = [[]]
    for token in noun.doc[start + 1 : parties.scene.end_of(noun)]:
        if token.lower_ == "and" and len(names) == 1:
            names.append([])
        elif token.lower_ == "the" and not names[-1]:
            continue
        elif token.text[0].isupper():
            names[-1].append(token)
        elif token.pos_ in ("NOUN", "ADJ"):
            return ()  # "between Elban and Laonian officials"
        else:
            break
    return tuple(_body(name) for name in names) if len(names) == 2 and all(names) else ()


def _body(name: list["Token"]) -> Party:
    words_of_it = name[0].doc[name[0].i : name[-1].i + 1].text
    return Party(name=words_of_it, kind=PartyKind.BODY, key=words_of_it.lower())


def _told_of(noun: "Token") -> "Token | None":
    """Give what a noun is said to be: "that call was the first between A and B"."""
    if noun.dep_ != "nsubj" or noun.head.lemma_ != "be" or noun.head.tag_ == "VB":
        return None  # "a meeting would be the first between them"
    return child(noun.head, "attr", "acomp")


def _between_ministers(noun: "Token", parties: Parties) -> Group:
    """Resolve "the two countries will hold a meeting between finance ministers"."""
    officials = next(under(noun, "between", "among", "of"), None)
    if officials is None or noun.head.lemma_ not in words.LIGHT:
        return ()
    if not _are_officials(officials):
        return ()
    office = noun.doc[officials.left_edge.i : officials.i + 1].text
    holders = parties.before(subject_of(noun.head), noun.head)
    return tuple(replace(p, office=office) for p in holders if p.kind is PartyKind.BODY)


def _are_officials(word: "Token") -> bool:
    return word.tag_ == "NNS" and word.lemma_ in words.OFFICES | words.OFFICIALS


def _between_farther_on(noun: "Token", parties: Parties) -> Iterator["Token"]:
    """Yield who stands in "a meeting in Lima between A and B", which is parsed as Lima's."""
    for token in noun.doc[noun.i + 1 : min(noun.i + NEAR, parties.scene.end_of(noun))]:
        if token.lower_ == "between":
            yield from (c for c in token.children if c.dep_ == "pobj")
        if token.lower_ == "of":  # "a meeting on Friday of officials from A and B"
            yield from (c for c in token.children if c.dep_ == "pobj" and _are_officials(c))
        if token.pos_ in ("VERB", "AUX") or token.lower_ in ("between", "with", "and"):
            return


def _after_aside(argument: "Token", parties: Parties) -> int | None:
    """Where the list goes on after "Giuliani, claiming to speak for the ministry, and …"."""
    doc, end = argument.doc, parties.scene.end_of(argument)
    for i in range(argument.i + 2, min(argument.i + FARTHEST // 2, end - 1)):
        if doc[i].text == "," and doc[i + 1].lower_ == "and":
            return i + 2
    return None

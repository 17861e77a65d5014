"""Parties on the sides of a verb of meeting: subject, object, "with" whom."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from bot.models import Party, PartyKind
from bot.reading.meetings import words
from bot.reading.meetings.alone import may_stand_alone
from bot.reading.meetings.first_person import all_speaking
from bot.reading.meetings.parties import Parties
from bot.reading.meetings.phrases import phrase_end
from bot.reading.meetings.scene import child, under
from bot.reading.meetings.speaking import is_along, is_of_matter, is_to_crowd
from bot.reading.meetings.subjects import patient_of, subject_of
from bot.reading.meetings.verb_kinds import is_clause, is_mutual

if TYPE_CHECKING:
    from spacy.tokens import Token

Group = tuple[Party, ...]
FARTHEST = 60  # words that a list of parties may take
NEAR = 18  # words between a meeting and its "with"
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBORDINATE = frozenset({"relcl", "acl", "xcomp"})
_TITLE = 4  # words of a title before a name
_RELATIVE = 8  # words between "whom" and its verb
_OF_PEOPLE = frozenset({"host", "callon", "bring", "see", "inform", "ring", "join"})
_PASSIVE = frozenset({"host", "phone", "ring", "inform", "bring"})
_WITH = frozenset({"joint", "together", "discuss", "sign", "inform"})
_PREPOSITIONS = {
    "meet": ("with", "by", "alongside", "beside"),
    "talk": ("with", "to"),
    "callon": ("on",),
    "inform": ("with", "to"),
}


def verb_sides(verb: "Token", kind: str, parties: Parties) -> tuple[Group, Group, Group]:
    """Subject side and object side of a verb; or the whole group, where only one is said."""
    doer = subject_of(verb)
    if kind in ("host", "callon") and doer is not None and doer.lower_ == "they":
        return (), (), ()
    subject = _subject_side(verb, doer, parties)
    if len(subject) > 1 and (is_mutual(verb) or kind == "sign"):
        return (), (), people_of(subject)
    if kind == "agree":
        named = doer is not None and doer.pos_ == "PROPN"  # of "the two" more is told elsewhere
        return (), (), _of_two_sides(subject) if named else ()
    right = _object_side(verb, kind, parties.but(subject))
    alone = not subject or not right or not set(subject).isdisjoint(right)
    if doer is not None and doer.pos_ == "PRON" and alone:
        right = right or _object_side(verb, kind, parties)
        subject = _subject_side(verb, doer, parties.but(right))
    if not right and kind in _PASSIVE:
        patients = people_of(parties.before(patient_of(verb), verb))  # "was received by B"
        right = tuple(p for p in patients if p not in subject)
    if not right and kind in ("meet", "talk") and len(subject) == 1:
        right = after_with(verb, parties)
    whole = () if right else _whole(verb, kind, doer, subject, parties)
    return ((), (), whole) if whole else (subject, right, ())


def _whole(
    verb: "Token", kind: str, doer: "Token | None", subject: Group, parties: Parties
) -> Group:
    """Who meets where nobody is told but the subject: "A and B met", "we met"."""
    if len(subject) > 1 and may_stand_alone(verb, kind, subject):
        return subject
    if doer is None or not _is_among_speakers(verb, kind):
        return ()
    return _speakers(verb, kind, doer, subject, parties)


def _of_two_sides(subject: Group) -> Group:
    """People who can only have met to agree: "A and her Lao counterpart, B, agreed on Monday"."""
    people = people_of(subject)
    return people if len(people) > 1 and len({p.side for p in people}) > 1 else ()


def _is_among_speakers(verb: "Token", kind: str) -> bool:
    """Whether it is done with nobody else: not "we met investors", "we talked to the unions"."""
    if next(under(verb, "with", "to"), None) is not None:
        return False
    return kind == "discuss" or (kind in ("meet", "talk") and child(verb, "dobj") is None)


def _speakers(verb: "Token", kind: str, doer: "Token", subject: Group, parties: Parties) -> Group:
    """Who met or talked by "we met" and "Keld and I discussed", as one of them says."""
    if kind == "talk" and verb.tag_ in ("VBG", "VBP"):
        return ()  # "that is what we are talking about"
    if doer.lower_ == "we":
        return all_speaking(doer, parties.scene)
    speaker = next((t for t in doer.subtree if t.lower_ == "i"), None)
    if speaker is None or speaker.i == speaker.sent.start:
        return ()
    if len(subject) > 1 or speaker.nbor(-1).lower_ != "and":
        return subject if len(subject) > 1 else ()
    return (*_listed_before(speaker, parties), *subject)


def _listed_before(last: "Token", parties: Parties) -> Group:
    """Who is named before "and I", also where "Prime Minister Keld of Denmark" is parsed apart."""
    starts = [last.sent.start]
    for token in last.doc[last.sent.start : last.i]:
        if token.pos_ in ("VERB", "AUX"):
            starts = [token.i + 1]
        elif token.text == ",":
            starts.append(token.i + 1)
    found = (people_of(parties.in_span(start, last.i)) for start in starts)
    return next(filter(None, found), ())


def _subject_side(verb: "Token", doer: "Token | None", parties: Parties) -> Group:
    """Who does what a verb says."""
    owned = doer is not None and doer.dep_ == "poss"  # "A's trip to meet B"
    if doer is not None and owned:
        return parties.owner(doer)
    return parties.before(doer, verb) or _just_before(verb, parties)


def _just_before(verb: "Token", parties: Parties) -> Group:
    """Who is named right before a verb: "Before his talks with B, A met C" is parsed otherwise."""
    finite = verb.tag_ in _FINITE or any(
        c.dep_ == "aux" and c.tag_ in _FINITE for c in verb.children
    )
    if not finite or verb.dep_ in _SUBORDINATE or child(verb, "nsubj", "nsubjpass") is not None:
        return ()
    last = verb.i - 1
    while last > verb.sent.start and verb.doc[last].pos_ in ("ADV", "AUX"):
        last -= 1
    return people_of(_ending_at(last, parties))


def _ending_at(last: int, parties: Parties) -> Group:
    """Who is named by the words that end with a token, alone or as "A and B"."""
    first = _first_of_name(last, parties)
    if first is None:
        return ()
    other = first - 1
    while other > first - _TITLE and parties.scene.doc[other].pos_ in ("PROPN", "ADJ"):
        other -= 1
    if parties.scene.doc[other].lower_ == "and":
        first = _first_of_name(other - 1, parties) or first
    return parties.in_span(first, last + 1)


def _first_of_name(last: int, parties: Parties) -> int | None:
    """Give the number of the first token of a name that ends with a token."""
    mentions, first = parties.scene.mentions, last
    while first > 0 and mentions.get(last) and mentions.get(first - 1) is mentions[last]:
        first -= 1
    return first if mentions.get(last) else None


def _object_side(verb: "Token", kind: str, parties: Parties) -> Group:
    """Whom a verb is done to or with, by what its kind takes."""
    right = _direct_objects(verb, kind, parties)
    if kind == "phrase":
        start = phrase_end(verb) or verb.i
        right += people_of(
            parties.in_span(start, min(start + FARTHEST, parties.scene.end_of(verb)))
        )
    right += _whom(verb, parties)
    found = all_of(parties, _with_whom(verb, kind))
    right += people_of(found) if kind == "callon" else found
    if kind in _WITH and not right:
        right += after_with(verb, parties)
    if kind in ("meet", "talk") and not right:
        right += including(verb, parties)
    if kind in ("discuss", "inform", "sign", "together"):
        right = list(people_of(tuple(right)))
    if kind == "ring":  # "the first to call an Iranian president" calls nobody in particular
        right = [party for party in right if party.kind is PartyKind.PERSON]
    return tuple(dict.fromkeys(right))


def _with_whom(verb: "Token", kind: str) -> list["Token"]:
    """Give the words behind the prepositions that tell with whom a verb is done."""
    arguments = list(under(verb, *_PREPOSITIONS.get(kind, ("with", "alongside"))))
    if kind == "talk":
        return [a for a in arguments if not (is_to_crowd(a) or is_along(a))]
    return arguments


def _direct_objects(verb: "Token", kind: str, parties: Parties) -> list[Party]:
    """Whom a verb takes without a preposition."""
    found: list[Party] = []
    if is_clause(verb):
        found += people_of(parties.in_span(verb.i + 1, verb.head.i + 1))
    if kind in ("meet", "phone"):
        found += objects(verb, parties)
    if kind in _OF_PEOPLE:
        found += people_of(tuple(objects(verb, parties, only_people=True)))
    return found


def including(verb: "Token", parties: Parties) -> Group:
    """Who is meant by "met with leaders on Monday, including A and B", "leaders such as A"."""
    end = parties.scene.end_of(verb)
    for token in verb.doc[verb.i + 1 : min(verb.i + NEAR, end)]:
        such = token.lower_ == "as" and token.nbor(-1).lower_ == "such"
        if such or token.lower_ in ("including", "among"):
            start = token.i + 1 + (verb.doc[token.i + 1 : token.i + 2].text.lower() == "with")
            return people_of(parties.in_span(start, min(start + FARTHEST, end)))
    return ()


def _whom(verb: "Token", parties: Parties) -> Group:
    """Who is meant by "whom she received", "who I visited" and "with whom she spoke"."""
    for token in reversed(verb.doc[max(verb.sent.start, verb.i - _RELATIVE) : verb.i]):
        if token.lower_ == "whom" or (token.lower_ == "who" and token.dep_ == "dobj"):
            last = token.i - 1
            while last > verb.sent.start and verb.doc[last].pos_ in ("ADP", "PUNCT"):
                last -= 1
            return people_of(_ending_at(last, parties))
    return ()


def objects(verb: "Token", parties: Parties, only_people: bool = False) -> list[Party]:
    """Parties that a verb has for its object."""
    found: list[Party] = []
    for argument in verb.children:
        if only_people and not _is_person(argument, parties):
            continue  # "welcomed the prime minister's support"
        if (
            argument.dep_ in ("dobj", "dative", "nsubjpass", "oprd")
            and argument.dep_ != "nsubjpass"
        ):
            found += parties.after(argument)
    return found


def _is_person(word: "Token", parties: Parties) -> bool:
    known = word.i in parties.scene.mentions or word.pos_ in ("PRON", "PROPN")
    explained = any(c.dep_ == "appos" and c.i in parties.scene.mentions for c in word.children)
    return known or explained or word.lemma_.lower() in words.OFFICES


def nearest_subject(word: "Token", parties: Parties) -> Group:
    """People who did what the sentence told just before."""
    alone = word.dep_ in ("nsubj", "nsubjpass", "ROOT", "ccomp", "relcl")
    if alone or (word.pos_ == "VERB" and word.tag_ != "VBG" and word.dep_ != "conj"):
        return ()
    for token in reversed(word.doc[word.sent.start : word.i]):
        if token.dep_ in ("nsubj", "nsubjpass"):
            people = people_of(parties.before(token, word))
            if people:
                return people
    return ()


def all_of(parties: Parties, arguments: Iterable["Token"]) -> Group:
    """All parties of some arguments, each once."""
    return tuple(dict.fromkeys(p for argument in arguments for p in parties.after(argument)))


def people_of(group: Group) -> Group:
    """Only the people of a group, or those known by their office."""
    return tuple(p for p in group if p.kind is not PartyKind.BODY or p.office)


def _sets_scene(prep: "Token") -> bool:
    """Whether "with" only tells what went on meanwhile: "a meeting, with Ruiz pressing for aid"."""
    doing = [c for t in prep.children for c in (t, *t.children) if c.tag_ == "VBG"]
    return prep.nbor(-1).text == "," and any(c.dep_ in ("pcomp", "acl") for c in doing)


def after_with(noun: "Token", parties: Parties) -> Group:
    """Parties after the next "with" in the clause, which the parser hung elsewhere."""
    to = noun.lemma_.lower() in ("call", "report", "convey", "relay", "explain", "put")
    wanted = {"with", "to"} if to else {"with"}
    end = parties.scene.end_of(noun)
    for token in noun.doc[noun.i + 1 : min(noun.i + NEAR, end)]:
        if token.lower_ in wanted and is_of_matter(token, noun):
            return ()
        if token.lower_ in wanted and not _sets_scene(token):
            return parties.in_span(token.i + 1, min(token.i + FARTHEST, end))
        if token.pos_ in ("VERB", "AUX") and token.tag_ != "VBN":
            break
    return ()

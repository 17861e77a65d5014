"""Who takes part in the meeting that a word tells of; several meetings are several groups."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.models import Party, PartyKind
from bot.reading.meetings import words
from bot.reading.meetings.parties import Parties
from bot.reading.meetings.scene import ancestry, child, under

if TYPE_CHECKING:
    from spacy.tokens import Token

Group = tuple[Party, ...]
WITH = ("with", "between", "among", "alongside", "by", "of", "to", "including", "involving")
_SEPARATE = re.compile(
    r"\b(?:separate(?:ly)?|respectively|individually|each)\b|\bbilateral\b.*s$", re.I
)
_NEAR = 18  # words between a meeting and its "with"
_FARTHEST = 60
_TOGETHER = 4  # words between two parties in front of a noun
_MOST = 8  # more parties than this is an assembly


def groups(trigger: "Token", kind: str, parties: Parties) -> list[Group]:
    """Who met whom, by one word that tells of a meeting."""
    if kind == "noun":
        left, right, whole = _noun_sides(trigger, parties)
    else:
        left, right, whole = _verb_sides(trigger, kind, parties)
    if whole:
        return [whole] if 2 <= len(whole) <= _MOST else []
    left = tuple(p for p in left if p not in right) or tuple(
        p for p in _nearest_subject(trigger, parties) if p not in right
    )
    if not right or not left:
        return []
    if _are_several(trigger, kind):
        return _pairs(left, right)
    both = (*left, *right)
    return [both] if len(both) <= _MOST else []


def _pairs(left: Group, right: Group) -> list[Group]:
    if len(right) > 1:
        return [(*left, one) for one in right]
    return [(one, *right) for one in left]


def _are_several(trigger: "Token", kind: str) -> bool:
    """Tell "separate meetings with A and B", or a visit to A and B, from one meeting of three."""
    sentence = trigger.sent.text
    if kind == "host" and trigger.lemma_ == "visit":
        return True
    if re.search(r"\b(?:separate(?:ly)?|respectively|individually)\b", sentence, re.I):
        return True
    return (
        kind == "noun"
        and trigger.tag_ in ("NNS", "NNPS")
        and trigger.lemma_.lower()
        not in (
            "talk",
            "discussion",
            "negotiation",
        )
    )


def _verb_sides(verb: "Token", kind: str, parties: Parties) -> tuple[Group, Group, Group]:
    """Subject side and object side of a verb; or the whole group, where only one is said."""
    doer = subject_of(verb)
    if kind in ("host", "callon") and doer is not None and doer.lower_ == "they":
        return (), (), ()
    owned = doer is not None and doer.dep_ == "poss"  # "A's trip to meet B"
    subject = parties.owner(doer) if doer is not None and owned else parties.before(doer, verb)
    if kind == "sign":
        return (), (), _people(subject)
    right = _object_side(verb, kind, parties)
    if not right and len(subject) > 1 and _may_stand_alone(verb, kind):
        return (), (), subject
    return subject, right, ()


def _object_side(verb: "Token", kind: str, parties: Parties) -> Group:
    """Whom a verb is done to or with, by what its kind takes."""
    right: list[Party] = []
    if kind in ("meet", "phone"):
        right += _objects(verb, parties)
    if kind in ("host", "callon", "bring", "see", "inform"):
        right += _people(tuple(_objects(verb, parties, only_people=True)))
    prepositions = {
        "meet": ("with", "by", "alongside", "beside"),
        "talk": ("with", "to"),
        "callon": ("on",),
    }
    found = _all(parties, under(verb, *prepositions.get(kind, ("with", "alongside"))))
    right += _people(found) if kind == "callon" else found
    if kind == "joint" and not right:
        right += _after_with(verb, parties)
    return tuple(dict.fromkeys(right))


def _nearest_subject(word: "Token", parties: Parties) -> Group:
    """People who did what the sentence told just before."""
    alone = word.dep_ in ("nsubj", "nsubjpass", "ROOT", "ccomp", "relcl")
    if alone or (word.pos_ == "VERB" and word.tag_ != "VBG" and word.dep_ != "conj"):
        return ()
    for token in reversed(word.doc[word.sent.start : word.i]):
        if token.dep_ in ("nsubj", "nsubjpass"):
            people = _people(parties.before(token, word))
            if people:
                return people
    return ()


def _objects(verb: "Token", parties: Parties, only_people: bool = False) -> list[Party]:
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
    return known or word.lemma_.lower() in words.OFFICES


def _may_stand_alone(verb: "Token", kind: str) -> bool:
    """Whether "X and Y" and the verb make a meeting: they met; they spoke by phone."""
    if child(verb, "dobj") is not None and kind != "hands":
        return False
    if kind == "talk":
        return not any(c.lower_ in ("about", "of", "to", "at") for c in verb.children)
    return kind in ("meet", "hands", "bring")


def subject_of(verb: "Token", depth: int = 6) -> "Token | None":
    """Who does what a verb says, also through "plans to", "and", "which" and participles."""
    if depth == 0:
        return None
    agent = (
        next(under(verb, "by"), None) if child(verb, "nsubjpass", "auxpass") is not None else None
    )
    subject = agent if agent is not None else child(verb, "nsubj", "nsubjpass", "expl")
    if subject is not None and subject.dep_ != "expl":
        if subject.lower_ in ("who", "that", "which") and verb.dep_ == "relcl":
            return verb.head
        return subject
    last = child(verb, "advmod")  # "A and B last spoke in January" is parsed so
    told = child(last, "nsubj") if last is not None else None
    return told if told is not None else _subject_above(verb, depth - 1)


def _subject_above(verb: "Token", depth: int) -> "Token | None":
    head = verb.head
    if head.i == verb.i:
        return None
    if verb.dep_ in ("xcomp", "ccomp", "advcl") and head.pos_ in ("VERB", "AUX"):
        controlled = child(head, "dobj", "nsubjpass") if verb.dep_ != "advcl" else None
        if controlled is not None and head.lemma_ in (
            "invite",
            "ask",
            "urge",
            "allow",
            "want",
            "see",
        ):
            return controlled
        return subject_of(head, depth)
    if verb.dep_ in ("acl", "relcl") and head.pos_ in ("NOUN", "PROPN"):
        return head if verb.tag_ == "VBG" else holder_of(head, depth)
    if head.pos_ in ("VERB", "AUX"):
        return subject_of(head, depth)
    if head.pos_ in ("ADP", "SCONJ", "ADJ", "NOUN", "PROPN"):
        return holder_of(head, depth) if head.pos_ == "NOUN" else _subject_above(head, depth)
    return None


def holder_of(noun: "Token", depth: int = 6) -> "Token | None":
    """Who has a meeting: its possessor, or the subject of the verb that governs it."""
    if depth == 0:
        return None
    owner = child(noun, "poss")
    if owner is not None and owner.lower_ not in ("their", "its", "our"):
        return owner
    head = noun.head
    if head.i == noun.i:
        return None
    if head.pos_ in ("VERB", "AUX"):
        subject = subject_of(head, depth)
        return None if subject is not None and subject.i == noun.i else subject
    if head.pos_ in ("ADP", "SCONJ", "NOUN", "ADJ"):
        return holder_of(head, depth - 1)
    return None


def _noun_sides(noun: "Token", parties: Parties) -> tuple[Group, Group, Group]:
    """Find who is said to meet by a noun: "Kim-Trump summit", "A's meeting with B"."""
    between = _between(noun, parties)
    if len(between) > 1:
        return (), (), between
    before = _before_noun(noun, parties)
    if len(before) > 1:
        extra = _all(parties, under(noun, "with"))
        return (), (), tuple(dict.fromkeys((*before, *extra)))
    relative = _in_relative(noun, parties)
    if relative:
        return relative
    right = _right_of(noun, parties)
    if right:
        left = _left_of(noun, parties) or _all(parties, under(noun, "by"))
        return left, right, ()
    owner = child(noun, "poss")
    if owner is not None and owner.lower_ == "their":
        return (), (), _their(noun, parties)
    if noun.lemma_ == "visit":
        return _visited(noun, parties)
    during = _of_verb_during(noun, parties)
    return ((), (), during) if during else _of_light_verb(noun, parties)


def _between(noun: "Token", parties: Parties) -> Group:
    """Parties of "a meeting between A, who …, and B" and "a summit of A and B"."""
    if noun.lemma_ == "visit":
        return ()
    found: Group = ()
    explained = child(noun, "appos")  # "the meeting, the first between A and B"
    arguments = [*under(noun, "between", "among", "of", "involving", "by")]
    arguments += [*under(explained, "between", "of")] if explained is not None else []
    for argument in arguments:
        found += parties.after(argument)
        aside = _after_aside(argument, parties) if argument.head.lower_ == "between" else None
        if aside is not None and len(found) == 1:
            found += parties.in_span(aside, parties.scene.end_of(noun))
    return tuple(dict.fromkeys(found))


def _after_aside(argument: "Token", parties: Parties) -> int | None:
    """Where the list goes on after "Giuliani, claiming to speak for the ministry, and …"."""
    doc, end = argument.doc, parties.scene.end_of(argument)
    for i in range(argument.i + 2, min(argument.i + _FARTHEST // 2, end - 1)):
        if doc[i].text == "," and doc[i + 1].lower_ == "and":
            return i + 2
    return None


def _of_light_verb(noun: "Token", parties: Parties) -> tuple[Group, Group, Group]:
    """Resolve "A and B held talks"."""
    if parties.scene.headline or noun.lemma_.lower() in words.WEAK_NOUNS:
        return (), (), ()
    subject: Group = ()
    if noun.head.lemma_.lower() in words.LIGHT and noun.dep_ in ("dobj", "pobj"):
        subject = parties.before(subject_of(noun.head), noun.head)
    return (), (), subject if len(subject) > 1 else ()


def _of_verb_during(noun: "Token", parties: Parties) -> Group:
    """Resolve "A and B agreed in a phone call" and "A thanked B during a meeting"."""
    verb = noun.head.head
    if noun.head.lower_ not in ("in", "during", "at") or verb.pos_ != "VERB":
        return ()
    who = _people(parties.before(subject_of(verb), verb))
    if verb.lemma_ in words.VERBS["inform"]:
        who = (*who, *_people(tuple(_objects(verb, parties, only_people=True))))
    who = tuple(dict.fromkeys(who))
    return who if len(who) > 1 else ()


def _all(parties: Parties, arguments: Iterator["Token"]) -> Group:
    return tuple(dict.fromkeys(p for argument in arguments for p in parties.after(argument)))


def _before_noun(noun: "Token", parties: Parties) -> Group:
    """Parties named in front of the noun: "the Japan-U.S. summit", "the Ishiba-Trump meeting"."""
    scene = parties.scene
    if noun.lemma_ == "visit":
        return ()
    found: dict[Party, int] = {}
    for token in scene.doc[noun.left_edge.i : noun.i]:
        mention = scene.mentions.get(token.i)
        if _possesses(token, noun):
            continue
        if mention and mention.party and mention.kind in ("name", "side", "capital"):
            found.setdefault(mention.party, token.i)
        elif token.i in scene.sides and not mention:
            side = scene.sides[token.i]
            found.setdefault(Party(name=side, kind=PartyKind.BODY, key=side, side=side), token.i)
    at = list(found.values())
    apart = any(later - earlier > _TOGETHER for earlier, later in pairwise(at))
    return () if apart else tuple(found)


def _possesses(token: "Token", noun: "Token") -> bool:
    """Whether a word before the noun belongs to its possessor or to a clause of its own."""
    while token.i != noun.i and token.head.i != token.i:
        if token.dep_ in ("poss", "relcl", "appos", "pobj", "det"):
            return True
        token = token.head
    return False


def _right_of(noun: "Token", parties: Parties) -> Group:
    """Parties after "with" or "to", under the noun or under the verb that holds it."""
    right = _all(parties, under(noun, "with", "between", "including", "alongside"))
    if right:
        return right
    lemma = noun.lemma_.lower()
    if lemma in words.MEALS:
        return _people(_all(parties, under(noun, "for", "in")))
    if lemma == "call":
        return tuple(
            p for p in _all(parties, under(noun, "to", "on")) if p.kind is not PartyKind.BODY
        )
    if lemma == "visit":
        return ()
    head = noun.head
    if head.lemma_.lower() in words.LIGHT and noun.dep_ in ("dobj", "nsubjpass", "attr"):
        right = _all(parties, under(head, "with", "between"))
    if noun.dep_ == "pobj" and head.head.lemma_.lower() in words.LIGHT | {"sit", "join", "meet"}:
        right = _all(parties, under(head.head, "with"))
    return right or _after_with(noun, parties)


def _after_with(noun: "Token", parties: Parties) -> Group:
    """Parties after the next "with" in the clause, which the parser hung elsewhere."""
    wanted = {"with", "to"} if noun.lemma_.lower() == "call" else {"with"}
    end = parties.scene.end_of(noun)
    for token in noun.doc[noun.i + 1 : min(noun.i + _NEAR, end)]:
        if token.lower_ in wanted:
            return parties.in_span(token.i + 1, min(token.i + _FARTHEST, end))
        if token.pos_ in ("VERB", "AUX") and token.tag_ != "VBN":
            break
    return ()


def _left_of(noun: "Token", parties: Parties) -> Group:
    holder = holder_of(noun)
    if holder is None:
        return ()
    if holder.dep_ == "poss":
        return _after_fronted(noun, holder, parties) or parties.owner(holder)
    return parties.before(holder, noun)


def _after_fronted(noun: "Token", owner: "Token", parties: Parties) -> Group:
    """Resolve "Following his meeting with B, A said": his is A's, who follows."""
    if owner.pos_ != "PRON":
        return ()
    verb = next((w for w in ancestry(noun) if w.pos_ in ("VERB", "AUX")), None)
    subject = child(verb, "nsubj") if verb is not None else None
    if subject is None or verb is None or subject.i < noun.i:
        return ()
    return _people(parties.before(subject, verb))


def _people(group: Group) -> Group:
    return tuple(p for p in group if p.kind is not PartyKind.BODY)


def _their(noun: "Token", parties: Parties) -> Group:
    """Whose "their meeting" is: a plural subject, or subject and object of the sentence."""
    verb = noun
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    found: list[Party] = []
    for _ in range(3):
        found += parties.before(subject_of(verb), verb)
        for argument in verb.children:
            if argument.dep_ in ("dobj", "dative"):
                found += _people(parties.after(argument))
        found += _all(parties, under(verb, "with", "for", "to", "by"))
        people = tuple(dict.fromkeys(p for p in found if p.kind is not PartyKind.BODY))
        if len(people) > 1:
            return people
        if verb.head.i == verb.i:
            break
        verb = verb.head
    people = tuple(dict.fromkeys(found))
    return people if len(people) > 1 else parties.last


def _visited(noun: "Token", parties: Parties) -> tuple[Group, Group, Group]:
    """Resolve "Trump pushed … during Ishiba's White House visit": host and guest."""
    owner = child(noun, "poss")
    if (
        owner is None
        or owner.pos_ == "PRON"
        or noun.head.lower_ != "during"
        or noun.head.head.pos_ != "VERB"
    ):
        return (), (), ()
    guests = _people(parties.owner(owner))
    hosts = _people(parties.before(subject_of(noun.head.head), noun.head.head))
    return guests, hosts, ()


def _in_relative(noun: "Token", parties: Parties) -> tuple[Group, Group, Group] | None:
    """Resolve "a meeting Orban held with Putin" and "a call made by Trump to Zelensky"."""
    named = child(noun, "appos")  # "a meeting Orban held with Putin" is often parsed so
    if named is not None and (held := child(named, "acl", "relcl")) is not None:
        left, right = parties.in_span(named.left_edge.i, held.i), _all(parties, under(held, "with"))
        if left and right:
            return left, right, ()
    for clause in noun.children:
        if clause.dep_ in ("relcl", "acl"):
            told = _clause_sides(noun, clause, parties)
            if told:
                return told
    return None


def _clause_sides(
    noun: "Token", clause: "Token", parties: Parties
) -> tuple[Group, Group, Group] | None:
    """Who meets by a clause that hangs on the noun."""
    subject = child(clause, "nsubj")
    if subject is None or subject.lower_ in ("that", "which"):
        left = _all(parties, under(clause, "by"))
    else:
        left = parties.before(subject, clause)
    right: list[Party] = []
    for verb in (clause, *(c for c in clause.children if c.dep_ in ("xcomp", "conj"))):
        right += _all(parties, under(verb, "with", "to", "between"))
        if verb.lemma_ in ("bring", "gather", "include", "involve", "attend"):
            right = [*_objects(verb, parties), *right]
    both = left, tuple(dict.fromkeys(right or (_after_with(noun, parties) if left else ())))
    if all(both):
        return *both, ()
    alone = both[0] or both[1]
    return ((), (), alone) if len(alone) > 1 else None

"""Who meets by a noun of meeting without "with": "the two leaders' talks", "agreed after talks"."""

from typing import TYPE_CHECKING

from bot.reading.meetings import words
from bot.reading.meetings.parties import Parties
from bot.reading.meetings.scene import ancestry, conjuncts
from bot.reading.meetings.subjects import subject_of
from bot.reading.meetings.verb_sides import Group, objects, people_of, verb_sides

if TYPE_CHECKING:
    from spacy.tokens import Token

_RANKS = frozenset({"initial", "first", "earlier", "previous", "prior"})
_SINCE = frozenset({"since", "after", "following"})
_TALKS = frozenset({"talk", "meeting", "dinner", "lunch", "discussion", "negotiation"})
_NARROWING = frozenset({"compound", "nmod", "poss", "acl", "relcl"})
_THREE = 3
_THREE_WAY = frozenset({"trilateral", "tripartite", "three-way"})
_MEET = frozenset({"meet", "speak", "talk"})
# What is done to somebody by word of mouth, so that he was there.
_SAID_TO = words.VERBS["inform"] | frozenset(
    {"urge", "ask", "warn", "press", "remind", "invite", "reassure", "notify", "praise", "welcome"}
)


def those_together(noun: "Token", owner: "Token | None", parties: Parties) -> Group:
    """Find who meets by the noun's owners, or by what they do during or after the meeting."""
    return (
        _of_three(noun, parties)
        or _of_those_named_before(noun, parties)
        or _of_owners(noun, owner, parties)
        or _of_verb_during(noun, parties)
        or _of_verb_after(noun, parties)
        or _of_one_after(noun, owner, parties)
        or _of_those_who_met(noun, owner, parties)
    )


def _of_three(noun: "Token", parties: Parties) -> Group:
    """Resolve "a new round of trilateral talks": those of the three countries named last."""
    trilateral = any(
        c.lower_ in _THREE_WAY for c in noun.children if c.dep_ in ("amod", "compound")
    )
    countries = parties.told.countries
    return countries if trilateral and len(countries) == _THREE else ()


def _of_those_named_before(noun: "Token", parties: Parties) -> Group:
    """Resolve "A and B, meeting in Lima, agreed", whose "meeting" is parsed as a third of them."""
    aside = noun.lower_ == "meeting" and noun.dep_ in ("conj", "appos") and noun.left_edge == noun
    head = noun.head
    if (
        not aside
        or noun.i <= head.i
        or noun.nbor(-1).text != ","
        or head.dep_ not in ("nsubj", "conj")
    ):
        return ()
    return people_of(parties.in_span(head.left_edge.i, noun.i - 1, subject=True))


def _of_owners(noun: "Token", owner: "Token | None", parties: Parties) -> Group:
    """Resolve "the two leaders' meeting" and "A and B's summit"."""
    if owner is None or owner.pos_ == "PRON" or parties.scene.headline:
        return ()
    if owner.tag_ == "NNPS" and owner.i not in parties.scene.mentions:
        return ()  # "the ASEAN Foreign Ministers' Meeting"
    last = list(conjuncts(owner))[-1]
    owners = parties.in_span(owner.left_edge.i, last.i + 1, owned=True)
    return owners if len(owners) > 1 else ()


def _of_verb_during(noun: "Token", parties: Parties) -> Group:
    """Resolve "A and B agreed in a phone call" and "A thanked B during a meeting"."""
    verb = next((w for w in ancestry(noun.head.head) if w.pos_ == "VERB"), None)
    if noun.head.lower_ not in ("in", "during", "at", "over") or verb is None:
        return ()
    others: Group = ()
    if verb.lemma_ in _SAID_TO:
        others = people_of(tuple(objects(verb, parties, only_people=True)))
    if not others:
        told = verb.doc[verb.i : noun.head.i]
        start = next((t.i + 1 for t in told if t.lower_ in ("to", "with")), noun.head.i)
        others = people_of(parties.in_span(start, noun.head.i))
    who = people_of(parties.but(others).before(subject_of(verb), verb))
    both = tuple(dict.fromkeys((*who, *others)))
    return both if who and len(both) > 1 else ()


def _of_verb_after(noun: "Token", parties: Parties) -> Group:
    """Resolve "A and B announced a truce after hours of talks": people of two sides."""
    after = noun.head
    if after.lower_ == "of" and after.head.pos_ == "NOUN":
        after = after.head.head
    verb = after.head
    if after.lower_ not in ("after", "following") or verb.tag_ != "VBD":
        return ()
    who = people_of(parties.before(subject_of(verb), verb))
    if verb.lemma_ in _SAID_TO and len(who) == 1:
        who += people_of(tuple(objects(verb, parties.but(who), only_people=True)))
    return who if len(who) > 1 and len({p.side for p in who}) > 1 else ()


def _of_one_after(noun: "Token", owner: "Token | None", parties: Parties) -> Group:
    """Resolve "After talks in the capital, A said": with the other of the two told of before."""
    verb = noun.head.head
    if noun.head.lower_ not in ("after", "following") or verb.tag_ != "VBD" or owner is not None:
        return ()
    if noun.lemma_ not in _TALKS or any(c.dep_ in _NARROWING for c in noun.children):
        return ()
    if any(c.lower_ not in ("in", "at", "on", "that") for c in noun.children if c.dep_ == "prep"):
        return ()
    who = people_of(parties.before(subject_of(verb), verb))
    two = parties.told.meant("the two", parties.scene.offset + noun.sent[0].idx)
    return two if len(who) == 1 and set(who) < set(two) and len({p.side for p in two}) > 1 else ()


def _of_those_who_met(noun: "Token", owner: "Token | None", parties: Parties) -> Group:
    """Resolve "A has met B since a first meeting in May failed": an earlier one of the same."""
    ranked = any(c.dep_ == "amod" and c.lower_ in _RANKS for c in noun.children)
    if owner is not None or not ranked:
        return ()
    since = noun.head.lower_ in _SINCE or any(c.lower_ in _SINCE for c in noun.head.children)
    met = next((w for w in ancestry(noun) if w.pos_ == "VERB" and w.lemma_ in _MEET), None)
    if not since or met is None or met.i > noun.i:
        return ()
    left, right, whole = verb_sides(met, "meet", parties)
    return whole or tuple(dict.fromkeys((*left, *right))) if left or whole else ()

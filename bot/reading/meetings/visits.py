"""Who meets by a visit: "paid a visit to B", "during B's visit"."""

from typing import TYPE_CHECKING

from bot.reading.meetings import words
from bot.reading.meetings.parties import Parties
from bot.reading.meetings.scene import child, under
from bot.reading.meetings.subjects import subject_of
from bot.reading.meetings.verb_sides import Group, all_of, people_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def paid(visit: "Token", parties: Parties) -> Group:
    """Resolve "paid a visit to B"."""
    if visit.head.lemma_ != "pay" or visit.dep_ != "dobj":
        return ()
    hosts = [*under(visit, "to", "on"), *under(visit.head, "to", "on")]
    known = (h for h in hosts if h.i in parties.scene.mentions or h.lemma_.lower() in words.OFFICES)
    return people_of(all_of(parties, known))


def visited(noun: "Token", parties: Parties) -> tuple[Group, Group, Group]:
    """Resolve "Trump pushed … during Ishiba's White House visit": host and guest."""
    owner = child(noun, "poss")
    if (
        owner is None
        or owner.pos_ == "PRON"
        or noun.head.lower_ != "during"
        or noun.head.head.pos_ != "VERB"
    ):
        return (), (), ()
    guests = people_of(parties.owner(owner))
    hosts = people_of(parties.before(subject_of(noun.head.head), noun.head.head))
    return guests, hosts, ()

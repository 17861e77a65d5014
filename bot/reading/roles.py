"""People known by function only: "a senior Foreign Ministry official", "two of the sources"."""

import re

from bot.models import Party, PartyKind
from bot.reading.known import NOT_PEOPLE
from bot.reading.words import keys_of

PEOPLE = (
    "official|source|diplomat|aide|adviser|advisor|spokesman|spokeswoman|spokesperson|minister"
    "|lawmaker|legislator|analyst|expert|scholar|observer|executive|insider|reporter|journalist"
    "|witness|negotiator|bureaucrat|staffer|member|participant|person|man|woman|wife|husband|mother"
    "|father|son|daughter|brother|sister|resident|officer|commander|general|admiral|soldier|professor"
    "|critic|supporter|leader|host|president|premier|ambassador|envoy|senator|congressman"
    "|congresswoman|representative|governor|mayor|delegate|captain|economist|strategist|pollster"
    "|lawyer|attorney|judge|prosecutor|investigator|farmer|worker|voter|student|teacher|doctor"
    "|activist|politician|candidate|chairman|chairwoman|director|head|chief|secretary|author|editor"
    "|writer|columnist|historian|researcher|scientist|veteran|survivor|protester|demonstrator|owner"
    "|trader|investor|banker|relative|friend|colleague|neighbor|counterpart|deputy|vice|bishop|priest"
    "|pastor|monk|king|queen|prince|princess|emperor|pope|user|tourist|visitor|passenger|pilot|driver"
    "|policeman|firefighter|nurse|mechanic|engineer|fisherman|republican|democrat|conservative"
    "|employee|guard|partner|associate|agent|eyewitness|villager|inspector|constable|cleric|imam"
    "|rabbi|rebel|militant|refugee|migrant|nominee|retiree|evacuee|detainee|inmate|prisoner|victim"
    "|patient|parent|boy|girl|teen|teenager|youth|guest|guide|chef|artist|chairperson|counsel|mp|boss"
    "|rival|ally|confidant|confidante|mentor|taoiseach|rapporteur|laureate|heir|sheikh|chancellor"
    "|consul|attaché|suspect|gunman|spouse|cousin|uncle|aunt|grandmother|grandfather|widow|fan|pundit|academic"
    "|graduate|intern|assistant|lieutenant|sergeant|colonel|marshal|interpreter|hostage|civilian"
    "|someone|somebody|year-old|congressmen|people|women|men|children|citizens|others|experts|police|democrats|republicans"
)
BODIES = (
    "ministry|government|agency|department|union|bank|company|firm|newspaper|paper|magazine|group"
    "|party|campaign|organization|organisation|association|committee|council|commission|panel|court"
    "|network|broadcaster|administration|cabinet|embassy|parliament|office|bureau|institute"
    "|university|think tank|coalition|alliance|military|army|navy|outlet|website|station|board"
    "|federation|foundation|charity|authority|authorities|opposition|side|team|camp|staff|delegation|police|force"
)
IS_PERSON = re.compile(rf"\b(?:{PEOPLE})s?\b", re.I)
SOMEBODY = re.compile(rf"(?!(?:people|women|men|children|police|others)$)(?:{PEOPLE})(?<!s)", re.I)
IS_BODY = re.compile(rf"\b(?:{BODIES})s?\b", re.I)
ARTICLES = re.compile(
    r"^(?:what\s)?(?:(?:(?:one|two|three|some|many|most|both|all) of|the|an?|one|another|two|three"
    r"|four|several|some|many|most|all|other|both|his|her|their|its|our|my|this|that|these|those)"
    r"\s+)+",
    re.I,
)
TRAILING = re.compile(
    r"\s*(?:,|;|\(|—|--|\bwho\b|\bwhose\b|\bthat\b|\bwhich\b|\bspeaking\b|\btold\b|\bsaid\b).*$",
    re.S | re.I,
)
BOTH = re.compile(
    r"(?:the (?:two|three|four)|both(?: (?:leaders|sides|ministers|men|women|countries))?"
    r"|the leaders|the sides)(?! of\b)\b",
    re.I,
)
ENDING = re.compile(r"\w{3}(?:er|or|ist|ian|eer|man|men|woman|women)s?$")
THINGS = frozenset(
    keys_of(
        """paper letter number order matter power center quarter corner chapter poster newsletter
        water summer winter computer error factor sector tower offer answer disaster encounter
        transfer twitter wonder character register theater border murder danger weather dinner
        barrier career carrier frontier filter server layer cover river silver fever tender gender
        trigger rumor terror horror mirror labor honor flavor humor favor
        color motor specimen regimen october november december september"""
    )
)
ONES = {"people": "person", "women": "woman", "men": "man"}
REFLEXIVE = re.compile(r"\s(?:him|her|it|them)sel(?:f|ves)$", re.I)
PAPERS = frozenset(  # that speak for themselves where nobody is said to have made them
    keys_of(
        """statement readout release communique letter post tweet message report document summary
        declaration editorial memo note announcement dispatch article commentary email comment"""
    )
)
INDEFINITE = re.compile(r"\b(?:an?|another|one)\s((?:[\w'’-]+\s?){1,4})", re.I)
SHORT = 3  # letters: "of", "and", "the" are written small in names
ONE_OF = re.compile(r"(?:one|another) of\s", re.I)
ONE_OF_THE = re.compile(r"one of the\s", re.I)
PLURAL = re.compile(r"(?<=\w{3})s$")


def role_party(words: str) -> tuple[Party | None, float]:
    """Show a description as a party, and how surely it can speak at all."""
    if BOTH.match(words):
        name = " ".join(TRAILING.sub("", words).split())
        return Party(name=name[0].lower() + name[1:], kind=PartyKind.ROLE), 0.55
    name = " ".join(TRAILING.sub("", ARTICLES.sub("", words)).split())
    if not name or not name[0].isalnum():
        return None, 0.0
    name = REFLEXIVE.sub("", name)
    head = _before_of(name)
    if ONE_OF_THE.match(words):
        name = f"one of the {name}"
    elif ONE_OF.match(words):
        name = one_of(name)
        head = _before_of(name)
    if IS_PERSON.search(head) or ends_as_person(head):
        return Party(name=name, kind=PartyKind.ROLE), 0.6
    if IS_BODY.search(head) or (_is_name(name) and not NOT_PEOPLE.isdisjoint(keys_of(name))):
        return Party(name=name, kind=PartyKind.BODY), 0.55
    if words[:4].casefold() == "the " and _is_name(name):
        return Party(name=name, kind=PartyKind.BODY), 0.55
    paper = len(name.split()) > 1 and not PAPERS.isdisjoint(keys_of(head)[-1:])
    return Party(name=name, kind=PartyKind.ROLE), (0.5 if paper else 0.3)


def one_of(name: str) -> str:
    """Give the singular: "source" of "sources", "person familiar" of "people familiar"."""
    head = _before_of(name).strip()
    last = head.split()[-1] if head.split() else ""
    one = ONES.get(last.casefold()) or PLURAL.sub("", last)
    return head[: len(head) - len(last)] + one + name[len(head) :]


def is_somebody(party: Party) -> bool:
    """Tell one unnamed person ("senior official") from several, and from words."""
    several = ONE_OF_THE.sub("", party.name)
    head = _before_of(party.name if several == party.name else one_of(several)).split()
    return (
        party.kind is PartyKind.ROLE
        and bool(head)
        and bool(SOMEBODY.fullmatch(head[-1].casefold()))
    )


def brings_in_somebody(text: str) -> bool:
    """Tell whether a text brings in somebody unnamed: "a middle-aged cashier"."""
    words = (w for found in INDEFINITE.finditer(text) for w in _before_of(found[1]).split())
    return any(IS_PERSON.fullmatch(word) or ends_as_person(word) for word in words)


def ends_as_person(head: str) -> bool:
    """Tell a noun for people by its ending: "commenter", "columnists"."""
    last = head.split()[-1].casefold() if head.split() else ""
    return bool(ENDING.search(last)) and last.rstrip("s") not in THINGS


def _is_name(name: str) -> bool:
    """Tell a name of capitalised words: "Tax Policy Center"."""
    return all(w[0].isupper() for w in name.split() if len(w) > SHORT)


def _before_of(name: str) -> str:
    """Take the head of a description: "wife" of "wife of the boat's captain"."""
    return re.split(r"\b(?:of|for|at|in|from|to|with|on|close)\b", name, maxsplit=1)[0] or name

"""A list of parties in running text, cut into its items: "A, the foreign minister, B and C".

The parser often hangs long lists of titled names together wrongly, so the items are
cut by their commas and "and"s, up to the first word that cannot belong to such a list.
"""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.reading.meetings.first_person import YOU, I
from bot.reading.meetings.words import OFFICES, OFFICIALS, SAY
from bot.reading.spans import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_AND = frozenset({"and", "&", "plus"})
_JOINING = ("as well as", "along with", "together with", "alongside", "including", "and with")
_THEN = frozenset({"also", "then", "later"})
_LATER_WORDS = (
    *("as well", "as well as", "along with", "together with", "well as with"),
    *("and with", "and also with", "and then with", "and later with"),
)
_AFTER_TITLE = frozenset({"of", "for", "to", "from", "on", "in"})
_POSTED = frozenset(
    {"ambassador", "envoy", "representative", "consul", "adviser", "advisor", "counselor"}
    | {"counsellor", "delegate", "assistant"}
)
_WHERE = frozenset({"in", "on", "to"})
_STOPS = frozenset(
    {"who", "which", "that", "where", "when", "while", "whom", "whose", "but", "or", "separately"}
)
_HE = frozenset({"he", "she", "they", "it", "we", "i"})
_ONE = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
_SEAT = re.compile(r"[DRI] ?- ?[A-Z][\w.]*$")  # "Ana Ruiz, R-Mo.,"
_PAUSES = frozenset({",", "–", "—", "-"})
FIELDS = frozenset(
    {"affairs", "security", "trade", "industry", "economy", "development", "cooperation"}
    | {"commerce", "policy", "pacific", "investment", "technology", "relations", "tourism"}
)
# Who meets these has not met whose they are.
_AROUND = frozenset(
    {"donor", "staffer", "worker", "employee", "reporter", "journalist", "supporter", "voter"}
    | {"volunteer", "fan", "viewer", "student", "protester", "resident", "activist", "family"}
    | {"relative", "parent", "lawyer", "customer", "investor", "fighter", "soldier", "troop"}
)
_SKIPPED = frozenset({'"', "“", "”", "'s", "’s", "*", "[", "]", "both", "also", "then"})


@dataclass(slots=True)
class Chunk:
    """One item: its words, and whether an "and" or only a comma stands before it."""

    tokens: list["Token"] = field(default_factory=list)
    joined: bool = True


def chunks(
    doc: "Doc", start: int, end: int, subject: bool = False, sides: Container[int] = ()
) -> list[Chunk]:
    """Cut the words from `start` on, at most up to `end`, into the items of a list.

    `sides` are the tokens that name countries: no office is "of Japan and Security".
    """
    items = [Chunk()]
    depth = 0
    for token in doc[start:end]:
        depth += (token.text == "(") - (token.text == ")")
        if depth > 0 or token.text == ")" or token.is_space:
            continue
        if _is_pause(token, subject):
            items.append(Chunk(joined=False))
        elif (token.lower_ in _AND and not _in_title(token, sides)) or _joins(token):
            _join(items)
        elif items[-1].tokens or not _inside_joining(token):
            if _stops(token, items[-1]):
                break
            items[-1].tokens.append(token)
    return [item for item in items if item.tokens and not _SEAT.match(text_of(item))]


def _in_title(token: "Token", sides: Container[int]) -> bool:
    """Whether an "and" belongs to an office: "Minister for Foreign and Global Affairs"."""
    before = {t.lower_ for t in token.doc[max(0, token.i - 3) : token.i]}
    following = {t.lower_ for t in token.doc[token.i + 1 : token.i + 4]}
    of_office = bool(before & {"for", "of"}) and token.i - 1 not in sides
    return of_office and not following.isdisjoint(FIELDS)


def _join(items: list[Chunk]) -> None:
    if items[-1].tokens:
        items.append(Chunk())
    else:
        items[-1].joined = True


def _is_pause(token: "Token", subject: bool) -> bool:
    return token.text == "," or (subject and token.text in _PAUSES and token.text != "-")


def _joins(token: "Token") -> bool:
    phrase = token.doc[token.i : token.i + 3].text.lower()
    return phrase.startswith(_JOINING)


def _inside_joining(token: "Token") -> bool:
    """Tell the later words of "as well as", "along with" and "and also with"."""
    around = token.doc[max(0, token.i - 3) : token.i + 1].text.lower()
    if token.lower_ in _THEN:
        return True
    return around.endswith(_LATER_WORDS)


def _stops(token: "Token", item: Chunk) -> bool:
    """Whether a word ends the list."""
    if token.lower_ in _STOPS or token.text in ";:.–—?!":
        return True
    if token.lower_ in WEEKDAYS or _is_date(token):
        return True
    if token.lower_ in _HE and item.tokens and not _is_chinese_name(token):
        return True
    if token.pos_ in ("VERB", "AUX"):
        return token.dep_ not in ("amod", "compound") and not token.text[0].isupper()
    if _is_inside_word(token):
        return False
    if token.pos_ == "ADP" or token.lower_ in _AFTER_TITLE:
        return not (token.lower_ in _AFTER_TITLE and _after_title(token, item))
    return token.pos_ in ("SCONJ", "PART", "ADV") and token.lower_ not in _SKIPPED


def _is_chinese_name(he: "Token") -> bool:
    """Tell "Vice Premier He Lifeng" and "Minister She Wen"."""
    inner = he.is_title and 0 < he.i < len(he.doc) - 1
    return inner and he.nbor(-1).text[0].isupper() and he.nbor().text[0].isupper()


def _is_inside_word(token: "Token") -> bool:
    """Whether hyphens make a word one with its neighbours: "son-in-law"."""
    inner = 0 < token.i < len(token.doc) - 1
    return inner and token.nbor(-1).text == "-" and token.nbor().text == "-"


def _is_date(token: "Token") -> bool:
    """Whether a month's name is one: "May 3", not "Theresa May" or "Jun"."""
    month = token.lower_.rstrip(".") in MONTHS and token.i + 1 < len(token.doc)
    return month and token.nbor().like_num


def _after_title(token: "Token", item: Chunk) -> bool:
    """Whether "of" or "to" belongs to a title: "Minister for Foreign Affairs", "President of X"."""
    if token.lower_ == "of":
        return bool(item.tokens) or _tells_country(token)
    before = [t for t in item.tokens if t.pos_ != "DET"]
    if not before or not (_is_rank(before[-1]) or (token.lower_ == "for" and _is_of_state(before))):
        return False
    if token.lower_ in _WHERE and before[-1].lemma_.lower() not in _POSTED:
        return False  # "ministers in Tokyo", "welcomed the minister to Lima"
    following = next(
        (t for t in token.doc[token.i + 1 :] if not t.is_space and t.pos_ != "DET"), None
    )
    return following is not None and following.text[0].isupper()


def _tells_country(of: "Token") -> bool:
    """Whether only a comma parts somebody from "of Japan"."""
    return of.i > 0 and of.nbor(-1).text == "," and of.i + 1 < len(of.doc) and of.nbor().is_title


def _is_rank(token: "Token") -> bool:
    return token.lemma_.lower() in OFFICES | OFFICIALS


def _is_of_state(before: list["Token"]) -> bool:
    """Whether some words end in "Secretary of State"."""
    return len(before) > 2 and before[-2].lower_ == "of" and _is_rank(before[-3])


def heads(item: Chunk) -> Iterator["Token"]:
    """Yield the nouns and pronouns of an item, the last first."""
    yield from (
        t for t in reversed(item.tokens) if t.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "DET")
    )


def listed(items: list[Chunk], subject: bool = False) -> list[Chunk]:
    """Leave out what follows a list without belonging to it: "his talks with B, A said".

    The last item of a list has an "and"; after it, or where there is none, only an
    explanation can follow a comma.
    """
    last = max((at for at, item in enumerate(items) if item.joined), default=0)
    follows = items[last + 1 : last + 2]
    return items[: last + 1] + [
        item for item in follows if not _says(item, None if subject else items[0].tokens[0])
    ]


def _says(item: Chunk, first: "Token | None") -> bool:
    """Whether an item does what the next clause tells: "his talks with B, A said"."""
    head = item.tokens[-1]
    if head.dep_ != "nsubj" or head.head.i < head.i:
        return False
    if head.head.lemma_ in SAY:
        return True
    return first is not None and head.head.is_ancestor(first)  # "Besides talks with B, A met"


def is_officials(item: Chunk) -> bool:
    """Tell whether an item is several officials: "foreign ministers"."""
    return any(map(_is_several, item.tokens))


def is_office(item: Chunk) -> bool:
    """Tell whether an item names an office."""
    return any(t.lemma_.lower() in OFFICES for t in item.tokens)


def are_around_someone(item: Chunk) -> bool:
    """Tell whether an item is people of somebody or something named: "B's donors", "aides of B"."""
    core = core_of(item)
    return bool(core) and core[-1].tag_ == "NNS" and core[-1].lemma_.lower() in _AROUND


def words_of(item: Chunk) -> set[str]:
    """Words of an item, small."""
    return {t.lower_ for t in item.tokens}


def text_of(item: Chunk) -> str:
    """Words of an item in one line."""
    return " ".join(t.text for t in item.tokens)


def office_words(item: Chunk) -> str:
    """Words for several officials: "defense ministers" of "the Thai and Lao defense ministers"."""
    last = next(t for t in item.tokens if _is_several(t))
    first = last.i
    while first > item.tokens[0].i and last.doc[first - 1].text.islower():
        first -= 1
    return last.doc[first : last.i + 1].text


def _is_several(token: "Token") -> bool:
    return token.tag_ in ("NNS", "NNPS") and token.lemma_.lower() in OFFICES | OFFICIALS


def core_of(item: Chunk) -> list["Token"]:
    """Words of an item up to its first "of" or "from"."""
    at = next((i for i, t in enumerate(item.tokens) if t.lower_ in ("of", "from")), None)
    return item.tokens[:at]


def ends_title(title: list["Token"]) -> bool:
    """Tell whether some words end as a title does."""
    return bool(title) and (title[-1].lemma_.lower() in OFFICES or title[-1].lower_ in FIELDS)


def may_be_name(token: "Token") -> bool:
    """Tell whether a word can be part of a name."""
    no_name = token.lemma_.lower() in OFFICES or token.lower_ in FIELDS
    return token.pos_ == "PROPN" and token.text[0].isupper() and not no_name


def lone_pronoun(item: Chunk) -> "Token | None":
    """Give the pronoun for one person that an item is, if it is one."""
    only = item.tokens[0] if len(item.tokens) == 1 else None
    return only if only is not None and only.lower_ in _ONE | I | YOU else None


def begins_clause(item: Chunk, before: list[Chunk]) -> bool:
    """Whether a subject only follows the list: "In his talks with B, he said"."""
    return bool(before) and not item.joined and item.tokens[0].lower_ in _HE

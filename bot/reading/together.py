"""Who speaks with one voice: "Ruiz and Orr said", "the defense chiefs", "they" in a statement.

An article that lists two or three people once goes on with what they have in common.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.models import Party, PartyKind
from bot.reading.mentions import Mention
from bot.reading.pronouns import Antecedents
from bot.reading.words import keys_of

BETWEEN = frozenset({"and", ",", ", and"})
# Between two names of a list: a comma or "and", a country, a title.
GLUE = re.compile(r"(,|,? and) (?:(?:[A-Z][\w.]*(?:['’]s)?|[a-z]+['’]s|of|for|the|and) ){0,8}")
CHIEFS = re.compile(
    r"(?:the|both|these|those)\s(?:(?P<number>two|three|four)\s)?(?P<field>[a-z]+\s)?"
    r"(?P<noun>chiefs|ministers|secretaries|presidents|leaders)",
    re.I,
)
FIELDS = {  # by the words of titles, as "the foreign ministers" tells them
    "defense": "defense",
    "defence": "defense",
    "state": "foreign",
    "foreign": "foreign",
    "treasury": "finance",
    "finance": "finance",
    "commerce": "trade",
    "trade": "trade",
    "energy": "energy",
    "economy": "economy",
    "interior": "interior",
}
NUMBERS = {"two": 2, "three": 3, "four": 4}
NEAR = 3  # paragraphs
JOINTLY = re.compile(
    r"\bjoint (?:statement|declaration|communiqu[eé]|op-ed|letter|article)\b", re.I
)
JOINT_PAPER = re.compile(rf"(?:an?|the|their|this|that) {JOINTLY.pattern}", re.I)
SENTENCE_END = re.compile(r"[.!?][”\"’')]*\s|\n")


@dataclass(frozen=True, slots=True)
class Listed:
    """People whom an article lists together, and where."""

    start: int
    end: int
    parties: tuple[Party, ...]


class Together:
    """The people of one article as it lists them."""

    def __init__(self, antecedents: Antecedents) -> None:
        self.antecedents = antecedents
        self.text = antecedents.page.article.text

    @cached_property
    def lists(self) -> tuple[Listed, ...]:
        """All lists of people, in the order of the article."""
        found, people, at = [], self.antecedents.people, 0
        while at < len(people):
            run = self._run(people, at)
            parties = tuple(dict.fromkeys(m.party for m in run if m.party))
            if len(parties) > 1:
                found.append(Listed(run[0].full_start, run[-1].end, parties))
            at += len(run)
        return tuple(found)

    def _run(self, people: Sequence[Mention], at: int) -> list[Mention]:
        """Give the mentions of one list, whose last one stands behind "and"."""
        run, closed = [people[at]], 1
        for mention in people[at + 1 :]:
            between = self.text[run[-1].end : mention.full_start]
            glue = GLUE.fullmatch(between) if mention.full_start > run[-1].end else None
            if glue is None or run[-1].possessive:
                break
            run.append(mention)
            if glue[1].endswith("and"):
                closed = len(run)
                break
        return run[:closed]

    def meant(self, text: str, start: int) -> Party | None:
        """Tell whom "the defense chiefs" or "a joint statement" at an offset mean."""
        if JOINT_PAPER.fullmatch(text):
            return self._of_paper(start)
        chiefs = CHIEFS.fullmatch(text)
        return self._of_chiefs(chiefs, start) if chiefs else None

    def they(self, start: int) -> Party | None:
        """Tell who "they" are that say something in a joint statement."""
        end = SENTENCE_END.search(self.text, start)
        if not JOINTLY.search(self.text, start, end.start() if end else len(self.text)):
            return None
        near = self.antecedents.before(start)[::-1]
        named = tuple(dict.fromkeys(m.party for m in near if m.party and m.kind == "name"))
        return joint(*named) if len(named) == 2 else None

    def _of_paper(self, start: int) -> Party | None:
        """Give the one list of people who are told to have made a joint statement."""
        makers = {one.parties for one in self.lists if one.start < start and self._makes(one)}
        return joint(*makers.pop()) if len(makers) == 1 else None

    def _makes(self, listed: Listed) -> bool:
        begins = [m.end() for m in SENTENCE_END.finditer(self.text, 0, listed.start)]
        end = SENTENCE_END.search(self.text, listed.end)
        last = end.start() if end else len(self.text)
        return JOINTLY.search(self.text, begins[-1] if begins else 0, last) is not None

    def _of_chiefs(self, chiefs: re.Match[str], start: int) -> Party | None:
        """Give the list whose people all have what the words say in common."""
        last = bisect_left(self.lists, start, key=lambda one: one.start)
        fitting = (one for one in self.lists[:last][::-1] if self._fits(one, chiefs, start))
        found = next(fitting, None)
        return joint(*found.parties) if found else None

    def _fits(self, listed: Listed, chiefs: re.Match[str], start: int) -> bool:
        """Whether the people of a list are as many, or of the one field, that the words tell."""
        number = NUMBERS.get((chiefs["number"] or "").casefold())
        field = FIELDS.get((chiefs["field"] or "").strip().casefold())
        if number not in {None, len(listed.parties)} or (chiefs["field"] and not field):
            return False
        words = keys_of(self.text[listed.start : listed.end])
        told = {FIELDS[word] for word in words if word in FIELDS}
        if field:
            return told == {field}
        paragraph = self.antecedents.paragraph
        return number is not None and paragraph(start) - paragraph(listed.start) <= NEAR


def joint(*parties: Party) -> Party:
    """Show those who speak with one voice, by their names."""
    *first, last = (party.name for party in parties)
    return Party(name=f"{', '.join(first)} and {last}", kind=PartyKind.ROLE)


def joined(text: str, end: int, head: Mention, mentions: Sequence[Mention]) -> list[Party]:
    """Find who speaks together with another: Kishida in "Biden and Prime Minister Kishida".

    `end` is where the words that name the speaker end; a list of three goes on behind it.
    """
    last, listed = head.end, list[Party]()
    for mention in mentions:
        if mention.kind != head.kind or mention.start < last or mention.party is None:
            continue
        between = text[last : mention.full_start]
        glue = GLUE.fullmatch(between)
        plain = between.strip() in BETWEEN if mention.start < end else between == " and "
        if not plain and not (glue and (glue[1] == "," or listed)):
            break
        last = mention.end
        listed.append(mention.party)
        if between.rstrip() != "," and not (glue and glue[1] == ","):
            return listed
    return []

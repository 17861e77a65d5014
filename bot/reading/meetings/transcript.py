"""The meeting that a transcript's title tells: "Remarks by A and B before meeting"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta, timezone

from bot.beat import Beat
from bot.models import DateOrigin, DateSpan, Evidence, Format, Party, Precision
from bot.reading import spans
from bot.reading.dates import dates_in
from bot.reading.front_matter import text_begin, title_span
from bot.reading.meetings.first_person import LABEL
from bot.reading.meetings.sighting import Sighting
from bot.reading.meetings.status import HELD
from bot.reading.meetings.titled import people_in
from bot.reading.page import Page, Zone
from bot.reading.people import Cast
from bot.reading.place import Place
from bot.reading.places import places_in

# Up to here a title tells who spoke; what follows is on what, or on what occasion.
_REMARKS = re.compile(
    r"^(?P<who>remarks\b.+?|statements?\b.+?)"
    r"(?P<rest>\s(?:on|about|in|before|after|at|during|following|prior|ahead|regarding|\|)\s.*)?$",
    re.I | re.S,
)
_STATED = re.compile(  # a statement is written by people far apart, if it is not one to the press
    r"\b(?:press|before|after|during|following)\b.*\b(?:meeting|conference|availability|summit|lunch|dinner)",
    re.I | re.S,
)
_VIRTUAL = re.compile(r"\bvirtual|\bvideo|\bteleconference", re.I)
_OPENING = 700  # characters in which a transcript states its day: "(December 12, 2023)"
_LONGEST_LINE = 60
_MARKUP = " \xa0\t\r*_\\,;"
_CLOCK = re.compile(r"\b(1[0-2]|0?[1-9]):([0-5]\d)\s*([AP])\.?M\.?(?:\s+([A-Z]{3,4})\b)?")
_HOURS: dict[str, float] = {
    "EST": -5,
    "EDT": -4,
    "CST": -6,
    "CDT": -5,
    "MST": -7,
    "MDT": -6,
    "PST": -8,
    "PDT": -7,
}
_HOURS |= {"HST": -10, "GMT": 0, "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "IST": 5.5}
_HOURS |= {"ICT": 7, "PHT": 8, "SGT": 8, "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11}
_EARLY = time(6)  # what is published before was spoken the day before


@dataclass(frozen=True, slots=True)
class Opening:
    """Who spoke, as the title tells, and where and when, as the lines before the first words do."""

    people: tuple[Party, ...] = ()
    place: Place | None = None
    day: DateSpan | None = None
    virtual: bool = False

    @property
    def is_joint(self) -> bool:
        """Whether several speak to each other, and so recall what they did before."""
        return len(self.people) > 1


def opening_of(page: Page, cast: Cast, beat: Beat) -> Opening | None:
    """Read what remarks or a statement state above their first words; None for any other text."""
    title = page.article.title or ""
    said = _REMARKS.match(title)
    people = people_in(said["who"], page, cast, beat) if said else ()
    if not people:
        return None
    lines = list(_lines(page))
    text = " ".join((title, *lines))
    places = [line for line in (*lines, *title.split("|")[1:]) if _may_be_place(line, people)]
    return Opening(
        people=people,
        place=_place(places, beat),
        day=_stated_day(page, beat) or _day_spoken(page, text),
        virtual=bool(_VIRTUAL.search(text)),
    )


def joint_remarks(page: Page, opening: Opening) -> Iterator[Sighting]:
    """Yield the meeting at which the people of a transcript's title spoke together."""
    title = page.article.title or ""
    one_side = len({p.side for p in opening.people}) == 1 and opening.people[0].side is not None
    if (
        not opening.is_joint
        or one_side
        or not (title.lower().startswith("remarks") or _STATED.search(title))
    ):
        return
    yield Sighting(
        parties=opening.people,
        standing=HELD,
        format=Format.VIDEO if opening.virtual else Format.IN_PERSON,
        date=opening.day,
        place=opening.place,
        evidence=_evidence(page),
        now=True,
    )


def _evidence(page: Page) -> Evidence:
    """Give the title as it stands in the text, or what comes first."""
    text = page.article.text
    headline = (p for p in page.paragraphs if p.zone is Zone.HEADLINE)
    first = next(headline, None) or next(iter(page.paragraphs), None)
    start, end = title_span(text) or ((first.start, first.end) if first else (0, len(text)))
    return Evidence(start=start, end=end, text=text[start:end])


def _lines(page: Page) -> Iterator[str]:
    """Yield the lines between the title and the first words spoken."""
    text = page.article.text
    begin = text_begin(text)
    spoken = LABEL.search(text, begin, begin + _OPENING)
    for line in text[begin : spoken.start() if spoken else begin].splitlines():
        plain = line.strip(_MARKUP)
        if plain and plain != page.article.title:
            yield plain


def _may_be_place(line: str, people: Sequence[Party]) -> bool:
    """Whether a line names neither a time nor who spoke nor how."""
    if len(line) > _LONGEST_LINE or any(c.isdigit() for c in line) or _VIRTUAL.search(line):
        return False
    return not any(p.name.split()[-1] in line for p in people)


def _place(lines: Sequence[str], beat: Beat) -> Place | None:
    """Read "Rose Garden" or "Kantei, / Tokyo, Japan": the venue is what no town is called."""
    parts = [part.strip(_MARKUP) for line in lines for part in line.split(",")]
    found: Place | None = None
    for part in filter(None, parts):
        known = [phrase.place for phrase in places_in(part, beat)]
        place = known[0] if known else Place(venue=part) if found is None else None
        found = found.joined(place) if found and place else found or place
    return found


def _stated_day(page: Page, beat: Beat) -> DateSpan | None:
    """Find the day in brackets under the headline; without one, none is known."""
    text = page.article.text
    opening = text[: text_begin(text) + _OPENING]
    for match in re.finditer(r"\(([A-Z][a-z]+ \d{1,2}, \d{4})\)", opening):
        for phrase in dates_in(match[1], None, False, beat):
            if phrase.span and phrase.span.precision is Precision.DAY:
                return phrase.span
    return None


def _day_spoken(page: Page, text: str) -> DateSpan | None:
    """Tell the day by when it was published, if that is exact: the last time it was so late."""
    at = page.article.published_at
    if at is None or page.article.published_origin is DateOrigin.GUESS:
        return None
    clock, zone = _EARLY, at.tzinfo
    if told := _CLOCK.search(text):
        clock = time(int(told[1]) % 12 + 12 * (told[3] == "P"), int(told[2]))
        hours = _HOURS.get(told[4] or "")
        zone = zone if hours is None else timezone(timedelta(hours=hours))
    then = at.astimezone(zone)
    day: date = then.date() - timedelta(days=then.time() < clock)
    return spans.one_day(day)

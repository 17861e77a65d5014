"""Official transcripts: "Remarks by President A and Prime Minister B" tell that the two met."""

import re
from collections.abc import Iterator

from bot.models import DateSpan, Evidence, Format, PartyKind, Precision
from bot.reading.dates import dates_in
from bot.reading.meetings.scene import Scene
from bot.reading.meetings.sighting import Sighting
from bot.reading.meetings.status import HELD
from bot.reading.page import Page

_REMARKS = re.compile(
    r"^(?:remarks|statements?)\b.*\band\b.*\b(?:joint\s+press|press\s+(?:conference|availability)|"
    r"before|after|during|following|at|in)\b.*\b(?:meeting|conference|availability|summit|lunch|dinner)",
    re.I | re.S,
)
_VIRTUAL = re.compile(r"\bvirtual|\bvideo", re.I)
_OPENING = 700  # characters in which a transcript states its day: "(December 12, 2023)"


def joint_remarks(page: Page, scene: Scene) -> Iterator[Sighting]:
    """Yield the meeting at which the people of a transcript's headline spoke together."""
    text = scene.parsed.paragraph.text
    people = [p for p in scene.named_in(scene.doc[:]) if p.kind is PartyKind.PERSON]
    one_side = len({p.side for p in people}) == 1 and people[0].side is not None
    if not _REMARKS.match(text) or len(people) < 2 or one_side:
        return
    paragraph = scene.parsed.paragraph
    yield Sighting(
        parties=tuple(people),
        standing=HELD,
        format=Format.VIDEO if _VIRTUAL.search(text) else Format.IN_PERSON,
        date=_stated_day(page, scene),
        place=None,
        evidence=Evidence(start=paragraph.start, end=paragraph.end, text=text),
        headline=True,
    )


def _stated_day(page: Page, scene: Scene) -> DateSpan | None:
    """Find the day in brackets under the headline; without one, none is known."""
    opening = page.article.text[: scene.parsed.paragraph.end + _OPENING]
    for match in re.finditer(r"\(([A-Z][a-z]+ \d{1,2}, \d{4})\)", opening):
        for phrase in dates_in(match[1], None, False, scene.beat):
            if phrase.span and phrase.span.precision is Precision.DAY:
                return phrase.span
    return None

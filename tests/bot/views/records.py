"""Records about invented people, for the tests of what is shown."""

from datetime import date

from bot.kept import Report, Source, StoredMeeting, StoredQuote
from bot.models import (
    Certainty,
    DateSpan,
    Evidence,
    Format,
    Meeting,
    Party,
    Precision,
    Quote,
    Status,
)

MORI = Party(name="Aiko Mori", key="aiko-mori", office="Foreign Minister", side="Japan")
VANCE_HILL = Party(
    name="Dana Vance-Hill", key="dana-vance-hill", office="Secretary of State", side="United States"
)
FEB_7 = DateSpan(start=date(2025, 2, 7), end=date(2025, 2, 7), precision=Precision.DAY)


def source(number=1, outlet="Example Times", published=date(2025, 2, 8)):
    return Source(
        article_id=number,
        title=f"Article {number}",
        outlet=outlet,
        url=f"https://example.org/{number}",
        published=published,
    )


def quote(text="We will deepen our cooperation.", **changed):
    fields = {"start": 0, "end": len(text), "direct": True, "utterance": 1, "speaker": MORI}
    return Quote(text=text, **(fields | changed))


def stored_quote(number=1, sources=None, **changed):
    return StoredQuote(
        id=number,
        quote=quote(**({"utterance": number} | changed)),
        sources=sources or (source(),),
        cursor=number,
    )


def meeting(status=Status.HELD, certainty=Certainty.REPORTED, **changed):
    fields = {
        "participants": (MORI, VANCE_HILL),
        "format": Format.IN_PERSON,
        "date": FEB_7,
        "venue": "Cedar House",
        "city": "Tokyo",
        "topics": ("deterrence",),
        "evidence": (Evidence(start=0, end=9, text="Mori met Vance-Hill in Tokyo on Friday."),),
    }
    return Meeting(status=status, certainty=certainty, **(fields | changed))


def stored_meeting(number=1, now=None, reports=None):
    now = now or meeting()
    told = reports or ((source(), now),)
    return StoredMeeting(
        id=number,
        meeting=now,
        reports=tuple(
            Report(id=position, source=where, meeting=what)
            for position, (where, what) in enumerate(told)
        ),
        cursor=number,
    )

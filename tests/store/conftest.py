"""An empty store, and invented articles to keep in it."""

from datetime import date

import pytest

from bot.models import (
    Article,
    Certainty,
    DateOrigin,
    DateSpan,
    Evidence,
    Format,
    Meeting,
    Party,
    Precision,
    Quote,
    Reading,
    Status,
)
from store import open_store

MORI = Party(name="Aki Mori", key="aki-mori", office="foreign minister", side="Japan")
GRANT = Party(name="Ellen Grant", key="ellen-grant", office="secretary of state", side="U.S.")


@pytest.fixture
def db(tmp_path):
    with open_store(tmp_path / "alliance.db") as db:
        yield db


def make_quote(text="We will deepen the alliance", speaker=MORI, **fields):
    defaults = {"start": 10, "direct": True, "utterance": 0, "confidence": 0.9, "cue": "said"}
    values = defaults | fields
    return Quote(text=text, end=values["start"] + len(text), speaker=speaker, **values)


def on_day(day):
    return DateSpan(start=day, end=day, precision=Precision.DAY, words="on the day")


def make_meeting(*participants, day=date(2025, 2, 7), sentence="They met in Tokyo.", **fields):
    defaults = {
        "status": Status.HELD,
        "certainty": Certainty.REPORTED,
        "format": Format.IN_PERSON,
        "date": on_day(day) if day else None,
        "evidence": (Evidence(start=0, end=len(sentence), text=sentence),),
        "city": "Tokyo",
        "country": "Japan",
    }
    return Meeting(participants=participants or (MORI, GRANT), **(defaults | fields))


def make_reading(
    name="a", *, quotes=(), meetings=(), published=date(2025, 2, 8), text=None, people=(), **fields
):
    article = {
        "id": name,
        "text": text if text is not None else f"Text of {name}.",
        "url": f"https://news.example/{name}",
        "title": f"Title of {name}",
        "outlet": "Example Daily",
        "published": published,
        "published_origin": DateOrigin.METADATA,
    }
    on_beat = fields.pop("on_beat", True)
    return Reading(
        article=Article(**(article | fields)),
        quotes=tuple(quotes),
        meetings=tuple(meetings),
        people=tuple(people),
        on_beat=on_beat,
    )

from datetime import date

import pytest

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
from bot.reading.quotes import link_meetings

OSGOOD = Party(name="Mira Osgood", key="mira-osgood")
LENTZ = Party(name="Karl Lentz", key="karl-lentz")
DAY = date(2031, 5, 7)
MET = Meeting(
    participants=(OSGOOD, LENTZ),
    status=Status.HELD,
    certainty=Certainty.REPORTED,
    format=Format.IN_PERSON,
    date=DateSpan(start=DAY, end=DAY, precision=Precision.DAY),
    evidence=(Evidence(start=0, end=40, text="Osgood met Lentz"),),
)


def quote(**fields):
    return Quote(text="we will go", start=10, end=20, direct=True, utterance=1, **fields)


@pytest.mark.parametrize(
    "fields",
    [
        {"speaker": OSGOOD, "listener": "Lentz"},
        {"speaker": OSGOOD, "occasion": "a meeting with Lentz"},
        {"speaker": LENTZ, "occasion": "the talks"},
    ],
)
def test_a_quote_belongs_to_the_meeting_it_was_said_at(fields):
    (linked,) = link_meetings([quote(**fields)], [MET])
    assert linked.meeting == 0


@pytest.mark.parametrize(
    "fields",
    [
        {"speaker": OSGOOD, "listener": "reporters"},
        {"speaker": OSGOOD, "occasion": "an interview"},
        {"speaker": Party(name="Ada Rowe", key="ada-rowe"), "occasion": "the talks"},
        {"occasion": "the talks"},
    ],
)
def test_other_quotes_belong_to_none(fields):
    (linked,) = link_meetings([quote(**fields)], [MET])
    assert linked.meeting is None

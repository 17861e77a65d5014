"""Articles about invented people, as read, to fill a store with."""

from datetime import date, timedelta

from bot.models import (
    Article,
    Certainty,
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
from store import Database
from store.articles import keep_reading

MORI = Party(name="Aiko Mori", key="aiko-mori", office="Foreign Minister", side="Japan")
HILL = Party(name="Dana Hill", key="dana-hill", office="Secretary of State", side="United States")
FIRST_DAY = date(2025, 1, 1)


def reading(number: int) -> Reading:
    """Return an article of day `number` with one meeting and one quote."""
    day = FIRST_DAY + timedelta(days=number)
    said = f"Round {number} of our talks went well & nobody shouted <!channel>."
    text = f"Mori met Hill for round {number} in Tokyo. “{said}” Mori said."
    at = text.index(said)
    quote = Quote(
        text=said, start=at, end=at + len(said), direct=True, utterance=1, speaker=MORI, cue="said"
    )
    span = DateSpan(start=day, end=day, precision=Precision.DAY)
    sentence = text.partition("“")[0].strip()
    meeting = Meeting(
        participants=(MORI, HILL),
        status=Status.HELD,
        certainty=Certainty.REPORTED,
        format=Format.IN_PERSON,
        date=span,
        city="Tokyo",
        evidence=(Evidence(start=0, end=len(sentence), text=sentence),),
    )
    article = Article(
        id=f"round-{number}",
        text=text,
        url=f"https://example.org/round-{number}",
        title=f"Round {number}",
        outlet="Example Times",
        published=day,
    )
    return Reading(article=article, quotes=(quote,), meetings=(meeting,))


def fill(db: Database, articles: int, first: int = 1) -> None:
    """Store some articles, one a week so that no two meetings are one."""
    for number in range(first, first + articles):
        keep_reading(db, reading(number * 7))

"""What users put right. Append-only; applied each time that its article is read again."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import TypeVar

from sqlite_utils import Database

from bot.kept import Correction
from bot.models import Certainty, DateSpan, Format, Meeting, Party, Precision, Quote, Status
from bot.words import words_of
from store.connection import transaction
from store.people import find_person
from store.records import rows

ADD = """
    INSERT INTO corrections (made_at, user, article, noun, evidence, field, value)
    VALUES (?, ?, ?, ?, ?, ?, ?)
"""
OF_ARTICLE = "SELECT * FROM corrections WHERE article = ? ORDER BY id"
ALL = "SELECT * FROM corrections ORDER BY id"

Value = str | None
Noun = TypeVar("Noun", Quote, Meeting)
Choice = TypeVar("Choice", bound=StrEnum)
FIRST_WORD = {  # the certainty that goes with a status put right by hand
    Status.HELD: Certainty.REPORTED,
    Status.PLANNED: Certainty.SCHEDULED,
    Status.CANCELLED: Certainty.DECLINED,
}


class CorrectionError(ValueError):
    """The correction says something that the field cannot hold; the message says what it can."""


def party_named(db: Database, value: Value) -> Party | None:
    """Return the person with this key, else a party of this name; None clears."""
    if value is None:
        return None
    person = find_person(db, value)
    return Party(name=person.name, key=person.key) if person else Party(name=value)


def correct_speaker(db: Database, quote: Quote, value: Value) -> Quote:
    """Put a quote in another mouth, or in nobody's."""
    return replace(quote, speaker=party_named(db, value), guess=None, confidence=1.0)


def correct_direct(db: Database, quote: Quote, value: Value) -> Quote:
    """Say whether a quote is verbatim."""
    return replace(quote, direct=yes_or_no(value))


def correct_status(db: Database, meeting: Meeting, value: Value) -> Meeting:
    """Say whether a meeting was held."""
    status = one_of(Status, value)
    return replace(meeting, status=status, certainty=FIRST_WORD[status])


def correct_format(db: Database, meeting: Meeting, value: Value) -> Meeting:
    """Say how a meeting was held."""
    return replace(meeting, format=one_of(Format, value))


def correct_date(db: Database, meeting: Meeting, value: Value) -> Meeting:
    """Say when a meeting was: a day or a month, or that it is not known."""
    return replace(meeting, date=span_of(value) if value else None)


def correct_city(db: Database, meeting: Meeting, value: Value) -> Meeting:
    """Say in which city a meeting was."""
    return replace(meeting, city=value)


def correct_country(db: Database, meeting: Meeting, value: Value) -> Meeting:
    """Say in which country a meeting was."""
    return replace(meeting, country=value)


def correct_venue(db: Database, meeting: Meeting, value: Value) -> Meeting:
    """Say in which building a meeting was."""
    return replace(meeting, venue=value)


def add_participant(db: Database, meeting: Meeting, value: Value) -> Meeting:
    """Add somebody who took part."""
    party = party_named(db, value)
    if party is None or any(same_party(known, party) for known in meeting.participants):
        return meeting
    return replace(meeting, participants=(*meeting.participants, party))


def remove_participant(db: Database, meeting: Meeting, value: Value) -> Meeting:
    """Take somebody out who did not take part."""
    party = party_named(db, value)
    left = tuple(p for p in meeting.participants if party and not same_party(p, party))
    return replace(meeting, participants=left)


QUOTE_FIELDS: dict[str, Callable[[Database, Quote, Value], Quote]] = {
    "speaker": correct_speaker,
    "direct": correct_direct,
    "on_beat": lambda db, quote, value: replace(quote, on_beat=yes_or_no(value)),
    "hidden": lambda db, quote, value: quote,
}
MEETING_FIELDS: dict[str, Callable[[Database, Meeting, Value], Meeting]] = {
    "status": correct_status,
    "format": correct_format,
    "date": correct_date,
    "venue": correct_venue,
    "city": correct_city,
    "country": correct_country,
    "participant": add_participant,
    "not_participant": remove_participant,
    "on_beat": lambda db, meeting, value: replace(meeting, on_beat=yes_or_no(value)),
    "hidden": lambda db, meeting, value: meeting,
    # Of two reports, not of what one says: `store.same_events` minds these.
    **dict.fromkeys(("same_event", "another_event"), lambda db, meeting, value: meeting),
}


def record_correction(db: Database, correction: Correction) -> None:
    """Append a correction. It takes effect when its article is kept again.

    `store.articles.correct` records one and applies it at once.
    """
    row = (
        datetime.now(UTC).isoformat(timespec="seconds"),
        correction.user,
        correction.article,
        correction.noun,
        correction.evidence,
        correction.field,
        correction.value,
    )
    with transaction(db):
        db.conn.execute(ADD, row)


def all_corrections(db: Database) -> list[Correction]:
    """Return every correction, oldest first."""
    return [correction_from(row) for row in db.query(ALL)]


def corrections_of(db: Database, article: str) -> list[Correction]:
    """Return the corrections of one article, oldest first."""
    return [correction_from(row) for row in rows(db, OF_ARTICLE, (article,))]


def correction_from(row: dict[str, object]) -> Correction:
    """Read a correction from its row."""
    names = ("article", "noun", "evidence", "field", "value", "user")
    return Correction(**{name: row[name] for name in names})  # type: ignore[arg-type]


def corrected(
    db: Database, article: str, quotes: Sequence[Quote], meetings: Sequence[Meeting]
) -> tuple[list[Quote], list[Meeting]]:
    """Apply an article's corrections, oldest first, to what reading it gave."""
    quotes, meetings = list(quotes), list(meetings)
    hidden_meetings: set[int] = set()
    hidden_quotes: set[int] = set()
    for correction in corrections_of(db, article):
        if correction.noun == "quote":
            correct_quotes(db, correction, quotes, hidden_quotes)
        else:
            correct_meetings(db, correction, meetings, hidden_meetings)
    shown = [i for i in range(len(meetings)) if i not in hidden_meetings]
    moved = {old: new for new, old in enumerate(shown)}
    return (
        [
            replace(quote, meeting=moved.get(quote.meeting)) if quote.meeting is not None else quote
            for i, quote in enumerate(quotes)
            if i not in hidden_quotes
        ],
        [meetings[i] for i in shown],
    )


def correct_quotes(
    db: Database, correction: Correction, quotes: list[Quote], hidden: set[int]
) -> None:
    """Apply one correction to the quotes whose words it names."""
    for i, quote in enumerate(quotes):
        if words_of(quote.text) == words_of(correction.evidence):
            quotes[i] = apply_field(QUOTE_FIELDS, db, correction, quote)
            hide_or_show(correction, i, hidden)


def correct_meetings(
    db: Database, correction: Correction, meetings: list[Meeting], hidden: set[int]
) -> None:
    """Apply one correction to the meetings that its sentence proves."""
    for i, meeting in enumerate(meetings):
        if words_of(correction.evidence) in [words_of(e.text) for e in meeting.evidence]:
            meetings[i] = apply_field(MEETING_FIELDS, db, correction, meeting)
            hide_or_show(correction, i, hidden)


def apply_field(
    fields: dict[str, Callable[[Database, Noun, Value], Noun]],
    db: Database,
    correction: Correction,
    record: Noun,
) -> Noun:
    """Apply a correction by the function of its field."""
    try:
        change = fields[correction.field]
    except KeyError:
        raise CorrectionError(
            f"“{correction.field}” cannot be put right; these can: {', '.join(fields)}."
        ) from None
    return change(db, record, correction.value)


def hide_or_show(correction: Correction, position: int, hidden: set[int]) -> None:
    """Remember a record that is none, or is one after all."""
    if correction.field == "hidden":
        (hidden.add if yes_or_no(correction.value) else hidden.discard)(position)


def same_party(one: Party, other: Party) -> bool:
    """Tell whether two parties are one: by key where both have one, else by name."""
    if one.key and other.key:
        return one.key == other.key
    return words_of(one.name) == words_of(other.name)


def yes_or_no(value: Value) -> bool:
    """Read "yes" or "no"."""
    if value not in ("yes", "no"):
        raise CorrectionError("Say yes or no.")
    return value == "yes"


def one_of(choices: type[Choice], value: Value) -> Choice:
    """Read one of a few words."""
    try:
        return choices(value or "")
    except ValueError:
        raise CorrectionError(f"Say one of these: {', '.join(choices)}.") from None


def span_of(value: str) -> DateSpan:
    """Read a day (2025-02-07) or a month (2025-02)."""
    try:
        if len(value) == len("2025-02"):
            first = date.fromisoformat(f"{value}-01")
            last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
            return DateSpan(start=first, end=last, precision=Precision.MONTH)
        day = date.fromisoformat(value)
    except ValueError:
        raise CorrectionError("Say a day like 2025-02-07 or a month like 2025-02.") from None
    return DateSpan(start=day, end=day, precision=Precision.DAY)

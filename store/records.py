"""Rows to records and back, for the parts that several tables share."""

from collections.abc import Mapping, Sequence, Sized
from datetime import date
from typing import Any

from pydantic import TypeAdapter
from sqlite_utils import Database

from bot.kept import Source
from bot.models import DateSpan, Meeting, Party, PartyKind, Precision

Row = Mapping[str, Any]

PARTY = TypeAdapter(Party)
MEETING = TypeAdapter(Meeting)


def rows(db: Database, sql: str, values: Sequence[Any] = ()) -> list[dict[str, Any]]:
    """Return all rows of a query by column name; lighter than sqlite-utils' own."""
    cursor = db.conn.execute(sql, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def iso(day: date | None) -> str | None:
    """Write a day as the tables hold it."""
    return day.isoformat() if day else None


def day_of(text: str | None) -> date | None:
    """Read a day that the tables hold."""
    return date.fromisoformat(text) if text else None


def party_values(party: Party | None) -> tuple[str | None, ...]:
    """Lay out a quote's speaker as the values of its five columns."""
    if party is None:
        return (None,) * 5
    return party.name, party.key, party.kind.value, party.office, party.side


def party_from(row: Row) -> Party | None:
    """Read a quote's speaker from its columns."""
    if row["speaker"] is None:
        return None
    return Party(
        name=row["speaker"],
        kind=PartyKind(row["speaker_kind"]),
        key=row["speaker_key"],
        office=row["speaker_office"],
        side=row["speaker_side"],
    )


def span_values(span: DateSpan | None) -> tuple[str | None, ...]:
    """Lay out the day on which a quote was said as the values of its four columns."""
    if span is None:
        return (None,) * 4
    return iso(span.start), iso(span.end), span.precision.value, span.words


def span_from(row: Row) -> DateSpan | None:
    """Read the day on which a quote was said from its columns."""
    start = day_of(row["said_start"])
    if start is None:
        return None
    return DateSpan(
        start=start,
        end=day_of(row["said_end"]),
        precision=Precision(row["said_precision"]),
        words=row["said_words"],
    )


def source_from(row: Row) -> Source:
    """Read the article that carries a quote or report from a row joined with `articles`."""
    return Source(
        article_id=row["article_id"],
        title=row["title"],
        outlet=row["outlet"],
        url=row["url"],
        published=day_of(row["published"]),
    )


def marks(values: Sized) -> str:
    """Return as many placeholders as there are values, for `IN (…)`."""
    return ",".join("?" * len(values))


def insert_sql(table: str, columns: Sequence[str]) -> str:
    """Write the statement that inserts a row's values; the names are ours, not input."""
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks(columns)})"  # noqa: S608


def update_sql(table: str, columns: Sequence[str]) -> str:
    """Write the statement that sets a row's values; the first is the id, and again the last."""
    settings = ", ".join(f"{column} = ?" for column in columns)
    return f"UPDATE {table} SET {settings} WHERE id = ?"  # noqa: S608

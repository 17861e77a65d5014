"""A migration: one numbered step from a schema to the next."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Migration:
    """One step from a schema to the next, applied once, inside a transaction."""

    number: int
    name: str
    apply: Callable[[Database], None]


def statements(*sql: str) -> Callable[[Database], None]:
    """Build a step that runs these statements."""

    def apply(db: Database) -> None:
        for statement in sql:
            db.execute(statement)

    return apply

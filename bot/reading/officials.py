"""What the officials named in a text tell about its date: who was in office then."""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.beat import Beat
from bot.models import Office

BEFORE = 45  # characters before a name in which its title stands


def only_day(days: Sequence[date], text: str, beat: Beat) -> date | None:
    """Pick the one day of several on which everyone named with an office held it.

    None where the text names no dated office, or more than one day fits.
    """
    named = list(_offices(text, beat)) if days else []
    fit = [day for day in days if all(_held(offices, day) for offices in named)]
    return fit[0] if named and len(fit) == 1 else None


def _offices(text: str, beat: Beat) -> Iterable[list[Office]]:
    """Yield, for each person named in the text with an office, the dated terms that fit it."""
    for person in beat.people:
        at = text.find(person.name)
        before = text[max(0, at - BEFORE) : at].casefold()
        terms = [o for o in person.offices if o.start and before.endswith(f"{o.title.casefold()} ")]
        if at >= 0 and terms:
            yield terms


def _held(offices: Iterable[Office], day: date) -> bool:
    return any(o.start and o.start <= day <= (o.end or date.max) for o in offices)

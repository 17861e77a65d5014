"""What the listeners work with, given to them at start."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from handlers.zones import Zones


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The store, the clock and the readers' time zones.

    Listeners run on pool threads and a SQLite connection belongs to one
    thread, so each request opens its own.
    """

    open_store: Callable[[], Database]
    now: Callable[[], datetime]
    zones: Zones


Build = Callable[[Context], Callable[..., None]]  # makes a listener

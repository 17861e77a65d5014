"""What every subcommand of `/alliance` is made of."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from bot.beat import Beat, Examples
from bot.reply import COMMAND, Reply
from bot.search import Searcher
from bot.views.help import Entry


def unlearned_searcher() -> Searcher:
    """Build a searcher that knows no beat and has to learn the index's words first."""
    return Searcher(Beat(key="none", name="no beat"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One use of a subcommand: what was typed, by whom, where and when.

    `query` is what follows the subcommand. `now` is aware and in UTC;
    `timezone` (IANA) is the asker's. `page` says where to go on: None for a
    first answer, else what an answer's "More" button carries. `searcher` is
    the process's own, so that it need not learn the index's words anew.
    """

    query: str
    user: str
    channel: str
    now: datetime
    timezone: str = "UTC"
    thread: str | None = None
    page: str | None = None
    searcher: Searcher = field(default_factory=unlearned_searcher)

    @property
    def examples(self) -> Examples:
        """What the beat's examples search for."""
        return self.searcher.beat.examples

    @property
    def today(self) -> date:
        """The day it is where the asker is."""
        return self.now.astimezone(ZoneInfo(self.timezone)).date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Subcommand:
    """A word after `/alliance`: how it is used, and the function that answers it.

    `usage` and `examples` start with the name ("latest [n]", "latest 10").
    `details` are for the help on this one alone. What stands in braces in these
    two ("follow {speaker}") is one of the beat's `Examples`.
    """

    name: str
    usage: str
    summary: str
    examples: tuple[str, ...]
    run: Callable[[Database, Request], Reply]
    aliases: tuple[str, ...] = ()
    details: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its other spellings."""
        return (self.name, *self.aliases)

    @property
    def full_usage(self) -> str:
        """The usage as one types it."""
        return f"{COMMAND} {self.usage}"

    def entry(self, words: Examples) -> Entry:
        """Give what help says of it, in the beat's own words."""
        examples = tuple(map(words.fill, self.examples))
        return Entry(self.name, self.usage, self.summary, examples, words.fill(self.details))

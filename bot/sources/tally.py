"""Count what could be read and what could not."""

from collections.abc import Callable, Iterable, Iterator

from bot.models import Article
from bot.sources.bounds import SourceError

NONE_READ, SOME_READ = 1, 3  # exit codes where sources could not be read


class Tally:
    """What was read and what could not be: errors are said at once, the exit code tells."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self.good = self.bad = 0

    def readable(self, found: Iterable[Article | SourceError]) -> Iterator[Article]:
        """Pass the articles on; say each error."""
        for one in found:
            if isinstance(one, SourceError):
                self.bad += 1
                self._say(str(one))
            else:
                self.good += 1
                yield one

    def exit_code(self) -> int:
        """Return 0 where all went well, 1 where nothing was read, 3 where only some was."""
        if not self.bad:
            return 0
        return SOME_READ if self.good else NONE_READ

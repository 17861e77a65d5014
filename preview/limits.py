"""Slack's limits on posting: one message a second a channel, some hundreds a minute in all.

Off by default, because most tests are about something else.
"""

import math
import time
from collections.abc import Callable

from preview.errors import rate_limited


class RateLimits:
    """Refuses a post that comes too soon, saying after how many seconds to come back."""

    def __init__(self) -> None:
        self.clock: Callable[[], float] = time.monotonic
        self.refused = 0
        self._spacing = 0.0
        self._per_minute: int | None = None
        self._last: dict[str, float] = {}
        self._posts: list[float] = []

    def turn_on(
        self,
        *,
        seconds_apart: float = 1.0,
        per_minute: int | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Limit posts in one channel and, with `per_minute`, in the whole workspace."""
        self.clock, self._spacing, self._per_minute = clock, seconds_apart, per_minute
        self._last.clear()
        self._posts.clear()

    def turn_off(self) -> None:
        """Let every post through again."""
        self._spacing, self._per_minute = 0.0, None

    def check(self, channel: str) -> None:
        """Count a post, or refuse it."""
        now = self.clock()
        wait = max(self._channel_wait(channel, now), self._workspace_wait(now))
        if wait > 0:
            self.refused += 1
            raise rate_limited(max(1, math.ceil(wait)))
        self._last[channel] = now
        self._posts.append(now)

    def _channel_wait(self, channel: str, now: float) -> float:
        last = self._last.get(channel)
        return 0.0 if last is None else last + self._spacing - now

    def _workspace_wait(self, now: float) -> float:
        if self._per_minute is None:
            return 0.0
        self._posts = [moment for moment in self._posts if moment > now - 60]
        if len(self._posts) < self._per_minute:
            return 0.0
        return self._posts[-self._per_minute] + 60 - now

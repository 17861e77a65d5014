"""Trouble on order: errors, lost answers, held answers and an outage, for tests."""

import threading
from dataclasses import dataclass, field

from preview.errors import Refusal, rate_limited

EVERY_METHOD = "*"


@dataclass
class Fault:
    """What happens to the next calls of a method.

    With `accepted`, Slack does what it was asked before the trouble starts.
    """

    method: str
    times: int
    refusal: Refusal | None = None
    drops: bool = False
    accepted: bool = False
    hold: "Hold | None" = None


@dataclass
class Hold:
    """A call kept waiting: `reached` is set once it has come in, `release()` lets it go on."""

    reached: threading.Event = field(default_factory=threading.Event)
    released: threading.Event = field(default_factory=threading.Event)

    def release(self) -> None:
        """Let the held call go on."""
        self.released.set()


class Faults:
    """The list of troubles still to come."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: list[Fault] = []
        self.is_down = False

    def fail(
        self,
        method: str,
        error: str = "internal_error",
        *,
        times: int = 1,
        status: int = 200,
        retry_after: int | None = None,
    ) -> None:
        """Refuse the next calls of a method ("*": any) with an error, an HTTP status or a 429."""
        if retry_after is not None:
            self._add(Fault(method, times, rate_limited(retry_after)))
        else:
            self._add(Fault(method, times, Refusal(error, status=status)))

    def drop(self, method: str, *, times: int = 1, accepted: bool = True) -> None:
        """Cut the connection instead of answering; by default after doing what was asked."""
        self._add(Fault(method, times, drops=True, accepted=accepted))

    def hold(self, method: str, *, accepted: bool = True) -> Hold:
        """Keep the next call of a method waiting for its answer until it is released."""
        hold = Hold()
        self._add(Fault(method, 1, accepted=accepted, hold=hold))
        return hold

    def clear(self) -> None:
        """Forget all trouble still to come."""
        with self._lock:
            self._waiting.clear()
        self.is_down = False

    def take(self, method: str) -> Fault | None:
        """Return the trouble that this call meets, if any."""
        with self._lock:
            for fault in self._waiting:
                if fault.method in (method, EVERY_METHOD):
                    fault.times -= 1
                    if fault.times <= 0:
                        self._waiting.remove(fault)
                    return fault
        return None

    def _add(self, fault: Fault) -> None:
        with self._lock:
            self._waiting.append(fault)

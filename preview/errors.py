"""What the stand-in says no with."""

from collections.abc import Sequence
from typing import Any


class PreviewError(Exception):
    """The preview cannot start or was used wrongly; the message says what to do."""


class Refusal(Exception):
    """A Web API call that Slack would refuse, with the error code Slack uses."""

    def __init__(
        self, error: str, *, status: int = 200, retry_after: int | None = None, **more: Any
    ) -> None:
        super().__init__(error)
        self.error = error
        self.status = status
        self.retry_after = retry_after
        self.more = more

    @property
    def answer(self) -> dict[str, Any]:
        """Return the JSON body."""
        return {"ok": False, "error": self.error, **self.more}


def malformed(error: str, problems: Sequence[str]) -> Refusal:
    """Return the refusal of blocks or a view, with a JSON pointer for each problem."""
    messages = [f"[ERROR] {problem}" for problem in problems]
    return Refusal(error, errors=list(problems), response_metadata={"messages": messages})


def rate_limited(seconds: int) -> Refusal:
    """Return Slack's "not so fast"."""
    return Refusal("ratelimited", status=429, retry_after=seconds)

"""Socket Mode: the app's WebSockets, the envelopes sent down them and their acknowledgements.

Slack gives an envelope to one of the app's connections and waits three seconds for its
acknowledgement. A slash command or a click that stays unanswered has failed; an event is sent
again, up to three times.
"""

import asyncio
import contextlib
import itertools
import json
import secrets
import threading
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field

from starlette.websockets import WebSocket, WebSocketDisconnect

from preview.workspace import Json

ACK_SECONDS = 3.0
# Slack sends an event again almost at once, after a minute and after five.
RETRY_DELAYS = (0.0, 60.0, 300.0)


@dataclass
class Delivery:
    """One payload on its way to the app."""

    kind: str
    payload: Json
    accepts_response: bool = False
    envelope: str = field(default_factory=lambda: str(uuid.uuid4()))
    attempts: int = 0
    answer: Json | None = None
    acked: threading.Event = field(default_factory=threading.Event)
    finished: threading.Event = field(default_factory=threading.Event)

    @property
    def is_acked(self) -> bool:
        """Tell whether the app acknowledged it."""
        return self.acked.is_set()

    def as_json(self) -> str:
        """Return the envelope as sent."""
        envelope: Json = {
            "envelope_id": self.envelope,
            "type": self.kind,
            "payload": self.payload,
            "accepts_response_payload": self.accepts_response,
        }
        if self.kind == "events_api":
            envelope["retry_attempt"] = self.attempts - 1
            envelope["retry_reason"] = "timeout" if self.attempts > 1 else ""
        return json.dumps(envelope)


class Sockets:
    """The app's open connections; all but `send` and `close_all` run in the server's loop."""

    def __init__(self) -> None:
        self.loop: asyncio.AbstractEventLoop | None = None
        self.ack_seconds = ACK_SECONDS
        self.retry_delays = RETRY_DELAYS
        self.deliveries: list[Delivery] = []
        self.connected = threading.Condition()
        self._tickets: set[str] = set()
        self._open: list[WebSocket] = []
        self._turn = itertools.count()
        self._tasks: set[asyncio.Task[None]] = set()
        self._waiting: dict[str, tuple[Delivery, asyncio.Event]] = {}

    @property
    def count(self) -> int:
        """Return how many connections are open."""
        return len(self._open)

    def wait_connected(self, timeout: float = 10) -> None:
        """Return as soon as the app has a connection."""
        with self.connected:
            if not self.connected.wait_for(lambda: self.count > 0, timeout):
                raise TimeoutError(f"no app connected to the preview within {timeout} seconds")

    def new_ticket(self) -> str:
        """Return the secret that opens one connection."""
        ticket = secrets.token_urlsafe(18)
        self._tickets.add(ticket)
        return ticket

    async def serve(self, socket: WebSocket, app_id: str) -> None:
        """Talk to one connection until it ends."""
        ticket = socket.query_params.get("ticket", "")
        if ticket not in self._tickets:
            await socket.close(code=1008)
            return
        self._tickets.remove(ticket)
        await socket.accept()
        self._count_in(socket)
        try:
            await socket.send_text(json.dumps(self._hello(app_id)))
            while True:
                self._take(json.loads(await socket.receive_text()))
        except (WebSocketDisconnect, ValueError):
            pass
        finally:
            self._count_out(socket)

    def send(self, delivery: Delivery, then: Callable[[Delivery], None] | None = None) -> Delivery:
        """Send a payload from any thread; `then` runs when it is answered or given up."""
        assert self.loop is not None, "the preview is not running"
        self.deliveries.append(delivery)
        self.loop.call_soon_threadsafe(self._start, delivery, then)
        return delivery

    def close_all(self, reason: str = "") -> None:
        """Close the connections; with a reason, say first why, so that the app comes back."""
        assert self.loop is not None, "the preview is not running"
        asyncio.run_coroutine_threadsafe(self._close_all(reason), self.loop).result(timeout=5)

    async def _close_all(self, reason: str) -> None:
        for socket in list(self._open):
            with contextlib.suppress(RuntimeError, WebSocketDisconnect):
                if reason:
                    await socket.send_text(json.dumps({"type": "disconnect", "reason": reason}))
                await socket.close()
            self._count_out(socket)

    def _hello(self, app_id: str) -> Json:
        return {
            "type": "hello",
            "num_connections": self.count,
            "connection_info": {"app_id": app_id},
            "debug_info": {"host": "preview", "approximate_connection_time": 18060},
        }

    def _count_in(self, socket: WebSocket) -> None:
        with self.connected:
            self._open.append(socket)
            self.connected.notify_all()

    def _count_out(self, socket: WebSocket) -> None:
        with self.connected:
            if socket in self._open:
                self._open.remove(socket)
            self.connected.notify_all()

    def _take(self, message: Json) -> None:
        delivery, acked = self._waiting.get(str(message.get("envelope_id")), (None, None))
        if delivery is not None and acked is not None:
            delivery.answer = message.get("payload")
            acked.set()

    def _start(self, delivery: Delivery, then: Callable[[Delivery], None] | None) -> None:
        task = asyncio.get_running_loop().create_task(self._deliver(delivery, then))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _deliver(self, delivery: Delivery, then: Callable[[Delivery], None] | None) -> None:
        delays = self.retry_delays if delivery.kind == "events_api" else ()
        is_acked = await self._attempt(delivery)
        for delay in delays:
            if is_acked:
                break
            await asyncio.sleep(delay)
            is_acked = await self._attempt(delivery)
        if then is not None:
            then(delivery)
        delivery.finished.set()

    async def _attempt(self, delivery: Delivery) -> bool:
        delivery.attempts += 1
        if not self._open:
            return False
        acked = asyncio.Event()
        self._waiting[delivery.envelope] = (delivery, acked)
        try:
            socket = self._open[next(self._turn) % self.count]
            await socket.send_text(delivery.as_json())
            await asyncio.wait_for(acked.wait(), self.ack_seconds)
        except (TimeoutError, RuntimeError, WebSocketDisconnect):
            return False
        finally:
            self._waiting.pop(delivery.envelope, None)
        delivery.acked.set()
        return True

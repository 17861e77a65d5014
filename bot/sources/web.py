"""Fetch web pages and feeds: public addresses only, within bounds of size and time."""

import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

import httpx

from bot.sources.bounds import MAX_FEED, SourceError

USER_AGENT = "AllianceBot/1.0 (reads single articles and feeds for a news desk)"
TIMEOUT = httpx.Timeout(10.0)  # seconds without a byte
LONGEST = 30.0  # seconds for a whole page
REDIRECTS = 5
NAT64 = IPv6Network("64:ff9b::/96")  # wraps an IPv4 address in its last 32 bits

Address = IPv4Address | IPv6Address
Resolve = Callable[[str], list[str]]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address held: where it was found after redirects, its type and its bytes."""

    url: str
    kind: str
    body: bytes


def resolved(host: str) -> list[str]:
    """Look up every address of a host."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)]


def is_public(address: Address) -> bool:
    """Tell whether an address is on the public internet, also when it wraps a private one."""
    wrapped = _wrapped(address) if isinstance(address, IPv6Address) else None
    if wrapped:
        return is_public(wrapped)
    return address.is_global and not address.is_multicast


def _wrapped(address: IPv6Address) -> IPv4Address | None:
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    teredo = address.teredo[1] if address.teredo else None
    return address.ipv4_mapped or address.sixtofour or teredo


class PublicOnly(httpx.BaseTransport):
    """Send each request, redirects too, to an address that was checked to be public.

    The connection goes to the very address that was checked, so a name that
    resolves to something else a moment later gains nothing.
    """

    def __init__(self, inner: httpx.BaseTransport, resolve: Resolve = resolved) -> None:
        self._inner = inner
        self._resolve = resolve

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Check where the request goes, then send it there."""
        host = request.url.host
        if request.url.scheme not in ("http", "https"):
            raise SourceError(f"{request.url} is not a web address; give one with http or https.")
        return self._inner.handle_request(
            httpx.Request(
                request.method,
                request.url.copy_with(host=self._public_address(host)),
                headers=request.headers,
                stream=request.stream,
                extensions={**request.extensions, "sni_hostname": host},
            )
        )

    def close(self) -> None:
        """Close the connections."""
        self._inner.close()

    def _public_address(self, host: str) -> str:
        try:
            addresses = self._resolve(host)
        except OSError as error:
            raise SourceError(f"{host} cannot be found; check the address.") from error
        if not addresses or not all(is_public(ip_address(a.partition("%")[0])) for a in addresses):
            raise SourceError(f"{host} is not on the public internet, so it is not read.")
        return addresses[0]


def web_client(
    inner: httpx.BaseTransport | None = None, resolve: Resolve = resolved
) -> httpx.Client:
    """Make the client that fetches: polite, bounded, and blind to private addresses."""
    return httpx.Client(
        transport=PublicOnly(inner or httpx.HTTPTransport(retries=1), resolve),
        headers={"User-Agent": USER_AGENT},
        timeout=TIMEOUT,
        follow_redirects=True,
        max_redirects=REDIRECTS,
    )


def fetch(client: httpx.Client, url: str) -> Fetched:
    """Fetch an address; SourceError says in one sentence what went wrong."""
    try:
        with client.stream("GET", url) as response:
            if response.is_error:
                raise SourceError(f"{url} answered {response.status_code}; check the address.")
            kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
            return Fetched(str(response.url), kind, b"".join(_bounded(url, response)))
    except httpx.TimeoutException as error:
        raise SourceError(f"{url} did not answer in time; try again later.") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise SourceError(f"{url} cannot be fetched ({type(error).__name__}).") from error


def _bounded(url: str, response: httpx.Response) -> Iterator[bytes]:
    size, deadline = 0, time.monotonic() + LONGEST
    for piece in response.iter_bytes():
        size += len(piece)
        if size > MAX_FEED:
            raise SourceError(f"{url} is more than {MAX_FEED / 1e6:.0f} MB, so it is not read.")
        if time.monotonic() > deadline:
            raise SourceError(f"{url} took more than {LONGEST:.0f} seconds; try again later.")
        yield piece

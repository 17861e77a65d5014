"""Slack's mrkdwn as HTML. Whatever stands in the text, only the tags made here come out.

Code, links and mentions are set aside first, then the rest is escaped, then styled, and last the
parts set aside are put back; so no text can become markup of its own.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from markupsafe import Markup, escape

from preview.workspace import User, Workspace

FENCE = re.compile(r"```\n?(.*?)\n?```", re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")
TOKEN = re.compile(r"<([^<>\n]+)>")
BARE_LINK = re.compile(r"https?://[^\s<>|]+[^\s<>|.,;:!?)\]'\"’”]")
SET_ASIDE = re.compile("\ue000(\\d+)\ue001")
QUOTED = re.compile(r"^(?:>|&gt;) ?")
LINK = Markup('<a href="{}" target="_blank" rel="noopener noreferrer nofollow">{}</a>')
STYLES = (
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^\n]*?)(?<=[^\s*])\*(?![\w*])"), "strong"),
    (re.compile(r"(?<![\w_])_(?=[^\s_])([^\n]*?)(?<=[^\s_])_(?![\w_])"), "em"),
    (re.compile(r"(?<![\w~])~(?=[^\s~])([^\n]*?)(?<=[^\s~])~(?![\w~])"), "s"),
)
EMOJI = {
    "wave": "👋",
    "eyes": "👀",
    "calendar": "📅",
    "spiral_calendar_pad": "🗓️",
    "speech_balloon": "💬",
    "handshake": "🤝",
    "newspaper": "📰",
    "round_pushpin": "📍",
    "pushpin": "📌",
    "mag": "🔍",
    "bell": "🔔",
    "white_check_mark": "✅",
    "x": "❌",
    "warning": "⚠️",
    "hourglass": "⌛",
    "sunrise": "🌅",
    "bulb": "💡",
    "link": "🔗",
    "gear": "⚙️",
    "arrow_right": "➡️",
    "telephone_receiver": "📞",
    "bust_in_silhouette": "👤",
    "busts_in_silhouette": "👥",
    "chart_with_upwards_trend": "📈",
}


@dataclass(frozen=True)
class Reader:
    """Who reads: names are looked up in the workspace, times shown in the reader's zone."""

    workspace: Workspace
    user: User

    @property
    def zone(self) -> ZoneInfo:
        """Return the reader's time zone."""
        return ZoneInfo(self.user.tz)

    @property
    def now(self) -> datetime:
        """Return the moment it is for the reader."""
        return datetime.fromtimestamp(self.workspace.clock(), self.zone)

    def at(self, moment: float) -> datetime:
        """Return a moment in the reader's zone."""
        return datetime.fromtimestamp(moment, self.zone)


def mrkdwn(text: str, reader: Reader) -> Markup:
    """Return mrkdwn as HTML."""
    clean = text.replace("\ue000", "").replace("\ue001", "")
    aside: list[Markup] = []

    def keep(html: Markup) -> str:
        aside.append(html)
        return f"\ue000{len(aside) - 1}\ue001"

    rest = FENCE.sub(lambda m: keep(Markup("<pre>{}</pre>").format(decoded(m[1]))), clean)
    rest = CODE.sub(lambda m: keep(Markup("<code>{}</code>").format(decoded(m[1]))), rest)
    rest = TOKEN.sub(lambda m: keep(_token(m[1], reader)), rest)
    rest = BARE_LINK.sub(lambda m: keep(_link(decoded(m[0]), "")), rest)
    html = "".join(_paragraphs(rest, _styled))
    return Markup(SET_ASIDE.sub(lambda m: str(aside[int(m[1])]), html))  # noqa: S704


def plain(text: str) -> Markup:
    """Return plain text as HTML, with its emoji."""
    return Markup(_with_emoji(str(escape(text))))  # noqa: S704


def decoded(text: str) -> str:
    """Return text with Slack's three entities turned back into characters."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _paragraphs(text: str, styled: Callable[[str], str]) -> list[str]:
    parts: list[str] = []
    quote: list[str] = []
    for line in [*text.split("\n"), None]:
        if line is not None and QUOTED.match(line):
            quote.append(styled(QUOTED.sub("", line, count=1)))
            continue
        if quote:
            parts.append(f"<blockquote>{'<br>'.join(quote)}</blockquote>")
            quote = []
        elif parts and line is not None:
            parts.append("<br>")
        if line is not None:
            parts.append(styled(line))
    return parts


def _styled(line: str) -> str:
    html = str(escape(decoded(line)))
    for pattern, tag in STYLES:
        html = pattern.sub(rf"<{tag}>\1</{tag}>", html)
    return _with_emoji(html)


def _with_emoji(html: str) -> str:
    return re.sub(r":([a-z0-9_+-]+):", lambda m: EMOJI.get(m[1], m[0]), html)


def _token(inside: str, reader: Reader) -> Markup:
    target, _, label = inside.partition("|")
    label = decoded(label)
    if target.startswith("@"):
        return _user(target[1:], label, reader)
    if target.startswith("#"):
        return _channel(target[1:], label, reader)
    if target.startswith("!date^"):
        return _date(target, label, reader)
    if target.startswith("!"):
        name = target[1:].partition("^")[0]
        return Markup('<span class="mention loud">{}</span>').format(label or f"@{name}")
    return _link(decoded(target), label)


def _link(address: str, label: str) -> Markup:
    if not address.startswith(("http://", "https://", "mailto:")):
        return escape(f"<{address}|{label}>" if label else f"<{address}>")
    shown = label or address.removeprefix("mailto:")
    return LINK.format(address, shown)


def _user(name: str, label: str, reader: Reader) -> Markup:
    user = reader.workspace.users.get(name)
    shown = user.real_name if user else label or name
    return Markup('<span class="mention">@{}</span>').format(shown)


def _channel(name: str, label: str, reader: Reader) -> Markup:
    channel = reader.workspace.channels.get(name)
    shown = channel.name if channel else label or name
    return Markup('<a class="mention" href="?channel={}">#{}</a>').format(name, shown)


def _date(token: str, fallback: str, reader: Reader) -> Markup:
    _, seconds, pattern, *link = [*token.split("^"), ""][:4]
    try:
        moment = reader.at(int(seconds))
    except (ValueError, OverflowError, OSError):
        return escape(fallback)
    shown = date_text(decoded(pattern), moment, reader.now)
    address = decoded(link[0]) if link else ""
    return _link(address, shown) if address else Markup("<time>{}</time>").format(shown)


def date_text(pattern: str, moment: datetime, now: datetime) -> str:
    """Return the text of a date token."""
    names = {
        "date_num": moment.strftime("%Y-%m-%d"),
        "date": f"{moment:%B} {_ordinal(moment.day)}, {moment.year}",
        "date_short": f"{moment:%b} {moment.day}, {moment.year}",
        "date_long": f"{moment:%A}, {moment:%B} {_ordinal(moment.day)}, {moment.year}",
        "time": f"{moment.hour % 12 or 12}:{moment:%M %p}",
        "time_secs": f"{moment.hour % 12 or 12}:{moment:%M:%S %p}",
    }
    near = _near(moment, now)
    names |= {f"{name}_pretty": near or names[name] for name in ("date", "date_short", "date_long")}
    return re.sub(r"\{(\w+)\}", lambda m: names.get(m[1], m[0]), pattern)


def _near(moment: datetime, now: datetime) -> str:
    days = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    return days.get((moment.date() - now.date()) // timedelta(days=1), "")


def _ordinal(day: int) -> str:
    ending = "th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"

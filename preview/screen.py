"""What the page shows: who wrote what when, the sidebar, the thread, the modal, the Home tab."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from preview.forms import action_value
from preview.mrkdwn import Reader, mrkdwn, plain
from preview.slack import Slack
from preview.workspace import Channel, Json, Message, User

HERE = Path(__file__).parent
TOGETHER = timedelta(minutes=5)
AVATARS = 6
PLACEHOLDER = re.compile(r"\s*[\[<(|…]")
RICH_STYLES = {
    "bold": Markup("<b>{}</b>"),
    "italic": Markup("<i>{}</i>"),
    "strike": Markup("<s>{}</s>"),
    "code": Markup("<code>{}</code>"),
}


@dataclass(frozen=True)
class Line:
    """A message as the page shows it."""

    message: Message
    author: User
    time: str
    day: str
    follows: bool
    replies: int
    last_reply: str


class Screen:
    """Draws the page for one user from the state of the stand-in."""

    def __init__(
        self, slack: Slack, user: User, templates: Environment, completions: Sequence[str] = ()
    ) -> None:
        self.slack = slack
        self.user = user
        self.completions = completions
        self.reader = Reader(slack.workspace, user)
        self._templates = templates

    def whole(self, channel: Channel, thread: str, tab: str) -> str:
        """Return the whole page."""
        with self.slack.workspace.lock:
            return self._draw(
                "page.html",
                people=[u for u in self.slack.workspace.users.values() if not u.is_bot],
                sidebar=Markup(self.sidebar(channel.id)),  # noqa: S704
                title=self.label(channel),
                channel=channel,
                thread=thread,
                tab=tab,
                is_app=self._is_with_bot(channel),
                commands=self.commands,
            )

    @property
    def commands(self) -> list[Json]:
        """Return what the composer completes: the app's commands, then what the app lists."""
        known = [
            {"line": command.name, "hint": command.usage, "about": command.description}
            for command in self.slack.app.commands
        ]
        return known + [_completion(line) for line in self.completions]

    def sidebar(self, current: str) -> str:
        """Return the list of channels and direct conversations."""
        mine = [c for c in self.slack.workspace.channels.values() if self.user.id in c.members]
        return self._draw(
            "sidebar.html",
            current=current,
            channels=[c for c in mine if c.kind != "im"],
            direct=[c for c in mine if c.kind == "im" and not self._is_with_bot(c)],
            app=[c for c in mine if self._is_with_bot(c)],
        )

    def messages(self, channel: Channel) -> str:
        """Return a channel's messages."""
        with self.slack.workspace.lock:
            shown = self.slack.workspace.shown(channel.id, user=self.user.id)
            return self._draw(
                "messages.html",
                channel=channel,
                lines=self._lines(shown),
                has_bot=self.slack.bot in channel.members,
                in_thread=False,
                shortcuts=self._shortcuts(),
            )

    def thread(self, channel: Channel, ts: str) -> str:
        """Return one thread."""
        with self.slack.workspace.lock:
            shown = self.slack.workspace.shown(channel.id, user=self.user.id, thread=ts)
            return self._draw(
                "messages.html",
                channel=channel,
                lines=self._lines(shown),
                has_bot=True,
                in_thread=True,
                shortcuts=self._shortcuts(),
            )

    def modal(self) -> str:
        """Return the modal in front of the user, or nothing."""
        with self.slack.workspace.lock:
            stack = self.slack.workspace.modals.get(self.user.id)
            return self._draw("modal.html", view=stack[-1], depth=len(stack)) if stack else ""

    def home(self) -> str:
        """Return the user's Home tab."""
        with self.slack.workspace.lock:
            view = self.slack.workspace.homes.get(self.user.id)
            return self._draw("home.html", view=view)

    def label(self, channel: Channel) -> str:
        """Return what a conversation is called for this user."""
        if channel.kind != "im":
            return channel.name
        other = next(iter(channel.members - {self.user.id}), self.user.id)
        return self.slack.workspace.users[other].real_name

    def offered(self, element: Json) -> list[tuple[str, str]]:
        """Return the choices of a menu as value and label."""
        thing = element["type"].removeprefix("multi_").removesuffix("_select")
        workspace = self.slack.workspace
        if thing == "users":
            return [(u.id, u.real_name) for u in workspace.users.values()]
        if thing in ("channels", "conversations"):
            mine = [c for c in workspace.channels.values() if self.user.id in c.members]
            kinds = ("public",) if thing == "channels" else ("public", "private", "im")
            shown = [c for c in mine if c.kind in kinds and not c.is_archived]
            return [(c.id, self.label(c) if c.kind == "im" else f"#{c.name}") for c in shown]
        groups = element.get("option_groups") or []
        options = [*(element.get("options") or []), *(o for g in groups for o in g["options"])]
        return [(option["value"], option["text"]["text"]) for option in options]

    def _lines(self, messages: list[Message]) -> list[Line]:
        lines = []
        for before, message in pairwise([None, *messages]):
            assert message is not None
            moment = self.reader.at(float(message.ts))
            earlier = self.reader.at(float(before.ts)) if before else None
            new_day = earlier is None or earlier.date() != moment.date()
            replies = [] if message.is_reply else self.slack.workspace.replies(message)
            lines.append(
                Line(
                    message,
                    self.slack.workspace.users[message.user],
                    _clock(moment),
                    f"{moment:%A}, {moment:%B} {moment.day}" if new_day else "",
                    follows=not new_day and _belongs(before, message, moment - (earlier or moment)),
                    replies=len(replies),
                    last_reply=_clock(self.reader.at(float(replies[-1].ts))) if replies else "",
                )
            )
        return lines

    def _shortcuts(self) -> list[Any]:
        return [s for s in self.slack.app.shortcuts if s.kind == "message"]

    def _is_with_bot(self, channel: Channel) -> bool:
        return channel.kind == "im" and self.slack.bot in channel.members

    def _rich(self, element: Json) -> Markup:
        """Return one piece of text in a rich_text block."""
        kind = element.get("type")
        if kind == "link":
            shown = element.get("text") or element.get("url", "")
            return mrkdwn(f"<{_coded(element.get('url', ''))}|{_coded(shown)}>", self.reader)
        tokens = {"user": "<@{user_id}>", "channel": "<#{channel_id}>", "broadcast": "<!{range}>"}
        if kind in tokens:
            return mrkdwn(tokens[kind].format(**element), self.reader)
        if kind == "date":
            return mrkdwn("<!date^{timestamp}^{format}|date>".format(**element), self.reader)
        if kind == "emoji":
            return plain(f":{element.get('name', '')}:")
        html = plain(str(element.get("text", "")))
        for style, tag in RICH_STYLES.items():
            if (element.get("style") or {}).get(style):
                html = tag.format(html)
        return html

    def _draw(self, template: str, **values: Any) -> str:
        common = {
            "me": self.user,
            "bot": self.slack.app.name,
            "reader": self.reader,
            "rich": self._rich,
            "label": self.label,
            "offered": self.offered,
        }
        return self._templates.get_template(template).render(**common, **values)


def avatar(user: User) -> str:
    """Return the class of a user's colour."""
    return f"avatar-{sum(map(ord, user.id)) % AVATARS}"


def page_templates() -> Environment:
    """Return the templates of the page; they escape whatever they are given."""
    templates = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters |= {"mrkdwn": _for_reader, "plain": plain}
    templates.globals |= {"avatar": avatar, "initial": action_value}
    return templates


@pass_context
def _for_reader(context: Context, text: str) -> Markup:
    return mrkdwn(text, context["reader"])


def _completion(line: str) -> Json:
    """Return what "/command word [more] — what it does" completes to, and what is shown beside."""
    usage, _, about = line.partition(" — ")
    fixed = PLACEHOLDER.split(usage, maxsplit=1)[0]
    return {"line": fixed, "hint": usage.removeprefix(fixed).strip(), "about": about}


def _belongs(before: Message | None, message: Message, gap: timedelta) -> bool:
    """Tell whether a message is drawn under the one before without its author's name again."""
    if before is None or gap > TOGETHER:
        return False
    same = (before.user, before.only_for) == (message.user, message.only_for)
    return same and before.is_reply == message.is_reply


def _clock(moment: Any) -> str:
    return f"{moment.hour % 12 or 12}:{moment:%M %p}"


def _coded(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("|", "¦")

"""What the stand-in takes from an app's manifest: its name, commands, shortcuts, scopes, events."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from preview.errors import PreviewError


@dataclass(frozen=True)
class Command:
    """A slash command of the app."""

    name: str
    description: str = ""
    usage: str = ""


@dataclass(frozen=True)
class Shortcut:
    """A shortcut: on a message, or global."""

    name: str
    callback_id: str
    kind: str


@dataclass(frozen=True)
class App:
    """The installed app. Without a manifest it may do everything and gets every event."""

    name: str = "Bot"
    handle: str = "bot"
    description: str = ""
    commands: tuple[Command, ...] = ()
    shortcuts: tuple[Shortcut, ...] = ()
    scopes: frozenset[str] | None = None
    events: frozenset[str] | None = None

    def may(self, *scopes: str) -> bool:
        """Tell whether the app was granted one of the scopes."""
        return self.scopes is None or not scopes or not self.scopes.isdisjoint(scopes)

    def hears(self, event: str) -> bool:
        """Tell whether the app subscribed to an event."""
        return self.events is None or event in self.events


def read_manifest(path: str | Path) -> App:
    """Return the app that a `manifest.json` describes."""
    try:
        manifest = json.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise PreviewError(f"cannot read the manifest {path}: {problem}") from problem
    return app_of(manifest)


def app_of(manifest: dict[str, Any]) -> App:
    """Return the app that a manifest describes."""
    features = manifest.get("features", {})
    about = manifest.get("display_information", {})
    events = manifest.get("settings", {}).get("event_subscriptions", {}).get("bot_events", [])
    scopes = manifest.get("oauth_config", {}).get("scopes", {}).get("bot", [])
    return App(
        name=about.get("name", "Bot"),
        handle=features.get("bot_user", {}).get("display_name") or about.get("name", "Bot"),
        description=about.get("description", ""),
        commands=tuple(
            Command(entry["command"], entry.get("description", ""), entry.get("usage_hint", ""))
            for entry in features.get("slash_commands", [])
        ),
        shortcuts=tuple(
            Shortcut(entry["name"], entry["callback_id"], entry["type"])
            for entry in features.get("shortcuts", [])
        ),
        scopes=frozenset(scopes),
        events=frozenset(events),
    )

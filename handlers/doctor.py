"""Is everything in order? The database, the reader's model, the beat and Slack's tokens."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from urllib.error import URLError

from pydantic import SecretStr
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.beat import BeatError, load_beat
from bot.reading.language import pipeline
from bot.settings import Settings
from handlers.connection import CannotConnect
from store import StoreError, explained, open_store


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: whether it is fine, and what was found or what to do."""

    what: str
    fine: bool
    found: str


def examine(settings: Settings) -> list[Check]:
    """Look at everything that the bot needs."""
    return [
        _check("beat", lambda: _beat(settings)),
        _check("database", lambda: _database(settings)),
        _check("model", _model),
        _check("Slack", lambda: _slack(settings)),
    ]


def _check(what: str, look: Callable[[], str]) -> Check:
    try:
        return Check(what, True, look())
    except (BeatError, CannotConnect, StoreError) as error:
        return Check(what, False, str(error))
    except URLError as error:
        return Check(what, False, f"{error.reason}; check SLACK_API_URL and the network")
    except (ImportError, OSError) as error:
        return Check(what, False, f"{error}; delete .venv and start ./run again")
    except SlackApiError as error:
        return Check(what, False, f"{error.response['error']}; check the tokens")
    except SlackClientError as error:
        return Check(what, False, f"{error}; check the tokens and the network")


def _beat(settings: Settings) -> str:
    beat = load_beat(settings.alliance_beat)
    return f"{beat.name}, {len(beat.people)} people, {len(beat.topics)} topics"


def _database(settings: Settings) -> str:
    path = settings.alliance_database
    with explained(path), closing(open_store(path)) as db:
        counts = (f"{db.table(noun).count} {noun}" for noun in ("articles", "meetings", "quotes"))
        return f"{path}: {', '.join(counts)}"


def _model() -> str:
    meta = pipeline().meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def _slack(settings: Settings) -> str:
    if settings.slack_bot_token is None:
        return "no SLACK_BOT_TOKEN, so ./run opens the preview"
    bot = _client(settings, settings.slack_bot_token).auth_test()
    ways = ["HTTP"] if settings.slack_signing_secret else []
    if settings.slack_app_token:
        _client(settings, settings.slack_app_token).apps_connections_open(
            app_token=settings.slack_app_token.get_secret_value()
        )
        ways.insert(0, "Socket Mode")
    if not ways:
        raise CannotConnect(
            "set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for --http"
        )
    return f"{bot['user']} in {bot['team']}, by {' and '.join(ways)}"


def _client(settings: Settings, token: SecretStr) -> WebClient:
    return WebClient(token.get_secret_value(), base_url=settings.slack_api_url)

"""The bot's settings, from the environment and `.env`; the README lists every one."""

from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from pydantic_settings.exceptions import SettingsError

Port = Annotated[int, Field(ge=0, le=65535)]  # 0 takes any free one


class Settings(BaseSettings):
    """What can be set: a field's name in capitals is its name in the environment."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore")

    slack_bot_token: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    slack_signing_secret: SecretStr | None = None
    slack_api_url: str = "https://slack.com/api/"
    alliance_database: Path = Path("data/alliance.db")
    alliance_beat: str = "japan_us"
    alliance_timezone: str = "Asia/Tokyo"
    alliance_http_host: str = "127.0.0.1"
    alliance_http_port: Port = 3000
    alliance_preview_port: Port = 8765

    @field_validator("alliance_timezone")
    @classmethod
    def _known(cls, zone: str) -> str:
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError):
            raise ValueError("name a time zone such as Asia/Tokyo") from None
        return zone


class BadSettings(Exception):
    """A setting that cannot be used; the message is one clear sentence a setting."""


def load_settings() -> Settings:
    """Read the settings; BadSettings names each one that cannot be used."""
    try:
        return Settings()
    except ValidationError as error:
        wrong = (f"{str(e['loc'][0]).upper()}: {e['msg']}" for e in error.errors())
        raise BadSettings(f"Mend these settings: {'; '.join(wrong)}.") from error
    except SettingsError as error:
        raise BadSettings(f"The settings cannot be read: {error}.") from error

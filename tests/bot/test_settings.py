from pathlib import Path

import pytest

from bot.settings import BadSettings, Settings, load_settings


@pytest.fixture(autouse=True)
def bare(monkeypatch, tmp_path):
    """Neither the developer's `.env` nor environment."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def test_defaults():
    settings = load_settings()
    assert settings.slack_bot_token is None
    assert settings.slack_api_url == "https://slack.com/api/"
    assert settings.alliance_database == Path("data/alliance.db")


def test_the_environment_outranks_the_file(monkeypatch, tmp_path):
    (tmp_path / ".env").write_text("ALLIANCE_BEAT=other\nSLACK_BOT_TOKEN=xoxb-1\n", "utf-8")
    monkeypatch.setenv("ALLIANCE_BEAT", "third")
    settings = load_settings()
    assert settings.alliance_beat == "third"
    assert settings.slack_bot_token
    assert settings.slack_bot_token.get_secret_value() == "xoxb-1"


def test_an_empty_token_is_no_token(monkeypatch):
    monkeypatch.setenv("SLACK_BOT_TOKEN", "")
    assert load_settings().slack_bot_token is None


def test_secrets_do_not_show(monkeypatch):
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-secret")
    assert "xoxb-secret" not in repr(load_settings())


def test_a_bad_setting_is_named(monkeypatch):
    monkeypatch.setenv("ALLIANCE_HTTP_PORT", "many")
    with pytest.raises(BadSettings, match="ALLIANCE_HTTP_PORT"):
        load_settings()


def test_a_time_zone_must_exist(monkeypatch):
    monkeypatch.setenv("ALLIANCE_TIMEZONE", "Asia/Tokio")
    with pytest.raises(BadSettings, match="ALLIANCE_TIMEZONE"):
        load_settings()

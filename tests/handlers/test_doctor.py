from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.settings import Settings
from handlers.doctor import examine
from preview.server import PreviewServer

MANIFEST = Path(__file__).parents[2] / "manifest.json"


@pytest.fixture
def preview():
    with PreviewServer(manifest=MANIFEST) as preview:
        yield preview


@pytest.fixture
def settings(preview, tmp_path):
    return Settings(
        _env_file=None,
        slack_bot_token=SecretStr(preview.bot_token),
        slack_app_token=SecretStr(preview.app_token),
        slack_api_url=preview.api_url,
        alliance_database=tmp_path / "alliance.db",
    )


def slack(settings):
    return next(check for check in examine(settings) if check.what == "Slack")


def test_good_tokens_are_fine(settings):
    check = slack(settings)
    assert check.fine
    assert check.found.endswith("by Socket Mode")


def test_revoked_tokens_are_wrong_and_say_what_slack_answers(settings, preview):
    preview.revoke_tokens()
    check = slack(settings)
    assert not check.fine
    assert check.found == "token_revoked; check the tokens"


def test_a_bot_token_for_an_app_token_is_wrong(settings):
    check = slack(settings.model_copy(update={"slack_app_token": settings.slack_bot_token}))
    assert not check.fine


def test_a_slack_that_is_not_there_is_wrong(settings):
    check = slack(settings.model_copy(update={"slack_api_url": "http://127.0.0.1:9/api/"}))
    assert not check.fine
    assert "check SLACK_API_URL" in check.found


def test_a_bot_token_alone_is_not_enough(settings):
    check = slack(settings.model_copy(update={"slack_app_token": None}))
    assert not check.fine
    assert "set SLACK_APP_TOKEN" in check.found


def test_a_missing_beat_is_wrong_and_the_rest_is_still_looked_at(settings):
    checks = examine(settings.model_copy(update={"alliance_beat": "moon"}))
    assert {check.what: check.fine for check in checks} == {
        "beat": False,
        "database": True,
        "model": True,
        "Slack": True,
    }

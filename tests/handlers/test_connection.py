"""HTTP mode: Slack posts to us, and only Slack."""

import asyncio
import json
import time
from urllib.parse import urlencode

import httpx
import pytest
from slack_sdk.signature import SignatureVerifier

from handlers.connection import build_app, http_app, web_client
from store import open_store
from tests.handlers.articles import fill
from tests.handlers.conftest import context_on

SECRET = "signing-secret"
COMMAND = {
    "command": "/alliance",
    "text": "latest 1",
    "user_id": "U0HANA",
    "channel_id": "C0DESK",
    "team_id": "T0PREVIEW",
    "response_url": "http://127.0.0.1:9/unused",
}


def client_of(preview):
    return web_client(preview.bot_token, preview.api_url)


@pytest.fixture
def app(preview, tmp_path):
    path = tmp_path / "alliance.db"
    with open_store(path) as db:
        fill(db, 2)
    return http_app(build_app(client_of(preview), context_on(path), SECRET))


def request(app, method, path, **sent):
    async def send():
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://bot") as client:
            return await client.request(method, path, **sent)

    return asyncio.run(send())


def post(app, body, kind, secret=SECRET, at=None):
    stamp = str(int(at or time.time()))
    signature = SignatureVerifier(secret).generate_signature(timestamp=stamp, body=body)
    headers = {
        "content-type": kind,
        "x-slack-request-timestamp": stamp,
        "x-slack-signature": signature,
    }
    return request(app, "POST", "/slack/events", content=body, headers=headers)


def post_command(app, **changed):
    return post(app, urlencode(COMMAND), "application/x-www-form-urlencoded", **changed)


def test_a_signed_command_is_answered(app, preview):
    assert post_command(app).status_code == 200
    (headline,) = preview.wait_for_messages("alliance-desk")
    assert headline.text.startswith("*Latest*")


@pytest.mark.parametrize("changed", [{"secret": "another"}, {"at": time.time() - 600}])
def test_a_forged_or_old_request_is_refused(app, changed):
    assert post_command(app, **changed).status_code == 401


def test_slack_can_verify_the_address(app):
    body = json.dumps({"type": "url_verification", "challenge": "abc"})
    answer = post(app, body, "application/json")
    assert answer.json() == {"challenge": "abc"}


def test_health_needs_no_signature(app):
    assert request(app, "GET", "/health").text == "ok"


def test_without_a_signing_secret_all_requests_are_refused(preview, tmp_path):
    app = http_app(build_app(client_of(preview), context_on(tmp_path / "a.db")))
    assert post_command(app).status_code == 401

"""The preview is for this machine and its own page only."""

import socket

import httpx
import pytest

from preview.errors import PreviewError
from preview.server import PreviewServer, serve


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "127.0.0.1.evil.example"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
    ],
)
@pytest.mark.parametrize("path", ["/", "/client/changes", "/api/auth.test", "/link/"])
def test_other_sites_are_turned_away(preview, path, headers):
    assert httpx.get(preview.url + path, headers=headers).status_code == 403


def test_the_page_may_not_be_framed_or_run_foreign_scripts(preview):
    policy = httpx.get(preview.url).headers["content-security-policy"]
    assert "frame-ancestors 'none'" in policy
    assert "script-src 'self';" in policy


def test_acts_come_as_json_only(preview):
    body = '{"act": "say", "as": "U0HANA", "channel": "C0DESK", "text": "x"}'
    plain = httpx.post(f"{preview.url}/client/act", content=body)
    assert plain.status_code == 415
    own = {"Origin": preview.url, "Content-Type": "application/json"}
    assert httpx.post(f"{preview.url}/client/act", content=body, headers=own).status_code == 200


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"act": "say", "as": "U0HANA", "channel": "C404", "text": "x"}, "no channel"),
        ({"act": "say", "as": "U0GRETA", "channel": "C0SECRET", "text": "x"}, "is not in"),
        ({"act": "say", "as": "U0HANA", "channel": "C0OLD", "text": "x"}, "archived"),
        ({"act": "say", "as": "U404", "channel": "C0DESK", "text": "x"}, "no user"),
        ({"act": "dance", "as": "U0HANA"}, "not understood"),
        ([], "not understood"),
    ],
)
def test_an_act_that_cannot_be_says_why(preview, body, words):
    answer = httpx.post(f"{preview.url}/client/act", json=body)
    assert answer.status_code == 400
    assert words in answer.json()["error"]


def test_messages_can_be_waited_for_from_another_process(preview, client):
    client.chat_postMessage(channel="C0DESK", text="posted")
    asked = {"channel": "C0DESK", "count": 1, "wait": 5}
    answer = httpx.get(f"{preview.url}/client/messages.json", params=asked).json()
    assert answer["messages"][-1]["text"] == "posted"
    later = {**asked, "after": answer["serial"], "wait": 0}
    nothing = httpx.get(f"{preview.url}/client/messages.json", params=later).json()
    assert nothing["messages"] == []


def test_listens_on_loopback_only(preview):
    port = int(preview.url.rpartition(":")[2])
    others = {entry[4][0] for entry in socket.getaddrinfo(socket.gethostname(), None)}
    for address in others - {"127.0.0.1", "::1"}:
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        with socket.socket(family) as attempt, pytest.raises(OSError):  # noqa: PT011
            attempt.connect((address, port))


def test_a_taken_port_is_said_so(preview):
    port = int(preview.url.rpartition(":")[2])
    with pytest.raises(PreviewError, match=f"port {port} is taken"), PreviewServer(port):
        pass


def test_serve_calls_back_with_tokens_and_ends_when_stopped():
    seen = []

    def ready(preview):
        seen.append(preview.environment)
        preview.stop()

    serve(ready=ready)
    assert seen[0]["SLACK_API_URL"].startswith("http://127.0.0.1:")
    assert seen[0]["SLACK_BOT_TOKEN"].startswith("xoxb-")


def test_a_missing_manifest_is_said_so(tmp_path):
    with pytest.raises(PreviewError, match="cannot read the manifest"):
        PreviewServer(manifest=tmp_path / "manifest.json")

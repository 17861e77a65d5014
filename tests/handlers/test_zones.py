from datetime import UTC, datetime

from handlers.connection import web_client
from handlers.zones import KEPT_FOR, Zones

NOW = datetime(2025, 2, 7, tzinfo=UTC)


def test_each_reader_has_the_zone_that_slack_knows_asked_once_in_a_while(preview):
    client, zones = web_client(preview.bot_token, preview.api_url), Zones()
    assert zones.of(client, "U0HANA", NOW) == "Asia/Tokyo"
    assert zones.of(client, "U0HANA", NOW) == "Asia/Tokyo"
    assert zones.of(client, "U0DANIEL", NOW) == "America/New_York"
    assert len(preview.wait_for_call("users.info", 2)) == 2
    zones.of(client, "U0HANA", NOW + KEPT_FOR)
    assert len(preview.wait_for_call("users.info", 3)) == 3


def test_where_slack_does_not_tell_it_is_the_default(preview):
    client = web_client(preview.bot_token, preview.api_url)
    preview.faults.fail("users.info", "user_not_found")
    assert Zones("Asia/Tokyo").of(client, "U0HANA", NOW) == "Asia/Tokyo"


def test_an_unknown_zone_is_the_default(preview):
    client = web_client(preview.bot_token, preview.api_url)
    preview.workspace.user("hana").tz = "Atlantis/Central"
    assert Zones().of(client, "U0HANA", NOW) == "UTC"

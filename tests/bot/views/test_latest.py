import json

from bot.views.latest import latest_reply
from tests.bot.views.records import stored_meeting, stored_quote


def buttons(message):
    return [
        element
        for block in message.blocks
        if block["type"] == "actions"
        for element in block["elements"]
    ]


def test_a_headline_and_a_page_of_each():
    reply = latest_reply([stored_meeting(1)], [stored_quote(1), stored_quote(2)], 5)
    assert reply.headline.text == "*Latest*: 1 meeting, 2 quotes, up to 8 Feb 2025"
    _, met, said = reply.headline.blocks[0]["text"]["text"].split("\n")
    assert met.startswith("Aiko Mori and Dana Vance-Hill · *● Held* · Fri 7 Feb 2025")
    assert said == "Aiko Mori: “We will deepen our cooperation.”"
    meetings, quotes = (message.text for message in reply.thread)
    assert meetings.startswith("*Meetings*\n*Aiko Mori* (Foreign Minister, Japan) and")
    assert quotes.startswith("*Quotes*\n*Aiko Mori* (Foreign Minister, Japan)\n>“We will")
    assert not any(buttons(message) for message in reply.thread)


def test_five_items_a_message_and_a_button_on_the_last():
    quotes = [stored_quote(number) for number in range(20, 8, -1)]
    first, second = latest_reply([], quotes, 10).thread
    assert not buttons(first)
    (older,) = buttons(second)
    assert older["text"]["text"] == "Older quotes"
    assert json.loads(older["value"]) == {"ask": "quotes", "page": "11"}


def test_the_button_for_older_meetings_knows_where_the_page_ended():
    meetings = [stored_meeting(number) for number in range(9, 3, -1)]
    (page,) = latest_reply(meetings, [], 5).thread
    (older,) = buttons(page)
    assert json.loads(older["value"]) == {"ask": "meetings", "page": "2025-02-08 5"}


def test_an_empty_store_says_what_to_do():
    reply = latest_reply([], [], 5)
    assert reply.only_asker
    assert "./run ingest" in reply.headline.text

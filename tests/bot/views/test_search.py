import json

from bot.search import SearchResult
from bot.views.search import search_reply
from tests.bot.views.records import stored_meeting, stored_quote


def texts(message):
    return [
        part["text"]
        for block in message.blocks
        for part in [block.get("text"), *block.get("elements", [])]
        if part and part["type"] == "mrkdwn"
    ]


def values(message):
    return [
        part["value"]
        for block in message.blocks
        if block["type"] == "actions"
        for part in block["elements"]
    ]


def test_quotes_and_meetings_come_in_the_order_of_their_rank():
    reply = search_reply(
        SearchResult(found=(stored_quote(), stored_meeting())), "search", "mori talks"
    )
    assert reply.headline.text == "*Search* “mori talks”: 2 found"
    (page,) = reply.thread
    title, quote, _, meeting, *_ = texts(page)
    assert title == "*Best matches*"
    assert "“We will deepen our cooperation.”" in quote
    assert "*● Held*" in meeting
    assert not reply.only_asker


def test_more_asks_for_the_same_words_at_the_next_page():
    result = SearchResult(found=(stored_quote(),), more="5.17")
    reply = search_reply(result, "quotes", "mori talks")
    assert json.loads(values(reply.thread[-1])[0]) == {"ask": "quotes mori talks", "page": "5.17"}


def test_a_word_taken_for_another_is_said_with_the_way_back():
    shown = (("moir", "Mori"), ("tlaks", "talks"))
    result = SearchResult(found=(stored_quote(),), shown=shown, literal='"moir" "tlaks"')
    headline = search_reply(result, "search", "moir tlaks").headline
    assert "Showing *Mori* for “moir” and *talks* for “tlaks”." in texts(headline)
    assert values(headline) == ['search "moir" "tlaks"']


def test_what_was_not_understood_is_said_and_the_rest_answered():
    note = "I don't know the place “<atlantis>”; try for example in:tokyo."
    headline = search_reply(
        SearchResult(found=(stored_quote(),), notes=(note,)), "search", "x"
    ).headline
    assert texts(headline)[1] == note.replace("<", "&lt;").replace(">", "&gt;")


def test_where_nothing_fits_the_asker_gets_the_nearest_and_what_spoiled_it():
    result = SearchResult(nearest=(stored_meeting(),), spoiled="zebras")
    reply = search_reply(result, "search", "mori zebras")
    assert reply.only_asker
    assert reply.headline.text == ("Nothing fits “mori zebras”; without “zebras” something would.")
    assert texts(reply.thread[0])[0] == "*Nearest*"

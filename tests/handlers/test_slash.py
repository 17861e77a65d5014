"""`/alliance` in a workspace: headline, thread, and what happens where the bot can't post."""

from handlers.connection import LISTENERS_AT_ONCE
from tests.handlers.articles import fill

DESK = "alliance-desk"


def words(message):
    return "\n".join(
        block["text"]["text"] for block in message.blocks if block["type"] in ("section", "header")
    )


def test_the_headline_is_in_the_channel_and_the_details_in_its_thread(bot):
    bot.command(DESK, "/alliance latest 2")
    (headline,) = bot.seen(DESK)
    assert headline.text == "*Latest*: 2 meetings, 2 quotes, up to 26 Mar 2025"
    meetings, quotes = bot.seen(DESK, 2, thread=headline)
    assert "*● Held* · Wed 26 Mar 2025 · Tokyo · in person" in words(meetings)
    assert "“Round 84 of our talks went well &amp; nobody shouted" in words(quotes)
    assert headline.unfurl == {"links": False, "media": False}


def test_more_adds_the_next_page_to_the_thread_and_takes_the_button_away(bot):
    bot.command(DESK, "/alliance meetings")
    (headline,) = bot.seen(DESK)
    (first,) = bot.seen(DESK, 1, thread=headline)
    with bot.store() as db:
        fill(db, 2, first=30)  # new articles must not shift the pages
    bot.preview.wait_finished(bot.hana.click(first, "more"))
    _, second = bot.seen(DESK, 2, thread=headline)
    shown = [f"round {7 * number} " in words(second) for number in range(1, 13)]
    assert shown == [False] * 2 + [True] * 5 + [False] * 5
    bot.preview.wait_for_call("chat.update")
    (first, second) = bot.seen(DESK, 2, thread=headline)
    assert [block["type"] for block in first.blocks].count("actions") == 0
    assert second.blocks[-1]["type"] == "actions"


def test_two_clicks_on_one_button_add_one_page(bot):
    bot.command(DESK, "/alliance quotes")
    (headline,) = bot.seen(DESK)
    (first,) = bot.seen(DESK, 1, thread=headline)
    daniel = bot.preview.person("daniel")
    clicks = [person.click(first, "more") for person in (bot.hana, daniel)]
    for click in clicks:
        bot.preview.wait_finished(click)
    bot.preview.wait_for_call("chat.update")
    bot.command(DESK, "/alliance latest 1")  # answered after both clicks were
    bot.seen(DESK, 2)
    assert len(bot.seen(DESK, 2, thread=headline)) == 2


def test_help_is_for_the_asker_only(bot):
    bot.command(DESK, "/alliance")
    (help_,) = bot.seen(DESK)
    assert help_.only_for == bot.hana.user.id
    assert "`/alliance latest [n]`" in words(help_)


def test_an_unknown_subcommand_gets_a_button_for_what_was_meant(bot):
    bot.command(DESK, "/alliance latset 1")
    (question,) = bot.seen(DESK)
    assert question.only_for == bot.hana.user.id
    assert "Did you mean `/alliance latest 1`" in words(question)
    bot.preview.wait_finished(bot.hana.click(question, "run-0"))
    shown = bot.seen(DESK, 2)
    assert shown[1].text.startswith("*Latest*: 1 meeting, 1 quote")
    assert shown[1].only_for is None


def test_where_the_bot_is_no_member_only_the_asker_sees_reason_and_answer(bot):
    bot.command("no-bot-here", "/alliance latest 1")
    (answer,) = bot.seen("no-bot-here")
    assert answer.only_for == bot.hana.user.id
    assert "/invite @alliance" in words(answer)
    assert "Round 84 of our talks" in words(answer)


def test_between_two_people_the_asker_alone_is_answered_with_pages_too(bot):
    bot.command("dm-U0HANA-U0DANIEL", "/alliance quotes")
    (answer,) = bot.seen("dm-U0HANA-U0DANIEL")
    assert "I can't see this conversation" in words(answer)
    bot.preview.wait_finished(bot.hana.click(answer, "more"))
    (_, page) = bot.seen("dm-U0HANA-U0DANIEL", 2)
    assert page.only_for == bot.hana.user.id
    assert "Round 49 of our talks" in words(page)


def test_what_cannot_be_shown_in_an_archived_channel_comes_as_a_direct_message(bot):
    bot.preview.archive(DESK)
    bot.command(DESK, "/alliance latest 1")
    (answer,) = bot.seen(bot.hana.direct_channel.id)
    assert words(answer).startswith("This channel is archived")


def test_a_rate_limit_is_waited_for(bot):
    bot.preview.faults.fail("chat.postMessage", retry_after=1)
    bot.command(DESK, "/alliance latest 1")
    assert bot.seen(DESK)[0].text.startswith("*Latest*")


def test_a_bad_number_is_explained(bot):
    bot.command(DESK, "/alliance latest many")
    (answer,) = bot.seen(DESK)
    assert answer.only_for
    assert "“many” is not a number from 1 to 25" in answer.text


def test_a_command_is_acknowledged_while_every_listener_waits_for_slack(bot):
    holds = [bot.preview.faults.hold("chat.postMessage") for _ in range(LISTENERS_AT_ONCE)]
    for _ in holds:
        bot.hana.command(DESK, "/alliance latest 1")
    for hold in holds:
        assert hold.reached.wait(10)
    late = bot.hana.command("general", "/alliance latest 1")
    assert late.acked.wait(2)
    for hold in holds:
        hold.release()
    assert bot.seen("general")[0].text.startswith("*Latest*")


def test_while_slack_does_not_tell_zones_answers_still_come(bot):
    bot.preview.faults.fail("users.info", status=500, times=5)
    bot.command(DESK, "/alliance latest 1")
    assert bot.seen(DESK)[0].text.startswith("*Latest*")

"""Mentions and direct messages: answered where they were asked, each once."""

DESK = "alliance-desk"


def test_a_mention_is_answered_in_its_own_thread(bot):
    asked = bot.hana.mention(DESK, "latest 1")
    headline, *pages = bot.seen(DESK, 3, thread=asked)
    assert headline.text.startswith("*Latest*: 1 meeting, 1 quote")
    assert len(pages) == 2


def test_a_mention_inside_a_thread_is_answered_there(bot):
    first = bot.preview.person("daniel").say(DESK, "Has anybody seen the readout?")
    bot.hana.mention(DESK, "meetings", thread=first.ts)
    headline, page = bot.seen(DESK, 2, thread=first)
    assert headline.text.startswith("*Latest*: 5 meetings")
    assert page.blocks[-1]["type"] == "actions"


def test_a_bare_mention_gets_help_that_only_the_asker_sees(bot):
    asked = bot.hana.mention(DESK, "")
    (help_,) = bot.seen(DESK, 1, thread=asked)
    assert help_.only_for == bot.hana.user.id


def test_a_direct_message_needs_no_mention(bot):
    bot.hana.direct("latest 1")
    (headline,) = bot.seen(bot.hana.direct_channel.id)
    assert headline.text.startswith("*Latest*: 1 meeting, 1 quote")
    assert len(bot.seen(bot.hana.direct_channel.id, 2, thread=headline)) == 2


def test_a_direct_message_gets_help_too(bot):
    bot.hana.direct("help latest")
    (help_,) = bot.seen(bot.hana.direct_channel.id)
    assert help_.text.startswith("/alliance latest [n]")


def test_an_event_that_is_delivered_twice_is_answered_once(bot):
    asked = bot.hana.mention(DESK, "latest 1")
    bot.seen(DESK, 3, thread=asked)
    bot.redeliver()
    bot.hana.mention(DESK, "meetings", thread=asked.ts)
    shown = bot.seen(DESK, 5, thread=asked)
    assert [message.text.startswith("*Latest*") for message in shown] == [
        True, False, False, True, False,
    ]  # fmt: skip


def test_a_mention_puts_nothing_into_the_channel_itself(bot):
    asked = bot.hana.mention(DESK, "latest 1")
    posted = bot.preview.wait_for_call("chat.postMessage", 3)
    assert {call.args.get("thread_ts") for call in posted} == {asked.ts}

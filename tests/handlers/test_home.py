"""The Home tab."""


def test_home_shows_help_and_what_is_new(bot):
    bot.preview.wait_finished(bot.hana.open_home())
    bot.preview.wait_for_call("views.publish")
    shown = str(bot.hana.home.content["blocks"])
    assert "`/alliance latest [n]`" in shown
    assert "Latest meetings" in shown
    assert "Round 84 of our talks" in shown


def test_home_lists_what_the_reader_asked_for(bot):
    bot.command("alliance-desk", "/alliance follow mori")
    bot.seen("alliance-desk")
    bot.preview.wait_finished(bot.hana.open_home())
    bot.preview.wait_for_call("views.publish")
    assert "“mori”" in str(bot.hana.home.content["blocks"])
    bot.preview.wait_finished(bot.preview.person("daniel").open_home())
    bot.preview.wait_for_call("views.publish", 2)
    assert "“mori”" not in str(bot.preview.person("daniel").home.content["blocks"])


def test_a_button_on_home_answers_in_direct_messages(bot):
    bot.preview.wait_finished(bot.hana.open_home())
    bot.preview.wait_for_call("views.publish")
    bot.preview.wait_finished(bot.hana.click_in_view(bot.hana.home, "run-0"))
    (headline,) = bot.seen(bot.hana.direct_channel.id)
    assert headline.text.startswith("*Latest*")
    assert len(bot.seen(bot.hana.direct_channel.id, 2, thread=headline)) == 2

"""Search in Slack: words, free words, pages, and what is said where nothing fits."""

import pytest

from tests.handlers.test_slash import DESK, words


def test_misspelt_words_find_and_say_what_they_were_taken_for(bot):
    bot.command(DESK, "/alliance search round 84 shuoted")
    (headline,) = bot.seen(DESK)
    assert "Showing *shouted* for “shuoted”." in str(headline.blocks)
    (page,) = bot.seen(DESK, 1, thread=headline)
    assert "Round 84 of our talks" in words(page)


def test_free_words_are_a_search(bot):
    bot.command(DESK, "/alliance mori in tokyo")
    (headline,) = bot.seen(DESK)
    assert headline.text.startswith("*Search* “mori in tokyo”")


def test_quotes_and_meetings_search_among_their_own(bot):
    bot.command(DESK, "/alliance quotes round 84")
    bot.command(DESK, "/alliance meetings round 84")
    shown = {message.text[:7]: message for message in bot.seen(DESK, 2)}
    (quotes,) = bot.seen(DESK, 1, thread=shown["*Quotes"])
    (meetings,) = bot.seen(DESK, 1, thread=shown["*Meetin"])
    assert "● Held" not in words(quotes)
    assert "“Round" not in words(meetings)


def test_more_results_are_others_than_the_first(bot):
    bot.command(DESK, "/alliance quotes mori")
    (headline,) = bot.seen(DESK)
    (first,) = bot.seen(DESK, 1, thread=headline)
    bot.preview.wait_finished(bot.hana.click(first, "more"))
    first, second = bot.seen(DESK, 2, thread=headline)
    shown = [
        {n for n in range(1, 13) if f"Round {7 * n} " in words(message)}
        for message in (first, second)
    ]
    assert [len(numbers) for numbers in shown] == [5, 5]
    assert not shown[0] & shown[1]


def test_where_nothing_fits_only_the_asker_hears_of_it(bot):
    bot.command(DESK, "/alliance search mori zebrastripes")
    (answer,) = bot.seen(DESK)
    assert answer.only_for == bot.hana.user.id
    assert "Nothing fits “mori zebrastripes”" in words(answer)


@pytest.mark.parametrize("line", ["/alliance search", "/alliance 🇯🇵 🤝"])
def test_search_without_words_shows_how(bot, line):
    bot.command(DESK, line)
    (help_,) = bot.seen(DESK)
    assert "`/alliance search &lt;words&gt;`" in words(help_)


def test_the_shortcut_on_a_message_finds_who_said_it(bot):
    said = 'Who was it, by: whom? “round 35 of our talks - went well”, on a "side note".'
    message = bot.preview.person("daniel").say(DESK, said)
    bot.preview.wait_finished(bot.hana.message_shortcut(message, "who_said_this"))
    (answer,) = bot.seen(DESK)
    assert answer.only_for == bot.hana.user.id
    assert "Round 35 of our talks" in words(answer)

from bot.reply import Message, Reply
from bot.views.blocks import actions, button, context, divider, escape, message, section
from bot.views.plain import plain


def test_prints_what_slack_would_show():
    headline = message("*Latest*: 1 quote", section("*Latest*: 1 quote"))
    page = message(
        "Quotes",
        section(f"*Aiko Mori* (Foreign Minister, Japan)\n>“{escape('Trade & <security>')}”"),
        context("<https://example.org/a?b=1&amp;c=2|Example Times>, 7 Feb 2025"),
        divider(),
        actions(button("Older quotes", "more", "x"), button("As typed", "run-0", 'search "moir"')),
    )
    assert plain(Reply(headline, (page,))) == (
        "Latest: 1 quote\n\n"
        "Aiko Mori (Foreign Minister, Japan)\n"
        "  “Trade & <security>”\n"
        "  Example Times <https://example.org/a?b=1&c=2>, 7 Feb 2025\n"
        "\n"
        "[Older quotes]  → ./run ask 'search \"moir\"'\n"
    )


def test_a_message_without_blocks_prints_its_text():
    shown = plain(Reply(Message("at <!date^1^{time}|09:30 UTC>, ask `/alliance help`")))
    assert shown == "at 09:30 UTC, ask /alliance help\n"

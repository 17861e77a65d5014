from datetime import time

from bot.kept import SubscriptionKind
from store.subscriptions import subscriptions

DESK = "alliance-desk"


def open_form(bot, channel=DESK):
    bot.command(channel, "/alliance digest")
    offer = bot.seen(channel)[-1]
    bot.preview.wait_finished(bot.hana.click(offer, "open-digest-form"))
    bot.preview.workspace.wait_for(lambda: bot.hana.modal)


def kept(bot):
    with bot.store() as db:
        return subscriptions(db, SubscriptionKind.DIGEST)


def test_the_form_sets_a_digest_with_what_was_chosen(bot):
    open_form(bot)
    chosen = {
        "time": "07:30",
        "zone": "America/New_York",
        "days": "weekdays",
        "about": "deterrence",
        "quiet": "nothing",
    }
    bot.preview.wait_finished(bot.hana.submit(**chosen))
    confirmed = bot.seen(DESK, 2)[-1]
    assert "weekdays at 07:30 America/New_York, about “deterrence”" in confirmed.text
    (one,) = kept(bot)
    assert (one.channel, one.asked_by) == ("C0DESK", "U0HANA")
    assert (one.schedule.at, one.schedule.zone) == (time(7, 30), "America/New_York")
    assert (one.query, one.skip_quiet) == ("deterrence", True)


def test_the_form_stands_ready_with_channel_time_and_the_askers_zone(bot):
    open_form(bot)
    bot.preview.wait_finished(bot.hana.submit())
    bot.seen(DESK, 2)
    (one,) = kept(bot)
    assert (one.channel, one.schedule.at, one.schedule.zone) == ("C0DESK", time(9), "Asia/Tokyo")


def test_a_channel_without_the_bot_is_set_and_its_asker_told_to_invite_it(bot):
    open_form(bot)
    bot.preview.wait_finished(bot.hana.submit(channel="C0NOBOT"))
    direct = bot.hana.direct_channel.id
    confirmed, reason = bot.seen(direct, 2)
    assert confirmed.text.startswith("*Digest set*")
    assert "invite me" in reason.text
    assert [one.channel for one in kept(bot)] == ["C0NOBOT"]

from dataclasses import replace
from datetime import date, timedelta

from bot.digest import Change, Digest, Figures, Planned, Window
from bot.models import DateSpan, Party, Precision, Status
from bot.reply import Reply
from bot.views.digest import digest_reply, meeting_line, sources
from preview.blocks import is_too_long, message_problems
from tests.bot.views.records import meeting, source, stored_meeting, stored_quote

DAY = date(2025, 2, 7)
HOSTILE = Party(name="<!channel> *A* & `b`", office="<http://x|Minister>")


def digest(**parts):
    window = Window(since=parts.pop("since", DAY - timedelta(days=1)), day=DAY)
    figures = Figures(articles=12, outlets=1, quotes=31, meetings=4)
    empty = {"about": "", "held": (), "planned": (), "quotes": (), "coming": ()}
    return Digest(window=window, figures=figures, **(empty | parts))


def shown(reply: Reply) -> str:
    return "\n".join(str(message.blocks) for message in reply.messages)


def on(day):
    return DateSpan(start=day, end=day, precision=Precision.DAY)


def test_a_quiet_day_is_one_line_with_what_comes_next():
    planned = stored_meeting(now=meeting(Status.PLANNED, date=on(DAY + timedelta(days=2))))
    reply = digest_reply(digest(coming=(planned,)))
    assert reply.thread == ()
    line, ahead = reply.headline.blocks
    assert (
        line["text"]["text"]
        == "*Quiet.* Nothing new on the beat, Fri 7 Feb 2025 (12 articles read)."
    )
    assert "Sun 9 Feb" in str(ahead)


def test_the_channel_gets_the_headline_and_the_thread_the_details():
    reply = digest_reply(digest(held=(stored_meeting(),), quotes=(stored_quote(),)))
    assert reply.headline.text == "Digest, Fri 7 Feb 2025: 1 held, 1 quote"
    assert reply.headline.blocks[0]["type"] == "header"
    assert "12 articles from 1 outlet" in str(reply.headline.blocks[-1])
    (thread,) = reply.thread
    titles = [b["text"]["text"] for b in thread.blocks if b["type"] == "section"]
    assert [title for title in titles if title in ("*Held*", "*Said*")] == ["*Held*", "*Said*"]


def test_what_is_new_about_a_plan_is_said():
    kept = stored_meeting(now=meeting(Status.PLANNED))
    moved = Planned(meeting=kept, change=Change.MOVED, was=on(date(2025, 2, 3)))
    reply = digest_reply(digest(planned=(moved,)))
    assert "_moved from 3 Feb 2025_" in shown(reply)
    assert "_Moved from 3 Feb 2025_" in str(reply.thread)


def test_a_week_is_named_by_its_days_and_a_subject_by_its_words():
    reply = digest_reply(digest(since=DAY - timedelta(days=7), held=(stored_meeting(),)))
    assert reply.headline.text.startswith("The week, 1–7 Feb 2025")
    reply = digest_reply(digest(about="trade", held=(stored_meeting(),)))
    assert reply.headline.text.startswith("Digest on trade, ")


def test_several_outlets_are_one_link_and_a_number():
    found = [source(n, outlet=name) for n, name in enumerate(("Kanto Times", "Post", "Post"))]
    assert sources(found).endswith("|Kanto Times> +1")
    assert sources([]) == ""


def test_the_year_is_left_out_where_the_reader_knows_it():
    kept = stored_meeting(now=meeting(date=on(DAY)))
    assert "Fri 7 Feb 2025" in meeting_line(kept)
    assert "Fri 7 Feb ·" in meeting_line(kept, 2025)
    assert "Fri 7 Feb 2025" in meeting_line(kept, 2026)


def test_text_from_articles_is_shown_as_it_is_and_any_length_is_within_slacks_limits():
    hostile = meeting(participants=(HOSTILE,) * 12)
    many = tuple(replace(stored_meeting(n, now=hostile), id=n) for n in range(60))
    planned = tuple(Planned(meeting=kept, change=Change.NEW) for kept in many)
    quotes = tuple(stored_quote(n, text="<!here> " + "words " * 900) for n in range(5))
    reply = digest_reply(
        digest(about="<!channel>" * 20, held=many, planned=planned, quotes=quotes, coming=many)
    )
    for message in reply.messages:
        marked = [block for block in message.blocks if block["type"] != "header"]
        assert "<!" not in message.text + str(marked)
        assert message_problems(list(message.blocks)) == []
        assert not is_too_long(list(message.blocks))

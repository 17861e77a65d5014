import itertools
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.beat import load_beat
from bot.models import Article, DateOrigin
from bot.reading.page import Zone, read_page
from bot.reading.published import month_published

BEAT = load_beat()


def read(text, **known):
    return read_page(Article(id="a", text=text, **known), BEAT)


def zones(text):
    return {p.text: p.zone for p in read(text).paragraphs}


NEWSPAPER = """Governor, Envoy Agree to Reopen Harbour Road
Governor Ana Ruiz, right, shakes hands with Envoy Bo Lind at the town hall on Tuesday.
14:34 JST, March 5, 2024
Governor Ana Ruiz met Envoy Bo Lind at the town hall on Tuesday and agreed to reopen the road.
“It is time,” Ruiz said.
"Politics" POPULAR ARTICLE
-
Council Eyes New Bridge over the Ruby River, Engineers Say It Would Take Four Years or More to Build
JN ACCESS RANKING
-
Record Snow Falls on Harbour Road
"""


def test_a_newspaper_page_keeps_its_story_and_drops_rankings():
    found = zones(NEWSPAPER)
    assert list(found.values()) == [
        Zone.HEADLINE,
        Zone.CAPTION,
        Zone.DATELINE,
        Zone.BODY,
        Zone.BODY,
    ]
    page = read(NEWSPAPER)
    assert page.article.title == "Governor, Envoy Agree to Reopen Harbour Road"
    assert page.article.published == date(2024, 3, 5)
    assert page.article.published_origin is DateOrigin.DATELINE
    assert page.article.published_at.utcoffset() == timedelta(hours=9)
    assert page.article.published_at.hour == 14


def test_wrapped_lines_make_one_paragraph():
    text = (
        "Readout of the Call\n \n"
        "The President spoke today with the Prime Minister of the neighbouring\n"
        "country and thanked her for the hospitality that her people had shown\n"
        "to the delegation during the whole of the visit. They agreed to speak\n"
        "again.\n\n"
        "The leaders also discussed the harbour, and they confirmed that it is\n"
        "to be opened to all ships.\n"
    )
    bodies = [p for p in read(text).paragraphs if p.zone is Zone.BODY]
    assert [p.text.split()[-1] for p in bodies] == ["again.", "ships."]


def test_a_link_box_within_a_story_does_not_end_it():
    line = "The ministers met on Monday and spoke about the harbour for about two hours. "
    text = (
        f"Ministers meet\n{line * 3}\nRelated article\nEnvoy to leave\n{line * 2}More.\n{line}End."
    )
    assert [p.zone for p in read(text).paragraphs].count(Zone.BODY) == 3


def test_a_box_to_sign_up_within_a_story_does_not_end_it():
    line = "The ministers met on Monday and spoke about the harbour for about two hours. "
    box = "Sign up for The Courier\nThe week in Bonn\nE-mail address\nSign up\nPlay video\n01:30"
    story = f"Ministers meet\n{line * 3}\n{box}\nHarbour opens\n{line * 2}More.\n{line * 2}End."
    assert [p.zone for p in read(story).paragraphs].count(Zone.BODY) == 3
    end = f"Ministers meet\n{line * 3}\n{box}\nHarbour opens\n{line * 2}"
    assert [p.zone for p in read(end).paragraphs].count(Zone.BODY) == 1


def test_questions_with_answers_are_a_digest():
    text = """Two nations agree
What did they agree on?
The two nations agreed on a road between their capitals, and on who pays for it.
When will it open?
It will open in spring, according to both of their governments and to the builder.
"""
    assert list(zones(text).values())[1:] == [Zone.SUMMARY] * 4


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("16:09 JST, October 3, 2024", date(2024, 10, 3)),
        ("Friday, 29 November 2024 07:20 PM EST", date(2024, 11, 29)),
        ("By    |   Friday, 29 November 2024 07:20 PM EST", date(2024, 11, 29)),
        ("2025/07/23 (Wed) 17:48     [politics]", date(2025, 7, 23)),
        ("Thu, 10 Mar 2022", date(2022, 3, 10)),
        ("Published Sept. 4, 2023 at 9:15 a.m. ET", date(2023, 9, 4)),
        ("Updated 8 Sep 2024", date(2024, 9, 8)),
        ("2025-02-08 09:17:19", date(2025, 2, 8)),
        ("by Ida Lind - 07/02/26 4:37 PM ET", date(2026, 7, 2)),
        ("Published 07/02/2026, 05:12 AM", date(2026, 7, 2)),
        ("02/07/2026 16:37 GMT", date(2026, 7, 2)),
        ("Updated: 2.7.2026", date(2026, 7, 2)),
        ("31/07/2026", date(2026, 7, 31)),
        ("2026-07-02-16-37-12", date(2026, 7, 2)),
        ("2nd of July 2026", date(2026, 7, 2)),
        ("31/31/2026", None),
        ("2024-20-29", None),
        ("6 days ago", None),
        ("The treaty was signed on January 19, 1960, in Washington by both sides", None),
    ],
)
def test_datelines(line, day):
    text = f"Ministers meet in the harbour\n{line}\nThe ministers met at the harbour for talks."
    assert read(text).article.published == day


@pytest.mark.parametrize(
    "title",
    [
        "Press Briefing by Press Secretary Ida Lind, 7/2/2026",
        "Readout of the Envoy's Meeting With Minister Bo Lind | July 2, 2026",
        "Remarks by the Governor at the Harbour (2 July 2026)",
    ],
)
def test_a_title_that_closes_with_its_date(title):
    text = f"{title}\nHarbour Room\nMS. LIND: Good morning. The ministers met at the harbour today."
    assert read(text).article.published == date(2026, 7, 2)


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("Published 4:47 PM EST, Thu July 2, 2026", date(2026, 7, 2)),
        ("By Ida Lind 16:37 JST, July 2, 2026", date(2026, 7, 2)),
        ("By Ida Lind, who wrote of the flood of July 2, 2026,", None),
    ],
)
def test_a_page_pasted_as_one_paragraph(stamp, day):
    story = "The ministers met at the harbour and spoke of the new road for two hours. " * 3
    assert read(f"Ministers meet by the harbour {stamp} {story}").article.published == day


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://x.example/2024/04/11/politics/index.html", date(2024, 4, 11)),
        ("https://x.example/2024/apr/11/ministers", date(2024, 4, 11)),
        ("https://x.example/politics/20250612-263307/", date(2025, 6, 12)),
        ("https://x.example/articles/20260129/p2a/00m/0na/021000c", date(2026, 1, 29)),
        ("https://x.example/eng/news/2025072300881", date(2025, 7, 23)),
        ("https://x.example/Ministers-Meet/15-01-2024-506230", date(2024, 1, 15)),
        ("https://x.example/Ministers-Meet/05-01-2024-506230", None),
        ("https://x.example/articles/2025/02/readout", None),
        ("https://x.example/news/20241399", None),
        ("https://x.example/item/120250101", None),
        ("http://[broken", None),
    ],
)
def test_the_address_tells_the_day(url, day):
    page = read("Ministers meet\nThe ministers met at the harbour.", url=url)
    assert page.article.published == day
    assert page.article.published_origin is (DateOrigin.URL if day else None)


@pytest.mark.parametrize(
    ("url", "month"),
    [
        ("https://x.example/articles/2025/02/readout/", (2025, 2)),
        ("https://x.example/articles/2025/13/readout/", None),
        ("https://x.example/articles/readout/", None),
        (None, None),
    ],
)
def test_the_address_may_tell_the_month_only(url, month):
    found = month_published(url)
    assert (found and (found.start.year, found.start.month)) == month


def test_a_wire_dateline_takes_its_year_from_the_address():
    text = "Ministers meet\nWASHINGTON, Dec 31 (Reuters) - The ministers met at the harbour."
    page = read(text, url="https://x.example/world/talks-2025-01-01/")
    assert page.article.published == date(2024, 12, 31)
    assert page.article.published_origin is DateOrigin.DATELINE


def test_a_day_without_a_year_needs_officials_that_leave_one_year():
    text = (
        "Pact signed\nJuly 8\nForeign Minister Yoko Kamikawa signed the pact on Monday in Manila."
    )
    page = read(text)
    assert page.article.published == date(2024, 7, 8)
    assert page.article.published_origin is DateOrigin.GUESS
    assert read(text.replace("Yoko Kamikawa", "Ada Lund")).article.published is None


def _post(at):
    """Number a post as X does: milliseconds since its epoch, above 22 other bits."""
    return ((int(at.timestamp() * 1000) - 1_288_834_974_657) << 22) + 4242


def test_where_the_address_tells_only_the_month_the_latest_linked_post_tells_the_day():
    posts = [_post(datetime(2025, 8, day, 15, tzinfo=UTC)) for day in (17, 19)]
    links = "\n".join(f"[Ada Lund](https://x.com/adalund/status/{post}): yes" for post in posts)
    text = f"Summit hailed\nThe summit yesterday was praised.\n{links}"
    page = read(text, url="https://x.example/articles/2025/08/summit-hailed/")
    assert page.article.published == date(2025, 8, 19)
    assert page.article.published_origin is DateOrigin.GUESS
    for other in ("https://x.example/articles/2025/09/summit-hailed/", "https://x.example/hailed"):
        assert read(text, url=other).article.published is None


def test_what_the_source_states_outranks_the_page():
    stated = date(2024, 3, 6)
    page = read(NEWSPAPER, published=stated, published_origin=DateOrigin.METADATA)
    assert page.article.published == stated


def test_front_matter_in_the_text_is_metadata_and_no_paragraph():
    text = (
        "---\ntitle: Call\ndate: 2022-03-03\nurl: https://www.whitehouse.gov/x\n---\n\nThey spoke."
    )
    page = read(text)
    assert [p.text for p in page.paragraphs] == ["They spoke."]
    assert (page.article.title, page.article.published) == ("Call", date(2022, 3, 3))
    assert page.article.outlet == "White House"


WORDS = st.sampled_from(NEWSPAPER.split(" "))


@settings(deadline=None)
@given(
    st.text(max_size=400) | st.lists(st.sampled_from(NEWSPAPER.split()), max_size=80).map(" ".join)
)
def test_paragraphs_are_pieces_of_the_text_in_order(text):
    paragraphs = read(text).paragraphs
    for paragraph in paragraphs:
        assert paragraph.text == text[paragraph.start : paragraph.end]
        assert paragraph.text.strip()
    spans = [(p.start, p.end) for p in paragraphs]
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))


@pytest.mark.parametrize(
    "dateline",
    ["OSLO, June 12, 2025:", "OSLO, June 12, 2025 /FJORD/.", "BODO (Norway), June 12, 2025 (FJD):"],
)
def test_wires_write_their_datelines_in_many_ways(dateline: str) -> None:
    text = f"Ministers meet again\n\n{dateline} The ministers of both countries met on Tuesday.\n"
    assert read(text).article.published == date(2025, 6, 12)


@pytest.mark.parametrize(
    "sentence",
    [
        "By now, Ruiz said she is sure that the road will reopen. Lind has never heard of it.",
        "By contrast, Ruiz predicted that the bridge would be done by June, or July at the latest.",
        "More than half of those asked in the Herald/Ruby poll said that they would use the road.",
    ],
)
def test_a_sentence_is_no_byline_and_no_menu(sentence):
    found = zones(f"Harbour Road to Reopen\nBy Ida Lind\nThe road reopens, Ruiz said.\n{sentence}")
    assert found[sentence] is Zone.BODY
    assert "By Ida Lind" not in found

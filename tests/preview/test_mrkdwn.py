"""mrkdwn as HTML: what Slack shows, and never more markup than we made."""

from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from preview.mrkdwn import Reader, date_text, mrkdwn
from preview.seed import sample_workspace

NOW = datetime(2025, 2, 7, 12, 0, tzinfo=UTC)
WORKSPACE = sample_workspace("Echo", clock=NOW.timestamp)
HANA = Reader(WORKSPACE, WORKSPACE.user("hana"))
OURS = {"strong", "em", "s", "code", "pre", "blockquote", "br", "a", "span", "time"}
ATTRIBUTES = {"href", "target", "rel", "class"}


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*bold* _italic_ ~gone~", "<strong>bold</strong> <em>italic</em> <s>gone</s>"),
        ("2*3*4 snake_case_name", "2*3*4 snake_case_name"),
        ("* not bold *", "* not bold *"),
        ("`*code* <b>`", "<code>*code* &lt;b&gt;</code>"),
        ("```a\n<b>```", "<pre>a\n&lt;b&gt;</pre>"),
        ("> said\n> twice\nthen", "<blockquote>said<br>twice</blockquote>then"),
        ("&gt; said", "<blockquote>said</blockquote>"),
        ("a &amp; b &lt;c&gt;", "a &amp; b &lt;c&gt;"),
        ("R&D <", "R&amp;D &lt;"),
        ("&amp;lt;", "&amp;lt;"),
        ("<!channel>", '<span class="mention loud">@channel</span>'),
        ("<@U0DANIEL>", '<span class="mention">@Daniel Reyes</span>'),
        (":calendar: :nothing:", "📅 :nothing:"),
        ("one\ntwo", "one<br>two"),
    ],
)
def test_shows_what_slack_shows(text, html):
    assert mrkdwn(text, HANA) == html


def test_links_are_web_addresses_only():
    link = mrkdwn("*<https://example.org/?a=1&amp;b=2|The &amp; Times>*", HANA)
    assert 'href="https://example.org/?a=1&amp;b=2"' in link
    assert link.startswith("<strong><a ")
    assert ">The &amp; Times</a>" in link
    assert "<a" not in mrkdwn("<javascript:alert(1)|go>", HANA)


def test_a_quote_mark_cannot_leave_an_attribute():
    assert '"onx=' not in mrkdwn('<https://example.org/"onx="1|x>', HANA)


@pytest.mark.parametrize(
    ("pattern", "shown"),
    [
        ("{date_num}", "2025-02-07"),
        ("{date} at {time}", "February 7th, 2025 at 11:00 PM"),
        ("{date_short_pretty}", "today"),
        ("{date_long}", "Friday, February 7th, 2025"),
        ("{nothing}", "{nothing}"),
    ],
)
def test_dates_stand_in_the_readers_zone(pattern, shown):
    moment = int(NOW.timestamp()) + 2 * 3600
    assert f">{shown}<" in mrkdwn(f"<!date^{moment}^{pattern}|then>", HANA)


def test_an_impossible_date_shows_its_fallback():
    assert mrkdwn("<!date^soon^{date}|some day>", HANA) == "some day"
    assert mrkdwn("<!date^99999999999999^{date}|some day>", HANA) == "some day"


@pytest.mark.parametrize(("day", "written"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th")])
def test_days_have_their_endings(day, written):
    moment = datetime(2025, 3, day, tzinfo=UTC)
    assert date_text("{date}", moment, NOW) == f"March {written}, 2025"


class Tags(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags, self.attributes, self.text = set(), set(), []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data):
        self.text.append(data)


PIECES = st.sampled_from(
    ["<", ">", "&", '"', "'", "|", "*", "_", "~", "`", "```", "\n", "&lt;", "&gt;", "&amp;", "@U",
     "#C", "!date^", "^", "https://", "javascript:", "<img src=x>", "<script>", " onload=",
     "\ue000", "0\ue001", "a", " ", "{date}", "<https://e.org|", "> "]
)  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=5), max_size=25).map("".join))
def test_no_text_becomes_markup_of_its_own(text):
    parsed = Tags()
    parsed.feed(str(mrkdwn(text, HANA)))
    assert parsed.tags <= OURS
    assert parsed.attributes <= ATTRIBUTES

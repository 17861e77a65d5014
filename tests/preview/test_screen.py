"""What the page draws: every block we know, escaped, for the one who looks."""

import pytest

from preview.blocks import with_ids
from preview.methods.views import new_view
from preview.screen import Screen, page_templates
from preview.slack import Slack
from preview.workspace import Message
from tests.preview.test_blocks import FINE, OVERFLOW, actions, field, modal, option, select

EVIL = '"><script>alert(1)</script><b x="'
RICH = [
    {"type": "text", "text": EVIL, "style": {"bold": True}},
    {"type": "link", "url": "javascript:alert(1)", "text": EVIL},
    {"type": "link", "url": f"https://example.org/{EVIL}"},
    {"type": "user", "user_id": "U0HANA"},
    {"type": "channel", "channel_id": EVIL},
    {"type": "emoji", "name": "wave"},
    {"type": "date", "timestamp": 1738900800, "format": "{date_num}"},
]
PICKERS = [
    {"type": "datepicker", "action_id": "d", "initial_date": "2025-02-07"},
    {"type": "timepicker", "action_id": "t"},
    {"type": "radio_buttons", "action_id": "r", "options": [option()], "initial_option": option()},
    {"type": "checkboxes", "action_id": "c", "options": [option("a"), option("b")]},
    {"type": "users_select", "action_id": "u", "initial_user": "U0DANIEL"},
    {"type": "multi_channels_select", "action_id": "m", "initial_channels": ["C0DESK"]},
    {"type": "conversations_select", "action_id": "v"},
    {"type": "number_input", "action_id": "n", "is_decimal_allowed": False},
    {"type": "plain_text_input", "action_id": "p", "multiline": True, "initial_value": EVIL},
]


@pytest.fixture
def slack():
    return Slack()


@pytest.fixture
def screen(slack):
    return Screen(slack, slack.workspace.user("hana"), page_templates())


def drawn(slack, screen, *blocks, text="x", **more):
    numbers = iter(range(1000))
    known = with_ids(list(blocks), lambda: f"id{next(numbers)}")
    message = Message("C0DESK", slack.workspace.new_ts(), slack.bot, text, known, **more)
    slack.workspace.put(message)
    return screen.messages(slack.workspace.channel("alliance-desk"))


@pytest.mark.parametrize(
    "block", [*FINE, actions(select(), OVERFLOW)], ids=lambda block: block["type"]
)
def test_draws_every_block(slack, screen, block):
    assert f"block-{block['type']}" in drawn(slack, screen, block)


def test_hostile_words_stay_words_wherever_they_stand(slack, screen):
    evil_text = {"type": "plain_text", "text": EVIL}
    html = drawn(
        slack,
        screen,
        {"type": "header", "text": evil_text},
        {"type": "section", "text": {"type": "mrkdwn", "text": EVIL}, "fields": [evil_text]},
        {
            "type": "image",
            "image_url": f"https://e.org/{EVIL}",
            "alt_text": EVIL,
            "title": evil_text,
        },
        {"type": "markdown", "text": EVIL},
        actions(
            {
                "type": "button",
                "action_id": EVIL,
                "text": evil_text,
                "url": f"https://e.org/{EVIL}",
            },
            select(options=[{"text": evil_text, "value": EVIL}], action_id=EVIL + "s"),
        ),
        {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": RICH}]},
    )
    assert "<script" not in html
    assert "<b x" not in html
    assert "javascript:" not in html.replace("&lt;javascript:", "")
    assert "2025-02-07" in html


def test_draws_a_modal_with_every_picker(slack, screen):
    numbers = iter(range(1000))
    blocks = with_ids([field(picker) for picker in PICKERS], lambda: f"id{next(numbers)}")
    slack.workspace.modals["U0HANA"] = [new_view(slack.workspace, "U0HANA", modal(*blocks))]
    html = screen.modal()
    assert html.count("data-action=") == len(PICKERS)
    assert '<option value="U0DANIEL" selected>Daniel Reyes</option>' in html
    assert "<script" not in html
    assert 'value="2025-02-07"' in html


def test_without_a_modal_or_home_says_so(screen):
    assert screen.modal() == ""
    assert "has not published a Home tab" in screen.home()


def test_what_is_for_one_is_drawn_for_that_one_only(slack, screen):
    assert "Only visible to you" in drawn(slack, screen, text="psst", only_for="U0HANA")
    daniel = Screen(slack, slack.workspace.user("daniel"), page_templates())
    assert "psst" not in daniel.messages(slack.workspace.channel("alliance-desk"))


def test_times_are_the_readers_own(slack):
    moment = 1_738_900_800.0  # 04:00 UTC
    slack.workspace.clock = lambda: moment
    slack.workspace.put(Message("C0GENERAL", f"{moment:.6f}", "U0DANIEL", "hello"))
    channel = slack.workspace.channel("general")
    shown = {
        name: Screen(slack, slack.workspace.user(name), page_templates()).messages(channel)
        for name in ("hana", "daniel")
    }
    assert "1:00 PM" in shown["hana"]
    assert "11:00 PM" in shown["daniel"]


def test_a_completion_leaves_its_placeholders_out(slack):
    lines = ["/echo latest [n] — the newest", "/echo search <words>", "/echo help"]
    screen = Screen(slack, slack.workspace.user("hana"), page_templates(), lines)
    assert [(one["line"], one["hint"], one["about"]) for one in screen.commands] == [
        ("/echo latest", "[n]", "the newest"),
        ("/echo search", "<words>", ""),
        ("/echo help", "", ""),
    ]

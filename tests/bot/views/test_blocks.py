"""Slack's limits and escaping, for any text."""

import re

from hypothesis import given
from hypothesis import strategies as st
from slack_sdk.models.blocks import ActionsBlock, ButtonElement, HeaderBlock, SectionBlock

from bot.views.blocks import (
    MESSAGE_BLOCKS_MAX,
    MESSAGE_SIZE_MAX,
    actions,
    brief,
    button,
    clip,
    context,
    divider,
    escape,
    header,
    joined,
    link,
    message,
    messages,
    section,
    size,
)

ENTITY = re.compile(r"&(amp|lt|gt);")
items = st.lists(
    st.lists(st.text(max_size=4000).map(section) | st.just(divider()), min_size=1, max_size=6),
    max_size=40,
)


@given(st.text())
def test_escaped_text_holds_no_markup(text):
    shown = escape(text)
    assert not {"<", ">", "\n", "\r"} & set(shown)
    assert "&" not in ENTITY.sub("", shown)


def test_a_channel_wide_mention_becomes_words():
    assert escape("<!channel> & <@U1>") == "&lt;!channel&gt; &amp; &lt;@U1&gt;"


def test_direction_marks_and_control_characters_are_dropped():
    assert escape("held\u202edlrow\x00\x07 talks\n\nin\tTokyo") == "helddlrow talks in Tokyo"


@given(st.text(), st.integers(min_value=1, max_value=200))
def test_cut_text_is_within_the_limit_and_never_breaks_an_entity(text, limit):
    shown = brief(text, limit)
    assert len(shown) <= limit
    assert "&" not in ENTITY.sub("", shown)


def test_a_cut_never_opens_a_link_without_closing_it():
    assert clip("see <https://example.org/a/long/address|The Example> for it", 20) == "see…"


@given(st.text(), st.text())
def test_a_link_has_one_opening_one_bar_and_one_closing(address, label):
    shown = link("https://example.org/" + address, escape(label))
    if shown.startswith("<"):
        assert shown.count("<") == shown.count(">") == shown.count("|") == 1


def test_only_web_addresses_become_links():
    assert link("javascript:alert(1)", "Kyodo") == "Kyodo"
    assert link(None, "Kyodo") == "Kyodo"


@given(items)
def test_messages_keep_every_block_in_order_within_the_limits(groups):
    sent = messages("found", groups)
    assert [block for one in sent for block in one.blocks] == [b for g in groups for b in g]
    for one in sent:
        assert 0 < len(one.blocks) <= MESSAGE_BLOCKS_MAX
        assert sum(map(size, one.blocks)) < MESSAGE_SIZE_MAX or len(one.blocks) == 1


def test_an_item_stays_in_one_message():
    item = [section("words " * 400), context("source")]
    sent = messages("found", [item] * 9)
    assert len(sent) > 1
    assert all(len(one.blocks) % 2 == 0 for one in sent)


def test_joined_messages_keep_text_without_blocks():
    (one,) = joined([message("You can't see this."), message("Found", section("Item"))])
    assert [block["text"]["text"] for block in one.blocks] == ["You can't see this.", "Item"]


@given(st.text(max_size=5000))
def test_blocks_are_what_slack_accepts(text):
    SectionBlock(text=section(escape(text))["text"]["text"]).validate_json()
    HeaderBlock(text=header(text)["text"]["text"]).validate_json()
    row = actions(button(text or "go", "run", "latest"))
    buttons = [ButtonElement(**{**row["elements"][0], "text": row["elements"][0]["text"]["text"]})]
    ActionsBlock(elements=buttons).validate_json()

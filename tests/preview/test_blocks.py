"""Block Kit as Slack checks it; slack_sdk's own builders are the second opinion."""

from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_sdk.models import blocks as sdk

from preview.blocks import is_too_long, message_problems, view_problems


def plain(text="x"):
    return {"type": "plain_text", "text": text}


def mrkdwn(text="x"):
    return {"type": "mrkdwn", "text": text}


def section(text="x", **more):
    return {"type": "section", "text": mrkdwn(text), **more}


def button(**more):
    return {"type": "button", "text": plain("More"), "action_id": "more", **more}


def actions(*elements):
    return {"type": "actions", "elements": list(elements)}


def option(value="v", label="l"):
    return {"text": plain(label), "value": value}


def select(**more):
    return {"type": "static_select", "action_id": "s", "options": [option()], **more}


def modal(*blocks, **more):
    return {"type": "modal", "title": plain(), "submit": plain(), "blocks": list(blocks), **more}


def field(element):
    return {"type": "input", "label": plain(), "element": element}


OVERFLOW = {"type": "overflow", "action_id": "o", "options": [option("a"), option("b")]}
TEXT_INPUT = {"type": "plain_text_input", "action_id": "t"}

FINE = [
    section("x" * 3000),
    section(accessory=button(url="https://example.org", value="x" * 2000, style="primary")),
    {"type": "section", "fields": [mrkdwn("x" * 2000) for _ in range(10)]},
    {"type": "header", "text": plain("x" * 150)},
    {"type": "divider"},
    {"type": "context", "elements": [mrkdwn() for _ in range(10)]},
    {"type": "context", "elements": [{"type": "image", "alt_text": "a", "image_url": "https://e.org"}]},
    actions(*(button(action_id=f"a{n}") for n in range(25))),
    actions(select(initial_option=option())),
    {"type": "image", "alt_text": "a", "image_url": "https://example.org/a.png", "title": plain()},
    field(TEXT_INPUT),
    {
        "type": "rich_text",
        "elements": [
            {"type": "rich_text_section", "elements": [{"type": "text", "text": "x"}]},
            {"type": "rich_text_list", "style": "bullet", "elements": []},
            {"type": "rich_text_quote", "elements": [{"type": "user", "user_id": "U0HANA"}]},
        ],
    },
    {"type": "markdown", "text": "**x**"},
]  # fmt: skip

WRONG = [
    ({"type": "marquee"}, "unsupported type: marquee [json-pointer:/blocks/0/type]"),
    ("text", "must be an object [json-pointer:/blocks/0]"),
    (section("x" * 3001), "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"),
    (section(""), "must be more than 0 characters [json-pointer:/blocks/0/text/text]"),
    ({"type": "section"}, "missing required field: text [json-pointer:/blocks/0]"),
    (section(colour="red"), "invalid additional property: colour [json-pointer:/blocks/0]"),
    ({"type": "header", "text": plain("x" * 151)}, "must be less than 151 characters"),
    ({"type": "header", "text": mrkdwn()}, "unsupported type: mrkdwn"),
    ({"type": "context", "elements": [mrkdwn()] * 11}, "no more than 10 items allowed"),
    ({"type": "context", "elements": []}, "no fewer than 1 items allowed"),
    (actions(button(text=plain("x" * 76))), "must be less than 76 characters"),
    (actions(button(value="x" * 2001)), "must be less than 2001 characters"),
    (actions(button(action_id="x" * 256)), "must be less than 256 characters"),
    (actions(button(url="example.org")), "must be a valid URL"),
    (actions(button(style="loud")), "must be one of primary, danger"),
    (actions(button(), button()), "action_id more already exists"),
    (actions(*(button(action_id=f"a{n}") for n in range(26))), "no more than 25 items"),
    (actions(TEXT_INPUT), "unsupported type: plain_text_input"),
    (actions(select(options=[option()] * 101)), "no more than 100 items allowed"),
    (actions(select(options=[option("x" * 151)])), "must be less than 151 characters"),
    (actions(select(options=[option(label="x" * 76)])), "must be less than 76 characters"),
    (actions(select(initial_option=option("other"))), "must be among the options"),
    (actions({"type": "overflow", "action_id": "o", "options": [option()] * 6}), "no more than 5"),
    (actions({"type": "datepicker", "initial_date": "7 Feb"}), "must be a date as YYYY-MM-DD"),
    (actions({"type": "timepicker", "initial_time": "9:00"}), "must be a time as HH:mm"),
    ({"type": "image", "alt_text": "a"}, "must have either image_url or slack_file"),
    (
        {"type": "image", "alt_text": "a", "image_url": "file:///etc/passwd"},
        "must be a valid web address",
    ),
    ({"type": "rich_text", "elements": [{"type": "rich_text_song"}]}, "unsupported type"),
    (section(block_id="x" * 256), "must be less than 256 characters"),
]  # fmt: skip


@pytest.mark.parametrize("block", FINE, ids=lambda block: block["type"])
def test_takes_what_slack_takes(block):
    assert message_problems([block]) == []


@pytest.mark.parametrize(("block", "problem"), WRONG, ids=[problem for _, problem in WRONG])
def test_refuses_what_slack_refuses(block, problem):
    assert problem in message_problems([block])[0]


def test_fifty_blocks_a_message_and_a_hundred_a_view():
    assert message_problems([section()] * 50) == []
    assert "no more than 50 items allowed" in message_problems([section()] * 51)[0]
    assert view_problems(modal(*[section()] * 100)) == []
    assert "no more than 100 items allowed" in view_problems(modal(*[section()] * 101))[0]


def test_block_ids_are_unique():
    problems = message_problems([section(block_id="a"), section(block_id="a")])
    assert problems == ["block_id a already exists [json-pointer:/blocks/1/block_id]"]


@pytest.mark.parametrize(
    ("view", "problem"),
    [
        (
            modal(title=plain("x" * 25)),
            "must be less than 25 characters [json-pointer:/view/title",
        ),
        (modal(private_metadata="x" * 3001), "must be less than 3001 characters"),
        (modal(field(TEXT_INPUT), submit=None), "submit is required"),
        (modal({"type": "markdown", "text": "x"}), "unsupported type: markdown"),
        ({"type": "modal", "blocks": []}, "missing required field: title"),
        ({"type": "page", "blocks": []}, "unsupported type: page"),
        (None, "must be an object"),
    ],
)
def test_views_have_limits_of_their_own(view, problem):
    assert problem in view_problems(view)[0]


WRONG_VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text(max_size=3),
    st.lists(st.text(max_size=2), max_size=2),
    st.dictionaries(st.sampled_from(["type", "text", "options"]), st.text(max_size=2)),
)


def places(value, path=()):
    """Return the path of everything inside a value."""
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    for name, inner in inside:
        yield (*path, name)
        if isinstance(inner, dict | list):
            yield from places(inner, (*path, name))


@given(st.sampled_from([*FINE, actions(select(), OVERFLOW)]), st.data())
def test_whatever_stands_in_a_block_is_judged_not_tripped_over(block, data):
    block = deepcopy(block)
    *way, last = data.draw(st.sampled_from(list(places(block))))
    inner = block
    for step in way:
        inner = inner[step]
    inner[last] = data.draw(WRONG_VALUES)
    for problem in [*message_problems([block]), *view_problems(modal(block))]:
        assert "[json-pointer:/" in problem


@given(WRONG_VALUES)
def test_what_is_no_blocks_or_view_is_refused(value):
    assert message_problems([value])
    assert view_problems(value)


def test_the_whole_message_has_a_size():
    assert not is_too_long([section("x" * 2900)] * 4)
    assert is_too_long([section("x" * 2900)] * 5)
    assert is_too_long([section("x" * 200)] * 52)


@pytest.mark.parametrize(
    "block",
    [
        sdk.HeaderBlock(text="Latest"),
        sdk.SectionBlock(text=sdk.MarkdownTextObject(text="*x*"), fields=["a", "b"]),
        sdk.ContextBlock(elements=[sdk.MarkdownTextObject(text="x")]),
        sdk.DividerBlock(),
        sdk.ImageBlock(image_url="https://example.org/a.png", alt_text="a"),
        sdk.ActionsBlock(
            elements=[
                sdk.ButtonElement(text="More", action_id="more", value="2", style="danger"),
                sdk.StaticSelectElement(
                    placeholder="Which", action_id="w", options=[sdk.Option(value="a", label="A")]
                ),
                sdk.OverflowMenuElement(
                    action_id="o",
                    options=[sdk.Option(value=v, label=v) for v in "ab"],
                    confirm=sdk.ConfirmObject(title="Sure?", text="Really?"),
                ),
                sdk.DatePickerElement(action_id="d", initial_date="2025-02-07"),
                sdk.TimePickerElement(action_id="t", initial_time="09:00"),
                sdk.ConversationSelectElement(
                    placeholder="Where",
                    action_id="c",
                    default_to_current_conversation=True,
                    filter=sdk.ConversationFilter(include=["public"]),
                ),
            ]
        ),
        sdk.InputBlock(
            label="About",
            element=sdk.PlainTextInputElement(action_id="p", multiline=True, max_length=300),
            hint="Words",
            optional=True,
        ),
        sdk.InputBlock(
            label="Days",
            element=sdk.CheckboxesElement(
                action_id="x",
                options=[sdk.Option(value="w", text=sdk.MarkdownTextObject(text="*Weekdays*"))],
            ),
        ),
    ],
    ids=lambda block: block.type,
)
def test_what_slacks_builders_make_is_fine(block):
    assert message_problems([block.to_dict()]) == []

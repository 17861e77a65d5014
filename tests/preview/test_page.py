"""The page in a real browser: write, command, thread, click, fill in, watch it change."""

import pytest
from playwright.sync_api import expect

from tests.chromium import NEEDS_CHROMIUM, chromium

HOSTILE = "<img src=x onerror=alert(1)> &lt;b&gt; *bold* <javascript:alert(1)|go>"
MODAL = {
    "type": "modal",
    "callback_id": "plan",
    "title": {"type": "plain_text", "text": "Daily digest"},
    "submit": {"type": "plain_text", "text": "Save"},
    "blocks": [
        {
            "type": "input",
            "block_id": "where",
            "label": {"type": "plain_text", "text": "Channel"},
            "element": {"type": "conversations_select", "action_id": "channel"},
        },
        {
            "type": "input",
            "block_id": "when",
            "label": {"type": "plain_text", "text": "Time"},
            "element": {"type": "timepicker", "action_id": "time", "initial_time": "09:00"},
        },
    ],
}

pytestmark = NEEDS_CHROMIUM


@pytest.fixture(scope="module")
def browser():
    with chromium() as browser:
        yield browser


@pytest.fixture
def echo(bolt, connect, saved):
    """A bot with a headline and a thread, an answer for one, a button, a modal and a Home tab."""

    @bolt.command("/echo")
    def command(ack, command, respond, client, body):
        ack()
        if command["text"] == "me":
            respond(text="just you")
        elif command["text"] == "plan":
            client.views_open(trigger_id=body["trigger_id"], view=MODAL)
        else:
            post(client, command["channel_id"], command["text"])

    @bolt.action("more")
    def more(ack, body, respond):
        ack()
        respond(text="page two", replace_original=True)

    @bolt.view("plan")
    def plan(ack, view):
        ack()
        values = view["state"]["values"]
        where = values["where"]["channel"]["selected_conversation"]
        saved.append((where, values["when"]["time"]["selected_time"]))

    @bolt.event("app_home_opened")
    def home(event, client):
        header = {"type": "header", "text": {"type": "plain_text", "text": "Your follows"}}
        client.views_publish(user_id=event["user"], view={"type": "home", "blocks": [header]})

    connect()


def post(client, channel, text):
    head = client.chat_postMessage(channel=channel, text=f"headline: {text}")
    button = {"type": "button", "action_id": "more", "text": {"type": "plain_text", "text": "More"}}
    blocks = [
        {"type": "section", "text": {"type": "mrkdwn", "text": HOSTILE}},
        {"type": "actions", "elements": [button]},
    ]
    client.chat_postMessage(channel=channel, thread_ts=head["ts"], text="page one", blocks=blocks)


@pytest.fixture
def saved():
    return []


@pytest.fixture
def page(preview, browser, echo):
    page = browser.new_page()
    problems = []
    page.on("pageerror", lambda problem: problems.append(str(problem)))
    page.on("dialog", lambda dialog: problems.append(f"dialog: {dialog.message}"))
    page.goto(preview.url)
    yield page
    page.close()
    assert problems == []


def send(page, line):
    box = page.get_by_label("Message alliance-desk")
    box.fill(line)
    box.press("Enter")


def test_a_command_gives_a_headline_a_thread_and_a_button_that_works(page):
    send(page, "/echo latest")
    expect(page.get_by_text("headline: latest")).to_be_visible()
    page.get_by_text("1 reply").click()
    thread = page.get_by_label("Thread", exact=True)
    expect(thread.locator("strong")).to_have_text("bold")
    expect(thread).to_contain_text("<img src=x onerror=alert(1)> <b>")
    expect(thread.locator("img")).to_have_count(0)
    expect(thread.get_by_role("link", name="go")).to_have_count(0)
    thread.get_by_role("button", name="More").click()
    expect(thread.get_by_text("page two")).to_be_visible()


def test_the_composer_completes_commands(page):
    box = page.get_by_label("Message alliance-desk")
    box.press_sequentially("/echo l")
    option = page.get_by_role("listbox").get_by_role("option")
    expect(option).to_have_text(["/echo latest[n] · the newest"])
    box.press("Tab")
    expect(box).to_have_value("/echo latest ")


def test_an_answer_for_one_is_marked_and_others_do_not_see_it(page):
    send(page, "/echo me")
    expect(page.get_by_text("Only visible to you")).to_be_visible()
    page.get_by_label("You are").select_option("U0DANIEL")
    expect(page.get_by_text("Ask the bot")).to_be_visible()
    expect(page.get_by_text("just you")).to_have_count(0)


def test_unknown_commands_and_commands_in_threads_are_refused(page):
    send(page, "/other")
    expect(page.get_by_role("status")).to_contain_text("/other is not a valid command")
    send(page, "/echo latest")
    page.get_by_text("1 reply").click()
    page.get_by_label("Reply", exact=True).fill("/echo latest")
    page.get_by_label("Reply", exact=True).press("Enter")
    expect(page.get_by_role("status")).to_contain_text("/echo is not supported in threads")


def test_a_modal_is_filled_in_and_sent(page, preview, saved):
    send(page, "/echo plan")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_have_text("Please complete this required field.")
    page.get_by_label("Time").fill("08:30")
    page.get_by_label("Channel", exact=True).select_option(label="#general")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert preview.workspace.wait_for(lambda: saved) == [("C0GENERAL", "08:30")]


def test_the_home_tab_opens(page):
    page.get_by_role("link", name="Echo").click()
    page.get_by_role("tab", name="Home").click()
    expect(page.get_by_role("heading", name="Your follows")).to_be_visible()


def test_the_page_changes_when_others_write(page, preview):
    expect(page.get_by_text("Ask the bot")).to_be_visible()
    preview.person("daniel").say("alliance-desk", "Good evening, Tokyo")
    expect(page.get_by_text("Good evening, Tokyo")).to_be_visible()


def test_the_bot_can_be_added_to_a_channel(page, preview):
    page.get_by_role("link", name="no-bot-here").click()
    page.get_by_role("button", name="Add Echo").click()
    expect(page.get_by_text("is not in this channel")).to_have_count(0)
    assert "U0BOT" in preview.workspace.channel("no-bot-here").members

"""Modals and the Home tab with a real Bolt app."""

import threading

import pytest
from slack_sdk.errors import SlackApiError

from preview.errors import PreviewError

MODAL = {
    "type": "modal",
    "callback_id": "plan",
    "title": {"type": "plain_text", "text": "Plan"},
    "submit": {"type": "plain_text", "text": "Save"},
    "blocks": [
        {
            "type": "input",
            "block_id": "when",
            "label": {"type": "plain_text", "text": "Time"},
            "element": {"type": "timepicker", "action_id": "time", "initial_time": "09:00"},
        },
        {
            "type": "input",
            "block_id": "about",
            "label": {"type": "plain_text", "text": "About"},
            "element": {"type": "plain_text_input", "action_id": "words"},
        },
    ],
}


@pytest.fixture
def hana(preview):
    return preview.person("hana")


def test_a_modal_opens_checks_and_closes(preview, bolt, connect, hana):
    saved = []

    @bolt.command("/echo")
    def echo(ack, body, client):
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=MODAL)

    @bolt.view("plan")
    def plan(ack, view):
        values = view["state"]["values"]
        words = values["about"]["words"]["value"]
        if words == "?":
            ack(response_action="errors", errors={"about": "say more"})
            return
        ack()
        saved.append((values["when"]["time"]["selected_time"], words))

    connect()
    hana.command("general", "/echo")
    preview.workspace.wait_for(lambda: hana.modal)
    assert hana.submit() is None
    assert hana.modal.errors == {"about": "Please complete this required field."}
    preview.wait_finished(hana.submit(words="?"))
    assert hana.modal.errors == {"about": "say more"}
    preview.wait_finished(hana.submit(words="summits", time="08:30"))
    assert hana.modal is None
    assert preview.workspace.wait_for(lambda: saved) == [("08:30", "summits")]


def test_an_acknowledgement_may_update_push_and_clear(preview, bolt, connect, hana):
    steps = iter(("update", "push", "clear"))
    second = {**MODAL, "title": {"type": "plain_text", "text": "Second"}}

    @bolt.command("/echo")
    def echo(ack, body, client):
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=MODAL)

    @bolt.view("plan")
    def plan(ack):
        step = next(steps)
        ack(response_action=step, **({} if step == "clear" else {"view": second}))

    connect()
    hana.command("general", "/echo")
    first = preview.workspace.wait_for(lambda: hana.modal)
    preview.wait_finished(hana.submit(words="x"))
    assert (hana.modal.id, hana.modal.content["title"]["text"]) == (first.id, "Second")
    preview.wait_finished(hana.submit(words="x"))
    assert hana.modal.previous == first.id
    preview.wait_finished(hana.submit(words="x"))
    assert hana.modal is None


def test_opening_home_is_an_event(preview, bolt, connect, hana):
    @bolt.event("app_home_opened")
    def opened(event, client):
        client.views_publish(user_id=event["user"], view={"type": "home", "blocks": []})

    connect()
    hana.open_home()
    assert preview.workspace.wait_for(lambda: hana.home).content["type"] == "home"


def test_a_trigger_opens_one_modal_only(preview, bolt, connect, hana):
    answers = []
    done = threading.Event()

    @bolt.command("/echo")
    def echo(ack, body, client):
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=MODAL)
        try:
            client.views_open(trigger_id=body["trigger_id"], view=MODAL)
        finally:
            answers.append(preview.calls[-1].error)
            done.set()

    connect()
    hana.command("general", "/echo")
    assert done.wait(10)
    assert answers == ["exchanged_trigger_id"]


@pytest.fixture
def open_modal(preview, client, hana):
    """Open a modal for Hana, as an app does on her click."""

    def open_modal(**more):
        trigger = preview.slack.new_trigger("U0HANA")
        return client.views_open(trigger_id=trigger, view={**MODAL, **more})["view"]

    return open_modal


def refusal(call, **arguments):
    with pytest.raises(SlackApiError) as caught:
        call(**arguments)
    return caught.value.response


def test_a_modal_that_changed_meanwhile_is_not_overwritten(client, hana, open_modal):
    view = open_modal()
    second = {**MODAL, "title": {"type": "plain_text", "text": "Second"}}
    client.views_update(view_id=view["id"], hash=view["hash"], view=second)
    assert hana.modal.content["title"]["text"] == "Second"
    late = refusal(client.views_update, view_id=view["id"], hash=view["hash"], view=MODAL)
    assert late["error"] == "hash_conflict"
    assert refusal(client.views_update, view_id="V404", view=MODAL)["error"] == "not_found"


def test_three_modals_at_most_lie_on_each_other(preview, client, hana, open_modal):
    open_modal()
    for _ in range(2):
        client.views_push(trigger_id=preview.slack.new_trigger("U0HANA"), view=MODAL)
    fourth = preview.slack.new_trigger("U0HANA")
    assert (
        refusal(client.views_push, trigger_id=fourth, view=MODAL)["error"] == "push_limit_reached"
    )
    hana.close_modal()
    assert len(preview.workspace.modals["U0HANA"]) == 2


def test_a_malformed_modal_names_the_place(preview, client):
    title = {"type": "plain_text", "text": "x" * 25}
    trigger = preview.slack.new_trigger("U0HANA")
    answer = refusal(client.views_open, trigger_id=trigger, view={**MODAL, "title": title})
    assert answer["error"] == "invalid_arguments"
    expected = "[ERROR] must be less than 25 characters [json-pointer:/view/title/text]"
    assert answer["response_metadata"]["messages"] == [expected]


def test_closing_is_told_where_the_app_asked_for_it(preview, bolt, connect, hana, open_modal):
    closed = []

    @bolt.view_closed("plan")
    def plan(ack, view):
        ack()
        closed.append(view["id"])

    connect()
    view = open_modal(notify_on_close=True)
    hana.close_modal()
    assert preview.workspace.wait_for(lambda: closed) == [view["id"]]
    assert hana.modal is None
    with pytest.raises(PreviewError, match="no modal open"):
        hana.close_modal()


def test_a_button_in_a_modal_tells_what_is_filled_in(preview, bolt, connect, hana, open_modal):
    seen = []

    @bolt.action("check")
    def check(ack, body):
        ack()
        seen.append(body["view"]["state"]["values"]["when"]["time"]["selected_time"])

    connect()
    button = {"type": "button", "action_id": "check", "text": {"type": "plain_text", "text": "?"}}
    open_modal(blocks=[*MODAL["blocks"], {"type": "actions", "elements": [button]}])
    preview.wait_finished(hana.click_in_view(hana.modal, "check"))
    assert preview.workspace.wait_for(lambda: seen) == ["09:00"]


def test_a_global_shortcut_opens_a_modal(preview, bolt, connect, hana):
    @bolt.shortcut("new-plan")
    def new_plan(ack, shortcut, client):
        ack()
        client.views_open(trigger_id=shortcut["trigger_id"], view=MODAL)

    connect()
    hana.global_shortcut("new-plan")
    assert preview.workspace.wait_for(lambda: hana.modal).content["callback_id"] == "plan"

"""Modals and the Home tab with a real Bolt app."""

import threading

import pytest

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

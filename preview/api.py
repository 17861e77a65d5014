"""The Web API: the table of methods, and what each call goes through before its method runs."""

from preview.call import Call, Method
from preview.errors import Refusal
from preview.methods import apps, chat, conversations, files, reactions, users, views
from preview.slack import Called, Slack
from preview.workspace import Json

METHODS: dict[str, Method] = {
    **apps.METHODS,
    **chat.METHODS,
    **conversations.METHODS,
    **files.METHODS,
    **reactions.METHODS,
    **users.METHODS,
    **views.METHODS,
}


def answer(slack: Slack, name: str, token: str, args: Json) -> Json:
    """Run a method and return what Slack would answer; a refusal is raised."""
    with slack.workspace.lock:
        return {"ok": True, **_allowed(slack, name, token).run(Call(slack, args))}


def record(slack: Slack, name: str, args: Json, error: str = "") -> None:
    """Remember how a call was answered."""
    slack.note(Called(name, args, error, slack.clock()))


def _allowed(slack: Slack, name: str, token: str) -> Method:
    method = METHODS.get(name)
    if method is None:
        raise Refusal("unknown_method", req_method=name)
    slack.tokens.check(token, app_level=method.app_level)
    if not slack.app.may(*method.scopes):
        provided = ",".join(sorted(slack.app.scopes or ()))
        raise Refusal("missing_scope", needed=",".join(method.scopes), provided=provided)
    return method

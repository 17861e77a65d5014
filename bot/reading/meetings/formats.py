"""How people met: in person, by phone, by video, by the words near what tells of it."""

import re
from typing import TYPE_CHECKING

from bot.models import Format, Status
from bot.reading.meetings.scene import Scene
from bot.reading.meetings.status import Standing
from bot.reading.meetings.triggers import AGREE, Trigger
from bot.reading.meetings.verb_kinds import is_told_there
from bot.reading.place import Place

if TYPE_CHECKING:
    from spacy.tokens import Span

_PHONE = re.compile(r"\b(?:tele)?phon(?:e|ed|es|ing)\b", re.I)
_VIDEO = re.compile(
    r"\bvideo|\bvirtual|\bonline\b|\bteleconference|\bremote(?:ly)?\b|\bon\s+screen\b|\bwebcam|\bZoom\b",
    re.I,
)
_FACE = re.compile(r"\b(?:met|meet(?:s|ing|ings)?|in[- ]person|face[- ]to[- ]face|summit)\b", re.I)
_BY_VOICE = frozenset(
    {"talk", "conversation", "discussion", "dialogue", "dialog", "exchange", "consultation"}
    | {"negotiation", "contact", "chat"}
)
_CALL = re.compile(r"\bcall\s+from\b", re.I)
_COURTESY = re.compile(r"\bcourtesy\s+calls?\b|\bpa(?:id|ys?|ying)\s+an?\s+(?:\w+\s+)?call\b", re.I)
_LASTED = re.compile(
    r"\b(?:spoke|talked|speaking|talking)\b[^,.;]{0,40}\bfor\s+(?:\w+\s+)?\w+\s+(?:minutes|hours?)\b",
    re.I,
)


def format_of(
    trigger: Trigger, sentence: "Span", scene: Scene, stands: Standing, place: Place | None
) -> Format:
    """How they met; where the title tells of a call, "they spoke" means by phone."""
    format_ = _by_words(trigger, sentence, place)
    called = scene.title_of_call and stands.status is Status.HELD and format_ is not Format.VIDEO
    if called and (trigger.kind == "talk" or (trigger.kind == "meet" and not place)):
        return Format.PHONE
    return format_


def is_presumed(trigger: Trigger, sentence: "Span", format_: Format, place: Place | None) -> bool:
    """Whether "in person" is only presumed: "their talks" can be a call that was told before."""
    if format_ is not Format.IN_PERSON or place:
        return False
    by_voice = trigger.kind in ("talk", "discuss", AGREE) or (
        trigger.kind == "noun" and trigger.token.lemma_.lower() in _BY_VOICE
    )
    return by_voice and not _FACE.search(_near(trigger, sentence))


def _near(trigger: Trigger, sentence: "Span") -> str:
    """Give the words around what tells of a meeting."""
    at = trigger.token.i
    words = sentence.doc[max(sentence.start, at - 8) : min(sentence.end, at + 14)].text
    return words.split(" and again ")[0]  # "met in Lima, and again virtually in May"


def _by_words(trigger: Trigger, sentence: "Span", place: Place | None) -> Format:
    """How they met, by the words near the trigger."""
    token = trigger.token
    near = _near(trigger, sentence)
    if _VIDEO.search(near):
        return Format.VIDEO
    is_call = trigger.kind == "noun" and token.lemma_.lower() == "call"
    if trigger.kind in ("phone", "ring") or _PHONE.search(near):
        return Format.PHONE
    if trigger.kind == "talk" and not place and _LASTED.search(near):
        return Format.PHONE
    is_call = is_call or (trigger.kind == "phrase" and _CALL.search(near) is not None)
    told_afar = trigger.kind == "inform" and not (_FACE.search(near) or is_told_there(token))
    if told_afar or (is_call and not _COURTESY.search(near)):
        return Format.PHONE
    if trigger.kind in ("talk", "discuss") and not place and not _FACE.search(near):
        return Format.UNKNOWN
    return Format.IN_PERSON

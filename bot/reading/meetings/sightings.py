"""Every mention of a meeting in an article, one by one, with all that its sentence tells."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.beat import Beat
from bot.models import Certainty, DateSpan, Evidence, Format, Status
from bot.reading.language import Parsed
from bot.reading.meetings import words
from bot.reading.meetings.by_calendar import (
    by_date,
    day_just_now,
    direction,
    is_far,
    is_told_as_past,
    looking_back,
    unless_to_come,
)
from bot.reading.meetings.captions import PICTURE, pictured
from bot.reading.meetings.diary import diary_of
from bot.reading.meetings.fallen import falls_through, was_to_be
from bot.reading.meetings.formats import format_of, is_presumed
from bot.reading.meetings.general import in_general
from bot.reading.meetings.known_summits import day_of, is_that_day, place_of, summit_named, those_at
from bot.reading.meetings.listed import listed_later
from bot.reading.meetings.memory import Memory
from bot.reading.meetings.occasions import occasions
from bot.reading.meetings.reference import is_in_passing, is_reference, only_refers
from bot.reading.meetings.scene import Scene
from bot.reading.meetings.sighting import Sighting
from bot.reading.meetings.status import (
    CANCELLED,
    HELD,
    Standing,
    planned,
    put_off,
    standing,
)
from bot.reading.meetings.transcript import Opening, joint_remarks
from bot.reading.meetings.triggers import AGREE, Trigger, triggers
from bot.reading.meetings.verb_sides import Group
from bot.reading.meetings.when import meeting_date, own_date
from bot.reading.meetings.where import meeting_place
from bot.reading.meetings.who import groups
from bot.reading.page import Page, Zone
from bot.reading.people import Cast
from bot.reading.place import Place

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_ALSO = re.compile(
    r"\b(?:also|separately|later|then|afterwards?|earlier in the day|the same day)\b", re.I
)
_QUESTION = re.compile(  # "Will he meet B?", not "What did the meeting bring?"
    r"(?:^|[,;—–]|\b(?:and|but|so))\W*(?:is|are|was|were|do|does|did|will|would|can|could|has|have|had|"
    r"should|may|might)\s+[^?]*\?[\s”\"’']*$",
    re.I,
)
_EARLIER = re.compile(
    r"\b(?:last\s+met|last\s+spoke|previous(?:ly)?|ago|earlier|recently|again\s+last|"
    r"(?:when|while)\s+(?:I|we|you|he|she)\s+(?:was|were))\b",
    re.I,
)
_SOON = 60


def sightings(
    page: Page,
    parsed: Sequence[Parsed],
    cast: Cast,
    beat: Beat,
    memory: Memory,
    here: Place | None,
    opening: Opening | None = None,
) -> Iterator[Sighting]:
    """Find the mentions of meetings in an article written `here`, the headline's last."""
    spoken = list(joint_remarks(page, opening)) if opening else []
    memory.tell(spoken)
    yield from spoken
    diary = diary_of(page, beat)
    for paragraph in sorted(parsed, key=lambda p: p.paragraph.zone is Zone.HEADLINE):
        memory.narrative.catch_up(paragraph.paragraph)
        entry = diary.get(paragraph.paragraph.text)
        scene = Scene(paragraph, cast, beat, page.article, here, entry, opening)
        for sentence in scene.sentences:
            found = list(_read(sentence, scene, memory))
            yield from found
            memory.keep([s for s in found if not s.detail], sentence, scene)


def _read(sentence: "Span", scene: Scene, memory: Memory) -> Iterator[Sighting]:
    """Read one sentence; what it calls off is told again as cancelled."""
    here: list[Sighting] = []
    for trigger in sorted(triggers(sentence), key=lambda t: t.kind == AGREE):
        if here and trigger.kind == AGREE:
            break  # the sentence says how they met
        told = list(_told(trigger, sentence, scene, memory))
        if len(told) == 1 and not scene.headline:
            told += listed_later(told[0], trigger.token, sentence, memory.parties(scene))
        memory.tell(told)
        told = [s for s in told if not _goes_on(trigger, s, here)]
        here += told
        yield from told or _referred(trigger, sentence, scene, memory)
    if not here and pictured(sentence, scene):
        here += _told(Trigger(sentence.root, PICTURE), sentence, scene, memory)
        memory.tell(here)
        yield from here
    if not here and falls_through(scene.text_of(sentence)):
        for before in memory.fresh:
            if before.standing.status is Status.PLANNED:
                stands = put_off(CANCELLED, scene.text_of(sentence))
                yield replace(before, standing=stands, evidence=_evidence(sentence, scene))


def _told(trigger: Trigger, sentence: "Span", scene: Scene, memory: Memory) -> Iterator[Sighting]:
    """Yield the meetings that a trigger tells of with their parties."""
    who = groups(trigger.token, trigger.kind, memory.parties(scene))
    summit = summit_named(trigger.token, scene, who)
    who = who or ([those_at(summit)] if summit else [])
    stands = HELD if trigger.kind == AGREE else standing(trigger.token, scene.headline)
    if not who or not stands.real or _QUESTION.search(scene.text_of(sentence)):
        return
    ahead = stands.status is not Status.HELD or _is_present(trigger, scene)
    look = direction(stands, ahead, sentence, scene)
    day = meeting_date(trigger.token, sentence, scene, look, memory.narrative.anchor(look))
    day = looking_back(unless_to_come(day, stands, scene), trigger, stands, scene)
    day = day or day_just_now(trigger.token, stands, scene)
    place = meeting_place(trigger.token, sentence, scene, ahead=ahead, day=day, before=memory.place)
    if summit and stands.status is Status.HELD and is_that_day(day, summit):
        day, place = day_of(summit), place_of(summit)
    elif summit and who == [those_at(summit)]:
        return  # "the Quad summit tomorrow" is no past one
    if scene.entry and stands.status is Status.HELD and not is_told_as_past(trigger):
        stands = planned(Certainty.SCHEDULED)  # a diary's "MANILA - A hosts B"
    stands = by_date(trigger, put_off(stands, scene.text_of(sentence)), day, scene.dateline)
    day, place = memory.as_announced(stands, day, place)
    vague = not (day or place)
    if (vague and stands.certainty is Certainty.SOUGHT) or (
        not place and in_general(trigger, who, day)
    ):
        return  # a wish for some time or other; meetings in general
    said = _said(trigger, sentence, scene, stands, day, place)
    strung = occasions(trigger.token, sentence, scene, look, day) if day else []
    for group in who:
        found = replace(said, parties=group)
        if strung:
            yield from (replace(found, date=date, place=at) for date, at in strung)
        else:
            yield _completed(found, trigger.token, sentence, scene, memory, ahead)


def _said(
    trigger: Trigger,
    sentence: "Span",
    scene: Scene,
    stands: Standing,
    day: DateSpan | None,
    place: Place | None,
) -> Sighting:
    """Put together what a sentence tells of a meeting, but for who met."""
    format_ = format_of(trigger, sentence, scene, stands, place)
    return Sighting(
        parties=(),
        standing=stands,
        format=format_,
        presumed=is_presumed(trigger, sentence, format_, place),
        date=day,
        place=place,
        evidence=_evidence(sentence, scene),
        headline=scene.headline,
        alluded=trigger.kind == "noun" and not (day or place) and only_refers(trigger, stands),
        earlier=_EARLIER.search(scene.text_of(sentence)) is not None,
    )


def _completed(
    said: Sighting, token: "Token", sentence: "Span", scene: Scene, memory: Memory, ahead: bool
) -> Sighting:
    """Complete what a sentence tells of a group by the day and place that were told before."""
    group, stands = said.parties, said.standing
    met = said.format is Format.IN_PERSON
    vague = not (said.date or said.place)
    passing = vague and is_in_passing(token) and memory.has_dated_some(group)
    again = passing or (vague and memory.has_told(group))  # need not be on this journey
    journey = memory.journey(group) if met and not (again or _is_old(said, scene)) else None
    also = met and _ALSO.search(scene.text_of(sentence)) is not None
    before = memory.occasion(group, stands) if also else None
    day = said.date or (scene.entry.day if scene.entry else None)
    day = day or (journey.days if journey and ahead else None)
    day = day or (before.date if before else None)
    known = passing or (again and is_reference(token, scene) and memory.has_dated(group))
    recalled = scene.opening is not None and scene.opening.is_joint  # not what they do now
    if not (day or ahead or known or recalled):
        day = memory.narrative.day_of(token, sentence, scene, group)
    place = said.place or (journey.place if journey else before.place if before else None)
    return replace(
        said,
        standing=_unless_called_off(stands, group, sentence, memory),
        date=day,
        place=None if said.format is Format.PHONE else place,
    )


def _is_old(said: Sighting, scene: Scene) -> bool:
    """Whether a meeting was so long ago that no journey of these days led to it."""
    if not said.date or not scene.dateline:
        return False
    return (scene.dateline - said.date.start).days > _SOON


def _goes_on(trigger: Trigger, told: Sighting, here: list[Sighting]) -> bool:
    """Whether it only goes on telling of a call or visit: "A phoned B and briefed her"."""
    return trigger.token.dep_ == "conj" and any(
        set(told.parties) == set(before.parties)
        and told.format is not before.format
        and told.date in (None, before.date)
        for before in here
    )


def _unless_called_off(
    stands: Standing, group: Group, sentence: "Span", memory: Memory
) -> Standing:
    """Read "he was to meet B" after "A's visit was cancelled" as cancelled too."""
    planned_then = stands.status is Status.PLANNED and was_to_be(sentence.text)
    return CANCELLED if planned_then and memory.called_off & set(group) else stands


def _referred(
    trigger: Trigger, sentence: "Span", scene: Scene, memory: Memory
) -> Iterator[Sighting]:
    """Yield what "the meeting in Lima" adds to the meeting told of before."""
    token, met = trigger.token, memory.met
    if not met or trigger.kind != "noun" or token.lemma_.lower() in words.WEAK_NOUNS:
        return
    if not memory.is_fresh() or not is_reference(token, scene):
        return
    ahead = met.standing.status is Status.PLANNED
    day = own_date(token, sentence, scene, ahead, None)
    if ahead and day and is_far(day, scene.dateline, _SOON):
        day = own_date(token, sentence, scene, False, None)
    place = meeting_place(token, sentence, scene, own=True)
    if day or place:
        evidence = _evidence(sentence, scene)
        yield replace(met, date=day, place=place, evidence=evidence, detail=True)


def _is_present(trigger: Trigger, scene: Scene) -> bool:
    """Whether it is told in the present: "when the leaders sit down on Thursday"."""
    if scene.headline or scene.caption:
        return False
    verb = trigger.token
    if trigger.kind == "noun":  # "when she has lunch with him"
        verb = verb.head
        if verb.dep_ != "advcl" or verb.lemma_ not in words.LIGHT:
            return False
    elif trigger.kind not in ("meet", "host", "talk"):
        return False
    return verb.tag_ in ("VBP", "VBZ")


def _evidence(sentence: "Span", scene: Scene) -> Evidence:
    """Cut out the sentence as it stands in the article."""
    raw = scene.parsed.paragraph.text[sentence.start_char : sentence.end_char]
    start = scene.offset + sentence.start_char + len(raw) - len(raw.lstrip())
    text = raw.strip()
    return Evidence(start=start, end=start + len(text), text=text)

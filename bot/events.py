"""One event, many reports: whether two meetings are one, and how its status went."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.kept import Report, Verdict
from bot.models import Certainty, DateSpan, Format, Meeting, Party, PartyKind, Precision, Status

ZONES = timedelta(days=1)  # a day in Tokyo is partly the day before in Washington
SOON = timedelta(days=120)  # "as soon as possible" is over by then
MOVED = timedelta(days=180)  # what was postponed is held by then, or is another meeting


def same_event(one: Meeting, other: Meeting) -> Verdict:
    """Tell whether two meetings, told by different articles, are one event.

    DOUBTFUL is for a person to decide; a wrong merger is worse than a double. What is
    doubtful in two ways is different: a question about every pair would be answered by nobody.
    """
    verdicts = (
        _by_format(one.format, other.format),
        _by_parties(one.participants, other.participants),
        _by_place(one, other),
        _by_date(one, other),
    )
    doubts = verdicts.count(Verdict.DOUBTFUL)
    if Verdict.DIFFERENT in verdicts or doubts > 1:
        return Verdict.DIFFERENT
    return Verdict.DOUBTFUL if doubts else Verdict.SAME


def _by_format(one: Format, other: Format) -> Verdict:
    """Compare formats: a phone call is never a visit."""
    known = Format.UNKNOWN not in (one, other)
    return Verdict.DIFFERENT if known and one is not other else Verdict.SAME


def _by_parties(one: Sequence[Party], other: Sequence[Party]) -> Verdict:
    """Compare who met: the same, or part of them; a third side makes it doubtful.

    Where either has somebody else for one country, it was another meeting: of another minister,
    or of the next president.
    """
    some, others = _spoken_for(one), _spoken_for(other)
    lone, alone = _missing(some, others), _missing(others, some)
    if min(len(some) - len(lone), len(others) - len(alone)) < 2:
        return Verdict.DIFFERENT
    if lone and alone:
        rivals = {_side(party) for party in lone} & {_side(party) for party in alone}
        return Verdict.DIFFERENT if rivals else Verdict.DOUBTFUL
    further, fewer = (lone, others) if lone else (alone, some)
    sides = {_side(party) for party in fewer}
    joined = all(party.side is None or party.side in sides for party in further)
    return Verdict.SAME if joined else Verdict.DOUBTFUL


def _spoken_for(parties: Sequence[Party]) -> list[Party]:
    """Leave out countries for which somebody named speaks."""
    spoken = {party.side for party in parties if party.kind is PartyKind.PERSON}
    return [p for p in parties if p.kind is PartyKind.PERSON or _side(p) not in spoken]


def _missing(some: Sequence[Party], others: Sequence[Party]) -> list[Party]:
    return [party for party in some if not any(_same_party(party, p) for p in others)]


def _same_party(one: Party, other: Party) -> bool:
    """Tell whether two parties are one: by key, else by name; a country is its leader."""
    if (one.key or one.name) == (other.key or other.name):
        return True
    both_people = one.kind is other.kind is PartyKind.PERSON
    return not both_people and _side(one) == _side(other)


def _side(party: Party) -> str:
    return party.side or party.name


def _by_place(one: Meeting, other: Meeting) -> Verdict:
    """Compare cities, else countries; what is not told is no objection."""
    if one.city and other.city:
        if one.city == other.city:
            return Verdict.SAME
        return Verdict.DOUBTFUL if one.country == other.country else Verdict.DIFFERENT
    if one.country and other.country and one.country != other.country:
        return Verdict.DIFFERENT
    return Verdict.SAME


def _by_date(one: Meeting, other: Meeting) -> Verdict:
    """Compare days, a day apart for time zones; a postponed meeting may be held later."""
    if one.date is None or other.date is None:
        return _without_date(one, other)
    if _apart(one.date, other.date) <= ZONES:
        return _by_overlap(one, other, one.date, other.date)
    postponed = Certainty.POSTPONED in (one.certainty, other.certainty)
    if postponed and _apart(one.date, other.date) <= MOVED:
        return Verdict.SAME
    return Verdict.DIFFERENT


def _without_date(one: Meeting, other: Meeting) -> Verdict:
    """Judge two meetings of which one has no day: by place and status."""
    placed = bool(one.city and one.city == other.city)
    if placed and one.status is other.status:
        return Verdict.SAME if one.venue == other.venue else Verdict.DOUBTFUL
    return Verdict.DOUBTFUL


def _by_overlap(one: Meeting, other: Meeting, a: DateSpan, b: DateSpan) -> Verdict:
    """Judge meetings whose spans touch: two days are sure, a vague span only of a plan."""
    statuses = {one.status, other.status}
    if statuses == {Status.HELD, Status.CANCELLED}:
        return Verdict.DOUBTFUL
    exact = [span for span in (a, b) if span.precision is Precision.DAY]
    if len(exact) == 2 or Status.PLANNED in statuses or Status.CANCELLED in statuses:
        return Verdict.SAME
    placed = bool(one.city and one.city == other.city)
    return Verdict.SAME if placed else Verdict.DOUBTFUL


def _apart(one: DateSpan, other: DateSpan) -> timedelta:
    """Days between two spans; none where they overlap."""
    gap = max(one.start - _end(other), other.start - _end(one))
    return max(gap, timedelta(0))


def _end(span: DateSpan) -> date:
    return span.end if span.end else min(span.start, date.max - SOON) + SOON


@dataclass(frozen=True, slots=True)
class Step:
    """A change in how a meeting stands, and the article that first told it."""

    status: Status
    certainty: Certainty
    date: DateSpan | None
    report: Report


def status_history(reports: Sequence[Report]) -> list[Step]:
    """Tell how a meeting stood, step by step: planned, postponed, held.

    Reports count in order of publication, undated ones first. What was held stays
    held: a preview that comes in late is no step.
    """
    told = sorted(reports, key=lambda r: (r.source.published or date.min, r.id))
    steps: list[Step] = []
    for report in told:
        meeting = report.meeting
        last = steps[-1] if steps else None
        if last and last.status is Status.HELD and meeting.status is Status.PLANNED:
            continue
        if last and (last.status, last.certainty) == (meeting.status, meeting.certainty):
            continue
        steps.append(Step(meeting.status, meeting.certainty, meeting.date, report))
    return steps

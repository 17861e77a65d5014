"""Read the quotes of one article: segments, cues and speakers, and reported speech."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.beat import Beat
from bot.models import Quote
from bot.reading.language import Parsed
from bot.reading.page import Page
from bot.reading.people import Cast
from bot.reading.quotes.attribution import Attribution, Thread, attribute
from bot.reading.quotes.circumstances import listener_of, occasion_of, said_on
from bot.reading.quotes.cues import Cue, find_cues
from bot.reading.quotes.marks import double_quoted, single_quoted, uses_single_marks
from bot.reading.quotes.naming import Mention, speaker_of
from bot.reading.quotes.passage import Passage
from bot.reading.quotes.reported import Report, find_reports
from bot.reading.quotes.speakers import Speaker, Speakers, sureness
from bot.reading.quotes.speech import is_speech
from bot.reading.quotes.utterances import Utterances
from bot.reading.words import keys_of

REPORTED_SURE = 0.9


def read_quotes(page: Page, parsed: Sequence[Parsed], cast: Cast, beat: Beat) -> list[Quote]:
    """Read all quotes of an article, in order: direct ones, and reported speech as such."""
    reader = _Reader(page, cast, beat)
    quotes = [quote for each in parsed for quote in reader.read(each)]
    return sorted(quotes, key=lambda q: (q.start, q.end))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Speech:
    """One quote before its speaker is resolved; offsets in the paragraph's text."""

    start: int
    end: int
    direct: bool
    utterance: int
    sure: float
    mention: Mention | None
    cue: Cue | None = None
    inner: Cue | None = None
    relay: Cue | None = None


class _Reader:
    """Goes through one article, paragraph by paragraph."""

    def __init__(self, page: Page, cast: Cast, beat: Beat) -> None:
        self._page, self._beat = page, beat
        self._speakers = Speakers(cast)
        self._thread = Thread()
        self._utterances = Utterances()
        self._below = {above.start: below for above, below in pairwise(page.paragraphs)}
        single = uses_single_marks([p.text for p in page.paragraphs])
        self._segments = single_quoted if single else double_quoted

    def read(self, parsed: Parsed) -> Iterator[Quote]:
        """Yield the quotes of one paragraph, in the order in which speakers are mentioned."""
        paragraph = parsed.paragraph
        below = self._below.get(paragraph.start)
        passage = Passage(parsed, self._segments(paragraph.text), below)
        for speech in sorted(self._speeches(passage), key=_mentioned_at):
            until = parsed.paragraph.start + speech.end
            speaker = self._speakers.find(
                speech.mention, speech.sure, until, parsed, relayed=speech.relay is not None
            )
            yield self._quote(speech, speaker, passage)

    def _speeches(self, passage: Passage) -> list[_Speech]:
        cues = find_cues(passage)
        found = attribute(passage, cues, self._thread)
        numbers = self._utterances.number(found, passage)
        direct = [
            _direct(attribution, number)
            for attribution, number in zip(found, numbers, strict=True)
            if is_speech(attribution, passage)
        ]
        used = {c.token.i for s in direct for c in (s.cue, s.inner, s.relay) if c is not None}
        reports = find_reports(passage, cues, frozenset(used))
        return direct + [_reported(r, self._utterances.next(), passage) for r in reports]

    def _quote(self, speech: _Speech, speaker: Speaker, passage: Passage) -> Quote:
        article = self._page.article
        start = passage.paragraph.start + speech.start
        end = passage.paragraph.start + speech.end
        cue = speech.cue
        return Quote(
            text=article.text[start:end],
            start=start,
            end=end,
            direct=speech.direct,
            utterance=speech.utterance,
            speaker=speaker.party,
            guess=speaker.guess,
            confidence=speaker.confidence,
            mention=speech.mention.words if speech.mention else None,
            cue=cue.token.text if cue else None,
            inner_speaker=_name(speech.inner, passage),
            relayed_by=_name(speech.relay, passage),
            listener=_other(listener_of(cue), speaker) if cue else None,
            occasion=occasion_of(cue, passage) if cue else None,
            said_on=said_on(cue, passage, article.published, self._beat),
        )


def _direct(attribution: Attribution, number: int) -> _Speech:
    return _Speech(
        start=attribution.segment.start,
        end=attribution.segment.end,
        direct=True,
        utterance=number,
        sure=sureness(attribution),
        mention=attribution.mention,
        cue=attribution.cue,
        inner=attribution.inner,
        relay=attribution.relay,
    )


def _reported(report: Report, number: int, passage: Passage) -> _Speech:
    return _Speech(
        start=report.start,
        end=report.end,
        direct=False,
        utterance=number,
        sure=REPORTED_SURE,
        mention=speaker_of(report.cue, passage),
        cue=report.cue,
    )


def _mentioned_at(speech: _Speech) -> int:
    return speech.mention.start if speech.mention else 0


def _other(listener: str | None, speaker: Speaker) -> str | None:
    """Give the words for a listener, where the parse has not taken the speaker for one."""
    party = speaker.party or speaker.guess
    if listener is None or party is None:
        return listener
    return None if set(keys_of(listener)) <= set(keys_of(party.name)) else listener


def _name(cue: Cue | None, passage: Passage) -> str | None:
    return speaker_of(cue, passage).words if cue else None

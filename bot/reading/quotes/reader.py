"""Read the quotes of one article: segments, cues and speakers, and reported speech."""

from collections.abc import Iterator, Sequence

from bot.beat import Beat
from bot.models import Quote
from bot.reading.language import Parsed
from bot.reading.page import Page
from bot.reading.people import Cast
from bot.reading.quotes.attribution import Attribution, Mention, Thread, attribute, speaker_of
from bot.reading.quotes.circumstances import listener_of, occasion_of, said_on
from bot.reading.quotes.cues import Cue, find_cues
from bot.reading.quotes.marks import (
    Segment,
    double_quoted,
    single_quoted,
    uses_single_marks,
)
from bot.reading.quotes.passage import Passage
from bot.reading.quotes.reported import Report, find_reports
from bot.reading.quotes.speakers import find_speaker, sureness
from bot.reading.quotes.speech import is_speech
from bot.reading.quotes.utterances import Utterances

REPORTED_SURE = 0.9


def read_quotes(page: Page, parsed: Sequence[Parsed], cast: Cast, beat: Beat) -> list[Quote]:
    """Read all quotes of an article, in order: direct ones, and reported speech as such."""
    reader = _Reader(page, cast, beat)
    quotes = [quote for each in parsed for quote in reader.read(each)]
    return sorted(quotes, key=lambda q: (q.start, q.end))


class _Reader:
    """Goes through one article, paragraph by paragraph."""

    def __init__(self, page: Page, cast: Cast, beat: Beat) -> None:
        self._page, self._cast, self._beat = page, cast, beat
        self._thread = Thread()
        self._utterances = Utterances()
        single = uses_single_marks([p.text for p in page.paragraphs])
        self._segments = single_quoted if single else double_quoted

    def read(self, parsed: Parsed) -> Iterator[Quote]:
        """Yield the quotes of one paragraph."""
        passage = Passage(parsed, self._segments(parsed.paragraph.text))
        cues = find_cues(passage)
        found = attribute(passage, cues, self._thread)
        used: set[int] = set()
        for attribution, number in zip(found, self._utterances.number(found, passage), strict=True):
            if is_speech(attribution, passage):
                used.update(
                    c.token.i for c in (attribution.cue, attribution.inner, attribution.relay) if c
                )
                yield self._direct(attribution, number, passage, parsed)
        for report in find_reports(passage, cues, frozenset(used)):
            yield self._reported(report, passage, parsed)

    def _direct(
        self, attribution: Attribution, number: int, passage: Passage, parsed: Parsed
    ) -> Quote:
        return self._quote(
            attribution.segment,
            passage,
            parsed,
            direct=True,
            utterance=number,
            mention=attribution.mention,
            cue=attribution.cue,
            inner=attribution.inner,
            relay=attribution.relay,
            sure=sureness(attribution),
        )

    def _reported(self, report: Report, passage: Passage, parsed: Parsed) -> Quote:
        return self._quote(
            Segment(report.start, report.end),
            passage,
            parsed,
            direct=False,
            utterance=self._utterances.next(),
            mention=speaker_of(report.cue, passage),
            cue=report.cue,
            inner=None,
            relay=None,
            sure=REPORTED_SURE,
        )

    def _quote(
        self,
        segment: Segment,
        passage: Passage,
        parsed: Parsed,
        *,
        direct: bool,
        utterance: int,
        mention: Mention | None,
        cue: Cue | None,
        inner: Cue | None,
        relay: Cue | None,
        sure: float,
    ) -> Quote:
        start = passage.paragraph.start + segment.start
        end = passage.paragraph.start + segment.end
        speaker = find_speaker(mention, sure, self._cast, parsed)
        return Quote(
            text=self._page.article.text[start:end],
            start=start,
            end=end,
            direct=direct,
            utterance=utterance,
            speaker=speaker.party,
            guess=speaker.guess,
            confidence=speaker.confidence,
            mention=mention.words if mention else None,
            cue=cue.token.text if cue else None,
            inner_speaker=speaker_of(inner, passage).words if inner else None,
            relayed_by=speaker_of(relay, passage).words if relay else None,
            listener=listener_of(cue) if cue else None,
            occasion=occasion_of(cue, passage) if cue else None,
            said_on=said_on(cue, passage, self._page.article.published, self._beat),
        )

"""What a query asks for: parts to look for, conditions to hold, and what was not understood."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import takewhile

from rapidfuzz import fuzz, process

from bot.kept import Label, Scope
from bot.models import Status
from bot.search.dates import LONGEST, may_begin_a_date, read_span
from bot.search.lexicon import LONGEST_NAME, Lexicon
from bot.search.matching import Part
from bot.search.query import LONGEST_QUERY, Filter, Typed
from bot.search.vocabulary import NEAR_LABEL, Vocabulary
from bot.words import folded, words_of

STOP_WORDS = frozenset(
    words_of(
        "a about an and are as at be by did do does for from had has have he her his how in is it"
        " its of on or say said says she that the their they this to was were what when where who"
        " with"
    )
)
BEFORE_A_DATE = {"since": "since", "after": "since", "until": "until", "before": "until"}
ALONE_A_DATE = ("yesterday", "today")
EXAMPLES = {
    "by": "by:ishiba",
    "with": "with:trump",
    "about": "about:tariffs",
    "in": "in:tokyo",
    "since": "since:2024-10 or since:yesterday",
    "until": "until:2024-12-31 or until:yesterday",
    "on": 'on:2024-10-03 or on:"Oct 3"',
    "status": "status:held, status:planned or status:cancelled",
    "from": "from:kyodo",
    "beat": "beat:all",
}
LABEL_KINDS = {"by": "speaker", "with": "party", "in": "place", "from": "outlet"}
BEATS = {"on": ("on",), "off": ("off",), "all": ("on", "off")}


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that must hold, as typed, so that it can be named and let go."""

    typed: str
    any_of: tuple[str | Label, ...] = ()
    none_of: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None


@dataclass(slots=True)
class Wanted:
    """A query understood."""

    words: list[str] = field(default_factory=list)  # as typed, in order, for phrases
    parts: list[Part] = field(default_factory=list)
    conditions: list[Condition] = field(default_factory=list)
    shown: list[tuple[str, str]] = field(default_factory=list)  # typed, and what is shown for it
    notes: list[str] = field(default_factory=list)
    beats: tuple[str, ...] = BEATS["on"]
    nouns: tuple[Label, ...] = ()
    otherwise: "Wanted | None" = None  # the query with words taken for dates read as words

    def scope(self, left_out: Condition | None = None) -> Scope:
        """Return where to look: all conditions hold but the one left out."""
        kept = [condition for condition in self.conditions if condition is not left_out]
        return Scope(
            any_of=tuple(group for group in (self.nouns, *(c.any_of for c in kept)) if group),
            none_of=tuple(word for c in kept for word in c.none_of),
            since=max((c.since for c in kept if c.since), default=None),
            until=min((c.until for c in kept if c.until), default=None),
        )


class QueryReader:
    """Understands one query by what the beat and the index know."""

    def __init__(
        self, lexicon: Lexicon, vocabulary: Vocabulary, today: date, plain_dates: bool = True
    ) -> None:
        self.lexicon = lexicon
        self.vocabulary = vocabulary
        self.today = today
        self.plain_dates = plain_dates
        self.took_words_for_dates = False
        self.acronyms: set[str] = set()  # words in capitals, such as WHO
        self.wanted = Wanted()

    def read(self, typed: Typed) -> Wanted:
        """Understand a query."""
        wanted = self.wanted
        if typed.too_long:
            wanted.notes.append(f"Only the first {LONGEST_QUERY} characters were used.")
        items = typed.items
        while items:
            item = items[0]
            following = [word for word in takewhile(is_word, items[1:]) if isinstance(word, str)]
            used = (
                self.read_filter(item, following)
                if isinstance(item, Filter)
                else self.read_words([item, *following])
            )
            items = items[used:]
        for phrase in typed.phrases:
            self.require(f'"{phrase}"', [folded(phrase)])
        for word in typed.left_out:
            if folded(word):
                wanted.conditions.append(Condition(f"-{word}", none_of=(folded(word),)))
        telling = [p for p in wanted.parts if p.typed not in STOP_WORDS or p.typed in self.acronyms]
        wanted.parts = telling or wanted.parts
        return wanted

    def require(self, typed: str, any_of: Sequence[str | Label]) -> None:
        """Add a condition, unless it is empty."""
        if any(any_of):
            self.wanted.conditions.append(Condition(typed, any_of=tuple(any_of)))

    def read_words(self, words: list[str]) -> int:
        """Read a date, a known expression or a word; return how many typed words it took."""
        used = self.read_plain_date(words) if self.plain_dates else 0
        if used:
            return used
        if words[0].isupper():
            self.acronyms.update(words_of(words[0]))
        for length in range(min(LONGEST_NAME, len(words)), 0, -1):
            typed = tuple(words_of(" ".join(words[:length])))
            others = self.lexicon.others(typed)
            if others:
                self.wanted.words += typed
                self.wanted.parts.append(Part(" ".join(typed), others))
                return length
        for word in words_of(words[0]):
            for piece in self.lexicon.split(word):
                self.wanted.words.append(piece)
                self.wanted.parts.append(Part(piece))
        return 1

    def read_plain_date(self, words: list[str]) -> int:
        """Read "last october", "since yesterday", "in 2024" among plain words."""
        name = BEFORE_A_DATE.get(words[0].lower(), "on")
        start = words[0].lower() in BEFORE_A_DATE
        if not may_begin_a_date(words[min(start, len(words) - 1)]):
            return 0
        for length in range(min(LONGEST, len(words) - start), 0, -1):
            phrase = words[start : start + length]
            if (start or surely_a_date(phrase)) and self.require_date(
                name, phrase, " ".join(words[: start + length])
            ):
                self.took_words_for_dates = True
                return start + length
        return 0

    def require_date(self, name: str, words: Sequence[str], typed: str) -> bool:
        """Add a condition on the date; tell whether the words are one."""
        span = read_span(words, self.today)
        if span is None:
            return False
        since = span[0] if name in ("since", "on") else None
        until = span[1] if name in ("until", "on") else None
        self.wanted.conditions.append(Condition(typed, since=since, until=until))
        return True

    def read_filter(self, filter: Filter, following: list[str]) -> int:
        """Read a filter, whose value may go on in the words after it; return items used."""
        most = 0 if filter.quoted else min(LONGEST, len(following))
        read = FILTER_READERS[filter.name]
        for extra in range(most, -1, -1):
            words = [*filter.value.split(), *following[:extra]]
            if read(self, filter.name, words):
                return 1 + extra
        self.nearly(filter)
        return 1

    def read_date_filter(self, name: str, words: list[str]) -> bool:
        """Read since:, until: and on:."""
        return self.require_date(name, words, f"{name}:{' '.join(words)}")

    def read_label_filter(self, name: str, words: list[str]) -> bool:
        """Read by:, with:, in: and from:, where the name is spelt right."""
        typed = tuple(words_of(" ".join(words)))
        keys = list(self.vocabulary.labels_with(LABEL_KINDS[name], typed))
        if name in ("by", "with"):
            keys += self.lexicon.parties.get(typed, {})
        labels = [Label(kind=LABEL_KINDS[name], key=key) for key in keys]
        self.require(f"{name}:{' '.join(words)}", labels)
        return bool(labels)

    def read_topic_filter(self, name: str, words: list[str]) -> bool:
        """Read about:, a topic of the beat or of the index."""
        typed = tuple(words_of(" ".join(words)))
        topics = {*self.vocabulary.labels_with("topic", typed)}
        topics |= {topic for topic in (self.lexicon.topics.get(typed),) if topic}
        labels = [Label(kind="topic", key=topic) for topic in sorted(topics)]
        if labels:
            self.require(f"{name}:{' '.join(words)}", [*labels, " ".join(typed)])
        return bool(labels)

    def read_status_filter(self, name: str, words: list[str]) -> bool:
        """Read status:."""
        known = words[0].lower() in list(Status) if len(words) == 1 else False
        if known:
            self.require(f"{name}:{words[0]}", [Label(kind="status", key=words[0])])
        return known

    def read_beat_filter(self, name: str, words: list[str]) -> bool:
        """Read beat:all and beat:off."""
        beats = BEATS.get(" ".join(words).lower())
        self.wanted.beats = beats or self.wanted.beats
        return bool(beats)

    def nearly(self, filter: Filter) -> None:
        """Take a filter's value for the nearest that is known, or say that nothing is near."""
        typed = folded(filter.value)
        for near in self.near_values(filter.name, typed):
            if FILTER_READERS[filter.name](self, filter.name, near.split()):
                self.wanted.shown.append((filter.value, near))
                return
        if filter.name == "about" and typed:
            self.require(str(filter), [typed])
        else:
            example = EXAMPLES[filter.name]
            self.wanted.notes.append(f"“{filter}” was not understood; try {example}.")

    def near_values(self, name: str, typed: str) -> Iterator[str]:
        """Yield what a filter's value may have been meant to be, the likeliest first."""
        if name in LABEL_KINDS and typed and " " not in typed:
            meanings = self.vocabulary.meanings(typed, wide=False)
            yield from sorted(meanings, key=meanings.__getitem__, reverse=True)
        known = self.known_values(name)
        near = process.extractOne(typed, known, scorer=fuzz.WRatio, score_cutoff=NEAR_LABEL)
        if near:
            yield near[0]

    def known_values(self, name: str) -> list[str]:
        """Return what a filter's value may be."""
        if name in LABEL_KINDS:
            known = list(self.vocabulary.labels[LABEL_KINDS[name]])
            people = self.lexicon.parties if name in ("by", "with") else ()
            return [*known, *map(" ".join, people)]
        if name == "about":
            return [*self.vocabulary.labels["topic"], *map(" ".join, self.lexicon.topics)]
        return list(Status) if name == "status" else []


FILTER_READERS: dict[str, Callable[[QueryReader, str, list[str]], bool]] = {
    "by": QueryReader.read_label_filter,
    "with": QueryReader.read_label_filter,
    "in": QueryReader.read_label_filter,
    "from": QueryReader.read_label_filter,
    "about": QueryReader.read_topic_filter,
    "since": QueryReader.read_date_filter,
    "until": QueryReader.read_date_filter,
    "on": QueryReader.read_date_filter,
    "status": QueryReader.read_status_filter,
    "beat": QueryReader.read_beat_filter,
}


def is_word(item: str | Filter) -> bool:
    """Tell a plain word from a filter."""
    return isinstance(item, str)


def surely_a_date(words: Sequence[str]) -> bool:
    """Tell whether plain words that can be read as a date can hardly mean anything else."""
    first = words[0].lower()
    if len(words) == 1:
        return first in ALONE_A_DATE or (first[:4].isdigit() and "-" in first)
    return first not in ("the", "a", "of")

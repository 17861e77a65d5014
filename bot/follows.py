"""Tell whether a new quote or meeting is what a followed search, or a digest's "about", wants.

Followers are told of an article the moment it is stored, so its few items are compared with every
saved query here, in memory; the index serves questions about all that is stored.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from bot.kept import StoredMeeting, StoredQuote
from bot.models import Party
from bot.search.lexicon import LONGEST_NAME, Lexicon, Words
from bot.search.query import Filter, take_apart
from bot.search.understand import STOP_WORDS
from bot.words import words_of

Item = StoredQuote | StoredMeeting
Part = tuple[Words, ...]  # the ways to write one thing, any of which will do

LIKENESS = 86  # of two words, in per cent: one slip in seven letters
SHORTEST_UNLIKE = 5  # shorter words must be the same
NOUNS = {"quote": StoredQuote, "quotes": StoredQuote} | {
    "meeting": StoredMeeting,
    "meetings": StoredMeeting,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A saved query taken apart; all of it must be met."""

    noun: type[StoredQuote] | type[StoredMeeting] | None
    parts: tuple[Part, ...]
    phrases: tuple[Words, ...]
    left_out: tuple[Words, ...]
    filters: tuple[tuple[str, tuple[Part, ...]], ...]

    @property
    def empty(self) -> bool:
        """Tell whether it names nothing to look for."""
        return not (self.noun or self.parts or self.phrases or self.filters)


def wanted(query: str, lexicon: Lexicon) -> Wanted:
    """Take a saved query apart: words, "phrases", -words, filters, and the noun it begins with.

    Names and expressions that the beat knows may be written in any of its ways.
    """
    typed = take_apart(query)
    plain = [item for item in typed.items if isinstance(item, str)]
    noun = NOUNS.get(plain[0].lower()) if plain else None
    words = [word for item in plain[1 if noun else 0 :] for word in words_of(item)]
    telling = [word for word in words if word not in STOP_WORDS]
    filters = (item for item in typed.items if isinstance(item, Filter))
    return Wanted(
        noun=noun,
        parts=tuple(_parts(telling or words, lexicon)),
        phrases=_folded(typed.phrases),
        left_out=_folded(typed.left_out),
        filters=tuple((f.name, tuple(_parts(words_of(f.value), lexicon))) for f in filters),
    )


def _parts(words: list[str], lexicon: Lexicon) -> Iterator[Part]:
    """Read the longest expressions that the beat knows, and single words."""
    while words:
        known = (
            n for n in range(min(LONGEST_NAME, len(words)), 1, -1) if _ways(words[:n], lexicon)
        )
        length = next(known, 1)
        yield (tuple(words[:length]), *_ways(words[:length], lexicon))
        words = words[length:]


def _ways(words: list[str], lexicon: Lexicon) -> tuple[Words, ...]:
    """Return the other ways to write a name or expression; none where the beat knows none."""
    expression = tuple(words)
    names = lexicon.parties.get(expression, {}).values()
    texts = (*names, *lexicon.others(expression))
    return tuple(dict.fromkeys(tuple(words_of(text)) for text in texts))


def wants(query: Wanted, item: Item) -> bool:
    """Tell whether an item is what a saved query wants."""
    if query.empty or (query.noun and not isinstance(item, query.noun)):
        return False
    said = words_of(_everything(item))
    return (
        all(_has_part(said, part) for part in query.parts)
        and all(_has_phrase(said, phrase) for phrase in query.phrases)
        and not any(_has_phrase(said, phrase) for phrase in query.left_out)
        and all(_passes(name, parts, item) for name, parts in query.filters)
    )


def about(query: str, lexicon: Lexicon) -> Callable[[Item], bool]:
    """Build the test of a digest's "about …"; without words everything passes."""
    asked = wanted(query, lexicon)
    return lambda item: asked.empty or wants(asked, item)


def _folded(texts: Iterable[str]) -> tuple[Words, ...]:
    return tuple(words for text in texts if (words := tuple(words_of(text))))


def _has_part(said: list[str], part: Part) -> bool:
    return any(_has_word(said, way[0]) if len(way) == 1 else _has_phrase(said, way) for way in part)


def _has_word(said: list[str], word: str) -> bool:
    if len(word) < SHORTEST_UNLIKE:
        return word in said
    return any(other == word or fuzz.ratio(other, word) >= LIKENESS for other in said)


def _has_phrase(said: list[str], phrase: Words) -> bool:
    width = len(phrase)
    return any(tuple(said[at : at + width]) == phrase for at in range(len(said) - width + 1))


def _passes(name: str, parts: tuple[Part, ...], item: Item) -> bool:
    """Tell whether an item passes a filter; those on days say nothing about what is new."""
    place = PLACES.get(name)
    if place is None:
        return True
    said = words_of(place(item))
    return all(_has_part(said, part) for part in parts)


def _parties(parties: Iterable[Party | None]) -> str:
    return " ".join(f"{p.name} {p.office or ''} {p.side or ''}" for p in parties if p)


def _by(item: Item) -> str:
    return _parties([item.quote.speaker]) if isinstance(item, StoredQuote) else ""


def _with(item: Item) -> str:
    return _parties(item.meeting.participants) if isinstance(item, StoredMeeting) else ""


def _about(item: Item) -> str:
    kept = item.quote if isinstance(item, StoredQuote) else item.meeting
    return " ".join(kept.topics)


def _in(item: Item) -> str:
    return item.meeting.place or "" if isinstance(item, StoredMeeting) else ""


def _status(item: Item) -> str:
    return item.meeting.status.value if isinstance(item, StoredMeeting) else ""


def _from(item: Item) -> str:
    return " ".join(source.outlet or "" for source in item.sources)


def _everything(item: Item) -> str:
    """Return all words that an item can be found by."""
    own: tuple[str, ...]
    if isinstance(item, StoredQuote):
        own = (item.quote.text, item.quote.occasion or "", item.quote.listener or "")
    else:
        own = tuple(evidence.text for evidence in item.meeting.evidence)
    titles = (source.title or "" for source in item.sources)
    return " ".join((*own, _by(item), _with(item), _about(item), _in(item), *titles))


PLACES: Mapping[str, Callable[[Item], str]] = {
    "by": _by,
    "with": _with,
    "about": _about,
    "in": _in,
    "status": _status,
    "from": _from,
}

"""What a cue's verb governs in the parse, as the words that it reports, and where they end."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from bot.reading.quotes.beside import SUBJECTS
from bot.reading.quotes.cues import Cue
from bot.reading.quotes.lexicon import Strength, forms, strength_of, takes, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST_CONTENT = 1000  # characters
OBJECTS = frozenset({"dobj", "attr", "oprd"})
ADDED = frozenset({"advcl", "conj", "relcl"})
ABOUT = frozenset(
    ["for", "as", "of", "about", "over", "with", "against", "from", "in", "at", "to", "on"]
)
ASIDES = frozenset(
    ["when", "after", "while", "as", "before", "since", "because", "although", "though"]
)
APART = frozenset({",", ";", "-", "--", "–", "—"})


@dataclass(frozen=True, slots=True)
class Content:
    """The words that a cue reports; offsets in the paragraph's text."""

    start: int
    end: int
    goes_on: Token | None = None  # a verb behind them with the same speaker: "…, adding that"


def end_of(token: Token) -> int:
    """Where a token ends."""
    return token.idx + len(token)


def governed(cue: Cue) -> list[Token]:
    """Find the heads of the clauses, else of the objects, that a cue's verb governs."""
    verb = cue.token
    children = list(verb.children)
    clauses = [c for c in children if c.dep_ == "ccomp" or _is_asked(c, verb)]
    if clauses or verb.lower_ in words("no_report"):
        return clauses
    wishes = [c for c in children if c.dep_ == "xcomp"]
    objects = [c for c in verb.rights if c.dep_ in OBJECTS]
    brought = _brought(verb, verb.rights)
    if objects and verb.lower_ in forms("told") and not wishes:
        brought += [p for o in objects for p in _brought(verb, o.rights)]
        objects = [o for o in objects if o.lower_.removesuffix("s") in words("nouns")]
    elif not objects:
        brought = [o for p in brought for o in p.children if o.dep_ in {"pobj", "pcomp"}]
    return wishes + objects + brought


def _brought(verb: Token, among: Iterable[Token]) -> list[Token]:
    """Find the prepositions by which a verb brings in what is said: "called for"."""
    return [c for c in among if c.dep_ == "prep" and takes(verb.lower_, c.lower_)]


def _is_asked(clause: Token, verb: Token) -> bool:
    """Whether a clause is what is asked: "asked voters if they would come"."""
    if clause.dep_ != "advcl" or clause.i < verb.i or verb.lower_ not in forms("told"):
        return False
    return any(c.dep_ == "mark" and c.lower_ in {"if", "whether"} for c in clause.children)


def content_behind(cue: Cue, heads: Sequence[Token]) -> Content:
    """Take the content that follows a cue, from the heads that its verb governs."""
    start = max(end_of(cue.token), min(h.left_edge.idx for h in heads))
    end = max(end_of(h.right_edge) for h in heads)
    if heads[-1].dep_ not in {"ccomp", "xcomp"}:
        end = max(end, _reach(cue.token))
    end = min(end, start + LONGEST_CONTENT)
    inside = list(_between(cue.token.doc, start, end))
    for token in (t for t in inside if t.dep_ in ADDED):
        is_last = token.right_edge.i >= inside[-1].i - 1
        if not is_last or token.left_edge.i <= heads[0].i:
            continue
        goes_on = _goes_on(token)
        if goes_on or _is_aside(token, is_clause=heads[0].dep_ == "ccomp"):
            return Content(start, _start_of(token), token if goes_on else None)
    return Content(start, end)


def _between(doc: Doc, start: int, end: int) -> Iterator[Token]:
    """Yield the tokens that begin between two offsets."""
    first = bisect_right(range(len(doc)), start, key=lambda i: doc[i].idx)
    return takewhile(lambda t: t.idx < end, doc[first:])


def _reach(verb: Token) -> int:
    """Where what belongs to a verb's object ends: "blasted Lentz for …", "cited it as …"."""
    reach = 0
    for child in verb.rights:
        to_do = child.dep_ in {"advcl", "xcomp"} and any(c.tag_ == "TO" for c in child.children)
        if to_do or (child.dep_ == "prep" and child.lower_ in ABOUT and not _is_occasion(child)):
            reach = end_of(child.right_edge)
    return reach


def _is_occasion(preposition: Token) -> bool:
    """Whether a preposition tells when or in what words: "on Friday", "in a statement"."""
    named = {c.lower_ for c in preposition.children}
    is_text = preposition.lower_ in {"in", "at"} and named & words("nouns")
    return bool(is_text or named & words("times"))


def _goes_on(token: Token) -> bool:
    """Whether a verb goes on with the cue's speaker rather than inside what is said."""
    if strength_of(token.lower_) > Strength.SPEECH:
        return False
    if token.dep_ == "advcl":
        return token.tag_ == "VBG" and _is_set_apart(token)
    return token.dep_ == "conj" and not any(c.dep_ in SUBJECTS for c in token.children)


def _is_aside(token: Token, *, is_clause: bool) -> bool:
    """Whether a clause only adds to the content: "…, which", "…, while Lentz said"."""
    if token.dep_ == "relcl":
        return _is_set_apart(token) and any(t.tag_ in {"WDT", "WP"} for t in token.subtree)
    if not is_clause:
        return token.dep_ == "advcl" and token.left_edge.lower_ in ASIDES
    is_speech = strength_of(token.lower_) <= Strength.SPEECH and token.dep_ in {"conj", "advcl"}
    return is_speech and _is_set_apart(token) and any(c.dep_ == "nsubj" for c in token.children)


def _is_set_apart(token: Token) -> bool:
    """Whether a comma or dash stands before a clause."""
    first, start = token.left_edge.i, _start_of(token)
    before = [t for t in token.doc[max(0, first - 3) : first] if t.idx < start]
    return bool(before) and before[-1].text in APART


def _start_of(token: Token) -> int:
    """Where a clause begins, with the "and" before it."""
    ands = [c for c in token.head.children if c.dep_ == "cc" and token.head.i < c.i < token.i]
    return ands[-1].idx if ands and token.dep_ == "conj" else token.left_edge.idx

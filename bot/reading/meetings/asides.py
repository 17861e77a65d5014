"""What a sentence says beside the meeting that it tells of: "Brandt, a former pilot, …"."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_CLAUSES = frozenset({"relcl", "acl", "appos", "advcl", "parataxis"})


def aside(sentence: "Span", trigger: "Token") -> frozenset[int]:
    """Give the words of those clauses, appositions and "since …" that leave the trigger out."""
    found: set[int] = set()
    for word in sentence:
        since = word.dep_ == "prep" and word.lower_ == "since"
        if word.dep_ in _CLAUSES or since:
            first, last = word.left_edge.i, word.right_edge.i
            if not first <= trigger.i <= last:
                found.update(range(first, last + 1))
    return frozenset(found)

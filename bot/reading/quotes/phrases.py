"""The words around a head noun that name somebody: "Rep. Osgood", "a senior adviser to her"."""

from spacy.tokens import Span, Token

LONGEST_LEFT = 12  # tokens before the head
LONGEST_PREPOSITION = 6
LONGEST_CONJUNCT = 8
DASHES = frozenset({"-", "--", "–", "—", "―"})


def phrase_of(head: Token) -> Span:
    """Give the noun phrase of a head word, without relative clauses and long modifiers."""
    doc, start, end = head.doc, _left_edge(head), head.i + 1
    for child in head.rights:
        if child.dep_ == "conj" and child.i - head.i <= LONGEST_CONJUNCT:
            end = max(end, child.i + 1) if child.pos_ in {"PROPN", "NOUN", "PRON"} else end
        if child.dep_ == "prep" and child.lower_ in {"of", "for", "at", "in"}:
            near = child.right_edge.i - head.i <= LONGEST_PREPOSITION
            end = max(end, child.right_edge.i + 1) if near else end
        if child.dep_ == "appos" and child.left_edge.i == head.i + 1:
            end = max(end, child.i + 1)
    return doc[start:end]


def _left_edge(head: Token) -> int:
    start = head.left_edge.i
    if head.i - start > LONGEST_LEFT:
        start = min((c.i for c in head.lefts if c.dep_ in {"compound", "det"}), default=head.i)
    for i in range(head.i - 1, start - 1, -1):
        if _separates(head.doc[i]):
            return i + 1
    while start < head.i and (head.doc[start].is_punct or head.doc[start].is_space):
        start += 1
    return start


def _separates(token: Token) -> bool:
    """Whether a phrase cannot reach over a token: a dash between blanks, a mark, a bracket."""
    if token.text in DASHES:
        return bool(token.whitespace_)
    return token.is_quote or token.text in {")", "]"}

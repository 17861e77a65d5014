"""The words around a head noun that name somebody: "Rep. Osgood", "a senior adviser to her"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

LONGEST_LEFT = 12  # tokens before the head
LONGEST_RIGHT = 8  # tokens of what describes it behind
LONGEST_CONJUNCT = 8
LONGEST_APPOSITION = 14
DASHES = frozenset({"-", "--", "–", "—", "―"})
PREPOSITIONS = frozenset({"of", "for", "at", "in", "inside", "outside", "near", "within"})
LEADING = frozenset({"DT", "PRP$", "JJ", "CD"})
BRACKETS = frozenset({")", "]"})


def phrase_of(head: Token) -> Span:
    """Give the noun phrase of a head word, without relative clauses and long modifiers."""
    name = next((c for c in head.rights if _is_name_of(c, head)), None)
    if name is not None:
        return phrase_of(name)
    end = max((_end_with(child, head) for child in head.rights), default=head.i + 1)
    end = max(end, head.i + 1)
    while head.tag_ == "NNP" and end < len(head.doc) and head.doc[end].tag_ == "NNP":
        end += 1
    return head.doc[_left_edge(head) : end]


def _end_with(child: Token, head: Token) -> int:
    """Where the phrase ends if this part of it belongs in; 0 where it does not."""
    length = child.right_edge.i - head.i
    if child.dep_ == "conj":
        named = child.pos_ in {"PROPN", "NOUN", "PRON"}
        if not named or child.i - head.i > LONGEST_CONJUNCT:
            return 0
        further = next((c for c in child.rights if c.dep_ == "conj"), None)
        return (_end_with(further, child) if further is not None else 0) or child.i + 1
    if child.dep_ == "appos":
        return child.i + 1 if _tells_more(child, head) else 0
    if child.dep_ == "prep":
        knowing = child.lower_ == "with" and head.tag_ in {"NN", "NNS"}  # "a person with knowledge"
        belongs = child.lower_ in PREPOSITIONS or knowing
        return _end_of_preposition(child, head) if belongs else 0
    describes = child.dep_ == "amod" or (child.dep_ == "acl" and child.tag_ in {"VBN", "VBG"})
    common = head.pos_ != "PROPN" or any(c.dep_ in {"det", "nummod"} for c in head.lefts)
    if describes and common and child.i == head.i + 1:
        return child.right_edge.i + 1 if length <= LONGEST_RIGHT else child.i + 1
    return 0


def _end_of_preposition(preposition: Token, head: Token) -> int:
    """Where "of the officials" ends, without what describes the officials in turn."""
    ends = [preposition.right_edge.i, *(c.i for c in preposition.children if c.dep_ == "pobj")]
    return next((end + 1 for end in ends if end - head.i <= LONGEST_RIGHT), 0)


def _tells_more(apposition: Token, head: Token) -> bool:
    """Whether an apposition is part of the phrase: "the economist X"."""
    return apposition.left_edge.i == head.i + 1


def _is_name_of(child: Token, head: Token) -> bool:
    """Whether an apposition names whom the head describes: "one pastor from Ohio, X,"."""
    near = child.dep_ == "appos" and child.i - head.i <= LONGEST_APPOSITION
    apart = child.left_edge.i > head.i + 1
    return near and apart and head.pos_ == "NOUN" and child.pos_ == "PROPN"


def _left_edge(head: Token) -> int:
    start = head.left_edge.i
    if head.i - start > LONGEST_LEFT:
        start = min((c.i for c in head.lefts if c.dep_ in {"compound", "det"}), default=head.i)
    for i in range(head.i - 1, start - 1, -1):
        if _separates(head.doc[i]):
            return i + 1
    while start < head.i and (head.doc[start].is_punct or head.doc[start].is_space):
        start += 1
    while start > 0 and head.tag_ != "PRP" and _leads_on(head.doc[start - 1], head):
        start -= 1
    return start


def _leads_on(token: Token, head: Token) -> bool:
    """Whether a word belongs to the phrase behind it, though the parse hangs it elsewhere."""
    return token.tag_ in LEADING and token.head.i >= head.i and not token.is_punct


def _separates(token: Token) -> bool:
    """Whether a phrase cannot reach over a token: a dash between blanks, a mark, a bracket."""
    if token.text in DASHES:
        return bool(token.whitespace_)
    return (token.is_quote and token.dep_ != "case") or token.text in BRACKETS

"""Wordings by which a plan falls through: "but the visit was scrapped", "had been due to meet"."""

import re

_FELL_THROUGH = re.compile(
    r"\b(?:(?:call|pull|back|bow)(?:ed|s|ing)?\s+(?:\w+\s+){0,3}(?:off|out)|cancel\w*|scrapp\w+|postpon\w+|"
    r"(?:did|does|will|would)(?:\s+not|n['’]t)\s+(?:take\s+place|go\s+ahead|happen|materiali[sz]e|"
    r"come\s+off|make\s+it)|"
    r"(?:never|neither|none)\s+(?:of\s+\w+\s+)?(?:was\s+|were\s+)?"
    r"(?:held|happened|took\s+place|materiali[sz]ed|came\s+off|went\s+ahead)|"
    r"(?:been|was|were)\s+struck\s+from|fell\s+through|fallen\s+through|came\s+to\s+nothing|kept\s+\w+\s+from|stood\s+\w+\s+up|"
    r"put\s+off|pushed\s+back|shelved|abandoned|dropped|ditched|axed|nixed|turned\s+(?:\w+\s+)?down|"
    r"no\s+longer)\b",
    re.I,
)
# The day for which it was planned is over.
_DID_NOT = re.compile(
    r"\b(?:did(?:\s+not|n['’]t)\s+(?:take\s+place|go\s+ahead|happen|materiali[sz]e|come\s+off|make\s+it)|"
    r"(?:fell|fallen)\s+through|came\s+to\s+nothing|kept\s+\w+\s+from|stood\s+\w+\s+up|"
    r"(?:never|neither)\s+(?:happened|took\s+place|materiali[sz]ed|came\s+off|went\s+ahead))\b",
    re.I,
)
_PUT_OFF = re.compile(
    r"\bpostpon\w+|\bput\s+off\b|\breschedul\w+|\bdelayed\b|\b(?:pushed|moved)\s+(?:back|to)\b",
    re.I,
)
_EVENT = (
    r"(?:meetings?|talks|visits?|trips?|engagements?|summits?|calls?|events?|gatherings?|plans?|"
    r"appointments?|sessions?|dinners?|lunch(?:eon)?s?|encounters?|one|two|stop|conversations?)"
)
_IT = re.compile(
    r"\b(?:it(?!\s+(?:is|was)\s+the)|both|neither|this|which|they)\b|"
    rf"\b(?:the|both|that|this|these|those|his|her|their)\s+(?:\w+\s+)?{_EVENT}\b",
    re.I,
)
_VISIT = re.compile(r"\b(?:visit|trip|tour|journey|travel plans)\b", re.I)
_WAS_TO = re.compile(
    r"\b(?:was|were|had\s+been)\s+(?:also\s+|originally\s+|initially\s+)?"
    r"(?:due|scheduled|expected|set|supposed|slated|planned|planning|hoping|to)\b|"
    r"\bhad\s+(?:planned|hoped|intended|wanted|to)\b",
    re.I,
)
# What is told so did not come about: "had been due to meet", "was to have met".
_WOULD_HAVE = re.compile(
    r"\b(?:had\s+(?:also\s+|originally\s+|initially\s+|earlier\s+)?(?:been\s+)?"
    r"(?:due|scheduled|expected|set|supposed|slated|planning|hoping|planned|hoped|intended|meant)\s+"
    r"(?:to|for)|(?:was|were)\s+(?:also\s+|originally\s+|initially\s+)?(?:due\s+)?to\s+have|"
    r"(?:was|were)\s+(?:originally|initially|supposed|meant)\s+(?:\w+\s+)?to)\b"
    r"(?P<rest>[^;:“\"]*)$",
    re.I,
)
_CAME_ABOUT = re.compile(
    r"\bas\s+(?:planned|scheduled|expected|announced)\b|\bwent\s+ahead\b", re.I
)
_BUT = re.compile(r"\b(?:but|however|before|until)\b(?P<rest>[^;]*)", re.I)
_WILL_NOT_GO = re.compile(
    r"(?:\bnot|\bno\s+longer|n['’]t|\bnever)\s+(?:be\s+)?(?:to\s+)?"
    r"(?:go(?:ing)?|travel(?:l?ing)?|visit(?:ing)?|attend(?:ing)?|fly(?:ing)?|mak(?:e|ing))\b"
    r".*\bwhere\b[^.;]*$",
    re.I,
)
_AT_FIRST = re.compile(
    r"\b(?:originally|initially|at\s+first|first\s+(?:been\s+)?(?:set|due))\b", re.I
)
_IN_FRONT = re.compile(
    r"^\W*(?:(?:also|gone|too)\W+)*(?:scrapped|cancell?ed|dropped|postponed|shelved|axed|ditched|"
    r"called\s+off|gone|struck|missing)\s+(?:from\s+[^,;]{3,40}\s+)?(?:was|were|is|are|went)\b",
    re.I,
)
_NEAR = 80  # characters between "the meeting" and "was called off"


def falls_through(sentence: str) -> bool:
    """Tell whether a sentence says of something told before that it was called off."""
    match = _FELL_THROUGH.search(sentence)
    if match and _AT_FIRST.search(sentence):
        return False  # it is the former plan that came to nothing
    return bool(match and _IT.search(sentence[: match.end()][-_NEAR - len(match[0]) :]))


def did_not_happen(sentence: str) -> bool:
    """Tell whether what was planned is looked back on: "but it did not take place"."""
    return bool(_DID_NOT.search(sentence))


def calls_off_visit(sentence: str) -> bool:
    """Tell whether a sentence says that somebody's visit will not take place."""
    return bool(_FELL_THROUGH.search(sentence) and _VISIT.search(sentence))


def says_put_off(sentence: str) -> bool:
    """Tell whether another day was, or is to be, found."""
    return bool(_PUT_OFF.search(sentence))


def says_off(clause: str) -> bool:
    """Tell whether a clause says that its subject did not come about."""
    return bool(_FELL_THROUGH.search(clause))


def lists_what_is_off(sentence: str) -> bool:
    """Tell a list of what was dropped: "Scrapped were a luncheon with B and a visit to C"."""
    return bool(_IN_FRONT.search(sentence))


def was_to_be(sentence: str) -> bool:
    """Tell a plan that is spoken of as past: "was due to meet", "had planned to visit"."""
    return bool(_WAS_TO.search(sentence))


def came_to_nothing(before: str, after: str) -> bool:
    """Tell, by the words around a plan to meet, that it has come to nothing."""
    if _CAME_ABOUT.search(before + after):
        return False
    but = _BUT.search(after)
    taken_back = bool(but and falls_through(but["rest"]) and was_to_be(before))
    return taken_back or bool(_WOULD_HAVE.search(before) or _WILL_NOT_GO.search(before))

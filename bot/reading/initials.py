"""What initials stand for: "the Ministry of Ports (MOP)", then "MOP said"."""

import re

from bot.models import Party, PartyKind

INITIALS = re.compile(r"(?:the\s)?([A-Z]{2,6})", re.I)
SMALL = r"(?:of|for|and|the|on|in|to|&)"
WORD = r"[A-Z][\w.’'&]*(?:-\w+)*"
RUN = re.compile(rf"{WORD}(?:(?:,?\s{SMALL}){{0,2}},?\s{WORD})+")
SURE = 0.7


def written_out(words: str, text: str) -> Party | None:
    """Give the body whose initials words are, by its name in full somewhere in the article."""
    initials = INITIALS.fullmatch(words.strip())
    if initials is None or not initials[1].isupper():
        return None
    names = [name for run in RUN.finditer(text) if (name := _ends_in(run[0], initials[1]))]
    return Party(name=names[0], kind=PartyKind.BODY) if names else None


def _ends_in(run: str, initials: str) -> str | None:
    """Take the last words of a run of capitals that have these initials."""
    large = [m for m in re.finditer(WORD, run) if not re.fullmatch(SMALL, m[0])]
    last = large[-len(initials) :]
    fits = "".join(m[0][0] for m in last) == initials
    return run[last[0].start() :] if fits else None

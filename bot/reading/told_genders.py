"""Which of an article's people it calls "he", and which "she", in sentences that leave no doubt."""

import re
from collections import defaultdict
from collections.abc import Sequence

from bot.reading.mentions import Mention
from bot.reading.page import Paragraph
from bot.reading.scanned import QUOTED

SENTENCE = re.compile(  # "Mr. Orr" and "John A. Orr" end none
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|Lt|St))(?<!\b(?:Mrs|Gen|Sen|Rep|Gov|Adm|Col))"
    r"[.!?][”\"’')]*\s+(?=[“\"A-Z])"
)
# "her" before a noun, not "told her to go".
PRONOUN = re.compile(
    r"\b(?:(?P<m>he|his)|(?P<f>she|her(?=\s[a-z])"
    r"(?!\s(?:to|in|at|on|by|for|with|and|as|that|from|during|over|about|of|into|after|before|"
    r"when|while|if|but|or|not|how|what|why|also|again|last|this|would|will|had|has|was|is)\b)))\b",
    re.I,
)
# The pronoun may mean somebody unnamed: "an aide to X said he".
UNNAMED = re.compile(
    r"\b(?:an?|the|another|one)\s+(?:[\w-]+\s+){0,3}(?:aide|official|spokes\w+|man|woman|wife|husband|son|"
    r"daughter|mother|father|envoy|adviser|minister|president|premier|leader|chief|secretary)\b",
    re.I,
)

# ", he added," may be whoever speaks of the one whom the sentence names.
TAG = re.compile(
    r",\s(?:s?he)\s(?:\w+\s)?(?:said|says|added|adds|told|wrote|noted|warned|argued)\b", re.I
)


def told_genders(paragraphs: Sequence[Paragraph], people: Sequence[Mention]) -> dict[str, str]:
    """Tell the genders of people, by key, from the pronouns that can mean nobody else."""
    votes: dict[str, list[str]] = defaultdict(list)
    named: dict[int, list[Mention]] = defaultdict(list)
    for mention in people:
        named[mention.paragraph].append(mention)
    for number, mentions in named.items():
        paragraph = paragraphs[number]
        for start, end in _sentences(paragraph.text):
            here = [m for m in mentions if start <= m.start - paragraph.start < end]
            for key, gender in _votes(paragraph, start, end, here):
                votes[key].append(gender)
    return {key: told[0] for key, told in votes.items() if len(set(told)) == 1}


def _sentences(text: str) -> list[tuple[int, int]]:
    breaks = [m.end() for m in SENTENCE.finditer(text)]
    return list(zip([0, *breaks], [*breaks, len(text)], strict=True))


def _votes(
    paragraph: Paragraph, start: int, end: int, people: Sequence[Mention]
) -> list[tuple[str, str]]:
    """Give what one sentence tells: a pronoun after the one person whom it has named so far."""
    text = QUOTED.sub(lambda m: " " * len(m.group()), paragraph.text)[start:end]
    found = []
    for pronoun in PRONOUN.finditer(text):
        at = paragraph.start + start + pronoun.start()
        before = {m.party.key for m in people if m.party and m.end <= at}
        key = before.pop() if len(before) == 1 else None
        if (
            key is None
            or TAG.match(text, max(0, pronoun.start() - len(", ")))
            or UNNAMED.search(text[: pronoun.start()])
        ):
            break
        found.append((key, "m" if pronoun["m"] else "f"))
    return found

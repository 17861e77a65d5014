"""Tell which paragraphs of a page are the article, and which stand around it."""

import re
from collections.abc import Sequence
from itertools import takewhile

from bot.reading.blocks import Zone
from bot.reading.published import is_dateline

HEAD = 12  # paragraphs in which the article must have begun
LONG = 130  # no heading or link is this long
LONGEST_CAPTION = 400
SOON = 4  # paragraphs after a box of links in which the story goes on
LONGEST_BOX = 16  # paragraphs of a box to sign up, with its films and headings, and what follows
SECTION_WORDS = 3  # "INTERNATIONAL RELATIONS"

# From here on nothing belongs to the article.
END = re.compile(
    r"""^["“]?(?:
      related\s(?:tags|articles?|stories|coverage|news|content|topics)\b.{0,12}$
      | (?:more\s(?:in|from|on)|read\s(?:next|more|also)|most\s(?:read|popular|viewed)|
        trending|recommended|you\smay\s(?:also\s)?like|what\sto\sread\snext|keywords|topics|
        popular\sarticles?|latest\snews|top\sstories|up\snext|editors?['’]?s?\spicks?)\b.{0,30}$
      | \w+["”]?\spopular\sarticle | jn\saccess\sranking | .{0,20}\branking$
      | sign\sup\sfor\b | subscribe\b | newsletter | receive\sbreaking\snews
      | ©|\(c\)\s(?:20|copyright) | \[?copyright\b | all\srights\sreserved
      | privacy: | read\sand\spost\scomments | please\sreview\scommunity
      | in\sa\stime\sof\sboth\smisinformation | font\ssize | END$ | \\?\#{2,3}$ | ==\w+$
      | \(?japanese\soriginal\sby | additional\sreporting\sby | reporting\sby\s | editing\sby\s
      | \w[\w.' -]+\sis\san?\s[^.]{0,60}\b(?:reporter|correspondent|editor|columnist|
        staff\swriter|journalist)\b
      | follow\sus\son | download\sthe\b.{0,30}\bapp\b | interest-based\sadvertising
      | our\sstandards: | (?:click|tap)\shere\b
    )""",
    re.I | re.X,
)
# A box of links within an article begins like this.
BOX = re.compile(r"^(?:related|more on|more from|read|sign up|subscribe|newsletter|topics)\b", re.I)
MENU = re.compile(
    r"""^(?:
      skip\sto\s(?:main\s)?content$ | tags?:.* | by[\s|]*$ | share(?:/save)?$ | save$ | listen$
      | (?:print|e-?mail|comments?|advertisement|english|japan|world|politics|business|menu|home|
         search|login|log\sin|live|video|photos?|top|globaltalk|via\steleconference)$
      | staff\s(?:writer|reporter)s?$ | (?:the\s)?associated\spress$
      | office\sof\s(?:the|press)\b[^.]*$
      | [\w. -]+,\s(?:department|deputy|principal)\b[^.]*spokesperson$
      | -+$ | \*+$ | [•·|]+$
      | updated?\b.{0,40}$ | published\b.{0,40}$ | \d+\smin(?:ute)?s?\sread$
      | \d+\s(?:second|minute|hour|day|week|month|year)s?\sago$
      | https?://\S+$ | (?:www\.)?[\w-]+(?:\.[\w-]+)+$ | \d+$ | \[[^\]]*\]\([^)]*\)$
      | (?:[\w. ]{1,40}/[\w. ]{1,40})(?<!\.)$ | (?:file\s)?photo$
    )""",
    re.I | re.X,
)
BYLINE = re.compile(
    r"^(?:by|story by|text by|from)\s+(?-i:[A-Z][\w.'’-]*(?:\s|,\s|$)|and\s|the\s|/\s)+"
    r"[^.!?]{0,60}$|^[A-Z][\w.'’ -]+,\s[\w' ]*(?:staff )?(?:writer|correspondent|reporter)s?$",
    re.I,
)
CAPTION = re.compile(
    r"""\((?:pool|file|ap|afp|reuters|kyodo|jiji|photo|getty|handout|c|l|r)\b[^)]*\)\s*$
      | \|\s*(?:pool|via|kyodo|reuters|ap|afp|jiji|getty|bloomberg)\b | \bpool\sphoto\b
      | ©\s?\w | \bgetty\simages\b | /(?:ap|afp|reuters|getty|pool|epa)\b | \bphoto\sby\b
      | \bin\sthis\s(?:file\s|handout\s)?(?:photo|image|picture)\b | \bfile\sphoto\b
      | ,\s(?:(?:far\s|(?:second|third)\sfrom\s)?(?:right|left|cent(?:er|re))|front|back)(?:,|\sand)
    """,
    re.I | re.X,
)
# A caption tells what a picture shows, in the present tense.
SHOWS = re.compile(
    r"\b(?:shakes?|greets?|poses?|attends?|welcomes?|speaks?|walks?|arrives?|listens?|gestures?|"
    r"holds? talks|talks?|waves?|hugs?|looks? on|sits?|stands?|meets?|answers?|boards?|sorts?)\b"
)
PAST = re.compile(
    r"\b(?:said|told|was|were|met|held|had|has|have|is|are|will|would|spoke|agreed|added)\b"
)
SENTENCE_END = re.compile(r"[.!?:;…,][\"'”’)\]*_]*$|[”\"]$|[―—–-]$")
RUN_TOGETHER = re.compile(r"[a-z)][A-Z][a-z]")  # "PoliticsDiplomacySecurity"
LIST_MARK = re.compile(r"^(?:[-*•–]|\d{1,2}[.)])\s")


def zones_of(texts: Sequence[str], title: str | None = None) -> list[Zone]:
    """Tell the zone of every paragraph of a page, in order."""
    headline = _headline(texts, title)
    seen: set[str] = set()
    digest = _digest(texts)
    zones: list[Zone] = []
    begun = ended = False
    for index, text in enumerate(texts):
        plain = _plain(text)
        if index == headline:
            zone = Zone.HEADLINE
        elif ended or plain in seen:
            zone = Zone.JUNK
        elif begun and END.match(text):
            zone, ended = Zone.JUNK, not _resumes(text, texts[index + 1 :])
        elif index in digest:
            zone = Zone.SUMMARY
        else:
            zone = _zone(texts, index, headline, begun)
        begun = begun or zone is Zone.BODY
        if zone is not Zone.JUNK:
            seen.add(plain)
        zones.append(zone)
    return zones


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _headline(texts: Sequence[str], title: str | None) -> int | None:
    """Find the headline: the stated title, else the first line that is no menu, date or body."""
    if title:
        wanted = _plain(title)
        for index, text in enumerate(texts[:HEAD]):
            if _plain(text) == wanted:
                return index
        if texts and "\n" in texts[0]:
            return None  # a wrapped paragraph: the title stood in the front matter
    for index, text in enumerate(texts[:HEAD]):
        if MENU.match(text) or is_dateline(text) or BYLINE.match(text) or LIST_MARK.match(text):
            continue
        if text.isupper() and len(text.split()) <= SECTION_WORDS:
            continue
        return index if _reads_as_headline(text) and len(texts) > index + 1 else None
    return None


def _reads_as_headline(text: str) -> bool:
    return len(text) < 220 and not re.search(r"[.!:;,]$", text) and "\n" not in text


def _zone(texts: Sequence[str], index: int, headline: int | None, begun: bool) -> Zone:
    text = texts[index]
    if is_dateline(text):
        return Zone.DATELINE
    if MENU.match(text) or BYLINE.match(text) or _is_tags(text):
        return Zone.JUNK
    if len(text) < LONGEST_CAPTION and CAPTION.search(text[-200:]):
        return Zone.CAPTION
    if not _runs(text, begun):
        return Zone.JUNK
    if begun or not any(is_dateline(t) for t in texts[index + 1 : HEAD]):
        return Zone.BODY
    return Zone.CAPTION if _shows(text) else Zone.SUMMARY


def _is_tags(text: str) -> bool:
    return len(RUN_TOGETHER.findall(text)) > 1 and not SENTENCE_END.search(text)


def _runs(text: str, begun: bool) -> bool:
    """Tell running text from headings, links and lists of words."""
    if "\n" in text or len(text) >= LONG or SENTENCE_END.search(text):
        return True
    return begun and bool(LIST_MARK.match(text) or re.match(r"[\"“‘']", text))


def _shows(text: str) -> bool:
    return len(text) < LONGEST_CAPTION and bool(SHOWS.search(text)) and not PAST.search(text)


def _resumes(marker: str, rest: Sequence[str]) -> bool:
    """Tell a box within an article from the end of it: running text follows soon."""
    if not BOX.match(marker):
        return False
    if any(_is_story(t) for t in rest[:SOON]) and not any(END.match(t) for t in rest[: SOON - 1]):
        return True
    box = list(takewhile(lambda t: not END.match(t) or BOX.match(t), rest[:LONGEST_BOX]))
    return sum(map(_is_story, box)) > 1


def _is_story(text: str) -> bool:
    """Whether a paragraph is as long as only those of a story are, and ends as they do."""
    return len(text) >= LONG and SENTENCE_END.search(text) is not None


def _digest(texts: Sequence[str]) -> set[int]:
    """Find a page's own questions and answers: two questions or more, each with its answer."""
    asked = [i for i, t in enumerate(texts[:-1]) if t.endswith("?") and len(t) < LONGEST_CAPTION]
    pairs = [i for i in asked if len(texts[i + 1]) > len(texts[i]) and i + 1 not in asked]
    together = [i for i in pairs if i - 2 in pairs or i + 2 in pairs]
    return {j for i in together for j in (i, i + 1)}

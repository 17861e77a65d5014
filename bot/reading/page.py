"""Raw page or paste -> headline, outlet, dateline, captions and body, with offsets kept."""

from dataclasses import dataclass
from enum import StrEnum

from bot.models import Article


class Zone(StrEnum):
    """What part of a page a line belongs to."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    CAPTION = "caption"
    SUMMARY = "summary"  # standfirst, or a page's own question-and-answer digest
    BODY = "body"
    JUNK = "junk"  # menus, tags, rankings, headlines of other articles, footers


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph; `text` is exactly `article.text[start:end]`."""

    start: int
    end: int
    text: str
    zone: Zone


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An article, completed with what its page states, and its paragraphs without the junk."""

    article: Article
    paragraphs: tuple[Paragraph, ...]

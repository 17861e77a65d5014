"""Articles on web pages: the text without its menus, and what the page states about itself."""

import re
from functools import cache
from typing import Any

from bot.models import Article
from bot.sources.bounds import SourceError
from bot.sources.stated import Stated

MOST = 0.8  # an extract shorter than this share of a piece of HTML has lost some of it

# Where pages state when they were published; htmldate would also guess, and guesses wrongly.
DATED = (
    re.compile(r'"datePublished"\s*:\s*"([^"]+)"'),
    re.compile(
        r"""<meta[^>]+(?:property|name|itemprop)\s*=\s*["'](?:article:published_time|"""
        r"""og:published_time|datePublished|date|dc\.date(?:\.issued)?|pubdate|parsely-pub-date)"""
        r"""["'][^>]*?content\s*=\s*["']([^"']+)""",
        re.IGNORECASE,
    ),
    re.compile(
        r"""<time[^>]+(?:pubdate|itemprop=["']datePublished)[^>]*datetime=["']([^"']+)""", re.I
    ),
)


def page_article(name: str, stem: str, html: str, url: str | None = None) -> Article:
    """Read the article on a web page."""
    found = _extracted(html, url)
    if found is None or not (found.text or "").strip():
        raise SourceError(f"{name} shows no article text.")
    stated = Stated.model_validate(
        {
            "title": found.title,
            "url": url or found.url,
            "outlet": found.sitename,
            "date": _date_stated(html),
        }
    )
    return stated.headed(stem, found.text)


def text_of(html: str) -> str:
    """Write a piece of HTML, such as a feed's entry, as plain text, a paragraph a line."""
    page = f"<html><body><article>{html}</article></body></html>"
    everything = str(_extractor().html2txt(page))
    article = _extractor().extract(page, favor_recall=True, include_comments=False) or ""
    return article if len(article) > len(everything) * MOST else everything


@cache
def _extractor() -> Any:
    """Load the extractor when it is first needed: it takes a third of a second."""
    import trafilatura

    return trafilatura


def _extracted(html: str, url: str | None) -> Any:
    return _extractor().bare_extraction(html, url=url, include_comments=False, with_metadata=True)


def _date_stated(html: str) -> str | None:
    matches = (pattern.search(html) for pattern in DATED)
    return next((match[1] for match in matches if match), None)
